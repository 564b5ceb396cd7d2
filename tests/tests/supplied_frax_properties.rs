//! What must hold of the adjusted probabilities and of the UK table of 2008, whatever goes in.

use osteon::document::Sex;
use osteon::risk::Outcome;
use osteon::risk::supplied_frax::{glucocorticoid_dose, lumbar_spine_offset, trabecular_bone_score};
use osteon::risk::uk2008_published_table::{AGES, Cell, T_SCORES, cell, interpolated};
use proptest::prelude::*;

fn outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![Just(Outcome::Mof), Just(Outcome::Hip)]
}

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![any::<f64>(), -20.0..120.0_f64, Just(f64::NAN), Just(0.0), Just(100.0)]
}

/// Largest excess over 100 or below 0 that rounding of a mean of cells may leave.
const ROUNDING: f64 = 1e-12;

proptest! {
    #[test]
    fn a_higher_tbs_lowers_the_probability_where_the_slope_is_negative(
        outcome in outcome(), age in 40_u8..=90, percent in 0.1..99.9_f64, tbs in 500_u32..1990, up in 1_u32..500,
    ) {
        let (tbs, up) = (f64::from(tbs) / 1000.0, f64::from((tbs + up).min(2000)) / 1000.0);
        let of = |tbs| trabecular_bone_score::adjusted(outcome, percent, age, tbs).unwrap();
        // The hip equation turns at 80.4 years: at 81-90 a higher TBS raises the probability.
        let falls = outcome == Outcome::Mof || age <= 80;
        prop_assert_eq!(trabecular_bone_score::slope(outcome, age).unwrap() < 0.0, falls);
        let (before, after) = (of(tbs), of(up));
        prop_assert_eq!(after < before, falls);
        prop_assert_eq!(after > before, !falls);
    }

    #[test]
    fn a_higher_supplied_probability_stays_higher(
        outcome in outcome(), age in 40_u8..=90, percent in 0.1..60.0_f64, up in 0.1..10.0_f64, tbs in 0.8..1.6_f64,
        mg in 0.5..40.0_f64, neck in -5.0..2.0_f64, spine in -5.0..2.0_f64,
    ) {
        let tbs = |p| trabecular_bone_score::adjusted(outcome, p, age, tbs).unwrap();
        prop_assert!(tbs(percent + up) > tbs(percent));
        let dose = |p| glucocorticoid_dose::adjusted(outcome, p, Some(age), mg).unwrap();
        prop_assert!(dose(percent + up) > dose(percent));
        if let Ok(higher) = lumbar_spine_offset::adjusted(percent + up, neck, spine) {
            prop_assert!(higher > lumbar_spine_offset::adjusted(percent, neck, spine).unwrap());
        }
    }

    #[test]
    fn a_lower_spine_never_lowers_the_probability(
        percent in 0.0..40.0_f64, neck in -50_i32..30, spine in -50_i32..30, down in 1_i32..20,
    ) {
        let t = |tenths: i32| f64::from(tenths) / 10.0;
        let of = |spine| lumbar_spine_offset::adjusted(percent, t(neck), t(spine)).unwrap();
        prop_assert!(of(spine - down) >= of(spine));
    }

    #[test]
    fn nothing_is_ever_outside_0_to_100_or_nan(
        outcome in outcome(), percent in any_number(), age in any::<u8>(), x in any_number(), y in any_number(),
        female in any::<bool>(),
    ) {
        let sex = if female { Sex::Female } else { Sex::Male };
        for p in [
            trabecular_bone_score::adjusted(outcome, percent, age, x),
            glucocorticoid_dose::adjusted(outcome, percent, Some(age), x),
            glucocorticoid_dose::adjusted(outcome, percent, None, x),
            lumbar_spine_offset::adjusted(percent, x, y),
        ] {
            prop_assert!(p.is_err() || p.is_ok_and(|p| (0.0..=100.0).contains(&p)));
        }
        for found in [cell(outcome, sex, age, x), interpolated(outcome, sex, age, x)] {
            if let Ok(Cell::Percent(p) | Cell::Below(p)) = found {
                prop_assert!((0.0..=100.0).contains(&p));
            }
        }
    }

    #[test]
    fn between_cells_lies_between_its_cells(
        outcome in outcome(), female in any::<bool>(), age in 50_u8..=90, tenths in -40_i32..=10,
    ) {
        let sex = if female { Sex::Female } else { Sex::Male };
        let t = f64::from(tenths) / 10.0;
        let Ok(Cell::Percent(percent)) = interpolated(outcome, sex, age, t) else {
            // Only beside the cell that prints "<0.1".
            prop_assert!(outcome == Outcome::Hip && age < 60 && t > 0.0);
            return Ok(());
        };
        let near_age = |at: &&u8| at.abs_diff(age) < 10;
        let near_t = |at: &&i8| (f64::from(**at) - t).abs() < 1.0;
        let mut cells = Vec::new();
        for &age in AGES.iter().filter(near_age) {
            for &t in T_SCORES.iter().filter(near_t) {
                let Cell::Percent(p) = cell(outcome, sex, age, f64::from(t)).unwrap() else {
                    panic!("a number");
                };
                cells.push(p);
            }
        }
        let low = cells.iter().copied().fold(f64::INFINITY, f64::min);
        let high = cells.iter().copied().fold(0.0, f64::max);
        prop_assert!((low - ROUNDING..=high + ROUNDING).contains(&percent));
    }
}
