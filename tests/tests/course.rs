//! Where a course of treatment stands: the vignettes, both sides of every limit in days, and each hazard.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use osteon::Engine;
use osteon::document::guidance::{Course, CourseStatus as S};
use osteon::document::{Options, Patient};
use osteon::outputs::Outputs;

const TODAY: Date = date(2026, 6, 1);

fn ago(days: i64) -> Date {
    TODAY.checked_sub(days.days()).unwrap()
}

/// Someone of whom everything was asked, with these fields beside.
fn assess(fields: &str) -> Vec<Course> {
    let text = format!(
        r#"{{"sex": "female", "assessed_on": "{TODAY}", "postmenopausal": true,
            "complete": ["risk_factors", "fractures", "history", "treatments", "labs"], {fields}}}"#
    );
    assess_document(&text)
}

fn assess_document(text: &str) -> Vec<Course> {
    let patient: Patient = osteon::json::patient(text.as_bytes()).unwrap();
    let engine = Engine::new(Options::default(), Vec::new())
        .unwrap()
        .with_outputs(Outputs::parse("course").unwrap());
    engine.assess(&patient).unwrap().course.unwrap()
}

fn of<'a>(course: &'a [Course], rule: &str) -> &'a Course {
    let mut found = course.iter().filter(|row| row.rule == rule);
    let row = found.next().unwrap_or_else(|| panic!("no {rule}: {course:#?}"));
    assert!(found.next().is_none(), "{rule} is there twice");
    row
}

#[track_caller]
fn says(course: &[Course], rule: &str, status: S, action: &str) {
    let row = of(course, rule);
    assert_eq!((row.status, row.action.as_str()), (status, action), "{row:#?}");
}

fn has(course: &[Course], rule: &str) -> bool {
    course.iter().any(|row| row.rule == rule)
}

fn because(row: &Course, code: &str) -> bool {
    row.reasons.iter().any(|reason| reason.code == code)
}

fn course_of(drug: &str, days: i64, more: &str) -> String {
    format!(r#""treatments": [{{"drug": "{drug}", "start": "{}"{more}}}]"#, ago(days))
}

fn scan(days: i64, hip_bmd: f64, t: f64) -> String {
    format!(
        r#"{{"date": "{}", "manufacturer": "hologic", "scanner_serial": "1", "regions":
            [{{"region": "total_hip", "bmd_g_cm2": {hip_bmd}, "t_score": {t}}}]}}"#,
        ago(days)
    )
}

