//! Trials' effects on the risks of one person: which risk an effect is held against, and what is known of
//! the person that a trial asks for.

use super::benefit::{Baseline, Benefit, KnownFacts, benefit};
use super::treatment_effect::{TreatmentEffect, effects};
use crate::diagnosis::{Diagnosis, any_past_fracture};
use crate::document::assessment::Category;
use crate::document::{FractureSite, Region, Sex};
use crate::engine::Answer;
use crate::error::{Code, Refusal};
use crate::reference::thresholds::HORIZON_RFT_AFTER_HIP_MONTHS;
use crate::risk::{Horizon, ModelAnswer, ModelOutcome, OutcomeAnswer};

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
            effect.to_string(),
            format!("no model that gave a percentage predicts {}", effect.outcome),
        )),
    };
    vec![nearest.unwrap_or_else(none)]
}

/// The percentages that models gave, with what is known of the person.
fn baselines(answer: &Answer<'_>) -> Vec<Baseline> {
    let known = known(answer);
    let sex: Sex = answer.person.sex;
    let of_model = |said: &ModelAnswer| -> Vec<Baseline> {
        let baseline = |o: &OutcomeAnswer| {
            let (Some(outcome), Some(percent), Some(Horizon::Years(years))) =
                (o.outcome, o.percent, o.horizon)
            else {
                return None;
            };
            if said.model.outcome(outcome, sex).is_some_and(is_of_a_reference_person) {
                return None;
            }
            Some(Baseline {
                model: said.model,
                outcome,
                horizon_years: f64::from(years),
                percent,
                range_percent: o.range_percent,
                clamped: !said.clamped.is_empty(),
                verification: Some(said.verification(o, sex)),
                sex,
                // No model of the registry says how it counts them.
                vertebral_fractures: None,
                known,
            })
        };
        said.outcomes.iter().filter_map(baseline).collect()
    };
    answer.risks.iter().flat_map(of_model).collect()
}

/// Whether the registry says that an outcome is that of a table's reference person, and so nobody's own
/// risk.
fn is_of_a_reference_person(row: &ModelOutcome) -> bool {
    row.population.starts_with("reference person")
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
            fracture.within_months(HORIZON_RFT_AFTER_HIP_MONTHS)
        } else {
            Some(false)
        }
    });
    let t = |region| {
        let line = answer.line(region).filter(|line| line.withheld.is_none())?;
        line.t_in_force().map(|t| answer.setup.compared(t).to_f64())
    };
    KnownFacts {
        age_years: Some(person.age.years()),
        postmenopausal: match person.sex {
            Sex::Male => Some(false),
            Sex::Female => person.document.postmenopausal.or(person.postmenopausal_assumed.then_some(true)),
        },
        osteoporosis: osteoporosis(&answer.diagnosis),
        femoral_neck_t: t(Region::FemoralNeck),
        total_hip_t: t(Region::TotalHip),
        lumbar_spine_t: t(Region::LumbarSpine),
        prior_vertebral_fracture: fracture(FractureSite::Vertebra),
        after_hip_fracture: after_hip,
        on_treatment: person.on_osteoporosis_treatment(),
    }
}

/// By bone density alone, as the trials took people: a fragility fracture at a normal T-score is none.
fn osteoporosis(diagnosis: &Diagnosis) -> Option<bool> {
    match diagnosis.category {
        Category::Osteoporosis | Category::SevereOsteoporosis => Some(true),
        Category::Normal | Category::LowBoneMass => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::risk::Model;

    #[test]
    fn only_the_published_table_is_of_a_reference_person() {
        for model in Model::all() {
            let of_reference = model.outcomes.iter().filter(|row| is_of_a_reference_person(row)).count();
            let expected = if model.id == "uk2008_published_table" { model.outcomes.len() } else { 0 };
            assert_eq!(of_reference, expected, "{}", model.id);
        }
    }
}
