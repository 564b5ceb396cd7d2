//! Every rule of drug safety has a person whom it stops, and who would not be stopped without it.

mod drugs;

use std::collections::BTreeSet;

use drugs::{assess, entry, labs, said, status, well, with, with_labs};
use osteon::document::guidance::SafetyStatus;
use osteon::safety::RULES;
use serde_json::{Value, json};

use SafetyStatus::{Allowed, Blocked, Caution, Unknown};

/// Rule, area, drugs, and what makes the well woman of 70 fall under it.
type Case = (&'static str, &'static str, &'static [&'static str], Value);

const ORAL: &[&str] = &["alendronate", "risedronate", "ibandronate"];
const BISPHOSPHONATES: &[&str] =
    &["alendronate", "risedronate", "ibandronate", "ibandronate_iv", "zoledronate"];
const POTENT: &[&str] =
    &["alendronate", "risedronate", "ibandronate", "ibandronate_iv", "zoledronate", "denosumab"];
const LOWERING: &[&str] = &[
    "alendronate",
    "risedronate",
    "ibandronate",
    "ibandronate_iv",
    "zoledronate",
    "denosumab",
    "romosozumab",
];
const ANALOGUES: &[&str] = &["teriparatide", "abaloparatide"];
const MHT: &[&str] = &["menopausal_hormone_therapy"];
const ALL: &[&str] = &[
    "alendronate",
    "risedronate",
    "ibandronate",
    "ibandronate_iv",
    "zoledronate",
    "denosumab",
    "teriparatide",
    "abaloparatide",
    "romosozumab",
    "raloxifene",
    "menopausal_hormone_therapy",
];

fn history(key: &str) -> Value {
    json!({"history": {key: true}})
}

fn risk_factor(key: &str) -> Value {
    json!({"risk_factors": {key: true}})
}

/// The results of the well woman with one of them changed, or with one more.
fn result(analyte: &str, value: f64, unit: &str) -> Value {
    let mut rows = well()["labs"].clone();
    rows.as_array_mut().unwrap().retain(|row| row["analyte"] != analyte);
    rows.as_array_mut().unwrap().extend(labs(&[(analyte, value, unit)]).as_array().unwrap().iter().cloned());
    json!({"labs": rows})
}

fn result_with(analyte: &str, value: f64, unit: &str, key: &str, limit: f64) -> Value {
    let mut patch = result(analyte, value, unit);
    patch["labs"].as_array_mut().unwrap().last_mut().unwrap()[key] = json!(limit);
    patch
}

fn clearance(value: f64) -> Value {
    result("crcl", value, "mL/min")
}

fn course(drug: &str, start: &str, stop: Option<&str>) -> Value {
    json!({"treatments": [{"drug": drug, "start": start, "stop": stop}]})
}

fn young(history: Value) -> Value {
    json!({"age_years": 35, "postmenopausal": false, "history": history})
}

