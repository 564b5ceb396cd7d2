//! The guidelines of the United States: both sides of every limit, and what is unknown.

mod aace;
mod acp;
mod acr;
mod bhof;
mod endocrine;
mod uspstf;

use osteon::Engine;
use osteon::document::guidance::{Guideline, Recommendation as R};
use serde_json::{Value, json};

fn ask(id: &str, document: &Value) -> Guideline {
    let patient = osteon::json::patient(document.to_string().as_bytes())
        .unwrap_or_else(|refused| panic!("{refused}: {document}"));
    let said = Engine::default().assess(&patient).unwrap_or_else(|refused| panic!("{refused:?}: {document}"));
    said.guidelines.into_iter().flatten().find(|guideline| guideline.guideline == id).expect("the guideline")
}

/// Somebody of whom everything was asked and nothing found, without a scan.
fn person(sex: &str, age: u32) -> Value {
    let mut document = json!({
        "sex": sex, "age_years": age, "assessed_on": "2026-06-01", "fractures": [], "scans": [], "treatments": [],
        "complete": ["fractures", "risk_factors", "history", "treatments"],
    });
    if sex == "female" && age >= 50 {
        document["postmenopausal"] = json!(true);
    }
    document
}

fn woman(age: u32) -> Value {
    person("female", age)
}

fn with(mut document: Value, key: &str, value: Value) -> Value {
    document[key] = value;
    document
}

/// With these T-scores, by region.
fn t(document: Value, scores: &[(&str, f64)]) -> Value {
    let regions: Vec<Value> =
        scores.iter().map(|(region, t)| json!({"region": region, "t_score": t})).collect();
    with(document, "scans", json!([{"date": "2026-05-01", "regions": regions}]))
}

fn neck(document: Value, score: f64) -> Value {
    t(document, &[("femoral_neck", score)])
}

fn frax(document: Value, mof: f64, hip: f64) -> Value {
    with(document, "frax", json!({"model": "US", "mof_percent": mof, "hip_percent": hip}))
}

/// With low-trauma fractures, so many months ago.
fn broke(document: Value, fractures: &[(&str, f64)]) -> Value {
    let listed: Vec<Value> = fractures
        .iter()
        .map(|(site, months)| json!({"site": site, "trauma": "low", "months_ago": months}))
        .collect();
    with(document, "fractures", json!(listed))
}

fn factors(document: Value, value: Value) -> Value {
    with(document, "risk_factors", value)
}

/// Without the word that everything was asked, and without these fields.
fn unasked(mut document: Value, fields: &[&str]) -> Value {
    let object = document.as_object_mut().unwrap();
    object.remove("complete");
    for field in fields {
        object.remove(*field);
    }
    document
}

fn says(id: &str, document: &Value) -> (Option<String>, R) {
    let said = ask(id, document);
    assert!(said.could_be.is_empty() && said.could_be_categories.is_empty(), "{id} is open: {document}");
    (said.category, said.recommendation)
}

fn group(word: &str, recommendation: R) -> (Option<String>, R) {
    (Some(word.to_owned()), recommendation)
}

fn flagged(guideline: &Guideline, code: &str) -> bool {
    guideline.flags.iter().any(|flag| flag.code == code)
}
