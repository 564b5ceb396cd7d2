//! The pathway clock: what was done for one fracture, and when.

use crate::engine::Engine;

use super::drug::Course;
use super::event::Event;
use super::finding::Finding;
use super::journey::Journey;
use super::options::Settings;
use super::output::EventRow;
use super::record::PatientRecord;

/// The journeys of one person: one for each counted event within the period.
#[must_use]
pub fn journeys(
    _record: &PatientRecord,
    _events: &[Event],
    _courses: &[Course],
    _settings: &Settings,
    _engine: &Engine,
    _findings: &mut Vec<Finding>,
) -> Vec<Journey> {
    Vec::new()
}

/// The rows of `events.csv` of one person.
#[must_use]
pub fn event_rows(
    _record: &PatientRecord,
    _events: &[Event],
    _courses: &[Course],
    _settings: &Settings,
) -> Vec<EventRow> {
    Vec::new()
}
