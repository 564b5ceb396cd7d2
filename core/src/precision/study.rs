//! A precision study of BMD: repeat scans of many subjects, region by region.

use std::collections::BTreeMap;

use serde::Serialize;

use super::confidence::{Confidence, Limits};
use super::least_significant_change::lsc;
use super::precision_error::{PrecisionError, PrecisionStudy, Spread};
use crate::document::Region;
use crate::error::{Code, Refusal};
use crate::math::round_significant;
use crate::quantity::Bmd;

/// What a precision study says, region by region.
///
/// Figures are to ten significant digits, so that they do not depend on the order of the rows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PrecisionReport {
    /// Two-sided confidence level of the limits.
    pub confidence: f64,
    /// One row for each region with repeat scans, in the order of [`Region::ALL`].
    pub rows: Vec<PrecisionRow>,
    /// Regions in which no subject has two scans.
    pub without_repeats: Vec<Region>,
}

/// Precision of one region.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PrecisionRow {
    /// The region.
    pub region: Region,
    /// Subjects with two scans or more of it.
    pub subjects: usize,
    /// Subjects with one.
    pub left_out: usize,
    /// Scans of the subjects that count.
    pub scans: usize,
    /// Degrees of freedom.
    pub df: usize,
    /// Precision error, g/cm2.
    pub rms_sd_g_cm2: f64,
    /// Its lower confidence limit.
    pub rms_sd_low_g_cm2: f64,
    /// Its upper confidence limit.
    pub rms_sd_high_g_cm2: f64,
    /// Precision error as a coefficient of variation, %.
    pub rms_cv_percent: f64,
    /// Least significant change, g/cm2: 95 %, one scan at each visit (2.77 x RMS-SD).
    pub lsc_g_cm2: f64,
    /// That of the lower confidence limit of the precision error.
    pub lsc_low_g_cm2: f64,
    /// That of the upper one.
    pub lsc_high_g_cm2: f64,
    /// Least significant change, % (2.77 x RMS-CV).
    pub lsc_percent: f64,
    /// Whether the study is as large as the ISCD asks: 30 degrees of freedom or more.
    pub meets_iscd_design: bool,
}

/// The report on repeat scans, one row a scan: subject, region, BMD in g/cm2; 95 % limits.
///
/// Rows of one subject need not be adjacent. Each row of a subject and region is taken for one
/// scan: that none is there twice, and that sides and vertebrae are the same, is for the caller.
///
/// ```
/// use osteon::document::Region::LumbarSpine;
/// let rows = [("a", LumbarSpine, 1.000), ("a", LumbarSpine, 1.020), ("b", LumbarSpine, 0.870)];
/// let report = osteon::precision::precision_report(rows.map(|(s, r, x)| (s.to_owned(), r, x)))?;
/// let [spine] = report.rows[..] else { panic!() };
/// assert_eq!((spine.subjects, spine.left_out, spine.df), (1, 1, 1));
/// assert_eq!(spine.rms_sd_g_cm2, 0.01414213562);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
///
/// A row without a subject or with a BMD outside 0.1 to 3.0 g/cm2, by its index from 0; no row; no
/// region with repeat scans.
pub fn precision_report(
    rows: impl IntoIterator<Item = (String, Region, f64)>,
) -> Result<PrecisionReport, Refusal> {
    PrecisionReport::new(rows, Confidence::default())
}

impl PrecisionReport {
    /// [`precision_report`] with limits at another confidence level; the LSC stays that of 95 %.
    ///
    /// # Errors
    ///
    /// As [`precision_report`].
    pub fn new(
        rows: impl IntoIterator<Item = (String, Region, f64)>,
        confidence: Confidence,
    ) -> Result<Self, Refusal> {
        let mut regions: BTreeMap<Region, BTreeMap<String, Vec<f64>>> = BTreeMap::new();
        for (i, (subject, region, value)) in rows.into_iter().enumerate() {
            if subject.trim().is_empty() {
                let field = format!("rows[{i}].subject");
                return Err(Refusal::new(Code::Missing, field, "", "a repeat scan needs its subject"));
            }
            let bmd = repeat_bmd(format!("rows[{i}].bmd_g_cm2"), value)?;
            regions.entry(region).or_default().entry(subject).or_default().push(bmd.g_per_cm2());
        }
        if regions.is_empty() {
            return Err(Refusal::new(Code::Missing, "rows", "", "there is no scan"));
        }
        let mut report =
            Self { confidence: confidence.level(), rows: Vec::new(), without_repeats: Vec::new() };
        for (region, subjects) in &regions {
            if subjects.values().all(|values| values.len() < 2) {
                report.without_repeats.push(*region);
            } else {
                report.rows.push(row(*region, subjects, confidence)?);
            }
        }
        if report.rows.is_empty() {
            return Err(Refusal::new(
                Code::Missing,
                "repeat scans",
                "",
                "no subject has two scans of the same region",
            ));
        }
        Ok(report)
    }
}

