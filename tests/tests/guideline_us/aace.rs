//! AACE/ACE 2020.

use osteon::document::guidance::Tier;

use super::*;

fn tier(document: &Value) -> (Option<String>, R, Option<Tier>) {
    let (category, recommendation) = says("aace2020", document);
    (category, recommendation, ask("aace2020", document).tier)
}

fn very_high() -> (Option<String>, R, Option<Tier>) {
    (Some("very_high".to_owned()), R::Treat, Some(Tier::AnabolicOrPotent))
}

fn high() -> (Option<String>, R, Option<Tier>) {
    (Some("high".to_owned()), R::Treat, None)
}

const NOT_DIAGNOSED: (Option<String>, R, Option<Tier>) = (None, R::NoDrug, None);

fn low(age: u32, score: f64) -> Value {
    frax(neck(woman(age), score), 5.0, 1.0)
}

#[test]
fn both_sides_of_each_limit() {
    for (score, expected) in
        [(-3.1, very_high()), (-3.0, high()), (-2.9, high()), (-2.5, high()), (-2.4, NOT_DIAGNOSED)]
    {
        assert_eq!(tier(&low(60, score)), expected, "{score}");
        let radius = frax(t(woman(60), &[("femoral_neck", 0.0), ("radius_33", score)]), 5.0, 1.0);
        assert_eq!(tier(&radius), expected, "radius {score}");
    }
    for (mof, hip, expected) in [
        (19.9, 2.9, NOT_DIAGNOSED),
        (20.0, 1.0, high()),
        (5.0, 3.0, high()),
        (30.0, 4.5, high()),
        (30.1, 1.0, very_high()),
        (20.0, 4.6, very_high()),
    ] {
        assert_eq!(tier(&frax(neck(woman(60), -1.0), mof, hip)), expected, "{mof} {hip}");
    }
    assert_eq!(tier(&frax(neck(woman(60), -0.9), 40.0, 10.0)), NOT_DIAGNOSED);
}

#[test]
fn the_list_acts_on_osteoporosis_only_and_a_toe_never_counts() {
    let falls = json!({"injurious_falls": true, "falls_past_year": 3});
    assert_eq!(tier(&factors(low(60, -2.0), falls.clone())), NOT_DIAGNOSED);
    assert_eq!(tier(&factors(low(60, -2.5), falls)), very_high());
    for (falls, expected) in [(1, high()), (2, very_high())] {
        assert_eq!(
            tier(&factors(low(60, -2.5), json!({"falls_past_year": falls}))),
            expected,
            "{falls} falls"
        );
    }
    assert_eq!(tier(&broke(low(60, -2.0), &[("toe", 2.0)])), NOT_DIAGNOSED);
    assert_eq!(tier(&broke(low(60, -2.5), &[("toe", 2.0), ("finger", 3.0)])), high());
    assert_eq!(tier(&broke(low(60, -2.0), &[("ankle", 2.0)])), NOT_DIAGNOSED);
    assert_eq!(tier(&broke(low(60, -2.5), &[("ankle", 2.0)])), very_high());
}

#[test]
fn fractures() {
    for (months, expected) in [(11.0, very_high()), (12.0, very_high()), (12.1, high())] {
        assert_eq!(tier(&broke(low(60, -1.5), &[("proximal_femur", months)])), expected, "{months} months");
    }
    for (score, expected) in [(-1.0, high()), (-0.9, NOT_DIAGNOSED)] {
        assert_eq!(tier(&broke(low(60, score), &[("distal_forearm", 60.0)])), expected, "{score}");
    }
    assert_eq!(tier(&broke(low(60, 0.0), &[("vertebra", 60.0), ("rib_single", 90.0)])), very_high());
    let levels = json!([{"site": "vertebra", "trauma": "low", "months_ago": 60, "levels": ["T8", "L1"]}]);
    assert_eq!(tier(&with(low(60, 0.0), "fractures", levels)), very_high());
    let treated = json!([{"site": "vertebra", "trauma": "low", "months_ago": 60, "on_treatment": true}]);
    assert_eq!(tier(&with(low(60, 0.0), "fractures", treated)), very_high());
}

#[test]
fn a_fracture_on_a_glucocorticoid_is_one_that_fell_in_its_course() {
    let on = |days: f64, months: f64| {
        let taken = json!({"glucocorticoid": {"current": true, "mg_per_day": 5, "days": days}});
        tier(&broke(factors(low(70, 0.0), taken), &[("vertebra", months)]))
    };
    assert_eq!(on(720.0, 20.0), very_high());
    assert_eq!(on(720.0, 60.0), high());
    assert_eq!(on(90.0, 60.0), high());
}

#[test]
fn a_diagnosis_once_made_by_a_t_score_stays() {
    let scan = |date: &str, score: f64| json!({"date": date, "regions": [{"region": "femoral_neck", "t_score": score}]});
    let better =
        with(frax(woman(60), 5.0, 1.0), "scans", json!([scan("2020-05-01", -2.6), scan("2026-05-01", -2.2)]));
    assert_eq!(tier(&better), high());
}

#[test]
fn without_a_scan() {
    let forearm = broke(woman(60), &[("distal_forearm", 60.0)]);
    assert_eq!(tier(&frax(forearm, 5.0, 1.0)), (None, R::MeasureBmd, None));
    assert_eq!(tier(&frax(woman(60), 20.0, 1.0)), (None, R::MeasureBmd, None));
    let said = ask("aace2020", &frax(woman(60), 5.0, 1.0));
    assert_eq!(said.recommendation, R::NoDrug);
    assert!(flagged(&said, "bone_density_not_measured"));
}

#[test]
fn a_tier_that_hangs_on_an_unknown_still_says_treat() {
    let said = ask("aace2020", &neck(woman(60), -2.7));
    assert_eq!((said.recommendation, said.category, said.tier), (R::Treat, None, None));
    assert_eq!(said.could_be_categories, ["very_high", "high"]);
    assert_eq!(said.missing, ["frax.mof_percent", "frax.hip_percent"]);
    let undated = with(low(60, -1.5), "fractures", json!([{"site": "proximal_femur", "trauma": "low"}]));
    let said = ask("aace2020", &undated);
    assert_eq!((said.recommendation, said.category), (R::Treat, None));
}

#[test]
fn whom_it_speaks_of() {
    assert_eq!(ask("aace2020", &person("male", 70)).recommendation, R::NotApplicable);
    let young = with(woman(49), "postmenopausal", json!(true));
    assert_eq!(ask("aace2020", &young).recommendation, R::NotApplicable);
}
