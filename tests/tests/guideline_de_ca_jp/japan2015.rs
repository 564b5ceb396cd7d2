//! Japan, 2015.

use osteon::document::guidance::Recommendation as R;
use serde_json::{Value, json};

use super::{With, ask, flags, man, woman};

const ID: &str = "japan2015";

fn says(document: &Value) -> R {
    let said = ask(ID, document);
    assert_eq!(said.category, None);
    said.recommendation
}

/// With a printed percentage of the young adult mean.
fn percent(person: Value, percent: f64) -> Value {
    person.with("scans", json!([{"regions": [{"region": "lumbar_spine", "percent_young_adult": percent}]}]))
}

fn frax(person: Value, mof: f64) -> Value {
    person.with("frax", json!({"model": "JP", "mof_percent": mof}))
}

#[test]
fn the_percentage_at_below_and_above_its_limits() {
    for (value, plain, by_parent, by_fracture) in [
        (69.9, R::Treat, R::Treat, R::Treat),
        (70.0, R::Treat, R::Treat, R::Treat),
        (70.1, R::NoDrug, R::Treat, R::Treat),
        (79.9, R::NoDrug, R::Treat, R::Treat),
        (80.0, R::NoDrug, R::NoDrug, R::NoDrug),
        (80.1, R::NoDrug, R::NoDrug, R::NoDrug),
    ] {
        for person in [woman(68), man(68)] {
            let person = || frax(percent(person.clone(), value), 10.0);
            let parent = person().with("risk_factors", json!({"parental_hip_fracture": true}));
            let fracture = person().broke(&[("distal_forearm", 100.0)]);
            assert_eq!(
                (says(&person()), says(&parent), says(&fracture)),
                (plain, by_parent, by_fracture),
                "{value}"
            );
        }
    }
}

#[test]
fn the_probability_at_its_limit_and_below_75() {
    for (age, mof, said) in [
        (74, 14.9, R::NoDrug),
        (74, 15.0, R::Treat),
        (74, 15.1, R::Treat),
        (75, 15.0, R::NoDrug),
        (75, 30.0, R::NoDrug),
    ] {
        assert_eq!(says(&frax(percent(woman(age), 75.0), mof)), said, "{age} {mof}");
        assert_eq!(says(&frax(percent(woman(age), 80.0), mof)), R::NoDrug, "{age} {mof}");
    }
    assert_eq!(says(&percent(woman(74), 75.0)), R::CalculateFrax);
    // From 75 on the probability does not speak.
    assert_eq!(says(&percent(woman(75), 75.0)), R::NoDrug);
    let foreign = percent(woman(68), 75.0).with("frax", json!({"model": "US", "mof_percent": 30}));
    assert_eq!(says(&foreign), R::CalculateFrax);
}

#[test]
fn the_t_score_stands_for_the_percentage() {
    let of = |t: f64| ask(ID, &frax(woman(68), 10.0).t(&[("total_hip", t)]));
    assert_eq!((of(-2.5).recommendation, of(-2.6).recommendation), (R::Treat, R::Treat));
    // The percentage was not printed: what it would say is open.
    let open = of(-2.4);
    assert_eq!((open.recommendation, open.could_be), (R::Undetermined, vec![R::NoDrug, R::Treat]));
    assert_eq!(open.missing, ["scans.regions.percent_young_adult"]);
    let both = |t: f64, percent: f64| {
        let region = json!({"region": "total_hip", "t_score": t, "percent_young_adult": percent});
        says(&frax(woman(68), 10.0).with("scans", json!([{"regions": [region]}])))
    };
    assert_eq!((both(-2.5, 72.0), both(-2.4, 72.0)), (R::Treat, R::NoDrug));
}

