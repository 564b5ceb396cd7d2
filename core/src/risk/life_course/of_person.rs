//! Trials' effects on the risks of one person: which risk an effect is held against, and what is known of
//! the person that a trial asks for.

use super::benefit::{Baseline, Benefit, KnownFacts, benefit};
use super::treatment_effect::{TreatmentEffect, effects};
use crate::diagnosis::{Diagnosis, any_past_fracture};
use crate::document::assessment::Category;
use crate::document::{FractureSite, Region, Sex};
use crate::engine::Answer;
use crate::error::{Code, Refusal};
use crate::reference::thresholds::{NORMAL_T, OSTEOPOROSIS_T};
use crate::risk::{Horizon, Model};

/// An effect, the risk that comes nearest to it, and what it would be worth.
#[derive(Clone, Debug)]
pub struct PersonBenefit {
    /// The effect.
    pub effect: &'static TreatmentEffect,
    /// The risk it was held against; `None` where no model that answered predicts its outcome.
    pub baseline: Option<Baseline>,
    /// What it would be worth, or every mismatch in words.
    pub benefit: Result<Benefit, Refusal>,
}

/// Every effect, held against the risks of a person. Where several risks match, each gives a benefit.
#[must_use]
pub fn benefits_of(answer: &Answer<'_>) -> Vec<PersonBenefit> {
    let baselines = baselines(answer);
    effects().iter().flat_map(|effect| of_effect(effect, &baselines)).collect()
}

fn of_effect(effect: &'static TreatmentEffect, baselines: &[Baseline]) -> Vec<PersonBenefit> {
    let held = baselines.iter().map(|&baseline| PersonBenefit {
        effect,
        baseline: Some(baseline),
        benefit: benefit(effect, &baseline),
    });
    let (given, mut refused): (Vec<_>, Vec<_>) = held.partition(|held| held.benefit.is_ok());
    if !given.is_empty() {
        return given;
    }
    // One refusal says enough: that of the risk whose outcome is the trial's, if there is one.
    let of_outcome =
        |held: &PersonBenefit| held.benefit.as_ref().is_err_and(|refusal| refusal.field != "outcome");
    let nearest = refused.iter().position(of_outcome).map(|place| refused.swap_remove(place));
    let none = || PersonBenefit {
        effect,
        baseline: None,
        benefit: Err(Refusal::new(
            Code::NotUsable,
            "outcome",
            effect,
            format!("no model that gave a percentage predicts {}", effect.outcome),
        )),
    };
    vec![nearest.unwrap_or_else(none)]
}

/// The percentages that models gave, with what is known of the person.
fn baselines(answer: &Answer<'_>) -> Vec<Baseline> {
    let known = known(answer);
    let sex: Sex = answer.person.sex;
    let of_model = |model: &'static Model, outcomes: &[crate::risk::OutcomeAnswer]| -> Vec<Baseline> {
        let baseline = |o: &crate::risk::OutcomeAnswer| {
            let (Some(outcome), Some(percent), Some(Horizon::Years(years))) =
                (o.outcome, o.percent, o.horizon)
            else {
                return None;
            };
            Some(Baseline {
                model,
                outcome,
                horizon_years: f64::from(years),
                percent,
                sex,
                // No model of the registry says how it counts them.
                vertebral_fractures: None,
                known,
            })
        };
        outcomes.iter().filter_map(baseline).collect()
    };
    // A reference person of a table is nobody's own risk.
    let own = answer.risks.iter().filter(|said| said.model.id != "uk2008_published_table");
    own.flat_map(|said| of_model(said.model, &said.outcomes)).collect()
}

/// What is known of the person that trials ask for.
fn known(answer: &Answer<'_>) -> KnownFacts {
    let person = &answer.person;
    let fracture = |site: FractureSite| {
        any_past_fracture(
            person,
            |fracture| if fracture.site == site { fracture.fragility } else { Some(false) },
        )
    };
    let after_hip = any_past_fracture(person, |fracture| {
        if fracture.site == FractureSite::ProximalFemur {
            fracture.within_months(AFTER_HIP_MONTHS)
        } else {
            Some(false)
        }
    });
    let t = answer.line(Region::FemoralNeck).and_then(|line| line.t_in_force());
    KnownFacts {
        age_years: Some(person.age.years()),
        postmenopausal: match person.sex {
            Sex::Male => Some(false),
            Sex::Female => person.document.postmenopausal.or(person.postmenopausal_assumed.then_some(true)),
        },
        osteoporosis: osteoporosis(&answer.diagnosis),
        // Each trial had a limit of its own between the two: only beyond both can it be said.
        low_femoral_neck_bmd: t.and_then(|t| {
            let t = answer.setup.compared(t).to_f64();
            if t <= OSTEOPOROSIS_T.to_f64() {
                Some(true)
            } else if t >= NORMAL_T.to_f64() {
                Some(false)
            } else {
                None
            }
        }),
        prior_vertebral_fracture: fracture(FractureSite::Vertebra),
        after_hip_fracture: after_hip,
    }
}

/// HORIZON-RFT enrolled within 90 days of the repair of a hip fracture (Lyles 2007).
const AFTER_HIP_MONTHS: f64 = 3.0;

fn osteoporosis(diagnosis: &Diagnosis) -> Option<bool> {
    let by_bmd = match diagnosis.category {
        Category::Osteoporosis | Category::SevereOsteoporosis => Some(true),
        Category::Normal | Category::LowBoneMass => Some(false),
        _ => None,
    };
    crate::diagnosis::or(by_bmd, diagnosis.clinical_osteoporosis)
}
