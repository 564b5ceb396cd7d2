//! Precision error and least significant change against published figures, and their properties.

use core::num::NonZeroU32;

use approx::assert_abs_diff_eq;
use osteon::document::Region;
use osteon::precision::{
    Confidence, Limits, LscDesign, PrecisionError, PrecisionStudy, Significance, Spread, lsc,
    precision_report,
};
use proptest::prelude::*;

/// Tb.vBMD of a phantom in mg/cm3; see `data/README.md`.
const PHANTOM: &str = include_str!("../data/precision_worked_example.csv");

fn phantom() -> Vec<Vec<f64>> {
    PHANTOM
        .lines()
        .skip(1)
        .map(|line| line.split(',').skip(1).map(|cell| cell.parse().unwrap()).collect())
        .collect()
}

fn pooled(spread: Spread, subjects: &[Vec<f64>]) -> PrecisionError {
    let mut study = PrecisionStudy::new(spread);
    subjects.iter().for_each(|values| study.add_subject(values).unwrap());
    study.finish().unwrap()
}

/// A precision error of 1, so that its limits are the factors.
fn factors(df: usize, level: f64) -> Limits {
    let unit = PrecisionError { value: 1.0, df, subjects: df, left_out: 0, scans: 2 * df };
    unit.limits(Confidence::new(level).unwrap()).unwrap()
}

#[test]
fn phantom_of_105_triplicates() {
    let subjects = phantom();
    let sd = pooled(Spread::Sd, &subjects);
    let cv = pooled(Spread::Cv, &subjects);
    assert_eq!((sd.subjects, sd.left_out, sd.scans, sd.df), (105, 0, 315, 210));
    // As published, to the digits printed.
    assert_eq!(format!("{:.3}", sd.value), "0.971");
    assert_eq!(format!("{:.5}", cv.value), "0.00697");
    // Recomputed with 40 digits.
    assert_abs_diff_eq!(sd.value, 0.971_024_659_258_913_4, epsilon = 1e-14);
    assert_abs_diff_eq!(cv.value, 0.006_970_362_955_734_637, epsilon = 1e-16);
    // 0.9128223661619 and 1.1057314182984 times the estimate, by 40 digits.
    let limits = sd.limits(Confidence::default()).unwrap();
    assert_eq!(limits, Limits { low: 0.886_373_027_1, high: 1.073_692_474 });
    assert!(sd.meets_iscd_design());
}

/// Glüer 1995: 27 degrees of freedom keep the upper 90 % limit within 30 % of the estimate.
#[test]
fn factors_of_the_confidence_limits() {
    for (df, level, low, high) in
        [(30, 0.90, "0.828", "1.274"), (30, 0.95, "0.799", "1.337"), (27, 0.90, "0.820", "1.293")]
    {
        let Limits { low: l, high: h } = factors(df, level);
        assert_eq!((format!("{l:.3}"), format!("{h:.3}")), (low.to_owned(), high.to_owned()), "{df} {level}");
    }
    // Recomputed with 40 digits.
    assert_eq!(factors(30, 0.95), Limits { low: 0.799_111_947_1, high: 1.336_673_357 });
    assert_eq!(factors(30, 0.90), Limits { low: 0.827_861_357_0, high: 1.273_681_742 });
}

#[test]
fn iscd_designs_have_thirty_degrees_of_freedom() {
    for (subjects, scans, meets) in [(15, 3, true), (30, 2, true), (14, 3, false), (29, 2, false)] {
        let study = vec![vec![1.0; scans]; subjects];
        assert_eq!(pooled(Spread::Sd, &study).meets_iscd_design(), meets, "{subjects} x {scans}");
    }
}

