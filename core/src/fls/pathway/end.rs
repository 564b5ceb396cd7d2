//! What stops the clock of a journey: death, or a move out of reach. Another fracture does not: it begins a
//! clock of its own.

use jiff::civil::Date;

use crate::fls::finding::{Finding, FindingKind};
use crate::fls::journey::{EndCause, StepName, StepOutcome};
use crate::fls::record::{Death, PathwayRow, PatientRecord};
use crate::fls::stated_date::StatedDate;

use super::matching::is_read;
use super::steps::outcome;

/// How far a person can be followed after a fracture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ends {
    /// Day of death, where it is stated.
    pub(super) died_on: Option<Date>,
    /// Died, and no day is stated.
    pub(super) died_undated: bool,
    /// The first day on which the person may have been dead, where no day is stated.
    maybe_dead_from: Option<Date>,
    /// Moved out of reach; of a move without a day the first day on which that is possible.
    moved_on: Option<Date>,
    /// Moved, and no day is stated.
    pub(super) moved_undated: bool,
}

impl Ends {
    /// The ends of one person up to the day of the report, as they bear on a fracture of a day. A death
    /// without a day is a time from the first day that is possible: of the month or the year that is stated,
    /// else from the last record of the living.
    pub(super) fn read(record: &PatientRecord, event: Date, as_of: Date) -> Self {
        let mut ends = Self::default();
        let rows = || record.steps.iter().filter(|row| is_read(row, as_of));
        let day = |row: &PathwayRow| row.on.and_then(StatedDate::day);
        let done = |row: &PathwayRow| outcome(row) == StepOutcome::Done;
        match record.death {
            Death::On(StatedDate::Day(day)) if day <= as_of => ends.died_on = Some(day),
            Death::On(StatedDate::Day(_)) => {}
            Death::On(on) if on.earliest() <= as_of => {
                ends.died_undated = true;
                ends.maybe_dead_from = Some(on.earliest().max(event));
            }
            Death::On(_) => {}
            Death::Undated => {
                ends.died_undated = true;
                ends.maybe_dead_from = Some(last_seen(record, as_of).map_or(event, |last| last.max(event)));
            }
            Death::NotStated => {
                let died = |row: &&PathwayRow| row.step == StepName::Died && done(row);
                let told = |row: &PathwayRow| died(&row) || outcome(row) == StepOutcome::Dead;
                ends.died_on = rows().filter(died).filter_map(day).min();
                if ends.died_on.is_none() && rows().any(told) {
                    ends.died_undated = true;
                    let known = last_seen(record, as_of).map_or(event, |last| last.max(event));
                    ends.maybe_dead_from = Some(known);
                }
            }
        }
        let moved = |row: &&PathwayRow| {
            row.step == StepName::Moved && done(row) || outcome(row) == StepOutcome::Moved
        };
        let after = |row: &PathwayRow| row.on.is_none_or(|on| event <= on.latest());
        ends.moved_on = rows().filter(moved).filter_map(day).filter(|&on| event <= on).min();
        let undated = |row: &&PathwayRow| moved(row) && day(row).is_none() && after(row);
        if ends.moved_on.is_none() {
            let last = || last_seen(record, as_of);
            let first_possible = |row: &PathwayRow| row.on.map(StatedDate::earliest).or_else(last);
            let from =
                rows().filter(undated).map(|row| first_possible(row).map_or(event, |on| on.max(event)));
            ends.moved_on = from.min();
            ends.moved_undated = ends.moved_on.is_some();
        }
        ends
    }

    /// Which end stops the clock, and when: the first. For a death without a day, the first day possible.
    pub(super) fn end(&self) -> Option<(EndCause, Date)> {
        let died = self.died_on.or(self.maybe_dead_from).map(|on| (EndCause::Died, on));
        let moved = self.moved_on.map(|on| (EndCause::Moved, on));
        [died, moved].into_iter().flatten().min_by_key(|(_, on)| *on)
    }

    /// Whether the person could be looked at on a day: it is there, and neither end was before it.
    pub(super) fn reached(&self, day: Date, as_of: Date) -> bool {
        day <= as_of && self.end().is_none_or(|(_, end)| day <= end)
    }

    /// Whether a row can be true: not dated after the death.
    pub(super) fn holds(&self, row: &PathwayRow) -> bool {
        let on = row.on.and_then(StatedDate::day);
        self.died_on.is_none_or(|died| on.is_none_or(|on| on <= died))
    }

    /// Whether the person lives, as far as the records say.
    pub(super) const fn is_alive(&self) -> bool {
        self.died_on.is_none() && !self.died_undated
    }
}

/// The finding for a row that is dated after the death.
pub(super) fn after_death(record: &PatientRecord, row: &PathwayRow) -> Finding {
    let on = row.on.map_or(String::new(), |on| on.to_string());
    let because = format!("The step `{}` is dated after the death: not read.", row.step);
    Finding::of_person(FindingKind::DateOrder, &record.patient_id, "date", &on, &because)
}

/// The finding for a death without a day.
pub(super) fn undated_death(record: &PatientRecord) -> Finding {
    let (value, from) = match record.death {
        Death::On(on) => (on.to_string(), "the first day of what is stated"),
        _ => (String::new(), "the last record of the living"),
    };
    let because = format!("The death has no day: the person is not followed beyond {from}.");
    Finding::of_person(FindingKind::DateIncomplete, &record.patient_id, "death", &value, &because)
}

/// The finding for a move without a day.
pub(super) fn undated_move(record: &PatientRecord) -> Finding {
    let because = "A move has no day: the person is not followed beyond the first day of what is stated, or the last \
                   record of them here.";
    Finding::of_person(FindingKind::DateIncomplete, &record.patient_id, "moved", "", because)
}

/// The last day on which a record shows the person.
fn last_seen(record: &PatientRecord, as_of: Date) -> Option<Date> {
    let is_end = |row: &PathwayRow| matches!(row.step, StepName::Died | StepName::Moved);
    let steps = record.steps.iter().filter(|row| !is_end(row) && row.outcome.is_none_or(is_act));
    let all = (record.conditions.iter().map(|one| one.on))
        .chain(record.acts.iter().map(|one| one.on))
        .chain(record.scan_values.iter().map(|one| one.on))
        .chain(record.results.iter().map(|one| one.on))
        .chain(record.drugs.iter().map(|one| one.start))
        .chain(steps.map(|row| row.on));
    all.flatten().map(StatedDate::earliest).filter(|&day| day <= as_of).max()
}

const fn is_act(outcome: StepOutcome) -> bool {
    matches!(outcome, StepOutcome::Done | StepOutcome::Refused)
}
