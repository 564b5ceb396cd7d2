//! Writes what risk models say out as `risks[]` and `notices[]`.

use crate::citation::CitationId;
use crate::document::assessment as doc;
use crate::engine::Answer;
use crate::render::map_of;
use crate::risk::{Horizon, ModelAnswer, OutcomeAnswer, Remark, Variant, notice};

/// One entry for each outcome of each model.
pub(super) fn risks(answer: &Answer<'_>) -> Vec<doc::Risk> {
    let of_model = |said: &ModelAnswer| -> Vec<doc::Risk> {
        said.outcomes.iter().filter_map(|outcome| risk(said, outcome, answer)).collect()
    };
    answer.risks_in_full().iter().flat_map(of_model).collect()
}

/// The notices of the models that gave a number.
pub(super) fn notices(answer: &Answer<'_>) -> Vec<doc::ModelNotice> {
    let shown = answer.notices();
    shown
        .map(|notice| doc::ModelNotice { model: notice.model.to_owned(), text: notice.text.to_owned() })
        .collect()
}

impl Answer<'_> {
    /// The notices of the models that gave a number, a range or a category: faces must show them.
    pub fn notices(&self) -> impl Iterator<Item = notice::Notice> {
        let used = self.risks.iter().filter(|said| said.outcomes.iter().any(OutcomeAnswer::says_something));
        used.filter_map(|said| notice::of(said.model))
    }
}

impl OutcomeAnswer {
    /// Whether there is a number or a category in it.
    #[must_use]
    pub fn says_something(&self) -> bool {
        self.percent.is_some()
            || self.points.is_some()
            || self.category.is_some()
            || self.range_percent.is_some()
            || self.range_points.is_some()
    }
}

fn reason(remark: &Remark) -> doc::Reason {
    doc::Reason { code: remark.code.to_owned(), text: remark.text.clone() }
}

fn variant(v: &Variant) -> doc::RiskVariant {
    doc::RiskVariant {
        reading: v.reading.to_owned(),
        percent: v.percent,
        points: v.points,
        category: v.category.map(str::to_owned),
    }
}

fn risk(said: &ModelAnswer, o: &OutcomeAnswer, answer: &Answer<'_>) -> Option<doc::Risk> {
    let outcome = o.outcome?;
    let registered = said.model.outcome(outcome, answer.person.sex);
    let verification = said.verification(o, answer.person.sex);
    let (years, days) = match o.horizon {
        Some(Horizon::Years(years)) => (Some(u32::from(years)), None),
        Some(Horizon::Days(days)) => (None, Some(u32::from(days))),
        None => (None, None),
    };
    let assumed = |read: &crate::risk::ReadAs| doc::Assumed {
        field: read.field.to_owned(),
        read_as: read.read_as.to_owned(),
        effect: read.effect.clone(),
    };
    Some(doc::Risk {
        model: said.model.id.to_owned(),
        name: said.model.name.to_owned(),
        outcome,
        horizon_years: years,
        horizon_days: days,
        percent: o.percent,
        reconciled_percent: o.reconciled_percent,
        unadjusted_percent: o.unadjusted_percent,
        points: o.points,
        category: o.category.map(str::to_owned),
        at_cut_off: o.at_cut_off,
        range_percent: o.range_percent,
        range_points: o.range_points,
        could_be: o.could_be.iter().map(|&category| category.to_owned()).collect(),
        inputs: map_of(said.inputs.iter().map(|input| (input.name.to_owned(), input.value.clone()))),
        inputs_assumed: said.assumed.iter().map(assumed).collect(),
        clamped: said.clamped.iter().map(reason).collect(),
        flags: o.flags.iter().map(reason).collect(),
        variants: o.variants.iter().map(variant).collect(),
        // Of a model that says nothing nothing is verified.
        verified: verification.verified().filter(|_| o.says_something()),
        verification: verification.as_str().to_owned(),
        confidence: registered.map(|row| row.confidence.as_str().to_owned()),
        sources: sources(said, o, answer).into_iter().map(|id| id.id().to_owned()).collect(),
        refused: o.refused.clone(),
    })
}

/// The sources of one entry: that of the registry, and what the model used beside it. A model that
/// says nothing of this person used none.
fn sources(said: &ModelAnswer, o: &OutcomeAnswer, answer: &Answer<'_>) -> Vec<CitationId> {
    if !o.says_something() {
        return Vec::new();
    }
    let registered = o.outcome.and_then(|outcome| said.model.outcome(outcome, answer.person.sex));
    let own = registered.map(|row| row.citation);
    own.into_iter().chain(said.citations.iter().copied().filter(|&id| Some(id) != own)).collect()
}

/// Every source behind `risks[]`.
pub(crate) fn cited(answer: &Answer<'_>) -> Vec<CitationId> {
    let of_model = |said: &ModelAnswer| -> Vec<CitationId> {
        said.outcomes.iter().flat_map(|outcome| sources(said, outcome, answer)).collect()
    };
    answer.risks_in_full().iter().flat_map(of_model).collect()
}
