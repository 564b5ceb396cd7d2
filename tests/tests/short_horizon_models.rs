//! The two scores of SOF, the tree of van Geel 2006 and the Nottingham Hip Fracture Score: worked examples
//! and documents.

#![allow(clippy::float_cmp, reason = "points and published risks are the very decimals")]

mod completing;

use completing::{forearm, printed, risks, risks_with, with, with_hip_fracture};
use osteon::document::Options;
use osteon::document::assessment::Risk;
use osteon::document::options::{OutOfRange, TCompare};
use osteon::error::Code;
use osteon::risk::Outcome;
use serde_json::{Value, json};

const INDEX: &str = "sof_fracture_index";
const ONE_YEAR: &str = "sof_hip_1y_2017";
const TREE: &str = "van_geel2006";
const NOTTINGHAM: &str = "nottingham_hip_fracture";

fn woman(age: f64, regions: &[(&str, f64)]) -> Value {
    json!({"sex": "female", "age_years": age, "scans": printed(regions)})
}

/// Everything asked.
fn asked(mut document: Value) -> Value {
    document["complete"] = json!(["fractures", "risk_factors", "history"]);
    document
}

fn refused(document: &Value, model: &str) -> (Code, String) {
    let said = risks(document, model);
    let refusal = said[0].refused.clone().unwrap_or_else(|| panic!("{said:?}"));
    assert!(said.iter().all(|risk| risk.percent.is_none() && risk.points.is_none()));
    (refusal.code, refusal.field.into_owned())
}

fn codes(risk: &Risk) -> Vec<&str> {
    risk.flags.iter().map(|flag| flag.code.as_str()).collect()
}

fn fields(risk: &Risk) -> Vec<&str> {
    risk.inputs_assumed.iter().map(|assumed| &*assumed.field).collect()
}

#[test]
fn worked_examples_of_the_fracture_index() {
    for (age, arms, fracture, mother, smoker, t, weight, points, band, percents) in [
        (67.0, false, false, false, false, -0.5, 65.0, 1.0, "1-2", [0.4, 1.2, 8.6]),
        (72.0, false, true, false, false, -1.0, 60.0, 3.0, "3-4", [0.9, 2.5, 13.1]),
        (78.0, false, true, false, false, -2.3, 60.0, 7.0, "6-7", [3.9, 7.1, 19.8]),
        (86.0, true, true, true, true, -3.0, 50.0, 15.0, "8+", [8.7, 11.2, 27.5]),
    ] {
        let mut person = woman(age, &[("total_hip", t)]);
        person["weight_kg"] = json!(weight);
        person["fractures"] = if fracture { json!([forearm(60)]) } else { json!([]) };
        person["risk_factors"] =
            json!({"needs_arms_to_rise": arms, "maternal_hip_fracture": mother, "current_smoker": smoker});
        let said = risks(&person, INDEX);
        let outcomes: Vec<_> = said.iter().map(|risk| (risk.outcome, risk.horizon_years)).collect();
        let five = Some(5);
        assert_eq!(
            outcomes,
            [(Outcome::Hip, five), (Outcome::Vertebral, five), (Outcome::Nonvertebral, five)]
        );
        for (risk, percent) in said.iter().zip(percents) {
            assert_eq!((risk.points, risk.percent), (Some(points), Some(percent)));
            assert_eq!(risk.category.as_deref(), Some(band));
            assert_eq!(risk.at_cut_off, Some(points >= 6.0));
            assert_eq!(risk.range_percent, Some([percent; 2]));
            assert!(risk.could_be.is_empty() && risk.inputs_assumed.is_empty());
        }
    }
}

#[test]
fn the_fracture_index_without_hip_or_weight_gives_ranges() {
    let person = asked(woman(70.0, &[("femoral_neck", -2.0)]));
    assert_eq!(
        refused(&with(&person, "weight_kg", &json!(70)), INDEX),
        (Code::Missing, "t_total_hip".to_owned())
    );
    let said = &risks(&with(&person, "weight_kg", &json!(70)), INDEX)[0];
    assert_eq!(said.range_points, Some([2.0, 6.0]));
    assert_eq!(said.range_percent, Some([0.4, 3.9]));
    assert_eq!(said.could_be, ["1-2", "3-4", "5", "6-7"]);
    let with_hip = asked(woman(70.0, &[("total_hip", -2.0)]));
    assert_eq!(refused(&with_hip, INDEX), (Code::Missing, "weight_kg".to_owned()));
    assert_eq!(risks(&with_hip, INDEX)[2].range_points, Some([4.0, 5.0]));
    // A weight after an amputation is not what the index takes it for.
    let amputated = with(&with(&with_hip, "weight_kg", &json!(50)), "history.amputation", &json!(true));
    assert_eq!(refused(&amputated, INDEX), (Code::Missing, "weight_kg".to_owned()));
}

