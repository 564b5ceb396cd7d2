//! A journey of which nothing is said but the fracture, for tests to fill.

use std::sync::Arc;

use jiff::civil::Date;

use super::event::{Counted, CountedBecause, Event, TraumaEvidence};
use super::journey::{EngineSays, Journey, OnTreatment, Step};
use super::{Code, CodeSystem, StatedDate};
use crate::document::FractureSite;

/// A hip that is counted.
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

/// Of which no record says anything else.
pub(crate) fn silent(patient_id: &str, day: Date) -> Journey {
    Journey {
        patient_id: patient_id.to_owned(),
        name: None,
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
        dxa: Step::NotSaid,
        dxa_before_on: None,
        spine_imaging: Step::NotSaid,
        bloods: Step::NotSaid,
        falls_assessment: Step::NotSaid,
        lifestyle_assessment: Step::NotSaid,
        decision: Step::NotSaid,
        treatment_recommended: Step::NotSaid,
        recommended_by_order: false,
        treatment_started: Step::NotSaid,
        started_drug: None,
        on_treatment_at_event: None,
        treatment_reviewed: Step::NotSaid,
        exercise_started: Step::NotSaid,
        communicated: Step::NotSaid,
        seen_16_weeks: Step::NotSaid,
        seen_52_weeks: Step::NotSaid,
        on_treatment_12_months: OnTreatment::NotSaid,
        on_treatment_24_months: OnTreatment::NotSaid,
        on_treatment_52_weeks: OnTreatment::NotSaid,
        on_treatment_365_days: OnTreatment::NotSaid,
        courses: Vec::new(),
        denosumab: None,
        contact_tries: 0,
        last_contact_on: None,
        says: EngineSays::default(),
    }
}
