//! What risk models say, and what treatment would be worth.

use osteon::document::assessment::{Benefit, ModelNotice, Risk};
use osteon::error::Refusal;

use crate::abi::{Sized_, osteon_number, osteon_text, osteon_truth, up_to};

use super::lists::{
    Kept, osteon_assumptions, osteon_inputs, osteon_reason, osteon_reasons, osteon_risk_variants,
    osteon_texts,
};

/// What a risk model says of one outcome, or why it says nothing (`refused`).
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_risk {
    /// sizeof(osteon_risk).
    pub size: u32,
    /// Whether the model's published cut-off for action is reached.
    pub at_cut_off: osteon_truth,
    /// Whether the numbers behind it were seen in the source or in two transcriptions; unknown where none is ours.
    pub verified: osteon_truth,
    /// The number of the refusal; 0 where there is an answer.
    pub refused_number: u32,
    /// Id of the model.
    pub model: osteon_text,
    /// Its name in full.
    pub name: osteon_text,
    /// What it predicts, such as `hip`; no outcome is ever turned into another.
    pub outcome: osteon_text,
    /// Over how many years; none where not in years.
    pub horizon_years: osteon_number,
    /// Over how many days, where in days.
    pub horizon_days: osteon_number,
    /// Risk, %, as the equation gives it.
    pub percent: osteon_number,
    /// Risk, %, brought into line with the model's other outcome: any fracture is never below hip.
    pub reconciled_percent: osteon_number,
    /// The supplied risk, %, before the adjustment.
    pub unadjusted_percent: osteon_number,
    /// Points.
    pub points: osteon_number,
    /// The model's own category.
    pub category: osteon_text,
    /// Risk, %, by the best completion of what is unknown.
    pub range_percent_low: osteon_number,
    /// Risk, %, by the worst.
    pub range_percent_high: osteon_number,
    /// Points by the best completion of what is unknown.
    pub range_points_low: osteon_number,
    /// Points by the worst.
    pub range_points_high: osteon_number,
    /// The categories that some completion of what is unknown gives.
    pub could_be: osteon_texts,
    /// What it was computed from, by the model's own names.
    pub inputs: osteon_inputs,
    /// What was unknown and read as something.
    pub inputs_assumed: osteon_assumptions,
    /// Inputs moved to the limit of the model's range, because the caller asked for it.
    pub clamped: osteon_reasons,
    /// What to know about this answer.
    pub flags: osteon_reasons,
    /// The answers by other readings of the source, where they differ.
    pub variants: osteon_risk_variants,
    /// How the numbers behind it were seen.
    pub verification: osteon_text,
    /// Confidence in them.
    pub confidence: osteon_text,
    /// Ids of the sources; osteon_assessment_find_citation has them in full.
    pub sources: osteon_texts,
    /// A notice that must be shown wherever this number is; no text where the model obliges to none.
    pub notice: osteon_text,
    /// Why there is no answer; no code where there is one.
    pub refused: osteon_reason,
    /// The field that is refused.
    pub refused_field: osteon_text,
    /// Its value.
    pub refused_value: osteon_text,
    /// Its limit.
    pub refused_limit: osteon_text,
}

/// What the effect that a trial found would be worth, or why it cannot be said (`refused`). Only where asked for.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_benefit {
    /// sizeof(osteon_benefit).
    pub size: u32,
    /// Whether the trial's effect differs from none; unknown where the sources seen do not say.
    pub significant: osteon_truth,
    /// Whether `months` was seen in a source; else it is partly recalled.
    pub months_verified: osteon_truth,
    /// Whether the numbers behind the risk were verified; unknown where there are none of ours.
    pub risk_verified: osteon_truth,
    /// The number of the refusal; 0 where there is an answer.
    pub refused_number: u32,
    /// Zero.
    pub reserved: u32,
    /// The drug, or a sequence of two.
    pub drug: osteon_text,
    /// The trial.
    pub trial: osteon_text,
    /// What the trial counted.
    pub trial_outcome: osteon_text,
    /// How long it ran, months.
    pub months: osteon_number,
    /// What the drug was compared with.
    pub comparator: osteon_text,
    /// Whom the trial enrolled, as far as its sources say.
    pub population: osteon_text,
    /// The model whose risk it is applied to.
    pub model: osteon_text,
    /// The model's outcome.
    pub outcome: osteon_text,
    /// Over how many years.
    pub horizon_years: osteon_number,
    /// Risk without treatment, %.
    pub untreated_percent: osteon_number,
    /// The same by the best completion of what is unknown, %.
    pub untreated_percent_low: osteon_number,
    /// The same by the worst, %.
    pub untreated_percent_high: osteon_number,
    /// How the numbers behind the risk were seen.
    pub risk_verification: osteon_text,
    /// Risk with treatment, %.
    pub treated_percent: osteon_number,
    /// Absolute risk reduction, percentage points.
    pub reduction_points: osteon_number,
    /// The same at the first of the trial's 95 % confidence limits; none of the model's uncertainty is in it.
    pub reduction_points_first: osteon_number,
    /// The same at the second.
    pub reduction_points_second: osteon_number,
    /// Number needed to treat over the horizon for one fewer to have the outcome, rounded up.
    pub number_needed_to_treat: osteon_number,
    /// The same at the trial's limits, the better first, in words where one is a number needed to harm.
    pub number_needed_limits: osteon_texts,
    /// How sources differ on the effect, and what else to know.
    pub remarks: osteon_text,
    /// Id of the source.
    pub source: osteon_text,
    /// Confidence in the effect.
    pub confidence: osteon_text,
    /// Why no benefit is given; no code where one is.
    pub refused: osteon_reason,
}