fn cases() -> Vec<Case> {
    let calcium = |value| result("calcium_corrected", value, "mmol/L");
    vec![
        ("alendronate.creatinine_clearance", "EU", &["alendronate"], clearance(34.0)),
        ("risedronate.creatinine_clearance", "EU", &["risedronate"], clearance(29.0)),
        ("ibandronate.creatinine_clearance", "EU", &["ibandronate", "ibandronate_iv"], clearance(29.0)),
        ("zoledronate.creatinine_clearance", "EU", &["zoledronate"], clearance(34.0)),
        ("parathyroid_analogue.creatinine_clearance", "EU", ANALOGUES, clearance(29.0)),
        ("parathyroid_analogue.creatinine_clearance_us", "US", ANALOGUES, clearance(29.0)),
        ("raloxifene.creatinine_clearance", "GB", &["raloxifene"], clearance(29.0)),
        ("denosumab.creatinine_clearance_specialist", "EU", &["denosumab"], clearance(14.0)),
        ("denosumab.creatinine_clearance", "US", &["denosumab"], clearance(29.0)),
        ("romosozumab.creatinine_clearance", "EU", &["romosozumab"], clearance(29.0)),
        ("bisphosphonate.dialysis", "EU", BISPHOSPHONATES, history("dialysis")),
        ("denosumab.dialysis", "EU", &["denosumab"], history("dialysis")),
        ("parathyroid_analogue.dialysis", "US", ANALOGUES, history("dialysis")),
        ("raloxifene.dialysis", "EU", &["raloxifene"], history("dialysis")),
        ("romosozumab.dialysis", "EU", &["romosozumab"], history("dialysis")),
        (
            "antiresorptive.calcium_below_laboratory_limit",
            "EU",
            LOWERING,
            result_with("calcium_corrected", 2.24, "mmol/L", "reference_low", 2.25),
        ),
        ("antiresorptive.calcium", "EU", LOWERING, calcium(2.09)),
        ("antiresorptive.calcium_borderline", "EU", LOWERING, calcium(2.15)),
        (
            "parathyroid_analogue.calcium_above_laboratory_limit",
            "EU",
            ANALOGUES,
            result_with("calcium_corrected", 2.56, "mmol/L", "reference_high", 2.55),
        ),
        ("parathyroid_analogue.calcium", "EU", ANALOGUES, calcium(2.61)),
        ("parathyroid_analogue.hypercalcaemia", "EU", ANALOGUES, history("hypercalcaemia")),
        (
            "parenteral_antiresorptive.vitamin_d",
            "US",
            &["ibandronate_iv", "zoledronate", "denosumab"],
            result("vitamin_d_25oh", 49.0, "nmol/L"),
        ),
        ("romosozumab.vitamin_d", "EU", &["romosozumab"], result("vitamin_d_25oh", 49.0, "nmol/L")),
        ("oral_bisphosphonate.vitamin_d", "EU", ORAL, result("vitamin_d_25oh", 49.0, "nmol/L")),
        ("antiresorptive.osteomalacia", "EU", LOWERING, history("osteomalacia")),
        ("antiresorptive.hypophosphatasia", "EU", POTENT, history("hypophosphatasia")),
        ("romosozumab.hypophosphatasia", "EU", &["romosozumab"], history("hypophosphatasia")),
        ("antiresorptive.low_alkaline_phosphatase", "EU", POTENT, result("alp", 34.0, "U/L")),
        ("antiresorptive.atypical_femoral_fracture", "EU", LOWERING, history("atypical_femoral_fracture")),
        ("raloxifene.atypical_femoral_fracture", "EU", &["raloxifene"], history("atypical_femoral_fracture")),
        ("antiresorptive.osteonecrosis_of_jaw", "EU", LOWERING, history("osteonecrosis_of_jaw")),
        ("antiresorptive.dental_extraction_planned", "EU", LOWERING, history("dental_extraction_planned")),
        ("oral_bisphosphonate.oesophageal_disorder", "EU", ORAL, history("oesophageal_disorder")),
        ("oral_bisphosphonate.cannot_sit_upright", "EU", ORAL, history("cannot_sit_upright")),
        ("oral_bisphosphonate.unsuitable", "EU", ORAL, history("oral_bisphosphonate_unsuitable")),
        ("oral_bisphosphonate.absorption", "EU", ORAL, risk_factor("bariatric_surgery")),
        (
            "zoledronate.days_since_hip_fracture",
            "EU",
            &["zoledronate"],
            json!({"fractures": [{"site": "proximal_femur", "date": "2026-05-19"}]}),
        ),
        ("parathyroid_analogue.skeletal_malignancy", "EU", ANALOGUES, history("skeletal_malignancy")),
        ("parathyroid_analogue.skeletal_radiotherapy", "EU", ANALOGUES, history("skeletal_radiotherapy")),
        ("parathyroid_analogue.paget_disease", "EU", ANALOGUES, history("paget_disease")),
        (
            "parathyroid_analogue.unexplained_high_alkaline_phosphatase",
            "EU",
            ANALOGUES,
            history("unexplained_high_alp"),
        ),
        (
            "parathyroid_analogue.high_alkaline_phosphatase",
            "EU",
            ANALOGUES,
            result_with("alp", 131.0, "U/L", "reference_high", 130.0),
        ),
        ("parathyroid_analogue.hyperparathyroidism", "GB", ANALOGUES, risk_factor("hyperparathyroidism")),
        ("parathyroid_analogue.hyperparathyroidism_us", "US", ANALOGUES, risk_factor("hyperparathyroidism")),
        ("parathyroid_analogue.urolithiasis", "EU", ANALOGUES, history("urolithiasis")),
        (
            "parathyroid_analogue.lifetime",
            "US",
            ANALOGUES,
            course("teriparatide", "2022-01-01", Some("2024-01-01")),
        ),
        (
            "abaloparatide.lifetime",
            "EU",
            &["abaloparatide"],
            course("teriparatide", "2022-01-01", Some("2023-07-03")),
        ),
        (
            "parathyroid_analogue.straight_after_denosumab",
            "EU",
            ANALOGUES,
            course("denosumab", "2020-01-01", None),
        ),
        ("parathyroid_analogue.age", "EU", ANALOGUES, boy_of_17()),
        ("denosumab.age", "EU", &["denosumab"], boy_of_17()),
        ("romosozumab.age", "EU", &["romosozumab"], boy_of_17()),
        ("antiresorptive.calcium_pending", "EU", LOWERING, pending("calcium")),
        ("renal.creatinine_pending", "EU", LOWERING, pending("creatinine")),
        ("bisphosphonate.age", "EU", BISPHOSPHONATES, json!({"age_years": 17, "sex": "male"})),
        (
            "abaloparatide.cardiovascular_disease",
            "EU",
            &["abaloparatide"],
            risk_factor("cardiovascular_disease"),
        ),
        ("romosozumab.mi_or_stroke", "EU", &["romosozumab"], history("myocardial_infarction_or_stroke")),
        (
            "romosozumab.months_since_mi_or_stroke",
            "US",
            &["romosozumab"],
            json!({"history": {"months_since_myocardial_infarction_or_stroke": 12}}),
        ),
        (
            "romosozumab.earlier_mi_or_stroke",
            "US",
            &["romosozumab"],
            json!({"history": {"months_since_myocardial_infarction_or_stroke": 12.1}}),
        ),
        ("romosozumab.cardiovascular_disease", "EU", &["romosozumab"], history("coronary_artery_disease")),
        (
            "romosozumab.duration",
            "EU",
            &["romosozumab"],
            course("romosozumab", "2024-01-01", Some("2024-12-31")),
        ),
        ("raloxifene.venous_thromboembolism", "EU", &["raloxifene"], history("venous_thromboembolism")),
        ("raloxifene.immobility", "EU", &["raloxifene"], risk_factor("immobility")),
        ("raloxifene.mi_or_stroke_us", "US", &["raloxifene"], risk_factor("stroke")),
        ("raloxifene.mi_or_stroke", "EU", &["raloxifene"], risk_factor("stroke")),
        ("raloxifene.cardiovascular_disease", "EU", &["raloxifene"], history("coronary_artery_disease")),
        ("raloxifene.postmenopausal", "EU", &["raloxifene"], json!({"postmenopausal": false})),
        ("menopausal_hormone_therapy.breast_cancer", "EU", MHT, history("breast_cancer")),
        ("menopausal_hormone_therapy.venous_thromboembolism", "EU", MHT, history("venous_thromboembolism")),
        ("menopausal_hormone_therapy.mi_or_stroke", "EU", MHT, history("myocardial_infarction_or_stroke")),
        ("menopausal_hormone_therapy.coronary_artery_disease", "EU", MHT, history("coronary_artery_disease")),
        ("menopausal_hormone_therapy.man", "EU", MHT, json!({"sex": "male"})),
        ("menopausal_hormone_therapy.liver", "EU", MHT, risk_factor("chronic_liver_disease")),
        ("menopausal_hormone_therapy.age", "EU", MHT, json!({"age_years": 61})),
        ("menopausal_hormone_therapy.postmenopausal", "EU", MHT, json!({"postmenopausal": false})),
        ("all.pregnant", "EU", ALL, young(json!({"pregnant": true}))),
        (
            "all.pregnancy_not_excluded",
            "EU",
            ALL,
            json!({"age_years": 35, "postmenopausal": false, "history": {"pregnancy_possible": true},
                   "complete": ["fractures", "risk_factors", "treatments", "labs"]}),
        ),
        ("all.pregnancy_possible", "EU", ALL, young(json!({"pregnancy_possible": true}))),
        ("all.breastfeeding", "EU", ALL, young(json!({"breastfeeding": true}))),
    ]
}

