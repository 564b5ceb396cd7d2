//! Osteoporosis Canada, 2023.

use osteon::document::guidance::Recommendation as R;
use serde_json::{Value, json};

use super::{With, ask, flags, man, short, woman};

const ID: &str = "osteoporosis_canada2023";

fn says(category: &str, recommendation: R) -> (Option<String>, R) {
    (Some(category.to_owned()), recommendation)
}

/// With a T-score of the femoral neck and a Canadian probability.
fn measured(person: Value, t: f64, mof: f64) -> Value {
    person.t(&[("femoral_neck", t)]).with("frax", json!({"model": "CA", "mof_percent": mof}))
}

#[test]
fn the_probability_at_below_and_above_its_limits() {
    for (mof, said) in [
        (14.9, says("none", R::NoDrug)),
        (15.0, says("suggest", R::Consider)),
        (15.1, says("suggest", R::Consider)),
        (19.9, says("suggest", R::Consider)),
        (19.95, says("suggest", R::Consider)),
        (20.0, says("recommend", R::Treat)),
        (20.1, says("recommend", R::Treat)),
    ] {
        for person in [woman(60), man(60), woman(80)] {
            assert_eq!(short(ID, &measured(person, -1.0, mof)), said, "{mof}");
        }
    }
}

#[test]
fn the_t_score_on_both_sides_of_its_limit_and_of_70() {
    for (age, t, said) in [
        (69, -2.4, says("none", R::NoDrug)),
        (69, -2.5, says("suggest", R::Consider)),
        (69, -2.6, says("suggest", R::Consider)),
        (70, -2.4, says("none", R::NoDrug)),
        (70, -2.5, says("recommend", R::Treat)),
        (71, -2.6, says("recommend", R::Treat)),
    ] {
        assert_eq!(short(ID, &measured(woman(age), t, 10.0)), said, "{age} {t}");
    }
    for region in ["femoral_neck", "total_hip", "lumbar_spine"] {
        let person = measured(woman(72), 0.0, 10.0).t(&[(region, -2.5)]);
        assert_eq!(short(ID, &person), says("recommend", R::Treat), "{region}");
    }
    let radius = measured(woman(72), 0.0, 10.0).t(&[("radius_33", -3.0), ("total_hip", -1.0)]);
    assert_eq!(short(ID, &radius), says("none", R::NoDrug));
}

#[test]
fn fractures_from_40_on() {
    let person = || measured(woman(64), -1.0, 10.0);
    for site in ["proximal_femur", "vertebra"] {
        assert_eq!(short(ID, &person().broke(&[(site, 100.0)])), says("recommend", R::Treat), "{site}");
    }
    let one = person().broke(&[("distal_forearm", 100.0)]);
    assert_eq!(short(ID, &one), says("none", R::NoDrug));
    let two = person().broke(&[("distal_forearm", 100.0), ("proximal_humerus", 10.0)]);
    assert_eq!(short(ID, &two), says("recommend", R::Treat));
    let small = person().broke(&[("distal_forearm", 100.0), ("toe", 10.0), ("finger", 8.0), ("skull", 4.0)]);
    assert_eq!(short(ID, &small), says("none", R::NoDrug));
    // 25 and 24 years before 64.
    assert_eq!(short(ID, &person().broke(&[("vertebra", 300.0)])), says("none", R::NoDrug));
    assert_eq!(short(ID, &person().broke(&[("vertebra", 288.0)])), says("recommend", R::Treat));
}

#[test]
fn whom_to_send_for_bone_density() {
    let frax = json!({"model": "CA", "mof_percent": 10});
    let untested = |age: u32, factors: Value| {
        let person = woman(age).with("frax", frax.clone()).with("risk_factors", factors);
        ask(ID, &person).recommendation
    };
    let none = || json!({});
    let one = || json!({"parental_hip_fracture": true});
    let two = || json!({"parental_hip_fracture": true, "current_smoker": true});
    for (age, by_none, by_one, by_two) in [
        (50, R::NoDrug, R::NoDrug, R::MeasureBmd),
        (64, R::NoDrug, R::NoDrug, R::MeasureBmd),
        (65, R::NoDrug, R::MeasureBmd, R::MeasureBmd),
        (69, R::NoDrug, R::MeasureBmd, R::MeasureBmd),
        (70, R::MeasureBmd, R::MeasureBmd, R::MeasureBmd),
    ] {
        let said = (untested(age, none()), untested(age, one()), untested(age, two()));
        assert_eq!(said, (by_none, by_one, by_two), "{age}");
    }
    let broken = woman(55).with("frax", frax.clone()).broke(&[("distal_forearm", 20.0)]);
    assert_eq!(short(ID, &broken), (None, R::MeasureBmd));
    // A drug is suggested, and bone density is measured beside.
    let suggested = woman(72).with("frax", json!({"model": "CA", "mof_percent": 16}));
    let said = ask(ID, &suggested);
    assert_eq!((said.recommendation, said.also), (R::Consider, vec![R::MeasureBmd]));
}

