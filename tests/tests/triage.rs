//! Triage by its table, each cause with a test that fails without it.

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

fn steps(document: &Value) -> Vec<String> {
    assess(document).triage.unwrap().next_steps.into_iter().map(|step| step.code).collect()
}

#[test]
fn a_blocked_antiresorptive_reaches_the_triage() {
    let histories = [json!({"osteonecrosis_of_jaw": true}), json!({"atypical_femoral_fracture": true})];
    let denosumab =
        json!([{"drug": "denosumab", "start": "2023-01-01", "last_dose": "2026-03-01", "doses": 7}]);
    let alendronate = json!([{"drug": "alendronate", "start": "2023-01-01"}]);
    for history in histories {
        let document = with(woman(-2.6), "history", history);
        let (_, _, reasons) = priority(&document);
        assert!(reasons.contains(&"antiresorptive_blocked".to_owned()), "{reasons:?}");
        assert!(!steps(&document).contains(&"decide_treatment".to_owned()));
        let on = with(document.clone(), "treatments", denosumab.clone());
        assert_eq!(priority(&on).0, "very_high");
        assert!(steps(&on).contains(&"specialist_now".to_owned()));
        let on = with(document, "treatments", alendronate.clone());
        assert!(priority(&on).2.contains(&"treated_with_antiresorptive_blocked".to_owned()));
        assert!(steps(&on).contains(&"specialist_now".to_owned()));
    }
    let stated = json!([{"site": "femoral_shaft", "months_ago": 5, "cause": "atypical"}]);
    let document = with(woman(-2.6), "fractures", stated);
    assert!(steps(&document).contains(&"image_both_femurs".to_owned()));
    assert!(!steps(&document).contains(&"start_treatment_now".to_owned()));
}

#[test]
fn a_recent_fracture_in_doubt_is_at_least_intermediate() {
    let rank = |p: &str| ["very_high", "high", "intermediate"].iter().position(|one| *one == p);
    let man = |fracture: Value| json!({"sex": "male", "age_years": 45, "fractures": [fracture]});
    let woman_of_70 = |fracture: Value| json!({"sex": "female", "age_years": 70, "fractures": [fracture]});
    for document in [
        woman_of_70(json!({"site": "femoral_shaft", "months_ago": 1, "trauma": "low"})),
        woman_of_70(json!({"site": "vertebra", "months_ago": 3, "genant_grade": 1})),
        woman_of_70(json!({"site": "unspecified", "months_ago": 3, "trauma": "low"})),
        man(json!({"site": "proximal_femur", "months_ago": 1})),
        man(json!({"site": "ankle", "months_ago": 1})),
    ] {
        let (p, _, reasons) = priority(&document);
        assert!(rank(&p).is_some(), "{document}: {p} {reasons:?}");
        assert!(steps(&document).contains(&"ask_about_the_fracture".to_owned()), "{document}");
    }
}

#[test]
fn only_a_guideline_that_applies_makes_the_risk_very_high() {
    let document = json!({
        "sex": "female", "age_years": 60, "country": "US",
        "fractures": [{"site": "distal_forearm", "months_ago": 120, "trauma": "low"}],
        "scans": [{"regions": [{"region": "total_hip", "t_score": 0.2}]}],
    });
    let (p, _, reasons) = priority(&document);
    assert!(!reasons.contains(&"guideline_very_high".to_owned()), "{p} {reasons:?}");
    let assessment = assess(&document);
    let open = assessment.guidelines.iter().flatten().filter(|said| said.applicable.is_none());
    assert!(open.into_iter().all(|said| said.category.is_none() && said.tier.is_none()));
}

#[test]
fn osteoporosis_is_at_least_intermediate_whatever_guidelines_say() {
    let document = with(woman(-3.1), "age_years", json!(70));
    let options =
        osteon::document::Options { guideline_country: Some("FR".to_owned()), ..Default::default() };
    let patient = osteon::json::patient(document.to_string().as_bytes()).unwrap();
    let triage = osteon::Engine::new(options, Vec::new()).unwrap().assess(&patient).unwrap().triage.unwrap();
    assert_eq!(triage.priority.as_str(), "intermediate");
    assert!(triage.reasons.iter().any(|reason| reason.code == "osteoporosis"));
}

#[test]
fn an_anabolic_drug_is_no_next_step_straight_after_denosumab() {
    let fractures = json!([{"site": "vertebra", "months_ago": 30}, {"site": "vertebra", "months_ago": 40}]);
    let document = with(woman(-2.8), "fractures", fractures);
    assert!(steps(&document).contains(&"anabolic_first".to_owned()));
    let on = with(
        document,
        "treatments",
        json!([{"drug": "denosumab", "start": "2025-01-01", "last_dose": "2026-03-01"}]),
    );
    assert!(!steps(&on).contains(&"anabolic_first".to_owned()));
    assert!(steps(&on).contains(&"anabolic_blocked_by_denosumab".to_owned()));
}

#[test]
fn palliative_care_comes_first_and_a_pregnant_woman_gets_no_dose() {
    let palliative = with(woman(-3.6), "history", json!({"palliative_care": true}));
    assert_eq!(steps(&palliative)[0], "palliative_care");
    let mut pregnant = with(woman(-2.0), "history", json!({"pregnant": true}));
    pregnant["treatments"] =
        json!([{"drug": "denosumab", "start": "2023-01-01", "last_dose": "2025-10-01", "doses": 5}]);
    let steps = steps(&pregnant);
    assert!(!steps.contains(&"give_denosumab".to_owned()) && steps.contains(&"specialist_now".to_owned()));
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
