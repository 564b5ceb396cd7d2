//! The least significant change, and whether a change is one.
//!
//! ```text
//! LSC = z PE sqrt(1/n1 + 1/n2)
//! ```
//!
//! with `PE` the precision error (RMS-SD), `n1` and `n2` the measurements averaged at either visit
//! and `z` the two-sided normal quantile (Bonnick). For one measurement at each visit and
//! 95 % the ISCD writes the factor as 2.77. The LSC has the unit of the precision error: g/cm2 for an
//! RMS-SD, percent for an RMS-CV in percent.

use core::num::NonZeroU32;

use serde::Serialize;

use super::confidence::Confidence;
use crate::error::{Code, Refusal};
use crate::math::sqrt;
use crate::reference::thresholds;

/// Least significant change over precision error: 95 %, one measurement at each visit (ISCD).
pub const LSC_FACTOR: f64 = thresholds::LSC_FACTOR_95;

/// The rounded factors in use for one measurement at each visit, by confidence level (Bonnick).
const PUBLISHED_FACTORS: [(f64, f64); 3] =
    [(0.80, thresholds::LSC_FACTOR_80), (0.90, thresholds::LSC_FACTOR_90), (0.95, LSC_FACTOR)];

/// How near to the LSC a change counts as equal to it, g/cm2.
///
/// A stated decimal at the boundary is at the boundary whatever binary floating point makes of it:
/// 1.000 - 0.9723 is 0.0277 on paper and 0.0276999... or 0.0277000...5 in binary, depending on the
/// operands. Rounding moves it by less than 1e-15; scanners resolve 1e-4 at best, so that no change
/// worth telling apart from the LSC is within 1e-9 of it.
pub const BOUNDARY_G_CM2: f64 = 1e-9;

/// `2.77 x precision error`: 95 %, one measurement at each visit.
///
/// ```
/// use osteon::precision::lsc;
/// assert!((lsc(0.010)? - 0.0277).abs() < 1e-15);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
///
/// A precision error that is negative or not finite.
pub fn lsc(precision_error: f64) -> Result<f64, Refusal> {
    LscDesign::default().lsc(precision_error)
}

/// How sure, and how many measurements are averaged at either visit.
///
/// ```
/// use core::num::NonZeroU32;
/// use osteon::precision::{Confidence, LscDesign};
/// let two = NonZeroU32::MIN.saturating_add(1);
/// let twice = LscDesign { baseline: two, follow_up: two, ..LscDesign::default() };
/// assert!((twice.factor() - 1.96).abs() < 1e-4);
/// # let _: Confidence = twice.confidence;
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LscDesign {
    /// Confidence level, two-sided.
    pub confidence: Confidence,
    /// Measurements averaged at the first visit.
    pub baseline: NonZeroU32,
    /// Measurements averaged at the second visit.
    pub follow_up: NonZeroU32,
}

impl Default for LscDesign {
    fn default() -> Self {
        Self { confidence: Confidence::default(), baseline: NonZeroU32::MIN, follow_up: NonZeroU32::MIN }
    }
}

impl LscDesign {
    /// One measurement at each visit.
    #[must_use]
    pub fn single(confidence: Confidence) -> Self {
        Self { confidence, ..Self::default() }
    }

    /// Least significant change over precision error.
    ///
    /// One measurement at each visit at 80, 90 or 95 % takes the rounded factor in use (1.81, 2.33,
    /// 2.77); everything else is unrounded, and so up to 0.2 % off what the rounded ones would give.
    #[must_use]
    pub fn factor(&self) -> f64 {
        let single = self.baseline.get() == 1 && self.follow_up.get() == 1;
        let published = PUBLISHED_FACTORS
            .into_iter()
            .find(|(level, _)| single && (self.confidence.level() - level).abs() < 1e-12);
        if let Some((_, factor)) = published {
            return factor;
        }
        let [n1, n2] = [self.baseline, self.follow_up].map(|n| f64::from(n.get()));
        self.confidence.z() * sqrt(1.0 / n1 + 1.0 / n2)
    }

    /// The least significant change, in the unit of the precision error.
    ///
    /// # Errors
    ///
    /// A precision error that is negative or not finite.
    pub fn lsc(&self, precision_error: f64) -> Result<f64, Refusal> {
        let lsc = self.factor() * not_negative("precision_error", precision_error)?;
        // The product of a number that is finite need not be.
        not_negative("least_significant_change", lsc)
    }
}

