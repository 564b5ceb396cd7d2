//! Gradients of risk: by how much the risk of a fracture rises with each SD that the BMD is lower.
//!
//! The rows of `data/risk/bmd_gradients.csv`: the meta-analysis of Marshall 1996, which shares one gradient
//! among all ages, and that of Johnell 2005 at 65 years. The gradient of hip fracture falls with age; the
//! values of Johnell 2005 at other ages were not seen and are left out.

use super::probability::refused;
use crate::citation::{CitationId, Confidence, ids};
use crate::document::Sex;
use crate::document::choice::choice;
use crate::error::Refusal;
use crate::math::{exp, ln, pow};
use crate::quantity::ZScore;

choice! {
    /// Where the BMD was measured.
    pub enum GradientSite {
        DistalRadius = "distal_radius",
        FemoralNeck = "femoral_neck",
        LumbarSpine = "lumbar_spine",
    }
}

choice! {
    /// The fracture that a gradient speaks of.
    pub enum GradientOutcome {
        Forearm = "forearm",
        Hip = "hip",
        Vertebral = "vertebral",
        /// Any fracture (Marshall 1996).
        Any = "any",
        /// Any osteoporotic fracture (Johnell 2005).
        Osteoporotic = "osteoporotic",
    }
}

/// A gradient of risk with its source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gradient {
    /// Where the BMD was measured.
    pub site: GradientSite,
    /// The fracture.
    pub outcome: GradientOutcome,
    /// The sex.
    pub sex: Sex,
    /// The age it holds at; all ages where `None`.
    pub age_years: Option<u32>,
    /// Relative risk for each SD that the BMD is lower.
    pub per_sd_decrease: f64,
    /// Its 95 % confidence limits.
    pub limits: [f64; 2],
    /// Source.
    pub citation: CitationId,
    /// How far it is trusted.
    pub confidence: Confidence,
}

/// A relative risk with its 95 % confidence limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RelativeRisk {
    /// The relative risk.
    pub value: f64,
    /// Its limits, the lower first.
    pub limits: [f64; 2],
}

include!(concat!(env!("OUT_DIR"), "/life_course.rs"));

/// Every gradient, Marshall 1996 first.
///
/// ```
/// use osteon::risk::life_course::gradient_of_risk::{GradientOutcome, GradientSite, gradients};
/// let hip = gradients()
///     .iter()
///     .find(|row| row.site == GradientSite::FemoralNeck && row.outcome == GradientOutcome::Hip)
///     .unwrap();
/// assert_eq!((hip.per_sd_decrease, hip.limits), (2.6, [2.0, 3.5]));
/// ```
#[must_use]
pub fn gradients() -> &'static [Gradient] {
    &GRADIENTS
}

impl Gradient {
    /// The risk of a person with this Z-score relative to one of mean BMD, with its limits.
    ///
    /// # Errors
    /// A Z-score outside -10 to +10, or not finite.
    pub fn against_mean(&self, z: ZScore) -> Result<RelativeRisk, Refusal> {
        let value = against_mean(self.per_sd_decrease, z)?;
        let [low, high] = self.limits;
        Ok(RelativeRisk { value, limits: sorted(against_mean(low, z)?, against_mean(high, z)?) })
    }

    /// The same relative to the whole of the age group.
    ///
    /// # Errors
    /// A Z-score outside -10 to +10, or not finite.
    pub fn against_population(&self, z: ZScore) -> Result<RelativeRisk, Refusal> {
        let value = against_population(self.per_sd_decrease, z)?;
        let [low, high] = self.limits;
        let mut limits = sorted(against_population(low, z)?, against_population(high, z)?);
        // As a function of ln GR it is highest at -Z, which may lie between the limits of the gradient.
        if (ln(low)..=ln(high)).contains(&-z.0) {
            let [_, highest] = &mut limits;
            *highest = exp(z.0 * z.0 / 2.0);
        }
        Ok(RelativeRisk { value, limits })
    }
}

fn sorted(a: f64, b: f64) -> [f64; 2] {
    [a.min(b), a.max(b)]
}

fn checked(gradient: f64, z: ZScore) -> Result<(), Refusal> {
    if !(gradient > 0.0 && gradient <= 100.0) {
        return Err(refused("gradient", gradient, "above 0 to 100"));
    }
    if !(-10.0..=10.0).contains(&z.0) {
        return Err(refused("z_score", z.0, "-10 to +10"));
    }
    Ok(())
}

/// `GR^-Z`: the risk relative to a person of the same age and sex with mean BMD.
///
/// # Errors
/// A gradient that is not above 0 and at most 100; a Z-score outside -10 to +10, or not finite.
///
/// ```
/// use osteon::{quantity::ZScore, risk::life_course::gradient_of_risk::against_mean};
/// assert!((against_mean(2.6, ZScore(-2.0))? - 6.76).abs() < 1e-12);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn against_mean(gradient: f64, z: ZScore) -> Result<f64, Refusal> {
    checked(gradient, z)?;
    Ok(pow(gradient, -z.0))
}

/// `exp(-Z ln GR - (ln GR)^2 / 2)`: the risk relative to everyone of the same age and sex, whose BMD is
/// spread about the mean as a standard normal Z.
///
/// Lower than [`against_mean`], since those with low BMD raise the risk of the group above that of its mean.
///
/// # Errors
/// As [`against_mean`].
///
/// ```
/// use osteon::{quantity::ZScore, risk::life_course::gradient_of_risk::against_population};
/// assert!((against_population(2.6, ZScore(-1.0))? - 1.64709).abs() < 5e-6);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn against_population(gradient: f64, z: ZScore) -> Result<f64, Refusal> {
    checked(gradient, z)?;
    let ln_gradient = ln(gradient);
    Ok(exp(-z.0 * ln_gradient - ln_gradient * ln_gradient / 2.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_seen_is_shipped() {
        assert_eq!(gradients().len(), 16);
        assert!(gradients().iter().all(|row| row.confidence == Confidence::A));
        let ages = |citation| {
            gradients().iter().filter(move |row| row.citation == citation).map(|row| row.age_years)
        };
        assert!(ages(ids::JOHNELL2005).all(|age| age == Some(65)) && ages(ids::JOHNELL2005).count() == 4);
        assert!(ages(ids::MARSHALL1996).all(|age| age.is_none()));
    }

    #[test]
    fn the_limits_hold_the_value_on_either_side_of_the_mean() {
        for row in gradients() {
            for tenths in -40_i32..=40 {
                let z = ZScore(f64::from(tenths) / 10.0);
                for risk in [row.against_mean(z).unwrap(), row.against_population(z).unwrap()] {
                    assert!(risk.limits[0] <= risk.value && risk.value <= risk.limits[1], "{row:?} {risk:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_score_is_refused() {
        assert!(against_mean(2.6, ZScore(f64::NAN)).is_err() && against_mean(2.6, ZScore(10.1)).is_err());
        assert!(against_population(f64::NAN, ZScore(0.0)).is_err());
        assert!(against_population(0.0, ZScore(0.0)).is_err());
    }
}
