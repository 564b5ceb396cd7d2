//! What the rows of a pathway file say of a step.

use jiff::civil::Date;

use crate::fls::journey::{Step, StepName, StepOutcome};
use crate::fls::record::PathwayRow;

/// The rows of one fracture.
pub(super) struct Rows<'r> {
    rows: Vec<&'r PathwayRow>,
    /// Steps of which rows contradict each other.
    pub(super) contradictory: Vec<StepName>,
}

impl<'r> Rows<'r> {
    pub(super) fn new(rows: Vec<&'r PathwayRow>) -> Self {
        Self { rows, contradictory: Vec::new() }
    }

    /// Whether anything is said of this fracture.
    pub(super) fn say_anything(&self) -> bool {
        !self.rows.is_empty()
    }

    /// The rows of one step.
    pub(super) fn of(&self, step: StepName) -> impl Iterator<Item = &'r PathwayRow> {
        self.rows.iter().copied().filter(move |row| row.step == step)
    }

    /// The door that the rows name.
    pub(super) fn door(&self) -> Option<crate::fls::journey::Door> {
        self.rows.iter().find_map(|row| row.door)
    }

    /// How a step stands: the latest row decides, and on one day the one that says it was done. An
    /// appointment missed, or a wait, after it was done takes nothing back; a refusal or a correction does, and
    /// is a contradiction. A row without an outcome says that the step was done.
    pub(super) fn read(&mut self, step: StepName) -> Step {
        let mut rows: Vec<&PathwayRow> = self.of(step).collect();
        rows.sort_by_key(|row| (key(row), outcome(row) == StepOutcome::Done));
        let mut said = Step::NotSaid;
        let mut said_at: Option<Option<Date>> = None;
        let mut contradictory = false;
        for row in rows {
            let on = row.on.and_then(crate::fls::StatedDate::day);
            said = match (said, outcome(row)) {
                (Step::Done(before), StepOutcome::Done) => Step::Done(before.or(on)),
                (before, StepOutcome::Done) => {
                    contradictory |= before != Step::NotSaid && said_at == Some(key(row));
                    Step::Done(on)
                }
                (Step::Done(before), outcome) if !takes_back(outcome) => Step::Done(before),
                (before, outcome) => {
                    contradictory |= before.is_done();
                    Step::Not { outcome, reason: row.reason, on }
                }
            };
            said_at = Some(key(row));
        }
        if contradictory {
            self.contradictory.push(step);
        }
        said
    }

    /// What the last try of making contact came to, where it says something of a visit: refused, dead, moved, or
    /// rightly not invited. An invitation after it asks again.
    pub(super) fn said_at_contact(&self) -> Option<Step> {
        use StepOutcome::{Dead, Moved, NotInvited, Refused};
        let decides = |row: &PathwayRow| matches!(outcome(row), Refused | Dead | Moved | NotInvited);
        let last = self.of(StepName::Contacted).max_by_key(|row| (key(row), decides(row)))?;
        let asked = |row: &&PathwayRow| outcome(row) == StepOutcome::Done;
        let asked_again = self.of(StepName::Invited).filter(asked).any(|row| key(row) > key(last));
        (decides(last) && !asked_again).then(|| Step::Not {
            outcome: outcome(last),
            reason: last.reason,
            on: last.on.and_then(crate::fls::StatedDate::day),
        })
    }

    /// Tries of making contact, and the day of the last.
    pub(super) fn contacts(&self) -> (u32, Option<Date>) {
        let numbered = self.rows.iter().filter_map(|row| row.contact_try).max().unwrap_or(0);
        let listed = u32::try_from(self.of(StepName::Contacted).count()).unwrap_or(u32::MAX);
        let made = |row: &&&PathwayRow| {
            row.step == StepName::Contacted
                || row.contact_try.is_some()
                || row.step == StepName::Invited && outcome(row) == StepOutcome::Done
        };
        let days = self.rows.iter().filter(made).filter_map(|row| row.on?.day());
        (numbered.max(listed), days.max())
    }
}

/// How a row ended; one that does not say was done.
pub(super) fn outcome(row: &PathwayRow) -> StepOutcome {
    row.outcome.unwrap_or(StepOutcome::Done)
}

/// The order of rows; one without a day is the first.
fn key(row: &PathwayRow) -> Option<Date> {
    row.on.map(crate::fls::StatedDate::earliest)
}

const fn takes_back(outcome: StepOutcome) -> bool {
    matches!(outcome, StepOutcome::Refused | StepOutcome::NotDone | StepOutcome::NotInvited)
}
