//! The British guidelines and the European guidance: worked cases, every threshold at, below and above, and what
//! is unknown.

mod esceo2019;
mod nice_ta464;
mod nogg2024;
mod nogg2024_giop;

use osteon::Engine;
use osteon::document::Options;
use osteon::document::guidance::{Guideline, Recommendation, Tier};
use osteon::document::options::NoggBetweenAges;
use osteon::outputs::Outputs;

/// What one guideline says of a person.
fn said(guideline: &str, patient: &str) -> Guideline {
    said_with(guideline, patient, None)
}

fn said_with(guideline: &str, patient: &str, between: Option<NoggBetweenAges>) -> Guideline {
    let options =
        Options { guidelines: Some(guideline.to_owned()), nogg_between_ages: between, ..Default::default() };
    let outputs = Outputs::parse("guidelines").unwrap();
    let engine = Engine::new(options, Vec::new()).unwrap().with_outputs(outputs);
    let patient =
        osteon::json::patient(patient.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}: {patient}"));
    let assessment = engine.assess(&patient).unwrap();
    assessment.guidelines.unwrap().remove(0)
}

/// A woman past the menopause of whom everything was asked, with no scan unless `more` has one.
fn woman(age: u32, more: &str) -> String {
    person("female", age, &format!(r#", "postmenopausal": true{more}"#))
}

fn man(age: u32, more: &str) -> String {
    person("male", age, more)
}

fn person(sex: &str, age: u32, more: &str) -> String {
    let scans = if more.contains("\"scans\"") { "" } else { r#", "scans": []"# };
    format!(
        r#"{{"sex": "{sex}", "age_years": {age}, "assessed_on": "2026-06-01",
            "complete": ["fractures", "risk_factors", "history", "treatments", "labs"]{scans}{more}}}"#
    )
}

/// The same of whom only what `more` says is known.
fn woman_barely_known(age: u32, more: &str) -> String {
    format!(
        r#"{{"sex": "female", "age_years": {age}, "postmenopausal": true, "assessed_on": "2026-06-01"{more}}}"#
    )
}

fn frax(mof: f64, hip: f64, with_bmd: bool) -> String {
    format!(r#", "frax": {{"mof_percent": {mof}, "hip_percent": {hip}, "with_bmd": {with_bmd}}}"#)
}

const FOREARM_LONG_AGO: &str =
    r#", "fractures": [{"site": "distal_forearm", "months_ago": 120, "trauma": "low"}]"#;

/// Category and recommendation.
fn short(said: &Guideline) -> (Option<&str>, Recommendation) {
    (said.category.as_deref(), said.recommendation)
}

/// Category, recommendation, what is recommended beside, tier.
type Verdict<'a> = (Option<&'a str>, Recommendation, &'a [Recommendation], Option<Tier>);

fn verdict(said: &Guideline) -> Verdict<'_> {
    (said.category.as_deref(), said.recommendation, &said.also, said.tier)
}

fn has_flag(said: &Guideline, code: &str) -> bool {
    said.flags.iter().any(|flag| flag.code == code)
}
