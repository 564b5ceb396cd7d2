//! A condition.

use osteon::fls::record::{Condition, Verification};

use super::coding::{Concept, Many, Object, Reference};
use super::field::BadFields;
use super::raw::Raw;

/// A condition that is read, or why it is not.
pub(in crate::read) enum Read {
    Condition(Condition),
    /// Entered in error.
    Void,
    /// No code of it is read.
    Other,
    /// No code of it is read, and it was entered in error.
    VoidOther,
}

/// Reads a condition; its clinical status says nothing of an event, and is left alone.
pub(in crate::read) fn read(
    raw: &Raw<'_>,
    is_read: &dyn Fn(&osteon::fls::Code) -> bool,
    bad: &mut BadFields,
) -> Read {
    let concepts: Many<Concept<'_>> = bad.read("code", raw.code).unwrap_or_default();
    let codes: Vec<_> = concepts.0.iter().flat_map(Concept::codes).collect();
    if !codes.iter().any(is_read) {
        return if is_void(raw) { Read::VoidOther } else { Read::Other };
    }
    let before = bad.0.len();
    let statuses: Many<Concept<'_>> =
        bad.read("verificationStatus", raw.verification_status).unwrap_or_default();
    let verification = match statuses.0.iter().find_map(Concept::word) {
        Some("entered-in-error") => return Read::Void,
        // A status that cannot be read does not confirm.
        None if bad.0.len() > before => Verification::Unconfirmed,
        Some("refuted") => Verification::Refuted,
        Some("provisional" | "differential" | "unconfirmed" | "unknown") => Verification::Unconfirmed,
        Some("confirmed") | None => Verification::Confirmed,
        Some(other) => {
            bad.add("verificationStatus", other, "Not a status of FHIR; read as unconfirmed.");
            Verification::Unconfirmed
        }
    };
    let onset =
        bad.date("onsetDateTime", raw.onset_date_time).or_else(|| bad.start("onsetPeriod", raw.onset_period));
    let on = onset
        .or_else(|| bad.date("recordedDate", raw.recorded_date))
        .or_else(|| bad.date("assertedDate", raw.asserted_date))
        .or_else(|| bad.date("dateRecorded", raw.date_recorded));
    Read::Condition(Condition {
        id: String::new(),
        codes,
        on,
        on_is_recording: onset.is_none() && on.is_some(),
        encounter_id: encounter_id(raw, bad),
        verification,
        ..Condition::default()
    })
}

fn is_void(raw: &Raw<'_>) -> bool {
    let statuses = BadFields::default().read::<Many<Concept<'_>>>("", raw.verification_status);
    statuses.unwrap_or_default().0.iter().find_map(Concept::word) == Some("entered-in-error")
}

/// The encounter that a record belongs to; empty where none is stated.
pub(in crate::read) fn encounter_id(raw: &Raw<'_>, bad: &mut BadFields) -> String {
    let encounter = bad
        .read::<Object<Reference<'_>>>("encounter", raw.encounter)
        .or_else(|| bad.read::<Object<Reference<'_>>>("context", raw.context));
    encounter.map(|Object(reference)| reference.id().to_owned()).unwrap_or_default()
}
