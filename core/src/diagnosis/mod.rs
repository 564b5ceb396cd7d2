//! The diagnosis: WHO class by ISCD's rules, and the clinical diagnosis beside it.

mod atypical;
mod fragility;
mod imaged_vertebrae;
mod past_fracture;
mod reason;
mod who_class;

use jiff::civil::Date;

pub use fragility::{FractureAssumptions, FragilityFractures, fragility_fractures};
pub use past_fracture::{
    PastFracture, any_past_fracture, days_of_months, fractures_are_known, past_fractures,
};
pub use reason::{Site, Why};
pub use who_class::{depends_on_rounding, who_class, z_class};

use crate::densitometry::{Flag, Score, Setup};
use crate::document::Region;
use crate::document::assessment::{Category, ReportRole};
use crate::facts::{NoT, Person, ScoreDue};
use crate::quantity::Compared;
pub(crate) use atypical::atypical_until_excluded;
pub(crate) use fragility::{and, counts, never_counts, or};
pub(crate) use imaged_vertebrae::{Imaged, Levels, Listed, imaged, is_vertebra};
use who_class::rank;

/// The diagnosis of a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnosis {
    /// Densitometric category.
    pub category: Category,
    /// A fracture that makes the diagnosis by itself.
    pub clinical_osteoporosis: Option<bool>,
    /// The region that decides.
    pub site: Option<Site>,
    /// Its T-score, as compared.
    pub t: Option<Compared>,
    /// Its Z-score, as compared, where Z decides.
    pub z: Option<Compared>,
    /// Why.
    pub reasons: Vec<Why>,
    /// The worst category ever.
    pub ever: Category,
    /// The category if the proposed vertebrae were excluded.
    pub if_proposed_exclusion: Option<Category>,
    /// Whether the category would be severe if an unknown fracture were one.
    pub could_be_severe: bool,
    /// The fractures behind it.
    pub fractures: FragilityFractures,
}

impl Diagnosis {
    /// The T-score that decides the class, to one decimal.
    #[must_use]
    pub fn lowest_t_reported(&self) -> Option<f64> {
        self.t.map(|t| crate::quantity::Tenths::rounded(t.to_f64()).to_f64())
    }

    /// The categories that remain possible; empty where only one does.
    #[must_use]
    pub fn could_be(&self) -> &'static [Category] {
        if self.could_be_severe { &[Category::Osteoporosis, Category::SevereOsteoporosis] } else { &[] }
    }
}

/// Where a class comes from: the deciding site and its score.
#[derive(Clone, Copy)]
struct Decision {
    site: Site,
    value: Compared,
}

/// Diagnoses a person from the scores.
#[must_use]
pub fn diagnose(person: &Person<'_>, scores: &[Score<'_>], setup: &Setup) -> Diagnosis {
    let fractures = fragility_fractures(person);
    let mut reasons = Vec::new();
    let current = |score: &&Score<'_>| score.role == ReportRole::Current;
    let class = Classifier { person, setup };
    let z_only = match person.score_due {
        ScoreDue::Z(reason) => Some(reason),
        _ => None,
    };
    let decision = if let Some(reason) = z_only {
        class.lowest_z(scores.iter().filter(current), reason)
    } else {
        class.lowest_t(scores.iter().filter(current), false, Some(&mut reasons))
    };
    let (mut category, mut t, mut z) = (Category::Undetermined, None, None);
    match decision {
        Some(found) if z_only.is_some() => {
            category = z_class(found.value);
            z = Some(found.value);
            reasons.insert(0, Why::LowestZ(found.site, found.value));
        }
        Some(found) => {
            category = who_class(found.value);
            t = Some(found.value);
            reasons.insert(0, Why::LowestT(found.site, found.value));
        }
        None => reasons.insert(0, Why::NoScore),
    }
    for score in scores.iter().filter(current).filter(|score| score.region.diagnoses()) {
        if let Some(withheld) = score.withheld
            && !(z_only.is_some() && score.usable)
            && !score.flags.has(Flag::ProposedSubset)
        {
            reasons.push(Why::NotCounted(site_of(score), withheld));
        }
    }
    let low_bone_mass = t.map(|t| who_class(t) != Category::Normal);
    let with_low_bone_mass = and(fractures.humerus_pelvis_forearm, low_bone_mass);
    let clinical_osteoporosis = or(fractures.hip_or_vertebra, with_low_bone_mass);
    if fractures.hip_or_vertebra == Some(true) {
        reasons.push(Why::HipOrVertebraFracture);
    } else if with_low_bone_mass == Some(true) {
        reasons.push(Why::FractureWithLowBoneMass);
    }
    let mut could_be_severe = false;
    if category == Category::Osteoporosis {
        match fractures.any {
            Some(true) => {
                category = Category::SevereOsteoporosis;
                reasons.push(Why::FragilityFracture);
            }
            Some(false) => {}
            None => {
                could_be_severe = true;
                reasons.push(Why::FracturesUnknown);
            }
        }
    }
    if clinical_osteoporosis.is_none() && !could_be_severe {
        reasons.push(Why::FracturesUnknown);
    }
    let deciding_rounds = decision.is_some_and(|found| {
        scores.iter().filter(current).any(|score| {
            site_of(score) == found.site && score.usable && score.flags.has(Flag::ClassDependsOnRounding)
        })
    });
    if deciding_rounds && t.is_some() {
        reasons.push(Why::DependsOnRounding);
    }
    let if_proposed_exclusion = class.with_proposal(scores, fractures);
    if if_proposed_exclusion.is_some_and(|other| other != category) {
        reasons.push(Why::ProposedExclusionChanges);
    }
    let ever = class.ever(scores, category, fractures);
    if rank(ever) > rank(category) {
        reasons.push(Why::EarlierWorse);
    }
    Diagnosis {
        category,
        clinical_osteoporosis,
        site: decision.map(|found| found.site),
        t,
        z,
        reasons,
        ever,
        if_proposed_exclusion,
        could_be_severe,
        fractures,
    }
}

