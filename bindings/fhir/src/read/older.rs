//! Older versions of FHIR: read, and said so.

use super::resource::Raw;

/// What a file shows of the version that it is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Older {
    dstu2: bool,
    stu3: bool,
}

impl Older {
    /// Looks at a resource.
    pub(super) fn see(&mut self, kind: &str, raw: &Raw<'_>) {
        let is_word =
            |raw: Option<&serde_json::value::RawValue>| raw.is_some_and(|raw| raw.get().starts_with('"'));
        match kind {
            "MedicationOrder" | "MedicationPrescription" => self.dstu2 = true,
            "Encounter" => self.dstu2 |= is_word(raw.class),
            "Condition" => {
                self.dstu2 |= raw.patient.is_some() || raw.date_recorded.is_some();
                self.stu3 |=
                    raw.context.is_some() || raw.asserted_date.is_some() || is_word(raw.clinical_status);
            }
            "Observation" | "Procedure" | "MedicationRequest" => self.stu3 |= raw.context.is_some(),
            _ => {}
        }
    }

    /// The version, where it is an older one.
    pub(super) const fn name(self) -> Option<&'static str> {
        match (self.dstu2, self.stu3) {
            (true, _) => Some("DSTU2"),
            (false, true) => Some("STU3"),
            (false, false) => None,
        }
    }
}
