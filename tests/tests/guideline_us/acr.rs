//! ACR 2022: glucocorticoids.

use super::*;

fn says(document: &Value) -> (Option<String>, R) {
    super::says("acr2022_giop", document)
}

/// Takes so much, for so many days in all.
fn on(document: Value, mg: f64, days: f64) -> Value {
    let taken = json!({"current": true, "mg_per_day": mg, "days": days, "planned_days": days});
    factors(document, json!({"glucocorticoid": taken}))
}

/// On 5 mg for 200 days, with nothing else.
fn low(score: f64) -> Value {
    frax(neck(on(woman(60), 5.0, 200.0), score), 5.0, 0.5)
}

fn very_high() -> (Option<String>, R) {
    group("very_high", R::TreatAnabolicFirst)
}

fn high() -> (Option<String>, R) {
    group("high", R::Treat)
}

fn moderate() -> (Option<String>, R) {
    group("moderate", R::Treat)
}

fn no_drug() -> (Option<String>, R) {
    group("low", R::NoDrug)
}

#[test]
fn both_sides_of_each_limit() {
    for (score, expected) in [
        (-3.6, very_high()),
        (-3.5, very_high()),
        (-3.4, high()),
        (-2.5, high()),
        (-2.4, moderate()),
        (-1.0, moderate()),
        (-0.9, no_drug()),
    ] {
        assert_eq!(says(&low(score)), expected, "{score}");
    }
    for (mof, hip, expected) in [
        (30.0, 0.5, very_high()),
        (29.9, 0.5, high()),
        (20.0, 0.5, high()),
        (19.9, 0.5, moderate()),
        (10.0, 0.5, moderate()),
        (9.9, 1.0, no_drug()),
        (9.9, 1.1, moderate()),
        (9.9, 2.9, moderate()),
        (9.9, 3.0, high()),
        (9.9, 4.4, high()),
        (9.9, 4.5, very_high()),
    ] {
        assert_eq!(says(&frax(low(0.0), mof, hip)), expected, "{mof} {hip}");
    }
    assert_eq!(says(&broke(low(0.0), &[("ankle", 100.0)])), very_high());
    assert_eq!(says(&broke(low(0.0), &[("toe", 1.0)])), no_drug());
}

#[test]
fn frax_is_raised_above_seven_and_a_half_milligrams() {
    let of = |mg, mof, hip| {
        let document = frax(neck(on(woman(60), mg, 200.0), 0.0), mof, hip);
        (says(&document), flagged(&ask("acr2022_giop", &document), "frax_adjusted_for_dose"))
    };
    assert_eq!(of(7.5, 18.0, 0.5), (moderate(), false));
    assert_eq!(of(7.6, 18.0, 0.5), (high(), true));
    // 17.4 % times 1.15 is 20.01 %, 17.3 % times 1.15 is 19.895 %.
    assert_eq!(of(10.0, 17.4, 0.5), (high(), true));
    assert_eq!(of(10.0, 17.3, 0.5), (moderate(), true));
    // 2.5 % of the hip times 1.2 is 3 %, without binary dust; 3.75 % is 4.5 %.
    assert_eq!(of(10.0, 5.0, 2.5), (high(), true));
    assert_eq!(of(10.0, 5.0, 2.4), (moderate(), true));
    assert_eq!(of(10.0, 5.0, 3.75), (very_high(), true));
    assert_eq!(of(10.0, 20.0, 3.74), (high(), true));
}

#[test]
fn doses() {
    let of = |mg, days| super::says("acr2022_giop", &frax(neck(on(woman(60), mg, days), 0.0), 5.0, 0.5));
    for (mg, days, expected) in [
        (30.0, 31.0, very_high()),
        (30.0, 30.0, (None, R::NotApplicable)),
        (29.9, 31.0, (None, R::NotApplicable)),
        (2.5, 91.0, no_drug()),
        (2.5, 90.0, (None, R::NotApplicable)),
        (2.4, 400.0, (None, R::NotApplicable)),
        // 15 mg for 334 days are 5.01 g, for 333 days 4.995 g.
        (15.0, 334.0, very_high()),
        (15.0, 333.0, no_drug()),
        // One year counts, however long the course.
        (13.0, 2000.0, no_drug()),
        (14.0, 2000.0, very_high()),
    ] {
        assert_eq!(of(mg, days), expected, "{mg} mg for {days} days");
    }
    let stated = |grams: f64| {
        let taken = json!({"current": true, "mg_per_day": 15, "days": 400, "cumulative_g_per_year": grams});
        let document = factors(low(0.0), json!({"glucocorticoid": taken}));
        (says(&document), flagged(&ask("acr2022_giop", &document), "cumulative_dose_reckoned"))
    };
    assert_eq!([stated(4.9), stated(5.0)], [(no_drug(), false), (very_high(), false)]);
    assert!(flagged(&ask("acr2022_giop", &low(0.0)), "cumulative_dose_reckoned"));
}

