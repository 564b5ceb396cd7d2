//! Precision error from repeated measurements grouped by subject.
//!
//! With `n_i` measurements of subject `i`, their standard deviation `SD_i` (divisor `n_i - 1`) and
//! mean `mean_i`, Glüer et al. (Osteoporos Int 1995;5:262-270) define
//!
//! ```text
//! RMS-SD = sqrt( sum(df_i SD_i^2) / sum(df_i) )      CV_i = SD_i / mean_i
//! RMS-CV = sqrt( sum(df_i CV_i^2) / sum(df_i) )      df_i = n_i - 1
//! ```
//!
//! so that unequal numbers of repeats are weighted by their degrees of freedom. For pairs,
//! `SD_i = |x_1 - x_2| / sqrt(2)`. The arithmetic mean of the SDs, which is sometimes used instead,
//! underestimates the error by up to 25 % in pairs (same paper).
//!
//! Unit-free: RMS-SD has the unit of the measurements, RMS-CV is a fraction.

use serde::Serialize;

use super::confidence::{Confidence, Limits};
use crate::error::{Code, Refusal};
use crate::math::{chi_squared_quantile, round_significant, sqrt};

/// Degrees of freedom that the ISCD asks of a precision study: 15 subjects three times, or 30 twice.
///
/// The upper limit of a one-sided 95 % interval is then 27 % above the estimate.
pub const ISCD_DEGREES_OF_FREEDOM: usize = 30;

/// What is pooled over the subjects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Spread {
    /// Standard deviations; any finite values.
    Sd,
    /// Coefficients of variation, as fractions; positive values only.
    Cv,
}

/// Gathers the subjects of a precision study.
///
/// ```
/// use osteon::precision::{PrecisionStudy, Spread};
/// let mut study = PrecisionStudy::new(Spread::Sd);
/// study.add_subject(&[1.000, 1.020])?;
/// study.add_subject(&[0.850, 0.850])?;
/// let error = study.finish()?;
/// assert!((error.value - 0.010).abs() < 1e-12);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
#[derive(Clone, Debug)]
pub struct PrecisionStudy {
    spread: Spread,
    subjects: usize,
    left_out: usize,
    scans: usize,
    df: usize,
    sum_of_squares: f64,
}

/// The precision error of a study.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PrecisionError {
    /// RMS-SD in the unit of the measurements, or RMS-CV as a fraction; zero if all repeats agree.
    pub value: f64,
    /// Degrees of freedom.
    pub df: usize,
    /// Subjects with two measurements or more.
    pub subjects: usize,
    /// Subjects with fewer, who say nothing of precision.
    pub left_out: usize,
    /// Measurements of the subjects that count.
    pub scans: usize,
}

impl PrecisionStudy {
    /// A study without subjects yet.
    #[must_use]
    pub const fn new(spread: Spread) -> Self {
        Self { spread, subjects: 0, left_out: 0, scans: 0, df: 0, sum_of_squares: 0.0 }
    }

    /// Adds the measurements of one subject; fewer than two count as left out.
    ///
    /// # Errors
    ///
    /// A value that is not finite, for coefficients of variation one that is not positive, and
    /// values whose squares overflow. The study is then as it was before.
    pub fn add_subject(&mut self, values: &[f64]) -> Result<(), Refusal> {
        let subject = self.subjects + self.left_out;
        for (i, &x) in values.iter().enumerate() {
            let field = || format!("subjects[{subject}].scans[{i}]");
            if !x.is_finite() {
                return Err(Refusal::new(Code::NotFinite, field(), x, "a finite number"));
            }
            if self.spread == Spread::Cv && x <= 0.0 {
                return Err(Refusal::new(
                    Code::OutOfRange,
                    field(),
                    x,
                    "what has a coefficient of variation: more than 0",
                ));
            }
        }
        if values.len() < 2 {
            self.left_out += 1;
            return Ok(());
        }
        let sum_of_squares = self.sum_of_squares + sum_of_squares(values, self.spread);
        if !sum_of_squares.is_finite() {
            let field = format!("subjects[{subject}].scans");
            return Err(Refusal::new(Code::OutOfRange, field, "their spread", "what can be squared"));
        }
        self.sum_of_squares = sum_of_squares;
        self.subjects += 1;
        self.scans += values.len();
        self.df += values.len() - 1;
        Ok(())
    }

    /// The precision error.
    ///
    /// # Errors
    ///
    /// No subject has two measurements.
    pub fn finish(&self) -> Result<PrecisionError, Refusal> {
        let Self { subjects, left_out, scans, df, .. } = *self;
        if df == 0 {
            let limit = match left_out {
                0 => "there is no subject".to_owned(),
                1 => "the one subject has fewer than two scans".to_owned(),
                n => format!("each of the {n} subjects has fewer than two scans"),
            };
            return Err(Refusal::new(Code::Missing, "repeat scans", "", limit));
        }
        Ok(PrecisionError { value: sqrt(self.sum_of_squares / df as f64), df, subjects, left_out, scans })
    }
}

