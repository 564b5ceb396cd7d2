//! Percentages of the young adult mean, as printed beside the regions of a scan.

use crate::densitometry::{Score, line};
use crate::document::assessment::ReportRole;
use crate::document::{Patient, Region, Vertebrae};
use crate::reference::thresholds::{YOUNG_ADULT_SD_OVER_MEAN_FROM, YOUNG_ADULT_SD_OVER_MEAN_TO};

use super::Seen;
use super::bone_density::lower;

/// The lowest of spine, neck and total hip.
pub(super) fn lowest_percent_young_adult(document: &Patient, scores: &[Score<'_>]) -> Seen {
    if document.scans.is_none() {
        return Seen::UNKNOWN;
    }
    let of = |region| percent_young_adult(document, scores, region);
    lower(of(Region::LumbarSpine), lower(of(Region::FemoralNeck), of(Region::TotalHip)))
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
