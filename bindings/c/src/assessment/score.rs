//! What was measured: scores, trabecular bone score, diagnosis, changes.

use osteon::document::assessment::{Change, Diagnosis, Score, Tbs};

use crate::abi::{Sized_, osteon_date, osteon_number, osteon_text, osteon_truth, up_to};
use crate::codes::{osteon_against, osteon_category, osteon_region, osteon_report_role, osteon_side};

use super::lists::{Kept, osteon_reason, osteon_reasons, osteon_texts, reason};

/// The score of one region of one scan.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_score {
    /// sizeof(osteon_score).
    pub size: u32,
    /// The region.
    pub region: osteon_region,
    /// The side.
    pub side: osteon_side,
    /// Of the latest examination of this region, or of an earlier one.
    pub report_role: osteon_report_role,
    /// The vertebrae, as `L1-L4`.
    pub vertebrae: osteon_text,
    /// Day of the scan.
    pub scan_date: osteon_date,
    /// BMD, g/cm2.
    pub bmd_g_cm2: osteon_number,
    /// T-score, unrounded; the printed one where none can be computed.
    pub t_score: osteon_number,
    /// The T-score to report: one decimal, half away from zero.
    pub t_score_reported: osteon_number,
    /// Lower end of the 95 % interval from precision error.
    pub t_score_low: osteon_number,
    /// Upper end of the 95 % interval from precision error.
    pub t_score_high: osteon_number,
    /// Probability that the true T-score is at most -2.5, from repeat-scan precision only; no rule uses it.
    pub probability_t_at_most_minus_2_5: osteon_number,
    /// Z-score, unrounded.
    pub z_score: osteon_number,
    /// Percentile of people of the same age.
    pub percentile: osteon_number,
    /// T-score, as the machine printed it.
    pub printed_t_score: osteon_number,
    /// Z-score, as the machine printed it.
    pub printed_z_score: osteon_number,
    /// The reference that reproduces the printed T-score, if one does.
    pub printed_t_reference: osteon_text,
    /// Which T-score drives diagnosis: `printed` or `computed`.
    pub t_source: osteon_text,
    /// The young adult reference of `t_score`.
    pub reference: osteon_text,
    /// Confidence in that reference.
    pub reference_confidence: osteon_text,
    /// T-score against the male reference, where asked for; it never drives.
    pub t_score_male_reference: osteon_number,
    /// The age-matched reference of `z_score`.
    pub z_reference: osteon_text,
    /// Standardised BMD, mg/cm2; it never serves monitoring.
    pub sbmd_mg_cm2: osteon_number,
    /// Individual error of the standardised BMD, %.
    pub sbmd_error_percent: osteon_number,
    /// The equation that standardised.
    pub sbmd_method: osteon_text,
    /// What to know about this score, in codes.
    pub flags: osteon_texts,
    /// Why there is no T-score; no code where there is one.
    pub withheld: osteon_reason,
    /// Why there is no Z-score; no code where there is one.
    pub z_withheld: osteon_reason,
}

/// Trabecular bone score of the latest scan that has one.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_tbs {
    /// sizeof(osteon_tbs).
    pub size: u32,
    /// Zero.
    pub reserved: u32,
    /// The value.
    pub value: f64,
    /// `normal`, `partially_degraded` or `degraded`.
    pub category: osteon_text,
    /// Whose limits.
    pub scheme: osteon_text,
}

/// WHO and ISCD class.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_diagnosis {
    /// sizeof(osteon_diagnosis).
    pub size: u32,
    /// Densitometric category.
    pub category: osteon_category,
    /// The worst category ever, earlier scans included: an earlier diagnosis persists.
    pub ever: osteon_category,
    /// The category if the proposed vertebrae were excluded, where it is proposed.
    pub if_proposed_exclusion: osteon_category,
    /// Whether a fracture makes the diagnosis by itself, by `clinical_rule`.
    pub clinical_osteoporosis: osteon_truth,
    /// The region that decides.
    pub region: osteon_region,
    /// Its side.
    pub side: osteon_side,
    /// Zero.
    pub reserved: u32,
    /// The rule behind `clinical_osteoporosis`.
    pub clinical_rule: osteon_text,
    /// The vertebrae of the region that decides.
    pub vertebrae: osteon_text,
    /// Its T-score, as compared.
    pub t_score: osteon_number,
    /// Its Z-score, as compared, where Z decides.
    pub z_score: osteon_number,
    /// Why.
    pub reasons: osteon_reasons,
    /// The categories that remain possible where something is unknown.
    pub could_be: osteon_texts,
}