fn boy_of_17() -> Value {
    json!({"age_years": 17, "sex": "male", "postmenopausal": null})
}

/// The results of the well woman, and one that is not back yet.
fn pending(analyte: &str) -> Value {
    let mut labs = well()["labs"].clone();
    labs.as_array_mut().unwrap().push(json!({"analyte": analyte, "status": "pending", "date": "2026-05-30"}));
    json!({"labs": labs})
}

/// A woman of 60: nothing is against any drug, hormone therapy among them.
fn woman(area: &str) -> Value {
    with(well(), json!({"age_years": 60, "jurisdiction": area}))
}

#[test]
fn every_rule_stops_somebody() {
    let mut stopped = BTreeSet::new();
    for (id, area, drugs, patch) in cases() {
        let rule = RULES.iter().find(|rule| rule.id == id).unwrap_or_else(|| panic!("no rule {id}"));
        let (before, after) = (assess(&woman(area)), assess(&with(woman(area), patch)));
        for drug in drugs {
            assert_eq!(entry(&before, drug).status, Allowed, "{drug} before {id}");
            let said = entry(&after, drug);
            let held = said.others.iter().any(|other| other.rule == id && other.status == rule.status);
            assert!(said.rule == id || held, "{id}: {drug}: {said:?}");
            let expected: &[SafetyStatus] =
                if rule.status == Blocked { &[Blocked] } else { &[Caution, Blocked, Unknown] };
            assert!(expected.contains(&said.status), "{id}: {drug}: {said:?}");
            assert!(
                !said.reason.is_empty() && !said.reason.contains('{') && !said.sources.is_empty(),
                "{said:?}"
            );
        }
        stopped.insert(id);
    }
    let all: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(stopped, all);
}

