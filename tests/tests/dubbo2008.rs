//! The Cox models of the Dubbo study: vectors, statements of the abstracts, documents, and what must
//! hold for any person.

mod completing;

use completing::{Question, printed, risks, risks_with, says_what_closing_says, with};
use osteon::document::assessment::Risk;
use osteon::document::options::OutOfRange;
use osteon::document::{Options, Sex};
use osteon::error::Code;
use osteon::risk::Outcome;
use osteon::risk::dubbo2008::{Inputs, percent};
use proptest::prelude::*;
use serde_json::{Value, json};

const MODEL: &str = "dubbo2008";
const VECTORS: &str = include_str!("../data/dubbo2008_vectors.csv");

fn risk(sex: Sex, outcome: Outcome, years: u8, age: f64, t: f64, fractures: u32, falls: u32) -> f64 {
    let inputs = Inputs {
        sex,
        age_years: age,
        t_femoral_neck: t,
        fractures_after_50: fractures,
        falls_past_year: falls,
    };
    percent(&inputs, outcome, years).unwrap()
}

#[test]
fn every_vector() {
    let mut reader = csv::Reader::from_reader(VECTORS.as_bytes());
    let mut rows = 0;
    for record in reader.records().map(Result::unwrap) {
        let number = |i: usize| record[i].parse::<f64>().unwrap();
        let count = |i: usize| record[i].parse::<u32>().unwrap();
        let (sex, outcome) = (Sex::from_key(&record[0]).unwrap(), Outcome::from_key(&record[1]).unwrap());
        let years = record[2].parse().unwrap();
        let ours = risk(sex, outcome, years, number(3), number(4), count(5), count(6));
        assert!((ours - number(7)).abs() <= 1e-6, "{record:?}: {ours}");
        rows += 1;
    }
    assert_eq!(rows, 672);
}

/// What the abstracts of 2007 and 2008 state.
#[test]
fn statements_of_the_abstracts() {
    use Sex::{Female, Male};
    let any = |sex, age, t, fractures| risk(sex, Outcome::Any, 5, age, t, fractures, 0);
    // At 80, men below -1.0 and women below -2.0 exceed 10 % in five years.
    assert!(any(Male, 80.0, -1.0, 0) > 10.0 && any(Female, 80.0, -2.0, 0) > 10.0);
    // At 60, a woman exceeds 10 % only with a T-score of -2.5 and a fracture.
    assert!(any(Female, 60.0, -2.5, 1) > 10.0);
    assert!(any(Female, 60.0, -2.5, 0) < 10.0);
    // From 75, with a T-score of -2.5, men's hip risk is comparable to or above women's.
    for age in 75..=100 {
        let hip = |sex| risk(sex, Outcome::Hip, 5, f64::from(age), -2.5, 0, 0);
        assert!(hip(Male) > hip(Female), "{age}");
    }
}

#[test]
fn worked_figures() {
    use Sex::{Female, Male};
    for (ours, expected) in [
        (risk(Male, Outcome::Any, 5, 80.0, -1.0, 0, 0), 11.7),
        (risk(Female, Outcome::Any, 5, 80.0, -2.0, 0, 0), 11.7),
        (risk(Female, Outcome::Any, 5, 60.0, -2.5, 1, 0), 13.2),
        (risk(Female, Outcome::Any, 5, 60.0, -2.5, 0, 0), 7.7),
        (risk(Male, Outcome::Hip, 5, 75.0, -2.5, 0, 0), 4.2),
        (risk(Female, Outcome::Hip, 5, 75.0, -2.5, 0, 0), 3.7),
        (risk(Male, Outcome::Hip, 5, 80.0, -2.5, 0, 0), 7.1),
        (risk(Female, Outcome::Hip, 5, 80.0, -2.5, 0, 0), 4.8),
    ] {
        assert!((ours - expected).abs() <= 0.05, "{ours} is not {expected}");
    }
    let at_10_years = risk(Female, Outcome::Hip, 10, 60.0, -2.5, 1, 1);
    assert!((at_10_years - 10.864_888_854_670_75).abs() < 1e-9);
}

/// The nomogram of 2008 as redrawn by others and fitted before the equation was seen (age, T, fractures,
/// falls, 5 and 10 years). The equation supersedes the fit; that they lie within a percentage point of each
/// other shows that both speak of one model.
#[test]
fn near_the_nomogram_of_the_women() {
    for (age, t, fractures, falls, at_5, at_10) in [
        (80.0, -2.0, 0, 0, 11.62, 23.14),
        (60.0, -2.5, 1, 0, 13.01, 25.69),
        (70.0, -2.5, 1, 1, 20.94, 39.38),
        (75.0, -1.5, 0, 0, 8.24, 16.75),
        (85.0, -4.0, 3, 3, 95.93, 99.89),
    ] {
        for (years, expected) in [(5, at_5), (10, at_10)] {
            let ours = risk(Sex::Female, Outcome::Any, years, age, t, fractures, falls);
            assert!((ours - expected).abs() < 1.0, "{age} {t} {years}: {ours} against {expected}");
        }
    }
}

