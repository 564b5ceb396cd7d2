//! Where risk rises and falls, with the exceptions of the published equations, and what is refused.

use osteon::document::{QfractureEthnicity, Sex, Smoking};
use osteon::math::ln;
use osteon::risk::Outcome;
use osteon::risk::qfracture::{AGE_YEARS, Alcohol, BMI_KG_M2, Factor, Inputs, Version, risk};
use proptest::prelude::*;

use super::{OUTCOMES, SEXES, VERSIONS, of, person};

/// By how much the linear predictor changes from one person to another, from their risks.
fn change(version: Version, from: &Inputs, to: &Inputs, outcome: Outcome) -> f64 {
    let hazard = |inputs| ln(1.0 - of(risk(version, inputs, 10).unwrap(), outcome) / 100.0);
    ln(hazard(to) / hazard(from))
}

/// Where the published equations fall with age: year, size. The docs of the module carry the same.
const FALLS_WITH_AGE: &[(Version, Sex, Outcome, u8, f64)] = &[
    (Version::V2012, Sex::Male, Outcome::Any, 30, -0.0176),
    (Version::V2012, Sex::Male, Outcome::Any, 31, -0.0134),
    (Version::V2012, Sex::Male, Outcome::Any, 32, -0.0095),
    (Version::V2012, Sex::Male, Outcome::Any, 33, -0.0058),
    (Version::V2012, Sex::Male, Outcome::Any, 34, -0.0022),
    (Version::V2016, Sex::Male, Outcome::Any, 30, -0.0108),
    (Version::V2016, Sex::Male, Outcome::Any, 31, -0.0068),
    (Version::V2016, Sex::Male, Outcome::Any, 32, -0.0031),
];

/// Where they rise with BMI: from, and the size up to 40.
const RISES_WITH_BMI: &[(Version, Sex, Outcome, f64, f64)] = &[
    (Version::V2012, Sex::Male, Outcome::Any, 36.9, 0.0075),
    (Version::V2016, Sex::Male, Outcome::Any, 37.0, 0.0074),
];

fn equations() -> impl Iterator<Item = (Version, Sex, Outcome)> {
    VERSIONS
        .into_iter()
        .flat_map(|version| SEXES.map(|sex| (version, sex)))
        .flat_map(|(version, sex)| OUTCOMES.map(|outcome| (version, sex, outcome)))
}

#[test]
fn risk_rises_with_every_year_of_age_but_for_the_exceptions() {
    for (version, sex, outcome) in equations() {
        for age in *AGE_YEARS.start()..*AGE_YEARS.end() {
            let exception = FALLS_WITH_AGE
                .iter()
                .find(|&&(v, s, o, year, _)| (v, s, o, year) == (version, sex, outcome, age));
            for half in 40..=80 {
                let at = |age| Inputs::new(sex, age, f64::from(half) / 2.0);
                let by = change(version, &at(age), &at(age + 1), outcome);
                match exception {
                    None => assert!(by > 0.0, "{version:?} {sex} {outcome} falls by {by} at {age}"),
                    Some((.., size)) => assert!((by - size).abs() < 6e-5, "{by}, not {size} at {age}"),
                }
            }
        }
    }
}

#[test]
fn risk_falls_with_body_mass_but_for_the_exceptions() {
    for (version, sex, outcome) in equations() {
        let at = |tenths: u16| Inputs::new(sex, 65, f64::from(tenths) / 10.0);
        let rises: Vec<u16> =
            (200..400).filter(|&t| change(version, &at(t), &at(t + 1), outcome) >= 0.0).collect();
        let exception = RISES_WITH_BMI.iter().find(|&&(v, s, o, ..)| (v, s, o) == (version, sex, outcome));
        if let Some(&(.., from, size)) = exception {
            let first = (from * 10.0).round() as u16;
            assert_eq!(rises, (first..400).collect::<Vec<_>>(), "{version:?} {sex} {outcome}");
            let by = change(version, &at(first), &at(400), outcome);
            assert!((by - size).abs() < 6e-5, "{by}, not {size}");
        } else {
            assert!(rises.is_empty(), "{version:?} {sex} {outcome} rises at {rises:?}");
        }
    }
}

type Steps = &'static [(usize, f64)];

/// Steps of a level that lower the risk, with their size.
fn steps_down<T: Copy>(
    levels: &[T],
    of: impl Fn(T) -> Inputs,
    version: Version,
    outcome: Outcome,
) -> Vec<(usize, f64)> {
    let pairs = levels.iter().zip(levels.iter().skip(1)).enumerate();
    pairs
        .map(|(i, (&a, &b))| (i, change(version, &of(a), &of(b), outcome)))
        .filter(|(_, by)| *by < 0.0)
        .collect()
}

