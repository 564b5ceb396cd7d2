//! What is unknown stays unknown, and what it cannot change is said all the same.

use osteon::document::guidance::Recommendation::*;
use serde_json::{Value, json};

use super::{asked, broke, outcome, say};

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
    assert_eq!(outcome(&said), (Some("severe_fracture"), Undetermined, &[][..]));
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
    assert_eq!(outcome(&said), (None, Treat, &[][..]));
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
    assert_eq!(outcome(&said), (Some("no_fracture"), SpecialistAdvice, &[][..]));
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
    assert_eq!(outcome(&said), (Some("non_severe_fracture"), Treat, &[][..]));
    assert_eq!(said.missing, ["history.oral_bisphosphonate_unsuitable"]);
}

/// What is possible is what some completion says, no more and no less.
#[test]
fn what_could_be_is_what_completions_say() {
    let fractures = [json!([]), broke("ankle")["fractures"].clone(), broke("pelvis")["fractures"].clone()];
    let t = [Some(-0.5), Some(-1.5), Some(-2.5), Some(-3.5), None];
    for (id, sex) in [("grio2018_women", "female"), ("has2023", "female"), ("grio2021_men", "male")] {
        let document = |t: Option<f64>, fractures: &Value| {
            let mut document = asked(sex, 75, t, json!({"risk_factors": {"current_smoker": true}}));
            document["fractures"] = fractures.clone();
            say_pair(id, &document)
        };
        let unknown = |t: Option<Option<f64>>, fractures: Option<&Value>| {
            let mut document = asked(sex, 75, t.flatten(), json!({"risk_factors": {"current_smoker": true}}));
            document["complete"] = json!(["risk_factors", "history", "treatments", "labs"]);
            match fractures {
                Some(fractures) => document["fractures"] = fractures.clone(),
                None => drop(document.as_object_mut().unwrap().remove("fractures")),
            }
            if t.is_none() {
                document.as_object_mut().unwrap().remove("scans");
            }
            let said = say(id, &document);
            let mut recommendations = said.could_be;
            if recommendations.is_empty() {
                recommendations.push(said.recommendation);
            }
            let mut categories = said.could_be_categories;
            categories.extend(said.category);
            categories.sort();
            (recommendations, categories)
        };
        let union = |pairs: Vec<(osteon::document::guidance::Recommendation, String)>| {
            let (mut recommendations, mut categories): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
            recommendations.sort_unstable();
            recommendations.dedup();
            categories.sort();
            categories.dedup();
            (recommendations, categories)
        };
        for t in t {
            let all = fractures.iter().map(|fractures| document(t, fractures)).collect();
            assert_eq!(unknown(Some(t), None), union(all), "{id} {t:?}");
        }
        for fractures in &fractures {
            let all = t.into_iter().map(|t| document(t, fractures)).collect();
            assert_eq!(unknown(None, Some(fractures)), union(all), "{id} {fractures}");
        }
        let all = t.into_iter().flat_map(|t| fractures.iter().map(move |f| (t, f)));
        assert_eq!(unknown(None, None), union(all.map(|(t, f)| document(t, f)).collect()), "{id}");
    }
}

fn say_pair(id: &str, document: &Value) -> (osteon::document::guidance::Recommendation, String) {
    let said = say(id, document);
    (said.recommendation, said.category.unwrap())
}
