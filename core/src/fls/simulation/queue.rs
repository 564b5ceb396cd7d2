//! One run: people arrive by week, are invited, answer, wait in the order in which they agreed, and are seen,
//! never more in a week than there are places.
//!
//! Left out, and to be known: deaths while waiting; a second appointment after one that was missed; that the
//! most urgent are seen first (the order changes who is seen, not how many).

use std::collections::VecDeque;

use crate::fls::worklist::limits::{DRUG_WITHIN_DAYS, DXA_WITHIN_DAYS};

use super::limits::{
    ATTENDANCE_POINTS, CALL_ACCEPTED, CALL_DELAY_WEEKS, CALL_PHONED, PATIENCE_WEEKS, WARM_UP_WEEKS, WEEKS,
};
use super::measured::Measured;
use super::random::{Chance, Dice, For};

/// What one scenario changes, from the end of the warm-up on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) more_slots: u32,
    pub(super) one_more_call: bool,
    pub(super) dxa_on_the_ward: bool,
    pub(super) more_attendance: bool,
}

/// What came of one run, in the weeks that are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Outcome {
    pub(super) seen: u32,
    pub(super) scanned_in_time: u32,
    pub(super) begun_in_time: u32,
    pub(super) weeks_waited: u64,
    pub(super) slots: u32,
    /// Places that somebody was booked for, who may not have come.
    pub(super) booked: u32,
    /// Seen in the fullest week.
    pub(super) most_in_a_week: u32,
}

/// The people of a run by the week of their fracture, and who comes into the queue when.
pub(super) fn run(measured: &Measured, dice: Dice, change: Change) -> Outcome {
    let weeks = WARM_UP_WEEKS + WEEKS;
    let mut outcome = Outcome::default();
    let mut joining = joining(measured, dice, change, &mut outcome);
    // The queue holds who waits, and since which week; the week of the fracture decides what is in time.
    // Whoever the change gains waits behind all others, so that the change takes nobody's place.
    let mut queue: VecDeque<Waiting> = VecDeque::new();
    let mut gained: VecDeque<Waiting> = VecDeque::new();
    let (mut bookings, mut bookings_of_gained) = (0_u32, 0_u32);
    for week in 0..weeks {
        for person in joining.pop_front().unwrap_or_default() {
            if person.gained { &mut gained } else { &mut queue }.push_back(person);
        }
        for queue in [&mut queue, &mut gained] {
            while queue.front().is_some_and(|first| week - first.agreed > PATIENCE_WEEKS) {
                queue.pop_front();
            }
        }
        let counted = week >= WARM_UP_WEEKS;
        let slots = measured.slots.saturating_add(if counted { change.more_slots } else { 0 });
        let mut seen = 0;
        for _ in 0..slots {
            let Some(next) = queue.pop_front().or_else(|| gained.pop_front()) else { break };
            // Dice by the number of the booking: as many bookings, as many who did not come.
            let (of, number) = if next.gained {
                (For::VisitOfGained, &mut bookings_of_gained)
            } else {
                (For::Visit, &mut bookings)
            };
            let missed = measured.absent.holds(dice.draw(of, *number));
            *number += 1;
            outcome.booked += u32::from(counted);
            if !missed {
                seen += 1;
                if counted {
                    visit(measured, dice, change, next, week, &mut outcome);
                }
            }
        }
        if counted {
            outcome.seen += seen;
            outcome.slots = outcome.slots.saturating_add(slots);
            outcome.most_in_a_week = outcome.most_in_a_week.max(seen);
        }
    }
    outcome
}

#[derive(Clone, Copy, Debug)]
struct Waiting {
    person: u32,
    fractured: u32,
    agreed: u32,
    on_the_ward: bool,
    /// Would not come but for the change.
    gained: bool,
}

/// Who joins the queue in which week.
fn joining(measured: &Measured, dice: Dice, change: Change, outcome: &mut Outcome) -> VecDeque<Vec<Waiting>> {
    let weeks = WARM_UP_WEEKS + WEEKS;
    let mut joining: VecDeque<Vec<Waiting>> = (0..weeks).map(|_| Vec::new()).collect();
    for person in 0..measured.people {
        let fractured = dice.one_of(For::Week, person, weeks);
        let counted = fractured >= WARM_UP_WEEKS;
        let on_the_ward =
            counted && change.dxa_on_the_ward && measured.inpatient.holds(dice.draw(For::Door, person));
        outcome.scanned_in_time += u32::from(on_the_ward);
        let asked = measured.invitable.holds(dice.draw(For::Invitable, person))
            && measured.invited.holds(dice.draw(For::Invitation, person));
        if !asked || measured.held.holds(dice.draw(For::Held, person)) {
            continue;
        }
        let Some((after, gained)) = answers_after(measured, dice, change, counted, person) else { continue };
        let agreed = fractured + after;
        if let Some(week) = joining.get_mut(agreed as usize) {
            week.push(Waiting { person, fractured, agreed, on_the_ward, gained });
        }
    }
    joining
}

/// Weeks from the invitation until the person agrees, and whether only the change makes it so; none where the
/// person never agrees.
fn answers_after(
    measured: &Measured,
    dice: Dice,
    change: Change,
    counted: bool,
    person: u32,
) -> Option<(u32, bool)> {
    let answer = dice.draw(For::Answer, person);
    if measured.agreed.holds(answer) {
        return Some((0, false));
    }
    if counted && change.more_attendance && measured.agreed.plus_points(ATTENDANCE_POINTS).holds(answer) {
        return Some((0, true));
    }
    let said_no = Chance { of_them: measured.agreed.of_them + measured.refused.of_them, ..measured.agreed };
    if said_no.holds(answer) || !(counted && change.one_more_call) {
        return None;
    }
    let call = Chance { of_them: u64::from(CALL_ACCEPTED), all: u64::from(CALL_PHONED) };
    call.holds(dice.draw(For::Call, person)).then_some((CALL_DELAY_WEEKS, true))
}

/// Days from the fracture to the visit as they are now: one of those who came. Which part of them is waiting for
/// a place no record says, so that nobody comes sooner than people come now.
fn now(measured: &Measured, dice: Dice, person: u32) -> u32 {
    let days = &measured.days_to_visit;
    let count = u32::try_from(days.len()).unwrap_or(u32::MAX);
    let drawn = usize::try_from(dice.one_of(For::Delay, person, count)).ok();
    drawn.and_then(|place| days.get(place)).copied().unwrap_or(0)
}

fn visit(measured: &Measured, dice: Dice, change: Change, person: Waiting, week: u32, outcome: &mut Outcome) {
    outcome.weeks_waited += u64::from(week - person.agreed);
    let queued = ((week - person.fractured) * 7).saturating_add(measured.days_to_invitation);
    let days = queued.max(now(measured, dice, person.person));
    let scanned = !(change.dxa_on_the_ward && person.on_the_ward)
        && measured.scanned.holds(dice.draw(For::Dxa, person.person))
        && days.saturating_add(measured.days_to_scan) <= DXA_WITHIN_DAYS;
    let begun = measured.begun.holds(dice.draw(For::Treatment, person.person))
        && days.saturating_add(measured.days_to_drug) <= DRUG_WITHIN_DAYS;
    outcome.scanned_in_time += u32::from(scanned);
    outcome.begun_in_time += u32::from(begun);
}
