//! Against published values.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use osteon::document::{QfractureEthnicity, Sex, Smoking};
use osteon::error::Code;
use osteon::risk::qfracture::{Alcohol, Factor, Factors, Inputs, Pair, Version, risk};

use super::{OUTCOMES, SEXES, of};

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
