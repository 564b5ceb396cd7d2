//! What a model says in numbers alone: without words, ranges and lists, and so without an allocation.

use crate::error::Code;

use super::{ModelAnswer, OutcomeAnswer};

/// Outcomes that a model has at most.
pub const MOST_OUTCOMES: usize = 4;

/// What a model says of one outcome, in numbers.
///
/// The same numbers as those of an [`OutcomeAnswer`]: both come from one reckoning.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Numbers {
    /// Risk, %.
    pub percent: Option<f64>,
    /// Risk, %, brought into line with the model's other outcome.
    pub reconciled_percent: Option<f64>,
    /// Points.
    pub points: Option<f64>,
    /// The model's own category.
    pub category: Option<&'static str>,
    /// Whether the model's published cut-off for action is reached.
    pub at_cut_off: Option<bool>,
    /// Why there is no answer.
    pub refused: Option<Code>,
}

impl Numbers {
    /// No answer.
    #[must_use]
    pub fn refused(code: Code) -> Self {
        Self { refused: Some(code), ..Self::default() }
    }

    /// Writes those of a model with these outcomes.
    #[inline]
    pub(crate) fn each<const N: usize>(to: &mut InNumbers, outcomes: [Self; N]) {
        const { assert!(N <= MOST_OUTCOMES) };
        for (to, outcome) in to.iter_mut().zip(outcomes) {
            *to = outcome;
        }
    }

    /// Writes the same refusal of so many outcomes.
    pub(crate) fn none<const N: usize>(to: &mut InNumbers, code: Code) {
        Self::each(to, [Self::refused(code); N]);
    }
}

/// The numbers of each outcome of a model, in the order of its answer; those beyond its outcomes mean nothing.
pub type InNumbers = [Numbers; MOST_OUTCOMES];

impl From<&OutcomeAnswer> for Numbers {
    fn from(said: &OutcomeAnswer) -> Self {
        Self {
            percent: said.percent,
            reconciled_percent: said.reconciled_percent,
            points: said.points,
            category: said.category,
            at_cut_off: said.at_cut_off,
            refused: said.refused.as_ref().map(|refusal| refusal.code),
        }
    }
}

impl From<&ModelAnswer> for InNumbers {
    fn from(said: &ModelAnswer) -> Self {
        let mut numbers = Self::default();
        for (to, outcome) in numbers.iter_mut().zip(&said.outcomes) {
            *to = outcome.into();
        }
        numbers
    }
}
