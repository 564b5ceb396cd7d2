//! Answers as FHIR: shapes that the standard asks for, and the same bytes twice.

#[path = "../../report/tests/service_sample/mod.rs"]
mod service_sample;

use std::collections::BTreeSet;

use osteon::fls::ServiceAnswer;
use osteon::fls::output::WorkAction;
use osteon_fhir::write;
use serde_json::Value;
use service_sample::{answer, nothing, row};

/// A file with all its lines.
#[derive(Debug, PartialEq)]
struct Whole {
    name: String,
    lines: Vec<String>,
}

fn resources(answer: &ServiceAnswer) -> Vec<Whole> {
    write::resources(answer).map(|file| Whole { name: file.name, lines: file.lines.collect() }).collect()
}

fn read(files: &[Whole], name: &str) -> Vec<Value> {
    let file = files.iter().find(|file| file.name == format!("{name}.ndjson")).unwrap();
    file.lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Writes the files to the folder that `OSTEON_WRITE_FHIR` names, for `tests/fhir/validate.py`.
#[test]
fn files_are_the_same_twice() {
    let files = resources(&answer(true));
    assert_eq!(files, resources(&answer(true)));
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let all = ["MeasureReport.ndjson", "Task.ndjson", "RiskAssessment.ndjson", "DiagnosticReport.ndjson"];
    assert_eq!(names, all);
    if let Some(folder) = std::env::var_os("OSTEON_WRITE_FHIR") {
        for file in &files {
            let path = std::path::Path::new(&folder).join(&file.name);
            std::fs::write(path, file.lines.join("\n") + "\n").unwrap();
        }
    }
}

#[test]
fn nothing_gives_no_file() {
    assert_eq!(resources(&nothing()), Vec::new());
}

#[test]
fn identifiers_are_allowed_and_unique() {
    for file in resources(&answer(true)) {
        let mut ids = BTreeSet::new();
        for line in &file.lines {
            assert!(!line.contains('\n'));
            let resource: Value = serde_json::from_str(line).unwrap();
            let id = resource["id"].as_str().unwrap().to_owned();
            let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
            assert!(id.len() <= 64 && id.chars().all(allowed), "{id}");
            assert!(ids.insert(id.clone()), "{id} twice in {}", file.name);
            assert_eq!(format!("{}.ndjson", resource["resourceType"].as_str().unwrap()), file.name);
        }
    }
}

#[test]
fn an_indicator_has_its_counts_and_its_doors() {
    let reports = read(&resources(&answer(true)), "MeasureReport");
    let report = reports.iter().find(|report| report["measure"] == "urn:osteon:measure:IOF-4").unwrap();
    assert_eq!(report["type"], "summary");
    assert_eq!(report["period"]["end"], "2019-01-31");
    let group = &report["group"][0];
    assert_eq!(group["population"][0]["code"]["coding"][0]["code"], "denominator");
    assert_eq!(group["population"][0]["count"], 1224);
    assert_eq!(group["population"][1]["count"], 347);
    assert!((group["measureScore"]["value"].as_f64().unwrap() - 100.0 * 347.0 / 1224.0).abs() < 1e-9);
    let strata = group["stratifier"][0]["stratum"].as_array().unwrap();
    assert_eq!(strata.len(), 3);
    assert_eq!(strata[0]["value"]["text"], "inpatient");
    assert_eq!(strata[0]["population"][0]["count"], 612);
}

/// What cannot be computed has no score of 0: it is absent, with its reason.
#[test]
fn what_cannot_be_computed_is_absent() {
    let reports = read(&resources(&answer(true)), "MeasureReport");
    let report = reports.iter().find(|report| report["measure"] == "urn:osteon:measure:IOF-5").unwrap();
    let group = &report["group"][0];
    assert_eq!(group["measureScore"]["extension"][0]["valueCode"], "unknown");
    assert!(group["measureScore"].get("value").is_none());
    assert!(group["population"][0].get("count").is_none());
    assert_eq!(group["extension"][0]["url"], "urn:osteon:extension:because");
    assert_eq!(group["extension"][0]["valueString"], "no record says who had a falls assessment");
}

#[test]
fn a_task_is_a_proposal_with_its_day() {
    let mut answer = answer(true);
    answer.worklist = vec![row(1, WorkAction::Invite)];
    let task = read(&resources(&answer), "Task").remove(0);
    assert_eq!(task["status"], "requested");
    assert_eq!(task["intent"], "proposal");
    assert_eq!(task["priority"], "asap");
    assert_eq!(task["for"]["reference"], "Patient/P-0000");
    assert_eq!(task["code"]["coding"][0]["code"], "invite");
    assert_eq!(task["restriction"]["period"]["end"], "2019-07-08");
    assert!(!task.to_string().contains("Jeanne"));
}

/// A probability of FHIR is a percentage.
#[test]
fn a_risk_is_a_percentage_and_says_that_nobody_verified_it() {
    let risks = read(&resources(&answer(true)), "RiskAssessment");
    assert_eq!(risks[0]["prediction"][0]["probabilityDecimal"], 14.26);
    assert_eq!(risks[0]["status"], "preliminary");
    assert_eq!(risks[0]["prediction"][0]["outcome"]["text"], "any osteoporotic fracture within 10 years");
    assert_eq!(risks[0]["prediction"][0]["whenPeriod"]["end"], "2029-06-30");
}

#[test]
fn a_report_says_triage_recommendation_and_how_far_verified() {
    let reports = read(&resources(&answer(true)), "DiagnosticReport");
    let conclusion = reports[0]["conclusion"].as_str().unwrap();
    assert!(conclusion.starts_with("Priority very high, to be seen within 4 weeks."));
    assert!(conclusion.contains(": treat."));
    assert!(conclusion.contains("Its rules "));
    assert_eq!(reports[0]["issued"], "2019-06-30T00:00:00Z");
}
