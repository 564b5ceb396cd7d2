//! The pathway clock: what was done for one fracture, and when.
//!
//! Codes show scans, bloods and drugs; invitations, visits and decisions are told by rows of a pathway file.
//! What neither says stays [`Step::NotSaid`]; what records would show and do not is [`Step::NotFound`].

mod attendance;
pub mod clock;
mod end;
mod engine_says;
mod event_rows;
mod investigations;
mod matching;
mod recorded;
mod silence;
mod steps;
mod treatment;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use jiff::civil::Date;

use crate::document::Analyte;
use crate::engine::Engine;

use super::drug::{self, Course};
use super::event::Event;
use super::finding::{Finding, FindingKind};
use super::intake;
use super::journey::{EngineSays, Journey, Step, StepName};
use super::options::Settings;
use super::record::{PathwayRow, PatientRecord};
use super::worklist;
use clock::{
    ON_TREATMENT_AFTER_DAYS, ON_TREATMENT_AUDIT_AFTER_DAYS, ON_TREATMENT_FIRST_MONTHS,
    ON_TREATMENT_SECOND_MONTHS, days_after,
};
use end::Ends;
pub use engine_says::engine;
pub use event_rows::event_rows;
use investigations::Span;
pub use recorded::RecordKinds;
use steps::Rows;

/// The journeys of one person: one for each counted event of the period, and for fractures outside it of which
/// the worklist may still speak: those after it, and the last one before it where something is open.
/// [`Period::contains`](super::options::Period::contains) tells them apart.
#[must_use]
pub fn journeys(
    record: &PatientRecord,
    events: &[Event],
    courses: &[Course],
    settings: &Settings,
    engine: &Engine,
    findings: &mut Vec<Finding>,
) -> Vec<Journey> {
    let (scans, bloods) = if events.iter().any(Event::is_counted) {
        (intake::dxa_days(record), intake::blood_days(record))
    } else {
        (Vec::new(), Vec::new())
    };
    let seen = Seen { record, events, courses, settings, scans: &scans, bloods: &bloods };
    seen.journeys(engine, findings)
}

/// What is known of one person.
struct Seen<'a> {
    record: &'a PatientRecord,
    events: &'a [Event],
    courses: &'a [Course],
    settings: &'a Settings,
    scans: &'a [Date],
    bloods: &'a [(Date, Analyte)],
}

