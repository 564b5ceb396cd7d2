//! A doubt about one record, before anybody says whose record it is.

use crate::fls::finding::{Finding, FindingKind};

/// What is doubtful, in which field, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Doubt {
    pub(super) kind: FindingKind,
    pub(super) field: &'static str,
    pub(super) value: String,
    pub(super) because: String,
    /// Whether a value was lost that is written in the record.
    pub(super) is_lost: bool,
}

impl Doubt {
    pub(super) fn new(kind: FindingKind, field: &'static str, value: &str, because: String) -> Self {
        Self { kind, field, value: cut(value), because, is_lost: kind.is_refusal() }
    }

    /// The same doubt of a value that is not read.
    pub(super) fn lost(self) -> Self {
        Self { is_lost: true, ..self }
    }

    pub(super) fn finding(&self, patient_id: &str) -> Finding {
        let finding = Finding::of_person(self.kind, patient_id, self.field, &self.value, &self.because);
        if self.is_lost { finding.lost() } else { finding }
    }
}

/// The beginning of a text, long enough to be recognised: a field may hold anything.
pub(super) fn cut(text: &str) -> String {
    text.trim().chars().take(60).collect()
}