pub(crate) fn site_of(score: &Score<'_>) -> Site {
    Site { region: score.region, side: score.side, vertebrae: score.vertebrae }
}

struct Classifier<'a, 'p> {
    person: &'a Person<'p>,
    setup: &'a Setup,
}

impl Classifier<'_, '_> {
    /// The lowest T-score that counts: one line of the spine, the lower neck, the lower total hip, and
    /// the 33 % radius where ISCD lets it count.
    fn lowest_t<'s, 'e: 's>(
        &self,
        scores: impl Iterator<Item = &'s Score<'e>> + Clone,
        proposed: bool,
        mut reasons: Option<&mut Vec<Why>>,
    ) -> Option<Decision> {
        let countable = scores.filter(|score| {
            let proposal = proposed && score.flags.has(Flag::ProposedSubset);
            score.region.diagnoses() && (score.usable || proposal) && score.withheld.is_none()
        });
        let countable = countable.filter_map(|score| {
            let value = self.setup.compared(score.t_in_force()?);
            Some((score, Decision { site: site_of(score), value }))
        });
        let spine = self.spine_line(countable.clone(), proposed);
        let of = |region: Region| {
            countable.clone().filter(move |(score, _)| score.region == region).map(|(_, d)| d)
        };
        let neck = of(Region::FemoralNeck).min_by_key(|d| d.value);
        let hip = of(Region::TotalHip).min_by_key(|d| d.value);
        let radius = of(Region::Radius33).min_by_key(|d| d.value).filter(|_| {
            let why = if self.person.risk_factor(|r| r.hyperparathyroidism) == Some(true) {
                Why::RadiusForHyperparathyroidism
            } else if spine.is_none() || (neck.is_none() && hip.is_none()) {
                Why::RadiusForUnusableSite
            } else {
                Why::RadiusNotUsed
            };
            if let Some(reasons) = reasons.as_deref_mut() {
                reasons.push(why);
            }
            why != Why::RadiusNotUsed
        });
        let lowest = [spine, neck, hip, radius].into_iter().flatten().min_by_key(|d| d.value)?;
        let sides = of(lowest.site.region).filter(|d| d.site.side != lowest.site.side).count();
        if lowest.site.region.is_hip()
            && sides > 0
            && let Some(reasons) = reasons
        {
            reasons.push(Why::LowerHip);
        }
        Some(lowest)
    }

    /// The line of the spine that counts: the one of most vertebrae, the lower of equals.
    fn spine_line<'s, 'e: 's>(
        &self,
        countable: impl Iterator<Item = (&'s Score<'e>, Decision)>,
        proposed: bool,
    ) -> Option<Decision> {
        countable
            .filter(|(score, _)| score.region == Region::LumbarSpine && score.vertebrae.len() > 1)
            .filter(|(score, _)| !(proposed && score.flags.has(Flag::ExclusionProposed)))
            .min_by_key(|(score, decision)| (core::cmp::Reverse(score.vertebrae.len()), decision.value))
            .map(|(_, decision)| decision)
    }

    /// The lowest Z-score that counts. Under 20 the hip is no preferred site (ISCD 2019).
    fn lowest_z<'s, 'e: 's>(
        &self,
        scores: impl Iterator<Item = &'s Score<'e>>,
        reason: NoT,
    ) -> Option<Decision> {
        let counts = |region: Region| match reason {
            NoT::Under20 => matches!(region, Region::LumbarSpine | Region::TotalBody),
            _ => matches!(region, Region::LumbarSpine | Region::FemoralNeck | Region::TotalHip),
        };
        scores
            .filter(|score| score.usable && counts(score.region))
            .filter_map(|score| {
                let z = score.z_in_force(self.setup.t_source())?;
                Some(Decision { site: site_of(score), value: self.setup.compared(z) })
            })
            .min_by_key(|decision| decision.value)
    }

    fn with_proposal(&self, scores: &[Score<'_>], fractures: FragilityFractures) -> Option<Category> {
        let current = scores.iter().filter(|score| score.role == ReportRole::Current);
        current
            .clone()
            .find(|score| score.flags.has(Flag::ProposedSubset) && score.t_in_force().is_some())?;
        let found = self.lowest_t(current, true, None)?;
        Some(severe(who_class(found.value), fractures))
    }

    /// The worst category of any day on which there was a scan.
    fn ever(&self, scores: &[Score<'_>], current: Category, fractures: FragilityFractures) -> Category {
        let mut worst = current;
        let mut days: Vec<Option<Date>> = Vec::new();
        for score in scores.iter().filter(|score| score.role == ReportRole::Prior) {
            if days.contains(&score.date) {
                continue;
            }
            days.push(score.date);
            let that_day = scores.iter().filter(|other| other.date == score.date);
            let Some(found) = self.lowest_t(that_day, false, None) else { continue };
            let category = severe(who_class(found.value), fractures);
            if rank(category) > rank(worst) {
                worst = category;
            }
        }
        worst
    }
}

fn severe(category: Category, fractures: FragilityFractures) -> Category {
    if category == Category::Osteoporosis && fractures.any == Some(true) {
        Category::SevereOsteoporosis
    } else {
        category
    }
}
