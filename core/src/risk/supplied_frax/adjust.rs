//! What the adjustments share: where they start, and what is said beside each.

use super::{
    HORIZON, InNumbers, Model, ModelAnswer, NoAnswer, Numbers, Outcome, OutcomeAnswer, Remark, Subject,
    in_percent, list_read_into, usable_percent,
};
use crate::error::{Code, Refusal, Shown, Words};

/// The numbers of an adjusted entry.
pub(super) fn numbers(
    to: &mut InNumbers,
    subject: &Subject<'_>,
    outcome: Outcome,
    rule: impl FnOnce(f64) -> Result<f64, Code>,
) {
    Numbers::each(to, [in_percent(subject.supplied().of(outcome).and_then(rule))])
}

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
            list_read_into(person, country, &mut said);
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
pub(super) fn within_100<E: NoAnswer>(adjusted: f64) -> Result<f64, E> {
    if adjusted <= 100.0 {
        return Ok(adjusted);
    }
    let limit = || "0-100 % after the adjustment".into();
    Err(E::because(Code::OutOfRange, "percent", Rounded(adjusted), limit))
}

/// A number, shown in six significant digits.
struct Rounded(f64);

impl Shown for Rounded {
    fn shown(self) -> Words {
        crate::math::round_significant(self.0, 6).shown()
    }
}
