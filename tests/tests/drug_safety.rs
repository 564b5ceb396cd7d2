//! Drug safety: vignettes, both sides of every limit, and what is unknown.

mod drugs;

use drugs::{assess, assess_with, entry, said, status, well, with, with_labs};
use osteon::document::guidance::SafetyStatus;
use serde_json::{Value, json};

use SafetyStatus::{Allowed, Blocked, Caution, Unknown};

#[test]
fn every_drug_has_an_entry_and_ibandronate_two() {
    let assessment = assess(&well());
    let drugs: Vec<&str> = assessment.safety.iter().flatten().map(|safety| safety.drug.as_str()).collect();
    let expected = [
        "alendronate",
        "risedronate",
        "ibandronate",
        "ibandronate",
        "zoledronate",
        "denosumab",
        "teriparatide",
        "abaloparatide",
        "romosozumab",
        "raloxifene",
        "menopausal_hormone_therapy",
    ];
    assert_eq!(drugs, expected);
    for safety in assessment.safety.iter().flatten() {
        let expected = if safety.drug.as_str() == "menopausal_hormone_therapy" { Caution } else { Allowed };
        assert_eq!(safety.status, expected, "{safety:?}");
        assert!(safety.needs.is_empty() && !safety.sources.is_empty(), "{safety:?}");
        assert_eq!(safety.jurisdiction, "EU");
    }
}

/// The vignettes as documents.
#[test]
fn vignettes() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/guideline_vignettes.csv");
    let mut rows = csv::Reader::from_path(&file).expect("the vignettes");
    let mut seen = 0;
    for row in rows.records().map(|row| row.expect("a row")).filter(|row| &row[1] == "drug_safety") {
        let inputs: Value = serde_json::from_str(&row[2]).expect("json");
        let expected = match &row[4] {
            "block" => Blocked,
            "allow" => Allowed,
            "allow_with_warning" => Caution,
            other => panic!("{other}"),
        };
        let document = vignette(&inputs);
        assert_eq!(
            status(&document, inputs["drug"].as_str().expect("a drug")),
            expected,
            "{}: {inputs}",
            &row[0]
        );
        seen += 1;
    }
    assert!(seen >= 5, "{seen} vignettes of drug safety");
}

fn vignette(inputs: &Value) -> Value {
    let mut document = with(well(), json!({"jurisdiction": null, "labs": [], "scans": [], "history": {}}));
    for (key, value) in inputs.as_object().expect("an object") {
        let lab = |analyte: &str, unit: &str| json!({"analyte": analyte, "value": value, "unit": unit});
        let labs =
            |document: &mut Value, lab: Value| document["labs"].as_array_mut().expect("labs").push(lab);
        match key.as_str() {
            "drug" => {}
            "crcl" => labs(&mut document, lab("crcl", "mL/min")),
            "corrected_ca" => labs(&mut document, lab("calcium_corrected", "mmol/L")),
            "vitd_nmol" => labs(&mut document, lab("vitamin_d_25oh", "nmol/L")),
            "jurisdiction" => document["jurisdiction"] = value.clone(),
            "prior_mi_or_stroke" => document["history"]["myocardial_infarction_or_stroke"] = value.clone(),
            "months_since_mi_or_stroke" => {
                document["history"]["months_since_myocardial_infarction_or_stroke"] = value.clone();
            }
            "vte_history" => document["history"]["venous_thromboembolism"] = value.clone(),
            "prior_skeletal_radiotherapy" => document["history"]["skeletal_radiotherapy"] = value.clone(),
            other => panic!("a vignette has {other}"),
        }
    }
    document
}

