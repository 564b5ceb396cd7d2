//! The diagnosis: WHO class by ISCD's rules, and the clinical diagnosis beside it.

mod atypical;
mod fragility;
mod imaged_vertebrae;
mod past_fracture;
mod reason;
mod who_class;

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
    diagnose_into(Vec::new(), person, scores, setup)
}

/// The same, with the reasons put into a vector that is empty.
pub(crate) fn diagnose_into(
    mut reasons: Vec<Why>,
    person: &Person<'_>,
    scores: &[Score<'_>],
    setup: &Setup,
) -> Diagnosis {
    let fractures = fragility_fractures(person);
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
        let (mut spine, mut neck, mut hip, mut radius) = (None, None, None, None);
        for score in scores.clone() {
            let Some(decision) = self.countable(score, proposed) else { continue };
            match score.region {
                Region::LumbarSpine => keep_spine_line(&mut spine, score, decision, proposed),
                Region::FemoralNeck => keep_lower(&mut neck, decision),
                Region::TotalHip => keep_lower(&mut hip, decision),
                _ => keep_lower(&mut radius, decision),
            }
        }
        let radius = radius.filter(|_: &Decision| {
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
        let mut lowest = spine;
        for other in [neck, hip, radius].into_iter().flatten() {
            keep_lower(&mut lowest, other);
        }
        let lowest = lowest?;
        if let Some(reasons) = reasons
            && lowest.site.region.is_hip()
        {
            let mut of_region = scores.filter(|score| score.region == lowest.site.region);
            let other_side = |score: &Score<'_>| {
                score.side != lowest.site.side && self.countable(score, proposed).is_some()
            };
            if of_region.any(other_side) {
                reasons.push(Why::LowerHip);
            }
        }
        Some(lowest)
    }

    /// What a score decides where it counts.
    fn countable(&self, score: &Score<'_>, proposed: bool) -> Option<Decision> {
        let proposal = proposed && score.flags.has(Flag::ProposedSubset);
        let counts = score.region.diagnoses() && (score.usable || proposal) && score.withheld.is_none();
        let value = self.setup.compared(score.t_in_force().filter(|_| counts)?);
        Some(Decision { site: site_of(score), value })
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
        let prior = |score: &&Score<'_>| score.role == ReportRole::Prior;
        for (i, score) in scores.iter().enumerate().filter(|(_, score)| prior(score)) {
            if scores.iter().take(i).filter(prior).any(|before| before.date == score.date) {
                continue;
            }
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

/// Keeps the lower of the two, of equals the one that is there.
fn keep_lower(kept: &mut Option<Decision>, other: Decision) {
    if kept.is_none_or(|kept| other.value < kept.value) {
        *kept = Some(other);
    }
}

/// Keeps the line of the spine that counts: the one of most vertebrae, the lower of equals.
fn keep_spine_line(kept: &mut Option<Decision>, score: &Score<'_>, other: Decision, proposed: bool) {
    let set = score.vertebrae.len();
    if set < 2 || (proposed && score.flags.has(Flag::ExclusionProposed)) {
        return;
    }
    match kept {
        Some(kept) if set < kept.site.vertebrae.len() => {}
        Some(kept) if set == kept.site.vertebrae.len() && other.value >= kept.value => {}
        _ => *kept = Some(other),
    }
}

fn severe(category: Category, fractures: FragilityFractures) -> Category {
    if category == Category::Osteoporosis && fractures.any == Some(true) {
        Category::SevereOsteoporosis
    } else {
        category
    }
}