/// A change between two scans.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_change {
    /// sizeof(osteon_change).
    pub size: u32,
    /// The region.
    pub region: osteon_region,
    /// The side.
    pub side: osteon_side,
    /// Compared with the previous or the first scan.
    pub against: osteon_against,
    /// Whether the change is real, which is more than the noise of measurement; unknown where it cannot be said.
    pub significant: osteon_truth,
    /// What ISCD's minimum precision would say, where `significant` is unknown.
    pub significant_by_iscd_minimum: osteon_truth,
    /// The vertebrae.
    pub vertebrae: osteon_text,
    /// Day of the earlier scan.
    pub from: osteon_date,
    /// Day of the later scan.
    pub to: osteon_date,
    /// Later minus earlier, g/cm2.
    pub change_g_cm2: osteon_number,
    /// The same in percent of the earlier.
    pub change_percent: osteon_number,
    /// Least significant change, g/cm2.
    pub least_significant_change_g_cm2: osteon_number,
    /// Why.
    pub because: osteon_reasons,
}

// SAFETY: they begin with `size`, and are only ever written to the caller, never read.
unsafe impl Sized_ for osteon_score {
    const FIRST: usize = up_to!(osteon_score, z_withheld);
}
// SAFETY: as above.
unsafe impl Sized_ for osteon_tbs {
    const FIRST: usize = up_to!(osteon_tbs, scheme);
}
// SAFETY: as above.
unsafe impl Sized_ for osteon_diagnosis {
    const FIRST: usize = up_to!(osteon_diagnosis, could_be);
}
// SAFETY: as above.
unsafe impl Sized_ for osteon_change {
    const FIRST: usize = up_to!(osteon_change, because);
}

pub(super) fn score(one: &Score, kept: &mut Kept) -> osteon_score {
    osteon_score {
        size: 0,
        region: one.region.into(),
        side: one.side.into(),
        report_role: one.report_role.into(),
        vertebrae: one.vertebrae.as_deref().into(),
        scan_date: one.scan_date.into(),
        bmd_g_cm2: one.bmd_g_cm2.into(),
        t_score: one.t_score.into(),
        t_score_reported: one.t_score_reported.into(),
        t_score_low: one.t_score_low.into(),
        t_score_high: one.t_score_high.into(),
        probability_t_at_most_minus_2_5: one.probability_t_at_most_minus_2_5.into(),
        z_score: one.z_score.into(),
        percentile: one.percentile.into(),
        printed_t_score: one.printed_t_score.into(),
        printed_z_score: one.printed_z_score.into(),
        printed_t_reference: one.printed_t_reference.as_deref().into(),
        t_source: one.t_source.as_deref().into(),
        reference: one.reference.as_deref().into(),
        reference_confidence: one.reference_confidence.as_deref().into(),
        t_score_male_reference: one.t_score_male_reference.into(),
        z_reference: one.z_reference.as_deref().into(),
        sbmd_mg_cm2: one.sbmd_mg_cm2.into(),
        sbmd_error_percent: one.sbmd_error_percent.into(),
        sbmd_method: one.sbmd_method.as_deref().into(),
        flags: kept.strings(&one.flags),
        withheld: one.withheld.as_ref().map(reason).unwrap_or_default(),
        z_withheld: one.z_withheld.as_ref().map(reason).unwrap_or_default(),
    }
}

pub(super) fn tbs(one: &Tbs) -> osteon_tbs {
    osteon_tbs {
        size: 0,
        reserved: 0,
        value: one.value,
        category: (&*one.category).into(),
        scheme: (&*one.scheme).into(),
    }
}

pub(super) fn diagnosis(one: &Diagnosis, kept: &mut Kept) -> osteon_diagnosis {
    osteon_diagnosis {
        size: 0,
        category: one.category.into(),
        ever: one.ever.into(),
        if_proposed_exclusion: one.if_proposed_exclusion.into(),
        clinical_osteoporosis: one.clinical_osteoporosis.into(),
        region: one.region.into(),
        side: one.side.into(),
        reserved: 0,
        clinical_rule: (&*one.clinical_rule).into(),
        vertebrae: one.vertebrae.as_deref().into(),
        t_score: one.t_score.into(),
        z_score: one.z_score.into(),
        reasons: kept.reasons(&one.reasons),
        could_be: kept.texts(one.could_be.iter().map(|category| category.as_str())),
    }
}

pub(super) fn change(one: &Change, kept: &mut Kept) -> osteon_change {
    osteon_change {
        size: 0,
        region: one.region.into(),
        side: one.side.into(),
        against: one.against.into(),
        significant: one.significant.into(),
        significant_by_iscd_minimum: one.significant_by_iscd_minimum.into(),
        vertebrae: one.vertebrae.as_deref().into(),
        from: one.from.into(),
        to: one.to.into(),
        change_g_cm2: one.change_g_cm2.into(),
        change_percent: one.change_percent.into(),
        least_significant_change_g_cm2: one.least_significant_change_g_cm2.into(),
        because: kept.reasons(&one.because),
    }
}
