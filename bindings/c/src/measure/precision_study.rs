//! A centre's own precision, from repeat scans.

use osteon::document::Region;
use osteon::error::{Code, Refusal};
use osteon::precision::{PrecisionRow, precision_report};

use crate::abi::{
    Failure, FromCaller, Outcome, Sized_, guard, in_array, osteon_error, osteon_status, osteon_truth,
    out_struct, up_to,
};
use crate::codes::osteon_region;

/// One scan of a precision study.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_repeat_scan {
    /// sizeof(osteon_repeat_scan).
    pub size: u32,
    /// A number of the caller's for the subject: scans of one subject have the same.
    pub subject: u32,
    /// BMD, g/cm2; 0.1 to 3.0.
    pub bmd_g_cm2: f64,
}

/// Precision of one region, with 95 % limits.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_precision {
    /// sizeof(osteon_precision).
    pub size: u32,
    /// Subjects with two scans or more.
    pub subjects: u32,
    /// Subjects with one scan, who are left out.
    pub left_out: u32,
    /// Scans that count.
    pub scans: u32,
    /// Degrees of freedom; ISCD asks for 30 at least.
    pub degrees_of_freedom: u32,
    /// OSTEON_TRUTH_YES: there are as many.
    pub meets_iscd_design: osteon_truth,
    /// Precision error (RMS-SD), g/cm2.
    pub rms_sd_g_cm2: f64,
    /// Its lower limit.
    pub rms_sd_low_g_cm2: f64,
    /// Its upper limit.
    pub rms_sd_high_g_cm2: f64,
    /// Precision error as a coefficient of variation, %.
    pub rms_cv_percent: f64,
    /// Least significant change, g/cm2: 95 %, one scan at each visit.
    pub least_significant_change_g_cm2: f64,
    /// That of the lower limit.
    pub least_significant_change_low_g_cm2: f64,
    /// That of the upper limit.
    pub least_significant_change_high_g_cm2: f64,
    /// Least significant change, %.
    pub least_significant_change_percent: f64,
}

// SAFETY: integers and floats; both begin with `size`.
unsafe impl Sized_ for osteon_repeat_scan {
    const FIRST: usize = up_to!(osteon_repeat_scan, bmd_g_cm2);
}
// SAFETY: as above.
unsafe impl FromCaller for osteon_repeat_scan {
    fn reserved(&self) -> u32 {
        0
    }
}
// SAFETY: as above; only the library writes one.
unsafe impl Sized_ for osteon_precision {
    const FIRST: usize = up_to!(osteon_precision, least_significant_change_percent);
}

/// The precision of one region (an osteon_region), from repeat scans of many subjects with repositioning between. Scans
/// of one subject need not stand together. Figures have ten significant digits.
///
/// Refused: a BMD outside 0.1 to 3.0 g/cm2, by its place from 0; no subject with two scans.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_precision_study(
    region: i32,
    scans: *const osteon_repeat_scan,
    scan_count: usize,
    precision: *mut osteon_precision,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            let region = osteon_region::read(region)?
                .ok_or_else(|| Refusal::new(Code::Missing, "region", "", "it must be stated"))?;
            let found = study(region, &in_array(scans, scan_count, "scans")?)?;
            out_struct(precision, of(&found), "precision")
        })
    }
}

fn study(region: Region, scans: &[osteon_repeat_scan]) -> Outcome<PrecisionRow> {
    let rows = scans.iter().map(|scan| (scan.subject.to_string(), region, scan.bmd_g_cm2));
    let report = precision_report(rows)?;
    report.rows.first().copied().ok_or_else(|| Failure::not_found("no subject has two scans"))
}

fn of(row: &PrecisionRow) -> osteon_precision {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    osteon_precision {
        size: 0,
        subjects: count(row.subjects),
        left_out: count(row.left_out),
        scans: count(row.scans),
        degrees_of_freedom: count(row.df),
        meets_iscd_design: row.meets_iscd_design.into(),
        rms_sd_g_cm2: row.rms_sd_g_cm2,
        rms_sd_low_g_cm2: row.rms_sd_low_g_cm2,
        rms_sd_high_g_cm2: row.rms_sd_high_g_cm2,
        rms_cv_percent: row.rms_cv_percent,
        least_significant_change_g_cm2: row.lsc_g_cm2,
        least_significant_change_low_g_cm2: row.lsc_low_g_cm2,
        least_significant_change_high_g_cm2: row.lsc_high_g_cm2,
        least_significant_change_percent: row.lsc_percent,
    }
}