/// Drugs that a rule does not name stay as they were.
#[test]
fn a_rule_stops_only_its_drugs() {
    let history = |key| with(woman("EU"), history(key));
    assert_eq!(status(&history("oesophageal_disorder"), "zoledronate"), Allowed);
    assert_eq!(status(&history("osteonecrosis_of_jaw"), "teriparatide"), Allowed);
    assert_eq!(status(&history("atypical_femoral_fracture"), "teriparatide"), Allowed);
    assert_eq!(status(&history("venous_thromboembolism"), "alendronate"), Allowed);
    assert_eq!(status(&history("skeletal_radiotherapy"), "zoledronate"), Allowed);
}

#[test]
fn romosozumab_by_jurisdiction() {
    let months = |area: Value, country: Value, months: Value| {
        let history = json!({"myocardial_infarction_or_stroke": true, "months_since_myocardial_infarction_or_stroke": months});
        status(
            &with(woman("EU"), json!({"jurisdiction": area, "country": country, "history": history})),
            "romosozumab",
        )
    };
    let of = |area: &str, at: f64| months(json!(area), Value::Null, json!(at));
    for area in ["EU", "FR", "de", "GB", "UK", "JP", "CA", "nowhere"] {
        assert_eq!(of(area, 400.0), Blocked, "{area}");
    }
    for (at, expected) in [(11.9, Blocked), (12.0, Blocked), (12.1, Caution), (40.0, Caution)] {
        assert_eq!(of("US", at), expected, "{at}");
    }
    assert_eq!(months(json!("US"), Value::Null, Value::Null), Unknown);
    // By country where none is stated; where neither is, the strictest.
    assert_eq!(months(Value::Null, json!("US"), json!(40)), Caution);
    assert_eq!(months(Value::Null, json!("FR"), json!(40)), Blocked);
    assert_eq!(months(json!("US"), json!("FR"), json!(40)), Caution);
    assert_eq!(months(Value::Null, Value::Null, json!(40)), Blocked);
}

#[test]
fn after_a_hip_fracture_zoledronate_waits_two_weeks() {
    let on =
        |date: Value| with(woman("EU"), json!({"fractures": [{"site": "proximal_femur", "date": date}]}));
    assert_eq!(status(&on(json!("2026-05-19")), "zoledronate"), Blocked);
    assert_eq!(status(&on(json!("2026-05-18")), "zoledronate"), Allowed);
    let answer = said(&on(Value::Null), "zoledronate");
    assert_eq!((answer.status, answer.needs), (Unknown, vec!["fractures.date".to_owned()]));
    let wrist = with(woman("EU"), json!({"fractures": [{"site": "distal_forearm", "date": "2026-05-30"}]}));
    assert_eq!(status(&wrist, "zoledronate"), Allowed);
    let nobody_asked =
        with(woman("EU"), json!({"complete": ["risk_factors", "history", "treatments", "labs"]}));
    assert_eq!(status(&nobody_asked, "zoledronate"), Unknown);
}

