//! What was measured, before it is scored: the lines of a report, and what vertebrae make together.

use crate::document::{Lms, Region, ScanRegion, Side, Vertebrae};
use crate::facts::Person;

use super::flags::{Flag, Flags, Withheld};
use super::spine::Spine;

/// One measurement to be scored.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured<'p> {
    pub(crate) region: Region,
    pub(crate) side: Option<Side>,
    pub(crate) vertebrae: Vertebrae,
    pub(crate) bmd: Option<f64>,
    pub(crate) entry: Option<&'p ScanRegion>,
    /// Why it is not classed although it may have a score.
    pub(crate) not_classed: Option<Withheld>,
    pub(crate) flags: Flags,
}

impl<'p> Measured<'p> {
    pub(crate) fn new(region: Region, side: Option<Side>, vertebrae: Vertebrae) -> Self {
        Self { region, side, vertebrae, bmd: None, entry: None, not_classed: None, flags: Flags::default() }
    }

    pub(crate) fn lms(&self) -> Option<Lms> {
        self.entry.and_then(|entry| entry.lms)
    }

    /// One line of a report; `None` for a line that is no measurement (the difference of two sides).
    pub(crate) fn read(entry: &'p ScanRegion, spine: &Spine<'p>, person: &Person<'_>) -> Option<Self> {
        let region = entry.region?;
        if entry.side == Some(Side::Difference) {
            return None;
        }
        let is_spine = region == Region::LumbarSpine;
        let vertebrae = if is_spine { entry.vertebrae.unwrap_or(Vertebrae::L1_L4) } else { Vertebrae::NONE };
        let mut measured = Self { entry: Some(entry), ..Self::new(region, entry.side, vertebrae) };
        measured.bmd = bmd_of(entry);
        measured.flags.set_if(is_spine && entry.vertebrae.is_none(), Flag::VertebraeNotStated);
        if let (Some(bmd), Some(bmc), Some(area)) = (measured.bmd, entry.bmc_g, entry.area_cm2) {
            // Area and BMC are printed with two decimals, so that small regions miss by 0.01.
            measured.flags.set_if((bmc / area - bmd).abs() > 0.02, Flag::BmcAreaMismatch);
        }
        measured.not_classed = measured.why_not_classed(entry, spine, person);
        Some(measured)
    }

    fn why_not_classed(
        &mut self,
        entry: &ScanRegion,
        spine: &Spine<'_>,
        person: &Person<'_>,
    ) -> Option<Withheld> {
        if entry.excluded == Some(true) {
            return Some(Withheld::Excluded);
        }
        let prosthesis = match self.side {
            Some(Side::Left) => person.history(|h| h.hip_prosthesis_left),
            Some(Side::Right) => person.history(|h| h.hip_prosthesis_right),
            _ => None,
        };
        if self.region.is_hip() && prosthesis == Some(true) {
            return Some(Withheld::Prosthesis);
        }
        if self.region.is_hip() && self.side == Some(Side::Mean) {
            self.flags.set(Flag::MeanSideForChangeOnly);
        }
        if self.region == Region::LumbarSpine { spine.not_classed(self.vertebrae) } else { None }
    }
}

/// Raw BMD in g/cm2, in whichever unit it was given.
pub(crate) fn bmd_of(entry: &ScanRegion) -> Option<f64> {
    entry.bmd_g_cm2.or_else(|| entry.bmd_mg_cm2.map(|mg| mg / 1000.0))
}