/// What the neighbours of those vignettes ask.
#[test]
fn neighbours_of_the_vignettes() {
    for (inputs, expected) in [
        (json!({"drug": "zoledronate", "crcl": 60, "corrected_ca": 2.3, "vitd_nmol": 60}), Allowed),
        (json!({"drug": "zoledronate", "crcl": 35, "corrected_ca": 2.3, "vitd_nmol": 60}), Allowed),
        (json!({"drug": "zoledronate", "crcl": 60, "corrected_ca": 2.3, "vitd_nmol": 40}), Caution),
        (json!({"drug": "denosumab", "crcl": 20, "corrected_ca": 2.3, "vitd_nmol": 60}), Caution),
        (json!({"drug": "denosumab", "crcl": 60, "corrected_ca": 2.3, "vitd_nmol": 60}), Allowed),
        (json!({"drug": "denosumab", "crcl": 60, "corrected_ca": 2.3, "vitd_nmol": 30}), Caution),
        (
            json!({"drug": "romosozumab", "corrected_ca": 2.3, "jurisdiction": "US", "months_since_mi_or_stroke": 40, "prior_mi_or_stroke": true}),
            Caution,
        ),
        (
            json!({"drug": "romosozumab", "corrected_ca": 2.3, "jurisdiction": "US", "months_since_mi_or_stroke": 12, "prior_mi_or_stroke": true}),
            Blocked,
        ),
        (json!({"drug": "romosozumab", "corrected_ca": 2.3, "jurisdiction": "EU"}), Allowed),
        (json!({"drug": "risedronate", "crcl": 32, "corrected_ca": 2.3, "vitd_nmol": 60}), Allowed),
        (json!({"drug": "alendronate", "crcl": 32, "corrected_ca": 2.3, "vitd_nmol": 60}), Blocked),
        (json!({"drug": "raloxifene", "vte_history": false}), Allowed),
        (json!({"drug": "zoledronate"}), Unknown),
    ] {
        assert_eq!(status(&vignette(&inputs), inputs["drug"].as_str().unwrap()), expected, "{inputs}");
    }
}

#[test]
fn limits_of_creatinine_clearance() {
    for (drug, limit, below) in [
        ("alendronate", 35.0, Blocked),
        ("zoledronate", 35.0, Blocked),
        ("risedronate", 30.0, Blocked),
        ("ibandronate", 30.0, Blocked),
        ("ibandronate_iv", 30.0, Blocked),
        ("teriparatide", 30.0, Blocked),
        ("abaloparatide", 30.0, Blocked),
        ("raloxifene", 30.0, Blocked),
        ("denosumab", 30.0, Caution),
        ("romosozumab", 30.0, Caution),
    ] {
        for (clearance, expected) in [(limit - 0.1, below), (limit, Allowed), (limit + 0.1, Allowed)] {
            let document = with_labs(&[
                ("crcl", clearance, "mL/min"),
                ("calcium_corrected", 2.30, "mmol/L"),
                ("vitamin_d_25oh", 75.0, "nmol/L"),
            ]);
            assert_eq!(status(&document, drug), expected, "{drug} at {clearance}");
        }
    }
    let denosumab = |crcl| {
        let rows = [
            ("crcl", crcl, "mL/min"),
            ("calcium_corrected", 2.3, "mmol/L"),
            ("vitamin_d_25oh", 75.0, "nmol/L"),
        ];
        status(&with_labs(&rows), "denosumab")
    };
    assert_eq!((denosumab(14.9), denosumab(15.0)), (Blocked, Caution));
}

const NORMAL: [(&str, f64, &str); 2] =
    [("calcium_corrected", 2.30, "mmol/L"), ("vitamin_d_25oh", 75.0, "nmol/L")];

fn renal(row: (&str, f64, &str)) -> Value {
    with_labs(&[row, NORMAL[0], NORMAL[1]])
}