#[test]
fn a_fracture_of_the_shaft_on_a_bisphosphonate_is_atypical_until_excluded() {
    let broke = |cause: &str, treatments: Value| {
        let fractures = json!([{"site": "subtrochanteric", "date": "2026-05-01", "cause": cause}]);
        with(woman("EU"), json!({"fractures": fractures, "treatments": treatments}))
    };
    let on = || json!([{"drug": "alendronate", "start": "2018-01-01"}]);
    for drug in LOWERING {
        assert_eq!(status(&broke("unknown", on()), drug), Blocked, "{drug}");
        assert_eq!(status(&broke("atypical", json!([])), drug), Blocked, "{drug}");
        assert_eq!(status(&broke("fragility", on()), drug), Allowed, "{drug}");
        assert_eq!(status(&broke("unknown", json!([])), drug), Allowed, "{drug}");
        assert_eq!(status(&broke("unknown", json!([{"drug": "unspecified"}])), drug), Unknown, "{drug}");
    }
    let answer = said(&broke("unknown", on()), "alendronate");
    assert_eq!(answer.rule, "antiresorptive.atypical_femoral_fracture");
    assert!(answer.reason.contains("both femurs"));
}

#[test]
fn what_follows_denosumab() {
    let after = |denosumab: Value, more: Value| {
        let mut treatments = vec![denosumab];
        treatments.extend(more.as_array().unwrap().iter().cloned());
        status(&with(woman("EU"), json!({"treatments": treatments})), "teriparatide")
    };
    let stopped = |date: &str| json!({"drug": "denosumab", "start": "2020-01-01", "stop": date});
    assert_eq!(after(json!({"drug": "denosumab"}), json!([])), Blocked);
    assert_eq!(after(stopped("2025-06-01"), json!([])), Blocked);
    assert_eq!(after(stopped("2025-05-31"), json!([])), Allowed);
    let zoledronate = json!([{"drug": "zoledronate", "start": "2025-12-01"}]);
    assert_eq!(after(stopped("2025-11-30"), zoledronate.clone()), Allowed);
    assert_eq!(after(stopped("2025-12-02"), zoledronate), Blocked);
}

#[test]
fn lifetime_limits_of_months() {
    let on = |drug: &str, start: &str, stop: &str, of: &str| {
        status(&with(woman("EU"), course(drug, start, Some(stop))), of)
    };
    // 729 and 730 days, 547 and 548, 364 and 365.
    assert_eq!(on("teriparatide", "2022-01-01", "2023-12-31", "teriparatide"), Allowed);
    assert_eq!(on("teriparatide", "2022-01-01", "2024-01-01", "teriparatide"), Blocked);
    assert_eq!(on("teriparatide", "2022-01-01", "2023-07-02", "abaloparatide"), Allowed);
    assert_eq!(on("teriparatide", "2022-01-01", "2023-07-03", "abaloparatide"), Blocked);
    assert_eq!(on("romosozumab", "2024-01-01", "2024-12-30", "romosozumab"), Allowed);
    assert_eq!(on("romosozumab", "2024-01-01", "2024-12-31", "romosozumab"), Blocked);
    let two = json!([
        {"drug": "teriparatide", "start": "2020-01-01", "stop": "2021-01-01"},
        {"drug": "abaloparatide", "start": "2022-01-01", "stop": "2023-01-01"},
    ]);
    assert_eq!(status(&with(woman("EU"), json!({"treatments": two})), "teriparatide"), Blocked);
    let undated = with(woman("EU"), json!({"treatments": [{"drug": "teriparatide"}]}));
    assert_eq!(status(&undated, "teriparatide"), Unknown);
}

