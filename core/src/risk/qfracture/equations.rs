//! The equations: `risk % = 100 (1 - S0[years]^exp(lp))`, with
//! `lp = sum of beta (f(age, bmi) - centre) + alcohol + ethnicity + smoking + sum of factors present`.

use crate::document::{QfractureEthnicity, Sex, Smoking};
use crate::error::{Code, Refusal};
use crate::math::{exp, ln, sqrt};

use super::inputs::{Alcohol, Factor, Factors, Inputs};
use super::limits;

/// A number of each of the two equations of a sex: they share their inputs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Both {
    pub(super) any: f64,
    pub(super) hip: f64,
}

const fn both(any: f64, hip: f64) -> Both {
    Both { any, hip }
}

impl Both {
    pub(super) fn plus(self, other: Self) -> Self {
        both(self.any + other.any, self.hip + other.hip)
    }

    pub(super) fn minus(self, other: Self) -> Self {
        both(self.any - other.any, self.hip - other.hip)
    }

    pub(super) fn min(self, other: Self) -> Self {
        both(self.any.min(other.any), self.hip.min(other.hip))
    }

    pub(super) fn max(self, other: Self) -> Self {
        both(self.any.max(other.any), self.hip.max(other.hip))
    }
}

/// A function of age or body mass index in an equation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    beta: f64,
    centre: f64,
}

impl Term {
    fn of(self, f: f64) -> f64 {
        self.beta * (f - self.centre)
    }
}

/// The functions of age and body mass index, named as the equations have them, both over ten.
#[derive(Clone, Copy, Debug)]
pub(super) enum Continuous {
    Women {
        any_age_2: Term,
        any_age_3: Term,
        any_inverse_bmi: Term,
        hip_age_2: Term,
        hip_age_3: Term,
        hip_inverse_bmi_2: Term,
    },
    Men {
        any_root_age: Term,
        any_age: Term,
        any_inverse_bmi: Term,
        any_inverse_root_bmi: Term,
        hip_age_3: Term,
        hip_age_3_ln_age: Term,
        hip_inverse_bmi_2: Term,
    },
}

/// The two equations of a sex. A factor that an equation does not have adds nought there.
#[derive(Debug)]
pub(super) struct Equations {
    /// Baseline survival at 1, 2, ... years.
    survival: &'static [Both],
    continuous: Continuous,
    alcohol: [Both; Alcohol::ALL.len()],
    ethnicity: [Both; QfractureEthnicity::ALL.len()],
    smoking: [Both; Smoking::ALL.len()],
    factors: [Both; Factor::ALL.len()],
}

/// The tables of `data/risk/qfracture_coefficients.csv`.
pub(super) mod tables {
    use super::{Continuous, Equations, Term, both};
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
    pub(super) fn years_within(self, years: u8) -> Result<u8, Refusal> {
        let longest = self.longest_years();
        if (1..=longest).contains(&years) {
            return Ok(years);
        }
        let in_the_other = years > longest && years <= Self::V2012.longest_years();
        let code = if in_the_other { Code::NotPublished } else { Code::OutOfRange };
        Err(Refusal::new(code, "qfracture_years", years, format!("1-{longest} years in this model")))
    }
}

/// Ages that the equations speak of, completed years.
pub const AGE_YEARS: core::ops::RangeInclusive<u8> = limits::AGE_FROM..=limits::AGE_TO;

/// Body mass indices that the equations speak of, kg/m2.
pub const BMI_KG_M2: core::ops::RangeInclusive<f64> = limits::BMI_FROM..=limits::BMI_TO;

pub(super) fn age_within(age: u8) -> Result<u8, Refusal> {
    if AGE_YEARS.contains(&age) {
        return Ok(age);
    }
    let limit = format!("{}-{} years in this model", limits::AGE_FROM, limits::AGE_TO);
    Err(Refusal::new(Code::OutOfRange, "age_years", age, limit))
}

/// How near to a limit a quotient of decimals counts as at the limit: 51.2 kg at 160 cm is 20 exactly,
/// and less than 20 in binary.
const AT_THE_LIMIT_KG_M2: f64 = 1e-9;

