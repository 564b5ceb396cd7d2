//! Where a course of treatment stands: the vignettes, both sides of every limit in days, and each hazard.

mod denosumab;
mod failure;
mod holiday;
mod other_rules;
mod stopping;
mod vignettes;

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
    let engine =
        Engine::new(Options::default(), Vec::new()).unwrap().with_outputs(Outputs::parse("course").unwrap());
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
    let later =
        format!(r#""age_years": 70, "treatments": [{{"drug": "alendronate", "start": "{}"}}]"#, ago(-1));
    assert!(assess(&later).is_empty(), "a course of the future is none");
}
