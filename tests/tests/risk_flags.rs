//! What is said of every model: an answer that hangs on the rounding of a T-score, a person on treatment,
//! a T-score that is withheld.

use osteon::Engine;
use osteon::document::Options;
use osteon::document::assessment::Risk;
use osteon::outputs::Outputs;

fn risks(patient: &str, models: &str) -> Vec<Risk> {
    let options = Options { models: Some(models.to_owned()), ..Default::default() };
    let engine = Engine::new(options, Vec::new()).unwrap().with_outputs(Outputs::parse("risks").unwrap());
    let patient = osteon::json::patient(patient.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"));
    engine.assess(&patient).unwrap().risks.unwrap()
}

/// A woman of 80 of whom everything was asked, with one T-score of the total hip.
fn woman(total_hip: f64, more: &str) -> String {
    format!(
        r#"{{"sex": "female", "age_years": 80, "postmenopausal": true, "weight_kg": 60, "height_cm": 160,
            "assessed_on": "2026-06-01",
            "complete": ["fractures", "risk_factors", "history", "treatments", "labs"],
            "scans": [{{"date": "2026-01-01", "regions": [
                {{"region": "total_hip", "t_score": {total_hip}}},
                {{"region": "femoral_neck", "t_score": -2.0}}]}}]{more}}}"#
    )
}

fn codes(risk: &Risk) -> Vec<&str> {
    risk.flags.iter().map(|flag| flag.code.as_str()).collect()
}

#[test]
fn an_answer_that_hangs_on_the_rounding_of_t_says_so() {
    const FLAG: &str = "class_depends_on_rounding";
    // Both are -2.5 on a report; the one lies beyond it, the other short of it.
    for (model, t) in [("dvo2023", -2.51), ("sof_fracture_index", -2.46)] {
        assert!(risks(&woman(t, ""), model).iter().all(|risk| codes(risk).contains(&FLAG)), "{model}");
        assert!(risks(&woman(-2.5, ""), model).iter().all(|risk| !codes(risk).contains(&FLAG)), "{model}");
    }
    let dvo = &risks(&woman(-2.51, ""), "dvo2023")[0];
    let text = &dvo.flags.iter().find(|flag| flag.code == FLAG).unwrap().text;
    assert_eq!(
        (dvo.category.as_deref(), text.as_str()),
        (Some("5_to_10"), "the exact T-score would give ge10")
    );
}

#[test]
fn a_person_on_treatment_is_flagged_by_what_speaks_of_fractures() {
    let on = |course: &str| woman(-2.0, &format!(r#", "treatments": [{course}]"#));
    let flagged = |course: &str, model: &str| {
        risks(&on(course), model).iter().filter(|risk| codes(risk).contains(&"on_treatment")).count()
    };
    let current = r#"{"drug": "alendronate", "start": "2023-01-01"}"#;
    assert_eq!(flagged(current, "qfracture2012"), 2);
    assert_eq!(flagged(current, "dubbo2008"), 4);
    assert_eq!(flagged(current, "ost"), 0);
    assert_eq!(
        flagged(r#"{"drug": "alendronate", "start": "2020-01-01", "stop": "2023-01-01"}"#, "dvo2023"),
        0
    );
    assert_eq!(flagged(r#"{"drug": "vitamin_d", "start": "2020-01-01"}"#, "dvo2023"), 0);
    let risk = &risks(&on(r#"{"drug": "denosumab"}"#), "dvo2023")[0];
    assert!(risk.flags.iter().any(|flag| flag.text.contains("begun on a day not stated")), "{risk:?}");
}

#[test]
fn a_withheld_t_score_is_refused_with_the_reason() {
    let patient = r#"{"sex": "female", "age_years": 56, "postmenopausal": false, "scans": [{"regions": [
        {"region": "femoral_neck", "t_score": -2.0}]}]}"#;
    let refusal = risks(patient, "dubbo2008")[0].refused.clone().unwrap();
    assert_eq!((refusal.code.as_str(), &*refusal.field), ("not_usable", "t_femoral_neck"));
    assert!(refusal.limit.contains("before the menopause"), "{refusal}");
    let none = r#"{"sex": "female", "age_years": 56, "scans": []}"#;
    assert_eq!(risks(none, "dubbo2008")[0].refused.as_ref().unwrap().code.as_str(), "missing");
}
