//! Length and pause of a bisphosphonate, by NOGG 2024.

use super::*;

pub(crate) fn zoledronate_at(days: i64, age: f64, more: &str) -> Vec<Course> {
    let course = course_of("zoledronate", days, r#", "adherent": true"#);
    assess(&format!(r#""age_years": {age}, {course}, "scans": [{}]{more}"#, scan(10, 0.7, -2.2)))
}

#[test]
fn v106_a_prior_vertebral_fracture_extends_zoledronate_to_six_years() {
    let said = zoledronate_at(1096, 76.0, r#", "fractures": [{"site": "vertebra", "age_years": 70}]"#);
    says(&said, "duration_nogg", S::Continue, "extend_to_6_years");
    let row = of(&said, "duration_nogg");
    assert!(because(row, "age_at_start") && because(row, "hip_or_vertebral_fracture"));
    assert_eq!(row.due, Some(ago(1096).checked_add(2190_i64.days()).unwrap()));
}

#[test]
fn a_course_is_reviewed_on_its_day_and_not_before() {
    let status = |days| of(&zoledronate_at(days, 60.0, ""), "duration_nogg").action.clone();
    assert_eq!(status(1094), "continue_to_review");
    assert_eq!(status(1095), "pause_reassess_36_months");
    for (drug, pause) in [("alendronate", 24), ("risedronate", 18), ("ibandronate", 18)] {
        let at = |days| {
            let course = course_of(drug, days, "");
            let said = assess(&format!(r#""age_years": 60, {course}, "scans": [{}]"#, scan(10, 0.7, -1.5)));
            of(&said, "duration_nogg").clone()
        };
        assert_eq!(at(1824).action, "continue_to_review");
        assert_eq!(at(1825).action, format!("pause_reassess_{pause}_months"));
        assert_eq!(at(1825).status, S::Pause);
    }
    // The course may be extended to ten years by mouth, and to six by vein.
    let old = |drug, days| {
        let course = course_of(drug, days, "");
        of(&assess(&format!(r#""age_years": 90, {course}, "scans": []"#)), "duration_nogg").action.clone()
    };
    assert_eq!(old("alendronate", 3649), "extend_to_10_years");
    assert_eq!(old("alendronate", 3650), "specialist_advice");
    assert_eq!(old("zoledronate", 2189), "extend_to_6_years");
    assert_eq!(old("zoledronate", 2190), "specialist_advice");
}

#[test]
fn each_criterion_extends_a_course_at_its_limit() {
    let said = |age: f64, t: f64, more: &str| {
        let course = course_of("alendronate", 1900, "");
        let said = assess(&format!(r#""age_years": {age}, {course}, "scans": [{}]{more}"#, scan(10, 0.7, t)));
        of(&said, "duration_nogg").action.clone()
    };
    let (pause, extend) = ("pause_reassess_24_months", "extend_to_10_years");
    assert_eq!(said(65.0, -2.4, ""), pause);
    assert_eq!(said(65.0, -2.5, ""), extend);
    assert_eq!(said(65.0, -2.6, ""), extend);
    let dose = |mg: f64| {
        format!(r#", "risk_factors": {{"glucocorticoid": {{"current": true, "mg_per_day": {mg}}}}}"#)
    };
    assert_eq!(said(65.0, -2.0, &dose(7.4)), pause);
    assert_eq!(said(65.0, -2.0, &dose(7.5)), extend);
    let past = r#", "fractures": [{"site": "proximal_femur", "age_years": 55}]"#;
    assert_eq!(said(65.0, -2.0, past), extend);
    let wrist =
        |days: i64| format!(r#", "fractures": [{{"site": "distal_forearm", "date": "{}"}}]"#, ago(days));
    assert_eq!(said(65.0, -2.0, &wrist(1900)), pause, "on the day of the start it was not on treatment");
    assert_eq!(said(65.0, -2.0, &wrist(1899)), extend);
    // Seventy at the start: by the birth date to the day.
    let born = |birth: Date| {
        let course = r#""treatments": [{"drug": "alendronate", "start": "2021-01-01"}]"#;
        let said =
            assess(&format!(r#""birth_date": "{birth}", {course}, "scans": [{}]"#, scan(10, 0.7, -1.0)));
        of(&said, "duration_nogg").action.clone()
    };
    assert_eq!(born(date(1951, 1, 1)), extend);
    assert_eq!(born(date(1951, 1, 2)), pause);
}

#[test]
fn what_is_unknown_is_named_and_never_read_as_no() {
    let said = assess(r#""age_years": 60, "treatments": [{"drug": "alendronate"}], "scans": []"#);
    says(&said, "duration_nogg", S::CannotBeSaid, "fill_in_missing");
    assert_eq!(of(&said, "duration_nogg").missing, ["treatments.start"]);
    let course = course_of("alendronate", 1900, "");
    let open = assess_document(&format!(
        r#"{{"sex": "female", "age_years": 60, "assessed_on": "{TODAY}", {course}}}"#
    ));
    let row = of(&open, "duration_nogg");
    assert_eq!(row.status, S::CannotBeSaid);
    for field in ["fractures", "risk_factors.glucocorticoid.mg_per_day", "scans"] {
        assert!(row.missing.iter().any(|missing| missing == field), "{field}: {:?}", row.missing);
    }
    // The T-score before treatment is none of its end.
    let before = assess(&format!(r#""age_years": 60, {course}, "scans": [{}]"#, scan(1950, 0.7, -1.0)));
    assert_eq!(of(&before, "duration_nogg").missing, ["scans"]);
    // Without the day of the assessment no day can be counted.
    let no_day = format!(
        r#"{{"sex": "female", "age_years": 60, {}, "complete": ["fractures"]}}"#,
        course_of("alendronate", 1900, "")
    );
    assert_eq!(of(&assess_document(&no_day), "duration_nogg").missing, ["assessed_on"]);
}

#[test]
fn a_pause_is_reassessed_on_its_day() {
    let paused = |stop: i64, more: &str| {
        let course = course_of("alendronate", stop + 1825, &format!(r#", "stop": "{}""#, ago(stop)));
        assess(&format!(r#""age_years": 65, {course}, "scans": []{more}"#))
    };
    says(&paused(729, ""), "duration_nogg", S::Pause, "pause_reassess_24_months");
    says(&paused(730, ""), "duration_nogg", S::Due, "reassess_now");
    let broke = format!(r#", "fractures": [{{"site": "distal_forearm", "date": "{}"}}]"#, ago(50));
    says(&paused(100, &broke), "duration_nogg", S::Due, "reassess_now");
    let short = course_of("alendronate", 900, &format!(r#", "stop": "{}""#, ago(100)));
    assert!(
        !has(&assess(&format!(r#""age_years": 65, {short}"#)), "duration_nogg"),
        "broken off is no pause"
    );
}

#[test]
fn one_bisphosphonate_by_mouth_goes_on_with_another() {
    let chain = |gap: i64| {
        let list = format!(
            r#""treatments": [{{"drug": "alendronate", "start": "{}", "stop": "{}"}}, {{"drug": "risedronate", "start": "{}"}}]"#,
            ago(1900),
            ago(900 + gap),
            ago(900)
        );
        let said = assess(&format!(r#""age_years": 65, {list}, "scans": []"#));
        of(&said, "duration_nogg").action.clone()
    };
    assert_eq!(chain(90), "pause_reassess_18_months");
    assert_eq!(chain(91), "continue_to_review");
}
