//! Indicators on journeys that are made for them.

mod answers;
mod ends_and_silence;
mod golden;
mod levels;
mod other_sets;
mod rows;

use std::sync::Arc;

use jiff::civil::{Date, date};

use crate::document::{Drug, FractureSite, Sex};
use crate::fls::code::{Code, CodeSystem};
use crate::fls::drug::Course;
use crate::fls::event::Event;
use crate::fls::journey::{Door, Journey, OnTreatment, Step, StepOutcome};
use crate::fls::options::{FlsOptions, Period, Settings};
use crate::fls::output::KpiRow;
use crate::fls::sample;
use crate::fls::stated_date::StatedDate;

use super::measure::measure_recorded;
use super::{Recorded, indicator, measure};

/// The day of every fracture, unless a test says otherwise.
const DAY: Date = date(2024, 1, 1);

/// So many days after the fracture.
fn after(days: i64) -> Date {
    DAY.checked_add(jiff::Span::new().days(days)).unwrap()
}

/// Done so many days after the fracture.
fn done(days: i64) -> Step {
    Step::Done(Some(after(days)))
}

fn not(outcome: StepOutcome) -> Step {
    Step::Not { outcome, reason: None, on: None }
}

/// Settings of a report on a day, so many days after the fracture.
fn reported(days: i64) -> Settings {
    let period = Period::new(date(2023, 1, 1), date(2024, 12, 31), after(days)).unwrap();
    Settings::new(period, FlsOptions::default()).unwrap()
}

/// Years later: every window is over.
fn settings() -> Settings {
    reported(1500)
}

/// A woman of 72 with a broken forearm, of whom nothing else is said.
fn plain(patient_id: &str) -> Journey {
    let event = Event {
        site: FractureSite::DistalForearm,
        code: Code::new(CodeSystem::Icd10Who, "S52.5"),
        age_years: Some(72),
        door: Some(Door::Outpatient),
        ..sample::event(patient_id, StatedDate::Day(DAY))
    };
    let silent = sample::silent(patient_id, DAY);
    Journey { sex: Some(Sex::Female), event: Arc::new(event), has_pathway: true, ..silent }
}

/// As many journeys as asked, each changed by its number.
fn journeys(count: usize, change: impl Fn(usize, &mut Journey)) -> Vec<Journey> {
    let one = |number: usize| {
        let mut journey = plain(&format!("p{number:05}"));
        change(number, &mut journey);
        journey
    };
    (0..count).map(one).collect()
}

fn course(start: i64, covered_until: i64) -> Course {
    Course {
        drug: Drug::Alendronate,
        route: None,
        start: after(start),
        covered_until: after(covered_until),
        last_record_on: after(start),
        records: 1,
        stopped_on: None,
        stop_reason: None,
        planned_end: false,
        shown_taken: false,
    }
}

/// The row of an indicator and a door, in a service whose records show scans and drugs.
fn row_of(id: &str, door: &str, journeys: &[Journey], settings: &Settings) -> KpiRow {
    let recorded = Recorded { scans: true, drugs: true };
    let mut rows = measure_recorded(journeys, settings, recorded).into_iter();
    rows.find(|row| row.id == id && row.door == door).unwrap()
}

/// The row of an indicator, all doors together, years later.
fn row(id: &str, journeys: &[Journey]) -> KpiRow {
    row_of(id, "all", journeys, &settings())
}

/// Numerator and denominator.
fn counts(row: &KpiRow) -> (Option<u64>, Option<u64>) {
    (row.numerator, row.denominator)
}

/// How many were left out for a reason.
fn left_out(row: &KpiRow, reason: &str) -> u64 {
    row.excluded.iter().filter(|out| out.reason == reason).map(|out| out.count).sum()
}

fn because(row: &KpiRow) -> &str {
    row.because.as_deref().unwrap_or_default()
}
