//! The end of treatment, by GRIO 2018.

use super::*;

fn at_the_end(drug: &str, t: f64, loss: f64, more: &str) -> Vec<Course> {
    let course = course_of(drug, 1826, r#", "adherent": true"#);
    let scans = format!("{}, {}", scan(1830, 0.8, -2.0), scan(5, 0.8 - loss, t));
    assess(&format!(r#""age_years": 66, {course}, "scans": [{scans}]{more}"#))
}

const SEVERE: &str = r#", "fractures": [{"site": "vertebra", "age_years": 58, "on_treatment": false}]"#;

#[test]
fn v107_after_a_severe_fracture_the_hip_must_be_above_its_limit() {
    says(&at_the_end("alendronate", -2.7, 0.01, SEVERE), "stop_grio", S::Continue, "specialist_advice");
    says(&at_the_end("alendronate", -2.5, 0.01, SEVERE), "stop_grio", S::Continue, "specialist_advice");
    says(&at_the_end("alendronate", -2.4, 0.01, SEVERE), "stop_grio", S::Stop, "dxa_in_24_months");
    let thigh =
        SEVERE.replace("vertebra", "subtrochanteric").replace(r#""on_"#, r#""cause": "fragility", "on_"#);
    says(&at_the_end("alendronate", -2.7, 0.01, &thigh), "stop_grio", S::Continue, "specialist_advice");
    // Without a severe fracture the hip is not asked.
    says(&at_the_end("alendronate", -2.7, 0.01, ""), "stop_grio", S::Stop, "dxa_in_24_months");
}

#[test]
fn every_condition_of_the_end_is_asked_at_its_limit() {
    says(&at_the_end("raloxifene", -2.0, 0.03, ""), "stop_grio", S::Stop, "dxa_in_24_months");
    says(&at_the_end("raloxifene", -2.0, 0.031, ""), "stop_grio", S::Continue, "specialist_advice");
    let broke = format!(r#", "fractures": [{{"site": "distal_forearm", "date": "{}"}}]"#, ago(200));
    says(&at_the_end("alendronate", -2.0, 0.01, &broke), "stop_grio", S::Continue, "specialist_advice");
    let steroid = |months: f64| {
        format!(
            r#", "risk_factors": {{"glucocorticoid": {{"current": true, "mg_per_day": 5, "started_or_raised_months_ago": {months}}}}}"#
        )
    };
    says(
        &at_the_end("alendronate", -2.0, 0.01, &steroid(12.0)),
        "stop_grio",
        S::Continue,
        "specialist_advice",
    );
    says(&at_the_end("alendronate", -2.0, 0.01, &steroid(100.0)), "stop_grio", S::Stop, "dxa_in_24_months");
    // Something that is there may be new: that cannot be said.
    let old_or_new = r#", "risk_factors": {"rheumatoid_arthritis": true}"#;
    let said = at_the_end("alendronate", -2.0, 0.01, old_or_new);
    assert_eq!(of(&said, "stop_grio").missing, ["risk_factors"]);
    let course = |days| {
        let scans = format!("{}, {}", scan(days + 5, 0.8, -2.0), scan(5, 0.8, -2.0));
        let said = assess(&format!(
            r#""age_years": 66, {}, "scans": [{scans}]"#,
            course_of("alendronate", days, "")
        ));
        of(&said, "stop_grio").action.clone()
    };
    assert_eq!(course(1094), "continue_to_review");
    assert_eq!(course(1095), "dxa_in_24_months");
}

#[test]
fn after_the_end_density_is_measured_two_years_later() {
    let ended = |stop: i64| {
        let course = course_of("raloxifene", stop + 1825, &format!(r#", "stop": "{}""#, ago(stop)));
        assess(&format!(r#""age_years": 66, {course}, "scans": [{}]"#, scan(stop, 0.8, -2.0)))
    };
    says(&ended(729), "stop_grio", S::Stop, "dxa_in_24_months");
    says(&ended(730), "stop_grio", S::Due, "dxa_now");
}