impl Seen<'_> {
    fn journeys(&self, engine: &Engine, findings: &mut Vec<Finding>) -> Vec<Journey> {
        let period = self.settings.period;
        let by_event = matching::rows_by_event(self.record, self.events, period.as_of, findings);
        let mut journeys = Vec::new();
        for (event, rows) in self.events.iter().zip(by_event) {
            let day = event.day().filter(|&day| day <= period.as_of);
            if let Some(day) = day
                && matching::is_fracture(event)
            {
                journeys.push(self.journey(event, day, rows, findings));
            }
        }
        self.keep(&mut journeys);
        let Some(first) = journeys.first() else { return journeys };
        if first.died_undated {
            findings.push(end::undated_death(self.record));
        }
        let ends = Ends::read(self.record, first.day, period.as_of);
        if ends.moved_undated {
            findings.push(end::undated_move(self.record));
        }
        if ends.is_alive() {
            let says = engine_says::says(self.record, self.events, self.courses, engine, period.as_of);
            // Without a birth date it can say nothing: that is a finding of its own.
            if let Some(refused) = says.refused.as_ref().filter(|_| self.record.birth_date.is_some()) {
                findings.push(engine_says::refusal(self.record, refused));
            }
            for journey in &mut journeys {
                journey.says = says.clone();
            }
        }
        journeys
    }

    /// Of fractures before the period only the last of a person stays, where something of it is still open:
    /// the worklist speaks of nothing else, and a service has decades of them.
    fn keep(&self, journeys: &mut Vec<Journey>) {
        let last = journeys.iter().map(|one| (one.day, one.event.event_id.clone())).max();
        journeys.retain(|one| {
            let is_last = last.as_ref().is_some_and(|(day, id)| (one.day, &one.event.event_id) == (*day, id));
            one.day >= self.settings.period.from || is_last && worklist::is_on(one, self.settings)
        });
    }

    fn journey(
        &self,
        event: &Event,
        day: Date,
        rows: Vec<&PathwayRow>,
        findings: &mut Vec<Finding>,
    ) -> Journey {
        let (record, as_of) = (self.record, self.settings.period.as_of);
        let ends = Ends::read(record, day, as_of);
        let (rows, after_death): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| ends.holds(row));
        findings.extend(after_death.into_iter().map(|row| end::after_death(record, row)));
        let mut rows = Rows::new(rows);
        let next = matching::next_fracture(self.events, day, as_of);
        let span = Span { event: day, next, as_of };

        let came = rows.read(StepName::Attended);
        let invited = attendance::invited(&mut rows, came, &ends);
        let attended = attendance::attended(came, invited, &rows, &ends);

        let decided = rows.read(StepName::Decision);
        let ordered = treatment::begun(self.courses, span);
        let treatment_recommended = treatment::recommended(&mut rows, decided, ordered);
        let recommended_by_order =
            ordered.is_some() && rows.of(StepName::TreatmentRecommended).next().is_none();
        let said = rows.read(StepName::TreatmentStarted);
        let taken = treatment::taken(self.courses, span, said);
        let begun = treatment::begun(&taken, span);
        let treatment_started = treatment::started(begun, said);
        let started_drug = begun.filter(|_| treatment_started.is_done()).map(|course| course.drug);
        let treatment = treatment::Treatment {
            courses: &taken,
            gaps: self.settings.gaps,
            started: treatment_started,
            started_drug,
            ends: &ends,
            as_of,
        };
        let mut later = |step, months| treatment.after_months(&mut rows, step, months);
        let on_treatment_12_months = later(StepName::OnTreatment12Months, ON_TREATMENT_FIRST_MONTHS);
        let on_treatment_24_months = later(StepName::OnTreatment24Months, ON_TREATMENT_SECOND_MONTHS);
        let on_treatment_52_weeks = treatment.on(&rows, days_after(day, ON_TREATMENT_AFTER_DAYS));
        let on_treatment_365_days = treatment.on(&rows, days_after(day, ON_TREATMENT_AUDIT_AFTER_DAYS));

        let (contact_tries, last_contact_on) = rows.contacts();
        let mut event = event.clone();
        event.door = event.door.or_else(|| rows.door());
        let mut journey = Journey {
            patient_id: record.patient_id.clone(),
            name: record.name.clone(),
            sex: record.sex,
            living_alone: record.living_alone,
            schooling_years: record.schooling_years,
            day,
            end: ends.end(),
            died_on: ends.died_on,
            died_undated: ends.died_undated,
            refracture_on: next,
            has_pathway: rows.say_anything(),
            invited,
            attended,
            dxa: investigations::dxa(self.scans, span, rows.read(StepName::Dxa)),
            dxa_before_on: investigations::dxa_before(self.scans, day),
            spine_imaging: rows.read(StepName::SpineImaging),
            bloods: investigations::bloods(self.bloods, span, rows.read(StepName::Bloods)),
            falls_assessment: rows.read(StepName::FallsAssessment),
            lifestyle_assessment: rows.read(StepName::LifestyleAssessment),
            decision: decision(decided, treatment_recommended),
            treatment_recommended,
            recommended_by_order: recommended_by_order && !self.settings.pathway_complete,
            treatment_started,
            started_drug,
            on_treatment_at_event: treatment::at_event(self.courses, day),
            treatment_reviewed: rows.read(StepName::TreatmentReviewed),
            exercise_started: rows.read(StepName::ExerciseStarted),
            communicated: rows.read(StepName::Communicated),
            seen_16_weeks: rows.read(StepName::Seen16Weeks),
            seen_52_weeks: rows.read(StepName::Seen52Weeks),
            on_treatment_12_months,
            on_treatment_24_months,
            on_treatment_52_weeks,
            on_treatment_365_days,
            courses: self.courses.to_vec(),
            denosumab: drug::denosumab_calendar(&taken, self.settings.gaps),
            contact_tries,
            last_contact_on,
            says: EngineSays::default(),
            event: Arc::new(event),
        };
        silence::settle(&mut journey, self.settings.pathway_complete);
        for step in rows.contradictory {
            findings.push(Finding::of_person(
                FindingKind::ConflictingDuplicate,
                &record.patient_id,
                "step",
                step.as_str(),
                "Rows of this step contradict each other: the latest day decides, and on one day that it was \
                 done.",
            ));
        }
        journey
    }
}

/// A decision: a row of its own, or a recommendation for or against, which is one.
const fn decision(said: Step, recommended: Step) -> Step {
    match (said, recommended) {
        (Step::NotSaid, Step::Done(on) | Step::Not { on, .. }) => Step::Done(on),
        (said, _) => said,
    }
}
