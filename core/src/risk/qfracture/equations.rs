//! The equations: `risk % = 100 (1 - S0[years]^exp(lp))`, with
//! `lp = sum of beta (f(age, bmi) - centre) + alcohol + ethnicity + smoking + sum of factors present`.

use crate::document::{QfractureEthnicity, Sex, Smoking};
use crate::error::{Code, Refusal};
use crate::math::{exp_of_number, ln};
use crate::risk::NoAnswer;

use super::inputs::{Alcohol, Factor, Factors, Inputs};
use super::limits;
pub(super) use super::terms::Both;
use super::terms::{BodyMass, Continuous, FactorTerms, both};

/// The two equations of a sex. A factor that an equation does not have adds nought there.
#[derive(Debug)]
pub(super) struct Equations {
    /// Baseline survival at 1, 2, ... years.
    survival: &'static [Both],
    continuous: Continuous,
    alcohol: [Both; Alcohol::ALL.len()],
    ethnicity: [Both; QfractureEthnicity::ALL.len()],
    smoking: [Both; Smoking::ALL.len()],
    factors: FactorTerms,
}

/// The tables of `data/risk/qfracture_coefficients.csv`.
pub(super) mod tables {
    use super::{Continuous, Equations, FactorTerms};
    use crate::risk::qfracture::terms::{Term, both};
    include!(concat!(env!("OUT_DIR"), "/qfracture.rs"));
}

/// A release of QFracture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// QFracture-2012 (BMJ 2012;344:e3427): 1-18 years.
    V2012,
    /// QFracture-2016: 1-10 years.
    V2016,
}

impl Version {
    /// The longest horizon, in years; the shortest is one year.
    #[must_use]
    pub const fn longest_years(self) -> u8 {
        match self {
            Self::V2012 => limits::LONGEST_2012,
            Self::V2016 => limits::LONGEST_2016,
        }
    }

    pub(super) const fn equations(self, sex: Sex) -> &'static Equations {
        match (self, sex) {
            (Self::V2012, Sex::Female) => &tables::WOMEN_2012,
            (Self::V2012, Sex::Male) => &tables::MEN_2012,
            (Self::V2016, Sex::Female) => &tables::WOMEN_2016,
            (Self::V2016, Sex::Male) => &tables::MEN_2016,
        }
    }

    /// Refuses a horizon that the release has no survival for.
    pub(super) fn years_within<E: NoAnswer>(self, years: u8) -> Result<u8, E> {
        let longest = self.longest_years();
        if (1..=longest).contains(&years) {
            return Ok(years);
        }
        let in_the_other = years > longest && years <= Self::V2012.longest_years();
        let code = if in_the_other { Code::NotPublished } else { Code::OutOfRange };
        let limit = || format!("1-{longest} years in this model").into();
        Err(E::because(code, "qfracture_years", years, limit))
    }
}

/// Ages that the equations speak of, completed years.
pub const AGE_YEARS: core::ops::RangeInclusive<u8> = limits::AGE_FROM..=limits::AGE_TO;

/// Body mass indices that the equations speak of, kg/m2.
pub const BMI_KG_M2: core::ops::RangeInclusive<f64> = limits::BMI_FROM..=limits::BMI_TO;

#[inline(always)]
pub(super) fn age_is_within(age: u8) -> bool {
    AGE_YEARS.contains(&age)
}

pub(super) fn age_within<E: NoAnswer>(age: u8) -> Result<u8, E> {
    if age_is_within(age) {
        return Ok(age);
    }
    let limit = || format!("{}-{} years in this model", limits::AGE_FROM, limits::AGE_TO).into();
    Err(E::because(Code::OutOfRange, "age_years", age, limit))
}

/// How near to a limit a quotient of decimals counts as at the limit: 51.2 kg at 160 cm is 20 exactly,
/// and less than 20 in binary.
const AT_THE_LIMIT_KG_M2: f64 = 1e-9;

/// The body mass index, at the limit if it counts as there, and whether it is within; NaN is not.
#[inline(always)]
pub(super) fn bmi_inside(bmi: f64) -> (f64, bool) {
    let inside = bmi.clamp(limits::BMI_FROM, limits::BMI_TO);
    (inside, (bmi - inside).abs() < AT_THE_LIMIT_KG_M2)
}

pub(super) fn bmi_within<E: NoAnswer>(bmi: f64) -> Result<f64, E> {
    let (inside, within) = bmi_inside(bmi);
    if within {
        return Ok(inside);
    }
    let code = if bmi.is_finite() { Code::OutOfRange } else { Code::NotFinite };
    let limit = || format!("{}-{} kg/m2 in this model", limits::BMI_FROM, limits::BMI_TO).into();
    Err(E::because(code, "bmi_kg_m2", bmi, limit))
}

