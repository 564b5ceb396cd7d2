//! Calcium before a dose by injection: low, or not known to be enough, it is seen to first.

use crate::safety::{Facts, Product, calcium_blocks};

use super::answer::{CourseAnswer, CourseWhy};
use super::taken::Taken;

/// A verdict that asks for a dose, with what calcium asks for before it.
pub(super) fn first(taken: &Taken<'_>, product: Product, mut said: CourseAnswer) -> CourseAnswer {
    match calcium_blocks(&Facts::read(taken.evidence), product) {
        Some(false) => {}
        Some(true) => said.reasons.insert(0, CourseWhy::CalciumLow),
        None => {
            said.reasons.insert(0, CourseWhy::CalciumUnknown);
            said.missing.push("labs.calcium_corrected");
        }
    }
    said
}