/// The BMD of a repeat scan; `field` is what a refusal calls it.
///
/// # Errors
///
/// Outside 0.1 to 3.0 g/cm2, with the slip that it looks like.
pub fn repeat_bmd(field: impl Into<String>, value: f64) -> Result<Bmd, Refusal> {
    Bmd::new(value).ok_or_else(|| {
        let field = field.into();
        if !value.is_finite() {
            return Refusal::new(Code::NotFinite, field, value, format!("a number, {}", Bmd::LIMIT));
        }
        match Bmd::new(value / 1000.0) {
            Some(meant) => Refusal::new(Code::UnitSlip, field, value, Bmd::LIMIT).with_slip(format!(
                "that looks like mg/cm2: write {}",
                round_significant(meant.g_per_cm2(), 10)
            )),
            None => Refusal::new(Code::OutOfRange, field, value, Bmd::LIMIT),
        }
    })
}

fn row(
    region: Region,
    subjects: &BTreeMap<String, Vec<f64>>,
    confidence: Confidence,
) -> Result<PrecisionRow, Refusal> {
    let pooled = |spread| {
        let mut study = PrecisionStudy::new(spread);
        for values in subjects.values() {
            study.add_subject(values)?;
        }
        study.finish()
    };
    let sd: PrecisionError = pooled(Spread::Sd)?;
    let rms_cv_percent = 100.0 * pooled(Spread::Cv)?.value;
    let Limits { low, high } = sd.limits(confidence)?;
    let ten_digits = |x| round_significant(x, 10);
    Ok(PrecisionRow {
        region,
        subjects: sd.subjects,
        left_out: sd.left_out,
        scans: sd.scans,
        df: sd.df,
        rms_sd_g_cm2: ten_digits(sd.value),
        rms_sd_low_g_cm2: low,
        rms_sd_high_g_cm2: high,
        rms_cv_percent: ten_digits(rms_cv_percent),
        lsc_g_cm2: ten_digits(lsc(sd.value)?),
        lsc_low_g_cm2: ten_digits(lsc(low)?),
        lsc_high_g_cm2: ten_digits(lsc(high)?),
        lsc_percent: ten_digits(lsc(rms_cv_percent)?),
        meets_iscd_design: sd.meets_iscd_design(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Region::{LumbarSpine, TotalHip};

    fn report(rows: &[(&str, Region, f64)]) -> Result<PrecisionReport, Refusal> {
        precision_report(rows.iter().map(|&(subject, region, bmd)| (subject.to_owned(), region, bmd)))
    }

    #[test]
    fn regions_are_apart_and_rows_in_any_order() {
        let mut rows = vec![
            ("b", TotalHip, 0.812),
            ("a", LumbarSpine, 1.000),
            ("b", LumbarSpine, 0.900),
            ("a", TotalHip, 0.700),
            ("a", LumbarSpine, 1.020),
            ("b", LumbarSpine, 0.900),
        ];
        let first = report(&rows).unwrap();
        let [spine] = first.rows[..] else { panic!("{first:?}") };
        assert_eq!(
            (spine.region, spine.subjects, spine.left_out, spine.scans, spine.df),
            (LumbarSpine, 2, 0, 4, 2)
        );
        assert_eq!((spine.rms_sd_g_cm2, spine.lsc_g_cm2), (0.01, 0.0277));
        assert!(spine.rms_sd_low_g_cm2 < 0.01 && spine.rms_sd_high_g_cm2 > 0.01);
        assert!(!spine.meets_iscd_design);
        assert_eq!(first.without_repeats, [TotalHip]);
        rows.reverse();
        assert_eq!(report(&rows).unwrap(), first);
    }

    #[test]
    fn refusals_name_the_row_and_the_slip() {
        let refused = |bmd| report(&[("a", LumbarSpine, 1.0), ("a", LumbarSpine, bmd)]).unwrap_err();
        assert_eq!(
            refused(987.1).to_string(),
            "rows[1].bmd_g_cm2: 987.1 is outside 0.1-3.0 g/cm2; that looks like mg/cm2: write 0.9871"
        );
        assert_eq!(refused(987.1).code, Code::UnitSlip);
        assert_eq!(refused(3.01).code, Code::OutOfRange);
        assert_eq!(refused(-1.0).code, Code::OutOfRange);
        assert_eq!(refused(f64::NAN).code, Code::NotFinite);
        assert_eq!(report(&[(" ", LumbarSpine, 1.0)]).unwrap_err().field, "rows[0].subject");
    }

    #[test]
    fn nothing_to_compare_is_an_error() {
        assert_eq!(report(&[]).unwrap_err().to_string(), "rows: missing; there is no scan");
        let single = report(&[("a", LumbarSpine, 1.0), ("b", LumbarSpine, 1.0), ("a", TotalHip, 0.8)]);
        assert_eq!(
            single.unwrap_err().to_string(),
            "repeat scans: missing; no subject has two scans of the same region"
        );
    }
}