/// A contraindication that nobody asked for is not a "no".
#[test]
fn a_history_that_nobody_asked_is_unknown() {
    let document =
        with(woman("EU"), json!({"complete": ["fractures", "risk_factors", "treatments", "labs"]}));
    for (drug, need) in [
        ("alendronate", "history.oesophageal_disorder"),
        ("teriparatide", "history.skeletal_radiotherapy"),
        ("romosozumab", "history.myocardial_infarction_or_stroke"),
        ("zoledronate", "history.osteonecrosis_of_jaw"),
        ("denosumab", "history.atypical_femoral_fracture"),
        ("raloxifene", "history.venous_thromboembolism"),
        ("menopausal_hormone_therapy", "history.breast_cancer"),
    ] {
        let answer = said(&document, drug);
        assert_eq!(answer.status, Unknown, "{drug}");
        assert!(answer.needs.iter().any(|other| other == need), "{drug}: {:?}", answer.needs);
    }
    // A block decides whatever else is unknown.
    let blocked = with(document, history("skeletal_malignancy"));
    assert_eq!(status(&blocked, "teriparatide"), Blocked);
}

/// Whatever the answer to an open question turns out to be, an allowed drug is not blocked by it.
#[test]
fn no_answer_turns_allowed_into_blocked() {
    let sections = ["fractures", "risk_factors", "history", "treatments", "labs"];
    let mut allowed = 0;
    for (id, area, drugs, patch) in cases() {
        for open in sections {
            let complete: Vec<&str> = sections.into_iter().filter(|section| *section != open).collect();
            let before = with(woman(area), json!({"complete": complete}));
            // Only what was unknown is answered.
            let answers_open = patch.as_object().unwrap().keys().all(|key| key == open && key != "labs");
            if !answers_open {
                continue;
            }
            let (was, is) = (assess(&before), assess(&with(before, patch.clone())));
            for drug in drugs {
                if entry(&was, drug).status == Allowed {
                    allowed += 1;
                    assert_ne!(entry(&is, drug).status, Blocked, "{id}: {drug} without {open}");
                }
            }
        }
    }
    assert!(allowed > 3, "{allowed}");
}

/// What cannot be corrected decides before what can, wherever the table has it.
#[test]
fn what_cannot_be_corrected_decides_first() {
    let low = with_labs(&[
        ("crcl", 80.0, "mL/min"),
        ("calcium_corrected", 1.95, "mmol/L"),
        ("vitamin_d_25oh", 75.0, "nmol/L"),
    ]);
    assert_eq!(said(&low, "denosumab").rule, "antiresorptive.calcium");
    for (key, drug, rule) in [
        ("atypical_femoral_fracture", "denosumab", "antiresorptive.atypical_femoral_fracture"),
        ("osteonecrosis_of_jaw", "zoledronate", "antiresorptive.osteonecrosis_of_jaw"),
        ("myocardial_infarction_or_stroke", "romosozumab", "romosozumab.mi_or_stroke"),
    ] {
        let both = said(&with(low.clone(), history(key)), drug);
        assert_eq!((both.status, both.rule.as_str()), (Blocked, rule));
        let beside = both.others.first().map(|row| (row.rule.as_str(), row.status));
        assert_eq!(beside, Some(("antiresorptive.calcium", Blocked)), "{both:?}");
    }
}

#[test]
fn a_newer_result_that_is_pending_is_said() {
    let on = |read: &str, pending: &str| {
        let mut document = well();
        let labs = document["labs"].as_array_mut().unwrap();
        labs[1]["date"] = json!(read);
        labs.push(json!({"analyte": "calcium", "status": "pending", "date": pending}));
        said(&document, "denosumab")
    };
    let newer = on("2026-05-20", "2026-05-21");
    assert_eq!((newer.status, newer.rule.as_str()), (Caution, "antiresorptive.calcium_pending"));
    assert_eq!(on("2026-05-20", "2026-05-20").status, Allowed);
    assert_eq!(on("2026-05-20", "2026-05-19").status, Allowed);
}

/// Renal limits that are only listed where nobody measured decide where the measurement is too old.
#[test]
fn a_renal_function_too_old_is_asked_again() {
    for drug in ["romosozumab", "raloxifene", "denosumab", "zoledronate"] {
        let mut document = well();
        document["labs"][0]["date"] = json!("2026-03-02");
        let old = said(&document, drug);
        assert_eq!(old.status, Unknown, "{drug}: {old:?}");
        assert!(old.needs.contains(&"creatinine".to_owned()), "{old:?}");
        document["labs"][0]["date"] = json!("2026-03-03");
        assert_eq!(status(&document, drug), Allowed);
    }
    let never = with_labs(&[("calcium_corrected", 2.30, "mmol/L"), ("vitamin_d_25oh", 75.0, "nmol/L")]);
    assert_eq!(status(&never, "raloxifene"), Allowed);
}
