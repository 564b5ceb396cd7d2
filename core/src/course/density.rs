//! How far density fell since the course began.

use crate::document::Region;
use crate::precision::{Because, Change, change_since};
use crate::quantity::Compared;

use super::limits;
use super::taken::Taken;

/// The change at spine and hip, where two scans may be compared.
#[derive(Clone, Debug, Default)]
pub(super) struct DensityChange {
    spine: Option<Change>,
    hip: Option<Change>,
}

impl DensityChange {
    /// From the last scan before the course, or the first on it, to the latest.
    pub(super) fn of(taken: &Taken<'_>) -> Self {
        let e = taken.evidence;
        let since = |region| {
            change_since(e.person, e.scores, e.setup, region, taken.treatment.start).filter(is_comparable)
        };
        let hip = since(Region::TotalHip).or_else(|| since(Region::FemoralNeck));
        Self { spine: since(Region::LumbarSpine), hip }
    }

    /// Whether the loss is significant in the sense of IOF 2012; of what was not measured nothing is said.
    pub(super) fn is_significant_loss(&self) -> Option<bool> {
        let lost = |change: &Option<Change>, percent: f64| {
            let change = change.as_ref()?;
            Some(Compared::exact(-change.percent) >= Compared::exact(percent))
        };
        any_known(
            lost(&self.spine, limits::FAILURE_SPINE_PERCENT),
            lost(&self.hip, limits::FAILURE_HIP_PERCENT),
        )
    }

    /// Whether the loss is above GRIO's limit.
    pub(super) fn is_above_grio_limit(&self) -> Option<bool> {
        let lost = |change: &Option<Change>| {
            let change = change.as_ref()?;
            Some(Compared::exact(-change.g_cm2) > Compared::exact(limits::STOP_LOSS_G_CM2))
        };
        any_known(lost(&self.spine), lost(&self.hip))
    }

    /// Whether a scan does not say which scanner made it.
    pub(super) fn scanner_not_stated(&self) -> bool {
        let changes = [&self.spine, &self.hip].into_iter().flatten();
        changes.into_iter().any(|change| change.because.contains(&Because::ScannerNotStated))
    }
}

/// Loss at one site is a loss; where one of the two was not measured the other speaks.
fn any_known(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a || b),
        (one, other) => one.or(other),
    }
}

/// Whether nothing known speaks against the comparison. Precision is not asked: the limits are of the rule.
fn is_comparable(change: &Change) -> bool {
    let spoils = |because: &Because| {
        because.hinders() && !matches!(because, Because::ScannerNotStated | Because::PrecisionNotStated)
    };
    !change.because.iter().any(spoils)
}
