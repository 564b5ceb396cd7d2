//! Time to an end: Kaplan-Meier, and Aalen-Johansen where another end competes.

mod aalen_johansen;
mod kaplan_meier;

use crate::math;

pub use aalen_johansen::{Cumulative, aalen_johansen};
pub use kaplan_meier::kaplan_meier;

use super::rate::Z_95;

/// How one follow-up ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The event of interest.
    Event,
    /// Another end that rules it out.
    Competing,
    /// Still followed.
    Censored,
}

/// One follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Days from the start.
    pub days: u32,
    /// How it ended.
    pub ended: Ended,
}

/// An estimate from a day on, until the next one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Days since the start.
    pub days: u32,
    /// At risk just before.
    pub at_risk: u64,
    /// The proportion, 0-1.
    pub proportion: f64,
    /// Interval at 95 %, lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The estimate on a day: the last at or before it, with those who were at risk just before the day.
///
/// None where nobody was followed so long, unless the curve had come to its end: then nothing was left to follow.
#[must_use]
pub fn at_day(curve: &[Estimate], people: &[FollowUp], days: u32) -> Option<Estimate> {
    let last = curve.iter().rfind(|estimate| estimate.days <= days)?;
    let at_risk = people.iter().filter(|person| person.days >= days).count() as u64;
    let at_its_end = last.proportion <= 0.0;
    if at_risk == 0 && !at_its_end {
        return None;
    }
    let none_yet = last.proportion >= 1.0;
    let low = if none_yet { math::pow(TAIL, 1.0 / at_risk as f64) } else { last.low };
    Some(Estimate { days, at_risk, low, ..*last })
}

/// How many were at risk just before a day, and how many of each end there were on it. Ends of a day come before
/// those who are censored on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Day {
    days: u32,
    at_risk: u64,
    events: u64,
    competing: u64,
}

/// The days on which somebody reached an end, in order.
fn days_of_ends(people: &[FollowUp]) -> Vec<Day> {
    let mut sorted = people.to_vec();
    sorted.sort_by_key(|person| person.days);
    let mut at_risk = sorted.len() as u64;
    let mut days = Vec::new();
    for same in sorted.chunk_by(|a, b| a.days == b.days) {
        let count = |ended| same.iter().filter(|person| person.ended == ended).count() as u64;
        let (events, competing) = (count(Ended::Event), count(Ended::Competing));
        if let Some(first) = same.first().filter(|_| events + competing > 0) {
            days.push(Day { days: first.days, at_risk, events, competing });
        }
        at_risk -= same.len() as u64;
    }
    days
}

/// Half of what an interval at 95 % leaves out.
const TAIL: f64 = 0.025;

/// The interval at 95 % of a proportion on the scale of log(-log p); `n` are those at risk.
///
/// At 0 and 1 that scale has no width, which would be more certainty than a few people give: the exact binomial
/// limit of `n` of `n` stands there.
fn interval(proportion: f64, variance: f64, n: u64) -> (f64, f64) {
    let beyond = if n == 0 { 0.0 } else { math::pow(TAIL, 1.0 / n as f64) };
    if proportion <= 0.0 {
        return (0.0, 1.0 - beyond);
    }
    if proportion >= 1.0 {
        return (beyond, 1.0);
    }
    let spread = Z_95 * math::sqrt(variance) / (proportion * math::ln(proportion)).abs();
    // `spread` is positive: the larger power of a number below 1 is the smaller.
    (math::pow(proportion, math::exp(spread)), math::pow(proportion, math::exp(-spread)))
}
