//! Triage by the table of the contract, each cause with a test that fails without it.

use osteon::document::assessment::Assessment;
use serde_json::{Value, json};

fn assess(document: &Value) -> Assessment {
    let patient = osteon::json::patient(document.to_string().as_bytes()).unwrap();
    osteon::Engine::default().assess(&patient).unwrap_or_else(|refusals| panic!("{refusals:?}"))
}

/// A healthy woman of 60 of whom everything was asked, with a T-score.
fn woman(t: f64) -> Value {
    json!({
        "sex": "female", "age_years": 60, "postmenopausal": true, "assessed_on": "2026-06-01", "country": "FR",
        "complete": ["fractures", "risk_factors", "history", "treatments", "labs"],
        "fractures": [],
        "treatments": [],
        "scans": [{"date": "2026-05-01", "regions": [
            {"region": "femoral_neck", "t_score": t}, {"region": "lumbar_spine", "t_score": t},
            {"region": "total_hip", "t_score": t},
        ]}],
        "frax": {"mof_percent": 2.0, "hip_percent": 0.1, "with_bmd": true},
    })
}

fn with(mut document: Value, key: &str, value: Value) -> Value {
    document[key] = value;
    document
}

fn priority(document: &Value) -> (String, Option<u32>, Vec<String>) {
    let triage = assess(document).triage.unwrap();
    (triage.priority.to_string(), triage.within_weeks, triage.reasons.into_iter().map(|r| r.code).collect())
}

fn fracture(site: &str, months: f64) -> Value {
    json!([{"site": site, "months_ago": months, "trauma": "low"}])
}

#[test]
fn all_say_no_drug() {
    let (priority, weeks, reasons) = priority(&woman(0.5));
    assert_eq!((priority.as_str(), weeks), ("low", None), "{reasons:?}");
}

#[test]
fn a_hip_or_a_vertebra_within_24_months_is_very_high_while_untreated() {
    for site in ["proximal_femur", "vertebra"] {
        let recent = with(woman(0.5), "fractures", fracture(site, 24.0));
        let (p, weeks, reasons) = priority(&recent);
        assert_eq!((p.as_str(), weeks), ("very_high", Some(4)));
        assert!(reasons.contains(&"recent_hip_or_vertebral_fracture_untreated".to_owned()));
        let steps = assess(&recent).triage.unwrap().next_steps;
        assert!(
            steps.iter().any(|step| step.code == "start_treatment_now" && step.text.contains("do not wait"))
        );
        let old = with(woman(0.5), "fractures", fracture(site, 24.1));
        assert!(!priority(&old).2.contains(&"recent_hip_or_vertebral_fracture_untreated".to_owned()));
        let treated = with(recent, "treatments", json!([{"drug": "alendronate", "start": "2026-01-01"}]));
        assert!(!priority(&treated).2.contains(&"recent_hip_or_vertebral_fracture_untreated".to_owned()));
    }
}

#[test]
fn a_recent_fracture_is_never_low_or_undetermined() {
    for (site, at_least) in [
        ("distal_forearm", "high"),
        ("pelvis", "high"),
        ("ankle", "intermediate"),
        ("rib_single", "intermediate"),
    ] {
        let unknown = json!({"sex": "female", "age_years": 60, "fractures": fracture(site, 20.0)});
        for document in [with(woman(0.5), "fractures", fracture(site, 20.0)), unknown] {
            let (p, _, reasons) = priority(&document);
            let rank = |p: &str| ["very_high", "high", "intermediate"].iter().position(|one| *one == p);
            assert!(
                rank(&p).is_some_and(|found| found <= rank(at_least).unwrap()),
                "{site}: {p} {reasons:?}"
            );
        }
    }
    let toe = with(woman(0.5), "fractures", fracture("toe", 1.0));
    assert_eq!(priority(&toe).0, "low");
}

#[test]
fn a_fracture_of_unknown_day_may_be_recent() {
    let undated = with(woman(0.5), "fractures", json!([{"site": "ankle", "trauma": "low"}]));
    let (p, _, reasons) = priority(&undated);
    assert_eq!(p, "intermediate");
    assert!(reasons.contains(&"fracture_of_unknown_day".to_owned()));
}

#[test]
fn a_shaft_fracture_on_an_antiresorptive_goes_to_the_specialist_and_starts_nothing() {
    for site in ["femoral_shaft", "subtrochanteric"] {
        let mut document = with(woman(-2.6), "fractures", fracture(site, 2.0));
        document["treatments"] = json!([{"drug": "alendronate", "start": "2018-01-01"}]);
        let triage = assess(&document).triage.unwrap();
        let steps: Vec<&str> = triage.next_steps.iter().map(|step| step.code.as_str()).collect();
        assert_eq!(triage.priority.as_str(), "very_high");
        assert!(steps.contains(&"specialist_now") && steps.contains(&"image_both_femurs"));
        assert!(!steps.contains(&"start_treatment_now"));
    }
}

#[test]
fn overdue_denosumab_is_very_high() {
    let on = |last: &str| {
        with(
            woman(0.5),
            "treatments",
            json!([{"drug": "denosumab", "start": "2023-01-01", "last_dose": last, "doses": 5}]),
        )
    };
    let (p, _, reasons) = priority(&on("2025-11-01"));
    assert!(p == "very_high" && reasons.contains(&"denosumab_overdue".to_owned()), "{p} {reasons:?}");
    assert!(!priority(&on("2026-03-01")).2.contains(&"denosumab_overdue".to_owned()));
}

#[test]
fn next_steps_always_hold_falls_exercise_calcium_and_teeth() {
    for document in [woman(0.5), woman(-3.6), json!({"sex": "male", "age_years": 40})] {
        let steps = assess(&document).triage.unwrap().next_steps;
        for code in ["falls_assessment", "exercise", "calcium_and_vitamin_d", "dental_check"] {
            assert!(steps.iter().any(|step| step.code == code), "{code}");
        }
    }
}

#[test]
fn a_guideline_that_says_very_high_or_treat_leads() {
    assert_eq!(priority(&woman(-3.6)).0, "very_high");
    assert_eq!(priority(&woman(-2.6)).0, "high");
}
