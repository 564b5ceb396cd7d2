//! USPSTF 2018: screening.

use super::*;

fn says(document: &Value) -> (Option<String>, R) {
    super::says("uspstf2018", document)
}

fn screen() -> (Option<String>, R) {
    group("b", R::MeasureBmd)
}

/// A woman who is at no increased risk by any tool but the one that the test is about.
fn young(age: u32, kg: f64) -> Value {
    let hormones = json!({"oestrogen_hrt": true, "oestrogen_ever": true});
    let document = factors(with(woman(age), "weight_kg", json!(kg)), hormones);
    with(document, "frax", json!({"model": "US", "mof_percent": 5.0, "hip_percent": 0.5, "with_bmd": false}))
}

#[test]
fn men_and_women_from_65() {
    assert_eq!(says(&person("male", 72)), group("insufficient_evidence", R::NoDrug));
    assert_eq!(says(&woman(65)), screen());
    assert_eq!(says(&young(64, 110.0)), (None, R::NoDrug));
    assert_eq!(says(&person("male", 39)), (None, R::NotApplicable));
    assert_eq!(says(&person("male", 40)), group("insufficient_evidence", R::NoDrug));
    assert_eq!(says(&neck(woman(70), -1.5)), (None, R::NoDrug));
    let said = ask("uspstf2018", &woman(65));
    assert_eq!(said.flags.first().map(|flag| flag.code.as_str()), Some("superseded"));
    assert!(said.superseded_by.is_some_and(|by| by.contains("2025")));
}

#[test]
fn each_tool_asks_by_itself() {
    assert_eq!(says(&young(55, 110.0)), (None, R::NoDrug));
    assert_eq!(says(&young(55, 64.0)), screen());
    let with_frax = |mof: f64, with_bmd: bool| {
        let frax = json!({"model": "US", "mof_percent": mof, "hip_percent": 0.5, "with_bmd": with_bmd});
        says(&with(young(55, 110.0), "frax", frax))
    };
    assert_eq!(with_frax(8.4, false), screen());
    assert_eq!(with_frax(8.3, false), (None, R::NoDrug));
    assert_eq!(with_frax(8.4, true), (None, R::NoDrug));
    let points = |document: &Value, fact: &str| {
        let trace = ask("uspstf2018", document).trace.unwrap();
        let rule = trace.into_iter().find(|rule| rule.rule == "uspstf2018.b.younger_at_risk").unwrap();
        rule.predicates.into_iter().find(|predicate| predicate.fact == fact).unwrap().holds
    };
    // OST: 0.2 x (65 - 55) is 2, and 0.2 x (64 - 55) is truncated to 1.
    assert_eq!(points(&young(55, 65.0), "ost_points"), Some(false));
    assert_eq!(points(&young(55, 64.0), "ost_points"), Some(true));
    // ORAI: 5 points of age, 3 of weight below 70 kg, 2 without oestrogen.
    let no_hormones = json!({"oestrogen_hrt": false, "oestrogen_ever": false});
    assert_eq!(points(&factors(young(60, 69.0), no_hormones.clone()), "orai_points"), Some(true));
    assert_eq!(points(&factors(young(60, 70.0), no_hormones.clone()), "orai_points"), Some(false));
    // OSIRIS: 13 of 69 kg less 12 of 60 years is 1; of 64 kg 0.
    assert_eq!(points(&factors(young(60, 65.0), no_hormones.clone()), "osiris_points"), Some(false));
    assert_eq!(points(&factors(young(60, 64.0), no_hormones.clone()), "osiris_points"), Some(true));
    // SCORE: 5, 18 of 60 years, 1 without oestrogen, less 18 of 180 lb (81.7 kg) is 6.
    assert_eq!(points(&factors(young(60, 82.0), no_hormones.clone()), "score_points"), Some(true));
    assert_eq!(points(&factors(young(60, 87.0), no_hormones), "score_points"), Some(false));
}

#[test]
fn screening_is_of_those_in_whom_nothing_is_known() {
    assert_eq!(says(&neck(woman(70), -2.5)), (None, R::NotApplicable));
    assert_eq!(says(&broke(woman(70), &[("ankle", 60.0)])), (None, R::NotApplicable));
    assert_eq!(says(&broke(woman(70), &[("toe", 60.0)])), screen());
    assert_eq!(says(&factors(woman(70), json!({"coeliac_disease": true}))), (None, R::NotApplicable));
    assert_eq!(ask("uspstf2018", &unasked(woman(70), &["fractures"])).applicable, None);
}

#[test]
fn what_is_unknown() {
    let mut no_weight = young(55, 110.0);
    no_weight.as_object_mut().unwrap().remove("weight_kg");
    let said = ask("uspstf2018", &no_weight);
    assert_eq!(said.could_be, [R::NoDrug, R::MeasureBmd]);
    assert!(said.missing.contains(&"weight_kg".to_owned()), "{:?}", said.missing);
    let mut no_frax = young(55, 110.0);
    no_frax.as_object_mut().unwrap().remove("frax");
    assert_eq!(ask("uspstf2018", &no_frax).recommendation, R::CalculateFrax);
}
