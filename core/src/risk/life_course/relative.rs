//! A relative effect on a probability, and what it is worth: risk difference, number needed to treat.

use core::fmt;

use super::probability::{Probability, refused};
use crate::error::{Code, Refusal};
use crate::math::{exp_m1, ln_1p};

/// `1 - (1 - P)^HR`: a probability under a hazard ratio, without competing death.
///
/// A hazard ratio acts on the hazard; `P HR` overstates it where P is above some 10 %.
///
/// # Errors
/// A hazard ratio that is not above 0 and finite.
///
/// ```
/// use osteon::risk::life_course::{probability::Probability, relative::with_hazard_ratio};
/// let treated = with_hazard_ratio(Probability::new(0.2)?, 0.6)?;
/// assert!((treated.value() - 0.125310341).abs() < 5e-10);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn with_hazard_ratio(p: Probability, hazard_ratio: f64) -> Result<Probability, Refusal> {
    if !(hazard_ratio > 0.0 && hazard_ratio.is_finite()) {
        return Err(refused("hazard_ratio", hazard_ratio, "above 0"));
    }
    // 1 - (1 - P)^HR, without the cancellation that a small P would suffer.
    Ok(Probability::rounded(-exp_m1(hazard_ratio * ln_1p(-p.value()))))
}

/// `RR P`: a probability under a relative risk over the same time.
///
/// # Errors
/// A relative risk that is negative or not finite; a result above 1.
///
/// ```
/// use osteon::risk::life_course::{probability::Probability, relative::with_relative_risk};
/// let treated = with_relative_risk(Probability::new(0.2)?, 0.6)?;
/// assert!((treated.value() - 0.12).abs() < 1e-15);
/// assert!(with_relative_risk(Probability::new(0.6)?, 2.0).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn with_relative_risk(p: Probability, relative_risk: f64) -> Result<Probability, Refusal> {
    if !(relative_risk >= 0.0 && relative_risk.is_finite()) {
        return Err(refused("relative_risk", relative_risk, "0 or more"));
    }
    let with = relative_risk * p.value();
    if with > 1.0 {
        let limit = format!("0-1 when it multiplies a probability of {}", p.value());
        return Err(Refusal::new(Code::OutOfRange, "relative_risk", relative_risk, limit));
    }
    Ok(Probability::rounded(with))
}

/// `P1 / P0`: the relative risk between two probabilities over the same time.
///
/// # Errors
/// A probability of 0 without treatment.
pub fn relative_risk(without: Probability, with: Probability) -> Result<f64, Refusal> {
    if without.value() == 0.0 {
        return Err(Refusal::new(Code::OutOfRange, "without", 0, "above 0: a ratio to 0 is none"));
    }
    Ok(with.value() / without.value())
}

/// `P0 - P1`: the absolute risk reduction; negative where treatment raises the risk.
#[must_use]
pub fn absolute_risk_reduction(without: Probability, with: Probability) -> f64 {
    without.value() - with.value()
}

/// How many have to be treated, over the horizon of the probabilities, for one fewer or one more to have
/// the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberNeeded {
    /// Number needed to treat: so many treated, one fewer has the outcome. Rounded up.
    ToTreat(u64),
    /// Number needed to harm: so many treated, one more has the outcome. Rounded down.
    ToHarm(u64),
    /// No difference: no number is large enough.
    Infinite,
}

impl fmt::Display for NumberNeeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ToTreat(number) => write!(f, "number needed to treat {number}"),
            Self::ToHarm(number) => write!(f, "number needed to harm {number}"),
            Self::Infinite => f.write_str("no difference"),
        }
    }
}

/// How near to a whole number `1/ARR` counts as that number, relative to it: the difference of two
/// probabilities is off by some 1e-16, which may carry 10 to 10.000000000000002.
const SNAP: f64 = 1e-9;

