//! What rules see of a person: gathered once, then read by every guideline, by triage and by drug rules.
//!
//! Every fact has three values: so, not so, unknown. A number is known, within limits, or known not to have
//! been measured.

mod bone_density;
mod fractures;
mod frax;
mod percent_young_adult;
mod site_set;

use core::cell::OnceCell;

use crate::densitometry::{Score, Setup};
use crate::diagnosis::Diagnosis;
use crate::document::stated::KeySet;
use crate::document::{RiskFactors, Section, Sex};
use crate::facts::{Falls, GlucocorticoidUse, Person, ScoreDue};
use crate::outputs::Output;
use crate::risk::dvo2023::{Tiers, tiers};
use crate::risk::{ModelAnswer, Subject};

pub use bone_density::BoneDensity;
pub use fractures::{Atypical, Counted, Fractures, Range, Window};
pub use frax::SuppliedFrax;
pub use site_set::SiteSet;

/// A number, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Seen {
    /// Known.
    Known(f64),
    /// At least and at most; both ends may be reached.
    Between(f64, f64),
    /// Known not to have been measured: no comparison with it holds.
    NotMeasured,
}

impl Seen {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self::Between(f64::NEG_INFINITY, f64::INFINITY);

    /// Known, or unknown.
    #[must_use]
    pub fn or_unknown(value: Option<f64>) -> Self {
        value.map_or(Self::UNKNOWN, Self::Known)
    }

    /// At least `low` and at most `high`; known where they meet.
    #[must_use]
    pub fn within(low: f64, high: f64) -> Self {
        if low < high { Self::Between(low, high) } else { Self::Known(low) }
    }

    /// The least and the most that it may be; none where it was not measured.
    #[must_use]
    pub const fn ends(self) -> Option<(f64, f64)> {
        match self {
            Self::Known(value) => Some((value, value)),
            Self::Between(low, high) => Some((low, high)),
            Self::NotMeasured => None,
        }
    }

    /// The number, where it is known.
    #[must_use]
    pub const fn known(self) -> Option<f64> {
        match self {
            Self::Known(value) => Some(value),
            _ => None,
        }
    }
}

impl From<Range> for Seen {
    fn from(range: Range) -> Self {
        let most = if range.most == u32::MAX { f64::INFINITY } else { f64::from(range.most) };
        if range.least == range.most {
            Self::Known(most)
        } else {
            Self::Between(f64::from(range.least), most)
        }
    }
}

/// What rules see of a person.
#[derive(Clone, Debug)]
pub struct Evidence<'a> {
    /// The person.
    pub person: &'a Person<'a>,
    /// The settings.
    pub setup: &'a Setup,
    /// The scores.
    pub scores: &'a [Score<'a>],
    /// The diagnosis.
    pub diagnosis: &'a Diagnosis,
    /// What the risk models said; empty where they were not asked.
    pub risks: &'a [ModelAnswer],
    /// Past fractures.
    pub fractures: Fractures,
    /// T- and Z-scores.
    pub bone_density: BoneDensity,
    /// The supplied FRAX probability.
    pub frax: SuppliedFrax<'a>,
    /// Glucocorticoids.
    pub glucocorticoid: GlucocorticoidUse,
    /// Falls in the past year.
    pub falls: Falls,
    /// Whether the person takes a drug for osteoporosis.
    pub on_treatment: Option<bool>,
    /// What the tables of the DVO guideline say; none where no guideline was asked for, or below their age.
    pub dvo2023: Option<Tiers>,
    /// What the guidelines of one country alone ask for: read once it is asked for.
    fractures_from_40: OnceCell<Fractures>,
    lowest_percent_young_adult: OnceCell<Seen>,
}

impl<'a> Evidence<'a> {
    /// Gathers it.
    #[must_use]
    pub fn read(
        person: &'a Person<'a>,
        scores: &'a [Score<'a>],
        diagnosis: &'a Diagnosis,
        risks: &'a [ModelAnswer],
        setup: &'a Setup,
    ) -> Self {
        let guidelines = setup.outputs.has(Output::Guidelines) || setup.outputs.has(Output::Triage);
        let dvo2023 = guidelines && setup.guidelines.has(crate::guideline::DVO2023);
        let tiers = || tiers(&Subject::of(person, scores, setup), risks);
        Self {
            person,
            setup,
            scores,
            diagnosis,
            risks,
            fractures: Fractures::read(person, Counted::ALL),
            bone_density: BoneDensity::read(person.document, scores, setup),
            frax: SuppliedFrax::read(person),
            glucocorticoid: person.glucocorticoid(),
            falls: person.falls_past_year(),
            on_treatment: person.on_osteoporosis_treatment(),
            dvo2023: if dvo2023 { tiers() } else { None },
            fractures_from_40: OnceCell::new(),
            lowest_percent_young_adult: OnceCell::new(),
        }
    }

    /// The past fractures that Canadian guidelines count: from 40 on, and not of hands, feet and face.
    #[must_use]
    pub fn fractures_from_40(&self) -> &Fractures {
        self.fractures_from_40.get_or_init(|| Fractures::read(self.person, Counted::FROM_40))
    }

    /// Lowest printed percentage of the young adult mean of spine, neck and total hip.
    #[must_use]
    pub fn lowest_percent_young_adult(&self) -> Seen {
        let read = || percent_young_adult::lowest_percent_young_adult(self.person.document, self.scores);
        *self.lowest_percent_young_adult.get_or_init(read)
    }

    /// Completed years: guidelines count so.
    #[must_use]
    pub fn age(&self) -> f64 {
        f64::from(self.person.age.completed_years())
    }

    /// Whether the person is a woman, by the sex used for references.
    #[must_use]
    pub fn is_female(&self) -> bool {
        self.person.sex == Sex::Female
    }

    /// Whether the person is a woman past the menopause.
    #[must_use]
    pub fn is_postmenopausal(&self) -> Option<bool> {
        if !self.is_female() {
            return Some(false);
        }
        match (self.person.document.postmenopausal, self.person.score_due) {
            (Some(said), _) => Some(said),
            (None, ScoreDue::T) => Some(true),
            (None, ScoreDue::Unknown) => None,
            (None, ScoreDue::Z(_)) => Some(false),
        }
    }

    /// A risk factor: `None` is unknown.
    #[must_use]
    pub fn risk_factor(&self, key: impl Fn(&RiskFactors) -> Option<bool>) -> Option<bool> {
        self.person.risk_factor(key)
    }

    /// Whether any of these risk factors is there: `None` is unknown.
    #[must_use]
    pub fn any_risk_factor(&self, keys: KeySet) -> Option<bool> {
        self.person.any_risk_factor(keys)
    }

    /// Whether any of these is in the history: `None` is unknown.
    #[must_use]
    pub fn any_of_history(&self, keys: KeySet) -> Option<bool> {
        self.person.any_of_history(keys)
    }

    /// Whether anyone asked for treatments.
    #[must_use]
    pub fn treatments_are_known(&self) -> bool {
        self.person.document.treatments.is_some() || self.person.is_complete(Section::Treatments)
    }
}