#[test]
fn the_dose_decides_at_the_start_and_a_long_course_needs_no_planned_end() {
    let taken =
        |value| factors(frax(neck(person("male", 61), 0.0), 6.0, 0.4), json!({"glucocorticoid": value}));
    let begun = taken(json!({"current": true, "mg_per_day": 40, "days": 0, "planned_days": 60}));
    assert_eq!(says(&begun), very_high());
    let open = taken(json!({"current": true, "mg_per_day": 40, "days": 45}));
    assert_eq!(says(&open), very_high());
    let planned = taken(json!({"current": true, "mg_per_day": 5, "days": 1, "planned_days": 180}));
    assert_eq!(says(&planned), no_drug());
    let unknown = ask("acr2022_giop", &taken(json!({"current": true, "mg_per_day": 5, "days": 45})));
    assert_eq!((unknown.applicable, unknown.recommendation), (None, R::Undetermined));
    assert_eq!(ask("acr2022_giop", &taken(json!({"current": true, "days": 200}))).applicable, None);
}

#[test]
fn under_forty() {
    let z = |age, mg, days, z: f64| {
        let regions = json!([{"region": "lumbar_spine", "z_score": z}]);
        let scan = json!([{"date": "2026-05-01", "regions": regions}]);
        says(&with(on(person("female", age), mg, days), "scans", scan))
    };
    assert_eq!(z(33, 10.0, 200.0, -3.1), moderate());
    assert_eq!(z(33, 10.0, 200.0, -3.0), no_drug());
    assert_eq!(z(33, 7.5, 180.0, -3.1), moderate());
    assert_eq!(z(33, 7.4, 180.0, -3.1), no_drug());
    assert_eq!(z(33, 7.5, 179.0, -3.1), no_drug());
    assert_eq!(z(39, 7.5, 180.0, -3.1), moderate());
    let broken = broke(on(person("male", 33), 5.0, 200.0), &[("vertebra", 6.0)]);
    assert_eq!(says(&broken), very_high());
    assert_eq!(says(&on(person("male", 33), 30.0, 31.0)), very_high());
    let unmeasured = ask("acr2022_giop", &on(person("male", 33), 10.0, 200.0));
    assert_eq!((unmeasured.recommendation, unmeasured.also), (R::NoDrug, vec![R::MeasureBmd]));
    assert_eq!(says(&on(person("male", 17), 10.0, 200.0)), (None, R::NotApplicable));
}

#[test]
fn a_loss_counts_where_it_is_greater_than_the_least_significant_change() {
    let loss = |later: f64| {
        let scan = |date: &str, bmd: f64| {
            json!({"date": date, "manufacturer": "hologic", "scanner_serial": "1",
                   "precision_g_cm2": {"total_hip": 0.01},
                   "regions": [{"region": "total_hip", "side": "left", "bmd_g_cm2": bmd}]})
        };
        let scans = json!([scan("2024-05-01", 0.900), scan("2026-05-01", later)]);
        ask("acr2022_giop", &with(on(person("male", 33), 10.0, 200.0), "scans", scans))
    };
    assert_eq!(loss(0.860).category.as_deref(), Some("moderate"));
    assert_eq!(loss(0.890).category.as_deref(), Some("low"));
    assert_eq!(loss(0.940).category.as_deref(), Some("low"));
}

#[test]
fn from_forty_t_scores_are_put_into_bands_where_a_z_score_is_due_too() {
    let of = |sex, score| says(&frax(neck(on(person(sex, 45), 5.0, 200.0), score), 2.0, 0.1));
    for sex in ["female", "male"] {
        assert_eq!(of(sex, 0.1), no_drug(), "{sex}");
        assert_eq!(of(sex, -1.0), moderate(), "{sex}");
        assert_eq!(of(sex, -2.5), high(), "{sex}");
    }
}

#[test]
fn what_is_unknown_or_not_measured() {
    let unmeasured = ask("acr2022_giop", &frax(on(woman(60), 5.0, 200.0), 5.0, 0.5));
    assert_eq!((unmeasured.recommendation, unmeasured.also), (R::MeasureBmd, vec![]));
    let by_frax = ask("acr2022_giop", &frax(on(woman(60), 5.0, 200.0), 20.0, 0.5));
    assert_eq!((by_frax.recommendation, by_frax.also), (R::Treat, vec![R::MeasureBmd]));
    let without_frax = ask("acr2022_giop", &neck(on(woman(60), 5.0, 200.0), -2.6));
    assert_eq!(without_frax.recommendation, R::Treat);
    assert_eq!(without_frax.could_be_categories, ["very_high", "high"]);
    assert_eq!(without_frax.also, [R::CalculateFrax]);
    assert!(flagged(&without_frax, "not_yet_verified"));
}