/// A GE enCORE report prints 0.028 g/cm2 for a precision error of 0.010; Bonnick's worked example.
#[test]
fn published_least_significant_changes() {
    assert_abs_diff_eq!(lsc(0.010).unwrap(), 0.0277, epsilon = 1e-15);
    assert_eq!(format!("{:.3}", lsc(0.010).unwrap()), "0.028");
    let bonnick = |level| LscDesign::single(Confidence::new(level).unwrap()).lsc(0.015).unwrap();
    assert_abs_diff_eq!(bonnick(0.95), 0.0416, epsilon = 5e-5 + 1e-12);
    assert_abs_diff_eq!(bonnick(0.80), 0.027, epsilon = 5e-4);
    let factor = |level| LscDesign::single(Confidence::new(level).unwrap()).factor();
    for (level, published) in [(0.80, 1.81), (0.90, 2.33), (0.95, 2.77)] {
        assert_abs_diff_eq!(factor(level), published, epsilon = 0.0);
    }
    assert_abs_diff_eq!(factor(0.99), 3.642_772_735_437, epsilon = 1e-9);
    // ISCD minimum acceptable precision and its LSC: spine, total hip, femoral neck, in %.
    for (cv, expected) in [(1.9, "5.3"), (1.8, "5.0"), (2.5, "6.9")] {
        assert_eq!(format!("{:.1}", lsc(cv).unwrap()), expected);
    }
}

#[test]
fn two_scans_at_each_visit_shrink_the_lsc_by_thirty_percent() {
    let two = NonZeroU32::new(2).unwrap();
    let design = LscDesign { baseline: two, follow_up: two, ..LscDesign::default() };
    assert_abs_diff_eq!(design.factor(), 1.959_963_984_540_054, epsilon = 1e-15);
    assert_abs_diff_eq!(1.0 - design.factor() / 2.77, 0.2924, epsilon = 5e-5);
    let one_sided = LscDesign { follow_up: two, ..LscDesign::default() };
    assert!(design.factor() < one_sided.factor() && one_sided.factor() < 2.77);
}

/// By hand: squares 2e-4 (1 df) and 6e-4 (3 df) over 4 df; the third subject says nothing.
#[test]
fn unequal_repeats_are_weighted_by_degrees_of_freedom() {
    let repeats: [&[f64]; 3] = [&[1.00, 1.02], &[0.80, 0.82, 0.80, 0.82], &[0.95]];
    let error = PrecisionError::from_repeats(Spread::Sd, &repeats).unwrap();
    assert_abs_diff_eq!(error.value * error.value, 6e-4 / 4.0, epsilon = 1e-16);
    assert_eq!((error.subjects, error.left_out, error.scans, error.df), (2, 1, 6, 4));
    let cv = PrecisionError::from_repeats(Spread::Cv, &repeats).unwrap();
    let by_hand = (2e-4 / (1.01 * 1.01) + 4e-4 / (0.81 * 0.81)) / 4.0;
    assert_abs_diff_eq!(cv.value * cv.value, by_hand, epsilon = 1e-16);
}

#[test]
fn the_report_agrees_with_its_parts() {
    // The phantom's figures over 100, where they then lie within the limits of a BMD.
    let subjects: Vec<Vec<f64>> =
        phantom().iter().map(|values| values.iter().map(|x| x / 100.0).collect()).collect();
    let (inside, outside): (Vec<_>, Vec<_>) =
        subjects.into_iter().partition(|values| values.iter().all(|x| (0.1..=3.0).contains(x)));
    assert!(inside.len() > 80 && !outside.is_empty());
    let rows = inside.iter().enumerate().flat_map(|(i, values)| {
        values.iter().map(move |&x| (format!("subject {i:03}"), Region::TotalHip, x))
    });
    let report = precision_report(rows).unwrap();
    let [row] = report.rows[..] else { panic!("one region") };
    let (sd, cv) = (pooled(Spread::Sd, &inside), pooled(Spread::Cv, &inside));
    let limits = sd.limits(Confidence::default()).unwrap();
    assert_eq!((row.subjects, row.scans, row.df), (sd.subjects, sd.scans, sd.df));
    assert_abs_diff_eq!(row.rms_sd_g_cm2, sd.value, epsilon = 1e-12);
    assert_abs_diff_eq!(row.rms_cv_percent, 100.0 * cv.value, epsilon = 1e-9);
    assert_eq!((row.rms_sd_low_g_cm2, row.rms_sd_high_g_cm2), (limits.low, limits.high));
    assert_abs_diff_eq!(row.lsc_high_g_cm2, 2.77 * limits.high, epsilon = 1e-11);
    assert_abs_diff_eq!(row.lsc_percent, 277.0 * cv.value, epsilon = 1e-9);
    assert!(row.meets_iscd_design);
}

