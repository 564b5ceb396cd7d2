//! The tiers that the tables leave possible, as rules see them.
//!
//! A rule takes what the engine reads into a document as read, as it does of every guideline: an unknown trauma
//! at 50 or more, a dose without a word on when. What nobody said stays open. Where every risk factor was asked, a
//! low body mass index is one that was not named.

use crate::document::Section;
use crate::risk::{ModelAnswer, Subject, models};

use super::limits::BODY_MASS_INDEX_FIELD;
use super::thresholds::{LOWEST_AGE_YEARS, Tier, risk};
use super::{factors, other_row, possible_cells};

/// What the tables say of a person, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tiers {
    /// The lowest tier that remains possible.
    pub lowest: Tier,
    /// The highest.
    pub highest: Tier,
    /// Whether the other rule of age rows gives another tier.
    pub hangs_on_age_row: bool,
    /// Whether a body mass index that nobody stated was read as one that is not low.
    pub body_mass_index_read: bool,
}

/// The tiers that remain possible; `None` below the age at which the tables begin. What the model said already
/// is taken where it left nothing open.
pub(crate) fn tiers(subject: &Subject<'_>, said: &[ModelAnswer]) -> Option<Tiers> {
    let rule = super::rule(subject);
    let (other, other_name) = other_row(rule);
    if subject.age() < f64::from(LOWEST_AGE_YEARS) {
        return None;
    }
    let answer = said.iter().find(|answer| answer.model.id == models::DVO2023.id);
    let closed =
        answer.and_then(|answer| answer.outcomes.first()).filter(|outcome| outcome.could_be.is_empty());
    if let Some(outcome) = closed
        && let Some(tier) = outcome.category.and_then(Tier::from_key)
    {
        let hangs_on_age_row = outcome.variants.iter().any(|variant| variant.reading == other_name);
        return Some(Tiers { lowest: tier, highest: tier, hangs_on_age_row, body_mass_index_read: false });
    }
    let person = subject.person;
    let body_mass_index_read = person.bmi().is_none() && person.is_complete(Section::RiskFactors);
    let reading = factors::read(person).taken_as_read(body_mass_index_read.then_some(BODY_MASS_INDEX_FIELD));
    let inputs = super::inputs(subject, subject.age(), reading.read());
    let found = risk(&inputs, rule).ok()?;
    let possible = reading.could_be(&possible_cells(subject, &inputs, found.cell, rule));
    Some(Tiers {
        lowest: possible.first().copied().unwrap_or(found.tier),
        highest: possible.last().copied().unwrap_or(found.tier),
        hangs_on_age_row: risk(&inputs, other).is_ok_and(|answer| answer.tier != found.tier),
        body_mass_index_read,
    })
}
