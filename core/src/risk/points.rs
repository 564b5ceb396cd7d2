//! Scores that count points: bands of `data/risk/points.csv`.

/// One end of a band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// None.
    Open,
    /// The value itself belongs to the band.
    Included(f64),
    /// The value itself does not.
    Excluded(f64),
}

impl Bound {
    /// The value of the bound, in the band or not.
    #[must_use]
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::Open => None,
            Self::Included(value) | Self::Excluded(value) => Some(value),
        }
    }
}

/// Points for values between two bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Lower end.
    pub low: Bound,
    /// Upper end.
    pub high: Bound,
    /// Points.
    pub points: f64,
}

impl Band {
    /// Whether the value is in the band. NaN is in none.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        let above = match self.low {
            Bound::Open => !value.is_nan(),
            Bound::Included(low) => value >= low,
            Bound::Excluded(low) => value > low,
        };
        let below = match self.high {
            Bound::Open => !value.is_nan(),
            Bound::Included(high) => value <= high,
            Bound::Excluded(high) => value < high,
        };
        above && below
    }
}

/// The points of the band that holds the value.
#[must_use]
pub fn points(bands: &[Band], value: f64) -> Option<f64> {
    bands.iter().find(|band| band.holds(value)).map(|band| band.points)
}

/// The terms of each model that counts points.
pub(crate) mod terms {
    #[allow(unused_imports, reason = "the models import them")]
    use super::{Band, Bound};
    include!(concat!(env!("OUT_DIR"), "/points.rs"));
}
