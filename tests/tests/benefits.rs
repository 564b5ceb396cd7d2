//! What a trial's effect would be worth to a person: given where everything matches, refused with the
//! mismatch elsewhere, and only on request.

use osteon::Engine;
use osteon::document::assessment::{Assessment, Benefit};
use osteon::document::{Options, Patient};
use osteon::outputs::Outputs;

/// A woman of 72 after a vertebral fracture, of whom everything was asked.
const WOMAN: &str = r#"{"sex": "female", "age_years": 72, "postmenopausal": true, "height_cm": 160, "weight_kg": 56,
    "qfracture_ethnicity": "white_or_not_recorded",
    "complete": ["risk_factors", "fractures", "history", "treatments", "labs"],
    "fractures": [{"site": "vertebra", "levels": ["T12"], "age_years": 69, "trauma": "low"}],
    "scans": [{"manufacturer": "hologic", "regions": [
        {"region": "femoral_neck", "bmd_g_cm2": 0.520}, {"region": "total_hip", "bmd_g_cm2": 0.620}]}]}"#;

fn assess(patient: &str, years: u32) -> Assessment {
    let options = Options { qfracture_years: Some(years), ..Default::default() };
    let engine =
        Engine::new(options, Vec::new()).unwrap().with_outputs(Outputs::parse("risks,benefits").unwrap());
    let patient: Patient = osteon::json::patient(patient.as_bytes()).unwrap();
    engine.assess(&patient).unwrap()
}

fn of<'a>(answer: &'a Assessment, trial: &str, outcome: &str) -> Vec<&'a Benefit> {
    let benefits = answer.benefits.as_ref().unwrap();
    benefits.iter().filter(|benefit| benefit.trial == trial && benefit.trial_outcome == outcome).collect()
}

#[test]
fn a_hip_fracture_over_the_three_years_of_the_trial() {
    let answer = assess(WOMAN, 3);
    let hip = |risk: &&osteon::document::assessment::Risk| {
        risk.model == "qfracture2012" && risk.outcome.as_str() == "hip"
    };
    let untreated = answer.risks().iter().find(hip).unwrap().percent.unwrap();
    let fit: Vec<&Benefit> = of(&answer, "FIT-1", "hip")
        .into_iter()
        .filter(|b| b.model.as_deref() == Some("qfracture2012"))
        .collect();
    let [fit] = fit.as_slice() else { panic!("{fit:?}") };
    // FIT-1: 51 % fewer hip fractures in 36 months.
    assert_eq!((fit.drug.as_str(), fit.months, fit.horizon_years), ("alendronate", Some(36), Some(3)));
    assert!((fit.reduction_points.unwrap() - untreated * 0.51).abs() < 1e-12);
    let needed = fit.number_needed_to_treat.unwrap();
    assert_eq!(needed, (100.0 / (untreated * 0.51)).ceil() as u64);
    assert!(fit.refused.is_none() && answer.citations.contains_key("black1996"));
    // What is known of the risk stands beside what it is worth.
    let range = fit.untreated_range_percent.unwrap();
    assert!(range[0] <= untreated && untreated <= range[1]);
    assert_eq!((fit.risk_verified, fit.risk_verification.as_deref()), (Some(true), Some("published_source")));
    // Each version of the equations is a risk of its own; neither is averaged with the other.
    assert_eq!(of(&answer, "FIT-1", "hip").len(), 2);
}

