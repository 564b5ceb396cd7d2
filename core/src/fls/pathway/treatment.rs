//! Treatment after a fracture: recommended, begun, and where it stands later.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::document::{Drug, StopReason};
use crate::facts::is_for_osteoporosis;
use crate::fls::drug::{self, Course};
use crate::fls::journey::{OnTreatment, Step, StepName, StepOutcome, StepReason};
use crate::fls::options::AllowedGaps;

use super::end::Ends;
use super::investigations::Span;
use super::steps::{Rows, outcome};

/// The course that was begun after the fracture, and before the next: not one that ran when the bone broke.
/// An order counts as a beginning, since many records hold nothing but orders.
pub(super) fn begun(courses: &[Course], span: Span) -> Option<&Course> {
    let counts = |course: &&Course| is_for_osteoporosis(Some(course.drug)) && span.holds(course.start);
    courses.iter().filter(counts).min_by_key(|course| course.start)
}

/// The courses without those that were not taken: a row that treatment was not begun holds against an order of
/// after the fracture that nothing shows to have been taken, unless the order is later.
pub(super) fn taken(courses: &[Course], span: Span, said: Step) -> Cow<'_, [Course]> {
    let Step::Not { on, .. } = said else { return Cow::Borrowed(courses) };
    let denied = |course: &Course| {
        span.holds(course.start) && !course.shown_taken && on.is_none_or(|on| course.start <= on)
    };
    Cow::Owned(courses.iter().filter(|course| !denied(course)).cloned().collect())
}

/// The drug that the person was on when the bone broke: begun before that day, which it covers.
pub(super) fn at_event(courses: &[Course], event: Date) -> Option<(Drug, Date)> {
    let runs = |course: &&Course| {
        is_for_osteoporosis(Some(course.drug)) && course.start < event && event <= course.covered_until
    };
    courses.iter().filter(runs).max_by_key(|course| course.start).map(|course| (course.drug, course.start))
}

/// Begun: a course that was taken, or a row, whichever is first.
pub(super) fn started(begun: Option<&Course>, said: Step) -> Step {
    match (begun, said) {
        (None, Step::NotSaid) => Step::NotFound,
        (None, said) => said,
        (Some(course), Step::Done(Some(told))) => Step::Done(Some(course.start.min(told))),
        (Some(course), _) => Step::Done(Some(course.start)),
    }
}

/// Recommended: a row, a decision for or against, else a drug that was ordered, which is a recommendation.
pub(super) fn recommended(rows: &mut Rows<'_>, decision: Step, begun: Option<&Course>) -> Step {
    let against = [Some(StepReason::NotIndicated), Some(StepReason::ContraIndicated)];
    let said = match rows.read(StepName::TreatmentRecommended) {
        Step::NotSaid => {
            let row = rows.of(StepName::Decision).find(|row| against.contains(&row.reason));
            match (row, decision) {
                (Some(row), _) => Step::Not {
                    outcome: StepOutcome::NotDone,
                    reason: row.reason,
                    on: row.on.and_then(crate::fls::StatedDate::day),
                },
                _ => Step::NotSaid,
            }
        }
        said => said,
    };
    match (said, begun) {
        (Step::NotSaid, Some(course)) => Step::Done(Some(course.start)),
        (Step::Not { on: Some(on), .. }, Some(course)) if on <= course.start => {
            Step::Done(Some(course.start))
        }
        (said, _) => said,
    }
}

/// What is known of the treatment that was begun.
pub(super) struct Treatment<'a> {
    /// Those that were taken.
    pub(super) courses: &'a [Course],
    pub(super) gaps: AllowedGaps,
    pub(super) started: Step,
    pub(super) started_drug: Option<Drug>,
    pub(super) ends: &'a Ends,
    pub(super) as_of: Date,
}

