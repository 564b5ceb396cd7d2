//! Smoking, alcohol and body mass, as far as the document says.

use crate::document::{RiskFactors, Section, Smoking};
use crate::reference::thresholds::{HEAVY_SMOKING_FROM, MODERATE_SMOKING_FROM};

use super::Person;

/// Grams of alcohol in a unit (`alcohol_units_per_day` of the patient document).
pub const GRAMS_PER_UNIT: f64 = 8.0;

/// The level of smoking by cigarettes a day, of which there are some.
///
/// ```
/// use osteon::document::Smoking;
/// use osteon::facts::smoking_level;
/// assert_eq!((smoking_level(9.0), smoking_level(10.0)), (Smoking::Light, Smoking::Moderate));
/// ```
#[must_use]
pub fn smoking_level(cigarettes_per_day: f64) -> Smoking {
    if cigarettes_per_day < MODERATE_SMOKING_FROM {
        Smoking::Light
    } else if cigarettes_per_day < HEAVY_SMOKING_FROM {
        Smoking::Moderate
    } else {
        Smoking::Heavy
    }
}

impl Person<'_> {
    fn risk_factors(&self) -> Option<&RiskFactors> {
        self.document.risk_factors.as_ref()
    }

    /// Whether the person smokes now: `None` is unknown.
    #[must_use]
    pub fn smokes(&self) -> Option<bool> {
        let said = self.risk_factors().and_then(|r| {
            let by_level = r.smoking.map(|level| !matches!(level, Smoking::Never | Smoking::Former));
            r.current_smoker.or(by_level).or(r.cigarettes_per_day.map(|n| n > 0.0))
        });
        self.flag(Section::RiskFactors, said)
    }

    /// Whether the person smokes more than `n` cigarettes a day: `None` is unknown. The levels are
    /// those of [`smoking_level`].
    #[must_use]
    pub fn smokes_more_than(&self, n: f64) -> Option<bool> {
        if let Some(stated) = self.risk_factors().and_then(|r| r.cigarettes_per_day) {
            return Some(stated > n);
        }
        if self.smokes() == Some(false) {
            return Some(false);
        }
        let (low, below) = match self.risk_factors()?.smoking? {
            Smoking::Never | Smoking::Former => return Some(false),
            Smoking::Light => (0.0, MODERATE_SMOKING_FROM),
            Smoking::Moderate => (MODERATE_SMOKING_FROM, HEAVY_SMOKING_FROM),
            Smoking::Heavy => (HEAVY_SMOKING_FROM, f64::INFINITY),
        };
        if low > n {
            Some(true)
        } else if below <= n {
            Some(false)
        } else {
            None
        }
    }

    /// Units of alcohol a day (8 g each): `None` is unknown.
    #[must_use]
    pub fn alcohol_units_per_day(&self) -> Option<f64> {
        let said = self.risk_factors().and_then(|r| {
            r.alcohol_units_per_day.or_else(|| r.alcohol_g_per_day.map(|grams| grams / GRAMS_PER_UNIT))
        });
        said.or_else(|| self.is_complete(Section::RiskFactors).then_some(0.0))
    }

    /// Grams of alcohol a day: `None` is unknown.
    #[must_use]
    pub fn alcohol_g_per_day(&self) -> Option<f64> {
        let stated = self.risk_factors().and_then(|r| r.alcohol_g_per_day);
        stated.or_else(|| self.alcohol_units_per_day().map(|units| units * GRAMS_PER_UNIT))
    }

    /// Body mass index, kg/m2: from height and weight, else as stated; void after an amputation.
    #[must_use]
    pub fn bmi(&self) -> Option<f64> {
        if self.history(|h| h.amputation) == Some(true) {
            return None;
        }
        let computed = self.height().zip(self.weight()).map(|(height, weight)| {
            let metres = height.cm() / 100.0;
            weight.kg() / (metres * metres)
        });
        computed.or(self.document.bmi_kg_m2)
    }
}