/// The risks of the two outcomes, %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Any osteoporotic fracture (hip, spine, wrist, shoulder), as the equation gives it.
    pub any_percent: f64,
    /// Hip fracture.
    pub hip_percent: f64,
}

impl Pair {
    /// Whether the risk of a hip fracture came out above that of any fracture, as the two equations,
    /// fitted apart, let it in some people with several strong factors.
    #[must_use]
    pub fn hip_exceeds_any(self) -> bool {
        self.hip_percent > self.any_percent
    }

    /// The two brought into line: any fracture is at least hip fracture, which is then shown for both.
    #[must_use]
    pub fn reconciled(self) -> Self {
        Self { any_percent: self.any_percent.max(self.hip_percent), ..self }
    }
}

impl Equations {
    pub(super) fn age(&self, age_years: u8) -> Both {
        self.continuous.age(age_years)
    }

    pub(super) fn body_mass(&self) -> BodyMass {
        self.continuous.body_mass()
    }

    pub(super) fn bmi(&self, bmi_kg_m2: f64) -> Both {
        self.body_mass().of(bmi_kg_m2)
    }

    /// The least and the most that a body mass index of 20-40 adds.
    pub(super) fn bmi_range(&self) -> [Both; 2] {
        let ends = [self.bmi(*BMI_KG_M2.start()), self.bmi(*BMI_KG_M2.end())];
        let [low, high] = [ends[0].min(ends[1]), ends[0].max(ends[1])];
        let Some(lowest) = self.body_mass().lowest() else { return [low, high] };
        let bmi = 10.0 / (lowest * lowest);
        let inside = BMI_KG_M2.contains(&bmi);
        [if inside { low.min(self.bmi(bmi)) } else { low }, high]
    }

    pub(super) fn alcohol(&self, alcohol: Alcohol) -> Both {
        self.alcohol.get(alcohol as usize).copied().unwrap_or_default()
    }

    pub(super) fn ethnicity(&self, ethnicity: QfractureEthnicity) -> Both {
        self.ethnicity.get(ethnicity as usize).copied().unwrap_or_default()
    }

    pub(super) fn smoking(&self, smoking: Smoking) -> Both {
        self.smoking.get(smoking as usize).copied().unwrap_or_default()
    }

    pub(super) fn factor(&self, factor: Factor) -> Both {
        self.factors.of(factor)
    }

    /// Whether either has a term for the factor.
    pub(super) fn asks(&self, factor: Factor) -> bool {
        self.factors.asked().has(factor)
    }

    /// Those of some factors for which either has a term.
    pub(super) fn asked(&self, factors: Factors) -> Factors {
        factors.shared(self.factors.asked())
    }

    pub(super) const fn factors(&self) -> &FactorTerms {
        &self.factors
    }

    /// Everything but body mass index.
    pub(super) fn without_bmi(&self, inputs: &Inputs) -> Both {
        without_bmi(
            self.age(inputs.age_years),
            self.alcohol(inputs.alcohol),
            self.ethnicity(inputs.ethnicity),
            self.smoking(inputs.smoking),
            self.factors.sum(inputs.factors.bits()),
        )
    }

    /// The logarithms of the baseline survivals; `None` for a year without a survival.
    pub(super) fn ln_survival(&self, years: u8) -> Option<Both> {
        let survival = self.survival.get(usize::from(years).wrapping_sub(1))?;
        Some(both(ln(survival.any), ln(survival.hip)))
    }

    /// The risks of a linear predictor; `None` for a year without a survival.
    pub(super) fn risks(&self, lp: Both, years: u8) -> Option<Pair> {
        Some(risks(lp, self.ln_survival(years)?))
    }
}

/// The terms but that of body mass index, in the order in which all add them.
#[inline(always)]
pub(super) fn without_bmi(age: Both, alcohol: Both, ethnicity: Both, smoking: Both, factors: Both) -> Both {
    age.plus(alcohol).plus(ethnicity).plus(smoking).plus(factors)
}

/// The risks of a linear predictor at a baseline survival, which is given by its logarithm.
#[inline(always)]
pub(super) fn risks(lp: Both, ln_survival: Both) -> Pair {
    // S0^exp(lp). No body mass index that is NaN has an answer, so nothing here is NaN that is given to anybody.
    let percent = |lp: f64, ln_s0: f64| 100.0 * (1.0 - exp_of_number(exp_of_number(lp) * ln_s0));
    Pair { any_percent: percent(lp.any, ln_survival.any), hip_percent: percent(lp.hip, ln_survival.hip) }
}

