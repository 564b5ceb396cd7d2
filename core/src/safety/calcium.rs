//! Calcium, corrected for albumin.

use crate::document::{Analyte, Lab};
use crate::evidence::{Evidence, Seen};
use crate::reference::thresholds::{
    CALCIUM_CORRECTION_ALBUMIN_G_L, CALCIUM_CORRECTION_MG_DL, CALCIUM_CORRECTION_MMOL_L,
};
use crate::rule::Comparison::{Above, Below};

use super::laboratory::{Found, between, ends, is_in, is_undated, newer_is_pending, recent, value};

/// Corrected calcium, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calcium {
    /// mmol/L, or mg/dL.
    pub seen: Seen,
    /// Whether it is in mg/dL.
    pub is_conventional: bool,
    /// The laboratory's own limits, lower and upper.
    pub limits: (Option<f64>, Option<f64>),
    /// Whether it was corrected here.
    pub was_corrected: bool,
    /// Whether nothing says how old the result is.
    pub undated: bool,
    /// Whether there is a result, and it is too old to count.
    pub too_old: bool,
    /// Whether a newer one is pending.
    pub newer_pending: bool,
    /// What would make it known.
    pub needs: &'static [&'static str],
}

impl Calcium {
    pub(super) fn read(evidence: &Evidence<'_>) -> Self {
        let stated = recent(evidence, Analyte::CalciumCorrected);
        let total = recent(evidence, Analyte::Calcium);
        let usable = |lab: Option<&'_ Lab>| lab.and_then(is_conventional).is_some();
        let corrected = total.current().and_then(|lab| corrected(evidence, lab));
        if let Some(lab) = stated.current().filter(|lab| usable(Some(lab))) {
            let later = total.current().is_some_and(|total| lab.date.is_some() && total.date > lab.date);
            if !later || corrected.is_none() {
                return Self::of(evidence, lab, value(lab), false);
            }
        }
        if let (Some(lab), Some((seen, albumin_undated))) = (total.current(), corrected) {
            let found = Self::of(evidence, lab, seen, true);
            return Self { undated: found.undated || albumin_undated, ..found };
        }
        let needs: &[&str] = if usable(total.current()) {
            &["albumin"]
        } else if stated.is_too_old() {
            &["calcium_corrected"]
        } else if recent(evidence, Analyte::Albumin).current().is_some() {
            &["calcium"]
        } else {
            &["calcium", "albumin"]
        };
        Self {
            seen: Seen::UNKNOWN,
            is_conventional: false,
            limits: (None, None),
            was_corrected: false,
            undated: false,
            too_old: [stated, total, recent(evidence, Analyte::Albumin)].into_iter().any(Found::is_too_old),
            newer_pending: false,
            needs,
        }
    }

    fn of(evidence: &Evidence<'_>, lab: &Lab, seen: Seen, was_corrected: bool) -> Self {
        // A range "up to" has no lower limit.
        let low = lab.reference_low.filter(|&low| low > 0.0);
        Self {
            seen,
            is_conventional: is_conventional(lab) == Some(true),
            limits: (low, lab.reference_high),
            was_corrected,
            undated: is_undated(evidence, lab),
            too_old: false,
            newer_pending: newer_is_pending(evidence, &[Analyte::CalciumCorrected, Analyte::Calcium], lab),
            needs: &["calcium_corrected"],
        }
    }

    /// Whether it is below the laboratory's own limit; without one it is not.
    pub(super) fn is_below_laboratory_limit(&self) -> Option<bool> {
        let (low, high) = ends(self.seen)?;
        match self.limits.0 {
            Some(limit) if Below.holds(high, limit) => Some(true),
            Some(limit) if Below.holds(low, limit) => None,
            Some(_) => Some(false),
            None => self.is_known().then_some(false),
        }
    }

    /// Whether it is above the laboratory's own limit; without one it is not.
    pub(super) fn is_above_laboratory_limit(&self) -> Option<bool> {
        let (low, high) = ends(self.seen)?;
        match self.limits.1 {
            Some(limit) if Above.holds(low, limit) => Some(true),
            Some(limit) if Above.holds(high, limit) => None,
            Some(_) => Some(false),
            None => self.is_known().then_some(false),
        }
    }

    /// The value, where the laboratory gave no lower limit.
    pub(super) const fn without_lower_limit(&self) -> Seen {
        if self.limits.0.is_some() { Seen::NotMeasured } else { self.seen }
    }

    /// The value, where the laboratory gave no upper limit.
    pub(super) const fn without_upper_limit(&self) -> Seen {
        if self.limits.1.is_some() { Seen::NotMeasured } else { self.seen }
    }

    /// Whether there is a value, which the limits then judge.
    pub(super) fn is_known(&self) -> bool {
        self.seen != Seen::UNKNOWN
    }
}

/// Whether a calcium is in mg/dL; `None` in a unit that is not known.
fn is_conventional(lab: &Lab) -> Option<bool> {
    if is_in(lab, "mmol/l") {
        Some(false)
    } else if is_in(lab, "mg/dl") {
        Some(true)
    } else {
        None
    }
}

/// Total calcium corrected for albumin; `None` without an albumin.
pub(crate) fn corrected_for_albumin(evidence: &Evidence<'_>, total: &Lab) -> Option<Seen> {
    corrected(evidence, total).map(|(seen, _)| seen)
}

/// Total calcium corrected for albumin, and whether the albumin has no date; `None` without an albumin.
fn corrected(evidence: &Evidence<'_>, total: &Lab) -> Option<(Seen, bool)> {
    let per_g_l = if is_conventional(total)? { CALCIUM_CORRECTION_MG_DL } else { CALCIUM_CORRECTION_MMOL_L };
    let albumin = recent(evidence, Analyte::Albumin).current()?;
    let to_g_l = match () {
        () if is_in(albumin, "g/l") => 1.0,
        () if is_in(albumin, "g/dl") => 10.0,
        () => return None,
    };
    let (calcium, albumin_range) = (ends(value(total))?, ends(value(albumin))?);
    let at =
        |calcium: f64, albumin: f64| calcium + per_g_l * (CALCIUM_CORRECTION_ALBUMIN_G_L - albumin * to_g_l);
    let seen = between(at(calcium.0, albumin_range.1), at(calcium.1, albumin_range.0));
    Some((seen, is_undated(evidence, albumin)))
}
