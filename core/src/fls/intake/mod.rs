//! DXA and bloods taken in with doubt: code, display and unit vote, and a conflict is a flag.

use jiff::civil::Date;

use crate::document::{Analyte, Patient};

use super::drug::Course;
use super::event::Event;
use super::finding::Finding;
use super::record::PatientRecord;

/// The days on which a bone densitometry was done, whatever is known of its numbers.
#[must_use]
pub fn dxa_days(_record: &PatientRecord) -> Vec<Date> {
    Vec::new()
}

/// Bloods by day and analyte.
#[must_use]
pub fn blood_days(_record: &PatientRecord) -> Vec<(Date, Analyte)> {
    Vec::new()
}

/// What the records say of the person on a day, as a patient document; fractures are those of `events`,
/// treatments those of `courses`.
#[must_use]
pub fn patient(_record: &PatientRecord, _events: &[Event], _courses: &[Course], _on: Date) -> Patient {
    Patient::default()
}

/// Whatever is doubtful in scans and bloods.
pub fn doubts(_record: &PatientRecord, _findings: &mut Vec<Finding>) {}

/// Whether a code is a scan, a blood, a height or a weight that is read; a face keeps no other observation.
#[must_use]
pub fn is_read(_code: &super::code::Code) -> bool {
    true
}
