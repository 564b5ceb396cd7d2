//! What the QFracture equations ask of a person.

use crate::document::choice::choice;
use crate::document::{QfractureEthnicity, Sex, Smoking};

use super::limits;

choice! {
    /// Alcohol in six levels, as the QFracture equations have it; a unit is 8 g.
    pub enum Alcohol {
        None = "none",
        /// Less than 1 unit a day.
        Trivial = "trivial",
        /// 1-2 units a day.
        Light = "light",
        /// 3-6 units a day.
        Moderate = "moderate",
        /// 7-9 units a day.
        Heavy = "heavy",
        /// More than 9 units a day.
        VeryHeavy = "very_heavy",
    }
}

impl Alcohol {
    /// The level of so many units a day: 0, below 1, below 3, below 7, up to 9, above 9. `None` for a
    /// negative number and for NaN.
    ///
    /// ```
    /// use osteon::risk::qfracture::Alcohol;
    /// assert_eq!(Alcohol::from_units_per_day(9.0), Some(Alcohol::Heavy));
    /// assert_eq!(Alcohol::from_units_per_day(f64::NAN), None);
    /// ```
    #[must_use]
    pub fn from_units_per_day(units: f64) -> Option<Self> {
        Some(match units {
            0.0 => Self::None,
            _ if units.is_nan() || units < 0.0 => return None,
            _ if units < limits::LIGHT_ALCOHOL_FROM => Self::Trivial,
            _ if units < limits::MODERATE_ALCOHOL_FROM => Self::Light,
            _ if units < limits::HEAVY_ALCOHOL_FROM => Self::Moderate,
            _ if units <= limits::HEAVY_ALCOHOL_TO => Self::Heavy,
            _ => Self::VeryHeavy,
        })
    }
}

choice! {
    /// A yes-or-no input of the QFracture equations.
    pub enum Factor {
        /// Any antidepressant: two prescriptions or more in the last six months.
        Antidepressant = "antidepressant",
        AnyCancer = "any_cancer",
        AsthmaOrCopd = "asthma_or_copd",
        /// Lives in a nursing or care home; in the equations for men.
        CareHome = "care_home",
        /// Systemic corticosteroids: two prescriptions or more in the last six months.
        Corticosteroids = "corticosteroids",
        CardiovascularDisease = "cardiovascular_disease",
        Dementia = "dementia",
        /// Thyrotoxicosis, hyperparathyroidism or Cushing's syndrome; in the equations for women.
        EndocrineDisorder = "endocrine_disorder",
        EpilepsyOrAnticonvulsant = "epilepsy_or_anticonvulsant",
        /// A history of falls.
        Falls = "falls",
        /// An earlier osteoporotic fracture of wrist, spine, hip or shoulder; since 2016 for hip only.
        PriorFracture = "prior_fracture",
        /// Hormone replacement by oestrogen alone; in the equations for women.
        OestrogenHrt = "oestrogen_hrt",
        ChronicLiverDisease = "chronic_liver_disease",
        /// Crohn's disease, ulcerative colitis, coeliac disease, steatorrhoea, blind loop; not for hip.
        Malabsorption = "malabsorption",
        Parkinson = "parkinson",
        /// Rheumatoid arthritis or systemic lupus erythematosus.
        RheumatoidArthritisOrLupus = "rheumatoid_arthritis_or_lupus",
        ChronicKidneyDisease = "chronic_kidney_disease",
        Type1Diabetes = "type_1_diabetes",
        Type2Diabetes = "type_2_diabetes",
        /// Osteoporosis or a hip fracture in a parent; not for hip in women.
        ParentalHistory = "parental_history",
    }
}

/// A set of factors: those that are present.
///
/// ```
/// use osteon::risk::qfracture::{Factor, Factors};
/// let present = Factors::NONE.with(Factor::Falls).with(Factor::Parkinson);
/// assert!(present.has(Factor::Falls) && !present.has(Factor::Dementia));
/// assert_eq!(present, [Factor::Parkinson, Factor::Falls].into_iter().collect());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Factors(u32);

impl Factors {
    /// None of them.
    pub const NONE: Self = Self(0);

    /// These and one more.
    #[must_use]
    pub const fn with(self, factor: Factor) -> Self {
        Self(self.0 | 1 << factor as u32)
    }

    /// These without one.
    #[must_use]
    pub const fn without(self, factor: Factor) -> Self {
        Self(self.0 & !(1 << factor as u32))
    }

    /// Whether a factor is among them.
    #[must_use]
    pub const fn has(self, factor: Factor) -> bool {
        self.0 & 1 << factor as u32 != 0
    }

    /// Those that are in both.
    pub(super) const fn shared(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The set as bits: each factor's is that of its place in [`Factor::ALL`].
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// The set with these bits; `None` if one is no factor's.
    ///
    /// ```
    /// use osteon::risk::qfracture::{Factor, Factors};
    /// let falls = Factors::NONE.with(Factor::Falls);
    /// assert_eq!(Factors::from_bits(falls.bits()), Some(falls));
    /// assert_eq!(Factors::from_bits(1 << 20), None);
    /// ```
    #[must_use]
    pub const fn from_bits(bits: u32) -> Option<Self> {
        if bits >> Factor::ALL.len() == 0 { Some(Self(bits)) } else { None }
    }
}

impl FromIterator<Factor> for Factors {
    fn from_iter<I: IntoIterator<Item = Factor>>(factors: I) -> Self {
        factors.into_iter().fold(Self::NONE, Self::with)
    }
}

/// One person, as the equations see them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs {
    /// Which equations.
    pub sex: Sex,
    /// Completed years; 30-100.
    pub age_years: u8,
    /// Body mass index, kg/m2, unrounded; 20-40.
    pub bmi_kg_m2: f64,
    /// Alcohol.
    pub alcohol: Alcohol,
    /// Ethnic group.
    pub ethnicity: QfractureEthnicity,
    /// Smoking; light is below 10 cigarettes a day, moderate below 20.
    pub smoking: Smoking,
    /// The factors present. One that an equation does not have changes nothing in it.
    pub factors: Factors,
}

impl Inputs {
    /// A person who neither smokes nor drinks, white or of no recorded group, with no factor.
    #[must_use]
    pub const fn new(sex: Sex, age_years: u8, bmi_kg_m2: f64) -> Self {
        Self {
            sex,
            age_years,
            bmi_kg_m2,
            alcohol: Alcohol::None,
            ethnicity: QfractureEthnicity::WhiteOrNotRecorded,
            smoking: Smoking::Never,
            factors: Factors::NONE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alcohol_is_exact_at_its_limits() {
        for (units, level) in [
            (-0.0, Alcohol::None),
            (0.1, Alcohol::Trivial),
            (0.999, Alcohol::Trivial),
            (1.0, Alcohol::Light),
            (2.999, Alcohol::Light),
            (3.0, Alcohol::Moderate),
            (6.999, Alcohol::Moderate),
            (7.0, Alcohol::Heavy),
            (9.0, Alcohol::Heavy),
            (9.001, Alcohol::VeryHeavy),
        ] {
            assert_eq!(Alcohol::from_units_per_day(units), Some(level), "{units}");
        }
        assert_eq!(Alcohol::from_units_per_day(-0.1), None);
    }

    #[test]
    fn a_set_holds_what_was_put_in() {
        let all: Factors = Factor::ALL.iter().copied().collect();
        assert_eq!(all.bits(), 0xf_ffff);
        assert_eq!(all.without(Factor::CareHome).bits(), 0xf_fff7);
        assert_eq!(Factors::NONE.bits(), 0);
    }
}
