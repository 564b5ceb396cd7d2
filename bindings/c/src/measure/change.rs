//! Whether a change is more than the noise of measurement.

use core::num::NonZeroU32;

use osteon::error::{Code, Refusal};
use osteon::precision::{Confidence, LscDesign, Significance};

use crate::abi::{Outcome, guard, osteon_error, osteon_status, out_value};
use crate::codes::osteon_significance;

/// The least significant change of a precision error, in its unit (g/cm2, or %): 2.77 times it for one scan at each visit
/// at 95 %. `confidence` is two-sided, above 0 and below 1; `baseline` and `follow_up` are the scans averaged at each
/// visit, 1 or more.
///
/// Refused: a precision error that is negative or no number; a confidence or a count that cannot be.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_least_significant_change(
    precision_error: f64,
    confidence: f64,
    baseline: u32,
    follow_up: u32,
    least_significant_change: *mut f64,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            let design = LscDesign {
                confidence: Confidence::new(confidence)?,
                baseline: scans("baseline", baseline)?,
                follow_up: scans("follow_up", follow_up)?,
            };
            out_value(least_significant_change, design.lsc(precision_error)?, "least_significant_change")
        })
    }
}

/// Whether the change between two measurements is at least the least significant change, all in g/cm2. Only
/// measurements of one scanner (or across a cross-calibration), region, side, set of vertebrae and mode may be compared:
/// osteon_assess looks at that, this call cannot. T-scores are never compared.
///
/// Refused: what is no number, a least significant change that is negative.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_significance_of_change(
    baseline_g_cm2: f64,
    follow_up_g_cm2: f64,
    least_significant_change_g_cm2: f64,
    significance: *mut osteon_significance,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            let found =
                Significance::between(baseline_g_cm2, follow_up_g_cm2, least_significant_change_g_cm2)?;
            out_value(significance, found.into(), "significance")
        })
    }
}

fn scans(field: &'static str, count: u32) -> Outcome<NonZeroU32> {
    NonZeroU32::new(count)
        .ok_or_else(|| Refusal::new(Code::OutOfRange, field, count, "1 scan or more at each visit").into())
}
