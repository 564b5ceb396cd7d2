//! Trials' effects against the risk of a person: given where everything matches, every mismatch named
//! elsewhere.

use osteon::citation::{Confidence, ids};
use osteon::document::Sex;
use osteon::error::{Code, Refusal};
use osteon::risk::life_course::benefit::{
    Baseline, Benefit, KnownFacts, VertebralFractures, benefit, benefits, effects,
};
use osteon::risk::life_course::relative::NumberNeeded;
use osteon::risk::life_course::treatment_effect::{StudiedDrug, TreatmentEffect, TrialOutcome};
use osteon::risk::{Model, ModelOutcome, Outcome, Verification};

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 + 1e-9 * a.abs().max(b.abs())
}

fn effect(trial: &str, drug: StudiedDrug, outcome: TrialOutcome) -> &'static TreatmentEffect {
    let is = |row: &&TreatmentEffect| row.trial == trial && row.drug == drug && row.outcome == outcome;
    effects().iter().find(is).unwrap()
}

/// A woman whom most trials would have enrolled, with a risk of hip fracture of 4 % over three years.
fn woman() -> Baseline {
    Baseline {
        model: Model::from_id("qfracture2012").unwrap(),
        outcome: Outcome::Hip,
        horizon_years: 3.0,
        percent: 4.0,
        range_percent: None,
        clamped: false,
        verification: None,
        sex: Sex::Female,
        vertebral_fractures: None,
        known: KnownFacts {
            age_years: Some(74.5),
            postmenopausal: Some(true),
            osteoporosis: Some(true),
            femoral_neck_t: Some(-4.1),
            total_hip_t: Some(-3.0),
            lumbar_spine_t: Some(-2.8),
            prior_vertebral_fracture: Some(true),
            after_hip_fracture: Some(false),
            on_treatment: Some(false),
        },
    }
}

fn refused(effect: &'static TreatmentEffect, baseline: &Baseline) -> Refusal {
    let refusal = benefit(effect, baseline).unwrap_err();
    assert_eq!(refusal.code, Code::NotUsable);
    refusal
}