#[test]
fn whom_the_fracture_index_speaks_of() {
    let person = |sex: &str, age: f64| {
        let person = asked(woman(age, &[("total_hip", -2.0)]));
        with(&with(&person, "sex", &json!(sex)), "weight_kg", &json!(70))
    };
    assert_eq!(refused(&person("male", 70.0), INDEX), (Code::OutsidePopulation, "sex".to_owned()));
    assert_eq!(refused(&person("female", 64.9), INDEX), (Code::OutOfRange, "age_years".to_owned()));
    let clamp = Options { out_of_range: Some(OutOfRange::Clamp), ..Options::default() };
    let moved = risks_with(&person("female", 64.0), INDEX, clamp);
    assert_eq!(moved[0].points, risks(&person("female", 65.0), INDEX)[0].points);
    assert_eq!(moved[0].clamped[0].code, "age_years");
}

#[test]
fn a_mother_is_a_parent() {
    let person = |risk_factors: Value| {
        let person = woman(70.0, &[("total_hip", 0.0)]);
        let person = with(&with(&person, "weight_kg", &json!(70)), "fractures", &json!([]));
        let mut all = json!({"current_smoker": false, "needs_arms_to_rise": false});
        all.as_object_mut().unwrap().extend(risk_factors.as_object().unwrap().clone());
        risks(&with(&person, "risk_factors", &all), INDEX)[0].clone()
    };
    assert_eq!(person(json!({"maternal_hip_fracture": true})).points, Some(3.0));
    let none = person(json!({"parental_hip_fracture": false}));
    assert_eq!((none.points, none.range_points), (Some(2.0), Some([2.0, 2.0])));
    let father_perhaps = person(json!({"parental_hip_fracture": true}));
    assert_eq!((father_perhaps.points, father_perhaps.range_points), (Some(2.0), Some([2.0, 3.0])));
    assert_eq!(fields(&father_perhaps), ["risk_factors.maternal_hip_fracture"]);
}

#[test]
fn t_is_the_reported_one_or_the_exact_one() {
    let person = asked(with(&woman(67.0, &[("total_hip", -2.46)]), "weight_kg", &json!(70)));
    assert_eq!(risks(&person, INDEX)[0].points, Some(5.0));
    let exact = Options { t_compare: Some(TCompare::Exact), ..Options::default() };
    assert_eq!(risks_with(&person, INDEX, exact)[0].points, Some(4.0));
}

#[test]
fn worked_example_of_the_one_year_score() {
    let person = asked(woman(75.0, &[("total_hip", -2.7)]));
    let person = with(&person, "risk_factors", &json!({"mmse_score": 24, "walking_speed_m_s": 1.1}));
    let said = &risks(&person, ONE_YEAR)[0];
    assert_eq!((said.outcome, said.horizon_years), (Outcome::Hip, Some(1)));
    assert_eq!((said.points, said.category.as_deref()), (Some(0.0), Some("lt0.5")));
    assert_eq!((said.percent, said.range_points), (None, Some([0.0, 0.0])));
    assert!(said.could_be.is_empty() && said.inputs_assumed.is_empty());
    assert_eq!(codes(said), ["short_mmse"]);
}

