//! A person with nothing against any drug, and what each answer says of a drug.

#![allow(dead_code, reason = "each test takes what it needs")]

use osteon::Engine;
use osteon::document::Options;
use osteon::document::assessment::Assessment;
use osteon::document::guidance::{Safety, SafetyStatus};
use serde_json::{Value, json};

/// A woman of 70 with normal results, everything asked, in the European Union.
pub(crate) fn well() -> Value {
    json!({
        "sex": "female", "age_years": 70, "weight_kg": 65, "assessed_on": "2026-06-01", "jurisdiction": "EU",
        "complete": ["fractures", "risk_factors", "history", "treatments", "labs"],
        "labs": labs(&[("crcl", 80.0, "mL/min"), ("calcium_corrected", 2.30, "mmol/L"), ("vitamin_d_25oh", 75.0, "nmol/L")]),
    })
}

/// Results as a document has them.
pub(crate) fn labs(rows: &[(&str, f64, &str)]) -> Value {
    rows.iter()
        .map(|(analyte, value, unit)| json!({"analyte": analyte, "value": value, "unit": unit}))
        .collect()
}

/// The well woman with these results instead.
pub(crate) fn with_labs(rows: &[(&str, f64, &str)]) -> Value {
    with(well(), json!({"labs": labs(rows)}))
}

/// A document with these keys set; objects are merged, `null` removes a key.
pub(crate) fn with(mut document: Value, patch: Value) -> Value {
    merge(&mut document, patch);
    document
}

fn merge(document: &mut Value, patch: Value) {
    match (document, patch) {
        (Value::Object(document), Value::Object(patch)) => {
            for (key, value) in patch {
                if value.is_null() {
                    document.remove(&key);
                } else {
                    merge(document.entry(key).or_insert(Value::Null), value);
                }
            }
        }
        (document, patch) => *document = patch,
    }
}

/// With default options.
pub(crate) fn assess(document: &Value) -> Assessment {
    assess_with(json!({}), document)
}

/// With options.
pub(crate) fn assess_with(options: Value, document: &Value) -> Assessment {
    let options: Options = osteon::json::options(options.to_string().as_bytes()).expect("options");
    let patient = osteon::json::patient(document.to_string().as_bytes()).expect("a readable document");
    Engine::new(options, Vec::new()).expect("an engine").assess(&patient).expect("an answer")
}

/// The entry of a drug; `ibandronate_iv` is the second of its two.
pub(crate) fn entry(assessment: &Assessment, drug: &str) -> Safety {
    let (name, nth) = drug.strip_suffix("_iv").map_or((drug, 0), |name| (name, 1));
    let mut found = assessment.safety.iter().flatten().filter(|safety| safety.drug.as_str() == name);
    found.nth(nth).unwrap_or_else(|| panic!("no entry of {drug}")).clone()
}

/// The entry of a drug for a document.
pub(crate) fn said(document: &Value, drug: &str) -> Safety {
    entry(&assess(document), drug)
}

/// The verdict on a drug for a document.
pub(crate) fn status(document: &Value, drug: &str) -> SafetyStatus {
    said(document, drug).status
}