#[test]
fn cockcroft_and_gault_with_age_sex_and_weight() {
    // (140 - 70) x 65 / (72 x c) x 0.85 = 35 at c = 1.5347 mg/dL, 135.7 umol/L.
    for (row, expected) in [
        (("creatinine", 1.53, "mg/dL"), Allowed),
        (("creatinine", 1.54, "mg/dL"), Blocked),
        (("creatinine", 135.0, "umol/L"), Allowed),
        (("creatinine", 136.0, "µmol/L"), Blocked),
    ] {
        assert_eq!(status(&renal(row), "zoledronate"), expected, "{row:?}");
        // A man has no factor 0.85; after an amputation weight is void.
        assert_eq!(status(&with(renal(row), json!({"sex": "male"})), "zoledronate"), Allowed);
        let amputated = with(renal(row), json!({"history": {"amputation": true}}));
        assert_eq!(status(&amputated, "zoledronate"), Unknown);
    }
    let document = renal(("creatinine", 1.54, "mg/dL"));
    let answer = said(&document, "zoledronate");
    assert_eq!(answer.rule, "zoledronate.creatinine_clearance");
    assert!(answer.reason.contains("35 mL/min") && answer.reason.contains("Cockcroft"), "{}", answer.reason);
    assert!(answer.sources.contains(&"cockcroft1976".to_owned()) && answer.sources[0] == "label_zoledronate");
    assert!(assess(&document).citations.contains_key("cockcroft1976"));
    let unweighed = with(renal(("creatinine", 1.0, "mg/dL")), json!({"weight_kg": null}));
    let answer = said(&unweighed, "zoledronate");
    assert_eq!((answer.status, answer.needs), (Unknown, vec!["weight_kg".to_owned()]));
    assert_eq!(status(&unweighed, "romosozumab"), Allowed);
    // Unknown units say nothing.
    assert_eq!(status(&renal(("creatinine", 10.0, "mg/L")), "zoledronate"), Unknown);
}

#[test]
fn an_estimated_filtration_rate_allows_from_60_and_blocks_below_a_limit() {
    for (egfr, expected) in
        [(34.9, Blocked), (35.0, Unknown), (59.9, Unknown), (60.0, Allowed), (90.0, Allowed)]
    {
        let answer = said(&renal(("egfr", egfr, "mL/min/1.73 m2")), "zoledronate");
        assert_eq!(answer.status, expected, "{egfr}");
        assert_eq!(answer.needs.contains(&"creatinine".to_owned()), expected != Allowed, "{egfr}");
    }
    assert_eq!(status(&renal(("egfr", 29.0, "mL/min/1.73m2")), "denosumab"), Caution);
    // Creatinine with a weight is the better; without one the estimate still speaks.
    let both = [("creatinine", 2.0, "mg/dL"), ("egfr", 70.0, "mL/min"), NORMAL[0], NORMAL[1]];
    assert_eq!(status(&with_labs(&both), "zoledronate"), Blocked);
    assert_eq!(status(&with(with_labs(&both), json!({"weight_kg": null})), "zoledronate"), Allowed);
}

#[test]
fn comparators_are_read_in_three_values() {
    let document = |comparator: &str, value: f64| {
        let mut document = renal(("egfr", value, "mL/min"));
        document["labs"][0]["comparator"] = json!(comparator);
        document
    };
    for (comparator, value, expected) in [
        (">", 60.0, Allowed),
        (">", 90.0, Allowed),
        (">", 45.0, Unknown),
        ("<", 35.0, Blocked),
        ("<", 36.0, Unknown),
    ] {
        assert_eq!(status(&document(comparator, value), "zoledronate"), expected, "{comparator}{value}");
    }
    for (comparator, value, expected) in
        [("<", 50.0, Caution), ("<", 51.0, Unknown), (">", 50.0, Allowed), (">", 49.0, Unknown)]
    {
        let mut document = renal(("crcl", 80.0, "mL/min"));
        document["labs"][2]["comparator"] = json!(comparator);
        document["labs"][2]["value"] = json!(value);
        assert_eq!(status(&document, "denosumab"), expected, "{comparator}{value}");
    }
}

const ANTIRESORPTIVES: [&str; 7] = [
    "alendronate",
    "risedronate",
    "ibandronate",
    "ibandronate_iv",
    "zoledronate",
    "denosumab",
    "romosozumab",
];

