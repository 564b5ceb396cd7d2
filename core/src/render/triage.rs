//! Writes `triage` out.

use crate::citation::{CitationId, ids};
use crate::document::assessment::Reason;
use crate::document::guidance as doc;
use crate::document::guidance::Recommendation;
use crate::engine::Answer;
use crate::triage::{Cause, NextStep};

/// Whose order it is.
const SCHEME: &str = "osteon: an order of this project, no guideline's";

pub(super) fn triage(answer: &Answer<'_>) -> Option<doc::Triage> {
    let said = answer.triage.as_ref()?;
    let reasons = said.causes.iter().map(|cause| reason(cause, answer));
    let step = |step: NextStep| Reason { code: step.as_str().to_owned(), text: step.text().to_owned() };
    Some(doc::Triage {
        priority: said.priority,
        within_weeks: said.within_weeks(),
        next_steps: said.next_steps().map(step).collect(),
        next_dxa_due: said.next_dxa.map(|due| doc::NextDxa {
            date: due.date,
            months: due.months,
            rule: due.rule.as_str().to_owned(),
            text: due.rule.text().to_owned(),
            source: due.rule.citation().id().to_owned(),
        }),
        reasons: reasons.collect(),
        scheme: SCHEME.to_owned(),
    })
}

/// A cause with the guidelines that it comes from.
fn reason(cause: Cause, answer: &Answer<'_>) -> Reason {
    let of = |wanted: &[Recommendation]| -> Vec<&'static str> {
        let says = |said: &&crate::guideline::GuidelineAnswer| {
            said.applies()
                && (wanted.contains(&said.said.recommendation)
                    || said.guideline.also(said.decision).any(|also| wanted.contains(&also)))
        };
        answer.guidelines.iter().filter(says).map(|said| said.guideline.id).collect()
    };
    let guidelines = match cause {
        Cause::GuidelineVeryHigh => {
            let mut ids = of(&[Recommendation::TreatAnabolicFirst]);
            let very_high = answer.guidelines.iter().filter(|said| said.said.category == Some("very_high"));
            for said in very_high.filter(|said| said.applies()) {
                if !ids.contains(&said.guideline.id) {
                    ids.push(said.guideline.id);
                }
            }
            ids
        }
        Cause::GuidelineTreat => of(&[Recommendation::Treat]),
        Cause::GuidelineMeasureBmd => of(&[Recommendation::MeasureBmd]),
        Cause::GuidelineCalculateFrax => of(&[Recommendation::CalculateFrax]),
        Cause::GuidelineConsider => of(&[Recommendation::Consider]),
        Cause::GuidelineSpecialist => of(&[Recommendation::SpecialistAdvice]),
        Cause::GuidelineUndetermined => of(&[Recommendation::Undetermined]),
        Cause::GuidelineNoDrug => of(&[Recommendation::NoDrug]),
        _ => Vec::new(),
    };
    let text = if guidelines.is_empty() {
        cause.text().to_owned()
    } else {
        format!("{} ({})", cause.text(), guidelines.join(", "))
    };
    Reason { code: cause.as_str().to_owned(), text }
}

/// Every source behind it.
pub(crate) fn cited(answer: &Answer<'_>) -> Vec<CitationId> {
    let Some(said) = &answer.triage else { return Vec::new() };
    let due = said.next_dxa.map(|due| due.rule.citation());
    core::iter::once(ids::OWN_CHOICE).chain(due).collect()
}
