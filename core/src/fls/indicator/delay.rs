//! The delay from the fracture to the assessment.

use jiff::civil::Date;

use crate::fls::journey::Journey;

use super::answer::Answer;
use super::definition::Indicator;

/// The median delay of those who were seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Delay {
    /// Twice the median, days: a whole number also where two are in the middle.
    pub(super) twice_median_days: u64,
    /// How many were seen on a day that is stated.
    pub(super) seen: u64,
}

impl Delay {
    /// The delay in a sentence.
    #[must_use]
    pub(super) fn sentence(self) -> String {
        let half = if self.twice_median_days % 2 == 1 { ".5" } else { "" };
        let (days, seen) = (self.twice_median_days / 2, self.seen);
        format!("The median delay of the {seen} who were seen is {days}{half} days.")
    }
}

/// The median delay where the window is over: before that the late ones are still missing.
#[must_use]
pub(super) fn median(indicator: &Indicator, journeys: &[&Journey], as_of: Date) -> Option<Delay> {
    let clock = indicator.clock(as_of);
    let mut days: Vec<u64> = journeys
        .iter()
        .filter(|journey| indicator.speaks_of(journey) == Answer::Yes && !clock.is_open(journey))
        .filter_map(|journey| {
            let on = journey.attended.done_on()?;
            u64::try_from((on - journey.day).get_days()).ok()
        })
        .collect();
    days.sort_unstable();
    let at = |index: usize| days.get(index).copied();
    let lower = at(days.len().checked_sub(1)? / 2)?;
    Some(Delay { twice_median_days: lower + at(days.len() / 2)?, seen: days.len() as u64 })
}