/// The number needed for an absolute risk reduction, whichever way it points.
///
/// Both roundings are against the treatment: a number needed to treat goes up, one to harm down.
///
/// # Errors
/// Outside -1 to 1, or not finite.
///
/// ```
/// use osteon::risk::life_course::relative::{NumberNeeded, number_needed};
/// assert_eq!(number_needed(0.08)?, NumberNeeded::ToTreat(13));
/// assert_eq!(number_needed(-0.08)?, NumberNeeded::ToHarm(12));
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn number_needed(absolute_risk_reduction: f64) -> Result<NumberNeeded, Refusal> {
    let reduction = absolute_risk_reduction;
    if !(-1.0..=1.0).contains(&reduction) {
        return Err(refused("absolute_risk_reduction", reduction, "-1 to 1"));
    }
    if reduction == 0.0 {
        return Ok(NumberNeeded::Infinite);
    }
    let exact = 1.0 / reduction.abs();
    let whole = exact.round();
    let snapped = if (exact - whole).abs() <= SNAP * exact { whole } else { exact };
    // `as` saturates; a number beyond 2^64 is beyond mankind.
    Ok(if reduction > 0.0 {
        NumberNeeded::ToTreat(snapped.ceil() as u64)
    } else {
        NumberNeeded::ToHarm(snapped.floor() as u64)
    })
}

/// `1 / ARR`, rounded up: the number needed to treat, which means nothing without outcome and horizon.
///
/// # Errors
/// No reduction: the refusal names the number needed to harm. Above 1, or not finite.
///
/// ```
/// use osteon::risk::life_course::relative::number_needed_to_treat;
/// assert_eq!(number_needed_to_treat(0.08)?, 13);
/// assert_eq!(number_needed_to_treat(0.2 - 0.1)?, 10);
/// let harm = number_needed_to_treat(-0.02).unwrap_err();
/// assert!(harm.to_string().contains("number needed to harm 50"));
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn number_needed_to_treat(absolute_risk_reduction: f64) -> Result<u64, Refusal> {
    match number_needed(absolute_risk_reduction)? {
        NumberNeeded::ToTreat(number) => Ok(number),
        other => Err(Refusal::new(
            Code::NotUsable,
            "absolute_risk_reduction",
            absolute_risk_reduction,
            format!("no reduction, so that there is no number needed to treat ({other})"),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(value: f64) -> Probability {
        Probability::new(value).unwrap()
    }

    #[test]
    fn ratios_out_of_their_range_are_refused() {
        for ratio in [f64::NAN, f64::INFINITY, -0.1] {
            assert!(with_hazard_ratio(p(0.2), ratio).is_err() && with_relative_risk(p(0.2), ratio).is_err());
        }
        assert!(with_hazard_ratio(p(0.2), 0.0).is_err());
        assert_eq!(with_relative_risk(p(0.2), 0.0).unwrap(), p(0.0));
        assert_eq!(with_relative_risk(p(0.5), 2.0).unwrap(), p(1.0));
        assert_eq!(with_relative_risk(p(0.5), 2.01).unwrap_err().code, Code::OutOfRange);
        assert_eq!(with_hazard_ratio(p(1.0), 0.5).unwrap(), p(1.0));
        assert!(relative_risk(p(0.0), p(0.1)).is_err());
    }

    #[test]
    fn a_whole_number_is_not_rounded_past_itself() {
        for whole in 1_u32..=5000 {
            let arr = 1.0 / f64::from(whole);
            assert_eq!(number_needed_to_treat(arr).unwrap(), u64::from(whole), "{arr}");
            // As a difference, with the rounding of one.
            let difference = absolute_risk_reduction(p(0.9), p((0.9 - arr).max(0.0)));
            if whole > 1 {
                assert_eq!(number_needed_to_treat(difference).unwrap(), u64::from(whole), "{difference}");
            }
        }
        assert_eq!(number_needed_to_treat(0.1 + 1e-8).unwrap(), 10);
        assert_eq!(number_needed_to_treat(0.1 - 1e-8).unwrap(), 11);
    }

    #[test]
    fn no_reduction_has_no_number_needed_to_treat() {
        assert_eq!(number_needed_to_treat(0.0).unwrap_err().code, Code::NotUsable);
        assert_eq!(number_needed(-1.0).unwrap(), NumberNeeded::ToHarm(1));
        assert_eq!(number_needed(f64::NAN).unwrap_err().code, Code::NotFinite);
        assert_eq!(number_needed(1.1).unwrap_err().code, Code::OutOfRange);
    }
}