/// A made-up model, for the horizons of trials that no model publishes.
fn model(outcome: Outcome, horizon: &'static str) -> &'static Model {
    let row = ModelOutcome {
        outcome,
        sex: None,
        horizon,
        years: &[],
        gives: "percent",
        population: "nobody",
        citation: ids::OWN_CHOICE,
        confidence: Confidence::A,
        verification: Verification::Supplied,
    };
    let outcomes = Box::leak(Box::new([row]));
    Box::leak(Box::new(Model { id: "made_up", place: 63, name: "Made up", outcomes }))
}

#[test]
fn a_hip_fracture_over_three_years() {
    let fit = effect("FIT-1", StudiedDrug::Alendronate, TrialOutcome::Hip);
    let worth = benefit(fit, &woman()).unwrap();
    assert!(near(worth.treated_percent, 4.0 * 0.49) && near(worth.reduction_points, 2.04));
    // 1/0.0204 = 49.02; at the limits 1/0.0308 = 32.5 and 1/0.0004 = 2500.
    assert_eq!(worth.number_needed_to_treat, 50);
    assert_eq!(worth.number_needed_limits, Some([NumberNeeded::ToTreat(33), NumberNeeded::ToTreat(2500)]));
    assert!(worth.months_verified && worth.significant == Some(true));
    assert_eq!((worth.effect.trial, worth.horizon_years, worth.outcome), ("FIT-1", 3.0, Outcome::Hip));
    // Every drug with a hip effect over 36 months against placebo, and no other row.
    for (drug, trial) in [
        (StudiedDrug::Alendronate, "FIT-1"),
        (StudiedDrug::Risedronate, "HIP"),
        (StudiedDrug::Zoledronate, "HORIZON-PFT"),
        (StudiedDrug::Denosumab, "FREEDOM"),
    ] {
        let all = benefits(drug, &woman()).unwrap();
        let rows = effects().iter().filter(|row| row.drug == drug).count();
        assert_eq!(all.given.iter().map(|worth| worth.effect.trial).collect::<Vec<_>>(), [trial]);
        assert_eq!(all.given.len() + all.refused.len(), rows);
    }
    assert!(benefits(StudiedDrug::Teriparatide, &woman()).unwrap().given.is_empty());
}

#[test]
fn each_mismatch_is_named() {
    let fit = effect("FIT-1", StudiedDrug::Alendronate, TrialOutcome::Hip);
    let outcome = refused(fit, &Baseline { outcome: Outcome::Any, ..woman() });
    assert_eq!(outcome.field, "outcome");
    assert_eq!(outcome.limit, "outcome: the trial counted hip, the model predicts any");

    let horizon = refused(fit, &Baseline { horizon_years: 10.0, ..woman() });
    assert_eq!(horizon.field, "horizon");
    assert!(horizon.limit.contains("36 months") && horizon.limit.contains("120 months"), "{horizon}");

    let known = KnownFacts { prior_vertebral_fracture: Some(false), ..woman().known };
    let population = refused(fit, &Baseline { known, ..woman() });
    assert_eq!(population.field, "population");
    assert!(
        population.limit.contains("prior vertebral fracture is yes in the trial and no in"),
        "{population}"
    );

    let known = KnownFacts { prior_vertebral_fracture: None, ..woman().known };
    let unknown = refused(fit, &Baseline { known, ..woman() });
    assert!(unknown.limit.contains("and not known in this person"), "{unknown}");

    let young = KnownFacts { age_years: Some(54.9), ..woman().known };
    assert!(refused(fit, &Baseline { known: young, ..woman() }).limit.contains("of 55-81"));
    let oldest = KnownFacts { age_years: Some(81.9), ..woman().known };
    assert!(benefit(fit, &Baseline { known: oldest, ..woman() }).is_ok());

    let man = refused(fit, &Baseline { sex: Sex::Male, ..woman() });
    assert!(man.field == "population" && man.limit.contains("women only"));

    let arch = effect("ARCH", StudiedDrug::RomosozumabThenAlendronate, TrialOutcome::Nonvertebral);
    let two_years = Baseline {
        model: model(Outcome::Nonvertebral, "2 years"),
        outcome: Outcome::Nonvertebral,
        horizon_years: 2.0,
        ..woman()
    };
    let comparator = refused(arch, &two_years);
    assert_eq!(comparator.field, "comparator");
    assert!(comparator.limit.contains("alendronate, not with placebo"), "{comparator}");
}

/// What `drug` says of hip fracture over three years to a woman of whom this is known.
fn hip_over_three_years(drug: StudiedDrug, trial: &str, known: KnownFacts) -> Result<Benefit, Refusal> {
    benefit(effect(trial, drug, TrialOutcome::Hip), &Baseline { known, ..woman() })
}

#[test]
fn each_trial_has_its_own_limit_of_the_t_score() {
    let at = |drug, trial, t| {
        let known = KnownFacts { femoral_neck_t: t, ..woman().known };
        hip_over_three_years(drug, trial, known).map_err(|refusal| refusal.limit)
    };
    let fit = |t| at(StudiedDrug::Alendronate, "FIT-1", Some(t));
    assert!(fit(-1.5).is_ok() && fit(-2.0).is_ok());
    assert!(fit(-1.4).unwrap_err().contains("at most -1.5 is yes in the trial and no in this person"));
    let unmeasured = at(StudiedDrug::Alendronate, "FIT-1", None).unwrap_err();
    assert!(unmeasured.contains("not known in this person (femoral neck not known)"), "{unmeasured}");

    let hip = |t| at(StudiedDrug::Risedronate, "HIP", Some(t));
    assert!(hip(-4.1).is_ok());
    // Between the two limits it hangs on another risk factor.
    for t in [-4.0, -3.1] {
        let limit = hip(t).unwrap_err();
        assert!(limit.contains("below -4.0 (below -3.0 with something more)"), "{limit}");
        assert!(limit.contains("not known in this person"), "{limit}");
    }
    assert!(hip(-3.0).unwrap_err().contains("no in this person (femoral neck -3)"));

    let pivotal = |t| at(StudiedDrug::Zoledronate, "HORIZON-PFT", Some(t));
    assert!(pivotal(-2.5).is_ok() && pivotal(-2.4).unwrap_err().contains("not known in this person"));
}

#[test]
fn freedom_asked_for_spine_and_hip() {
    let at = |lumbar_spine_t, total_hip_t| {
        let known = KnownFacts { lumbar_spine_t, total_hip_t, ..woman().known };
        hip_over_three_years(StudiedDrug::Denosumab, "FREEDOM", known).map_err(|refusal| refusal.limit)
    };
    assert!(at(Some(-2.6), Some(-1.0)).is_ok() && at(Some(0.0), Some(-4.0)).is_ok());
    assert!(at(Some(-2.5), Some(-2.5)).unwrap_err().contains("no in this person"));
    assert!(at(Some(-4.1), Some(-3.0)).unwrap_err().contains("no in this person"));
    assert!(at(None, Some(-3.0)).unwrap_err().contains("(lumbar spine not known, total hip -3)"));
}

#[test]
fn ages_are_those_of_the_trial() {
    let aged = |drug, trial, age_years| {
        let known = KnownFacts { age_years: Some(age_years), ..woman().known };
        hip_over_three_years(drug, trial, known).map_err(|refusal| refusal.limit)
    };
    for (drug, trial, from, to) in [
        (StudiedDrug::Denosumab, "FREEDOM", 60.0, 90.0),
        (StudiedDrug::Zoledronate, "HORIZON-PFT", 65.0, 89.0),
        (StudiedDrug::Risedronate, "HIP", 70.0, 79.0),
    ] {
        assert!(aged(drug, trial, from).is_ok() && aged(drug, trial, to + 0.9).is_ok(), "{trial}");
        for outside in [38.0, from - 0.1, to + 1.0] {
            let limit = aged(drug, trial, outside).unwrap_err();
            assert!(limit.contains(&format!("this person is {outside}")), "{limit}");
        }
    }
    // Where the ages were not seen nobody is known to be within them.
    let unseen: Vec<_> = effects().iter().filter(|row| !row.population.ages_seen).collect();
    assert!(unseen.iter().any(|row| row.trial == "FPT") && unseen.iter().any(|row| row.trial == "VERO"));
    for row in unseen {
        assert!(refused(row, &woman()).limit.contains("the ages of the trial were not seen"));
        assert!(row.population.to_string().contains("ages not seen"));
    }
}

#[test]
fn a_risk_of_another_person_is_no_baseline() {
    let fit = effect("FIT-1", StudiedDrug::Alendronate, TrialOutcome::Hip);
    let refusal = refused(fit, &Baseline { clamped: true, ..woman() });
    assert_eq!(refusal.field, "clamped");
    assert!(refusal.limit.contains("an input of the risk was moved to the limit of its model"), "{refusal}");
}

#[test]
fn several_mismatches_are_all_named() {
    let vero = effect("VERO", StudiedDrug::Teriparatide, TrialOutcome::MorphometricVertebral);
    let limit = refused(vero, &Baseline { outcome: Outcome::Any, sex: Sex::Male, ..woman() }).limit;
    for part in ["outcome: ", "horizon: ", "population: ", "comparator: "] {
        assert!(limit.contains(part), "{part} in {limit}");
    }
}

#[test]
fn ten_years_of_major_fracture_are_not_three_of_radiographs() {
    let supplied = Baseline {
        model: Model::from_id("supplied_frax").unwrap(),
        outcome: Outcome::Mof,
        horizon_years: 10.0,
        percent: 20.0,
        ..woman()
    };
    for drug in StudiedDrug::ALL {
        assert!(benefits(*drug, &supplied).unwrap().given.is_empty(), "{drug}");
    }
}

#[test]
fn twenty_three_and_twenty_eight_months_are_not_two_years() {
    let recurrent = effect("HORIZON-RFT", StudiedDrug::Zoledronate, TrialOutcome::Hip);
    let two_years = Baseline { horizon_years: 2.0, ..woman() };
    let limit = refused(recurrent, &two_years).limit;
    assert!(limit.contains("23 months, the risk is over 2 years (24 months)"), "{limit}");
    let pooled = effects().iter().find(|row| row.months == Some(28)).unwrap();
    let limit = refused(pooled, &two_years).limit;
    assert!(limit.contains("28 months, the risk is over 2 years (24 months)"), "{limit}");
    // Nor may a horizon be handed in that the model does not publish.
    let odd = Baseline { horizon_years: 23.0 / 12.0, ..woman() };
    assert!(refused(recurrent, &odd).limit.contains("qfracture2012 publishes 1-18 years"));
}

#[test]
fn an_odds_ratio_gives_no_absolute_benefit() {
    let odds = effects().iter().find(|row| row.effect_type.as_str() == "OR").unwrap();
    let refusal = refused(odds, &woman());
    assert_eq!(refusal.field, "effect_type");
    assert!(refusal.limit.contains("no relative risk") && refusal.limit.contains("no duration"), "{refusal}");
}

#[test]
fn a_category_is_no_percentage() {
    let fit = effect("FIT-1", StudiedDrug::Alendronate, TrialOutcome::Hip);
    let dvo =
        Baseline { model: Model::from_id("dvo2023").unwrap(), outcome: Outcome::VertebralOrHip, ..woman() };
    assert!(refused(fit, &dvo).limit.contains("dvo2023 gives category and no percentage"));
    let other = Baseline { outcome: Outcome::Death, ..woman() };
    assert!(refused(fit, &other).limit.contains("qfracture2012 does not predict death"));
}

fn one_year_of_vertebrae(counted: Option<VertebralFractures>) -> Baseline {
    Baseline {
        model: model(Outcome::Vertebral, "1 year"),
        outcome: Outcome::Vertebral,
        horizon_years: 1.0,
        percent: 10.0,
        vertebral_fractures: counted,
        known: KnownFacts { femoral_neck_t: Some(-3.0), ..woman().known },
        ..woman()
    }
}

#[test]
fn sources_that_differ_are_both_shown() {
    let baseline = one_year_of_vertebrae(Some(VertebralFractures::Morphometric));
    let given = benefits(StudiedDrug::Romosozumab, &baseline).unwrap().given;
    let shown: Vec<(f64, &str)> =
        given.iter().map(|worth| (worth.effect.value, worth.effect.conflict)).collect();
    assert_eq!(shown, [(73.0, "reviews give 73 % and 83 %"), (83.0, "reviews give 73 % and 83 %")]);
    assert!(given.iter().all(|worth: &Benefit| !worth.effect.seen_in.is_empty()));
    assert_ne!(given[0].effect.seen_in, given[1].effect.seen_in);
    assert_eq!(given.iter().map(|worth| worth.number_needed_to_treat).collect::<Vec<_>>(), [14, 13]);
    // Teriparatide's two stand likewise in the list.
    let fpt = effects().iter().filter(|row| row.trial == "FPT" && !row.conflict.is_empty());
    assert_eq!(fpt.map(|row| row.value).collect::<Vec<_>>(), [65.0, 84.0]);
}

#[test]
fn a_radiograph_is_no_complaint() {
    let frame = effect("FRAME", StudiedDrug::Romosozumab, TrialOutcome::MorphometricVertebral);
    let unsaid = refused(frame, &one_year_of_vertebrae(None));
    assert!(unsaid.limit.contains("how the model counts vertebral fractures is not known"));
    let clinical = refused(frame, &one_year_of_vertebrae(Some(VertebralFractures::Clinical)));
    assert!(clinical.limit.contains("the model predicts vertebral (clinical)"), "{clinical}");
}

#[test]
fn an_interval_that_holds_no_effect_runs_to_harm() {
    let baseline = Baseline {
        model: model(Outcome::Nonvertebral, "1.5 years"),
        outcome: Outcome::Nonvertebral,
        horizon_years: 1.5,
        percent: 5.0,
        ..woman()
    };
    let active = effect("ACTIVE", StudiedDrug::Teriparatide, TrialOutcome::Nonvertebral);
    let worth = benefit(active, &baseline).unwrap();
    // 1 - 0.95^0.72 = 3.6258 %; 1/0.013742 = 72.77.
    assert_eq!(worth.number_needed_to_treat, 73);
    let [worse, better] = worth.reduction_points_limits.unwrap();
    assert!(worse < 0.0 && better > worth.reduction_points);
    // 1 - 0.95^0.42 = 2.1313 %; 1 - 0.95^1.22 = 6.0657 %.
    assert_eq!(worth.number_needed_limits, Some([NumberNeeded::ToTreat(35), NumberNeeded::ToHarm(93)]));
    assert_eq!(worth.significant, Some(false));
}

#[test]
fn no_effect_and_no_risk_give_no_number() {
    let more = effect("MORE", StudiedDrug::Raloxifene, TrialOutcome::Hip);
    let refusal = refused(more, &woman());
    assert_eq!((&*refusal.field, &*refusal.limit), ("effect", "no reduction of a risk of 4 %"));
    let fit = effect("FIT-1", StudiedDrug::Alendronate, TrialOutcome::Hip);
    assert_eq!(refused(fit, &Baseline { percent: 0.0, ..woman() }).field, "effect");
    for percent in [f64::NAN, -1.0, 100.1] {
        assert_eq!(benefit(fit, &Baseline { percent, ..woman() }).unwrap_err().field, "percent");
    }
    for horizon_years in [f64::NAN, 0.0, f64::INFINITY] {
        let refusal = benefits(StudiedDrug::Alendronate, &Baseline { horizon_years, ..woman() }).unwrap_err();
        assert_eq!(refusal.field, "horizon_years");
    }
}

#[test]
fn months_that_are_recalled_say_so() {
    let baseline = Baseline {
        model: model(Outcome::Nonvertebral, "4 years"),
        outcome: Outcome::Nonvertebral,
        horizon_years: 4.0,
        known: KnownFacts { prior_vertebral_fracture: Some(false), ..woman().known },
        ..woman()
    };
    let fit = effect("FIT-2", StudiedDrug::Alendronate, TrialOutcome::Nonvertebral);
    let worth = benefit(fit, &baseline).unwrap();
    assert!(!worth.months_verified && worth.significant == Some(false));
}
