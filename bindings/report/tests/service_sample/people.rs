//! Events, journeys and the worklist of people who are nobody.

use jiff::civil::{Date, date};
use osteon::document::guidance::{Priority, Recommendation};
use osteon::document::{Drug, FractureSite, Sex};
use osteon::fls::drug::DenosumabCalendar;
use osteon::fls::event::{Counted, CountedBecause, Event, TraumaEvidence};
use osteon::fls::journey::{Door, EngineSays, Journey, OnTreatment, RiskOf, Step};
use osteon::fls::output::{EventRow, Why, WorkAction, WorklistRow};
use osteon::fls::record::Death;
use osteon::fls::{Code, CodeSystem, StatedDate};

/// A name with everything that markup must escape.
pub(crate) const NAME: &str = "Jeanne <D'Arc> & \"fille\"";

fn event(patient_id: &str, on: Date, counted: Counted, because: CountedBecause) -> Event {
    Event {
        event_id: format!("{patient_id}@{on}"),
        on: StatedDate::Day(on),
        site: FractureSite::ProximalFemur,
        code: Code::new(CodeSystem::Icd10Who, "S72.0"),
        age_years: Some(81),
        born: None,
        door: Some(Door::Inpatient),
        counted,
        because,
        trauma: TraumaEvidence::NotStated,
        record_ids: vec!["c1".to_owned()],
        records: 1,
    }
}

/// A row of events.
pub(crate) fn event_row(patient_id: &str, on: Date, counted: Counted, because: CountedBecause) -> EventRow {
    EventRow {
        patient_id: patient_id.to_owned(),
        event: event(patient_id, on, counted, because).into(),
        dxa_on: Some(date(2019, 3, 4)),
        dxa_within_12_weeks: Some(true),
        drug: None,
        drug_start: None,
        drug_within_16_weeks: Some(false),
        drug_at_event: None,
        refracture_on: None,
        death: Death::NotStated,
    }
}

pub(crate) fn events() -> Vec<EventRow> {
    let mut rows = Vec::new();
    for at in 0..40 {
        let id = person(at);
        let (counted, because) = match at {
            36..=37 => (Counted::No, CountedBecause::UnderAge),
            38 => (Counted::No, CountedBecause::Tumour),
            39 => (Counted::Review, CountedBecause::Periprosthetic),
            _ => (Counted::Yes, CountedBecause::FragilitySite),
        };
        rows.push(event_row(&id, day(at), counted, because));
    }
    rows
}

fn person(at: i32) -> String {
    format!("P-{at:04}")
}

fn day(at: i32) -> Date {
    let month = i8::try_from(1 + at / 28).unwrap();
    date(2019, month, i8::try_from(1 + at % 28).unwrap())
}

/// The journey of a person on denosumab.
pub(crate) fn journey(patient_id: &str, on: Date) -> Journey {
    Journey {
        patient_id: patient_id.to_owned(),
        name: None,
        sex: Some(Sex::Female),
        living_alone: Some(true),
        schooling_years: None,
        event: event(patient_id, on, Counted::Yes, CountedBecause::FragilitySite).into(),
        day: on,
        end: None,
        died_on: None,
        died_undated: false,
        refracture_on: None,
        has_pathway: true,
        invited: Step::Done(None),
        attended: Step::Done(Some(date(2019, 3, 4))),
        dxa: Step::Done(Some(date(2019, 3, 4))),
        dxa_before_on: None,
        spine_imaging: Step::NotSaid,
        bloods: Step::NotFound,
        falls_assessment: Step::NotSaid,
        lifestyle_assessment: Step::NotSaid,
        decision: Step::NotSaid,
        treatment_recommended: Step::Done(None),
        recommended_by_order: false,
        treatment_started: Step::Done(Some(date(2019, 3, 20))),
        started_drug: Some(Drug::Denosumab),
        on_treatment_at_event: None,
        treatment_reviewed: Step::NotSaid,
        exercise_started: Step::NotSaid,
        communicated: Step::NotSaid,
        seen_16_weeks: Step::NotSaid,
        seen_52_weeks: Step::NotSaid,
        on_treatment_12_months: OnTreatment::NotReached,
        on_treatment_24_months: OnTreatment::NotReached,
        on_treatment_52_weeks: OnTreatment::NotReached,
        on_treatment_365_days: OnTreatment::NotReached,
        courses: Vec::new(),
        denosumab: Some(DenosumabCalendar {
            last_dose: date(2019, 3, 20),
            due: date(2019, 9, 20),
            latest: date(2019, 10, 20),
        }),
        contact_tries: 1,
        last_contact_on: Some(date(2019, 2, 20)),
        says: EngineSays {
            priority: Some(Priority::VeryHigh),
            within_weeks: Some(4),
            guideline: Some("grio2018_women"),
            recommendation: Some(Recommendation::Treat),
            missing: Default::default(),
            risk_percent: Some((14.26, "qfracture2012")),
            risk_of: Some(RISK_OF),
            refused: None,
        },
    }
}

pub(crate) fn journeys() -> Vec<Journey> {
    (0..36).map(|at| journey(&person(at), day(at))).collect()
}

/// What the risk of the sample is of.
const RISK_OF: RiskOf = RiskOf { outcome: osteon::risk::Outcome::Any, years: 10 };

/// A row of the worklist.
pub(crate) fn row(rank: u32, action: WorkAction) -> WorklistRow {
    let at = i32::try_from(rank).unwrap() - 1;
    WorklistRow {
        rank,
        patient_id: person(at),
        name: (rank % 2 == 1).then(|| NAME.to_owned()),
        event_id: format!("{}@{}", person(at), day(at)),
        event_date: day(at).to_string(),
        site: FractureSite::ProximalFemur,
        door: Some(Door::Inpatient),
        action,
        also: vec![WorkAction::OrderBloods],
        due_on: Some(date(2019, 7, 8)),
        days_left: Some(8 - i64::from(rank)),
        contact_tries: 1,
        priority: Some(Priority::VeryHigh),
        risk_percent: Some((14.26, "qfracture2012")),
        risk_of: Some(RISK_OF),
        within_capacity: rank <= 30,
        reason: "Hip fracture 12 weeks ago, not yet invited; 8 days are left.".to_owned(),
        why: why(rank),
    }
}

pub(crate) fn worklist() -> Vec<WorklistRow> {
    let actions = WorkAction::ALL.iter().cycle();
    (1..=36).zip(actions).map(|(rank, action)| row(rank, *action)).collect()
}

/// Every second row has a code that no catalogue holds: the sentence of the engine stands instead.
fn why(rank: u32) -> Vec<Why> {
    let known = |code, number, word| Why { code, number, word };
    if rank.is_multiple_of(2) {
        return vec![known("no_such_code", Some(12), None)];
    }
    vec![
        known("fracture_weeks_ago", Some(12), Some("proximal_femur")),
        known("not_invited", None, None),
        known("days_left_dxa", Some(8), None),
        known("priority", None, Some("very_high")),
    ]
}
