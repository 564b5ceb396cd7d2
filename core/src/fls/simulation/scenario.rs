//! The scenarios, each over all runs.

use super::Scenario;
use super::limits::{
    ATTENDANCE_POINTS, CALL_ACCEPTED, CALL_DELAY_WEEKS, CALL_PHONED, MIDDLE_HIGH_PERMILLE,
    MIDDLE_LOW_PERMILLE, PATIENCE_WEEKS, PEOPLE_MOST, RUNS, RUNS_LEAST, WARM_UP_WEEKS,
};
use super::measured::Measured;
use super::queue::{Change, Outcome, run};
use super::random::{Chance, Dice};

/// What is asked, and what it changes.
pub(super) const SCENARIOS: [(&str, Change); 5] = {
    const PRESENT: Change =
        Change { more_slots: 0, one_more_call: false, dxa_on_the_ward: false, more_attendance: false };
    [
        ("present", PRESENT),
        ("one_more_slot", Change { more_slots: 1, ..PRESENT }),
        ("one_more_call_round", Change { one_more_call: true, ..PRESENT }),
        ("dxa_on_the_ward", Change { dxa_on_the_ward: true, ..PRESENT }),
        ("attendance_without_slots", Change { more_attendance: true, ..PRESENT }),
    ]
};

/// Runs of each scenario: fewer where a run is large, and its chance small.
pub(super) fn runs(measured: &Measured) -> u32 {
    (PEOPLE_MOST / measured.people.max(1)).clamp(RUNS_LEAST, RUNS)
}

/// Every scenario on the same dice.
pub(super) fn all(measured: &Measured, seed: u32) -> Vec<Scenario> {
    let over_runs = |&(id, change): &(&str, Change)| {
        let outcomes: Vec<Outcome> =
            (0..runs(measured)).map(|number| run(measured, Dice::new(seed, number), change)).collect();
        summary(id, &outcomes)
    };
    SCENARIOS.iter().map(over_runs).collect()
}

fn summary(id: &str, outcomes: &[Outcome]) -> Scenario {
    let runs = outcomes.len().max(1) as f64;
    let sum = |of: fn(&Outcome) -> u64| outcomes.iter().map(of).sum::<u64>();
    let seen = sum(|outcome| u64::from(outcome.seen));
    let slots = sum(|outcome| u64::from(outcome.slots));
    let ratio = |part: u64, whole: u64| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
    let mut sorted: Vec<u32> = outcomes.iter().map(|outcome| outcome.seen).collect();
    sorted.sort_unstable();
    Scenario {
        id: id.to_owned(),
        seen: seen as f64 / runs,
        seen_low: f64::from(at(&sorted, MIDDLE_LOW_PERMILLE)),
        seen_high: f64::from(at(&sorted, MIDDLE_HIGH_PERMILLE)),
        scanned_12_weeks: sum(|outcome| u64::from(outcome.scanned_in_time)) as f64 / runs,
        begun_16_weeks: sum(|outcome| u64::from(outcome.begun_in_time)) as f64 / runs,
        wait_weeks: ratio(sum(|outcome| outcome.weeks_waited), seen),
        free_slots_percent: 100.0 * ratio(slots - sum(|outcome| u64::from(outcome.booked)).min(slots), slots),
        empty_slots_percent: 100.0 * ratio(slots - seen.min(slots), slots),
    }
}

/// The value at so many thousandths of a sorted list, by nearest rank.
fn at(sorted: &[u32], permille: u32) -> u32 {
    let rank = (sorted.len() as u64 * u64::from(permille)).div_ceil(1000).max(1);
    usize::try_from(rank - 1).ok().and_then(|place| sorted.get(place)).copied().unwrap_or(0)
}

/// The middle of a sorted list; the lower one of two.
fn median(sorted: &[u32]) -> u32 {
    sorted.get(sorted.len().saturating_sub(1) / 2).copied().unwrap_or(0)
}

/// What was measured, then what was set, by name.
pub(super) fn rests_on(measured: &Measured) -> Vec<(String, f64)> {
    let called = Chance { of_them: u64::from(CALL_ACCEPTED), all: u64::from(CALL_PHONED) };
    let named = [
        ("fractures_per_week", 7.0 * measured.fractures as f64 / measured.days as f64),
        ("slots_per_week", f64::from(measured.slots)),
        ("inpatient_percent", measured.inpatient.percent()),
        ("invitable_percent", measured.invitable.percent()),
        ("invited_percent", measured.invited.percent()),
        ("silent_read_as_not_invited_percent", measured.silent.percent()),
        ("agreed_of_invited_percent", measured.agreed.percent()),
        ("refused_of_invited_percent", measured.refused.percent()),
        ("waiting_though_places_were_free_percent", measured.held.percent()),
        ("absent_of_booked_percent", measured.absent.percent()),
        ("dxa_of_seen_percent", measured.scanned.percent()),
        ("begun_of_seen_percent", measured.begun.percent()),
        ("days_to_invitation", f64::from(measured.days_to_invitation)),
        ("median_days_to_visit", f64::from(median(&measured.days_to_visit))),
        ("days_from_visit_to_dxa", f64::from(measured.days_to_scan)),
        ("days_from_visit_to_drug", f64::from(measured.days_to_drug)),
        ("agreed_after_call_percent", called.percent()),
        ("weeks_to_call", f64::from(CALL_DELAY_WEEKS)),
        ("attendance_points", f64::from(ATTENDANCE_POINTS)),
        ("patience_weeks", f64::from(PATIENCE_WEEKS)),
        ("warm_up_weeks", f64::from(WARM_UP_WEEKS)),
    ];
    named.into_iter().map(|(name, number)| (name.to_owned(), number)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_two_hundred_leaves_five_at_each_end() {
        let sorted: Vec<u32> = (1..=200).collect();
        assert_eq!((at(&sorted, MIDDLE_LOW_PERMILLE), at(&sorted, MIDDLE_HIGH_PERMILLE)), (5, 195));
        assert_eq!(at(&[], 25), 0);
    }
}
