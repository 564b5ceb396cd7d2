//! The QFracture equations against published values, and what must hold of them for any input.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use osteon::document::{QfractureEthnicity, Sex, Smoking};
use osteon::error::Code;
use osteon::math::ln;
use osteon::risk::Outcome;
use osteon::risk::qfracture::{AGE_YEARS, Alcohol, BMI_KG_M2, Factor, Factors, Inputs, Pair, Version, risk};
use proptest::prelude::*;

const VERSIONS: [Version; 2] = [Version::V2012, Version::V2016];
const SEXES: [Sex; 2] = [Sex::Female, Sex::Male];
const OUTCOMES: [Outcome; 2] = [Outcome::Any, Outcome::Hip];

fn of(pair: Pair, outcome: Outcome) -> f64 {
    if outcome == Outcome::Hip { pair.hip_percent } else { pair.any_percent }
}

/// A row with the argument names of the equations in print; what it does not name is nought.
type Row = HashMap<String, String>;

fn rows(path: &Path) -> Vec<Row> {
    let mut reader =
        csv::Reader::from_path(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// Rows beside the repository, or at `OSTEON_SHARED`; their absence is said aloud.
fn shared(name: &str) -> Option<Vec<Row>> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let path = std::env::var_os("OSTEON_SHARED").map_or_else(beside, PathBuf::from).join(name);
    if path.exists() {
        return Some(rows(&path));
    }
    // Written past the test harness, which swallows what a passing test prints.
    let said =
        format!("SKIPPED: a file of QFracture vectors was not tried; {} is not there\n", path.display());
    std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes()).unwrap();
    None
}

const PRINTED: [(&str, Factor); 20] = [
    ("b_antidepressant", Factor::Antidepressant),
    ("b_anycancer", Factor::AnyCancer),
    ("b_asthmacopd", Factor::AsthmaOrCopd),
    ("b_carehome", Factor::CareHome),
    ("b_corticosteroids", Factor::Corticosteroids),
    ("b_cvd", Factor::CardiovascularDisease),
    ("b_dementia", Factor::Dementia),
    ("b_endocrine", Factor::EndocrineDisorder),
    ("b_epilepsy2", Factor::EpilepsyOrAnticonvulsant),
    ("b_falls", Factor::Falls),
    ("b_fracture4", Factor::PriorFracture),
    ("b_hrt_oest", Factor::OestrogenHrt),
    ("b_liver", Factor::ChronicLiverDisease),
    ("b_malabsorption", Factor::Malabsorption),
    ("b_parkinsons", Factor::Parkinson),
    ("b_ra_sle", Factor::RheumatoidArthritisOrLupus),
    ("b_renal", Factor::ChronicKidneyDisease),
    ("b_type1", Factor::Type1Diabetes),
    ("b_type2", Factor::Type2Diabetes),
    ("fh_osteoporosis", Factor::ParentalHistory),
];

fn number<T: std::str::FromStr>(row: &Row, key: &str) -> Option<T> {
    row.get(key).map(|text| text.parse().unwrap_or_else(|_| panic!("{key}: {text}")))
}

fn inputs(row: &Row, sex: Sex) -> (Inputs, u8) {
    let inputs = Inputs {
        alcohol: Alcohol::ALL[number(row, "alcohol_cat6").unwrap_or(0)],
        ethnicity: QfractureEthnicity::ALL[number(row, "ethrisk").unwrap_or(1) - 1],
        smoking: Smoking::ALL[number(row, "smoke_cat").unwrap_or(0)],
        factors: PRINTED
            .into_iter()
            .filter(|(key, _)| number(row, key) == Some(1_u8))
            .map(|(_, factor)| factor)
            .collect(),
        ..Inputs::new(sex, number(row, "age").unwrap(), number(row, "bmi").unwrap())
    };
    (inputs, number(row, "surv").unwrap())
}

fn sex_of(row: &Row) -> Sex {
    Sex::from_key(&row["sex"]).unwrap()
}

/// Every outcome that the row has, to 1e-9 percentage points.
fn holds(version: Version, row: &Row, sex: Sex, columns: [&str; 2]) -> Pair {
    let (inputs, years) = inputs(row, sex);
    let ours = risk(version, &inputs, years).unwrap();
    for (outcome, column) in OUTCOMES.into_iter().zip(columns) {
        if let Some(expected) = number::<f64>(row, column) {
            let apart = (of(ours, outcome) - expected).abs();
            assert!(apart < 1e-9, "{version:?} {outcome}: {apart:e} from {expected}: {row:?}");
        }
    }
    ours
}

