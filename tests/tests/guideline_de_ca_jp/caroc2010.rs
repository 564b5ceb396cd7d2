//! CAROC 2010.

use osteon::document::guidance::Recommendation as R;
use serde_json::{Value, json};

use super::{With, ask, flags, man, short, woman};

const ID: &str = "caroc2010";
/// Age of the row, T-score above which a woman is low and below which she is high, and the same of a man.
const ROWS: [(u32, [f64; 2], [f64; 2]); 8] = [
    (50, [-2.5, -3.8], [-2.5, -3.9]),
    (55, [-2.5, -3.8], [-2.5, -3.9]),
    (60, [-2.3, -3.7], [-2.5, -3.7]),
    (65, [-1.9, -3.5], [-2.4, -3.7]),
    (70, [-1.7, -3.2], [-2.3, -3.7]),
    (75, [-1.2, -2.9], [-2.3, -3.8]),
    (80, [-0.5, -2.6], [-2.1, -3.8]),
    (85, [0.1, -2.2], [-2.0, -3.8]),
];

fn group(document: &Value) -> (Option<String>, R) {
    short(ID, document)
}

fn says(group: &str) -> (Option<String>, R) {
    let recommendation = match group {
        "low" => R::NoDrug,
        "moderate" => R::Consider,
        _ => R::Treat,
    };
    (Some(group.to_owned()), recommendation)
}

fn neck(t: f64) -> Value {
    json!([{"regions": [{"region": "femoral_neck", "t_score": t}]}])
}

fn tenths(t: f64, by: i32) -> f64 {
    f64::from((t * 10.0).round() as i32 + by) / 10.0
}

#[test]
fn every_row_at_below_and_above_its_limits() {
    for (row, of_women, of_men) in ROWS {
        // The nearest row; none before the first and after the last.
        let ages: Vec<u32> = match row {
            50 => vec![50, 52],
            85 => vec![83, 85, 86, 99],
            _ => vec![row - 2, row, row + 2],
        };
        for age in ages {
            for (person, [low_above, high_below]) in [(woman(age), of_women), (man(age), of_men)] {
                let at = |t: f64| group(&person.clone().with("scans", neck(t)));
                assert_eq!(at(tenths(low_above, 1)), says("low"), "{age} {low_above}");
                assert_eq!(at(low_above), says("moderate"), "{age} {low_above}");
                assert_eq!(at(high_below), says("moderate"), "{age} {high_below}");
                assert_eq!(at(tenths(high_below, -1)), says("high"), "{age} {high_below}");
            }
        }
    }
    let old = ask(ID, &woman(86).with("scans", neck(0.2)));
    assert!(flags(&old).contains(&"row_of_85") && !flags(&ask(ID, &woman(85))).contains(&"row_of_85"));
}

#[test]
fn a_fracture_or_a_glucocorticoid_raises_by_one_and_both_to_high() {
    let taken = json!({"glucocorticoid": {"current": true, "mg_per_day": 7.5, "days": 90}});
    for (t, before, after) in [(-1.8, "low", "moderate"), (-2.0, "moderate", "high"), (-3.6, "high", "high")]
    {
        let person = || woman(65).with("scans", neck(t));
        assert_eq!(group(&person()), says(before));
        assert_eq!(group(&person().broke(&[("distal_forearm", 30.0)])), says(after));
        assert_eq!(group(&person().with("risk_factors", taken.clone())), says(after));
        let both = person().broke(&[("distal_forearm", 30.0)]).with("risk_factors", taken.clone());
        assert_eq!(group(&both), says("high"));
        for site in ["proximal_femur", "vertebra"] {
            assert_eq!(group(&person().broke(&[(site, 30.0)])), says("high"), "{site}");
        }
        let two = person().broke(&[("distal_forearm", 30.0), ("ankle", 60.0)]);
        assert_eq!(group(&two), says("high"));
        let toe_and_face = person().broke(&[("toe", 30.0), ("face", 60.0), ("heel", 10.0), ("hand", 5.0)]);
        assert_eq!(group(&toe_and_face), says(before));
    }
}

#[test]
fn two_bones_of_one_day_are_one_fracture() {
    let fracture =
        |site: &str, event: &str| json!({"site": site, "event_id": event, "trauma": "low", "months_ago": 20});
    let of = |one: &str, other: &str| {
        let fractures = json!([fracture("distal_forearm", one), fracture("rib_single", other)]);
        group(&woman(65).with("scans", neck(-1.8)).with("fractures", fractures))
    };
    assert_eq!((of("a", "a"), of("a", "b")), (says("moderate"), says("high")));
}

