//! Probabilities and hazards, and the way from one to the other.

use crate::error::{Code, Refusal};
use crate::math::{exp_m1, ln_1p};

/// A probability, 0 to 1.
///
/// ```
/// use osteon::risk::life_course::probability::Probability;
/// assert_eq!(Probability::new(0.2)?.percent(), 20.0);
/// assert!(Probability::new(1.2).is_err());
/// assert!(Probability::new(f64::NAN).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Probability(f64);

impl Probability {
    /// From 0 to 1.
    ///
    /// # Errors
    /// Outside 0-1, or not finite.
    pub fn new(value: f64) -> Result<Self, Refusal> {
        if (0.0..=1.0).contains(&value) { Ok(Self(value)) } else { Err(refused("probability", value, "0-1")) }
    }

    /// From 0 to 100 %.
    ///
    /// # Errors
    /// Outside 0-100, or not finite.
    pub fn from_percent(percent: f64) -> Result<Self, Refusal> {
        if (0.0..=100.0).contains(&percent) {
            Ok(Self(percent / 100.0))
        } else {
            Err(refused("percent", percent, "0-100 %"))
        }
    }

    /// From 0 to 1.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0
    }

    /// From 0 to 100 %.
    #[must_use]
    pub const fn percent(self) -> f64 {
        self.0 * 100.0
    }

    /// A result that only rounding can have carried past 0 or 1.
    pub(super) const fn rounded(value: f64) -> Self {
        Self(value.clamp(0.0, 1.0))
    }
}

/// A hazard: events per person and year among those still at risk.
///
/// ```
/// use osteon::risk::life_course::probability::Hazard;
/// assert_eq!(Hazard::per_year(0.02)?.value(), 0.02);
/// assert!(Hazard::per_year(-0.02).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Hazard(f64);

impl Hazard {
    /// No event ever.
    pub const NONE: Self = Self(0.0);
    /// The largest, so that the sum of two is finite.
    const MAX: f64 = f64::MAX / 2.0;

    /// Per year, 0 or more.
    ///
    /// # Errors
    /// Negative, or not finite.
    pub fn per_year(value: f64) -> Result<Self, Refusal> {
        if (0.0..=Self::MAX).contains(&value) {
            Ok(Self(value))
        } else {
            Err(refused("hazard_per_year", value, "0 or more per year"))
        }
    }

    /// Per year.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0
    }
}

/// The refusal of a number: not finite, or out of its range.
pub(super) fn refused(field: &'static str, value: f64, limit: &'static str) -> Refusal {
    let code = if value.is_finite() { Code::OutOfRange } else { Code::NotFinite };
    Refusal::new(code, field, value, limit)
}

/// A time over which a risk runs: above 0, to 120 years.
pub(super) fn checked_years(field: &'static str, years: f64) -> Result<f64, Refusal> {
    if years > 0.0 && years <= 120.0 { Ok(years) } else { Err(refused(field, years, "above 0 to 120 years")) }
}

/// `-ln(1 - P) / t`: the constant hazard that gives a probability over some years, without death.
///
/// Not for a probability that contains mortality.
///
/// # Errors
/// Years that are not above 0 and at most 120; a probability of 1, which no finite hazard gives.
///
/// ```
/// use osteon::risk::life_course::probability::{Probability, hazard_from_probability};
/// let hazard = hazard_from_probability(Probability::new(0.2)?, 10.0)?;
/// assert!((hazard.value() - 0.0223143551).abs() < 5e-11);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn hazard_from_probability(p: Probability, years: f64) -> Result<Hazard, Refusal> {
    let years = checked_years("years", years)?;
    let hazard = -ln_1p(-p.0) / years;
    if hazard <= Hazard::MAX {
        // 0 - 0 is 0, where a probability of 0 would leave a -0.
        Ok(Hazard(hazard + 0.0))
    } else {
        Err(Refusal::new(Code::OutOfRange, "probability", p.0, "below 1, which no finite hazard gives"))
    }
}

/// `1 - exp(-h t)`: the probability that a constant hazard gives over some years, without death.
///
/// # Errors
/// Years that are not above 0 and at most 120.
///
/// ```
/// use osteon::risk::life_course::probability::{Hazard, probability_from_hazard};
/// let p = probability_from_hazard(Hazard::per_year(0.02)?, 10.0)?;
/// assert!((p.value() - 0.181269247).abs() < 5e-10);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn probability_from_hazard(hazard: Hazard, years: f64) -> Result<Probability, Refusal> {
    let years = checked_years("years", years)?;
    Ok(Probability::rounded(-exp_m1(-hazard.0 * years)))
}

/// `1 - (1 - P)^(t2/t1)`: a probability over another horizon, at a constant hazard and without death.
///
/// Not for models that contain mortality, such as FRAX; and where `to_years` is no horizon that the model
/// publishes, the result is not the model's and must say so.
///
/// # Errors
/// Years that are not above 0 and at most 120.
///
/// ```
/// use osteon::risk::life_course::probability::{Probability, over_another_horizon};
/// let five_years = over_another_horizon(Probability::new(0.2)?, 10.0, 5.0)?;
/// assert!((five_years.value() - 0.105572809).abs() < 5e-10);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn over_another_horizon(p: Probability, from_years: f64, to_years: f64) -> Result<Probability, Refusal> {
    let from = checked_years("from_years", from_years)?;
    let to = checked_years("to_years", to_years)?;
    // 1 - (1 - P)^(t2/t1), without the cancellation that a small P would suffer.
    Ok(Probability::rounded(-exp_m1(to * ln_1p(-p.0) / from)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_refused() {
        for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(Probability::new(x).unwrap_err().code, Code::NotFinite);
            assert_eq!(Probability::from_percent(x).unwrap_err().code, Code::NotFinite);
            assert_eq!(Hazard::per_year(x).unwrap_err().code, Code::NotFinite);
            let p = Probability::new(0.2).unwrap();
            assert_eq!(over_another_horizon(p, x, 5.0).unwrap_err().field, "from_years");
            assert_eq!(over_another_horizon(p, 5.0, x).unwrap_err().field, "to_years");
        }
    }

    #[test]
    fn the_ends_of_the_range() {
        let (never, surely) = (Probability::new(0.0).unwrap(), Probability::new(1.0).unwrap());
        assert_eq!(hazard_from_probability(never, 5.0).unwrap(), Hazard::NONE);
        assert_eq!(hazard_from_probability(surely, 5.0).unwrap_err().field, "probability");
        for (from, to) in [(10.0, 5.0), (f64::MIN_POSITIVE, 120.0), (120.0, f64::MIN_POSITIVE)] {
            assert_eq!(over_another_horizon(never, from, to).unwrap(), never);
            assert_eq!(over_another_horizon(surely, from, to).unwrap(), surely);
        }
        assert_eq!(probability_from_hazard(Hazard::per_year(Hazard::MAX).unwrap(), 1.0).unwrap(), surely);
        assert!(Probability::new(-0.000_001).is_err() && Probability::from_percent(100.1).is_err());
        assert!(hazard_from_probability(never, 0.0).is_err());
    }
}
