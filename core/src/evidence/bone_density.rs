//! T- and Z-scores as rules see them: known, unknown, or not measured.

use crate::densitometry::{Score, Setup, line};
use crate::document::assessment::ReportRole;
use crate::document::{Patient, Region, Vertebrae};

use super::Seen;

/// Scores by region, as classes compare them.
#[derive(Clone, Copy, Debug)]
pub struct BoneDensity {
    /// T-score of the lumbar spine.
    pub lumbar_spine: Seen,
    /// T-score of the femoral neck.
    pub femoral_neck: Seen,
    /// T-score of the total hip.
    pub total_hip: Seen,
    /// T-score of the radius, 33 %.
    pub radius_33: Seen,
    /// Lowest Z-score of spine, neck and total hip.
    pub lowest_z: Seen,
    /// Lowest printed percentage of the young adult mean of spine, neck and total hip.
    pub lowest_percent_young_adult: Seen,
}

impl BoneDensity {
    pub(super) fn read(document: &Patient, scores: &[Score<'_>], setup: &Setup) -> Self {
        let measured_none = document.scans.as_ref().is_some_and(Vec::is_empty);
        let unknown = document.scans.is_none();
        let t = |region| {
            if unknown {
                return Seen::UNKNOWN;
            }
            if measured_none {
                return Seen::NotMeasured;
            }
            let found = line(scores, region);
            match found.filter(|score| score.withheld.is_none()).and_then(Score::t_in_force) {
                Some(t) => Seen::Known(setup.compared(t).to_f64()),
                // Measured, and withheld: it is there and cannot be read.
                None if measured(scores, region) => Seen::UNKNOWN,
                None => Seen::NotMeasured,
            }
        };
        let z = |region| line(scores, region).and_then(Score::z_shown).map(|z| setup.compared(z).to_f64());
        let lowest_z = [Region::LumbarSpine, Region::FemoralNeck, Region::TotalHip]
            .into_iter()
            .filter_map(z)
            .fold(None, |lowest: Option<f64>, z| Some(lowest.map_or(z, |lowest| lowest.min(z))));
        let no_z = if measured_none { Seen::NotMeasured } else { Seen::UNKNOWN };
        Self {
            lumbar_spine: t(Region::LumbarSpine),
            femoral_neck: t(Region::FemoralNeck),
            total_hip: t(Region::TotalHip),
            radius_33: t(Region::Radius33),
            lowest_z: lowest_z.map_or(no_z, Seen::Known),
            lowest_percent_young_adult: if unknown {
                Seen::UNKNOWN
            } else {
                lowest(
                    &[Region::LumbarSpine, Region::FemoralNeck, Region::TotalHip]
                        .map(|region| percent_young_adult(document, scores, region)),
                )
            },
        }
    }

    /// The lowest T-score of spine, neck and total hip.
    #[must_use]
    pub fn lowest_spine_or_hip(&self) -> Seen {
        lowest(&[self.lumbar_spine, self.femoral_neck, self.total_hip])
    }

    /// The lowest T-score of neck and total hip.
    #[must_use]
    pub fn lowest_hip(&self) -> Seen {
        lowest(&[self.femoral_neck, self.total_hip])
    }

    /// The lowest T-score of spine, neck, total hip and the 33 % radius.
    #[must_use]
    pub fn lowest_of_four(&self) -> Seen {
        lowest(&[self.lumbar_spine, self.femoral_neck, self.total_hip, self.radius_33])
    }
}

/// The lowest percentage printed beside a region; unknown where the region was measured and none is.
fn percent_young_adult(document: &Patient, scores: &[Score<'_>], region: Region) -> Seen {
    let mut lines = scores
        .iter()
        .filter(|score| score.region == region && score.role == ReportRole::Current && score.usable)
        .peekable();
    if lines.peek().is_none() {
        return Seen::NotMeasured;
    }
    let printed = lines.filter_map(|score| {
        let regions = document.scans.as_ref()?.get(score.scan)?.regions.as_deref()?;
        let of_line = regions.iter().filter(|entry| {
            let set = entry.vertebrae.unwrap_or(Vertebrae::L1_L4);
            entry.region == Some(region)
                && entry.side == score.side
                && (region != Region::LumbarSpine || set == score.vertebrae)
        });
        of_line.filter_map(|entry| entry.percent_young_adult).reduce(f64::min)
    });
    Seen::or_unknown(printed.reduce(f64::min))
}

fn measured(scores: &[Score<'_>], region: Region) -> bool {
    scores.iter().any(|score| score.region == region && score.role == ReportRole::Current && score.usable)
}

/// The lowest of the regions that were measured. One that was measured and cannot be read may be lower than
/// all others, and is never higher than the lowest of them.
fn lowest(regions: &[Seen]) -> Seen {
    let mut known: Option<f64> = None;
    let mut open = false;
    for &region in regions {
        match region {
            Seen::Known(t) => known = Some(known.map_or(t, |lowest| lowest.min(t))),
            Seen::Between(..) => open = true,
            Seen::NotMeasured => {}
        }
    }
    match (known, open) {
        (None, false) => Seen::NotMeasured,
        (None, true) => Seen::UNKNOWN,
        (Some(t), false) => Seen::Known(t),
        (Some(t), true) => Seen::Between(f64::NEG_INFINITY, t),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_of_what_was_measured() {
        let (a, b) = (Seen::Known(-2.0), Seen::Known(-2.6));
        assert_eq!(lowest(&[a, b, Seen::NotMeasured]), b);
        assert_eq!(lowest(&[Seen::NotMeasured]), Seen::NotMeasured);
        assert_eq!(lowest(&[a, Seen::UNKNOWN]), Seen::Between(f64::NEG_INFINITY, -2.0));
        assert_eq!(lowest(&[Seen::UNKNOWN, Seen::NotMeasured]), Seen::UNKNOWN);
    }
}
