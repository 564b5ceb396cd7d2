//! The French guidelines: every cell, every threshold on both sides, unknowns, and the vignettes.

mod glucocorticoids;
mod table;
mod unknowns;
mod vignettes;

use osteon::Engine;
use osteon::document::guidance::{Guideline, Recommendation};
use osteon::document::{Options, Patient};
use serde_json::{Value, json};

/// What one guideline says of a document.
fn say(guideline: &str, document: &Value) -> Guideline {
    let options = Options { guidelines: Some(guideline.to_owned()), ..Options::default() };
    let engine = Engine::new(options, Vec::new()).unwrap();
    let patient: Patient = serde_json::from_value(document.clone()).unwrap();
    let mut said = engine.assess(&patient).unwrap().guidelines.unwrap();
    assert_eq!(said.len(), 1, "{guideline}");
    said.remove(0)
}

/// A document in which everything was asked, and nothing is the matter.
fn asked(sex: &str, age: u32, t: Option<f64>, changes: Value) -> Value {
    let scans = t.map_or(json!([]), scans);
    let mut document = json!({
        "sex": sex, "age_years": age, "fractures": [], "scans": scans, "risk_factors": {}, "treatments": [],
        "complete": ["fractures", "risk_factors", "history", "treatments", "labs"],
    });
    if sex == "female" {
        document["postmenopausal"] = json!(true);
    }
    merge(&mut document, changes);
    document
}

/// A scan whose lowest T-score is of the total hip.
fn scans(t: f64) -> Value {
    json!([{"regions": [
        {"region": "lumbar_spine", "t_score": t + 1.0}, {"region": "femoral_neck", "t_score": t + 0.3},
        {"region": "total_hip", "t_score": t},
    ]}])
}

/// Sets what `changes` has; `null` takes a key away.
fn merge(document: &mut Value, changes: Value) {
    let Value::Object(changes) = changes else { return *document = changes };
    for (key, value) in changes {
        if value.is_null() {
            document.as_object_mut().unwrap().remove(&key);
        } else if document[&key].is_object() {
            merge(&mut document[&key], value);
        } else {
            document[&key] = value;
        }
    }
}

fn broke(site: &str) -> Value {
    json!({"fractures": [{"site": site, "trauma": "low"}]})
}

fn flags(said: &Guideline) -> Vec<&str> {
    said.flags.iter().map(|flag| flag.code.as_str()).collect()
}

/// Category, recommendation, and what is recommended beside.
fn outcome(said: &Guideline) -> (Option<&str>, Recommendation, &[Recommendation]) {
    (said.category.as_deref(), said.recommendation, &said.also)
}
