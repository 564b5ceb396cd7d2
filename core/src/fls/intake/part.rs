//! Parts of the body that somebody names, and the regions of a scan that each may mean.

use crate::document::Region;
use crate::document::choice::choice;

choice! {
    /// A part of the body as a code, a word or a body site names it.
    pub enum Part {
        LumbarSpine = "lumbar_spine",
        Spine = "spine",
        FemoralNeck = "femoral_neck",
        TotalHip = "total_hip",
        /// Somewhere at the hip.
        Hip = "hip",
        /// Somewhere at the femur: LOINC has no code of the femoral neck and this one is used for it.
        Femur = "femur",
        Trochanter = "trochanter",
        Intertrochanter = "intertrochanter",
        Wards = "wards",
        Forearm = "forearm",
        Radius33 = "radius_33",
        RadiusUd = "radius_ud",
        RadiusMid = "radius_mid",
        RadiusTotal = "radius_total",
        Calcaneus = "calcaneus",
        Humerus = "humerus",
        TotalBody = "total_body",
        /// Bone densitometry, of whatever.
        Any = "any",
    }
}

/// The places that a name leaves possible: regions of a scan, and places that are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Places(u32);

const OTHER_SPINE: u32 = 1 << 16;
const OTHER_FOREARM: u32 = 1 << 17;
const CALCANEUS: u32 = 1 << 18;
const HUMERUS: u32 = 1 << 19;

impl Places {
    pub(super) const ANYWHERE: Self = Self(u32::MAX);

    pub(super) const fn of(part: Part) -> Self {
        use Region as R;
        const fn all(regions: &[Region]) -> u32 {
            match regions {
                [] => 0,
                [first, rest @ ..] => (1 << *first as u32) | all(rest),
            }
        }
        const HIP: &[Region] = &[R::FemoralNeck, R::TotalHip, R::Trochanter, R::Intertrochanter, R::Wards];
        const FOREARM: &[Region] = &[R::Radius33, R::RadiusUd, R::RadiusMid, R::RadiusTotal];
        Self(match part {
            Part::LumbarSpine => all(&[R::LumbarSpine]),
            Part::Spine => all(&[R::LumbarSpine]) | OTHER_SPINE,
            Part::FemoralNeck => all(&[R::FemoralNeck]),
            Part::TotalHip => all(&[R::TotalHip]),
            Part::Hip | Part::Femur => all(HIP),
            Part::Trochanter => all(&[R::Trochanter]),
            Part::Intertrochanter => all(&[R::Intertrochanter]),
            Part::Wards => all(&[R::Wards]),
            Part::Forearm => all(FOREARM) | OTHER_FOREARM,
            Part::Radius33 => all(&[R::Radius33]),
            Part::RadiusUd => all(&[R::RadiusUd]),
            Part::RadiusMid => all(&[R::RadiusMid]),
            Part::RadiusTotal => all(&[R::RadiusTotal]),
            Part::Calcaneus => CALCANEUS,
            Part::Humerus => HUMERUS,
            Part::TotalBody => all(&[R::TotalBody]),
            Part::Any => u32::MAX,
        })
    }

    pub(super) const fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Whether only one place is left, which is no region of an assessment: heel, humerus.
    pub(super) const fn is_elsewhere(self) -> bool {
        self.0 == CALCANEUS || self.0 == HUMERUS
    }

    /// The region, where only one is left.
    pub(super) fn region(self) -> Option<Region> {
        Region::ALL.iter().copied().find(|&region| self.0 == 1 << region as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_one_region_is_named_as_it() {
        for &part in Part::ALL {
            let region = Places::of(part).region();
            assert_eq!(region, Region::from_key(part.as_str()), "{part}");
        }
    }

    #[test]
    fn what_both_say_is_left() {
        let both = |a, b| Places::of(a).both(Places::of(b));
        assert_eq!(both(Part::Femur, Part::FemoralNeck).region(), Some(Region::FemoralNeck));
        assert_eq!(both(Part::Hip, Part::TotalHip).region(), Some(Region::TotalHip));
        assert_eq!(both(Part::Hip, Part::Femur).region(), None);
        assert_eq!(both(Part::Any, Part::LumbarSpine).region(), Some(Region::LumbarSpine));
        assert!(both(Part::TotalHip, Part::FemoralNeck).is_none());
        assert!(both(Part::Forearm, Part::LumbarSpine).is_none());
        assert!(Places::of(Part::Calcaneus).is_elsewhere() && !Places::of(Part::Forearm).is_elsewhere());
    }
}