fn document(sex: &str, age: f64, t: f64) -> Value {
    json!({"sex": sex, "age_years": age, "scans": printed(&[("femoral_neck", t)])})
}

fn codes(risk: &Risk) -> Vec<&str> {
    risk.flags.iter().map(|flag| flag.code.as_str()).collect()
}

#[test]
fn a_document() {
    let mut woman = document("female", 60.9, -2.5);
    woman["fractures"] = json!([
        {"site": "distal_forearm", "age_years": 55, "trauma": "low", "event_id": "a"},
        {"site": "proximal_humerus", "age_years": 55, "trauma": "low", "event_id": "a"},
        {"site": "ankle", "age_years": 49, "trauma": "low"},
        {"site": "proximal_femur", "age_years": 58, "trauma": "high"},
        {"site": "face", "age_years": 58, "trauma": "low"}
    ]);
    woman["risk_factors"] = json!({"falls_past_year": 1});
    let said = risks(&woman, MODEL);
    let shape: Vec<_> = said.iter().map(|risk| (risk.outcome, risk.horizon_years)).collect();
    assert_eq!(
        shape,
        [
            (Outcome::Any, Some(5)),
            (Outcome::Any, Some(10)),
            (Outcome::Hip, Some(5)),
            (Outcome::Hip, Some(10))
        ]
    );
    // Completed years, one event, nothing unknown.
    let hip = &said[2];
    assert!((hip.percent.unwrap() - 5.580_454_381_176_57).abs() < 1e-9);
    assert_eq!(hip.range_percent, Some([hip.percent.unwrap(); 2]));
    assert!(hip.inputs_assumed.is_empty() && hip.refused.is_none());
    assert_eq!(hip.name, "Dubbo (Nguyen 2007/2008) model");
    assert_eq!((said[0].verified, hip.verified), (Some(true), Some(false)));
    assert_eq!(codes(&said[0]), ["t_reference_of_the_study", "no_competing_mortality"]);
    assert_eq!(codes(hip), ["t_reference_of_the_study", "no_competing_mortality", "second_tier"]);
    let man = risks(&document("male", 80.0, -1.0), MODEL);
    assert!(man.iter().all(|risk| codes(risk).contains(&"second_tier")));
    assert!((man[0].percent.unwrap() - 11.7).abs() < 0.05);
    let read: Vec<_> = man[0].inputs_assumed.iter().map(|a| (&*a.field, &*a.read_as)).collect();
    assert_eq!(read, [("fractures", "none"), ("risk_factors.falls_past_year", "0")]);
}

#[test]
fn refused_outside_the_range_and_moved_to_its_limit_on_request() {
    let code = |document: &Value| {
        let said = risks(document, MODEL);
        assert_eq!(said.len(), 4);
        assert!(said.iter().all(|risk| risk.percent.is_none() && risk.range_percent.is_none()));
        said[0].refused.clone().map(|refusal| (refusal.code, refusal.field.into_owned())).unwrap()
    };
    assert_eq!(code(&document("female", 54.9, -2.0)), (Code::OutOfRange, "age_years".to_owned()));
    assert_eq!(code(&document("female", 101.0, -2.0)), (Code::OutOfRange, "age_years".to_owned()));
    assert_eq!(code(&document("female", 70.0, -6.1)), (Code::OutOfRange, "t_femoral_neck".to_owned()));
    assert_eq!(code(&document("male", 70.0, 4.1)), (Code::OutOfRange, "t_femoral_neck".to_owned()));
    let hip_only = with(&document("male", 70.0, 0.0), "scans", &printed(&[("total_hip", -2.0)]));
    assert_eq!(code(&hip_only), (Code::Missing, "t_femoral_neck".to_owned()));

    let clamp = || Options { out_of_range: Some(OutOfRange::Clamp), ..Options::default() };
    let moved = risks_with(&document("female", 54.0, -7.0), MODEL, clamp());
    let at_limit = risks(&document("female", 55.0, -6.0), MODEL);
    assert_eq!(moved[0].percent, at_limit[0].percent);
    let named: Vec<_> = moved[0].clamped.iter().map(|reason| &*reason.code).collect();
    assert_eq!(named, ["age_years", "t_femoral_neck"]);
    assert!(at_limit[0].clamped.is_empty());
}

#[test]
fn a_hip_risk_above_that_of_any_fracture_is_flagged() {
    let said = risks(&document("female", 75.0, -6.0), MODEL);
    assert!(said[2].percent > said[0].percent);
    assert!(codes(&said[2]).contains(&"hip_above_any"));
    assert!(!codes(&said[0]).contains(&"hip_above_any"));
}

