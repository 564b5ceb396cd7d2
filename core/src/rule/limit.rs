//! Limits that quantities are compared with: fixed, or by age from a table with its source.

use crate::citation::{CitationId, Confidence};
use crate::document::options::NoggBetweenAges;

use super::fact::View;

/// What stands between two ages of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// The value of the lower age.
    Step,
    /// A straight line.
    Line,
    /// The value of the nearest age; half way, of the lower.
    Nearest,
    /// A straight line or a step, by the option `nogg_between_ages`.
    NoggOption,
}

/// A limit by age: `data/guideline/age_limits.csv`.
#[derive(Debug)]
pub struct AgeLimits {
    /// Name, as `nogg2024_mof_intervention`.
    pub id: &'static str,
    /// Age in completed years and limit; in some tables two readings of the limit, the lower first.
    pub rows: &'static [(u8, f64, f64)],
    /// What stands between two ages. Above the last its limit holds; below the first there is none.
    pub between: Between,
    /// Source.
    pub citation: CitationId,
    /// Confidence.
    pub confidence: Confidence,
}

/// A limit.
#[derive(Clone, Copy, Debug)]
pub enum Limit {
    /// The same for all.
    Fixed(f64),
    /// By age.
    ByAge(&'static AgeLimits),
}

/// A limit for one person: its two readings, mostly the same. Between them a verdict cannot be said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LimitHere {
    /// The lower reading.
    pub low: f64,
    /// The higher reading.
    pub high: f64,
    /// Whether it was drawn between two published ages.
    pub interpolated: bool,
}

impl LimitHere {
    const fn of(value: f64) -> Self {
        Self { low: value, high: value, interpolated: false }
    }
}

impl Limit {
    /// The limit for this person; `None` below the first age of a table.
    #[must_use]
    pub fn here(&self, view: &View<'_>) -> Option<LimitHere> {
        match self {
            Self::Fixed(value) => Some(LimitHere::of(*value)),
            Self::ByAge(table) => {
                let option = view.evidence.setup.options.nogg_between_ages;
                table.at(view.age(), option.unwrap_or(NoggBetweenAges::Interpolate))
            }
        }
    }

    /// Whether two are one limit, stated in two places.
    pub(super) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fixed(one), Self::Fixed(other)) => one.to_bits() == other.to_bits(),
            (Self::ByAge(one), Self::ByAge(other)) => core::ptr::eq(*one, *other),
            _ => false,
        }
    }

    /// The limit at an age in completed years; `None` below the first age of a table.
    pub(super) fn at(&self, age: f64, option: NoggBetweenAges) -> Option<LimitHere> {
        match self {
            Self::Fixed(value) => Some(LimitHere::of(*value)),
            Self::ByAge(table) => table.at(age, option),
        }
    }
}

impl AgeLimits {
    /// The limit at an age in completed years.
    #[must_use]
    pub fn at(&self, age: f64, option: NoggBetweenAges) -> Option<LimitHere> {
        let below = self.rows.iter().rev().find(|(from, ..)| f64::from(*from) <= age)?;
        let above = self.rows.iter().find(|(from, ..)| f64::from(*from) > age);
        let (from, low, high) = *below;
        let here = LimitHere { low, high, interpolated: false };
        let Some(&(to, low_above, high_above)) = above else { return Some(here) };
        let share = (age - f64::from(from)) / f64::from(to.saturating_sub(from)).max(1.0);
        let line = match (self.between, option) {
            (Between::Line, _) | (Between::NoggOption, NoggBetweenAges::Interpolate) => true,
            (Between::Nearest, _) if share > 0.5 => {
                return Some(LimitHere { low: low_above, high: high_above, interpolated: false });
            }
            _ => false,
        };
        if !line || share == 0.0 {
            return Some(here);
        }
        let drawn = |below: f64, above: f64| below + (above - below) * share;
        Some(LimitHere { low: drawn(low, low_above), high: drawn(high, high_above), interpolated: true })
    }
}