#[test]
fn a_fracture_counts_from_40() {
    let aged = |age: u32, trauma: Option<&str>| {
        let fracture = json!({"site": "distal_forearm", "age_years": age, "trauma": trauma});
        ask(ID, &woman(65).with("scans", neck(-1.8)).with("fractures", json!([fracture])))
    };
    assert_eq!(aged(39, Some("low")).recommendation, R::NoDrug);
    assert_eq!(aged(40, Some("low")).recommendation, R::Consider);
    // Before 50 a trauma that nobody stated is not read as low.
    assert_eq!(aged(45, None).could_be, [R::NoDrug, R::Consider]);
    assert_eq!(aged(50, None).recommendation, R::Consider);
}

#[test]
fn a_glucocorticoid_counts_from_its_limits_and_in_the_past_year() {
    let of = |glucocorticoid: Value| {
        let factors = json!({ "glucocorticoid": glucocorticoid });
        ask(ID, &woman(65).with("scans", neck(-1.8)).with("risk_factors", factors)).recommendation
    };
    let current = |dose: f64, days: f64| {
        of(json!({"current": true, "mg_per_day": dose, "days": days, "planned_days": days}))
    };
    assert_eq!(
        (current(7.5, 90.0), current(7.4, 90.0), current(7.5, 89.0)),
        (R::Consider, R::NoDrug, R::NoDrug)
    );
    assert_eq!(current(7.6, 91.0), R::Consider);
    let ended = |months: f64, days: f64| {
        of(
            json!({"current": false, "ever": true, "mg_per_day": 10, "days": days, "months_since_stopped": months}),
        )
    };
    // 9 months are 270 days: 95 of the past year are left.
    assert_eq!((ended(9.0, 90.0), ended(9.0, 89.0), ended(10.0, 300.0)), (R::Consider, R::NoDrug, R::NoDrug));
    assert_eq!(of(json!({"current": false})), R::NoDrug);
    assert_eq!(of(json!({"current": false, "ever": true})), R::Undetermined);
    assert_eq!(of(json!({"current": true, "mg_per_day": 10})), R::Undetermined);
    assert_eq!(of(json!({"current": true, "mg_per_day": 5})), R::NoDrug);
}

#[test]
fn a_low_spine_or_total_hip_is_at_least_moderate() {
    for region in ["lumbar_spine", "total_hip"] {
        let of = |neck: f64, other: f64| group(&woman(65).t(&[("femoral_neck", neck), (region, other)]));
        assert_eq!(of(-1.8, -2.4), says("low"), "{region}");
        assert_eq!(of(-1.8, -2.5), says("moderate"), "{region}");
        assert_eq!(of(-1.8, -2.6), says("moderate"), "{region}");
        assert_eq!(of(-3.6, -2.6), says("high"), "{region}");
        let broken = woman(65).t(&[("femoral_neck", -1.8), (region, -2.6)]).broke(&[("ankle", 20.0)]);
        assert_eq!(group(&broken), says("moderate"), "{region}");
    }
    assert_eq!(group(&woman(65).t(&[("radius_33", -4.0), ("femoral_neck", -1.8)])), says("low"));
}

#[test]
fn without_a_femoral_neck_it_is_measured_first() {
    let said = ask(ID, &woman(65));
    assert_eq!((said.category, said.recommendation), (None, R::MeasureBmd));
    assert_eq!(ask(ID, &woman(65).t(&[("lumbar_spine", -3.0)])).recommendation, R::MeasureBmd);
    assert_eq!(group(&woman(65).broke(&[("proximal_femur", 90.0)])), says("high"));
    let unknown = ask(ID, &woman(65).without("scans"));
    assert_eq!(unknown.recommendation, R::Undetermined);
    assert_eq!(unknown.could_be, [R::NoDrug, R::MeasureBmd, R::Consider, R::Treat]);
    assert_eq!(unknown.missing, ["scans"]);
}

#[test]
fn what_nobody_asked_stays_open() {
    let said = ask(ID, &woman(65).with("scans", neck(-1.8)).without("complete"));
    assert_eq!(
        (said.recommendation, said.could_be),
        (R::Undetermined, vec![R::NoDrug, R::Consider, R::Treat])
    );
    // Once high, nothing that is unknown matters.
    let said = ask(ID, &woman(65).with("scans", neck(-3.6)).without("complete"));
    assert_eq!((said.recommendation, said.missing.is_empty()), (R::Treat, true));
}

#[test]
fn whom_it_speaks_of_and_how_far_it_is_trusted() {
    for (document, recommendation) in [
        (woman(50), R::Consider),
        (woman(49), R::NotApplicable),
        (man(50), R::Consider),
        (man(49), R::NotApplicable),
        (woman(52).with("postmenopausal", json!(false)), R::NotApplicable),
    ] {
        let said = ask(ID, &document.with("scans", neck(-2.6)));
        assert_eq!(said.recommendation, recommendation);
        assert!(!said.verified && flags(&said).first() == Some(&"not_yet_verified"));
    }
}
