//! DVO 2023: what is unknown, and what is read as something.

use osteon::document::guidance::Recommendation as R;
use serde_json::{Value, json};

use super::{With, ask, flags, woman};

const ID: &str = "dvo2023";

fn woman_of_60() -> Value {
    woman(60).t(&[("total_hip", -1.5)])
}

#[test]
fn nothing_unknown_is_read_as_no() {
    let said = ask(ID, &woman_of_60().without("complete"));
    assert_eq!((said.category.as_deref(), said.recommendation), (None, R::Undetermined));
    assert_eq!(said.could_be, [R::NoDrug, R::Consider, R::Treat, R::TreatAnabolicFirst]);
    assert!(flags(&said).contains(&"tier_open"));
    assert!(said.missing.iter().any(|field| field == "risk_factors"), "{:?}", said.missing);
}

#[test]
fn an_unknown_that_changes_nothing_decides() {
    // Every tier is blank at 90 with -4.0.
    let said = ask(ID, &woman(90).t(&[("total_hip", -4.0)]).without("complete"));
    assert_eq!((said.category.as_deref(), said.recommendation), (Some("ge10"), R::TreatAnabolicFirst));
    assert!(said.could_be.is_empty());
}

#[test]
fn no_scan_has_a_column_and_an_unknown_one_has_all() {
    let none = ask(ID, &woman(60));
    assert_eq!((none.category.as_deref(), none.recommendation), (Some("lt3"), R::NoDrug));
    let unknown = ask(ID, &woman(60).without("scans"));
    assert_eq!(unknown.recommendation, R::Undetermined);
    assert!(unknown.could_be.contains(&R::NoDrug) && unknown.could_be.contains(&R::TreatAnabolicFirst));
    // A scan without a total hip leaves it open too.
    let spine = ask(ID, &woman(60).t(&[("lumbar_spine", -1.0)]));
    assert_eq!(spine.recommendation, R::Undetermined);
}

#[test]
fn a_fracture_decides_that_a_drug_is_given_though_the_tier_is_open() {
    let said = ask(ID, &woman_of_60().broke(&[("vertebra", 40.0)]).without("complete"));
    assert_eq!(said.could_be, [R::Treat, R::TreatAnabolicFirst]);
    assert_eq!(said.category, None);
    // Without bone density 10 % is out of reach at 60: the tier is open, the action is not.
    let said = ask(ID, &woman(60).broke(&[("vertebra", 40.0)]).without("complete"));
    assert_eq!((said.category.as_deref(), said.recommendation), (None, R::Treat));
    assert_eq!(said.could_be_categories, ["5_to_10", "3_to_5", "lt3"]);
}

#[test]
fn a_fracture_that_may_be_one_of_the_hip_leaves_both_actions() {
    let said = ask(ID, &woman(50).t(&[("total_hip", 0.0)]).broke(&[("femur_unspecified", 40.0)]));
    assert_eq!((said.category.as_deref(), said.could_be), (Some("lt3"), vec![R::NoDrug, R::Treat]));
}

#[test]
fn a_low_body_mass_index_is_one_that_was_not_named() {
    // 1.5 and the 2.2 of a very low one would reach 3 %.
    let smokes = json!({"cigarettes_per_day": 20});
    let stated = woman_of_60().with("risk_factors", smokes.clone());
    let silent = stated.clone().without("bmi_kg_m2");
    let (stated, said) = (ask(ID, &stated), ask(ID, &silent));
    assert_eq!((&said.category, said.recommendation), (&stated.category, stated.recommendation));
    assert!(flags(&said).contains(&"body_mass_index_not_stated"));
    assert!(!flags(&stated).contains(&"body_mass_index_not_stated"));
    // Where nobody asked for risk factors it is open.
    let open = silent.with("complete", json!(["fractures", "history", "treatments", "labs"]));
    assert!(!flags(&ask(ID, &open)).contains(&"body_mass_index_not_stated"));
    let low = woman_of_60().with("risk_factors", smokes).with("bmi_kg_m2", json!(15));
    assert_eq!(ask(ID, &low).category.as_deref(), Some("3_to_5"));
}

#[test]
fn what_is_read_into_a_document_is_taken_as_read() {
    // Neither a trauma nor a day.
    let said = ask(ID, &woman(75).with("fractures", json!([{"site": "vertebra", "months_ago": 36}])));
    assert_eq!((said.category.as_deref(), said.recommendation), (Some("5_to_10"), R::Treat));
    assert!(said.could_be.is_empty());
    // When it happened is no reading, but a question: 2.0 or 2.9.
    let undated = ask(ID, &woman(60).with("fractures", json!([{"site": "vertebra"}])));
    let recent = ask(ID, &woman(60).broke(&[("vertebra", 1.0)]));
    let old = ask(ID, &woman(60).broke(&[("vertebra", 40.0)]));
    assert_eq!(undated.could_be_categories.is_empty(), recent.category == old.category);
}

#[test]
fn the_other_age_row_is_named_where_it_decides() {
    let says = |age: u32, t: f64| flags(&ask(ID, &woman(age).t(&[("total_hip", t)]))).contains(&"age_row");
    // 65 to 67 lie in one row by either rule; 68 in that of 65 or of 70.
    assert!(!says(65, -2.5) && !says(67, -2.5));
    let at = |age: u32| ask(ID, &woman(age).t(&[("total_hip", -2.6)])).category;
    let t_that_differs = (0..40).map(|tenth| f64::from(-tenth) / 10.0).find(|&t| {
        let tier = |age: u32| ask(ID, &woman(age).t(&[("total_hip", t)])).category;
        tier(65) != tier(70)
    });
    let t = t_that_differs.expect("the rows differ somewhere");
    assert!(says(68, t) && !says(70, t), "{t}");
    assert_eq!(at(65), at(67));
}

#[test]
fn after_a_fracture_there_is_treatment_though_the_tier_is_open() {
    let regions = json!([{"regions": [{"region": "femoral_neck", "t_score": -2.5}]}]);
    let fractures = json!([{"site": "vertebra", "months_ago": 18, "trauma": "low"}]);
    let said = ask("dvo2023", &woman(62).with("scans", regions).with("fractures", fractures));
    assert_eq!((said.category, said.recommendation), (None, R::Treat));
    assert_eq!(said.could_be, [R::Treat, R::TreatAnabolicFirst]);
}
