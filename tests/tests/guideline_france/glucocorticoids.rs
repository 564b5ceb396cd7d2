//! Glucocorticoids, 2014.

use osteon::document::guidance::Guideline;
use osteon::document::guidance::Recommendation::{self as R, *};
use serde_json::{Value, json};

use super::{asked, broke, flags, merge, outcome, say};

const FRAX: &[R] = &[CalculateFrax];

fn on(sex: &str, age: u32, t: Option<f64>, mg: f64, changes: Value) -> Guideline {
    let g = json!({"current": true, "mg_per_day": mg, "days": 180});
    let mut all = json!({"risk_factors": {"glucocorticoid": g}});
    merge(&mut all, changes);
    say("giop_france_2014", &asked(sex, age, t, all))
}

#[test]
fn any_of_four_is_high() {
    let high = (Some("high"), Treat, &[][..]);
    let not_high = (Some("not_high"), SpecialistAdvice, FRAX);
    for sex in ["female", "male"] {
        assert_eq!(outcome(&on(sex, 58, Some(-1.4), 7.4, json!({}))), not_high);
        assert_eq!(outcome(&on(sex, 58, Some(-1.4), 7.5, json!({}))), high);
        assert_eq!(outcome(&on(sex, 58, Some(-1.4), 7.6, json!({}))), high);
        assert_eq!(outcome(&on(sex, 69, Some(-1.4), 5.0, json!({}))), not_high);
        assert_eq!(outcome(&on(sex, 70, Some(-1.4), 5.0, json!({}))), high);
        assert_eq!(outcome(&on(sex, 58, Some(-2.4), 5.0, json!({}))), not_high);
        assert_eq!(outcome(&on(sex, 58, Some(-2.5), 5.0, json!({}))), high);
        assert_eq!(outcome(&on(sex, 58, Some(-1.4), 5.0, broke("ankle"))), high);
        assert_eq!(outcome(&on(sex, 58, Some(-1.4), 5.0, broke("toe"))), not_high);
        // Not measured: it does not fire, and would change the answer.
        let said = on(sex, 58, None, 5.0, json!({}));
        assert_eq!(outcome(&said), not_high);
        assert!(said.would_change.iter().any(|c| c.facts[0].fact == "lowest_t" && c.recommendation == Treat));
    }
}

#[test]
fn whom_it_speaks_of() {
    let of = |sex, age, g: Value, changes: Value| {
        let mut all = json!({"risk_factors": {"glucocorticoid": g}});
        merge(&mut all, changes);
        say("giop_france_2014", &asked(sex, age, Some(-1.0), all)).applicable
    };
    let days = |days: u32| json!({"current": true, "mg_per_day": 10, "days": days, "planned_days": days});
    assert_eq!(of("male", 50, days(90), json!({})), Some(true));
    assert_eq!(of("male", 50, days(89), json!({})), Some(false));
    assert_eq!(of("male", 49, days(90), json!({})), Some(false));
    assert_eq!(of("female", 45, days(90), json!({})), Some(true));
    assert_eq!(of("female", 45, days(90), json!({"postmenopausal": false})), Some(false));
    // It decides at the start: planned days count.
    let planned = json!({"current": true, "mg_per_day": 10, "days": 1, "planned_days": 90});
    assert_eq!(of("male", 60, planned, json!({})), Some(true));
    let open = json!({"current": true, "mg_per_day": 10, "days": 20});
    assert_eq!(of("male", 60, open, json!({})), None);
    assert_eq!(of("male", 60, json!({"current": false, "ever": true}), json!({})), Some(false));
    assert_eq!(say("giop_france_2014", &asked("male", 60, Some(-3.0), json!({}))).applicable, Some(false));
}

#[test]
fn frax_at_the_dose() {
    let frax = |mg, mof: f64, changes: Value| {
        let mut all = json!({"frax": {"mof_percent": mof}});
        merge(&mut all, changes);
        on("female", 60, Some(-2.0), mg, all)
    };
    let supports = |said: &Guideline| said.also == [CalculateFrax, Treat];
    // 6.9 % at 60; a low dose takes 15 % off.
    assert!(supports(&frax(5.0, 6.9, json!({}))) && !supports(&frax(5.0, 6.89, json!({}))));
    assert!(supports(&frax(2.0, 8.12, json!({}))) && !supports(&frax(2.0, 8.11, json!({}))));
    assert!(flags(&frax(5.0, 6.9, json!({}))).contains(&"glucocorticoids_entered"));
    assert!(supports(&on("female", 60, None, 5.0, json!({"frax": {"mof_percent": 6.9}}))));
    // Adjusted already: not used, and not adjusted again.
    let adjusted = frax(5.0, 20.0, json!({"frax": {"adjusted_for": ["glucocorticoid_dose"]}}));
    assert_eq!(outcome(&adjusted), (Some("not_high"), SpecialistAdvice, FRAX));
    assert!(flags(&adjusted).contains(&"frax_not_used"));
    let treated = json!({"treatments": [{"drug": "risedronate", "start": "2020-01-01"}]});
    assert!(!supports(&frax(5.0, 20.0, treated)));
    assert_eq!(frax(7.5, 20.0, json!({})).also, []);
}

#[test]
fn unknowns() {
    let mut document = asked("female", 58, None, json!({}));
    document["risk_factors"] = json!({"glucocorticoid": {"current": true, "mg_per_day": 5, "days": 180}});
    document.as_object_mut().unwrap().remove("scans");
    let said = say("giop_france_2014", &document);
    assert_eq!(said.recommendation, Undetermined);
    assert_eq!(said.could_be, [SpecialistAdvice, Treat]);
    assert!(said.missing.contains(&"scans".to_owned()), "{:?}", said.missing);
    document["risk_factors"]["glucocorticoid"] = json!({"current": true, "days": 180});
    document["scans"] = json!([]);
    let said = say("giop_france_2014", &document);
    assert_eq!(said.recommendation, Undetermined);
    let missing = ["risk_factors.glucocorticoid.mg_per_day"];
    assert!(missing.iter().all(|field| said.missing.iter().any(|m| m == field)), "{:?}", said.missing);
    document["age_years"] = json!(70);
    assert_eq!(say("giop_france_2014", &document).recommendation, Treat);
}
