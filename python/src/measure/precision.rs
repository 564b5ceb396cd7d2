//! A centre's own precision.

use core::num::NonZeroU32;

use numpy::PyReadonlyArray1;
use osteon::document::Region;
use osteon::error::{Code, Refusal};
use osteon::precision::{Confidence, LscDesign, PrecisionReport};
use pyo3::prelude::*;

use crate::refusal::one;

/// The least significant change over the precision error.
#[pyfunction]
pub(super) fn lsc_factor(py: Python<'_>, confidence: f64, baseline: u32, follow_up: u32) -> PyResult<f64> {
    let scans = |field: &'static str, count: u32| {
        NonZeroU32::new(count)
            .ok_or_else(|| Refusal::new(Code::OutOfRange, field, count, "1 scan or more at each visit"))
    };
    let design = || {
        Ok(LscDesign {
            confidence: Confidence::new(confidence)?,
            baseline: scans("baseline", baseline)?,
            follow_up: scans("follow_up", follow_up)?,
        })
    };
    design().map(|design| design.factor()).map_err(|refusal| one(py, refusal))
}

/// What repeat scans say of precision, as JSON. `regions` is one for all, or one for each scan.
#[pyfunction]
pub(super) fn precision_report(
    py: Python<'_>,
    bmd_g_cm2: PyReadonlyArray1<'_, f64>,
    subjects: Vec<String>,
    regions: Vec<String>,
    confidence: f64,
) -> PyResult<String> {
    let bmd = bmd_g_cm2.as_array();
    let report = || {
        let confidence = Confidence::new(confidence)?;
        let regions: Vec<Region> = regions
            .iter()
            .enumerate()
            .map(|(place, word)| {
                Region::from_key(word).ok_or_else(|| {
                    let limit = format!("allowed: {}", Region::KEYS.join(", "));
                    let field =
                        if regions.len() == 1 { "region".to_owned() } else { format!("region[{place}]") };
                    Refusal::new(Code::NotAChoice, field, word, limit)
                })
            })
            .collect::<Result<_, _>>()?;
        let regions = regions.iter().copied().cycle();
        let rows = subjects
            .into_iter()
            .zip(regions)
            .zip(bmd.iter())
            .map(|((subject, region), &bmd)| (subject, region, bmd));
        PrecisionReport::new(rows, confidence)
    };
    let report = report().map_err(|refusal: Refusal| one(py, refusal))?;
    Ok(osteon::json::to_string(&report))
}
