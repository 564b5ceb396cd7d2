//! An act: a procedure, or a report that says that a scan was done.

use osteon::fls::Code;
use osteon::fls::record::Act;

use super::coding::{Concept, Many};
use super::condition::encounter_id;
use super::field::BadFields;
use super::observation;
use super::raw::Raw;

/// Reads a procedure or a report; none where no code of it is read.
pub(in crate::read) fn read(
    raw: &Raw<'_>,
    is_read: &dyn Fn(&Code) -> bool,
    bad: &mut BadFields,
) -> Option<Act> {
    let concepts: Many<Concept<'_>> = bad.read("code", raw.code).unwrap_or_default();
    let codes: Vec<Code> = concepts.0.iter().flat_map(Concept::codes).collect();
    if !codes.iter().any(is_read) {
        return None;
    }
    let on = bad
        .date("performedDateTime", raw.performed_date_time)
        .or_else(|| bad.start("performedPeriod", raw.performed_period))
        .or_else(|| bad.date("performedString", raw.performed_string))
        .or_else(|| bad.date("occurrenceDateTime", raw.occurrence_date_time))
        .or_else(|| bad.start("occurrencePeriod", raw.occurrence_period))
        .or_else(|| observation::day(raw, bad));
    Some(Act { id: String::new(), codes, on, encounter_id: encounter_id(raw, bad), door: None })
}

/// Whether a procedure is said not to have been done.
pub(in crate::read) fn not_done(raw: &Raw<'_>, status: &str, bad: &mut BadFields) -> bool {
    matches!(status, "not-done" | "aborted" | "suspended" | "preparation" | "cancelled")
        || bad.read("notPerformed", raw.not_performed) == Some(true)
}
