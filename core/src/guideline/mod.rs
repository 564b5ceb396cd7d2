//! Treatment guidelines, one file each: nothing but rules and the facts that are their own.
//!
//! Every guideline is answered apart; thresholds are never blended. A recommendation says who is eligible for
//! treatment, and nothing about which drug is safe.

mod aace2020;
mod acp2023;
mod acr2022_giop;
pub mod age_limits;
mod answer;
mod asked;
mod bhof2022;
mod caroc2010;
mod dvo2023;
mod endocrine2020;
mod esceo2019;
pub mod fact;
mod giop_france_2014;
mod grio2018_women;
mod grio2021_men;
mod grio_table;
mod has2023;
mod japan2015;
mod nice_ta464;
mod nogg2024;
mod nogg2024_giop;
mod osteoporosis_canada2023;
mod uspstf2018;

use crate::evidence::Evidence;
use crate::rule::Guideline;

pub use answer::GuidelineAnswer;
pub use asked::Guidelines;

/// The guideline whose tables the evidence reads.
pub(crate) static DVO2023: &Guideline = &dvo2023::GUIDELINE;

/// Every guideline, in the order in which answers list them: by country, the founding one first.
static ALL: &[&Guideline] = &[
    &grio2018_women::GUIDELINE,
    &grio2021_men::GUIDELINE,
    &giop_france_2014::GUIDELINE,
    &has2023::GUIDELINE,
    &nogg2024::GUIDELINE,
    &nogg2024_giop::GUIDELINE,
    &nice_ta464::GUIDELINE,
    &dvo2023::GUIDELINE,
    &bhof2022::GUIDELINE,
    &aace2020::GUIDELINE,
    &endocrine2020::GUIDELINE,
    &acp2023::GUIDELINE,
    &acr2022_giop::GUIDELINE,
    &uspstf2018::GUIDELINE,
    &osteoporosis_canada2023::GUIDELINE,
    &caroc2010::GUIDELINE,
    &japan2015::GUIDELINE,
    &esceo2019::GUIDELINE,
];

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