/// The risks of any osteoporotic fracture and of hip fracture over so many years.
///
/// ```
/// use osteon::document::Sex;
/// use osteon::risk::qfracture::{self, Factor, Inputs, Version};
///
/// let mut woman = Inputs::new(Sex::Female, 65, 25.0);
/// let risk = qfracture::risk(Version::V2012, &woman, 10)?;
/// assert!((risk.any_percent - 4.546508).abs() < 5e-7);
/// assert!((risk.hip_percent - 1.185586).abs() < 5e-7);
///
/// woman.factors = woman.factors.with(Factor::Falls);
/// assert!(qfracture::risk(Version::V2012, &woman, 10)?.any_percent > risk.any_percent);
/// assert!(qfracture::risk(Version::V2016, &woman, 18).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
/// An age outside 30-100, a body mass index outside 20-40 (by more than 1e-9) or no number, a horizon outside 1-18 years
/// (2012) or 1-10 (2016; 11-18 is [`Code::NotPublished`]).
pub fn risk(version: Version, inputs: &Inputs, years: u8) -> Result<Pair, Refusal> {
    age_within::<Refusal>(inputs.age_years)?;
    let bmi = bmi_within::<Refusal>(inputs.bmi_kg_m2)?;
    let equations = version.equations(inputs.sex);
    let lp = equations.without_bmi(inputs).plus(equations.bmi(bmi));
    match equations.risks(lp, years) {
        Some(pair) => Ok(pair),
        None => Err(version.years_within(years).err().unwrap_or_else(|| no_survival(years))),
    }
}

/// The build holds a survival for every year of a release; were one missing, this would say so.
#[cold]
pub(super) fn no_survival(years: u8) -> Refusal {
    Refusal::new(Code::NotPublished, "qfracture_years", years, "no survival was published for it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_and_types_share_their_order() {
        assert_eq!(tables::ALCOHOL_KEYS, Alcohol::KEYS);
        assert_eq!(tables::ETHNICITY_KEYS, QfractureEthnicity::KEYS);
        assert_eq!(tables::SMOKING_KEYS, Smoking::KEYS);
        assert_eq!(tables::FACTOR_KEYS, Factor::KEYS);
    }

    #[test]
    fn every_year_of_a_release_has_a_survival() {
        for version in [Version::V2012, Version::V2016] {
            for sex in [Sex::Female, Sex::Male] {
                let survival = version.equations(sex).survival;
                assert_eq!(survival.len(), usize::from(version.longest_years()));
            }
        }
    }

    #[test]
    fn what_is_refused_is_named_with_its_limit() {
        let refused = |age, bmi, years| {
            risk(Version::V2016, &Inputs::new(Sex::Male, age, bmi), years).map_err(|r| (r.code, r.field))
        };
        let field = |code, field: &'static str| Err((code, field.into()));
        assert_eq!(refused(29, 25.0, 10), field(Code::OutOfRange, "age_years"));
        assert_eq!(refused(101, 25.0, 10), field(Code::OutOfRange, "age_years"));
        assert_eq!(refused(60, 19.999_999, 10), field(Code::OutOfRange, "bmi_kg_m2"));
        assert_eq!(refused(60, 40.000_001, 10), field(Code::OutOfRange, "bmi_kg_m2"));
        assert_eq!(refused(60, f64::NAN, 10), field(Code::NotFinite, "bmi_kg_m2"));
        assert_eq!(refused(60, f64::INFINITY, 10), field(Code::NotFinite, "bmi_kg_m2"));
        assert_eq!(refused(60, 25.0, 0), field(Code::OutOfRange, "qfracture_years"));
        assert_eq!(refused(60, 25.0, 11), field(Code::NotPublished, "qfracture_years"));
        assert_eq!(refused(60, 25.0, 19), field(Code::OutOfRange, "qfracture_years"));
        // 160 cm with 51.2 kg, and with 102.4 kg.
        let (thin, heavy) = (51.2 / (1.6 * 1.6), 102.4 / (1.6 * 1.6));
        assert!(thin < 20.0);
        for (age, bmi, years) in [(30, 20.0, 1), (100, 40.0, 10), (60, thin, 10), (60, heavy, 10)] {
            assert!(refused(age, bmi, years).is_ok());
        }
    }
}
