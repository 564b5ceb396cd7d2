//! T- and Z-scores as rules see them: known, unknown, or not measured.

use crate::densitometry::{Score, Setup, line};
use crate::document::{Patient, Region};

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
    lowest_spine_or_hip: Seen,
    lowest_hip: Seen,
    lowest_of_four: Seen,
}

impl BoneDensity {
    pub(super) fn read(document: &Patient, scores: &[Score<'_>], setup: &Setup) -> Self {
        let none = if document.scans.is_none() { Seen::UNKNOWN } else { Seen::NotMeasured };
        if scores.is_empty() {
            return Self {
                lumbar_spine: none,
                femoral_neck: none,
                total_hip: none,
                radius_33: none,
                lowest_z: none,
                lowest_spine_or_hip: none,
                lowest_hip: none,
                lowest_of_four: none,
            };
        }
        let spine = line(scores, Region::LumbarSpine);
        let neck = line(scores, Region::FemoralNeck);
        let hip = line(scores, Region::TotalHip);
        let radius = line(scores, Region::Radius33);
        let t = |line: Option<&Score<'_>>| {
            let in_force = line.filter(|score| score.withheld.is_none()).and_then(Score::t_in_force);
            seen(line.map(|_| in_force), none, setup)
        };
        let z = |line: Option<&Score<'_>>| seen(line.map(Score::z_shown), none, setup);
        let (lumbar_spine, femoral_neck, total_hip, radius_33) = (t(spine), t(neck), t(hip), t(radius));
        let lowest_hip = lower(femoral_neck, total_hip);
        let lowest_spine_or_hip = lower(lumbar_spine, lowest_hip);
        Self {
            lumbar_spine,
            femoral_neck,
            total_hip,
            radius_33,
            lowest_z: lower(z(spine), lower(z(neck), z(hip))),
            lowest_spine_or_hip,
            lowest_hip,
            lowest_of_four: lower(lowest_spine_or_hip, radius_33),
        }
    }

    /// The lowest T-score of spine, neck and total hip.
    #[must_use]
    pub const fn lowest_spine_or_hip(&self) -> Seen {
        self.lowest_spine_or_hip
    }

    /// The lowest T-score of neck and total hip.
    #[must_use]
    pub const fn lowest_hip(&self) -> Seen {
        self.lowest_hip
    }

    /// The lowest T-score of spine, neck, total hip and the 33 % radius.
    #[must_use]
    pub const fn lowest_of_four(&self) -> Seen {
        self.lowest_of_four
    }
}

/// The score of a line, where there is one. A line that is there was measured: where its score is withheld or not
/// known it cannot be read.
fn seen(line: Option<Option<f64>>, none: Seen, setup: &Setup) -> Seen {
    match line {
        Some(Some(sd)) => Seen::Known(setup.compared(sd).to_f64()),
        Some(None) => Seen::UNKNOWN,
        None => none,
    }
}

/// The lower of two regions, of those that were measured. One that was measured and cannot be read may be lower than
/// the other, and the lower of both is never higher than the other.
pub(super) fn lower(one: Seen, other: Seen) -> Seen {
    match (one.ends(), other.ends()) {
        (Some((low, high)), Some((lowest, least))) => Seen::within(low.min(lowest), high.min(least)),
        (None, _) => other,
        (_, None) => one,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_of_what_was_measured() {
        let (a, b) = (Seen::Known(-2.0), Seen::Known(-2.6));
        assert_eq!(lower(a, lower(b, Seen::NotMeasured)), b);
        assert_eq!(lower(Seen::NotMeasured, b), b);
        assert_eq!(lower(Seen::NotMeasured, Seen::NotMeasured), Seen::NotMeasured);
        assert_eq!(lower(a, Seen::UNKNOWN), Seen::Between(f64::NEG_INFINITY, -2.0));
        assert_eq!(lower(Seen::UNKNOWN, Seen::NotMeasured), Seen::UNKNOWN);
    }
}