fn calcium(rows: &[(&str, f64, &str)]) -> Value {
    let mut all = vec![("crcl", 80.0, "mL/min"), NORMAL[1]];
    all.splice(0..0, rows.iter().copied());
    with_labs(&all)
}

#[test]
fn limits_of_calcium() {
    for (value, unit, expected) in [
        (2.09, "mmol/L", Blocked),
        (2.10, "mmol/L", Caution),
        (2.20, "mmol/L", Caution),
        (2.21, "mmol/L", Allowed),
        (8.3, "mg/dL", Blocked),
        (8.4, "mg/dL", Caution),
        (8.8, "mg/dL", Caution),
        (8.9, "mg/dL", Allowed),
    ] {
        let document = calcium(&[("calcium_corrected", value, unit)]);
        for drug in ANTIRESORPTIVES {
            assert_eq!(status(&document, drug), expected, "{drug} at {value} {unit}");
        }
        assert_eq!(status(&document, "raloxifene"), Allowed);
    }
    for (value, unit, expected) in [
        (2.60, "mmol/L", Allowed),
        (2.61, "mmol/L", Blocked),
        (10.4, "mg/dL", Allowed),
        (10.5, "mg/dL", Blocked),
    ] {
        let document = calcium(&[("calcium_corrected", value, unit)]);
        for drug in ["teriparatide", "abaloparatide"] {
            assert_eq!(status(&document, drug), expected, "{drug} at {value} {unit}");
        }
        assert_eq!(status(&document, "alendronate"), Allowed);
    }
}

#[test]
fn the_limit_of_the_laboratory_decides_calcium() {
    for (value, low, expected) in
        [(2.14, 2.15, Blocked), (2.15, 2.15, Allowed), (2.05, 2.02, Allowed), (2.05, 0.0, Blocked)]
    {
        let mut document = calcium(&[("calcium_corrected", value, "mmol/L")]);
        document["labs"][0]["reference_low"] = json!(low);
        assert_eq!(status(&document, "zoledronate"), expected, "{value} against {low}");
    }
    for (value, high, expected) in [(2.55, 2.55, Allowed), (2.56, 2.55, Blocked), (2.62, 2.65, Allowed)] {
        let mut document = calcium(&[("calcium_corrected", value, "mmol/L")]);
        document["labs"][0]["reference_high"] = json!(high);
        assert_eq!(status(&document, "teriparatide"), expected, "{value} against {high}");
    }
}

#[test]
fn total_calcium_is_corrected_for_albumin() {
    // 2.00 + 0.02 x (40 - 30) = 2.20; 2.30 + 0.02 x (40 - 51) = 2.08.
    for (total, albumin, expected) in [
        ((2.00, "mmol/L"), (30.0, "g/L"), Caution),
        ((2.01, "mmol/L"), (30.0, "g/L"), Allowed),
        ((2.00, "mmol/L"), (3.6, "g/dL"), Blocked),
        ((2.30, "mmol/L"), (51.0, "g/L"), Blocked),
        ((8.0, "mg/dL"), (3.4, "g/dL"), Allowed), // 8.48 is above 8.4, and below 8.8
    ] {
        let document = calcium(&[("calcium", total.0, total.1), ("albumin", albumin.0, albumin.1)]);
        let expected = if total.1 == "mg/dL" { Caution } else { expected };
        assert_eq!(status(&document, "zoledronate"), expected, "{total:?} {albumin:?}");
        assert!(said(&document, "zoledronate").sources.contains(&"payne1973".to_owned()));
    }
    let answer = said(&calcium(&[("calcium", 2.3, "mmol/L")]), "zoledronate");
    assert_eq!((answer.status, answer.needs), (Unknown, vec!["albumin".to_owned()]));
    let answer = said(&calcium(&[]), "zoledronate");
    assert_eq!((answer.status, answer.needs), (Unknown, vec!["calcium".to_owned(), "albumin".to_owned()]));
}

