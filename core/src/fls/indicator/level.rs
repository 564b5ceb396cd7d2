//! Levels: which band a rate falls into, on whole numbers, so that a limit is met exactly.

use crate::citation::{CitationId, Confidence};
use crate::document::choice::choice;
use crate::fls::output::Level;
use crate::fls::rate::Rate;

use super::definition::BANDS;

choice! {
    /// What the limits of a band are in.
    pub enum Unit { Percent = "percent", Days = "days", }
}

/// A band of a set of levels. An end is a limit, and whether the limit itself counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The set of levels.
    pub levels: &'static str,
    /// What the limits are in.
    pub unit: Unit,
    /// The level.
    pub level: Level,
    /// Lower end; none: from below.
    pub from: Option<(u32, bool)>,
    /// Upper end; none: to above.
    pub to: Option<(u32, bool)>,
    /// Where it comes from.
    pub citation: CitationId,
    /// How far it is trusted.
    pub confidence: Confidence,
}

impl Band {
    /// Whether `numerator / denominator`, in the unit of the band, is within.
    fn holds(&self, numerator: u128, denominator: u128) -> bool {
        let limit = |limit: u32| u128::from(limit) * denominator;
        let above = self
            .from
            .is_none_or(|(from, counts)| numerator > limit(from) || (counts && numerator == limit(from)));
        let below =
            self.to.is_none_or(|(to, counts)| numerator < limit(to) || (counts && numerator == limit(to)));
        above && below
    }
}

fn bands(levels: &str) -> impl Iterator<Item = &'static Band> {
    BANDS.iter().filter(move |band| band.levels == levels)
}

/// The level of a ratio; none where the set has no bands, and of nobody.
fn level(levels: &str, unit: Unit, numerator: u128, denominator: u128) -> Option<Level> {
    let mut of_unit = bands(levels).filter(|band| band.unit == unit).peekable();
    if denominator == 0 || of_unit.peek().is_none() {
        return None;
    }
    let found = of_unit.find(|band| band.holds(numerator, denominator));
    Some(found.map_or(Level::BetweenBands, |band| band.level))
}

/// The level of a rate.
///
/// ```
/// use osteon::fls::{Rate, indicator, output::Level};
/// let level = |numerator, denominator| indicator::level_of("iof", Rate { numerator, denominator });
/// assert_eq!(level(4, 5), Some(Level::Amber));
/// assert_eq!(level(801, 1000), Some(Level::Green));
/// assert_eq!(level(0, 0), None);
/// ```
#[must_use]
pub fn level_of(levels: &str, rate: Rate) -> Option<Level> {
    level(levels, Unit::Percent, 100 * u128::from(rate.numerator), u128::from(rate.denominator))
}

/// The level of the median of delays in days; of an even number of them, of the middle between the two.
#[must_use]
pub fn level_of_median(levels: &str, twice_median_days: u64) -> Option<Level> {
    level(levels, Unit::Days, u128::from(twice_median_days), 2)
}

/// The least trusted of the bands; none where the set has none.
#[must_use]
pub fn confidence_of(levels: &str) -> Option<Confidence> {
    bands(levels).map(|band| band.confidence).max()
}
