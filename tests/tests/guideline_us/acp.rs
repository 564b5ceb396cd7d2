//! ACP 2023.

use super::*;

fn says(document: &Value) -> (Option<String>, R) {
    super::says("acp2023", document)
}

#[test]
fn both_sides_of_each_limit() {
    for (age, score, expected) in [
        (70, -2.5, group("osteoporosis", R::Treat)),
        (70, -2.4, group("low_bone_mass", R::Consider)),
        (66, -1.1, group("low_bone_mass", R::Consider)),
        (66, -1.0, (None, R::NoDrug)),
        (65, -1.1, group("low_bone_mass", R::NoDrug)),
    ] {
        assert_eq!(says(&neck(woman(age), score)), expected, "{age} {score}");
    }
    assert_eq!(says(&neck(person("male", 70), -2.4)), group("low_bone_mass", R::NoDrug));
    assert_eq!(says(&neck(person("male", 70), -2.5)), group("osteoporosis", R::Treat));
}

#[test]
fn osteoporosis_by_a_fracture() {
    let treat = group("osteoporosis", R::Treat);
    assert_eq!(says(&broke(woman(60), &[("proximal_femur", 60.0)])), treat);
    assert_eq!(says(&broke(neck(woman(60), -1.1), &[("distal_forearm", 60.0)])), treat);
    assert_eq!(says(&broke(neck(woman(60), -1.0), &[("distal_forearm", 60.0)])), (None, R::NoDrug));
    assert_eq!(says(&broke(woman(60), &[("distal_forearm", 60.0)])), (None, R::MeasureBmd));
    assert!(flagged(&ask("acp2023", &woman(60)), "bone_density_not_measured"));
}

#[test]
fn secondary_osteoporosis_is_not_its_subject() {
    let secondary = |value| factors(neck(woman(60), -2.6), value);
    assert_eq!(says(&secondary(json!({"hyperparathyroidism": true}))), (None, R::NotApplicable));
    let days = |days| json!({"glucocorticoid": {"current": true, "mg_per_day": 5, "days": days, "planned_days": days}});
    assert_eq!(says(&secondary(days(91))), (None, R::NotApplicable));
    assert_eq!(says(&secondary(days(90))), group("osteoporosis", R::Treat));
    let unknown = ask("acp2023", &unasked(neck(woman(60), -2.6), &[]));
    assert_eq!((unknown.applicable, unknown.missing), (None, vec!["risk_factors".to_owned()]));
}

#[test]
fn what_to_know() {
    let unsuitable = with(neck(woman(60), -2.6), "history", json!({"oral_bisphosphonate_unsuitable": true}));
    let said = ask("acp2023", &unsuitable);
    assert!(flagged(&said, "denosumab_second_line") && flagged(&said, "very_high_risk_woman"));
    let man = ask("acp2023", &neck(person("male", 70), -2.6));
    assert!(!flagged(&man, "denosumab_second_line") && !flagged(&man, "very_high_risk_woman"));
}
