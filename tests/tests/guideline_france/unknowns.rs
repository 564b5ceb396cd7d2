//! What is unknown stays unknown, and what it cannot change is said all the same.

use osteon::document::guidance::Recommendation::*;
use serde_json::{Value, json};

use super::{asked, brief, broke, say};

fn women(document: &Value) -> osteon::document::guidance::Guideline {
    say("grio2018_women", document)
}

#[test]
fn unknown_scans() {
    let unknown = |changes: Value| {
        let mut document = asked("female", 70, None, changes);
        document.as_object_mut().unwrap().remove("scans");
        women(&document)
    };
    let said = unknown(broke("pelvis"));
    assert_eq!(brief(&said), (Some("severe_fracture"), Undetermined, &[][..]));
    assert_eq!(said.could_be, [MeasureBmd, SpecialistAdvice, Treat]);
    assert_eq!(said.missing, ["scans"]);
    let said = unknown(broke("ankle"));
    assert_eq!(said.category.as_deref(), Some("non_severe_fracture"));
    assert_eq!(said.could_be, [NoDrug, MeasureBmd, SpecialistAdvice, Treat]);
    assert!(said.missing.contains(&"scans".to_owned()));
    let said = unknown(json!({}));
    assert_eq!((said.recommendation, said.applicable), (Undetermined, None));
}

#[test]
fn unknown_fractures() {
    let unknown = |t: f64, changes: Value| {
        let mut document = asked("female", 70, Some(t), changes);
        document.as_object_mut().unwrap().remove("fractures");
        document["complete"] = json!(["risk_factors", "history", "treatments", "labs"]);
        women(&document)
    };
    let at_risk = || json!({"risk_factors": {"current_smoker": true}});
    // Every column says so.
    let said = unknown(-3.0, at_risk());
    assert_eq!(brief(&said), (None, Treat, &[][..]));
    assert!(said.could_be.is_empty());
    assert_eq!(said.could_be_categories, ["severe_fracture", "non_severe_fracture", "no_fracture"]);
    let said = unknown(-2.5, at_risk());
    assert_eq!(said.recommendation, Undetermined);
    assert_eq!(said.could_be, [SpecialistAdvice, Treat]);
    assert_eq!(said.missing, ["fractures", "frax.mof_percent"]);
    assert_eq!(unknown(-0.5, at_risk()).could_be, [NoDrug, SpecialistAdvice]);
    assert_eq!(unknown(-1.5, at_risk()).could_be, [NoDrug, SpecialistAdvice, Treat]);
    assert_eq!(unknown(-2.5, json!({})).could_be, [SpecialistAdvice, Treat, NotApplicable]);
}

#[test]
fn unknown_risk_factors() {
    let unknown = |t: f64, changes: Value| {
        let mut document = asked("female", 70, Some(t), changes);
        document["complete"] = json!(["fractures", "history", "treatments", "labs"]);
        women(&document)
    };
    assert_eq!(unknown(-1.9, json!({})).recommendation, NoDrug);
    let said = unknown(-3.0, json!({}));
    assert_eq!((said.recommendation, said.applicable), (Undetermined, None));
    assert_eq!(said.could_be, [Treat, NotApplicable]);
    assert!(said.missing.contains(&"risk_factors".to_owned()), "{:?}", said.missing);
    assert!(said.missing.contains(&"risk_factors.falls_past_year".to_owned()));
    // One is enough, and a fracture makes them beside the point.
    assert_eq!(unknown(-3.0, json!({"risk_factors": {"falls_past_year": 2}})).recommendation, Treat);
    assert_eq!(unknown(-2.0, broke("ankle")).recommendation, Treat);
    assert_eq!(unknown(-2.0, broke("ankle")).missing, Vec::<String>::new());
    let has = |changes: Value| {
        let mut document = asked("female", 70, Some(-2.5), changes);
        document["complete"] = json!(["fractures", "history", "treatments", "labs"]);
        say("has2023", &document)
    };
    assert_eq!(has(broke("ankle")).could_be, [NoDrug, SpecialistAdvice]);
}

#[test]
fn a_doubtful_vertebra_gives_both_answers() {
    let genant = json!({"fractures": [{"site": "vertebra", "genant_grade": 1}]});
    let said = women(&asked("female", 70, Some(-1.5), genant));
    assert_eq!(said.could_be, [NoDrug, Treat]);
    assert_eq!(said.could_be_categories, ["severe_fracture", "no_fracture"]);
}

#[test]
fn unknown_treatments_leave_frax_open() {
    let mut document = asked(
        "female",
        70,
        Some(-2.5),
        json!({"frax": {"mof_percent": 30.0}, "risk_factors": {"current_smoker": true}}),
    );
    document.as_object_mut().unwrap().remove("treatments");
    document["complete"] = json!(["fractures", "risk_factors", "history", "labs"]);
    let said = women(&document);
    assert_eq!(brief(&said), (Some("no_fracture"), SpecialistAdvice, &[][..]));
    assert_eq!(said.missing, ["treatments"]);
    document["treatments"] = json!([{"drug": "unspecified"}]);
    assert_eq!(women(&document).missing, ["treatments"]);
    document["treatments"] = json!([{"drug": "vitamin_d"}]);
    assert_eq!(women(&document).also, [Treat]);
}

#[test]
fn men() {
    let unknown = |t: f64, without: &str, changes: Value| {
        let mut document = asked("male", 75, Some(t), changes);
        let sections = ["fractures", "risk_factors", "history", "treatments", "labs"];
        document["complete"] = sections.into_iter().filter(|section| *section != without).collect();
        say("grio2021_men", &document)
    };
    let said = unknown(-3.0, "risk_factors", json!({}));
    assert_eq!(said.could_be, [SpecialistAdvice, Treat]);
    assert_eq!(said.category.as_deref(), Some("no_fracture"));
    let frail = unknown(-3.0, "risk_factors", json!({"risk_factors": {"frailty": true}}));
    assert_eq!(frail.recommendation, Treat);
    assert_eq!(frail.missing, ["risk_factors.hypogonadism"]);
    let said = unknown(-2.5, "history", broke("ankle"));
    assert_eq!(brief(&said), (Some("non_severe_fracture"), Treat, &[][..]));
    assert_eq!(said.missing, ["history.oral_bisphosphonate_unsuitable"]);
}
