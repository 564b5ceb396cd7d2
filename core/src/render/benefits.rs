//! Writes what trials' effects would be worth out as `benefits[]`.

use crate::document::assessment as doc;
use crate::engine::Answer;
use crate::risk::life_course::of_person::{PersonBenefit, benefits_of};

pub(super) fn benefits(answer: &Answer<'_>) -> Vec<doc::Benefit> {
    benefits_of(answer).iter().map(benefit).collect()
}

fn benefit(held: &PersonBenefit) -> doc::Benefit {
    let effect = held.effect;
    let (given, baseline) = (held.benefit.as_ref().ok(), held.baseline.as_ref());
    let verification = given.and(baseline).and_then(|baseline| baseline.verification);
    doc::Benefit {
        drug: effect.drug.as_str().to_owned(),
        trial: effect.trial.to_owned(),
        trial_outcome: effect.outcome.as_str().to_owned(),
        months: effect.months,
        months_verified: effect.months_verified,
        comparator: effect.comparator.as_str().to_owned(),
        population: effect.population.to_string(),
        model: baseline.map(|baseline| baseline.model.id.to_owned()),
        outcome: baseline.map(|baseline| baseline.outcome),
        horizon_years: baseline.map(|baseline| baseline.horizon_years as u32),
        untreated_percent: given.map(|given| given.untreated_percent),
        untreated_range_percent: given.and(baseline).and_then(|baseline| baseline.range_percent),
        risk_verified: verification.and_then(|seen| seen.verified()),
        risk_verification: verification.map(|seen| seen.as_str().to_owned()),
        treated_percent: given.map(|given| given.treated_percent),
        reduction_points: given.map(|given| given.reduction_points),
        reduction_points_limits: given.and_then(|given| given.reduction_points_limits),
        number_needed_to_treat: given.map(|given| given.number_needed_to_treat),
        number_needed_limits: given
            .and_then(|given| given.number_needed_limits)
            .map(|limits| limits.map(|limit| limit.to_string())),
        significant: effect.is_significant(),
        remarks: Some(effect.remarks()).filter(|remarks| !remarks.is_empty()),
        source: effect.citation.id().to_owned(),
        confidence: effect.confidence.as_str().to_owned(),
        refused: held.benefit.as_ref().err().cloned(),
    }
}

/// The sources of the effects that gave a benefit.
pub(crate) fn cited(answer: &Answer<'_>) -> Vec<crate::citation::CitationId> {
    benefits_of(answer).iter().filter(|held| held.benefit.is_ok()).map(|held| held.effect.citation).collect()
}
