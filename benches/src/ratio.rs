//! A figure: what was measured over its yardstick, beside what is promised of it.

use std::fmt;

/// What is promised of a ratio.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Promised {
    /// It is no more than this.
    AtMost(f64),
    /// It is no less than this.
    AtLeast(f64),
    /// Nothing: it is told for the record.
    Nothing,
}

impl fmt::Display for Promised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(limit) => write!(f, "at most {limit}"),
            Self::AtLeast(limit) => write!(f, "at least {limit}"),
            Self::Nothing => f.write_str("-"),
        }
    }
}

/// A measured ratio.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratio {
    /// What was measured.
    pub what: String,
    /// Against what.
    pub yardstick: String,
    /// The one over the other.
    pub value: f64,
    /// What is promised.
    pub promised: Promised,
}

impl Ratio {
    /// Whether it is as promised.
    #[must_use]
    pub fn holds(&self) -> bool {
        match self.promised {
            Promised::AtMost(limit) => self.value <= limit,
            Promised::AtLeast(limit) => self.value >= limit,
            Promised::Nothing => true,
        }
    }

    /// The value with the digits that a noisy machine can answer for.
    #[must_use]
    pub fn shown(&self) -> String {
        match self.value {
            value if value < 1.0 => format!("{value:.3}"),
            value if value < 10.0 => format!("{value:.2}"),
            value => format!("{value:.0}"),
        }
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} / {} = {}", self.what, self.yardstick, self.shown())?;
        match self.promised {
            Promised::Nothing => f.write_str(" (for the record)"),
            promised if self.holds() => write!(f, " (promised: {promised})"),
            promised => write!(f, " (promised: {promised}) NOT AS PROMISED"),
        }
    }
}
