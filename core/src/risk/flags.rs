//! What must be said of every model: an answer that hangs on the rounding of a T-score, and a person on
//! treatment.

use core::fmt::Write as _;

use crate::densitometry::{Flag, Setup};
use crate::document::options::{TCompare, Uk2008Interpolation};
use crate::facts::Person;

use super::{ModelAnswer, Outcome, OutcomeAnswer, Remark, models};

/// Flags each outcome that the other T-score, exact or reported, would answer otherwise.
pub(super) fn depends_on_rounding(said: &mut ModelAnswer, otherwise: &ModelAnswer, setup: &Setup) {
    if *said.model == models::UK2008_PUBLISHED_TABLE
        && setup.options.uk2008_interpolation == Some(Uk2008Interpolation::Linear)
    {
        // Between the cells every T-score has an answer of its own; no band is crossed.
        return;
    }
    let other = match setup.t_compare() {
        TCompare::Reported => "exact",
        TCompare::Exact => "reported",
    };
    for (outcome, otherwise) in said.outcomes.iter_mut().zip(&otherwise.outcomes) {
        let decides = |o: &OutcomeAnswer| (o.category, o.points, o.percent, o.refused.is_some());
        if decides(outcome) != decides(otherwise) {
            let text = format!("the {other} T-score would give {}", in_words(otherwise));
            outcome.flags.push(Remark { code: Flag::ClassDependsOnRounding.as_str(), text });
        }
    }
}

fn in_words(outcome: &OutcomeAnswer) -> String {
    let mut words = String::new();
    if let Some(category) = outcome.category {
        words.push_str(category);
    }
    // Writing to a string does not fail.
    for (value, unit) in [(outcome.points, "points"), (outcome.percent, "%")] {
        if let Some(value) = value {
            let _ = write!(words, "{}{value} {unit}", if words.is_empty() { "" } else { ", " });
        }
    }
    if words.is_empty() { "no answer".to_owned() } else { words }
}

/// The remark for a person on treatment for osteoporosis.
pub(super) fn on_treatment(person: &Person<'_>) -> Option<Remark> {
    let course = person.osteoporosis_treatments().next()?;
    let drug = course.drug.map_or("a drug for osteoporosis", crate::document::Drug::as_str);
    let since =
        course.start.map_or(", begun on a day not stated".to_owned(), |start| format!(" since {start}"));
    let text = format!("the person takes {drug}{since}: the model was not made for people on treatment");
    Some(Remark { code: "on_treatment", text })
}

/// Adds it to what speaks of fractures to come.
pub(super) fn of_untreated(said: &mut ModelAnswer, treated: &Remark) {
    let of_fracture =
        |outcome: &OutcomeAnswer| !matches!(outcome.outcome, Some(Outcome::LowBoneDensity | Outcome::Death));
    if *said.model == models::UK2008_PUBLISHED_TABLE {
        return;
    }
    for outcome in said.outcomes.iter_mut().filter(|o| of_fracture(o) && o.says_something()) {
        outcome.flags.push(treated.clone());
    }
}