// SAFETY: they begin with `size`, and are only ever written to the caller, never read.
unsafe impl Sized_ for osteon_risk {
    const FIRST: usize = up_to!(osteon_risk, refused_limit);
}
// SAFETY: as above.
unsafe impl Sized_ for osteon_benefit {
    const FIRST: usize = up_to!(osteon_benefit, refused);
}

/// The two ends of a range.
fn ends(range: Option<[f64; 2]>) -> (osteon_number, osteon_number) {
    (range.map(|[low, _]| low).into(), range.map(|[_, high]| high).into())
}

/// A refusal as a reason: the name of its code, and its sentence.
fn refused(refusal: Option<&Refusal>, kept: &mut Kept) -> (u32, osteon_reason) {
    refusal.map_or((0, osteon_reason::default()), |refusal| {
        let text = kept.word(refusal.to_string());
        (refusal.code.number().into(), osteon_reason { code: refusal.code.as_str().into(), text })
    })
}

pub(super) fn risk(one: &Risk, notices: &[ModelNotice], kept: &mut Kept) -> osteon_risk {
    let (range_percent_low, range_percent_high) = ends(one.range_percent);
    let (range_points_low, range_points_high) = ends(one.range_points);
    let (refused_number, refused) = refused(one.refused.as_ref(), kept);
    let of_refusal = |part: fn(&Refusal) -> &str| osteon_text::from(one.refused.as_ref().map(part));
    let notice = notices.iter().find(|notice| notice.model == one.model);
    osteon_risk {
        size: 0,
        at_cut_off: one.at_cut_off.into(),
        verified: one.verified.into(),
        refused_number,
        model: (&*one.model).into(),
        name: (&*one.name).into(),
        outcome: one.outcome.as_str().into(),
        horizon_years: one.horizon_years.into(),
        horizon_days: one.horizon_days.into(),
        percent: one.percent.into(),
        reconciled_percent: one.reconciled_percent.into(),
        unadjusted_percent: one.unadjusted_percent.into(),
        points: one.points.into(),
        category: one.category.as_deref().into(),
        range_percent_low,
        range_percent_high,
        range_points_low,
        range_points_high,
        could_be: kept.strings(&one.could_be),
        inputs: kept.inputs(&one.inputs),
        inputs_assumed: kept.assumptions(&one.inputs_assumed),
        clamped: kept.reasons(&one.clamped),
        flags: kept.reasons(&one.flags),
        variants: kept.variants(&one.variants),
        verification: (&*one.verification).into(),
        confidence: one.confidence.as_deref().into(),
        sources: kept.strings(&one.sources),
        notice: notice.map(|notice| &*notice.text).into(),
        refused,
        refused_field: of_refusal(|refusal| &refusal.field),
        refused_value: of_refusal(|refusal| &refusal.value),
        refused_limit: of_refusal(|refusal| &refusal.limit),
    }
}

pub(super) fn benefit(one: &Benefit, kept: &mut Kept) -> osteon_benefit {
    let (untreated_percent_low, untreated_percent_high) = ends(one.untreated_range_percent);
    let (reduction_points_first, reduction_points_second) = ends(one.reduction_points_limits);
    let (refused_number, refused) = refused(one.refused.as_ref(), kept);
    // Far below 2^53.
    let number_needed = one.number_needed_to_treat.map(|number| number as f64);
    osteon_benefit {
        size: 0,
        significant: one.significant.into(),
        months_verified: one.months_verified.into(),
        risk_verified: one.risk_verified.into(),
        refused_number,
        reserved: 0,
        drug: (&*one.drug).into(),
        trial: (&*one.trial).into(),
        trial_outcome: (&*one.trial_outcome).into(),
        months: one.months.into(),
        comparator: (&*one.comparator).into(),
        population: (&*one.population).into(),
        model: one.model.as_deref().into(),
        outcome: one.outcome.map(|outcome| outcome.as_str()).into(),
        horizon_years: one.horizon_years.into(),
        untreated_percent: one.untreated_percent.into(),
        untreated_percent_low,
        untreated_percent_high,
        risk_verification: one.risk_verification.as_deref().into(),
        treated_percent: one.treated_percent.into(),
        reduction_points: one.reduction_points.into(),
        reduction_points_first,
        reduction_points_second,
        number_needed_to_treat: number_needed.into(),
        number_needed_limits: kept.texts(one.number_needed_limits.iter().flatten().map(String::as_str)),
        remarks: one.remarks.as_deref().into(),
        source: (&*one.source).into(),
        confidence: (&*one.confidence).into(),
        refused,
    }
}
