//! Changes between scans.

use osteon::precision::Significance;

use super::mirrors;

/// Which earlier scan a change is measured against.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_against {
    /// Not known, or not stated.
    Unknown = 0,
    /// The last one before.
    Previous = 1,
    /// The first one.
    Baseline = 2,
}

mirrors!(osteon_against, osteon::document::assessment::Against, { Previous, Baseline });

/// Whether a change is more than the noise of measurement.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_significance {
    /// Not known, or not stated.
    #[allow(dead_code, reason = "it is only ever in the hands of callers")]
    Unknown = 0,
    /// A fall by the least significant change or more.
    Loss = 1,
    /// Less than the least significant change.
    NotSignificant = 2,
    /// A rise by the least significant change or more.
    Gain = 3,
}

impl From<Significance> for osteon_significance {
    fn from(one: Significance) -> Self {
        match one {
            Significance::Loss => Self::Loss,
            Significance::NotSignificant => Self::NotSignificant,
            Significance::Gain => Self::Gain,
        }
    }
}