/// Whether a change in BMD is more than the noise of measurement: `|change| >= LSC`.
///
/// ```
/// use osteon::precision::Significance;
/// assert_eq!(Significance::between(1.000, 0.9723, 0.0277)?, Significance::Loss);
/// assert_eq!(Significance::between(1.000, 0.9724, 0.0277)?, Significance::NotSignificant);
/// assert!(Significance::of(f64::NAN, 0.0277).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Significance {
    /// A fall by the LSC or more.
    Loss,
    /// Less than the LSC.
    NotSignificant,
    /// A rise by the LSC or more.
    Gain,
}

impl Significance {
    /// Of a change and the least significant change, both in g/cm2.
    ///
    /// A change within [`BOUNDARY_G_CM2`] of the LSC equals it; one within it of zero is no change,
    /// even against an LSC of zero.
    ///
    /// # Errors
    ///
    /// A number that is not finite, or a negative LSC: these are refused, never "not significant".
    pub fn of(change: f64, lsc: f64) -> Result<Self, Refusal> {
        let change = finite("change_g_cm2", change)?;
        let lsc = not_negative("lsc_g_cm2", lsc)?;
        let magnitude = change.abs();
        Ok(if magnitude <= BOUNDARY_G_CM2 || magnitude + BOUNDARY_G_CM2 < lsc {
            Self::NotSignificant
        } else if change < 0.0 {
            Self::Loss
        } else {
            Self::Gain
        })
    }

    /// Of two measurements and the least significant change, all in g/cm2.
    ///
    /// # Errors
    ///
    /// As [`Significance::of`].
    pub fn between(baseline: f64, follow_up: f64, lsc: f64) -> Result<Self, Refusal> {
        let baseline = finite("baseline_g_cm2", baseline)?;
        Self::of(finite("follow_up_g_cm2", follow_up)? - baseline, lsc)
    }

    /// Whether the change is a loss or a gain.
    #[must_use]
    pub const fn is_significant(self) -> bool {
        !matches!(self, Self::NotSignificant)
    }
}

fn finite(field: &'static str, x: f64) -> Result<f64, Refusal> {
    if x.is_finite() { Ok(x) } else { Err(Refusal::new(Code::NotFinite, field, x, "a finite number")) }
}

fn not_negative(field: &'static str, x: f64) -> Result<f64, Refusal> {
    let x = finite(field, x)?;
    if x >= 0.0 { Ok(x) } else { Err(Refusal::new(Code::OutOfRange, field, x, "0 or more")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every pair of BMDs in four decimals that is an LSC apart, above 0.5 g/cm2.
    #[test]
    fn a_decimal_at_the_boundary_is_at_the_boundary() {
        for lsc in [0.0277_f64, 0.03, 0.0416] {
            let step = (lsc * 1e4).round() as u32;
            for baseline in (5_000 + step..15_000).step_by(7) {
                let of = |follow_up: u32| {
                    Significance::between(f64::from(baseline) / 1e4, f64::from(follow_up) / 1e4, lsc).unwrap()
                };
                assert_eq!(of(baseline - step), Significance::Loss, "{baseline} - {step}");
                assert_eq!(of(baseline + step), Significance::Gain, "{baseline} + {step}");
                assert_eq!(of(baseline - step + 1), Significance::NotSignificant);
                assert_eq!(of(baseline + step - 1), Significance::NotSignificant);
            }
        }
    }

    #[test]
    fn no_change_is_never_significant() {
        assert_eq!(Significance::between(1.0, 1.0, 0.0).unwrap(), Significance::NotSignificant);
        assert_eq!(Significance::between(1.0, 1.001, 0.0).unwrap(), Significance::Gain);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            for result in [
                Significance::of(x, 0.03),
                Significance::of(0.03, x),
                Significance::between(x, 1.0, 0.03),
                Significance::between(1.0, x, 0.03),
            ] {
                assert_eq!(result.unwrap_err().code, Code::NotFinite);
            }
            assert_eq!(lsc(x).unwrap_err().code, Code::NotFinite);
        }
        assert_eq!(lsc(-0.01).unwrap_err().code, Code::OutOfRange);
        assert_eq!(
            Significance::of(0.03, -0.03).unwrap_err().to_string(),
            "lsc_g_cm2: -0.03 is outside 0 or more"
        );
    }
}
