//! The lumbar spine: which vertebrae count, and what they make together.
//!
//! The reader excludes vertebrae; the engine proposes and shows both results. A subset is the sum of
//! BMC over the sum of area, with its own reference; without areas no combined score is made.

use crate::document::{Region, ScanRegion, Vertebra, Vertebrae};
use crate::quantity::Compared;
use crate::reference::thresholds;

use super::flags::{Flag, Withheld};
use super::measured::Measured;
use super::score::Score;
use super::setup::Setup;

/// The spine of one scan, as the reader left it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spine<'p> {
    single: [Option<&'p ScanRegion>; 4],
    present: Vertebrae,
    excluded: Vertebrae,
}

impl<'p> Spine<'p> {
    pub(crate) fn read(regions: &'p [ScanRegion]) -> Self {
        let mut spine = Self::default();
        for entry in regions.iter().filter(|entry| entry.region == Some(Region::LumbarSpine)) {
            let Some(one) = entry.vertebrae.filter(|set| set.len() == 1) else { continue };
            if let Some(slot) = spine.single.get_mut(one.bits().trailing_zeros() as usize) {
                *slot = Some(entry);
            }
            spine.present = spine.present.union(one);
            if entry.excluded == Some(true) {
                spine.excluded = spine.excluded.union(one);
            }
        }
        spine
    }

    fn of(&self, vertebra: Vertebra) -> Option<&'p ScanRegion> {
        self.single.get(vertebra as usize).copied().flatten()
    }

    /// The vertebrae that have a line of their own.
    pub(crate) const fn present(&self) -> Vertebrae {
        self.present
    }

    /// Why an entry of these vertebrae is not classed.
    pub(crate) fn not_classed(&self, vertebrae: Vertebrae) -> Option<Withheld> {
        if vertebrae.len() < 2 {
            Some(Withheld::SingleVertebra)
        } else if vertebrae.intersects(self.excluded) {
            Some(Withheld::ContainsExcluded)
        } else {
            None
        }
    }

    /// What the kept vertebrae make where the report has no line for them.
    pub(crate) fn combined(&self, printed: impl Fn(Vertebrae) -> bool) -> Option<Measured<'p>> {
        let present = self.present();
        if present.is_empty() {
            return None;
        }
        let kept = if self.excluded.is_empty() { present } else { Vertebrae::L1_L4.without(self.excluded) };
        let whole_is_printed = self.excluded.is_empty() && printed(Vertebrae::L1_L4);
        if whole_is_printed || printed(kept) {
            return None;
        }
        if self.excluded.is_empty() && present.len() < 2 {
            return None;
        }
        Some(self.combine(kept))
    }

    fn combine(&self, kept: Vertebrae) -> Measured<'p> {
        let mut measured = Measured::new(Region::LumbarSpine, None, kept);
        match self.bmc_over_area(kept) {
            _ if kept.len() < 2 => measured.not_classed = Some(Withheld::TooFewVertebrae),
            Some(bmd) => {
                measured.bmd = Some(bmd);
                measured.flags.set(Flag::CombinedFromVertebrae);
            }
            None => measured.not_classed = Some(Withheld::NoAreas),
        }
        measured
    }

    fn bmc_over_area(&self, kept: Vertebrae) -> Option<f64> {
        let (mut bmc, mut area) = (0.0, 0.0);
        for vertebra in kept.iter() {
            let entry = self.of(vertebra)?;
            let a = entry.area_cm2?;
            bmc += entry.bmc_g.or_else(|| Some(super::measured::bmd_of(entry)? * a))?;
            area += a;
        }
        (area > 0.0).then(|| bmc / area)
    }

    /// What remains if the vertebrae that stand out were excluded; `None` where none does, or where
    /// fewer than two would remain. The second is the combined measurement, if it can be made.
    ///
    /// `scores` are those of the lines of this scan.
    pub(crate) fn proposal(&self, scores: &[Score<'_>], setup: &Setup) -> Option<(Vertebrae, Measured<'p>)> {
        let kept = self.present().without(self.excluded);
        // One to exclude, and two that remain.
        if kept.len() < 3 {
            return None;
        }
        let t_of = |vertebra: Vertebra| {
            let set = Vertebrae::one(vertebra);
            scores
                .iter()
                .find(|score| score.region == Region::LumbarSpine && score.vertebrae == set)
                .and_then(Score::t_in_force)
                .map(|t| setup.compared(t))
        };
        let mut proposed = Vertebrae::NONE;
        let mut propose_if = |stands_out: bool, vertebra: Vertebra| {
            if stands_out {
                proposed = proposed.union(Vertebrae::one(vertebra));
            }
        };
        let above = |t: Option<Compared>, other: Option<Compared>| {
            t.zip(other).is_some_and(|(t, other)| t.minus(other).to_f64() > thresholds::VERTEBRA_DIFFERENCE_T)
        };
        // Each is compared with the next one down that is kept; one at an end has one neighbour.
        let mut before: Option<(Vertebra, Option<Compared>, bool)> = None;
        for vertebra in kept.iter() {
            let t = t_of(vertebra);
            if let Some((upper, upper_t, above_its_upper)) = before {
                propose_if(above_its_upper && above(upper_t, t), upper);
            }
            let above_upper = before.is_none_or(|(_, upper_t, _)| above(t, upper_t));
            before = Some((vertebra, t, above_upper));
        }
        if let Some((last, _, above_its_upper)) = before {
            propose_if(above_its_upper, last);
        }
        let remaining = kept.without(proposed);
        if proposed.is_empty() || remaining.len() < 2 {
            return None;
        }
        let mut measured = self.combine(remaining);
        measured.flags.set(Flag::ProposedSubset);
        Some((proposed, measured))
    }
}
