//! An appointment that names the fracture as its reason: an invitation, and whether the person came.

use osteon::fls::journey::{StepName, StepOutcome};
use osteon::fls::record::PathwayRow;
use osteon::fls::{Code, StatedDate};
use serde::Deserialize;

use super::coding::{Concept, Many, Reference};
use super::field::BadFields;
use super::raw::Raw;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Participant<'a> {
    #[serde(borrow)]
    actor: Option<Reference<'a>>,
}

/// The person whose appointment it is.
pub(in crate::read) fn patient<'a>(raw: &Raw<'a>, bad: &mut BadFields) -> Option<Reference<'a>> {
    let all: Many<Participant<'_>> = bad.read("participant", raw.participant)?;
    let kind =
        |reference: &Reference<'_>| reference.target().and_then(|target| target.key("Patient")).is_some();
    let named = |reference: &Reference<'_>| {
        reference.reference.as_ref().is_some_and(|text| text.as_str().contains("Patient/"))
    };
    let mut actors: Vec<Reference<'_>> = all.0.into_iter().filter_map(|one| one.actor).filter(kind).collect();
    let at = actors.iter().position(named).or((actors.len() == 1).then_some(0))?;
    Some(actors.swap_remove(at))
}

/// Reads an appointment into steps: no list where its reason is no fracture, an empty one where it is off.
pub(in crate::read) fn read(
    raw: &Raw<'_>,
    status: &str,
    is_anchor: fn(&Code) -> bool,
    is_kept: &dyn Fn(&str) -> bool,
    bad: &mut BadFields,
) -> Option<Vec<PathwayRow>> {
    let references: Many<Reference<'_>> = bad
        .read("reasonReference", raw.reason_reference)
        .or_else(|| bad.read("indication", raw.indication))
        .unwrap_or_default();
    let reasons: Many<Concept<'_>> = bad.read("reasonCode", raw.reason_code).unwrap_or_default();
    let by_reference = references.0.iter().map(Reference::id).find(|id| is_kept(id));
    let by_code = reasons.0.iter().flat_map(Concept::codes).any(|code| is_anchor(&code));
    let event_id = match (by_reference, by_code) {
        (Some(id), _) => id.to_owned(),
        (None, true) => String::new(),
        (None, false) => return None,
    };
    let start = bad.date("start", raw.start);
    let created = bad.date("created", raw.created).or(start);
    let step = |step: StepName, on: Option<StatedDate>, outcome: StepOutcome| PathwayRow {
        event_id: event_id.clone(),
        step,
        on,
        outcome: Some(outcome),
        reason: None,
        contact_try: None,
        door: None,
    };
    let invited = step(StepName::Invited, created, StepOutcome::Done);
    Some(match status {
        "proposed" | "pending" | "booked" | "waitlist" => {
            vec![invited, step(StepName::Attended, created, StepOutcome::Waiting)]
        }
        "arrived" | "fulfilled" | "checked-in" => {
            vec![invited, step(StepName::Attended, start, StepOutcome::Done)]
        }
        "noshow" => vec![invited, step(StepName::Attended, start, StepOutcome::Absent)],
        _ => Vec::new(),
    })
}
