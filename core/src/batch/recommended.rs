//! What the guidelines of a block recommend together, as triage asks.

use crate::document::guidance::Recommendation;
use crate::rule::{BlockDecision, Lanes};
use crate::triage::{Cause, Causes, causes_of_guidelines};

/// The rows to which any guideline recommends something, of whom any says that the risk is very high, and of whom
/// any speaks.
#[derive(Debug, Default)]
pub(super) struct Recommended {
    by: [Lanes; Recommendation::ALL.len()],
    very_high: Lanes,
    applies: Lanes,
}

impl Recommended {
    /// Adds what one guideline says.
    pub(super) fn add(&mut self, said: &BlockDecision) {
        for (rows, &one) in self.by.iter_mut().zip(Recommendation::ALL) {
            *rows = *rows | said.recommends(one);
        }
        self.very_high = self.very_high | said.very_high();
        self.applies = self.applies | said.applies();
    }

    /// The causes that the guidelines give for a row.
    pub(super) fn causes(&self, row: usize) -> Causes {
        let given = self.applies.has(row).then(|| {
            let very_high = self.very_high.has(row).then_some(Causes::of(Cause::GuidelineVeryHigh));
            let by = self.by.iter().zip(Recommendation::ALL).filter(|(rows, _)| rows.has(row));
            by.map(|(_, &one)| Causes::of_recommendation(one))
                .fold(very_high.unwrap_or_default(), Causes::union)
        });
        causes_of_guidelines(given.into_iter())
    }
}