#[test]
fn a_sample_of_the_vectors() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/qfracture_vectors.csv");
    let rows = rows(&path);
    assert_eq!(rows.len(), 180);
    for row in &rows {
        let version = if row["version"] == "2012" { Version::V2012 } else { Version::V2016 };
        holds(version, row, sex_of(row), ["any_percent", "hip_percent"]);
    }
}

/// Hip comes out above any fracture in some of them, as it does in the publisher's program: 35 of 370.
#[test]
fn every_vector_of_2012() {
    let mut above = [0; 2];
    for (sex, above) in SEXES.into_iter().zip(&mut above) {
        let files =
            ["fracture4", "nof"].map(|outcome| shared(&format!("vectors/qfracture2012_{outcome}_{sex}.csv")));
        let [Some(any), Some(hip)] = files else { return };
        assert_eq!((any.len(), hip.len()), (185, 185));
        for (any, hip) in any.iter().zip(&hip) {
            // Both files hold the same people, and the hip equations take fewer inputs.
            holds(Version::V2012, hip, sex, ["", "score_percent"]);
            let ours = holds(Version::V2012, any, sex, ["score_percent", ""]);
            let expected: [f64; 2] = [any, hip].map(|row| number(row, "score_percent").unwrap());
            assert!((ours.hip_percent - expected[1]).abs() < 1e-9);
            assert_eq!(ours.hip_exceeds_any(), expected[1] > expected[0]);
            let larger = if ours.hip_exceeds_any() { ours.hip_percent } else { ours.any_percent };
            assert_eq!(ours.reconciled(), Pair { any_percent: larger, ..ours });
            *above += u32::from(ours.hip_exceeds_any());
        }
    }
    assert_eq!(above, [16, 19]);
}

#[test]
fn every_vector_of_2016() {
    let Some(rows) = shared("vectors/qfracture2016_vectors.csv") else { return };
    assert_eq!(rows.len(), 197);
    let above = rows
        .iter()
        .filter(|row| {
            holds(Version::V2016, row, sex_of(row), ["any_percent", "hip_percent"]).hip_exceeds_any()
        })
        .count();
    assert_eq!(above, 4);
}

fn bmi(weight_kg: f64, height_cm: f64) -> f64 {
    weight_kg / (height_cm / 100.0 * (height_cm / 100.0))
}

/// Profiles published with their ten-year risks, six decimals.
#[test]
fn profiles_of_2012() {
    let woman = |age, weight, height| Inputs::new(Sex::Female, age, bmi(weight, height));
    let with = |factors: &[Factor]| factors.iter().copied().collect::<Factors>();
    for (inputs, any, hip) in [
        (woman(65, 68.0, 165.0), 4.551_261, 1.187_594),
        (
            Inputs {
                alcohol: Alcohol::Heavy,
                smoking: Smoking::Heavy,
                factors: with(&[
                    Factor::Corticosteroids,
                    Factor::PriorFracture,
                    Factor::RheumatoidArthritisOrLupus,
                    Factor::ParentalHistory,
                ]),
                ..woman(75, 56.0, 160.0)
            },
            45.194_353,
            35.514_128,
        ),
        (
            Inputs {
                factors: with(&[Factor::CareHome, Factor::Falls, Factor::Parkinson, Factor::Type1Diabetes]),
                ..Inputs::new(Sex::Male, 80, bmi(71.0, 172.0))
            },
            47.924_641,
            80.247_719,
        ),
        (
            Inputs {
                ethnicity: QfractureEthnicity::Indian,
                factors: with(&[Factor::Antidepressant, Factor::OestrogenHrt]),
                ..woman(60, 60.0, 158.0)
            },
            2.969_878,
            0.428_621,
        ),
    ] {
        let ours = risk(Version::V2012, &inputs, 10).unwrap();
        assert!((ours.any_percent - any).abs() < 5.1e-7, "{ours:?}, not {any}");
        assert!((ours.hip_percent - hip).abs() < 5.1e-7, "{ours:?}, not {hip}");
        assert_eq!(ours.hip_exceeds_any(), any < hip);
    }
}