#[test]
fn the_one_year_score_reads_silence_as_its_form_and_gives_the_range() {
    let said = &risks(&woman(75.0, &[("total_hip", -3.5)]), ONE_YEAR)[0];
    assert_eq!((said.points, said.category.as_deref()), (Some(8.0), Some("0.5_to_1.5")));
    assert_eq!(said.range_points, Some([8.0, 34.0]));
    assert_eq!(said.could_be, ["0.5_to_1.5", "1.5_to_2.5", "2.5_to_5", "ge5"]);
    let mut read = fields(said);
    read.sort_unstable();
    assert_eq!(
        read,
        [
            "fractures",
            "risk_factors.mmse_score",
            "risk_factors.needs_arms_to_rise",
            "risk_factors.poor_tandem_walk",
            "risk_factors.walking_speed_m_s"
        ]
    );
    // A test not done is not a test passed, whatever was asked.
    let said = &risks(&asked(woman(75.0, &[("total_hip", -3.5)])), ONE_YEAR)[0];
    assert_eq!(fields(said), ["risk_factors.mmse_score", "risk_factors.walking_speed_m_s"]);
}

#[test]
fn whom_the_one_year_score_speaks_of() {
    let hip = |t: f64| asked(woman(75.0, &[("total_hip", t)]));
    assert_eq!(refused(&hip(-2.4), ONE_YEAR), (Code::OutsidePopulation, "t_total_hip".to_owned()));
    assert!(risks(&hip(-2.5), ONE_YEAR)[0].refused.is_none());
    assert_eq!(
        refused(&woman(75.0, &[("femoral_neck", -3.0)]), ONE_YEAR),
        (Code::Missing, "t_total_hip".to_owned())
    );
    assert_eq!(refused(&with(&hip(-3.0), "age_years", &json!(64)), ONE_YEAR).0, Code::OutOfRange);
    assert_eq!(refused(&with(&hip(-3.0), "sex", &json!("male")), ONE_YEAR).0, Code::OutsidePopulation);
}

#[test]
fn a_vertebra_is_no_nonvertebral_fracture() {
    let points = |fracture: Value| {
        let person = asked(woman(75.0, &[("total_hip", -2.7)]));
        risks(&with(&person, "fractures", &json!([fracture])), ONE_YEAR)[0].points
    };
    assert_eq!(points(json!({"site": "vertebra", "age_years": 70, "trauma": "low"})), Some(0.0));
    assert_eq!(points(forearm(50)), Some(5.0));
    assert_eq!(points(forearm(49)), Some(0.0));
}

#[test]
fn worked_examples_of_the_tree() {
    let person = asked(woman(70.0, &[("femoral_neck", -1.5), ("lumbar_spine", 0.0)]));
    let low = &risks(&person, TREE)[0];
    assert_eq!((low.outcome, low.horizon_years), (Outcome::AnyClinical, Some(5)));
    assert_eq!((low.percent, low.category.as_deref()), (Some(13.8), Some("low_bmd")));
    assert_eq!(codes(low), ["confidence_interval_95", "t_score_site_is_our_reading"]);
    assert_eq!(low.flags[0].text, "95 % confidence interval 10.9-16.6 %");
    let mut nine_years_ago = json!({"sex": "female", "age_years": 70, "menopause_age_years": 50});
    nine_years_ago["fractures"] = json!([{"site": "ankle", "months_ago": 108}]);
    let earlier = &risks(&nine_years_ago, TREE)[0];
    assert_eq!((earlier.percent, earlier.category.as_deref()), (Some(21.2), Some("earlier_fracture")));
    assert_eq!(earlier.range_percent, Some([21.2, 21.2]));
    // No T-score: something is unknown, and one category is left.
    assert_eq!(earlier.could_be, ["earlier_fracture"]);
}