#[test]
fn vitamin_d_before_parenterals_and_alongside_oral_drugs() {
    let document =
        |value, unit| with_labs(&[("crcl", 80.0, "mL/min"), NORMAL[0], ("vitamin_d_25oh", value, unit)]);
    for (value, unit, expected) in [
        (49.9, "nmol/L", Caution),
        (50.0, "nmol/L", Allowed),
        (19.9, "ng/mL", Caution),
        (20.0, "ng/mL", Allowed),
    ] {
        for drug in ANTIRESORPTIVES {
            assert_eq!(status(&document(value, unit), drug), expected, "{drug} at {value} {unit}");
        }
        assert_eq!(status(&document(value, unit), "teriparatide"), Allowed);
    }
    let unmeasured = with_labs(&[("crcl", 80.0, "mL/min"), NORMAL[0]]);
    for drug in ANTIRESORPTIVES {
        let parenteral = ["ibandronate_iv", "zoledronate", "denosumab"].contains(&drug);
        let answer = said(&unmeasured, drug);
        assert_eq!(answer.status, if parenteral { Unknown } else { Allowed }, "{drug}");
        assert_eq!(answer.needs, ["vitamin_d_25oh"], "{drug}");
    }
}

#[test]
fn an_old_calcium_or_creatinine_is_unknown() {
    let dated = |index: usize, date: &str| {
        let mut document = well();
        document["labs"][index]["date"] = json!(date);
        document
    };
    // 90 days before 2026-06-01.
    for index in [0, 1] {
        assert_eq!(status(&dated(index, "2026-03-03"), "zoledronate"), Allowed);
        let answer = said(&dated(index, "2026-03-02"), "zoledronate");
        assert_eq!(answer.status, Unknown);
        assert!(answer.reason.contains("too old"), "{}", answer.reason);
        assert_eq!(answer.needs, [if index == 0 { "creatinine" } else { "calcium_corrected" }]);
        let longer = assess_with(json!({"lab_valid_months": 6}), &dated(index, "2026-03-02"));
        assert_eq!(entry(&longer, "zoledronate").status, Allowed);
    }
    // Vitamin D keeps; without a date a result is read as current, and that is said.
    assert_eq!(status(&dated(2, "2025-01-01"), "zoledronate"), Allowed);
    let assumed =
        |document: &Value| assess(document).assumed.iter().any(|assumed| assumed.field == "labs.date");
    assert!(assumed(&well()) && said(&well(), "zoledronate").assumed.len() == 1);
    let mut dated = dated(0, "2026-05-01");
    dated["labs"][1]["date"] = json!("2026-05-01");
    assert!(!assumed(&dated) && said(&dated, "zoledronate").assumed.is_empty());
}

#[test]
fn what_is_pending_or_not_done_is_unknown() {
    for state in ["pending", "not_done"] {
        for index in [0, 1, 2] {
            let mut document = well();
            document["labs"][index]["status"] = json!(state);
            assert_eq!(status(&document, "zoledronate"), Unknown, "{state} {index}");
        }
    }
}

#[test]
fn a_later_creatinine_overrides_an_earlier_clearance() {
    let mut document =
        with_labs(&[("crcl", 80.0, "mL/min"), ("creatinine", 3.0, "mg/dL"), NORMAL[0], NORMAL[1]]);
    document["labs"][0]["date"] = json!("2026-05-01");
    document["labs"][1]["date"] = json!("2026-04-30");
    assert_eq!(status(&document, "zoledronate"), Allowed);
    document["labs"][1]["date"] = json!("2026-05-02");
    assert_eq!(status(&document, "zoledronate"), Blocked);
}

#[test]
fn nobody_asked_is_never_allowed() {
    let silent = json!({"sex": "female", "age_years": 70});
    for safety in assess(&silent).safety.iter().flatten() {
        // Nothing is known but sex and age: nothing may be given yet.
        assert_eq!(safety.status, Unknown, "{safety:?}");
        assert!(!safety.needs.is_empty() && safety.jurisdiction == "strictest", "{safety:?}");
    }
}