impl Treatment<'_> {
    /// Some months after it began, by a row of that check, which somebody asked for, or by the records.
    pub(super) fn after_months(&self, rows: &mut Rows<'_>, step: StepName, months: u32) -> OnTreatment {
        let began = self.started.done_on();
        let day = began.map(|began| super::clock::months_after(began, months));
        match (rows.read(step), self.started, day) {
            (Step::Done(_), ..) => OnTreatment::Yes(self.drug()),
            (Step::Not { outcome: StepOutcome::Dead | StepOutcome::Moved, .. }, ..) => {
                OnTreatment::NotReached
            }
            // Nobody asked yet, or the person was not there to be asked: the records say.
            (Step::Not { outcome: StepOutcome::NotDone | StepOutcome::Refused, on: known, reason }, ..) => {
                match known.or(day) {
                    Some(since) => OnTreatment::No { drug: self.drug(), since, reason: stop_reason(reason) },
                    None => OnTreatment::NotSaid,
                }
            }
            (_, Step::Done(_), Some(day)) => self.on(rows, day),
            (_, Step::Done(_), None) => OnTreatment::NotSaid,
            (_, Step::NotSaid, _) => OnTreatment::NotSaid,
            (_, Step::Not { .. } | Step::NotFound, _) => OnTreatment::NeverBegun,
        }
    }

    /// On a day, by courses and by rows that say that it was stopped.
    pub(super) fn on(&self, rows: &Rows<'_>, day: Date) -> OnTreatment {
        if !self.ends.reached(day, self.as_of) {
            return OnTreatment::NotReached;
        }
        // Of what a row says was begun, and no record shows, no record shows the end: not that of an older course.
        let untold = self.started.is_done() && self.started_drug.is_none();
        let by_records = match drug::on_treatment(self.courses, day, self.gaps) {
            OnTreatment::No { .. } | OnTreatment::NeverBegun if untold => OnTreatment::NotSaid,
            by_records => by_records,
        };
        match (by_records, self.stopped(rows, day)) {
            (OnTreatment::Yes(drug), Some((since, reason))) => OnTreatment::No { drug, since, reason },
            (OnTreatment::NotSaid, Some((since, reason))) => {
                OnTreatment::No { drug: self.drug(), since, reason }
            }
            (by_records, _) => by_records,
        }
    }

    /// The last row that says it was stopped before a day, where no other course runs on the day: what took over
    /// was not stopped. A switch, a completed course and a holiday that were planned are no stops.
    fn stopped(&self, rows: &Rows<'_>, day: Date) -> Option<(Date, Option<StopReason>)> {
        let planned = |reason| {
            matches!(
                reason,
                Some(StepReason::PlannedSwitch | StepReason::CourseCompleted | StepReason::Holiday)
            )
        };
        let stops = rows
            .of(StepName::TreatmentStopped)
            .filter(|row| outcome(row) == StepOutcome::Done && !planned(row.reason));
        let stops = stops.filter_map(|row| Some((row.on?.day()?, row.reason)));
        let (since, reason) = stops.filter(|(on, _)| *on <= day).max_by_key(|(on, _)| *on)?;
        let stopped = drug::stopped_by(self.courses, since, self.gaps);
        let goes_on = |course: &Course| {
            Some(course) != stopped && course.start <= day && day <= course.runs_until(self.gaps)
        };
        (!self.courses.iter().any(goes_on)).then(|| (since, stop_reason(reason)))
    }

    fn drug(&self) -> Drug {
        self.started_drug.unwrap_or(Drug::Unspecified)
    }
}

const fn stop_reason(reason: Option<StepReason>) -> Option<StopReason> {
    match reason {
        None => None,
        Some(StepReason::Intolerance) => Some(StopReason::Intolerance),
        Some(StepReason::ContraIndicated) => Some(StopReason::Contraindication),
        Some(StepReason::NotInterested) => Some(StopReason::Choice),
        Some(StepReason::CourseCompleted) => Some(StopReason::Completed),
        Some(_) => Some(StopReason::Unknown),
    }
}