#[test]
fn each_clinical_risk_factor_at_its_limit() {
    let frax = json!({"model": "CA", "mof_percent": 10});
    let counts = |factors: Value, bmi: f64| {
        let person = woman(66).with("frax", frax.clone()).with("risk_factors", factors);
        ask(ID, &person.with("bmi_kg_m2", json!(bmi))).recommendation == R::MeasureBmd
    };
    let taken = |dose: f64, days: f64| json!({"glucocorticoid": {"current": true, "mg_per_day": dose, "days": days, "planned_days": days}});
    for (factors, is_one) in [
        (json!({}), false),
        (json!({"falls_past_year": 1}), false),
        (json!({"falls_past_year": 2}), true),
        (json!({"alcohol_units_per_day": 2.9}), false),
        (json!({"alcohol_units_per_day": 3}), true),
        (taken(5.0, 90.0), false),
        (taken(5.1, 89.0), false),
        (taken(5.1, 90.0), true),
        (json!({"current_smoker": true}), true),
        (json!({"rheumatoid_arthritis": true}), true),
        (json!({"copd": true}), false),
    ] {
        assert_eq!(counts(factors.clone(), 25.0), is_one, "{factors}");
    }
    assert!(!counts(json!({}), 20.0) && counts(json!({}), 19.9));
}

#[test]
fn a_specialist_is_asked_about_an_anabolic_drug() {
    let also =
        |t: f64, fractures: Value| ask(ID, &measured(woman(66), t, 10.0).with("fractures", fractures)).also;
    let vertebra = |more: Value| {
        let mut fracture = json!({"site": "vertebra", "trauma": "low"});
        fracture.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!([fracture])
    };
    let severe =
        |loss: f64, months: f64| vertebra(json!({"height_loss_percent": loss, "months_ago": months}));
    assert_eq!(also(-2.5, severe(40.1, 24.0)), [R::SpecialistAdvice]);
    assert_eq!(also(-2.4, severe(40.1, 24.0)), []);
    assert_eq!(also(-2.5, severe(40.0, 24.0)), []);
    assert_eq!(also(-2.5, severe(40.1, 24.1)), []);
    assert_eq!(also(-2.5, vertebra(json!({"genant_grade": 3, "months_ago": 3}))), [R::SpecialistAdvice]);
    assert_eq!(also(-2.5, vertebra(json!({"genant_grade": 2, "months_ago": 3}))), []);
    let two = vertebra(json!({"levels": ["T8", "T12"], "months_ago": 90}));
    assert_eq!(also(-2.5, two), [R::SpecialistAdvice]);
}

#[test]
fn whom_to_image() {
    let images = |person: Value| flags(&ask(ID, &person)).contains(&"image_the_spine");
    assert!(images(measured(woman(65), -2.5, 10.0)) && !images(measured(woman(64), -2.5, 10.0)));
    assert!(!images(measured(woman(65), -2.4, 10.0)));
    assert!(images(measured(woman(55), -1.0, 15.0)) && images(measured(woman(55), -1.0, 19.9)));
    assert!(!images(measured(woman(55), -1.0, 14.9)) && !images(measured(woman(55), -1.0, 20.0)));
    assert!(!images(measured(woman(65), -2.5, 10.0).broke(&[("vertebra", 90.0)])));
}

#[test]
fn without_a_canadian_probability_it_is_calculated() {
    let person = || woman(60).t(&[("femoral_neck", -1.0)]);
    let said = ask(ID, &person());
    assert_eq!(said.recommendation, R::CalculateFrax);
    assert_eq!(said.could_be, [R::NoDrug, R::Consider, R::Treat]);
    assert!(flags(&said).contains(&"caroc_may_stand_for_frax"));
    let foreign = person().with("frax", json!({"model": "US", "mof_percent": 25}));
    assert_eq!(ask(ID, &foreign).recommendation, R::CalculateFrax);
    let broken = ask(ID, &person().broke(&[("vertebra", 20.0)]));
    assert_eq!((broken.recommendation, broken.could_be.is_empty()), (R::Treat, true));
}

#[test]
fn what_nobody_asked_stays_open() {
    let said = ask(ID, &measured(woman(64), -1.0, 10.0).without("complete"));
    assert_eq!((said.recommendation, said.could_be), (R::Undetermined, vec![R::NoDrug, R::Treat]));
    let said = ask(ID, &measured(woman(72), -1.0, 10.0).without("scans"));
    assert_eq!(said.could_be, [R::NoDrug, R::MeasureBmd, R::Treat]);
}

#[test]
fn whom_it_speaks_of() {
    for (document, applies) in [
        (woman(45), true),
        (man(50), true),
        (man(49), false),
        (woman(52).with("postmenopausal", json!(false)), false),
    ] {
        let said = ask(ID, &document);
        assert_eq!(said.recommendation != R::NotApplicable, applies);
        assert!(!said.verified);
    }
}
