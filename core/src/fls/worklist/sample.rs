//! A journey of which nothing is known but the fracture, for tests to fill.

use std::sync::Arc;

use jiff::civil::{Date, date};

use crate::document::FractureSite;
use crate::document::guidance::Priority;
use crate::fls::event::{Counted, CountedBecause, Event, TraumaEvidence};
use crate::fls::journey::{EngineSays, Journey, OnTreatment, Step, StepOutcome};
use crate::fls::options::{FlsOptions, Period, Settings};
use crate::fls::{Code, CodeSystem, StatedDate};

pub(crate) const AS_OF: Date = date(2025, 6, 30);

pub(crate) fn settings(options: FlsOptions) -> Settings {
    let period = Period::new(date(2024, 1, 1), date(2025, 12, 31), AS_OF).unwrap();
    Settings::new(period, options).unwrap()
}

pub(crate) fn days_ago(days: i64) -> Date {
    AS_OF.checked_sub(jiff::Span::new().days(days)).unwrap()
}

pub(crate) fn event(patient_id: &str, on: StatedDate) -> Event {
    Event {
        event_id: format!("{patient_id}@{on}"),
        on,
        site: FractureSite::ProximalFemur,
        code: Code::new(CodeSystem::Icd10Who, "S72.0"),
        age_years: Some(76),
        born: None,
        door: None,
        counted: Counted::Yes,
        because: CountedBecause::FragilitySite,
        trauma: TraumaEvidence::NotStated,
        record_ids: Vec::new(),
        records: 1,
    }
}

pub(crate) fn not(outcome: StepOutcome) -> Step {
    Step::Not { outcome, reason: None, on: None }
}

pub(crate) fn journey(patient_id: &str, fractured_days_ago: i64) -> Journey {
    let day = days_ago(fractured_days_ago);
    Journey {
        patient_id: patient_id.to_owned(),
        name: Some("Somebody".to_owned()),
        sex: None,
        living_alone: None,
        schooling_years: None,
        event: Arc::new(event(patient_id, StatedDate::Day(day))),
        day,
        end: None,
        died_on: None,
        died_undated: false,
        refracture_on: None,
        has_pathway: false,
        invited: Step::NotSaid,
        attended: Step::NotSaid,
        dxa: Step::NotFound,
        dxa_before_on: None,
        spine_imaging: Step::NotSaid,
        bloods: Step::NotFound,
        falls_assessment: Step::NotSaid,
        lifestyle_assessment: Step::NotSaid,
        decision: Step::NotSaid,
        treatment_recommended: Step::NotSaid,
        recommended_by_order: false,
        treatment_started: Step::NotFound,
        started_drug: None,
        on_treatment_at_event: None,
        treatment_reviewed: Step::NotSaid,
        exercise_started: Step::NotSaid,
        communicated: Step::NotSaid,
        seen_16_weeks: Step::NotSaid,
        seen_52_weeks: Step::NotSaid,
        on_treatment_12_months: OnTreatment::NeverBegun,
        on_treatment_24_months: OnTreatment::NotReached,
        on_treatment_52_weeks: OnTreatment::NeverBegun,
        on_treatment_365_days: OnTreatment::NeverBegun,
        courses: Vec::new(),
        denosumab: None,
        contact_tries: 0,
        last_contact_on: None,
        says: EngineSays { priority: Some(Priority::High), ..EngineSays::default() },
    }
}

/// Invited, came, scanned, bled, decided on; a drug recommended.
pub(crate) fn recommended(patient_id: &str, fractured_days_ago: i64) -> Journey {
    let day = days_ago(fractured_days_ago);
    Journey {
        has_pathway: true,
        invited: Step::Done(Some(day)),
        attended: Step::Done(Some(day)),
        dxa: Step::Done(Some(day)),
        bloods: Step::Done(Some(day)),
        decision: Step::Done(Some(day)),
        treatment_recommended: Step::Done(Some(day)),
        ..journey(patient_id, fractured_days_ago)
    }
}
