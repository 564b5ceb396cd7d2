//! Refusals that belong to no part of an answer: dates that cannot be, and ids that nothing has.

use osteon::Engine;
use osteon::densitometry::Flag;
use osteon::document::{Region, Sex};
use osteon::error::Code;
use osteon::reference::caller::CallerReference;
use serde_json::{Value, json};

fn refused(person: Value) -> Vec<(Code, String)> {
    let patient = osteon::json::patient(person.to_string().as_bytes()).unwrap();
    let refusals = Engine::default().assess(&patient).err().unwrap_or_default();
    refusals.into_iter().map(|refusal| (refusal.code, refusal.field.to_string())).collect()
}

#[test]
fn dates_that_cannot_be() {
    let born = |more: Value| {
        let mut person = json!({"sex": "female", "birth_date": "1950-05-01", "assessed_on": "2025-05-01"});
        for (key, value) in more.as_object().unwrap() {
            person[key] = value.clone();
        }
        refused(person)
    };
    let scan = |day: &str| json!({"scans": [{"date": day, "regions": []}]});
    let before = born(scan("1950-04-30"));
    assert_eq!(before.iter().map(|(code, _)| *code).collect::<Vec<_>>(), [Code::BeforeBirth], "{before:?}");
    assert!(born(scan("1980-05-01")).is_empty());
    let course = |stop: &str| {
        born(json!({"treatments": [{"drug": "alendronate", "start": "2020-01-02", "stop": stop}]}))
    };
    assert_eq!(course("2020-01-01"), [(Code::DateOrder, "treatments[0].stop".to_owned())]);
    assert!(course("2020-01-02").is_empty());
}

#[test]
fn ids_that_nothing_has() {
    for (key, value) in [("guidelines", "nogg2042"), ("models", "frax")] {
        let options = json!({ key: value });
        let options = osteon::json::options(options.to_string().as_bytes()).unwrap();
        let refusals = Engine::new(options, Vec::new()).unwrap_err();
        assert!(refusals.iter().any(|refusal| refusal.code == Code::UnknownId), "{key}: {refusals:?}");
    }
}

#[test]
fn a_score_by_a_reference_of_the_caller_says_so() {
    let reference = CallerReference {
        id: "mine".to_owned(),
        version: "1".to_owned(),
        manufacturer: None,
        sex: Sex::Female,
        region: Region::FemoralNeck,
        vertebrae: None,
        mean: 0.9,
        sd: 0.1,
    };
    let person = json!({"sex": "female", "age_years": 67, "postmenopausal": true, "scans": [
        {"manufacturer": "hologic", "regions": [{"region": "femoral_neck", "bmd_g_cm2": 0.6}]}]});
    let patient = osteon::json::patient(person.to_string().as_bytes()).unwrap();
    let flagged = |references: Vec<CallerReference>| {
        let engine = Engine::new(Default::default(), references).unwrap();
        let answer = serde_json::to_value(engine.assess(&patient).unwrap()).unwrap();
        answer["scores"][0]["flags"].to_string().contains(Flag::CallerReference.as_str())
    };
    assert!(flagged(vec![reference]) && !flagged(Vec::new()));
}

/// Anomaly A-10 of `bindings/c/README.md`.
#[test]
fn where_no_reference_was_seen_there_is_no_t_score() {
    let withheld = |sex: &str, maker: &str, model: Value, region: Value| {
        let person = json!({"sex": sex, "age_years": 67, "postmenopausal": true, "scans": [
            {"manufacturer": maker, "model": model, "regions": [region]}]});
        let patient = osteon::json::patient(person.to_string().as_bytes()).unwrap();
        let answer = serde_json::to_value(Engine::default().assess(&patient).unwrap()).unwrap();
        answer["scores"][0]["withheld"]["code"].as_str().unwrap_or("given").to_owned()
    };
    let of = |region: &str| json!({"region": region, "bmd_g_cm2": 0.7});
    let part = json!({"region": "lumbar_spine", "vertebrae": ["L2", "L3", "L4"], "bmd_g_cm2": 0.8});
    assert_eq!(withheld("female", "hologic", Value::Null, of("radius_33")), "no_reference");
    assert_eq!(withheld("female", "hologic", Value::Null, part), "no_reference");
    assert_eq!(withheld("female", "ge_lunar", json!("Lunar Prodigy"), of("radius_33")), "no_reference");
    assert_eq!(withheld("female", "ge_lunar", json!("Lunar iDXA"), of("radius_33")), "given");
    assert_eq!(withheld("female", "norland", Value::Null, of("total_hip")), "no_reference");
    assert_eq!(withheld("male", "hologic", Value::Null, of("lumbar_spine")), "given");
}

/// Anomaly A-18.
#[test]
fn documents_are_not_nested_without_end() {
    for depth in [200, 200_000] {
        let text = format!(r#"{{"scans": {}{}}}"#, "[".repeat(depth), "]".repeat(depth));
        assert!(osteon::json::patient(text.as_bytes()).is_err(), "{depth}");
    }
}
