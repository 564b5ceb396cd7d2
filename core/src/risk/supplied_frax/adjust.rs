//! What the adjustments share: where they start, and what is said beside each.

use super::{
    HORIZON, Model, ModelAnswer, Outcome, OutcomeAnswer, Remark, Subject, read_into, usable_percent,
};
use crate::error::{Code, Refusal};

/// An adjusted entry: the supplied value, if it may be used, by one rule.
pub(super) fn adjust(
    subject: &Subject<'_>,
    model: &'static Model,
    outcome: Outcome,
    rule: impl FnOnce(f64, &mut ModelAnswer, &mut OutcomeAnswer) -> Result<f64, Refusal>,
) -> ModelAnswer {
    let (person, country) = (subject.person, subject.person.document.country.as_deref());
    let mut said = subject.begin(model);
    let mut answer = OutcomeAnswer::of(outcome, HORIZON);
    let adjusted = usable_percent(person, country, outcome).and_then(|supplied| {
        answer.unadjusted_percent = Some(supplied);
        if said.in_full {
            said.input("supplied_percent", supplied);
            said.assumed = read_into(person, country);
            let text = format!(
                "adjusts the supplied {supplied} % alone; how to combine adjustments was never published"
            );
            answer.flags.push(Remark { code: "one_adjustment_only", text });
        }
        rule(supplied, &mut said, &mut answer)
    });
    match adjusted {
        Ok(percent) => {
            answer.percent = Some(percent);
            answer.range_percent = Some([percent, percent]);
        }
        Err(refusal) => {
            said.assumed.clear();
            answer = OutcomeAnswer::refused(outcome, HORIZON, refusal);
        }
    }
    said.outcomes = vec![answer];
    said
}

/// An adjusted percentage; one above 100 is no probability, and is not cut down to one.
pub(super) fn within_100(adjusted: f64) -> Result<f64, Refusal> {
    if adjusted <= 100.0 {
        return Ok(adjusted);
    }
    let shown = crate::math::round_significant(adjusted, 6);
    Err(Refusal::new(Code::OutOfRange, "percent", shown, "0-100 % after the adjustment"))
}