pub(super) fn bmi_within(bmi: f64) -> Result<f64, Refusal> {
    let inside = bmi.clamp(*BMI_KG_M2.start(), *BMI_KG_M2.end());
    if (bmi - inside).abs() < AT_THE_LIMIT_KG_M2 {
        return Ok(inside);
    }
    let code = if bmi.is_finite() { Code::OutOfRange } else { Code::NotFinite };
    let limit = format!("{}-{} kg/m2 in this model", limits::BMI_FROM, limits::BMI_TO);
    Err(Refusal::new(code, "bmi_kg_m2", bmi, limit))
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
        let age = f64::from(age_years) / 10.0;
        match self.continuous {
            Continuous::Women { any_age_2, any_age_3, hip_age_2, hip_age_3, .. } => {
                let (age_2, age_3) = (age * age, age * age * age);
                both(any_age_2.of(age_2) + any_age_3.of(age_3), hip_age_2.of(age_2) + hip_age_3.of(age_3))
            }
            Continuous::Men { any_root_age, any_age, hip_age_3, hip_age_3_ln_age, .. } => {
                let age_3 = age * age * age;
                both(
                    any_root_age.of(sqrt(age)) + any_age.of(age),
                    hip_age_3.of(age_3) + hip_age_3_ln_age.of(age_3 * ln(age)),
                )
            }
        }
    }

    pub(super) fn bmi(&self, bmi_kg_m2: f64) -> Both {
        let inverse_bmi = 10.0 / bmi_kg_m2;
        match self.continuous {
            Continuous::Women { any_inverse_bmi, hip_inverse_bmi_2, .. } => {
                both(any_inverse_bmi.of(inverse_bmi), hip_inverse_bmi_2.of(inverse_bmi * inverse_bmi))
            }
            Continuous::Men { any_inverse_bmi, any_inverse_root_bmi, hip_inverse_bmi_2, .. } => both(
                any_inverse_bmi.of(inverse_bmi) + any_inverse_root_bmi.of(sqrt(inverse_bmi)),
                hip_inverse_bmi_2.of(inverse_bmi * inverse_bmi),
            ),
        }
    }

    /// The least and the most that a body mass index of 20-40 adds.
    pub(super) fn bmi_range(&self) -> [Both; 2] {
        let ends = [self.bmi(*BMI_KG_M2.start()), self.bmi(*BMI_KG_M2.end())];
        let [low, high] = [ends[0].min(ends[1]), ends[0].max(ends[1])];
        let Continuous::Men { any_inverse_bmi, any_inverse_root_bmi, .. } = self.continuous else {
            return [low, high];
        };
        // In x = (bmi/10)^-0.5 the men's equation is a parabola, lowest at -b / 2a: near 37 kg/m2.
        let lowest = -any_inverse_root_bmi.beta / (2.0 * any_inverse_bmi.beta);
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
        self.factors.get(factor as usize).copied().unwrap_or_default()
    }

    fn factors(&self, present: Factors) -> Both {
        present.places().fold(Both::default(), |sum, place| {
            sum.plus(self.factors.get(place).copied().unwrap_or_default())
        })
    }

    /// Everything but body mass index.
    pub(super) fn without_bmi(&self, inputs: &Inputs) -> Both {
        self.age(inputs.age_years)
            .plus(self.alcohol(inputs.alcohol))
            .plus(self.ethnicity(inputs.ethnicity))
            .plus(self.smoking(inputs.smoking))
            .plus(self.factors(inputs.factors))
    }

    /// The risks of a linear predictor; `None` for a year without a survival.
    pub(super) fn risks(&self, lp: Both, years: u8) -> Option<Pair> {
        let survival = self.survival.get(usize::from(years).wrapping_sub(1))?;
        // S0^exp(lp)
        let percent = |lp: f64, s0: f64| 100.0 * (1.0 - exp(exp(lp) * ln(s0)));
        Some(Pair { any_percent: percent(lp.any, survival.any), hip_percent: percent(lp.hip, survival.hip) })
    }
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
    age_within(inputs.age_years)?;
    let bmi = bmi_within(inputs.bmi_kg_m2)?;
    let equations = version.equations(inputs.sex);
    let lp = equations.without_bmi(inputs).plus(equations.bmi(bmi));
    match equations.risks(lp, years) {
        Some(pair) => Ok(pair),
        None => Err(version.years_within(years).err().unwrap_or_else(|| no_survival(years))),
    }
}

/// The build holds a survival for every year of a release; were one missing, this would say so.
#[cold]
fn no_survival(years: u8) -> Refusal {
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
