//! Why an indicator cannot be computed, and what to know of it: the sentences.

use jiff::civil::Date;

use super::definition::Indicator;
use super::tally::Tally;

/// The denominator is empty.
pub(super) const NOBODY: &str = "Nobody is in the denominator.";
/// The denominator is stated as zero.
pub(super) const NONE_EXPECTED: &str = "None is expected, so that there is no percentage.";
/// The numerator is above the denominator.
pub(super) const MORE_THAN_EXPECTED: &str = "More were found than expected: the number expected is too low.";
/// The level hangs on what is not known.
pub(super) const LEVEL_OPEN: &str = "No level is given, since what is not known could change it.";

/// `cannot be computed, because`, and the reasons; the first is a clause and the others are sentences.
#[must_use]
pub(super) fn cannot(reasons: &[&str]) -> Option<String> {
    let reasons: Vec<_> = reasons.iter().copied().filter(|reason| !reason.is_empty()).collect();
    Some(format!("cannot be computed, because {}", reasons.join(" ")))
}

/// The sentences that there are, one after the other.
#[must_use]
pub(super) fn joined(said: &[String]) -> Option<String> {
    let said: Vec<_> = said.iter().map(String::as_str).filter(|sentence| !sentence.is_empty()).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What no record says.
#[must_use]
pub(super) fn nothing_is_said(indicator: &Indicator, tally: &Tally) -> String {
    let denominator = indicator.denominator.map(|denominator| denominator.who());
    let numerator = indicator.numerator.map(|numerator| numerator.who());
    let who = if tally.denominator_not_said > 0 { denominator } else { numerator };
    format!("no record says who {}.", who.unwrap_or_default())
}

/// The records name those who were reached, and nobody who was not.
#[must_use]
pub(super) fn only_yes_is_said(tally: &Tally) -> String {
    let (low, high) = tally.bounds();
    format!(
        "the records say only of whom it was so, and are silent on {}: it is between {} and {} of {}.",
        fractures(tally.silent()),
        low.numerator,
        high.numerator,
        high.denominator
    )
}

/// How many count as not reached, though another end came first.
#[must_use]
pub(super) fn ended(tally: &Tally) -> Option<String> {
    let ended = tally.no_and_ended;
    (ended > 0).then(|| {
        format!("Of {} the person died or moved before the window's end: not reached.", fractures(ended))
    })
}

/// How many windows are not over.
#[must_use]
pub(super) fn window_not_over(tally: &Tally, as_of: Date) -> Option<String> {
    let waiting = tally.waiting();
    (waiting > 0)
        .then(|| format!("On {as_of} the window of {} is not over, left out until then.", fractures(waiting)))
}

/// How many journeys the records are silent on, and between which ends the rate then lies.
#[must_use]
pub(super) fn silent(tally: &Tally) -> Option<String> {
    let silent = tally.silent();
    let (low, high) = tally.bounds();
    (silent > 0).then(|| {
        format!(
            "The records are silent on {}, left out: with them it would be between {} and {} of {}.",
            fractures(silent),
            low.numerator,
            high.numerator,
            high.denominator
        )
    })
}

/// How many fractures are of a bone that is not stated.
#[must_use]
pub(super) fn site_silent(count: u64) -> String {
    format!("The records do not say which bone it was of {}, left out.", fractures(count))
}

fn fractures(count: u64) -> String {
    if count == 1 { "1 fracture".to_owned() } else { format!("{count} fractures") }
}
