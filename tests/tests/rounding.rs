//! Rounding: every rule at, beside and off a half, on numbers drawn at random.

use osteon::quantity::TScore;
use osteon::rounding::{HalfRule, round};
use proptest::prelude::*;

fn rounded(value: f64, decimals: u8, half: HalfRule) -> f64 {
    round(value, decimals, half).unwrap()
}

/// The nearest double of so many units of the last of some decimals.
fn decimal(units: u32, decimals: u8) -> f64 {
    format!("{units}e-{decimals}").parse().unwrap()
}

proptest! {
    #[test]
    fn with_one_decimal_it_is_what_scores_report(score in -3276.0..3276.0_f64) {
        let reported = TScore(score).reported().to_f64();
        prop_assert_eq!(rounded(score, 1, HalfRule::AwayFromZero).to_bits(), reported.to_bits());
    }

    /// A decimal that ends in 5 one place on, as stated, and as arithmetic leaves it.
    #[test]
    fn a_stated_half_is_a_half(units in 0_u32..10_000, decimals in 0_u8..=8, sd in 1_u32..2000) {
        let stated: f64 = format!("{units}5e-{}", decimals + 1).parse().unwrap();
        let (below, above) = (decimal(units, decimals), decimal(units + 1, decimals));
        let even = if units % 2 == 0 { below } else { above };
        let sd = f64::from(sd) / 1000.0;
        // What a sum near 1 leaves is small beside a number that is not.
        let of_a_difference = if decimals <= 3 { (stated + 1.0) - 1.0 } else { stated };
        for value in [stated, stated * sd / sd, of_a_difference] {
            for (half, plus, minus) in [
                (HalfRule::AwayFromZero, above, above),
                (HalfRule::ToEven, even, even),
                (HalfRule::Up, above, below),
                (HalfRule::Down, below, above),
            ] {
                prop_assert!(rounded(value, decimals, half) - plus == 0.0, "{} {}", value, half);
                let of_minus = rounded(-value, decimals, half);
                prop_assert!(of_minus + minus == 0.0, "-{} {}", value, half);
                prop_assert!(of_minus != 0.0 || of_minus.is_sign_positive());
            }
        }
    }

    /// Off a half every rule gives the nearest decimal, as formatting does.
    #[test]
    fn off_a_half_the_rule_is_nothing(value in -1000.0..1000.0_f64, decimals in 0_u8..=6) {
        let nearest: f64 = format!("{value:.*}", usize::from(decimals)).parse().unwrap();
        let apart = (value / decimal(1, decimals)).fract().abs() - 0.5;
        prop_assume!(apart.abs() > 1e-6);
        for &half in HalfRule::ALL {
            prop_assert!(rounded(value, decimals, half) - nearest == 0.0, "{} {}", value, half);
        }
    }
}
