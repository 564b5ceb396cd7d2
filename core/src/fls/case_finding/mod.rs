//! From coded records to fracture events: which fractures there were, and which are counted.

use super::event::Event;
use super::finding::Finding;
use super::options::Settings;
use super::record::PatientRecord;

/// Every fracture event of one person, in the order of days; each with the reason why it is counted, counted
/// out or to be looked at.
#[must_use]
pub fn events(_record: &PatientRecord, _settings: &Settings, _findings: &mut Vec<Finding>) -> Vec<Event> {
    Vec::new()
}
