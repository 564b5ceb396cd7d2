//! What a model says of one person, before it is written out.

use crate::citation::CitationId;
use crate::document::Sex;
use crate::document::assessment::InputValue;
use crate::error::Refusal;

use super::model::{Model, Outcome, Verification};
use super::numbers::Numbers;

/// Over which time a risk runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Horizon {
    /// Years.
    Years(u8),
    /// Days.
    Days(u16),
}

/// A value that a model was computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// The model's own name of it, with its unit.
    pub name: &'static str,
    /// The value.
    pub value: InputValue,
}

/// An unknown that the model read as something.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadAs {
    /// The field of the patient document.
    pub field: &'static str,
    /// What it was read as.
    pub read_as: &'static str,
    /// What the other reading would do.
    pub effect: String,
}

/// Something to know about an answer: a code for programs, a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The code.
    pub code: &'static str,
    /// The sentence.
    pub text: String,
}

/// The answer by another reading of the paper, named.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// The option and its value, such as `dvo_age_row=nearest`.
    pub reading: &'static str,
    /// The percentage by it.
    pub percent: Option<f64>,
    /// The points by it.
    pub points: Option<f64>,
    /// The category by it.
    pub category: Option<&'static str>,
}

/// What a model says of one outcome.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutcomeAnswer {
    /// The outcome.
    pub outcome: Option<Outcome>,
    /// Over which time.
    pub horizon: Option<Horizon>,
    /// Risk, %, as the equation gives it.
    pub percent: Option<f64>,
    /// Risk, %, brought into line with the model's other outcome.
    pub reconciled_percent: Option<f64>,
    /// The supplied risk, %, before the adjustment.
    pub unadjusted_percent: Option<f64>,
    /// Points.
    pub points: Option<f64>,
    /// The model's own category.
    pub category: Option<&'static str>,
    /// Whether the model's published cut-off for action is reached.
    pub at_cut_off: Option<bool>,
    /// Risk, %, from the best to the worst completion of what is unknown.
    pub range_percent: Option<[f64; 2]>,
    /// Points, from the best to the worst completion.
    pub range_points: Option<[f64; 2]>,
    /// The categories that some completion gives, from the best; empty where nothing is unknown.
    pub could_be: Vec<&'static str>,
    /// What to know.
    pub flags: Vec<Remark>,
    /// The answers by other readings of the paper, where they differ.
    pub variants: Vec<Variant>,
    /// How the numbers of this very answer were seen, where not as the registry says of the outcome.
    pub verification: Option<Verification>,
    /// Why there is no answer.
    pub refused: Option<Refusal>,
}

impl OutcomeAnswer {
    /// An empty answer for an outcome.
    #[must_use]
    pub fn of(outcome: Outcome, horizon: impl Into<Option<Horizon>>) -> Self {
        Self { outcome: Some(outcome), horizon: horizon.into(), ..Self::default() }
    }

    /// The same with these numbers; what it was refused for stays.
    pub(crate) fn with(self, numbers: Numbers) -> Self {
        let Numbers { percent, reconciled_percent, points, category, at_cut_off, refused: _ } = numbers;
        Self { percent, reconciled_percent, points, category, at_cut_off, ..self }
    }

    /// The answer, refused.
    #[must_use]
    pub fn refused(outcome: Outcome, horizon: impl Into<Option<Horizon>>, refusal: Refusal) -> Self {
        Self { refused: Some(refusal), ..Self::of(outcome, horizon) }
    }
}

/// What a model says of one person.
///
/// A decision rests on numbers, and so for speed the engine asks for these first: for outcomes with their
/// ranges, categories, other readings, verification and refusals. Asked for in full, a model says too what it
/// was computed from, what was read into unknowns, flags and sources.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelAnswer {
    /// The model.
    pub model: &'static Model,
    /// What it was computed from.
    pub inputs: Vec<Input>,
    /// What was unknown and read as something.
    pub assumed: Vec<ReadAs>,
    /// Inputs outside the model's range that were moved to its limit, because the caller asked for it.
    pub clamped: Vec<Remark>,
    /// The answer for each outcome.
    pub outcomes: Vec<OutcomeAnswer>,
    /// Sources used beside those of the registry.
    pub citations: Vec<CitationId>,
    /// Whether it was asked for in full, and not for its numbers only.
    pub(crate) in_full: bool,
}

impl ModelAnswer {
    /// An answer without outcomes yet, for its numbers only.
    #[must_use]
    pub fn new(model: &'static Model) -> Self {
        Self {
            model,
            inputs: Vec::new(),
            assumed: Vec::new(),
            clamped: Vec::new(),
            outcomes: Vec::new(),
            citations: Vec::new(),
            in_full: false,
        }
    }

    /// The same refusal for these outcomes.
    #[must_use]
    pub fn refused<const N: usize>(
        model: &'static Model,
        outcomes: [(Outcome, Option<Horizon>); N],
        refusal: Refusal,
    ) -> Self {
        // The last takes the refusal itself.
        let each = outcomes.into_iter().zip(core::iter::repeat_n(refusal, N));
        let refused =
            each.map(|((outcome, horizon), refusal)| OutcomeAnswer::refused(outcome, horizon, refusal));
        Self { outcomes: refused.collect(), ..Self::new(model) }
    }

    /// Lists an input that it was computed from, if asked for in full.
    pub(crate) fn input(&mut self, name: &'static str, value: impl Into<InputValue>) {
        if self.in_full {
            self.push_input(name, value.into());
        }
    }

    // What is called in a hundred places is one function.
    #[inline(never)]
    fn push_input(&mut self, name: &'static str, value: InputValue) {
        self.inputs.push(Input { name, value });
    }

    /// Lists sources beside those of the registry, if asked for in full.
    pub(crate) fn cite(&mut self, sources: &[CitationId]) {
        if self.in_full {
            self.citations.extend_from_slice(sources);
        }
    }

    /// How the numbers of an outcome were seen.
    #[must_use]
    pub fn verification(&self, answer: &OutcomeAnswer, sex: Sex) -> Verification {
        let registered = answer.outcome.and_then(|outcome| self.model.outcome(outcome, sex));
        // An outcome that the registry does not hold for this sex is refused; nothing of it was seen.
        answer.verification.or(registered.map(|row| row.verification)).unwrap_or(Verification::Recalled)
    }
}
