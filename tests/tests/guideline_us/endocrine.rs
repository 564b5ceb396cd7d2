//! Endocrine Society, 2019 and 2020.

use super::*;

fn says(document: &Value) -> (Option<String>, R) {
    super::says("endocrine2020", document)
}

fn low(score: f64) -> Value {
    frax(neck(woman(60), score), 5.0, 1.0)
}

#[test]
fn both_sides_of_each_limit() {
    for (score, expected) in [
        (-2.6, group("high", R::Treat)),
        (-2.5, group("high", R::Treat)),
        (-2.4, group("moderate", R::Consider)),
        (-1.0, group("moderate", R::Consider)),
        (-0.9, group("low", R::NoDrug)),
    ] {
        assert_eq!(says(&low(score)), expected, "{score}");
    }
    for (mof, hip, expected) in [
        (20.0, 1.0, group("high", R::Treat)),
        (19.9, 2.9, group("low", R::NoDrug)),
        (5.0, 3.0, group("high", R::Treat)),
    ] {
        assert_eq!(says(&frax(neck(woman(60), 0.0), mof, hip)), expected, "{mof} {hip}");
    }
}

#[test]
fn several_vertebrae_ask_for_a_t_score_too() {
    let two = [("vertebra", 60.0), ("vertebra", 90.0)];
    assert_eq!(says(&broke(low(-2.5), &two)), group("very_high", R::TreatAnabolicFirst));
    assert_eq!(says(&broke(low(-2.4), &two)), group("high", R::Treat));
    assert_eq!(says(&broke(low(-2.5), &two[..1])), group("high", R::Treat));
    assert_eq!(says(&broke(low(-1.5), &[("distal_forearm", 2.0)])), group("moderate", R::Consider));
}

#[test]
fn one_more_vertebra_on_the_list_does_not_hide_those_of_an_image() {
    let image = json!([{"date": "2026-01-01", "result": "fracture", "levels": ["T8", "L1"]}]);
    let imaged = with(low(-2.6), "spine_imaging", image);
    assert_eq!(says(&imaged), group("very_high", R::TreatAnabolicFirst));
    assert_eq!(says(&broke(imaged, &[("vertebra", 4.0)])), group("very_high", R::TreatAnabolicFirst));
}

#[test]
fn what_is_unknown_or_not_measured() {
    let said = ask("endocrine2020", &neck(woman(60), -1.5));
    assert_eq!((said.recommendation, said.also), (R::Consider, vec![R::CalculateFrax]));
    assert_eq!(ask("endocrine2020", &neck(woman(60), 0.0)).recommendation, R::CalculateFrax);
    assert_eq!(says(&frax(woman(60), 5.0, 1.0)), (None, R::MeasureBmd));
    assert_eq!(says(&person("male", 70)), (None, R::NotApplicable));
    assert!(flagged(&ask("endocrine2020", &low(0.0)), "not_yet_verified"));
}
