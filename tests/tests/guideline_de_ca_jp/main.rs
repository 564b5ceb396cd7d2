//! The guidelines of Germany, Canada and Japan: both sides of every limit, and what is unknown.

mod caroc2010;
mod dvo2023;
mod dvo2023_open;
mod japan2015;
mod osteoporosis_canada2023;

use osteon::Engine;
use osteon::document::Options;
use osteon::document::guidance::{Guideline, Recommendation};
use osteon::outputs::Outputs;
use serde_json::{Value, json};

/// What one guideline says of a document, without the risk models and with them: the same.
fn ask(id: &str, document: &Value) -> Guideline {
    let patient = osteon::json::patient(document.to_string().as_bytes())
        .unwrap_or_else(|refusal| panic!("{refusal}: {document}"));
    let said = |outputs: &str| {
        let options = Options { guidelines: Some(id.to_owned()), ..Default::default() };
        let engine = Engine::new(options, Vec::new()).unwrap().with_outputs(Outputs::parse(outputs).unwrap());
        let assessment =
            engine.assess(&patient).unwrap_or_else(|refusals| panic!("{refusals:?}: {document}"));
        assessment.guidelines.unwrap().remove(0)
    };
    let (alone, beside_risks) = (said("guidelines"), said("risks,guidelines"));
    assert_eq!(alone, beside_risks, "{document}");
    alone
}

/// Category and recommendation.
fn short(id: &str, document: &Value) -> (Option<String>, Recommendation) {
    let said = ask(id, document);
    (said.category, said.recommendation)
}

fn flags(said: &Guideline) -> Vec<&str> {
    said.flags.iter().map(|flag| flag.code.as_str()).collect()
}

/// A woman of whom everything was asked and nothing found, with no scan.
fn woman(age: u32) -> Value {
    json!({
        "sex": "female", "age_years": age, "postmenopausal": true, "bmi_kg_m2": 25,
        "complete": ["fractures", "risk_factors", "history", "treatments", "labs"], "scans": []
    })
}

fn man(age: u32) -> Value {
    let mut document = woman(age);
    document["sex"] = json!("male");
    document.as_object_mut().unwrap().remove("postmenopausal");
    document
}

trait With {
    /// The same document with a key.
    fn with(self, key: &str, value: Value) -> Value;
    /// The same without it.
    fn without(self, key: &str) -> Value;
    /// The same with T-scores of regions.
    fn t(self, scores: &[(&str, f64)]) -> Value;
    /// The same with fractures of these sites by a low trauma, so many months ago.
    fn broke(self, sites: &[(&str, f64)]) -> Value;
}

impl With for Value {
    fn with(mut self, key: &str, value: Value) -> Value {
        self[key] = value;
        self
    }

    fn without(mut self, key: &str) -> Value {
        self.as_object_mut().unwrap().remove(key);
        self
    }

    fn t(self, scores: &[(&str, f64)]) -> Value {
        let regions: Vec<Value> =
            scores.iter().map(|(region, t)| json!({"region": region, "t_score": t})).collect();
        self.with("scans", json!([{"regions": regions}]))
    }

    fn broke(self, sites: &[(&str, f64)]) -> Value {
        let fracture =
            |(site, months): &(&str, f64)| json!({"site": site, "months_ago": months, "trauma": "low"});
        let all: Vec<Value> = sites.iter().map(fracture).collect();
        self.with("fractures", json!(all))
    }
}