#[test]
fn the_tree_by_time_cause_and_menopause() {
    let of = |fracture: Value| {
        let mut person = woman(70.0, &[("femoral_neck", 0.0)]);
        person["menopause_age_years"] = json!(50);
        person["assessed_on"] = json!("2026-06-01");
        person["fractures"] = json!([fracture]);
        risks(&person, TREE)[0].clone()
    };
    let percent = |fracture: Value| of(fracture).percent.unwrap();
    // 60 months are 1825 days.
    assert_eq!(percent(json!({"site": "ankle", "date": "2021-06-02"})), 50.1);
    assert_eq!(percent(json!({"site": "ankle", "date": "2021-06-01"})), 21.2);
    assert_eq!(percent(json!({"site": "finger", "months_ago": 60})), 50.1);
    assert_eq!(percent(json!({"site": "ankle", "months_ago": 12, "cause": "stress"})), 7.0);
    assert_eq!(percent(json!({"site": "vertebra", "months_ago": 12, "genant_grade": 0})), 7.0);
    assert_eq!(percent(json!({"site": "ankle", "age_years": 19})), 7.0);
    let violent = of(json!({"site": "ankle", "months_ago": 12, "trauma": "high"}));
    assert!(violent.percent == Some(50.1) && codes(&violent).contains(&"high_trauma_counted"));
    let as_a_child = of(json!({"site": "ankle", "age_years": 19, "trauma": "high"}));
    assert!(!codes(&as_a_child).contains(&"high_trauma_counted"));
    // The abstract names no sites.
    let minor = "minor_site_counted";
    assert!(!codes(&violent).contains(&minor));
    for site in ["finger", "toe", "hand", "foot", "face", "skull"] {
        assert!(codes(&of(json!({"site": site, "months_ago": 12}))).contains(&minor), "{site}");
        assert!(codes(&of(json!({"site": site}))).contains(&minor), "{site} without an age");
        assert!(!codes(&of(json!({"site": site, "age_years": 19}))).contains(&minor), "{site}");
    }
    // An image proves that the fracture is there, not that it is recent.
    let imaged = of(json!({"site": "vertebra", "date": "2026-01-01", "date_is": "imaging"}));
    assert_eq!((imaged.percent, imaged.range_percent), (Some(21.2), Some([21.2, 50.1])));
    assert_eq!(imaged.could_be, ["earlier_fracture", "recent_fracture"]);
    assert_eq!(fields(&imaged), ["fractures"]);
    // With an unknown menopause an adult's fracture may have been before or after; it is read as at 50.
    for (age, percent) in [(45, 7.0), (55, 21.2)] {
        let mut person = woman(70.0, &[("femoral_neck", 0.0)]);
        person["fractures"] = json!([{"site": "ankle", "age_years": age}]);
        let perhaps = &risks(&person, TREE)[0];
        assert_eq!((perhaps.percent, perhaps.range_percent), (Some(percent), Some([7.0, 21.2])));
        assert_eq!(fields(perhaps), ["fractures"]);
    }
}

#[test]
fn the_tree_without_a_t_score() {
    let person = json!({"sex": "female", "age_years": 70, "scans": []});
    assert_eq!(refused(&person, TREE), (Code::Missing, "scans".to_owned()));
    assert_eq!(risks(&person, TREE)[0].range_percent, Some([7.0, 50.1]));
    let no_fracture = &risks(&asked(person), TREE)[0];
    assert_eq!(no_fracture.range_percent, Some([7.0, 13.8]));
    assert_eq!(no_fracture.could_be, ["normal_bmd", "low_bmd"]);
}

#[test]
fn whom_the_tree_speaks_of() {
    let of = |age: f64| woman(age, &[("femoral_neck", -1.5)]);
    assert_eq!(refused(&of(81.0), TREE).0, Code::OutOfRange);
    assert!(risks(&of(80.9), TREE)[0].refused.is_none());
    let young = with(&of(49.0), "postmenopausal", &json!(true));
    assert_eq!(refused(&young, TREE).0, Code::OutOfRange);
    let before = with(&of(52.0), "postmenopausal", &json!(false));
    assert_eq!(refused(&before, TREE).0, Code::OutsidePopulation);
    assert_eq!(refused(&of(45.0), TREE), (Code::Missing, "postmenopausal".to_owned()));
    assert_eq!(refused(&with(&of(70.0), "sex", &json!("male")), TREE).0, Code::OutsidePopulation);
}

#[test]
fn nottingham_from_a_document() {
    let mut man = with_hip_fracture("male", 86.0);
    man["labs"] = json!([
        {"analyte": "haemoglobin", "value": 12.0, "unit": "g/dL", "date": "2026-06-01"},
        {"analyte": "haemoglobin", "value": 10.0, "unit": "g / dl", "date": "2026-06-02"},
        {"analyte": "haemoglobin", "unit": "g/L", "date": "2026-06-03", "status": "pending"}
    ]);
    man["risk_factors"] = json!({
        "amts_score": 6, "care_home": true, "any_cancer": true, "copd": true, "stroke": true
    });
    let said = &risks(&man, NOTTINGHAM)[0];
    assert_eq!((said.outcome, said.horizon_years, said.horizon_days), (Outcome::Death, None, Some(30)));
    assert_eq!((said.points, said.percent), (Some(10.0), Some(45.0)));
    assert_eq!(said.range_percent, Some([45.0, 45.0]));
    assert_eq!(codes(said), ["comorbidity_groups", "recalibrated_versions_exist", "cancer_of_any_date"]);
    assert_eq!(said.verified, Some(false));
}

