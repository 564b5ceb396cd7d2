//! Quantities with their units and ranges; construction validates, and T is not Z.

use serde::{Deserialize, Serialize};

/// Declares a quantity: its unit is in the accessor's name, its range is stated once.
macro_rules! quantity {
    ($(#[$meta:meta])* $Name:ident, $unit:ident, $low:literal..=$high:literal, $limit:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize)]
        #[serde(transparent)]
        pub struct $Name(f64);

        impl $Name {
            /// Lowest value allowed.
            pub const MIN: f64 = $low;
            /// Highest value allowed.
            pub const MAX: f64 = $high;
            /// The range, in words.
            pub const LIMIT: &'static str = $limit;

            #[doc = concat!("`None` outside ", $limit, ", and for NaN.")]
            #[must_use]
            pub fn new(value: f64) -> Option<Self> {
                (Self::MIN..=Self::MAX).contains(&value).then_some(Self(value))
            }

            #[doc = concat!("The value (", $limit, ").")]
            #[must_use]
            pub const fn $unit(self) -> f64 {
                self.0
            }
        }
    };
}

quantity!(
    /// Areal bone mineral density.
    ///
    /// ```
    /// use osteon::quantity::Bmd;
    /// assert_eq!(Bmd::new(0.812).map(Bmd::g_per_cm2), Some(0.812));
    /// assert!(Bmd::new(812.0).is_none());
    /// assert!(Bmd::new(f64::NAN).is_none());
    /// ```
    Bmd, g_per_cm2, 0.1..=3.0, "0.1-3.0 g/cm2"
);
quantity!(
    /// Standardised BMD; never interchangeable with a raw BMD.
    StandardisedBmd, mg_per_cm2, 100.0..=3000.0, "100-3000 mg/cm2"
);
quantity!(
    /// SDs from the young adult mean.
    PrintedT, sd, -10.0..=10.0, "-10 to +10"
);
quantity!(
    /// Age, fractional.
    Age, years, 0.0..=120.0, "0-120 years"
);
quantity!(
    /// Body height.
    Height, cm, 100.0..=230.0, "100-230 cm"
);
quantity!(
    /// Body weight.
    Weight, kg, 20.0..=300.0, "20-300 kg"
);

impl Age {
    /// Completed years, as models and guidelines count.
    #[must_use]
    pub fn completed_years(self) -> u8 {
        // 0..=120 by construction.
        self.0 as u8
    }
}

/// SDs from the young adult mean, unrounded.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TScore(pub f64);

/// SDs from the mean of people of the same age, unrounded.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ZScore(pub f64);

impl TScore {
    /// As a report prints it: one decimal, half away from zero.
    ///
    /// ```
    /// use osteon::quantity::TScore;
    /// // 0.564 g/cm2 against 0.858/0.120 is -2.45 exactly, whatever binary floating point makes of it.
    /// assert_eq!(TScore((0.564 - 0.858) / 0.120).reported().to_f64(), -2.5);
    /// assert_eq!(TScore(-2.449).reported().to_f64(), -2.4);
    /// ```
    #[must_use]
    pub fn reported(self) -> Tenths {
        Tenths::rounded(self.0)
    }
}

impl ZScore {
    /// As a report prints it: one decimal, half away from zero.
    #[must_use]
    pub fn reported(self) -> Tenths {
        Tenths::rounded(self.0)
    }
}

/// How near to a decimal boundary a computed score counts as at the boundary, in SDs.
///
/// BMD, mean and SD are decimals of at most six places, so that a score that is not at a boundary is
/// at least 1e-6 from it, while binary rounding moves one that is by less than 1e-12.
const SNAP_SD: f64 = 1e-9;

/// The same in tenths of an SD: as a part of the last decimal that is kept.
pub(crate) const SNAP_TENTHS: f64 = SNAP_SD * 10.0;

/// A score in tenths of an SD: what a report prints and what classes compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tenths(i16);

impl Tenths {
    /// From tenths: -25 is -2.5.
    #[must_use]
    pub const fn new(tenths: i16) -> Self {
        Self(tenths)
    }

    /// The tenths: -2.5 is -25.
    #[must_use]
    pub const fn tenths(self) -> i16 {
        self.0
    }

    /// One decimal, half away from zero.
    #[must_use]
    pub fn rounded(sd: f64) -> Self {
        // `as` drops the fraction and saturates; scores of any person are far inside the range.
        let tenths = (sd.abs() * 10.0 + 0.5 + SNAP_TENTHS) as i16;
        Self(if sd < 0.0 { -tenths } else { tenths })
    }

    /// The nearest double of the decimal.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

/// The value of a score that classes compare: a whole number of billionths of an SD.
///
/// Comparisons are between integers, so that a stated decimal at a boundary is at the boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Compared(i64);

impl Compared {
    /// The reported value.
    #[must_use]
    pub const fn reported(tenths: Tenths) -> Self {
        Self(tenths.0 as i64 * 100_000_000)
    }

    /// The unrounded value, snapped to 1e-9.
    #[must_use]
    pub fn exact(sd: f64) -> Self {
        let scaled = sd * 1e9;
        let half = if scaled < 0.0 { -0.5 } else { 0.5 };
        Self((scaled + half) as i64)
    }

    /// This value minus another, in SDs.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }

    /// The value in SDs.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 1e9
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_goes_away_from_zero() {
        for (sd, tenths) in
            [(-2.45, -25), (2.45, 25), (-2.44999, -24), (0.05, 1), (-0.05, -1), (-0.04, 0), (-1.0, -10)]
        {
            assert_eq!(Tenths::rounded(sd).tenths(), tenths, "{sd}");
        }
    }

    #[test]
    fn boundaries_are_exact_on_the_stated_decimal() {
        let t = (0.558 - 0.858) / 0.120;
        assert_eq!(Compared::exact(t), Compared::reported(Tenths::new(-25)));
        assert!(Compared::exact((0.559 - 0.858) / 0.120) > Compared::reported(Tenths::new(-25)));
    }

    #[test]
    fn nan_and_infinity_are_no_quantity() {
        for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(Bmd::new(x).is_none() && Age::new(x).is_none() && PrintedT::new(x).is_none());
        }
    }
}