/// Sum of squared deviations from the subject's mean; for `Cv`, of deviations as fractions of it.
///
/// Two passes over the differences from the first value. These are exact where values lie within a
/// factor of two of each other, so that equal repeats give exactly zero and a common offset cancels.
fn sum_of_squares(values: &[f64], spread: Spread) -> f64 {
    let Some(&first) = values.first() else { return 0.0 };
    let offset = values.iter().map(|x| x - first).sum::<f64>() / values.len() as f64;
    let unit = match spread {
        Spread::Sd => 1.0,
        Spread::Cv => first + offset,
    };
    values
        .iter()
        .map(|x| {
            let deviation = ((x - first) - offset) / unit;
            deviation * deviation
        })
        .sum()
}

impl PrecisionError {
    /// The precision error of these subjects' measurements.
    ///
    /// # Errors
    ///
    /// As [`PrecisionStudy::add_subject`] and [`PrecisionStudy::finish`].
    pub fn from_repeats(spread: Spread, subjects: &[&[f64]]) -> Result<Self, Refusal> {
        let mut study = PrecisionStudy::new(spread);
        subjects.iter().try_for_each(|values| study.add_subject(values))?;
        study.finish()
    }

    /// Confidence limits, to ten significant digits:
    ///
    /// ```text
    /// PE sqrt(df / chi2(1 - a/2, df)) .. PE sqrt(df / chi2(a/2, df))
    /// ```
    ///
    /// with `chi2(p, df)` the quantile of the chi-squared distribution and `a` one minus the level
    /// (Glüer 1995; exact for normal errors of equal variance).
    ///
    /// # Errors
    ///
    /// Degrees of freedom, zero for one, that have no quantile.
    pub fn limits(&self, confidence: Confidence) -> Result<Limits, Refusal> {
        let df = self.df as f64;
        let limit = |p| {
            let quantile = chi_squared_quantile(p, df).filter(|&chi2| chi2 > 0.0)?;
            Some(round_significant(self.value * sqrt(df / quantile), 10))
        };
        match (limit(1.0 - confidence.tail()), limit(confidence.tail())) {
            (Some(low), Some(high)) => Ok(Limits { low, high }),
            _ => Err(Refusal::new(Code::OutOfRange, "df", self.df, "what has limits: 1 or more")),
        }
    }

    /// Whether the study is as large as the ISCD asks ([`ISCD_DEGREES_OF_FREEDOM`]).
    #[must_use]
    pub const fn meets_iscd_design(&self) -> bool {
        self.df >= ISCD_DEGREES_OF_FREEDOM
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_repeats_have_no_error_at_all() {
        let error = PrecisionError::from_repeats(Spread::Sd, &[&[0.1, 0.1, 0.1], &[0.7; 7]]).unwrap();
        assert_eq!(error.value.to_bits(), 0);
        assert_eq!(error.limits(Confidence::default()).unwrap(), Limits { low: 0.0, high: 0.0 });
    }

    #[test]
    fn a_large_offset_costs_nothing() {
        let small = PrecisionError::from_repeats(Spread::Sd, &[&[0.0, 1.0, 5.0]]).unwrap();
        let large = PrecisionError::from_repeats(Spread::Sd, &[&[1e15, 1e15 + 1.0, 1e15 + 5.0]]).unwrap();
        assert_eq!(small.value.to_bits(), large.value.to_bits());
    }

    #[test]
    fn a_refused_subject_changes_nothing() {
        let mut study = PrecisionStudy::new(Spread::Cv);
        study.add_subject(&[1.0, 1.1]).unwrap();
        let before = study.finish().unwrap();
        for (values, code, field) in [
            (&[1.0, f64::NAN][..], Code::NotFinite, "subjects[1].scans[1]"),
            (&[f64::INFINITY], Code::NotFinite, "subjects[1].scans[0]"),
            (&[0.0, 1.0], Code::OutOfRange, "subjects[1].scans[0]"),
            (&[1.0, 1.0, -1.0], Code::OutOfRange, "subjects[1].scans[2]"),
        ] {
            let refusal = study.add_subject(values).unwrap_err();
            assert_eq!((refusal.code, &*refusal.field), (code, field));
        }
        assert_eq!(study.finish().unwrap(), before);
        let overflow = PrecisionStudy::new(Spread::Sd).add_subject(&[-1e308, 1e308]).unwrap_err();
        assert_eq!(overflow.code, Code::OutOfRange);
    }

    #[test]
    fn single_scans_only_are_an_error_that_says_so() {
        let refusal = PrecisionError::from_repeats(Spread::Sd, &[&[1.0], &[], &[0.9]]).unwrap_err();
        assert_eq!(refusal.code, Code::Missing);
        assert_eq!(
            refusal.to_string(),
            "repeat scans: missing; each of the 3 subjects has fewer than two scans"
        );
        assert_eq!(PrecisionStudy::new(Spread::Cv).finish().unwrap_err().code, Code::Missing);
    }

    #[test]
    fn no_degrees_of_freedom_no_limits() {
        let error = PrecisionError { value: 0.01, df: 0, subjects: 0, left_out: 0, scans: 0 };
        assert_eq!(error.limits(Confidence::default()).unwrap_err().code, Code::OutOfRange);
    }
}
