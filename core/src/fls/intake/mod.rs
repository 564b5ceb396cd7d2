//! DXA and bloods taken in with doubt: code, display and unit vote, and a conflict is a flag.

use jiff::civil::Date;

use crate::document::{Analyte, Patient};

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

/// What the records say of the person on a day, as a patient document; fractures are those of `events`.
#[must_use]
pub fn patient(_record: &PatientRecord, _events: &[Event], _on: Date) -> Patient {
    Patient::default()
}

/// Whatever is doubtful in scans and bloods.
pub fn doubts(_record: &PatientRecord, _findings: &mut Vec<Finding>) {}

/// Whether a code is a scan, a blood, a height or a weight that is read; a face keeps no other observation.
#[must_use]
pub fn is_read(_code: &super::code::Code) -> bool {
    true
}

/// Whether an observation with this code is a number of a scan; any other that is read is a result.
#[must_use]
pub fn is_scan(code: &super::code::Code) -> bool {
    const SCANS: [&str; 33] = [
        "24966-4", "38267-1", "85394-5", "38261-4", "46278-8", "46279-6", "38264-8", "80946-7", "80945-9",
        "80933-5", "80938-4", "80937-6", "24701-5", "80954-1", "80953-3", "38263-0", "80948-3", "80947-5",
        "80934-3", "80940-0", "80939-2", "24890-6", "80952-5", "80951-7", "38265-5", "80944-2", "80943-4",
        "80932-7", "80936-8", "80935-0", "38262-2", "38266-3", "38269-7",
    ];
    SCANS.contains(&&*code.code)
}
