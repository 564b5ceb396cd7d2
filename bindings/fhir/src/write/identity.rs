//! Identifiers and references: the same answer gives the same, and none breaks the rules of FHIR.

use serde_json::{Value, json};

/// Longest identifier that FHIR allows.
const LONGEST: usize = 64;
/// Digits of the hash behind an identifier that could not be kept as it was.
const HASH_DIGITS: usize = 16;

fn allowed(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.')
}

/// Whether FHIR allows it as an identifier of a resource.
pub(super) fn is_id(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len()) && text.chars().all(allowed)
}

/// An identifier made of parts. Where a part holds what FHIR does not allow, or they are too long together, a
/// hash of the whole keeps two of them apart.
pub(super) fn id(parts: &[&str]) -> String {
    let whole = parts.join("-");
    if is_id(&whole) {
        return whole;
    }
    let room = LONGEST - HASH_DIGITS - 1;
    let kept: String = whole.chars().map(|c| if allowed(c) { c } else { '-' }).take(room).collect();
    // Parts are told apart in what is hashed: `a-b`, `c` is not `a`, `b-c`.
    format!("{kept}-{:0width$x}", fnv1a(&parts.join("\u{1f}")), width = HASH_DIGITS)
}

/// Fowler, Noll and Vo's hash 1a of 64 bits: it need not be secret, only the same everywhere.
fn fnv1a(text: &str) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    text.bytes().fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

/// A reference to a person: to the resource where the identifier can be one's, else by the identifier alone.
pub(super) fn patient(patient_id: &str) -> Value {
    if is_id(patient_id) {
        json!({ "reference": format!("Patient/{patient_id}"), "type": "Patient" })
    } else {
        json!({ "type": "Patient", "identifier": { "value": patient_id } })
    }
}

/// An address of a system of codes, or an extension, of ours.
pub(super) fn urn(kind: &str, name: &str) -> String {
    format!("urn:osteon:{kind}:{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_kept_where_they_can_be() {
        assert_eq!(id(&["kpi", "IOF-4"]), "kpi-IOF-4");
        assert!(is_id(&id(&["task", "P-1@2024-05-01", "invite"])));
        assert!(is_id(&id(&["task", &"x".repeat(200), "é_/"])));
        assert_ne!(id(&["a@", "b-c"]), id(&["a@-b", "c"]));
        assert_eq!(id(&["task", "P@1"]), id(&["task", "P@1"]));
        assert!(!is_id(""));
    }

    #[test]
    fn a_person_is_referred_to_either_way() {
        assert_eq!(patient("P-1")["reference"], "Patient/P-1");
        assert_eq!(patient("a b")["identifier"]["value"], "a b");
    }
}