#[test]
fn a_fracture_in_doubt_widens_the_range() {
    let doubtful = json!([{"site": "vertebra", "genant_grade": 1, "age_years": 60}]);
    let woman = with(&document("female", 70.0, -2.0), "fractures", &doubtful);
    let woman = with(&woman, "risk_factors", &json!({"falls_past_year": 0}));
    let none = risks(&with(&woman, "fractures", &json!([])), MODEL)[0].percent.unwrap();
    let one = risks(&with(&woman, "fractures", &json!([{"site": "distal_forearm", "age_years": 60}])), MODEL)
        [0]
    .percent
    .unwrap();
    let said = &risks(&woman, MODEL)[0];
    assert_eq!((said.percent, said.range_percent), (Some(none), Some([none, one])));
    assert_eq!(said.inputs_assumed.len(), 1);
}

/// Without an age it is read as at 50 or more, and without a force as of low force; the range keeps the
/// other readings.
#[test]
fn a_fracture_counted_by_what_was_read_into_it_leaves_room_for_none() {
    let woman = with(&document("female", 70.0, -2.0), "risk_factors", &json!({"falls_past_year": 0}));
    let of = |fractures: Value| risks(&with(&woman, "fractures", &fractures), MODEL)[0].clone();
    let one = of(fractures(1)).percent.unwrap();
    let none = of(json!([])).percent.unwrap();
    for fracture in [
        json!({"site": "distal_forearm", "trauma": "low"}),
        json!({"site": "distal_forearm", "age_years": 60}),
    ] {
        let said = of(json!([fracture]));
        assert_eq!((said.percent, said.range_percent), (Some(one), Some([none, one])));
        let assumed = &said.inputs_assumed[0];
        assert_eq!((&*assumed.field, &*assumed.read_as), ("fractures", "those in doubt counted"));
    }
}

#[test]
fn a_fall_with_an_injury_is_a_fall() {
    let woman = with(&document("female", 70.0, -2.0), "fractures", &json!([]));
    let falls = |risk_factors: Value| risks(&with(&woman, "risk_factors", &risk_factors), MODEL)[1].clone();
    let (one, three) = (falls(json!({"falls_past_year": 1})), falls(json!({"falls_past_year": 3})));
    let said = falls(json!({"injurious_falls": true}));
    assert_eq!(said.percent, one.percent);
    assert_eq!(said.range_percent, Some([one.percent.unwrap(), three.percent.unwrap()]));
}

/// So many fractures on so many days.
fn fractures(count: u32) -> Value {
    let each = |n: u32| json!({"site": "distal_forearm", "age_years": 51 + n, "trauma": "low"});
    Value::Array((0..count).map(each).collect())
}

fn question(field: &'static str, of: fn(u32) -> Value) -> Question {
    (field, (0..=3).map(of).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_range_is_that_of_every_completion(
        sex in prop::sample::select(vec!["female", "male"]), age in 55_u32..=100, t in -60_i32..=40,
        known_fractures in prop::option::of(0_u32..5), known_falls in prop::option::of(0_u32..5),
    ) {
        let mut person = document(sex, f64::from(age), f64::from(t) / 10.0);
        let mut open = Vec::new();
        match known_fractures {
            Some(count) => person["fractures"] = fractures(count),
            None => open.push(question("fractures", fractures)),
        }
        match known_falls {
            Some(falls) => person["risk_factors"] = json!({"falls_past_year": falls}),
            None => open.push(question("risk_factors.falls_past_year", |falls| json!(falls))),
        }
        says_what_closing_says(&person, &open, MODEL);
    }

    #[test]
    fn risk_rises_with_age_fractures_and_falls_and_as_the_t_score_falls(
        male in any::<bool>(), hip in any::<bool>(), at_10 in any::<bool>(),
        age in 55.0..99.0_f64, t in -5.0..4.0_f64, fractures in 0_u32..3, falls in 0_u32..3,
    ) {
        let (sex, outcome) = (if male { Sex::Male } else { Sex::Female }, if hip { Outcome::Hip } else { Outcome::Any });
        let years = if at_10 { 10 } else { 5 };
        let of = |age, t, fractures, falls| risk(sex, outcome, years, age, t, fractures, falls);
        let base = of(age, t, fractures, falls);
        prop_assert!((0.0..=100.0).contains(&base));
        // At the very top all risks are 100 in a double.
        let up = |other: f64| other > base || base > 99.999;
        prop_assert!(up(of(age + 1.0, t, fractures, falls)));
        prop_assert!(up(of(age, t - 0.1, fractures, falls)));
        prop_assert!(up(of(age, t, fractures + 1, falls)));
        prop_assert!(up(of(age, t, fractures, falls + 1)));
        prop_assert!(risk(sex, outcome, 10, age, t, fractures, falls) >= risk(sex, outcome, 5, age, t, fractures, falls));
    }
}