#[test]
fn change_of_exactly_the_lsc_is_significant() {
    assert_eq!(Significance::between(1.000, 0.9723, 0.0277).unwrap(), Significance::Loss);
    assert_eq!(Significance::between(0.9723, 1.000, lsc(0.010).unwrap()).unwrap(), Significance::Gain);
    assert_eq!(Significance::between(1.000, 0.973, 0.0277).unwrap(), Significance::NotSignificant);
}

/// One to eight subjects with two to five scans each, in g/cm2 to four decimals.
fn repeats() -> impl Strategy<Value = Vec<Vec<f64>>> {
    let bmd = (3_000_u32..15_000).prop_map(|x| f64::from(x) / 1e4);
    prop::collection::vec(prop::collection::vec(bmd, 2..6), 1..9)
}

fn mapped(subjects: &[Vec<f64>], f: impl Fn(f64) -> f64) -> Vec<Vec<f64>> {
    subjects.iter().map(|values| values.iter().map(|&x| f(x)).collect()).collect()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-10 * (1.0 + a.abs().max(b.abs()))
}

proptest! {
    #[test]
    fn precision_error_scales_with_the_data(subjects in repeats(), factor in 0.001..1000.0_f64) {
        let scaled = mapped(&subjects, |x| x * factor);
        prop_assert!(near(pooled(Spread::Sd, &scaled).value, factor * pooled(Spread::Sd, &subjects).value));
        prop_assert!(near(pooled(Spread::Cv, &scaled).value, pooled(Spread::Cv, &subjects).value));
    }

    #[test]
    fn precision_error_is_blind_to_a_shift(subjects in repeats(), shift in -1000.0..1000.0_f64) {
        let shifted = mapped(&subjects, |x| x + shift);
        prop_assert!(near(pooled(Spread::Sd, &shifted).value, pooled(Spread::Sd, &subjects).value));
    }

    #[test]
    fn precision_error_is_that_of_the_textbook(subjects in repeats()) {
        let mut squares = 0.0;
        for values in &subjects {
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            squares += values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>();
        }
        let error = pooled(Spread::Sd, &subjects);
        prop_assert!(near(error.value, (squares / error.df as f64).sqrt()));
    }

    #[test]
    fn limits_bracket_the_estimate(subjects in repeats(), level in 0.5..0.999_f64) {
        let error = pooled(Spread::Sd, &subjects);
        let Limits { low, high } = error.limits(Confidence::new(level).unwrap()).unwrap();
        // At a low level and few degrees of freedom the median of chi-squared lies off its mean.
        let wide = error.limits(Confidence::new(0.999).unwrap()).unwrap();
        prop_assert!(wide.low <= error.value && error.value <= wide.high);
        prop_assert!(wide.low <= low && low <= high && high <= wide.high);
        if level >= 0.7 {
            prop_assert!(low <= error.value && error.value <= high, "{low} {} {high}", error.value);
        }
    }

    #[test]
    fn lsc_is_monotone_in_the_precision_error(a in 0.0..0.2_f64, b in 0.0..0.2_f64, level in 0.5..0.999_f64) {
        let design = LscDesign::single(Confidence::new(level).unwrap());
        let (low, high) = (a.min(b), a.max(b));
        prop_assert!(design.lsc(low).unwrap() <= design.lsc(high).unwrap());
        prop_assert!(lsc(low).unwrap() <= lsc(high).unwrap());
    }

    #[test]
    fn significance_is_symmetric(change in -0.2..0.2_f64, lsc in 0.001..0.1_f64) {
        let (up, down) = (Significance::of(change, lsc).unwrap(), Significance::of(-change, lsc).unwrap());
        prop_assert_eq!(up.is_significant(), down.is_significant());
        prop_assert_eq!(up == Significance::Gain, down == Significance::Loss);
    }
}
