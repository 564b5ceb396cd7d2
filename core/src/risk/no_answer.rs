//! Why a model has no answer: in words where somebody reads them, and otherwise as a code, which costs nothing.

use crate::error::{Code, Refusal, Shown, Words};

/// A refusal, or its code alone: one reading of a person gives either.
///
/// Where `?` passes one on, its type is named: left to itself it would be a refusal, with words.
pub(crate) trait NoAnswer: From<Refusal> {
    /// As [`Refusal::new`]; words are made only where they are kept.
    fn because(code: Code, field: &'static str, value: impl Shown, limit: impl FnOnce() -> Words) -> Self;
}

impl NoAnswer for Refusal {
    fn because(code: Code, field: &'static str, value: impl Shown, limit: impl FnOnce() -> Words) -> Self {
        Self::new(code, field, value, limit())
    }
}

impl NoAnswer for Code {
    #[inline]
    fn because(code: Code, _: &'static str, _: impl Shown, _: impl FnOnce() -> Words) -> Self {
        code
    }
}
