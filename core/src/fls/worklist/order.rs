//! The order of the worklist: by risk, by what the clock still allows, by tries already made.
//!
//! Age, sex, living alone and schooling are not read here. What the engine says of the person is; it is the
//! only way in which the age enters, as risk.

use core::cmp::Reverse;

use jiff::civil::Date;

use crate::document::guidance::Priority;
use crate::fls::output::{WorkAction, WorklistRow};

use super::limits::RISK_STEP_PERCENT;

/// What one row is ordered by, from the first to the last; then by person and event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// A dose of denosumab that is overdue goes before everything, the longest overdue first.
    not_overdue: bool,
    denosumab_days_left: i64,
    /// Tried in the last days: after all others.
    resting: bool,
    /// Bloods and falls of somebody who is in the service already: after whoever was not seen or treated yet.
    completes: bool,
    priority: u8,
    /// Higher first; an unknown risk after the known ones of its priority.
    risk: Reverse<Option<i64>>,
    /// Those who can still be in time first, the fewest days left first; then those who cannot, all alike.
    late: bool,
    days_left: i64,
    /// Whoever was tried less first.
    contact_tries: u32,
    /// The longest waiting first.
    since: Date,
}

/// The key of a row. `since` is the day of the fracture, or the first day that it may be.
pub(super) fn key(row: &WorklistRow, since: Date, resting: bool) -> Key {
    let days_left = row.days_left;
    let overdue = row.action == WorkAction::DenosumabDue && days_left.is_some_and(|days| days < 0);
    let in_time = days_left.filter(|&days| days >= 0);
    Key {
        not_overdue: !overdue,
        denosumab_days_left: days_left.filter(|_| overdue).unwrap_or(0),
        resting: resting && calls(row.action),
        completes: matches!(row.action, WorkAction::OrderBloods | WorkAction::AssessFalls),
        priority: place(row.priority),
        risk: Reverse(row.risk_percent.and_then(|(percent, _)| risk_step(percent))),
        late: in_time.is_none(),
        days_left: in_time.unwrap_or(0),
        contact_tries: row.contact_tries,
        since,
    }
}

/// Unknown stands between intermediate and low: silence is not low.
const fn place(priority: Option<Priority>) -> u8 {
    match priority {
        Some(Priority::VeryHigh) => 0,
        Some(Priority::High) => 1,
        Some(Priority::Intermediate) => 2,
        Some(Priority::Undetermined) | None => 3,
        Some(Priority::Low) => 4,
    }
}

/// Risks within one step are the same, so that the clock decides between them; no number is no risk.
fn risk_step(percent: f64) -> Option<i64> {
    (0.0..=100.0).contains(&percent).then(|| (percent / f64::from(RISK_STEP_PERCENT)) as i64)
}

/// Whether the action is one more try of making contact.
const fn calls(action: WorkAction) -> bool {
    matches!(action, WorkAction::Invite | WorkAction::CallAgain | WorkAction::Rebook)
}
