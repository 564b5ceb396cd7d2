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

#[test]
fn only_where_asked_for() {
    let patient = osteon::json::patient(WOMAN.as_bytes()).unwrap();
    let answer = Engine::default().assess(&patient).unwrap();
    assert!(answer.benefits.is_none() && !answer.risks().is_empty());
}
