//! Why a diagnosis is what it is, in codes; the sentences are made from them.

use crate::densitometry::Withheld;
use crate::document::{Region, Side, Vertebrae};
use crate::quantity::Compared;

/// A region that decided or did not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    /// Region.
    pub region: Region,
    /// Side.
    pub side: Option<Side>,
    /// Vertebrae; empty but for a lumbar spine.
    pub vertebrae: Vertebrae,
}

impl core::fmt::Display for Site {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.region.as_str())?;
        if !self.vertebrae.is_empty() {
            write!(f, " {}", self.vertebrae)?;
        }
        self.side.map_or(Ok(()), |side| write!(f, " {side}"))
    }
}

/// One reason of a diagnosis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Why {
    /// The lowest T-score decides.
    LowestT(Site, Compared),
    /// The lowest Z-score decides.
    LowestZ(Site, Compared),
    /// A fragility fracture makes osteoporosis severe.
    FragilityFracture,
    /// A low-trauma hip or vertebral fracture is osteoporosis at any T-score.
    HipOrVertebraFracture,
    /// A low-trauma fracture of the humerus, pelvis or forearm with low bone mass is osteoporosis.
    FractureWithLowBoneMass,
    /// Whether there was a fragility fracture cannot be said.
    FracturesUnknown,
    /// The 33 % radius counts: hyperparathyroidism.
    RadiusForHyperparathyroidism,
    /// The 33 % radius counts: no usable score of the spine or the hip.
    RadiusForUnusableSite,
    /// The 33 % radius does not count: spine and hip are usable.
    RadiusNotUsed,
    /// A region gave no score that counts.
    NotCounted(Site, Withheld),
    /// The lower hip is classed (our choice).
    LowerHip,
    /// No score of a diagnostic region.
    NoScore,
    /// The reported and the exact T-score give different classes.
    DependsOnRounding,
    /// The class would be another without the vertebrae proposed for exclusion.
    ProposedExclusionChanges,
    /// An earlier scan was worse: the diagnosis persists.
    EarlierWorse,
}

impl Why {
    /// The code in documents.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::LowestT(..) => "lowest_t",
            Self::LowestZ(..) => "lowest_z",
            Self::FragilityFracture => "fragility_fracture",
            Self::HipOrVertebraFracture => "hip_or_vertebra_fracture",
            Self::FractureWithLowBoneMass => "fracture_with_low_bone_mass",
            Self::FracturesUnknown => "fractures_unknown",
            Self::RadiusForHyperparathyroidism => "radius_for_hyperparathyroidism",
            Self::RadiusForUnusableSite => "radius_for_unusable_site",
            Self::RadiusNotUsed => "radius_not_used",
            Self::NotCounted(_, withheld) => withheld.as_str(),
            Self::LowerHip => "lower_hip",
            Self::NoScore => "no_score",
            Self::DependsOnRounding => "class_depends_on_rounding",
            Self::ProposedExclusionChanges => "proposed_exclusion_changes_class",
            Self::EarlierWorse => "earlier_diagnosis_persists",
        }
    }

    /// One sentence.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::LowestT(site, t) => {
                format!("the lowest T-score that counts is {} at the {site}", t.to_f64())
            }
            Self::LowestZ(site, z) => {
                format!("the lowest Z-score that counts is {} at the {site}", z.to_f64())
            }
            Self::FragilityFracture => "a fragility fracture makes osteoporosis severe (WHO)".into(),
            Self::HipOrVertebraFracture => {
                "a low-trauma hip or vertebral fracture is osteoporosis at any T-score".into()
            }
            Self::FractureWithLowBoneMass => {
                "a low-trauma fracture of the humerus, pelvis or forearm with low bone mass is osteoporosis"
                    .into()
            }
            Self::FracturesUnknown => "whether there was a fragility fracture cannot be said".into(),
            Self::RadiusForHyperparathyroidism => {
                "the 33 % radius counts, because of hyperparathyroidism (ISCD)".into()
            }
            Self::RadiusForUnusableSite => {
                "the 33 % radius counts, because spine or hip has no usable score (ISCD)".into()
            }
            Self::RadiusNotUsed => "the 33 % radius does not count: spine and hip are usable (ISCD)".into(),
            Self::NotCounted(site, withheld) => format!("the {site} does not count: {}", withheld.text()),
            Self::LowerHip => "of both hips the lower is classed (our choice; ISCD leaves it open)".into(),
            Self::NoScore => "no diagnostic region has a score that counts".into(),
            Self::DependsOnRounding => {
                "the T-score to one decimal and the unrounded one give different classes".into()
            }
            Self::ProposedExclusionChanges => {
                "without the vertebra proposed for exclusion the class would be another".into()
            }
            Self::EarlierWorse => "an earlier scan was worse; the diagnosis persists".into(),
        }
    }
}
