//! Journeys that the worklist meets, for tests to change.

use jiff::civil::{Date, date};

use crate::document::guidance::Priority;
use crate::fls::journey::{EngineSays, Journey, OnTreatment, Step, StepOutcome};
use crate::fls::options::{FlsOptions, Period, Settings};

pub(crate) use crate::fls::sample::{event, silent};

pub(crate) const AS_OF: Date = date(2025, 6, 30);

pub(crate) fn settings(options: FlsOptions) -> Settings {
    let period = Period::new(date(2024, 1, 1), date(2025, 12, 31), AS_OF).unwrap();
    Settings::new(period, options).unwrap()
}

pub(crate) fn days_ago(days: i64) -> Date {
    AS_OF.checked_sub(jiff::Span::new().days(days)).unwrap()
}

pub(crate) fn not(outcome: StepOutcome) -> Step {
    Step::Not { outcome, reason: None, on: None }
}

pub(crate) fn journey(patient_id: &str, fractured_days_ago: i64) -> Journey {
    Journey {
        name: Some("Somebody".to_owned()),
        dxa: Step::NotFound,
        bloods: Step::NotFound,
        treatment_started: Step::NotFound,
        on_treatment_12_months: OnTreatment::NeverBegun,
        on_treatment_24_months: OnTreatment::NotReached,
        on_treatment_52_weeks: OnTreatment::NeverBegun,
        on_treatment_365_days: OnTreatment::NeverBegun,
        says: EngineSays { priority: Some(Priority::High), ..EngineSays::default() },
        ..silent(patient_id, days_ago(fractured_days_ago))
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
