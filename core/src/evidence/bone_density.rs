//! T- and Z-scores as rules see them: known, unknown, or not measured.

use crate::densitometry::{Score, Setup, line};
use crate::document::assessment::ReportRole;
use crate::document::{Patient, Region, Vertebrae};
use crate::reference::thresholds::{YOUNG_ADULT_SD_OVER_MEAN_FROM, YOUNG_ADULT_SD_OVER_MEAN_TO};

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
        let z = |region| match line(scores, region).and_then(Score::z_shown) {
            Some(z) => Seen::Known(setup.compared(z).to_f64()),
            // Measured, and without a Z-score: it may be lower than the others.
            None if unknown || measured(scores, region) => Seen::UNKNOWN,
            None => Seen::NotMeasured,
        };
        Self {
            lumbar_spine: t(Region::LumbarSpine),
            femoral_neck: t(Region::FemoralNeck),
            total_hip: t(Region::TotalHip),
            radius_33: t(Region::Radius33),
            lowest_z: lowest(&[Region::LumbarSpine, Region::FemoralNeck, Region::TotalHip].map(z)),
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

/// The lowest percentage printed beside a region; where none is, what the T-score says of it.
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
    match printed.reduce(f64::min) {
        Some(percent) => Seen::Known(percent),
        None => {
            let t = line(scores, region).filter(|score| score.withheld.is_none()).and_then(Score::t_in_force);
            t.map_or(Seen::UNKNOWN, percent_of_t)
        }
    }
}

/// What a T-score says of the percentage: its mean is 100 %, its SD within what young adult references have.
fn percent_of_t(t: f64) -> Seen {
    let at = |sd_over_mean: f64| 100.0 * (1.0 + t * sd_over_mean);
    let (one, other) = (at(YOUNG_ADULT_SD_OVER_MEAN_FROM), at(YOUNG_ADULT_SD_OVER_MEAN_TO));
    Seen::within(one.min(other), one.max(other))
}

fn measured(scores: &[Score<'_>], region: Region) -> bool {
    scores.iter().any(|score| score.region == region && score.role == ReportRole::Current && score.usable)
}

/// The lowest of the regions that were measured. One that was measured and cannot be read may be lower than
/// all others, and is never higher than the lowest of them.
fn lowest(regions: &[Seen]) -> Seen {
    let mut ends: Option<(f64, f64)> = None;
    for &region in regions {
        let (low, high) = match region {
            Seen::Known(value) => (value, value),
            Seen::Between(low, high) => (low, high),
            Seen::NotMeasured => continue,
        };
        ends = Some(ends.map_or((low, high), |(lowest, least)| (low.min(lowest), high.min(least))));
    }
    ends.map_or(Seen::NotMeasured, |(low, high)| Seen::within(low, high))
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