#[test]
fn the_untreated_have_no_course() {
    assert!(assess(r#""age_years": 70"#).is_empty());
    assert!(assess(r#""age_years": 70, "treatments": [{"drug": "vitamin_d"}]"#).is_empty());
    let later = format!(r#""age_years": 70, "treatments": [{{"drug": "alendronate", "start": "{}"}}]"#, ago(-1));
    assert!(assess(&later).is_empty(), "a course of the future is none");
}

// ---- NOGG: length and pause ----

fn zoledronate_at(days: i64, age: f64, more: &str) -> Vec<Course> {
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
    let dose = |mg: f64| format!(r#", "risk_factors": {{"glucocorticoid": {{"current": true, "mg_per_day": {mg}}}}}"#);
    assert_eq!(said(65.0, -2.0, &dose(7.4)), pause);
    assert_eq!(said(65.0, -2.0, &dose(7.5)), extend);
    let past = r#", "fractures": [{"site": "proximal_femur", "age_years": 55}]"#;
    assert_eq!(said(65.0, -2.0, past), extend);
    let wrist = |days: i64| format!(r#", "fractures": [{{"site": "distal_forearm", "date": "{}"}}]"#, ago(days));
    assert_eq!(said(65.0, -2.0, &wrist(1900)), pause, "on the day of the start it was not on treatment");
    assert_eq!(said(65.0, -2.0, &wrist(1899)), extend);
    // Seventy at the start: by the birth date to the day.
    let born = |birth: Date| {
        let course = format!(r#""treatments": [{{"drug": "alendronate", "start": "2021-01-01"}}]"#);
        let said = assess(&format!(r#""birth_date": "{birth}", {course}, "scans": [{}]"#, scan(10, 0.7, -1.0)));
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
    assert!(!has(&assess(&format!(r#""age_years": 65, {short}"#)), "duration_nogg"), "broken off is no pause");
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

// ---- GRIO: the end of treatment ----

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
    says(&at_the_end("alendronate", -2.0, 0.01, &steroid(12.0)), "stop_grio", S::Continue, "specialist_advice");
    says(&at_the_end("alendronate", -2.0, 0.01, &steroid(100.0)), "stop_grio", S::Stop, "dxa_in_24_months");
    // Something that is there may be new: that cannot be said.
    let old_or_new = r#", "risk_factors": {"rheumatoid_arthritis": true}"#;
    let said = at_the_end("alendronate", -2.0, 0.01, old_or_new);
    assert_eq!(of(&said, "stop_grio").missing, ["risk_factors"]);
    let course = |days| {
        let scans = format!("{}, {}", scan(days + 5, 0.8, -2.0), scan(5, 0.8, -2.0));
        let said = assess(&format!(r#""age_years": 66, {}, "scans": [{scans}]"#, course_of("alendronate", days, "")));
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

// ---- IOF 2012: failure ----

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

fn on(site: &str, days: i64) -> String {
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
    let by_flag = r#"{"site": "vertebra", "on_treatment": true}, {"site": "distal_forearm", "on_treatment": true}"#;
    says(&treated(548, 40.0, 1.0, by_flag), "failure_iof2012", S::Failure, "change_treatment");
}

#[test]
fn v110_one_fracture_alone_is_none() {
    says(&treated(548, 40.0, 1.0, &on("vertebra", 100)), "failure_iof2012", S::NotFailure, "review_adherence");
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
    let high = format!(r#"{}, {{"site": "pelvis", "date": "{}", "trauma": "high"}}"#, on("vertebra", 200), ago(100));
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

// ---- denosumab ----

fn denosumab(days: i64, more: &str) -> Vec<Course> {
    assess(&format!(
        r#""age_years": 70, "treatments": [{{"drug": "denosumab", "last_dose": "{}"{more}}}], "scans": []"#,
        ago(days)
    ))
}

#[test]
fn v113_a_late_dose_is_a_risk_of_rebound() {
    let said = denosumab(228, r#", "doses": 5"#);
    says(&said, "denosumab_delay", S::Overdue, "escalate_rebound_risk");
    assert_eq!(of(&said, "denosumab_delay").due, Some(ago(48)));
}

#[test]
fn the_next_dose_is_booked_due_overdue_and_late_to_the_day() {
    let five = r#", "doses": 5"#;
    for (days, status, action) in [
        (149, S::Continue, "next_dose_at_6_months"),
        (150, S::Due, "book_next_dose"),
        (179, S::Due, "book_next_dose"),
        (180, S::Due, "give_now"),
        (181, S::Overdue, "give_now"),
        (210, S::Overdue, "give_now"),
        (211, S::Overdue, "escalate_rebound_risk"),
    ] {
        says(&denosumab(days, five), "denosumab_delay", status, action);
    }
    says(&denosumab(400, r#", "doses": 1"#), "denosumab_delay", S::Overdue, "give_now");
    says(&denosumab(211, r#", "doses": 2"#), "denosumab_delay", S::Overdue, "escalate_rebound_risk");
    // Doses that nobody counted are no reason for calm.
    let open = denosumab(211, "");
    says(&open, "denosumab_delay", S::Overdue, "escalate_rebound_risk");
    assert_eq!(of(&open, "denosumab_delay").missing, ["treatments.doses"]);
    let unknown = assess(r#""age_years": 70, "treatments": [{"drug": "denosumab", "start": "2020-01-01"}]"#);
    says(&unknown, "denosumab_delay", S::CannotBeSaid, "fill_in_missing");
    assert_eq!(of(&unknown, "denosumab_delay").missing, ["treatments.last_dose"]);
}

#[test]
fn no_pause_and_no_stop_ever_speaks_of_denosumab() {
    for years in 1..15 {
        let start = format!(r#", "start": "{}", "adherent": true, "doses": 9"#, ago(365 * years + 30));
        let said = denosumab(30, &start);
        for row in &said {
            assert!(!matches!(row.status, S::Stop | S::Pause), "{row:#?}");
        }
        assert!(!has(&said, "duration_nogg") && !has(&said, "stop_grio"));
        let row = of(&said, "denosumab_delay");
        assert!(because(row, "never_stopped") && because(row, "no_anabolic_after"));
    }
}

#[test]
fn denosumab_has_no_exit_without_a_successor_and_a_date() {
    let planned = denosumab(30, &format!(r#", "doses": 4, "planned_stop": "{}""#, ago(-90)));
    says(&planned, "denosumab_exit", S::Switch, "zoledronate_at_6_months");
    assert_eq!(of(&planned, "denosumab_exit").due, Some(ago(-150)));
    let ended = |days: i64| denosumab(days, &format!(r#", "doses": 4, "stop": "{}""#, ago(days)));
    says(&ended(179), "denosumab_exit", S::Switch, "zoledronate_at_6_months");
    says(&ended(180), "denosumab_exit", S::Due, "zoledronate_now");
    says(&ended(181), "denosumab_exit", S::Overdue, "zoledronate_now");
    says(&ended(211), "denosumab_exit", S::Overdue, "escalate_rebound_risk");
    assert!(of(&ended(181), "denosumab_exit").text.contains("CTX 3 and 6 months"));
    let followed = |drug: &str, days: i64| {
        let list = format!(
            r#""treatments": [{{"drug": "denosumab", "last_dose": "{0}", "stop": "{0}", "doses": 6}}, {{"drug": "{drug}", "start": "{1}"}}]"#,
            ago(days + 180),
            ago(days)
        );
        assess(&format!(r#""age_years": 70, {list}"#))
    };
    says(&followed("zoledronate", 90), "denosumab_exit", S::Continue, "ctx_at_3_and_6_months");
    assert_eq!(of(&followed("zoledronate", 91), "denosumab_exit").due, Some(ago(91 - 180)));
    assert!(!has(&followed("zoledronate", 181), "denosumab_exit"));
    // Straight to teriparatide is no way out.
    for drug in ["teriparatide", "abaloparatide"] {
        says(&followed(drug, 30), "denosumab_exit", S::Switch, "specialist_advice");
    }
    // A successor begun ends a course whose end nobody wrote down.
    let unwritten = format!(
        r#""age_years": 70, "treatments": [{{"drug": "denosumab", "last_dose": "{}", "doses": 6}}, {{"drug": "zoledronate", "start": "{}"}}]"#,
        ago(400),
        ago(215)
    );
    assert!(!has(&assess(&unwritten), "denosumab_delay"));
}

// ---- zoledronate, anabolic drugs, atypical fractures ----

#[test]
fn zoledronate_is_due_each_year() {
    let at = |days: i64| {
        let dose = format!(r#", "last_dose": "{}", "doses": 2"#, ago(days));
        let said = assess(&format!(r#""age_years": 70, {}"#, course_of("zoledronate", days + 365, &dose)));
        of(&said, "zoledronate_interval").clone()
    };
    assert_eq!(at(364).status, S::Continue);
    assert_eq!((at(365).status, at(365).action.as_str()), (S::Due, "give_now"));
    assert_eq!(at(366).status, S::Overdue);
    // A course to be paused asks for no further dose.
    assert!(!has(&zoledronate_at(1200, 60.0, ""), "zoledronate_interval"));
}

#[test]
fn an_antiresorptive_follows_every_anabolic() {
    for (drug, country, days) in [
        ("teriparatide", "FR", 730),
        ("romosozumab", "FR", 365),
        ("abaloparatide", "FR", 548),
        ("abaloparatide", "US", 730),
    ] {
        let at = |days: i64| {
            let said = assess(&format!(r#""age_years": 70, "country": "{country}", {}"#, course_of(drug, days, "")));
            let row = of(&said, "anabolic_sequence");
            (row.status, row.action.clone())
        };
        assert_eq!(at(days), (S::Stop, "switch_to_antiresorptive".to_owned()), "{drug} {country}");
        assert_eq!(at(days - 1), (S::Switch, "name_antiresorptive".to_owned()), "{drug} {country}");
        assert_eq!(at(days - 90), (S::Switch, "name_antiresorptive".to_owned()), "{drug} {country}");
        assert_eq!(at(days - 92).0, S::Continue, "{drug} {country}");
    }
    let after = |more: &str| {
        let list = format!(
            r#""treatments": [{{"drug": "teriparatide", "start": "{}", "stop": "{}"}}{more}]"#,
            ago(800),
            ago(100)
        );
        assess(&format!(r#""age_years": 70, {list}"#))
    };
    says(&after(""), "anabolic_sequence", S::Switch, "start_antiresorptive_now");
    let next = format!(r#", {{"drug": "alendronate", "start": "{}"}}"#, ago(90));
    assert!(!has(&after(&next), "anabolic_sequence"));
}

#[test]
fn a_femoral_shaft_fracture_on_a_bisphosphonate_stops_it_and_never_plainly_denosumab() {
    for site in ["femoral_shaft", "subtrochanteric"] {
        let fractures = format!(r#""fractures": [{}]"#, on(site, 20));
        let on_drug = |drug: &str, more: &str| {
            assess(&format!(r#""age_years": 76, {}, {fractures}, "scans": []"#, course_of(drug, 2000, more)))
        };
        let said = on_drug("alendronate", "");
        says(&said, "atypical_femur", S::Stop, "specialist_image_both_femurs");
        assert!(said.len() == 1, "nothing may say go on: {said:#?}");
        let dose = format!(r#", "last_dose": "{}", "doses": 9"#, ago(100));
        let said = on_drug("denosumab", &dose);
        says(&said, "atypical_femur", S::Switch, "specialist_at_once");
        assert!(because(of(&said, "atypical_femur"), "never_stopped"));
        assert!(!has(&on_drug("teriparatide", ""), "atypical_femur"));
    }
    let stated = assess(&format!(
        r#""age_years": 76, {}, "history": {{"atypical_femoral_fracture": true}}"#,
        course_of("risedronate", 400, "")
    ));
    says(&stated, "atypical_femur", S::Stop, "specialist_image_both_femurs");
    // Excluded, it is a fracture like others.
    let excluded = format!(r#""fractures": [{{"site": "femoral_shaft", "date": "{}", "cause": "fragility"}}]"#, ago(20));
    let said = assess(&format!(r#""age_years": 76, {}, {excluded}"#, course_of("alendronate", 2000, "")));
    assert!(!has(&said, "atypical_femur"));
}