#[test]
fn levels_and_groups_but_for_the_exceptions() {
    use Outcome::{Any, Hip};
    use Sex::{Female, Male};
    use Version::{V2012, V2016};
    for (version, sex, outcome) in equations() {
        let base = Inputs::new(sex, 65, 25.0);
        let alcohol = steps_down(Alcohol::ALL, |alcohol| Inputs { alcohol, ..base }, version, outcome);
        let smoking = steps_down(Smoking::ALL, |smoking| Inputs { smoking, ..base }, version, outcome);
        // From none, from trivial, from heavy; from never, from light.
        let (of_alcohol, of_smoking): (Steps, Steps) = match (version, sex, outcome) {
            (V2012, Female, Hip) => (&[(0, -0.1286)], &[]),
            (V2012, Male, Any) => (&[(0, -0.0753)], &[(0, -0.0008)]),
            (V2012, Male, Hip) => (&[(0, -0.1883)], &[(0, -0.0156)]),
            (V2016, Female, Any) => (&[(0, -0.0161), (4, -0.0329)], &[(2, -0.0093)]),
            (V2016, Male, Any) => (&[(0, -0.1130)], &[]),
            (V2016, Female, Hip) => (&[(0, -0.1262), (1, -0.0111)], &[]),
            (V2016, Male, Hip) => (&[(0, -0.1989), (1, -0.0624)], &[]),
            _ => (&[], &[]),
        };
        for (found, expected) in [(alcohol, of_alcohol), (smoking, of_smoking)] {
            assert_eq!(found.len(), expected.len(), "{version:?} {sex} {outcome}: {found:?}");
            for ((i, by), (j, size)) in found.iter().zip(expected) {
                assert!(i == j && (by - size).abs() < 6e-5, "{version:?} {sex} {outcome}: {found:?}");
            }
        }
        for &ethnicity in &QfractureEthnicity::ALL[1..] {
            assert!(change(version, &base, &Inputs { ethnicity, ..base }, outcome) < -0.1);
        }
    }
}

/// Factors that an equation does not have.
fn is_absent(version: Version, sex: Sex, outcome: Outcome, factor: Factor) -> bool {
    match factor {
        Factor::CareHome => sex == Sex::Female,
        Factor::EndocrineDisorder | Factor::OestrogenHrt => sex == Sex::Male,
        Factor::Malabsorption => outcome == Outcome::Hip,
        Factor::ParentalHistory => (sex, outcome) == (Sex::Female, Outcome::Hip),
        Factor::PriorFracture => (version, outcome) == (Version::V2016, Outcome::Any),
        _ => false,
    }
}

proptest! {
    #[test]
    fn each_factor_raises_the_risk_but_oestrogen(inputs in person(), years in 1_u8..=10) {
        for version in VERSIONS {
            for &factor in Factor::ALL {
                let without = Inputs { factors: inputs.factors.without(factor), ..inputs };
                let with = Inputs { factors: inputs.factors.with(factor), ..inputs };
                let [without, with] = [without, with].map(|inputs| risk(version, &inputs, years).unwrap());
                for outcome in OUTCOMES {
                    let (without, with) = (of(without, outcome), of(with, outcome));
                    if is_absent(version, inputs.sex, outcome, factor) {
                        prop_assert!(without.to_bits() == with.to_bits(), "{factor}: {without} to {with}");
                    } else if factor == Factor::OestrogenHrt {
                        prop_assert!(with < without);
                    } else {
                        // Near 100 % nothing can be added.
                        prop_assert!(with > without || without > 99.99, "{factor}: {without} to {with}");
                    }
                }
            }
        }
    }

    #[test]
    fn risk_rises_with_the_horizon(inputs in person(), years in 1_u8..18) {
        for version in VERSIONS.into_iter().filter(|version| years < version.longest_years()) {
            let [now, later] = [years, years + 1].map(|years| risk(version, &inputs, years).unwrap());
            prop_assert!(later.any_percent > now.any_percent || now.any_percent > 99.99);
            prop_assert!(later.hip_percent > now.hip_percent || now.hip_percent > 99.99);
        }
    }

    #[test]
    fn nothing_but_a_percentage_or_a_named_refusal(
        inputs in person(), age in any::<u8>(), bmi in prop::num::f64::ANY, sane in prop::bool::ANY, years in 0_u8..30,
    ) {
        let bmi = if sane { inputs.bmi_kg_m2 } else { bmi };
        let inputs = Inputs { age_years: age, bmi_kg_m2: bmi, ..inputs };
        for version in VERSIONS {
            let wrong = [
                ("age_years", !AGE_YEARS.contains(&age)),
                ("bmi_kg_m2", !BMI_KG_M2.contains(&bmi)),
                ("qfracture_years", !(1..=version.longest_years()).contains(&years)),
            ];
            let first = wrong.iter().find(|(_, wrong)| *wrong).map(|(field, _)| *field);
            match risk(version, &inputs, years) {
                Ok(pair) => {
                    prop_assert_eq!(first, None);
                    for percent in [pair.any_percent, pair.hip_percent] {
                        prop_assert!((0.0..=100.0).contains(&percent));
                    }
                }
                Err(refusal) => {
                    prop_assert_eq!(first, Some(&*refusal.field));
                    prop_assert!(!refusal.limit.is_empty());
                }
            }
        }
    }
}
