//! The rows of `events.csv`.

use std::sync::Arc;

use jiff::civil::Date;

use crate::fls::drug::Course;
use crate::fls::event::Event;
use crate::fls::intake;
use crate::fls::journey::{Step, StepName};
use crate::fls::options::Settings;
use crate::fls::output::EventRow;
use crate::fls::record::{Death, PatientRecord};

use super::clock::{DRUG_WITHIN_DAYS, DXA_WITHIN_DAYS, within};
use super::investigations::{Span, first_dxa};
use super::matching::{next_fracture, rows_by_event};
use super::steps::Rows;
use super::treatment;

/// One row for each event, those counted out too. Rows of a pathway file add a scan and a drug that are in no
/// record, and the door where no encounter says it.
#[must_use]
pub fn event_rows(
    record: &PatientRecord,
    events: &[Event],
    courses: &[Course],
    settings: &Settings,
) -> Vec<EventRow> {
    let scans = if events.is_empty() { Vec::new() } else { intake::dxa_days(record) };
    rows_of(record, events, courses, &scans, settings)
}

pub(super) fn rows_of(
    record: &PatientRecord,
    events: &[Event],
    courses: &[Course],
    scans: &[Date],
    settings: &Settings,
) -> Vec<EventRow> {
    let as_of = settings.period.as_of;
    // The findings of the rows are those of the journeys.
    let rows = rows_by_event(record, events, as_of, &mut Vec::new());
    let death = match record.death {
        Death::On(on) if on.earliest() > as_of => Death::NotStated,
        death => death,
    };
    let row = |(event, rows): (&Event, _)| {
        let mut event = event.clone();
        let mut rows = Rows::new(rows);
        event.door = event.door.or_else(|| rows.door());
        let event = Arc::new(event);
        let patient_id = record.patient_id.clone();
        let Some(day) = event.day() else {
            return EventRow {
                patient_id,
                event,
                dxa_on: None,
                dxa_within_12_weeks: None,
                drug: None,
                drug_start: None,
                drug_within_16_weeks: None,
                drug_at_event: None,
                refracture_on: None,
                death,
            };
        };
        let next = next_fracture(events, day, as_of);
        let span = Span { event: day, next, as_of };
        // Nothing more happens after a death: a window is over then.
        let over_on = match death {
            Death::On(died) if died.latest() <= as_of => Date::MAX,
            _ => as_of,
        };
        let told = |step: Step| step.done_on().filter(|&on| span.holds(on));
        let dxa_on = first_dxa(scans, span).into_iter().chain(told(rows.read(StepName::Dxa))).min();
        let begun = treatment::begun(courses, span);
        let started = told(rows.read(StepName::TreatmentStarted));
        let drug_start = begun.map(|course| course.start).into_iter().chain(started).min();
        EventRow {
            patient_id,
            event,
            dxa_on,
            dxa_within_12_weeks: within(day, dxa_on, DXA_WITHIN_DAYS, over_on),
            drug: begun.map(|course| course.drug),
            drug_start,
            drug_within_16_weeks: within(day, drug_start, DRUG_WITHIN_DAYS, over_on),
            drug_at_event: treatment::at_event(courses, day),
            refracture_on: next,
            death,
        }
    };
    events.iter().zip(rows).map(row).collect()
}
