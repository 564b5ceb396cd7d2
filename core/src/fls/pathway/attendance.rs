//! Who was invited and who came, and how it ended for those who did not.

use crate::fls::journey::{EndCause, Step, StepName, StepOutcome};

use super::end::Ends;
use super::steps::Rows;

/// Invited, from the rows: a try of making contact is an invitation, and whoever came, refused, stayed away or
/// waits was invited, on a day that is not said. Without rows nothing can be said.
pub(super) fn invited(rows: &mut Rows<'_>, attended: Step, ends: &Ends) -> Step {
    let said = rows.read(StepName::Invited);
    if said.is_known() {
        return said;
    }
    if let Some(left_out @ Step::Not { outcome: StepOutcome::NotInvited, .. }) = rows.said_at_contact()
        && !attended.is_done()
    {
        return left_out;
    }
    if rows.of(StepName::Contacted).next().is_some() {
        return Step::Done(rows.of(StepName::Contacted).filter_map(|row| row.on?.day()).min());
    }
    match attended {
        Step::Done(_) => Step::Done(None),
        Step::Not { outcome: StepOutcome::Refused | StepOutcome::Absent | StepOutcome::Waiting, .. } => {
            Step::Done(None)
        }
        Step::Not { outcome: StepOutcome::NotInvited | StepOutcome::Dead | StepOutcome::Moved, .. } => {
            attended
        }
        _ => ended(rows, ends),
    }
}

/// Attended, from its own rows and what became of the invitation: a refusal when contact was made is one. Whoever was invited and of whom nothing
/// follows is still waiting; whoever died or moved before that never came.
pub(super) fn attended(said: Step, invited: Step, rows: &Rows<'_>, ends: &Ends) -> Step {
    match said {
        Step::NotSaid => match invited {
            Step::Not {
                outcome: StepOutcome::NotInvited | StepOutcome::Dead | StepOutcome::Moved, ..
            } => invited,
            // Refused when invited, or nobody to invite: no visit followed.
            Step::Not { outcome: StepOutcome::Refused, .. } => invited,
            Step::Done(_) => {
                no_visit(Step::Not { outcome: StepOutcome::Waiting, reason: None, on: None }, rows, ends)
            }
            _ => ended(rows, ends),
        },
        Step::Not { outcome: StepOutcome::Waiting, .. } => no_visit(said, rows, ends),
        said => said,
    }
}

/// What became of somebody who waits: what was said when contact was made, unless the wait is of a later day; else
/// an end; else the wait.
fn no_visit(waits: Step, rows: &Rows<'_>, ends: &Ends) -> Step {
    let since = |step: Step| match step {
        Step::Not { on, .. } => on,
        _ => None,
    };
    let at_contact =
        rows.said_at_contact().filter(|&said| since(waits) <= since(said) || since(said).is_none());
    match at_contact.unwrap_or_else(|| ended(rows, ends)) {
        Step::NotSaid => waits,
        ended => ended,
    }
}

/// Dead or moved, where rows speak of the fracture at all.
fn ended(rows: &Rows<'_>, ends: &Ends) -> Step {
    if !rows.say_anything() {
        return Step::NotSaid;
    }
    match ends.end() {
        Some((EndCause::Died, _)) => Step::Not { outcome: StepOutcome::Dead, reason: None, on: ends.died_on },
        Some((EndCause::Moved, on)) => Step::Not { outcome: StepOutcome::Moved, reason: None, on: Some(on) },
        _ => Step::NotSaid,
    }
}
