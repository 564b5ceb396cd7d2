//! People with open questions, and every way of closing them.

#![allow(dead_code, reason = "each test takes what it needs")]

use osteon::Engine;
use osteon::document::Options;
use osteon::document::assessment::Risk;
use serde_json::{Value, json};

/// The entries of one model for a document, with options.
pub(crate) fn risks_with(document: &Value, model: &str, mut options: Options) -> Vec<Risk> {
    options.models = Some(model.to_owned());
    let engine = Engine::new(options, Vec::new()).unwrap();
    let patient = osteon::json::patient(document.to_string().as_bytes()).unwrap();
    engine.assess(&patient).unwrap_or_else(|refusals| panic!("{refusals:?}")).risks().to_vec()
}

/// The entries of one model for a document.
pub(crate) fn risks(document: &Value, model: &str) -> Vec<Risk> {
    risks_with(document, model, Options::default())
}

/// A question: where in the document, and every answer. The first is how the model reads silence.
pub(crate) type Question = (&'static str, Vec<Value>);

/// The same document with an answer written in; `section.key` writes into a section.
pub(crate) fn with(document: &Value, field: &str, answer: &Value) -> Value {
    let mut document = document.clone();
    match field.split_once('.') {
        Some((section, key)) => document[section][key] = answer.clone(),
        None => document[field] = answer.clone(),
    }
    document
}

/// The document with every combination of answers.
pub(crate) fn completed(document: &Value, open: &[Question]) -> Vec<Value> {
    open.iter().fold(vec![document.clone()], |documents, (field, answers)| {
        documents.iter().flat_map(|d| answers.iter().map(|answer| with(d, field, answer))).collect()
    })
}

/// A region with the T-score that a machine printed.
pub(crate) fn printed(regions: &[(&str, f64)]) -> Value {
    let regions: Vec<Value> =
        regions.iter().map(|(region, t)| json!({"region": region, "t_score": t})).collect();
    json!([{"regions": regions}])
}

/// What the entry says of the open questions is what closing them in every way gives, and where the
/// model answers, the answer is among them.
pub(crate) fn says_what_closing_says(document: &Value, open: &[Question], model: &str) {
    let said = risks(document, model);
    let closed: Vec<Vec<Risk>> = completed(document, open).iter().map(|d| risks(d, model)).collect();
    for (index, entry) in said.iter().enumerate() {
        let all: Vec<&Risk> = closed.iter().map(|risks| &risks[index]).collect();
        assert!(all.iter().all(|risk| risk.refused.is_none()), "{all:?}");
        let range = |of: fn(&Risk) -> Option<f64>| {
            all.iter().filter_map(|risk| of(risk)).fold(None, |range, x| {
                Some(range.map_or([x, x], |[low, high]: [f64; 2]| [low.min(x), high.max(x)]))
            })
        };
        assert_eq!(entry.range_percent, range(|risk| risk.percent), "{document}");
        if entry.range_points.is_some() {
            assert_eq!(entry.range_points, range(|risk| risk.points), "{document}");
        }
        let mut categories: Vec<&str> = all.iter().filter_map(|risk| risk.category.as_deref()).collect();
        categories.sort_unstable();
        categories.dedup();
        // One category may be named or not: an open question may decide nothing (arms beside a poor tandem walk).
        if closed.len() == 1 || (categories.len() == 1 && entry.could_be.is_empty()) {
            categories.clear();
        }
        let mut could_be: Vec<&str> = entry.could_be.iter().map(String::as_str).collect();
        could_be.sort_unstable();
        assert_eq!(could_be, categories, "{document}");
        if entry.refused.is_none() {
            // Read in silence as the first answer of each question.
            assert_eq!((entry.percent, entry.points), (all[0].percent, all[0].points), "{document}");
            let [low, high] = entry.range_percent.or(entry.range_points).unwrap();
            let value = entry.percent.or(entry.points).unwrap();
            assert!((low..=high).contains(&value), "{document}");
        }
        let widens = |range: Option<[f64; 2]>| range.is_some_and(|[low, high]| low < high);
        if widens(entry.range_percent) || widens(entry.range_points) {
            assert!(entry.refused.is_some() || !entry.inputs_assumed.is_empty(), "{document}");
        }
        if open.is_empty() {
            assert!(entry.inputs_assumed.is_empty(), "{document}");
        }
    }
}

/// A fracture of the wrist in a fall, at an age.
pub(crate) fn forearm(age: u32) -> Value {
    json!({"site": "distal_forearm", "age_years": age, "trauma": "low"})
}

/// A person with a hip fracture ten days ago.
pub(crate) fn with_hip_fracture(sex: &str, age: f64) -> Value {
    json!({
        "sex": sex, "age_years": age, "assessed_on": "2026-06-11",
        "fractures": [{"site": "proximal_femur", "date": "2026-06-01"}]
    })
}