#[test]
fn another_horizon_population_outcome_or_comparator_is_refused_in_words() {
    let refused = |answer: &Assessment, trial: &str, outcome: &str| {
        let [benefit] = of(answer, trial, outcome)[..] else { panic!("{trial} {outcome}") };
        assert!(benefit.reduction_points.is_none() && benefit.number_needed_to_treat.is_none());
        let refusal = benefit.refused.clone().unwrap();
        (refusal.field, refusal.limit)
    };
    let ten = assess(WOMAN, 10);
    let (field, limit) = refused(&ten, "FIT-1", "hip");
    assert!(field == "horizon" && limit.contains("36 months") && limit.contains("120 months"), "{limit}");
    let three = assess(WOMAN, 3);
    let (field, limit) = refused(&three, "FIT-1", "morphometric_vertebral");
    assert!(field == "outcome" && limit.contains("morphometric_vertebral"), "{limit}");
    let (_, limit) = refused(&three, "HORIZON-RFT", "hip");
    assert!(limit.contains("23 months") && limit.contains("after hip fracture"), "{limit}");
    let without = assess(
        &WOMAN
            .replace(r#"[{"site": "vertebra", "levels": ["T12"], "age_years": 69, "trauma": "low"}]"#, "[]"),
        3,
    );
    let (field, limit) = refused(&without, "FIT-1", "hip");
    assert!(field == "population" && limit.contains("prior vertebral fracture"), "{limit}");
    let man = WOMAN.replace("female", "male").replace(r#""postmenopausal": true, "#, "");
    let (field, limit) = refused(&assess(&man, 3), "FREEDOM", "hip");
    assert!(field == "population" && limit.contains("women only"), "{limit}");
}

/// Why a hip fracture over three years has no benefit by a trial.
fn why_not(answer: &Assessment, trial: &str) -> String {
    let benefits = of(answer, trial, "hip");
    assert!(benefits.iter().all(|b| b.reduction_points.is_none() && b.untreated_range_percent.is_none()));
    benefits.first().unwrap().refused.clone().unwrap().limit.into_owned()
}

#[test]
fn a_fracture_at_a_normal_t_score_is_no_osteoporosis_of_the_trials() {
    let normal = r#"{"sex": "female", "age_years": 70, "postmenopausal": true, "height_cm": 160, "weight_kg": 62,
        "qfracture_ethnicity": "white_or_not_recorded",
        "complete": ["risk_factors", "fractures", "history", "treatments", "labs"],
        "fractures": [{"site": "proximal_femur", "age_years": 66, "trauma": "low"}],
        "scans": [{"regions": [{"region": "femoral_neck", "t_score": 0.5}, {"region": "total_hip", "t_score": 0.5},
            {"region": "lumbar_spine", "t_score": 0.5}]}]}"#;
    let answer = assess(normal, 3);
    for trial in ["HORIZON-PFT", "FREEDOM"] {
        let limit = why_not(&answer, trial);
        assert!(limit.contains("osteoporosis is yes in the trial and no in this person"), "{limit}");
    }
    let low = normal.replace("0.5", "-3.0");
    for trial in ["HORIZON-PFT", "FREEDOM"] {
        assert!(of(&assess(&low, 3), trial, "hip")[0].refused.is_none(), "{trial}");
    }
    // A woman of 38 is of no trial, whatever her T-score.
    let young = low.replace(r#""age_years": 70"#, r#""age_years": 38"#).replace("66", "37");
    for trial in ["HORIZON-PFT", "FREEDOM", "HIP", "FIT-1"] {
        assert!(why_not(&assess(&young, 3), trial).contains("this person is 38"), "{trial}");
    }
}

#[test]
fn a_risk_that_was_moved_to_the_limit_of_its_model_gives_none() {
    // Body mass index 17.6 is below the 20 of the equations.
    let light = WOMAN.replace(r#""weight_kg": 56"#, r#""weight_kg": 45"#);
    let options = Options {
        qfracture_years: Some(3),
        out_of_range: Some(osteon::document::options::OutOfRange::Clamp),
        ..Default::default()
    };
    let engine =
        Engine::new(options, Vec::new()).unwrap().with_outputs(Outputs::parse("risks,benefits").unwrap());
    let answer = engine.assess(&osteon::json::patient(light.as_bytes()).unwrap()).unwrap();
    let limit = why_not(&answer, "FIT-1");
    assert!(limit.contains("an input of the risk was moved to the limit of its model"), "{limit}");
}

#[test]
fn nobody_on_treatment_is_told_what_a_first_treatment_would_be_worth() {
    let course = r#""treatments": [{"drug": "alendronate", "start": "2022-01-01"}], "scans":"#;
    let answer = assess(&WOMAN.replace(r#""scans":"#, course), 3);
    assert!(answer.benefits.unwrap().iter().all(|benefit| {
        benefit.number_needed_to_treat.is_none()
            && benefit.refused.as_ref().is_some_and(|r| r.field != "comparator")
    }));
    let unknown = WOMAN.replace(r#""treatments", "#, "");
    let refused = of(&assess(&unknown, 3), "FREEDOM", "hip")[0].refused.clone().unwrap();
    assert!(refused.limit.contains("on treatment is not known"), "{refused}");
}

#[test]
fn only_where_asked_for() {
    let patient = osteon::json::patient(WOMAN.as_bytes()).unwrap();
    let answer = Engine::default().assess(&patient).unwrap();
    assert!(answer.benefits.is_none() && !answer.risks().is_empty());
}