#[test]
fn nottingham_reads_silence_as_no_and_gives_the_range() {
    let said = &risks(&with_hip_fracture("female", 60.0), NOTTINGHAM)[0];
    assert_eq!((said.points, said.percent), (Some(0.0), Some(0.7)));
    assert_eq!((said.range_points, said.range_percent), (Some([0.0, 5.0]), Some([0.7, 6.9])));
    assert_eq!(
        fields(said),
        [
            "labs",
            "risk_factors.amts_score",
            "risk_factors.care_home",
            "risk_factors.any_cancer",
            "risk_factors.cardiovascular_disease",
            "risk_factors.heart_failure",
            "history.coronary_artery_disease",
            "history.myocardial_infarction_or_stroke",
            "risk_factors.stroke",
            "risk_factors.copd",
            "risk_factors.asthma",
            "risk_factors.chronic_kidney_disease"
        ]
    );
    // What is stated is not listed.
    let stated = with(&with_hip_fracture("female", 60.0), "risk_factors", &json!({"copd": false}));
    assert!(!fields(&risks(&stated, NOTTINGHAM)[0]).contains(&"risk_factors.copd"));
    let cancer = with(&asked(with_hip_fracture("female", 60.0)), "history", &json!({"breast_cancer": true}));
    assert_eq!(risks(&cancer, NOTTINGHAM)[0].points, Some(1.0));
    // Two ages in whole years do not say that it was this month.
    let mut same_age = asked(with_hip_fracture("female", 70.0));
    same_age["fractures"] = json!([{"site": "proximal_femur", "age_years": 70}]);
    assert_eq!(refused(&same_age, NOTTINGHAM), (Code::Missing, "fractures".to_owned()));
    let said = &risks(&asked(with_hip_fracture("female", 60.0)), NOTTINGHAM)[0];
    assert_eq!(fields(said), ["labs", "risk_factors.amts_score"]);
}

#[test]
fn nottingham_needs_a_hip_fracture_now() {
    let of = |fractures: Value| {
        let person = with(&with_hip_fracture("female", 80.0), "fractures", &fractures);
        risks(&person, NOTTINGHAM)[0].refused.clone().map(|refusal| refusal.code)
    };
    assert_eq!(of(json!([])), Some(Code::OutsidePopulation));
    assert_eq!(of(json!([{"site": "proximal_femur", "date": "2026-05-12"}])), None);
    assert_eq!(of(json!([{"site": "proximal_femur", "date": "2026-05-11"}])), Some(Code::OutsidePopulation));
    assert_eq!(of(json!([{"site": "proximal_femur", "months_ago": 1}])), None);
    assert_eq!(of(json!([{"site": "distal_forearm", "months_ago": 0}])), Some(Code::OutsidePopulation));
    assert_eq!(of(json!([{"site": "proximal_femur"}])), Some(Code::Missing));
    assert_eq!(of(json!([{"site": "femur_unspecified", "months_ago": 0}])), Some(Code::Missing));
    let unknown = json!({"sex": "female", "age_years": 80});
    assert_eq!(refused(&unknown, NOTTINGHAM), (Code::Missing, "fractures".to_owned()));
}

