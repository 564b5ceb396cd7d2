//! A doubt about one record, before anybody says whose record it is.

use crate::fls::finding::{Finding, FindingKind};

/// What is doubtful, in which field, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Doubt {
    pub(super) kind: FindingKind,
    pub(super) field: &'static str,
    pub(super) value: String,
    pub(super) because: String,
}

impl Doubt {
    pub(super) fn new(kind: FindingKind, field: &'static str, value: &str, because: String) -> Self {
        Self { kind, field, value: cut(value), because }
    }

    pub(super) fn finding(&self, patient_id: &str) -> Finding {
        Finding::of_person(self.kind, patient_id, self.field, &self.value, &self.because)
    }
}

/// The beginning of a text, long enough to be recognised: a field may hold anything.
pub(super) fn cut(text: &str) -> String {
    text.trim().chars().take(60).collect()
}
