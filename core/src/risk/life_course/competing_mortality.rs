//! The probability of a fracture where death may come first.

use super::probability::{Hazard, Probability, checked_years};
use crate::error::{Code, Refusal};
use crate::math::exp_m1;

/// Of those who leave in a time `t` at constant hazards, the share who fracture: `hf/(hf+hd) (1 - exp(-(hf+hd) t))`.
fn fractured(fracture: Hazard, death: Hazard, years: f64) -> f64 {
    let total = fracture.value() + death.value();
    // Without either hazard nothing happens; the quotient would be 0/0.
    if total == 0.0 { 0.0 } else { fracture.value() / total * left(total, years) }
}

/// `1 - exp(-h t)`.
fn left(total: f64, years: f64) -> f64 {
    -exp_m1(-total * years)
}

/// `hf/(hf+hd) (1 - exp(-(hf+hd) t))`: the probability of a first fracture before death, over some years
/// at constant hazards.
///
/// Only for hazards of fracture among the living; a hazard recovered from a probability that contains
/// mortality is none.
///
/// # Errors
/// Years that are not above 0 and at most 120.
///
/// ```
/// use osteon::risk::life_course::{competing_mortality::over, probability::Hazard};
/// let p = over(Hazard::per_year(0.01)?, Hazard::per_year(0.02)?, 10.0)?;
/// assert!((p.value() - 0.086393926).abs() < 5e-10);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn over(fracture: Hazard, death: Hazard, years: f64) -> Result<Probability, Refusal> {
    let years = checked_years("years", years)?;
    Ok(Probability::rounded(fractured(fracture, death, years)))
}

/// What has become of people after some years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AfterYears {
    /// Fractured, before death.
    pub probability: Probability,
    /// Alive and without the fracture.
    pub alive_fracture_free: Probability,
}

/// The same year by year, each with its own hazards, as age raises both.
///
/// `S = 1, F = 0`; then for each year `F += S (1 - exp(-(hf+hd))) hf/(hf+hd)` and `S *= exp(-(hf+hd))`.
/// No years at all leave everyone alive and free of the fracture.
///
/// # Errors
/// Lists of different lengths, or of more than 120 years.
///
/// ```
/// use osteon::risk::life_course::{competing_mortality::by_year, probability::Hazard};
/// let hazards = |list: [f64; 3]| list.map(|h| Hazard::per_year(h).unwrap());
/// let after = by_year(&hazards([0.01, 0.012, 0.014]), &hazards([0.02, 0.025, 0.03]))?;
/// assert!((after.probability.value() - 0.0340929).abs() < 5e-8);
/// assert!((after.alive_fracture_free.value() - 0.894938749).abs() < 5e-10);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn by_year(fracture: &[Hazard], death: &[Hazard]) -> Result<AfterYears, Refusal> {
    if fracture.len() != death.len() {
        let limit = format!("as many years as hazards of fracture, {}", fracture.len());
        return Err(Refusal::new(Code::Contradiction, "death", death.len(), limit));
    }
    if fracture.len() > 120 {
        return Err(Refusal::new(Code::OutOfRange, "fracture", fracture.len(), "120 years"));
    }
    let (mut alive_fracture_free, mut probability) = (1.0, 0.0);
    for (&fracture, &death) in fracture.iter().zip(death) {
        probability += alive_fracture_free * fractured(fracture, death, 1.0);
        alive_fracture_free *= 1.0 - left(fracture.value() + death.value(), 1.0);
    }
    Ok(AfterYears {
        probability: Probability::rounded(probability),
        alive_fracture_free: Probability::rounded(alive_fracture_free),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "nothing happened, exactly")]

    use super::*;

    fn h(value: f64) -> Hazard {
        Hazard::per_year(value).unwrap()
    }

    #[test]
    fn without_any_hazard_nothing_happens() {
        assert_eq!(over(Hazard::NONE, Hazard::NONE, 10.0).unwrap().value(), 0.0);
        assert_eq!(over(Hazard::NONE, h(0.1), 10.0).unwrap().value(), 0.0);
        let after = by_year(&[Hazard::NONE; 5], &[Hazard::NONE; 5]).unwrap();
        assert_eq!((after.probability.value(), after.alive_fracture_free.value()), (0.0, 1.0));
        assert_eq!(by_year(&[], &[]).unwrap().alive_fracture_free.value(), 1.0);
    }

    #[test]
    fn lists_that_do_not_match_are_refused() {
        let refusal = by_year(&[h(0.1), h(0.1)], &[h(0.1)]).unwrap_err();
        assert_eq!((refusal.code, &*refusal.field), (Code::Contradiction, "death"));
        assert!(by_year(&[h(0.1); 121], &[h(0.1); 121]).is_err());
        assert!(over(h(0.1), h(0.1), f64::NAN).is_err() && over(h(0.1), h(0.1), 0.0).is_err());
    }

    #[test]
    fn hazards_beyond_reason_stay_numbers() {
        let most = h(f64::MAX / 2.0);
        let p = over(most, most, 120.0).unwrap().value();
        assert!((p - 0.5).abs() < 1e-15, "{p}");
    }
}
