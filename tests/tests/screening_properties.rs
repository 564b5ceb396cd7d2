//! What holds of the points of every screening tool, whatever the inputs.

use osteon::document::options::{OstRounding, ScoreArithmetic};
use osteon::risk::screening::{abone, body_weight, mores, orai, osiris, ost, osta, score, sofsurf};
use proptest::prelude::*;

proptest! {
    /// Older, lighter, and each adverse factor: never better, and never NaN.
    #[test]
    fn points_never_improve_with_what_is_adverse(
        age in 50_u8..=119,
        older in 0_u8..=60,
        grams in 20_100_u32..=300_000,
        lighter in 0_u32..=60_000,
        [a, b, worse_a, worse_b] in any::<[bool; 4]>(),
        fractures in 0_u8..=4,
    ) {
        let (kg, less) = (f64::from(grams) / 1000.0, f64::from(grams.saturating_sub(lighter).max(20_000)) / 1000.0);
        let later = age.saturating_add(older).min(120);
        let (c, d) = (a || worse_a, b || worse_b);
        let mut pairs = vec![
            (orai::points(age, kg, !a), orai::points(later, less, !c)),
            (abone::points(age, kg, !a), abone::points(later, less, !c)),
            (body_weight::points(kg), body_weight::points(less)),
            (mores::points(age, kg, a), mores::points(later, less, c)),
            (osiris::points(later, less, !c, d), osiris::points(age, kg, !a, b)),
        ];
        for &rounding in OstRounding::ALL {
            pairs.push((ost::points(later, less, rounding), osta::points(age, kg, rounding)));
        }
        for &arithmetic in ScoreArithmetic::ALL {
            let of = |age_years, weight_kg, arthritis, never: bool, fractures| score::points(&score::Woman {
                age_years, weight_kg, black: false, rheumatoid_arthritis: arthritis, fractures, ever_oestrogen: !never,
            }, arithmetic);
            pairs.push((of(age, kg, a, b, fractures), of(later, less, c, d, fractures + 1)));
        }
        for light in [sofsurf::LightWeight::Added, sofsurf::LightWeight::Replacing] {
            for young in [sofsurf::YoungAge::Negative, sofsurf::YoungAge::Zero] {
                let of = |age_years, weight_kg, current_smoker, postmenopausal_fracture| sofsurf::points(
                    &sofsurf::Woman { age_years, weight_kg, current_smoker, postmenopausal_fracture }, light, young);
                pairs.push((of(age, kg, a, b), of(later, less, c, d)));
            }
        }
        for (better, worse) in pairs {
            let (better, worse) = (better.unwrap(), worse.unwrap());
            prop_assert!(better.is_finite() && worse.is_finite() && better <= worse, "{} {}", better, worse);
        }
    }

    #[test]
    fn no_weight_and_no_age_gives_nan(age in any::<u8>(), kg in any::<f64>()) {
        let woman = sofsurf::Woman {
            age_years: age, weight_kg: kg, current_smoker: true, postmenopausal_fracture: true,
        };
        let asked = score::Woman {
            age_years: age, weight_kg: kg, black: true, rheumatoid_arthritis: true, fractures: 255, ever_oestrogen: true,
        };
        let all = [
            ost::points(age, kg, OstRounding::TwoDecimals),
            orai::points(age, kg, true),
            osiris::points(age, kg, true, true),
            score::points(&asked, ScoreArithmetic::Continuous),
            abone::points(age, kg, true),
            body_weight::points(kg),
            sofsurf::points(&woman, sofsurf::LightWeight::Added, sofsurf::YoungAge::Negative),
            mores::points(age, kg, true),
        ];
        for points in all {
            prop_assert!(points.is_ok_and(f64::is_finite) || !(20.0..=300.0).contains(&kg) || !(50..=120).contains(&age));
        }
    }
}