#[test]
fn haemoglobin_of_the_admission_or_unknown() {
    let range = |labs: Value| {
        let person = asked(with(&with_hip_fracture("female", 60.0), "labs", &labs));
        let person = with(&person, "risk_factors.amts_score", &json!(10));
        risks(&person, NOTTINGHAM)[0].range_points.unwrap()
    };
    let lab = |value: f64, unit: &str, comparator: Option<&str>, date: &str| {
        let mut lab = json!({"analyte": "haemoglobin", "value": value, "unit": unit, "date": date});
        if let Some(comparator) = comparator {
            lab["comparator"] = json!(comparator);
        }
        json!([lab])
    };
    let day = "2026-06-02";
    assert_eq!(range(lab(100.0, "g/L", None, day)), [1.0, 1.0]);
    assert_eq!(range(lab(10.1, "g/dL", None, day)), [0.0, 0.0]);
    assert_eq!(range(lab(80.0, "g/L", Some("<"), day)), [1.0, 1.0]);
    assert_eq!(range(lab(120.0, "g/L", Some("<"), day)), [0.0, 1.0]);
    assert_eq!(range(lab(120.0, "g/L", Some(">"), day)), [0.0, 0.0]);
    assert_eq!(range(lab(6.0, "mmol/L", None, day)), [0.0, 1.0]);
    assert_eq!(range(lab(90.0, "g/L", None, "2026-05-01")), [0.0, 1.0]);
    assert_eq!(range(json!([])), [0.0, 1.0]);
}

#[test]
fn an_infarction_or_stroke_is_one_of_the_two() {
    let points = |risk_factors: Value| {
        let person = asked(with_hip_fracture("female", 60.0));
        let person = with(&person, "history", &json!({"myocardial_infarction_or_stroke": true}));
        risks(&with(&person, "risk_factors", &risk_factors), NOTTINGHAM)[0].points
    };
    assert_eq!(points(json!({})), Some(0.0));
    assert_eq!(points(json!({"copd": true})), Some(1.0));
    assert_eq!(points(json!({"stroke": true})), Some(0.0));
    assert_eq!(points(json!({"stroke": true, "heart_failure": true})), Some(1.0));
}

#[test]
fn a_fracture_counted_by_what_was_read_into_it_leaves_room_for_none() {
    let mut person = asked(woman(70.0, &[("total_hip", -3.0)]));
    person["weight_kg"] = json!(60);
    person["risk_factors"] = json!({"mmse_score": 30, "walking_speed_m_s": 1.2});
    person["fractures"] = json!([{"site": "ankle"}]);
    let index = &risks(&person, INDEX)[0];
    assert_eq!((index.points, index.range_points), (Some(7.0), Some([6.0, 7.0])));
    assert_eq!(index.inputs_assumed[0].effect, "1 point less otherwise, hip 3.9 % in 5 years");
    let one_year = &risks(&person, ONE_YEAR)[0];
    assert_eq!((one_year.points, one_year.range_points), (Some(10.0), Some([5.0, 10.0])));
    assert_eq!(one_year.inputs_assumed[0].effect, "5 points less otherwise, category 0.5_to_1.5");
    assert_eq!(fields(index), ["fractures"]);
    // Both papers ask for a fracture of any force after 50.
    for trauma in ["low", "high", "unknown"] {
        person["fractures"] = json!([{"site": "ankle", "age_years": 60, "trauma": trauma}]);
        assert_eq!(risks(&person, INDEX)[0].range_points, Some([7.0, 7.0]));
        assert_eq!(risks(&person, ONE_YEAR)[0].range_points, Some([10.0, 10.0]));
    }
    person["fractures"] = json!([{"site": "ankle", "age_years": 49}, {"site": "ankle", "cause": "tumour"}]);
    assert_eq!(risks(&person, INDEX)[0].range_points, Some([6.0, 6.0]));
    person["fractures"] = json!([{"site": "ankle"}]);
    let tree = &risks(&person, TREE)[0];
    assert_eq!((tree.percent, tree.range_percent), (Some(21.2), Some([13.8, 50.1])));
    assert_eq!(tree.could_be, ["low_bmd", "earlier_fracture", "recent_fracture"]);
    assert_eq!(tree.inputs_assumed[0].effect, "between 13.8 and 50.1 %");
}

#[test]
fn a_vertebra_seen_on_an_image_only_is_flagged() {
    let mut person = asked(woman(70.0, &[("total_hip", -3.0)]));
    person["weight_kg"] = json!(60);
    person["spine_imaging"] = json!([{"method": "vfa", "result": "fracture"}]);
    for model in [INDEX, ONE_YEAR, TREE] {
        assert!(codes(&risks(&person, model)[0]).contains(&"vertebral_fracture_on_imaging_not_counted"));
    }
    person["fractures"] = json!([{"site": "vertebra", "age_years": 66}]);
    assert!(!codes(&risks(&person, TREE)[0]).contains(&"vertebral_fracture_on_imaging_not_counted"));
}
