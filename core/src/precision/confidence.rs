//! The two-sided confidence level that limits and changes are stated at.

use serde::Serialize;

use crate::error::{Code, Refusal};
use crate::math::{Z_95, normal_quantile};

/// A two-sided confidence level, 0.5 to 0.999; 0.95 by default.
///
/// ```
/// use osteon::precision::Confidence;
/// let ninety = Confidence::new(0.90)?;
/// assert!((ninety.z() - 1.644_853_6).abs() < 1e-7);
/// assert_eq!(Confidence::default().level(), 0.95);
/// assert!(Confidence::new(95.0).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Confidence {
    level: f64,
    z: f64,
}

impl Confidence {
    /// The level, as a fraction.
    ///
    /// # Errors
    ///
    /// Outside 0.5 to 0.999, or not a number; a percentage is named as such.
    pub fn new(level: f64) -> Result<Self, Refusal> {
        const LIMIT: &str = "0.5-0.999";
        if !level.is_finite() {
            return Err(Refusal::new(Code::NotFinite, "confidence", level, format!("a number, {LIMIT}")));
        }
        // Half the rest on either side of the interval.
        let z = normal_quantile(0.5 + level / 2.0).filter(|_| (0.5..=0.999).contains(&level));
        z.map(|z| Self { level, z }).ok_or_else(|| {
            if (50.0..=99.9).contains(&level) {
                Refusal::new(Code::UnitSlip, "confidence", level, LIMIT)
                    .with_slip(format!("that looks like a percentage: write {}", level / 100.0))
            } else {
                Refusal::new(Code::OutOfRange, "confidence", level, LIMIT)
            }
        })
    }

    /// The level, as a fraction.
    #[must_use]
    pub const fn level(self) -> f64 {
        self.level
    }

    /// Half-width of the interval in SDs of a normal distribution.
    #[must_use]
    pub const fn z(self) -> f64 {
        self.z
    }

    /// The probability below the interval and above it.
    #[must_use]
    pub const fn tail(self) -> f64 {
        (1.0 - self.level) / 2.0
    }
}

impl Default for Confidence {
    fn default() -> Self {
        Self { level: 0.95, z: Z_95 }
    }
}

/// Confidence limits, in the unit of what they bracket.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Limits {
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_what_new_makes() {
        let made = Confidence::new(0.95).unwrap();
        assert!((made.z() - Confidence::default().z()).abs() < 1e-15);
    }

    #[test]
    fn refusals_name_the_percentage() {
        let refusal = Confidence::new(95.0).unwrap_err();
        assert_eq!(refusal.code, Code::UnitSlip);
        assert_eq!(
            refusal.to_string(),
            "confidence: 95 is outside 0.5-0.999; that looks like a percentage: write 0.95"
        );
        assert_eq!(Confidence::new(1.0).unwrap_err().code, Code::OutOfRange);
        assert_eq!(Confidence::new(-0.95).unwrap_err().code, Code::OutOfRange);
        assert_eq!(Confidence::new(f64::NAN).unwrap_err().code, Code::NotFinite);
    }
}