/// The worked examples by age, BMI and horizon alone, and those that must be refused.
#[test]
fn worked_examples_of_2012() {
    let Some(rows) = shared("tables/models/worked_examples.csv") else { return };
    let (mut answered, mut refused) = (0, 0);
    for row in rows.iter().filter(|row| row["model"] == "qfracture2012") {
        let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok();
        let input =
            row.values().filter_map(|text| json(text)).find(|value| value["age"].is_number()).unwrap();
        let expected =
            row.values().filter_map(|text| json(text)).find(|value| value["hip_percent"].is_number());
        let Some(bmi) = input["bmi"].as_f64() else { continue };
        let age = u8::try_from(input["age"].as_u64().unwrap()).unwrap();
        let years = u8::try_from(input["surv"].as_u64().unwrap_or(10)).unwrap();
        let sexes = input["sex"].as_str().map_or(SEXES.to_vec(), |key| vec![Sex::from_key(key).unwrap()]);
        for sex in sexes {
            let ours = risk(Version::V2012, &Inputs::new(sex, age, bmi), years);
            if let Some(expected) = &expected {
                let ours = ours.unwrap();
                for (key, ours) in
                    [("osteoporotic_percent", ours.any_percent), ("hip_percent", ours.hip_percent)]
                {
                    let expected = expected[key].as_f64().unwrap();
                    assert!((ours - expected).abs() < 5.1e-7, "{key} {ours}, not {expected}: {input}");
                }
                answered += 1;
            } else if input["ethrisk"] == 0 || input["alcohol_cat6"] == 6 {
                // Such a group and such a level cannot be said to the typed function.
            } else {
                assert_eq!(ours.unwrap_err().code, Code::OutOfRange, "{input}");
                refused += 1;
            }
        }
    }
    assert_eq!((answered, refused), (25, 8));
}

/// Results that the publisher's site showed, one decimal; the site reads a BMI below 20 as 20.
#[test]
fn what_the_site_showed_of_2016() {
    use Factor as F;
    use QfractureEthnicity as E;
    let woman = |age, bmi: f64, alcohol, ethnicity, smoking, factors: &[F]| Inputs {
        alcohol,
        ethnicity,
        smoking,
        factors: factors.iter().copied().collect(),
        ..Inputs::new(Sex::Female, age, bmi.max(20.0))
    };
    let cases = [
        (
            woman(
                65,
                25.39,
                Alcohol::Light,
                E::WhiteOrNotRecorded,
                Smoking::Light,
                &[F::AsthmaOrCopd, F::CardiovascularDisease, F::Dementia, F::Falls],
            ),
            9.5,
            9.507_668,
        ),
        (
            woman(
                70,
                38.05,
                Alcohol::None,
                E::BlackCaribbean,
                Smoking::Moderate,
                &[
                    F::Corticosteroids,
                    F::EndocrineDisorder,
                    F::ChronicLiverDisease,
                    F::ChronicKidneyDisease,
                    F::Type2Diabetes,
                    F::ParentalHistory,
                ],
            ),
            3.7,
            3.707_650,
        ),
        (
            woman(
                50,
                26.16,
                Alcohol::None,
                E::Chinese,
                Smoking::Never,
                &[
                    F::Antidepressant,
                    F::Dementia,
                    F::EpilepsyOrAnticonvulsant,
                    F::Parkinson,
                    F::Type1Diabetes,
                ],
            ),
            4.8,
            4.770_807,
        ),
        (
            woman(
                80,
                18.52,
                Alcohol::Moderate,
                E::Bangladeshi,
                Smoking::Heavy,
                &[F::AnyCancer, F::Malabsorption, F::RheumatoidArthritisOrLupus, F::Type2Diabetes],
            ),
            10.4,
            10.400_796,
        ),
    ];
    for (woman, shown, computed) in cases {
        let ours = risk(Version::V2016, &woman, 5).unwrap().any_percent;
        assert!((ours - computed).abs() < 5.1e-7 && (ours - shown).abs() <= 0.05, "{ours}, not {computed}");
    }
}

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

fn person() -> impl Strategy<Value = Inputs> {
    let levels = (0_usize..6, 0_usize..9, 0_usize..5);
    (prop::bool::ANY, 30_u8..=100, 20.0..=40.0_f64, levels, prop::collection::vec(0_usize..20, 0..8))
        .prop_map(|(female, age, bmi, (alcohol, ethnicity, smoking), factors)| Inputs {
            alcohol: Alcohol::ALL[alcohol],
            ethnicity: QfractureEthnicity::ALL[ethnicity],
            smoking: Smoking::ALL[smoking],
            factors: factors.into_iter().map(|i| Factor::ALL[i]).collect(),
            ..Inputs::new(if female { Sex::Female } else { Sex::Male }, age, bmi)
        })
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
                    prop_assert_eq!(first, Some(refusal.field.as_str()));
                    prop_assert!(!refusal.limit.is_empty());
                }
            }
        }
    }
}
