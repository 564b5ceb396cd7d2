//! Failure of treatment, by IOF 2012.

use super::*;

/// On alendronate as prescribed, with a fall of CTX and a change of spine density in percent.
fn treated(days: i64, ctx: f64, spine: f64, fractures: &str) -> Vec<Course> {
    let line = |days: i64, bmd: f64| {
        format!(
            r#"{{"date": "{}", "scanner_serial": "1", "manufacturer": "hologic", "regions": [{{"region": "lumbar_spine", "bmd_g_cm2": {bmd}}}]}}"#,
            ago(days)
        )
    };
    let lab = |days: i64, value: f64| {
        format!(r#"{{"analyte": "ctx", "value": {value}, "unit": "ng/mL", "date": "{}"}}"#, ago(days))
    };
    assess(&format!(
        r#""age_years": 68, {}, "fractures": [{fractures}], "scans": [{}, {}], "labs": [{}, {}]"#,
        course_of("alendronate", days, r#", "adherent": true"#),
        line(days, 0.8),
        line(3, 0.8 * (1.0 + spine / 100.0)),
        lab(days, 0.5),
        lab(4, 0.5 * (1.0 - ctx / 100.0)),
    ))
}

pub(crate) fn on(site: &str, days: i64) -> String {
    format!(r#"{{"site": "{site}", "date": "{}"}}"#, ago(days))
}

#[test]
fn v109_two_fractures_are_a_failure() {
    let both = format!("{}, {}", on("vertebra", 200), on("distal_forearm", 100));
    let said = treated(548, 40.0, 1.0, &both);
    says(&said, "failure_iof2012", S::Failure, "change_treatment");
    assert!(because(of(&said, "failure_iof2012"), "fractures"));
    let one_event = format!("{}, {}", on("vertebra", 200), on("distal_forearm", 200));
    says(&treated(548, 40.0, 1.0, &one_event), "failure_iof2012", S::NotFailure, "review_adherence");
    let by_flag =
        r#"{"site": "vertebra", "on_treatment": true}, {"site": "distal_forearm", "on_treatment": true}"#;
    says(&treated(548, 40.0, 1.0, by_flag), "failure_iof2012", S::Failure, "change_treatment");
}

#[test]
fn v110_one_fracture_alone_is_none() {
    says(
        &treated(548, 40.0, 1.0, &on("vertebra", 100)),
        "failure_iof2012",
        S::NotFailure,
        "review_adherence",
    );
}

#[test]
fn v112_hand_foot_ankle_and_skull_do_not_count() {
    for site in ["hand", "finger", "foot", "toe", "ankle", "heel", "skull", "face"] {
        let two = format!("{}, {}", on(site, 200), on(site, 100));
        says(&treated(548, 40.0, 0.0, &two), "failure_iof2012", S::NotFailure, "none");
    }
}

#[test]
fn one_fracture_with_a_marker_or_a_loss_at_its_limit_is_a_failure() {
    let one = on("vertebra", 100);
    says(&treated(548, 25.0, 1.0, &one), "failure_iof2012", S::NotFailure, "review_adherence");
    says(&treated(548, 24.9, 1.0, &one), "failure_iof2012", S::Failure, "change_treatment");
    says(&treated(548, 40.0, -4.9, &one), "failure_iof2012", S::NotFailure, "review_adherence");
    says(&treated(548, 40.0, -5.0, &one), "failure_iof2012", S::Failure, "change_treatment");
    // Without a fracture both are asked.
    says(&treated(548, 10.0, -5.0, ""), "failure_iof2012", S::Failure, "change_treatment");
    says(&treated(548, 10.0, -4.0, ""), "failure_iof2012", S::NotFailure, "none");
    says(&treated(548, 30.0, -6.0, ""), "failure_iof2012", S::NotFailure, "none");
    let hip = |loss: f64| {
        let scans = format!("{}, {}", scan(600, 0.8, -2.0), scan(3, 0.8 * (1.0 - loss / 100.0), -2.1));
        let course = course_of("alendronate", 548, r#", "adherent": true"#);
        let said = assess(&format!(r#""age_years": 68, {course}, "fractures": [{one}], "scans": [{scans}]"#));
        of(&said, "failure_iof2012").status
    };
    assert_eq!(hip(4.0), S::Failure);
    assert_eq!(hip(3.9), S::CannotBeSaid, "the marker is unknown");
}

#[test]
fn failure_needs_a_year_of_a_drug_that_is_taken() {
    let both = format!("{}, {}", on("vertebra", 200), on("distal_forearm", 100));
    says(&treated(364, 40.0, 1.0, &both), "failure_iof2012", S::NotFailure, "review_adherence");
    says(&treated(365, 40.0, 1.0, &both), "failure_iof2012", S::Failure, "change_treatment");
    let taken = |adherent: &str| {
        let course = course_of("alendronate", 548, adherent);
        let said = assess(&format!(r#""age_years": 68, {course}, "fractures": [{both}]"#));
        of(&said, "failure_iof2012").clone()
    };
    assert_eq!(taken(r#", "adherent": false"#).status, S::NotFailure);
    let open = taken("");
    assert_eq!(open.status, S::CannotBeSaid);
    assert!(open.missing.iter().any(|field| field == "treatments.adherent"));
    // A fracture before the start is none on treatment.
    let before = format!("{}, {}", on("vertebra", 600), on("distal_forearm", 549));
    says(&treated(548, 40.0, 1.0, &before), "failure_iof2012", S::NotFailure, "none");
    let high =
        format!(r#"{}, {{"site": "pelvis", "date": "{}", "trauma": "high"}}"#, on("vertebra", 200), ago(100));
    says(&treated(548, 40.0, 1.0, &high), "failure_iof2012", S::NotFailure, "review_adherence");
}

#[test]
fn scans_of_two_known_scanners_show_no_loss() {
    let two = |second: &str| {
        let scans = format!("{}, {}", scan(600, 0.8, -2.0), scan(3, 0.7, -2.1).replace(r#""1""#, second));
        let course = course_of("alendronate", 548, r#", "adherent": true"#);
        let one = on("vertebra", 100);
        let said = assess(&format!(r#""age_years": 68, {course}, "fractures": [{one}], "scans": [{scans}]"#));
        of(&said, "failure_iof2012").status
    };
    assert_eq!(two(r#""1""#), S::Failure);
    assert_eq!(two(r#""2""#), S::CannotBeSaid);
}

#[test]
fn what_is_missing_is_said_in_words() {
    let course = course_of("alendronate", 1830, r#", "adherent": true"#);
    let with = |scans: &str| assess(&format!(r#""age_years": 68, {course}, "scans": [{scans}]"#));
    let one = with(&scan(5, 0.8, -2.0));
    for rule in ["failure_iof2012", "stop_grio"] {
        let row = of(&one, rule);
        assert_eq!(row.status, S::CannotBeSaid, "{row:#?}");
        assert!(row.missing.contains(&"scans".to_owned()) && because(row, "earlier_scan_missing"));
        assert!(row.text.contains("an earlier scan"), "{}", row.text);
        assert!(!row.text.contains('_') && !row.text.contains("labs."), "{}", row.text);
    }
    assert!(!because(of(&with(""), "failure_iof2012"), "earlier_scan_missing"));
}
