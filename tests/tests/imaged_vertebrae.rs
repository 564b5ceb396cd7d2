//! Vertebrae that an image shows beside the list of fractures: proven, counted once, never lost.

use osteon::document::assessment::Assessment;
use osteon::document::guidance::{Guideline, Recommendation as R};
use serde_json::{Value, json};

fn assess(fractures: Value, image: Value) -> Assessment {
    let document = json!({
        "sex": "female", "age_years": 72, "assessed_on": "2026-06-01",
        "complete": ["fractures", "risk_factors", "history", "treatments", "labs"],
        "fractures": fractures, "spine_imaging": [image],
        "scans": [{"regions": [{"region": "total_hip", "t_score": -1.5}]}],
        "frax": {"mof_percent": 5.0, "hip_percent": 1.0, "with_bmd": true},
    });
    let patient = osteon::json::patient(document.to_string().as_bytes()).unwrap();
    osteon::Engine::default().assess(&patient).unwrap()
}

fn of<'a>(assessment: &'a Assessment, id: &str) -> &'a Guideline {
    assessment.guidelines.as_deref().unwrap().iter().find(|said| said.guideline == id).unwrap()
}

fn nogg(fractures: Value, image: Value) -> (Option<String>, R) {
    let assessment = assess(fractures, image);
    let said = of(&assessment, "nogg2024");
    (said.category.clone(), said.recommendation)
}

fn image(levels: &[&str]) -> Value {
    json!({"result": "fracture", "levels": levels, "date": "2026-05-01"})
}

fn vertebra(level: &str, trauma: &str) -> Value {
    json!({"site": "vertebra", "levels": [level], "months_ago": 60, "trauma": trauma})
}

const VERY_HIGH: &str = "very_high";

#[test]
fn a_listed_vertebra_of_high_trauma_hides_no_other() {
    let assessment = assess(json!([vertebra("L1", "high")]), image(&["T8", "T12"]));
    assert_eq!(of(&assessment, "has2023").recommendation, R::Treat);
    assert_eq!(assessment.diagnosis.as_ref().unwrap().clinical_osteoporosis, Some(true));
    // The image shows the one that is on the list.
    let assessment = assess(json!([vertebra("L1", "high")]), image(&["L1"]));
    assert_eq!(of(&assessment, "has2023").category.as_deref(), Some("no_fracture"));
    assert_eq!(assessment.diagnosis.as_ref().unwrap().clinical_osteoporosis, Some(false));
    // Without levels it may be that one.
    let assessment = assess(json!([vertebra("L1", "high")]), image(&[]));
    assert_eq!(assessment.diagnosis.as_ref().unwrap().clinical_osteoporosis, None);
}

#[test]
fn other_levels_are_other_fractures() {
    let two = nogg(json!([vertebra("L1", "low")]), image(&["T8"]));
    assert_eq!(two, (Some(VERY_HIGH.to_owned()), R::Treat));
    let listed = nogg(json!([vertebra("L1", "low"), vertebra("T8", "low")]), json!({"result": "none"}));
    assert_eq!(two, listed);
    assert_ne!(nogg(json!([vertebra("L1", "low")]), image(&["L1"])).0.as_deref(), Some(VERY_HIGH));
    // An image without levels shows one, or another.
    assert_eq!(nogg(json!([vertebra("L1", "low")]), image(&[])).0, None);
}

#[test]
fn a_level_that_is_named_twice_is_one() {
    let twice = json!([vertebra("L1", "low"), vertebra("L1", "low")]);
    assert_ne!(nogg(twice, json!({"result": "none"})).0.as_deref(), Some(VERY_HIGH));
    let unnamed = json!({"site": "vertebra", "months_ago": 60, "trauma": "low"});
    let two = json!([unnamed.clone(), unnamed]);
    assert_eq!(nogg(two, json!({"result": "none"})).0.as_deref(), Some(VERY_HIGH));
    let same_day = json!({"site": "vertebra", "date": "2021-01-01", "trauma": "low"});
    assert_eq!(nogg(json!([same_day.clone(), same_day]), json!({"result": "none"})).0, None);
}

#[test]
fn a_femur_that_is_not_localised_may_be_atypical() {
    let femur = json!([{"site": "femur_unspecified", "months_ago": 2, "trauma": "low"}]);
    let document = |treatments: Value| {
        json!({
            "sex": "female", "age_years": 72, "assessed_on": "2026-06-01", "treatments": treatments,
            "complete": ["fractures", "risk_factors", "history", "labs"], "fractures": femur,
            "scans": [{"regions": [{"region": "total_hip", "t_score": -2.6}]}],
        })
    };
    let says = |document: Value| {
        let patient = osteon::json::patient(document.to_string().as_bytes()).unwrap();
        let assessment = osteon::Engine::default().assess(&patient).unwrap();
        of(&assessment, "grio2018_women").recommendation
    };
    assert_eq!(says(document(json!([]))), R::Treat);
    assert_ne!(says(document(json!([{"drug": "alendronate", "start": "2018-01-01"}]))), R::Treat);
}

/// Steroids of a woman of 35, by what is known of her bones.
fn acr(age: u32, regions: Value, glucocorticoid: Value) -> (Option<String>, Vec<String>) {
    let document = json!({
        "sex": "female", "age_years": age, "postmenopausal": false, "fractures": [],
        "scans": [{"regions": regions}],
        "risk_factors": {"glucocorticoid": glucocorticoid},
        "frax": {"mof_percent": 2.0, "hip_percent": 0.1},
    });
    let patient = osteon::json::patient(document.to_string().as_bytes()).unwrap();
    let assessment = osteon::Engine::default().assess(&patient).unwrap();
    let said = of(&assessment, "acr2022_giop");
    (said.category.clone(), said.missing.clone())
}

#[test]
fn a_region_without_a_score_may_be_the_lowest() {
    let steroid = json!({"current": true, "mg_per_day": 10, "days": 200, "planned_days": 250, "cumulative_g_per_year": 2.0});
    let z = json!([{"region": "lumbar_spine", "z_score": -1.0}, {"region": "total_hip", "bmd_g_cm2": 0.45}]);
    assert_eq!(acr(35, z, steroid.clone()).0, None);
    let t = json!([{"region": "lumbar_spine", "t_score": -0.5}, {"region": "total_hip", "bmd_g_cm2": 0.45}]);
    assert_eq!(acr(45, t, steroid.clone()).0, None);
    let both = json!([{"region": "lumbar_spine", "t_score": -0.5}, {"region": "total_hip", "t_score": -0.4}]);
    assert_eq!(acr(45, both, steroid).0.as_deref(), Some("low"));
}

#[test]
fn a_course_that_goes_on_is_at_least_as_long_as_it_was_taken() {
    let z = json!([{"region": "lumbar_spine", "z_score": -3.4}]);
    let of_days = |days: u32, planned: Option<u32>| {
        let steroid = json!({"current": true, "mg_per_day": 10, "days": days, "planned_days": planned, "cumulative_g_per_year": 2.0});
        acr(35, z.clone(), steroid)
    };
    for days in [80, 120] {
        let (category, missing) = of_days(days, None);
        assert_eq!(category, None, "{days}");
        assert!(missing.contains(&"risk_factors.glucocorticoid.planned_days".to_owned()), "{missing:?}");
    }
    assert_eq!(of_days(120, Some(150)).0.as_deref(), Some("low"));
    assert_eq!(of_days(200, None).0.as_deref(), Some("moderate"));
}