#[test]
fn the_lowest_of_spine_neck_and_hip() {
    let regions = |spine: Value, hip: Value| {
        let regions = json!([
            {"region": "lumbar_spine", "percent_young_adult": spine, "t_score": -2},
            {"region": "total_hip", "percent_young_adult": hip, "t_score": -2},
            {"region": "radius_33", "percent_young_adult": 50},
        ]);
        ask(ID, &frax(woman(68), 10.0).with("scans", json!([{ "regions": regions }])))
    };
    assert_eq!(regions(json!(90), json!(70)).recommendation, R::Treat);
    assert_eq!(regions(json!(90), json!(75)).recommendation, R::NoDrug);
    // One is not printed, and may be lower.
    assert_eq!(regions(json!(70), Value::Null).recommendation, R::Treat);
    assert_eq!(regions(json!(90), Value::Null).could_be, [R::NoDrug, R::Treat]);
    // A T-score of -1 is 83 % of the mean at least, whatever its reference.
    let t_of_1 = json!([{"regions": [{"region": "total_hip", "t_score": -1.0}]}]);
    assert_eq!(says(&frax(woman(68), 20.0).with("scans", t_of_1)), R::NoDrug);
    let prior = json!([
        {"date": "2020-01-01", "regions": [{"region": "lumbar_spine", "percent_young_adult": 65}]},
        {"date": "2025-01-01", "regions": [{"region": "lumbar_spine", "percent_young_adult": 90}]},
    ]);
    assert_eq!(says(&frax(woman(68), 10.0).with("scans", prior)), R::NoDrug);
    let excluded = json!([{"regions": [
        {"region": "lumbar_spine", "percent_young_adult": 65, "excluded": true},
        {"region": "total_hip", "percent_young_adult": 90},
    ]}]);
    assert_eq!(says(&frax(woman(68), 10.0).with("scans", excluded)), R::NoDrug);
}

#[test]
fn fractures_by_site() {
    for site in ["proximal_femur", "vertebra"] {
        assert_eq!(says(&woman(68).broke(&[(site, 100.0)])), R::Treat, "{site}");
    }
    for (site, said) in [
        ("rib_single", R::Treat),
        ("ribs_multiple", R::Treat),
        ("ribs_unspecified", R::Treat),
        ("pelvis", R::Treat),
        ("sacrum", R::Treat),
        ("proximal_humerus", R::Treat),
        ("distal_forearm", R::Treat),
        ("proximal_tibia", R::Treat),
        ("tibia_fibula_shaft", R::Treat),
        ("ankle", R::Treat),
        ("humerus_unspecified", R::Undetermined),
        ("clavicle", R::NoDrug),
        ("toe", R::NoDrug),
        ("femoral_shaft", R::NoDrug),
    ] {
        assert_eq!(says(&frax(percent(woman(68), 79.0), 10.0).broke(&[(site, 100.0)])), said, "{site}");
    }
}

#[test]
fn without_bone_density_it_is_measured() {
    assert_eq!(says(&woman(68)), R::MeasureBmd);
    assert_eq!(says(&woman(68).broke(&[("distal_forearm", 10.0)])), R::MeasureBmd);
    let unknown = ask(ID, &woman(68).without("scans"));
    assert_eq!(unknown.could_be, [R::NoDrug, R::MeasureBmd, R::Treat]);
}

#[test]
fn what_nobody_asked_stays_open() {
    let of = |value: f64| ask(ID, &frax(percent(woman(68), value), 10.0).without("complete"));
    assert_eq!(of(75.0).could_be, [R::NoDrug, R::Treat]);
    assert_eq!(of(75.0).missing, ["fractures", "risk_factors.parental_hip_fracture"]);
    assert_eq!(of(70.0).recommendation, R::Treat);
}

#[test]
fn it_says_first_that_there_is_a_newer_edition() {
    let said = ask(ID, &woman(68));
    assert_eq!(flags(&said).first(), Some(&"superseded"));
    assert!(said.verified && said.superseded_by.is_some());
    let taken = json!({"glucocorticoid": {"current": true, "mg_per_day": 10, "days": 100}});
    assert!(flags(&ask(ID, &woman(68).with("risk_factors", taken))).contains(&"primary_osteoporosis_only"));
    assert_eq!(says(&man(49)), R::NotApplicable);
    assert_eq!(says(&woman(48)), R::MeasureBmd);
}

#[test]
fn a_mother_is_a_parent() {
    let thin = percent(frax(woman(68), 10.0), 75.0);
    assert_eq!(says(&thin), R::NoDrug);
    for key in ["parental_hip_fracture", "maternal_hip_fracture"] {
        assert_eq!(says(&thin.clone().with("risk_factors", json!({ key: true }))), R::Treat, "{key}");
    }
}
