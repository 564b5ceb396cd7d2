//! Who is on the worklist, and who is not, and why.

use jiff::civil::Date;

use crate::document::choice::choice;
use crate::document::guidance::Priority;
use crate::fls::journey::{EndCause, Journey, Step, StepOutcome};
use crate::fls::options::Settings;
use crate::fls::output::WorkAction;

use super::action::{Cohort, Open, came, is_closed, open_actions, waits_for_place};

choice! {
    /// Why somebody is not on the worklist.
    pub enum OffBecause {
        Died = "died",
        Moved = "moved",
        /// Asked once; a new fracture opens the question again.
        Refused = "refused",
        /// Rightly not invited.
        NotInvited = "not_invited",
        /// A reason stands against a visit: followed elsewhere, too ill, on treatment already, in a nursing home.
        Closed = "closed",
        /// As many tries as are made, and no answer; where the risk is high, the clinician was told after the last.
        TriesUsedUp = "tries_used_up",
        /// Nothing is open: all done, or nothing due yet.
        NothingOpen = "nothing_open",
    }
}

/// Where one person stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// On the list: what is open, the most urgent first; never empty.
    On(Vec<Open>),
    /// Not on it.
    Off(OffBecause),
}

/// Where the person stands by the journey of the latest fracture.
#[must_use]
pub fn standing(journey: &Journey, cohort: Cohort, settings: &Settings) -> Standing {
    let as_of = settings.period.as_of;
    if let Some(because) = gone(journey, as_of) {
        return Standing::Off(because);
    }
    if ended(journey, StepOutcome::Refused) {
        return Standing::Off(OffBecause::Refused);
    }
    let mut open = open_actions(journey, cohort, settings);
    let rightly_not_invited = ended(journey, StepOutcome::NotInvited);
    let closed = is_closed(journey);
    let used_up = tries_used_up(journey, settings);
    if rightly_not_invited || closed || used_up {
        // A dose of denosumab left out is a matter of safety, whoever looks after the person.
        open.retain(Open::is_safety);
        if used_up && !(rightly_not_invited || closed) && clinician_is_to_be_told(journey, settings) {
            open.push(Open { action: WorkAction::InformClinician, due_on: None });
        }
    }
    if !open.is_empty() {
        return Standing::On(open);
    }
    Standing::Off(match (rightly_not_invited, closed, used_up) {
        (true, ..) => OffBecause::NotInvited,
        (_, true, _) => OffBecause::Closed,
        (.., true) => OffBecause::TriesUsedUp,
        _ => OffBecause::NothingOpen,
    })
}

/// Died or moved, as any record of the journey says.
pub(super) fn gone(journey: &Journey, as_of: Date) -> Option<OffBecause> {
    let ended_by = |cause: EndCause| journey.end.is_some_and(|(found, on)| found == cause && on <= as_of);
    let died_on = journey.died_on.is_some_and(|on| on <= as_of);
    if journey.died_undated || died_on || ended_by(EndCause::Died) || ended(journey, StepOutcome::Dead) {
        return Some(OffBecause::Died);
    }
    (ended_by(EndCause::Moved) || ended(journey, StepOutcome::Moved)).then_some(OffBecause::Moved)
}

/// Whether the invitation or the visit ended so.
fn ended(journey: &Journey, by: StepOutcome) -> bool {
    [journey.invited, journey.attended]
        .into_iter()
        .any(|step| matches!(step, Step::Not { outcome, .. } if outcome == by))
}

/// Whether the treating clinician is to be told that the person could not be reached: at high risk, and no letter
/// went out since the last try. A letter reaches more people together with a word to their clinician (Lafata 2007).
fn clinician_is_to_be_told(journey: &Journey, settings: &Settings) -> bool {
    let at_risk = matches!(journey.says.priority, Some(Priority::High | Priority::VeryHigh));
    let told = match (journey.communicated, journey.last_contact_on) {
        (Step::Done(Some(told)), Some(last)) => told >= last,
        (Step::Done(_), _) => true,
        _ => false,
    };
    at_risk && !told && journey.day >= settings.period.from
}

/// Whether every try was made on somebody who has not come. Who waits for a place has answered.
fn tries_used_up(journey: &Journey, settings: &Settings) -> bool {
    let in_touch = waits_for_place(journey) || came(journey);
    journey.contact_tries >= settings.contact_tries_max && !in_touch
}
