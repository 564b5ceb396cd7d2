//! Treatment guidelines, one file each: nothing but rules and the facts that are their own.
//!
//! Every guideline is answered apart; thresholds are never blended. A recommendation says who is eligible for
//! treatment, and nothing about which drug is safe.

pub mod age_limits;
mod answer;
mod asked;
mod bhof2022;
pub mod fact;

use crate::evidence::Evidence;
use crate::rule::Guideline;

pub use answer::GuidelineAnswer;
pub use asked::Guidelines;

/// Every guideline, in the order in which answers list them: by country, the founding one first.
static ALL: &[&Guideline] = &[&bhof2022::GUIDELINE];

/// Every guideline of this build.
#[must_use]
pub fn all() -> &'static [&'static Guideline] {
    ALL
}

/// The guideline with this id.
///
/// ```
/// assert!(osteon::guideline::from_id("bhof2022").is_some());
/// ```
#[must_use]
pub fn from_id(id: &str) -> Option<&'static Guideline> {
    ALL.iter().copied().find(|guideline| guideline.id == id)
}

/// Every guideline asked for, at work on one person.
#[must_use]
pub fn answers(evidence: &Evidence<'_>) -> Vec<GuidelineAnswer> {
    let asked = ALL.iter().filter(|guideline| evidence.setup.guidelines.has(guideline));
    asked.map(|guideline| GuidelineAnswer::of(guideline, evidence)).collect()
}
