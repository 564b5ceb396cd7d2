//! What the journeys show of the service: the inputs of the simulation.

use jiff::civil::Date;

use crate::fls::journey::{Door, Journey, Step, StepOutcome};
use crate::fls::options::Settings;
use crate::fls::worklist::limits::{DRUG_WITHIN_DAYS, days_after, days_until};
use crate::fls::worklist::waits_for_place;

use super::limits::{WARM_UP_WEEKS, WEEKS};
use super::random::Chance;

/// A service in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Measured {
    /// Fractures of the period, and its days.
    pub(super) fractures: u64,
    pub(super) days: u64,
    /// People of one run, over all its weeks.
    pub(super) people: u32,
    pub(super) slots: u32,
    pub(super) inpatient: Chance,
    /// Could be invited, of all: neither dead, moved, nor rightly left out.
    pub(super) invitable: Chance,
    /// Invited, of those; of whom nothing says so was not.
    pub(super) invited: Chance,
    /// Of whom nothing says whether they were invited, of those who could be.
    pub(super) silent: Chance,
    /// Agreed to come, of those invited: came, did not come, or wait.
    pub(super) agreed: Chance,
    /// Of those who agreed, those who wait although there were places: not for a place, then, and in no scenario
    /// seen. People who still wait have not been seen.
    pub(super) held: Chance,
    pub(super) refused: Chance,
    /// Did not come, of those who agreed and had a place.
    pub(super) absent: Chance,
    pub(super) scanned: Chance,
    pub(super) begun: Chance,
    /// From the fracture to the invitation, and from the visit to scan and drug, mean.
    pub(super) days_to_invitation: u32,
    pub(super) days_to_scan: u32,
    pub(super) days_to_drug: u32,
    /// From the fracture to the visit, of everybody who came, in order.
    pub(super) days_to_visit: Vec<u32>,
}

/// People that one run holds at most: nobody runs a service of more.
const MOST_PEOPLE: u64 = 1_000_000;

impl Measured {
    /// What the journeys show.
    ///
    /// # Errors
    /// The reason why it cannot be measured.
    pub(super) fn of(journeys: &[Journey], settings: &Settings) -> Result<Self, &'static str> {
        let slots = settings.slots_per_week.ok_or(
            "no capacity is stated (`slots_per_week`); without a limit every change would seem to help",
        )?;
        if journeys.is_empty() {
            return Err("no counted fracture in the period: nothing can be measured");
        }
        let period = settings.period;
        let days = days_until(period.from, period.to.min(period.as_of)).saturating_add(1).max(1);
        let days = u64::try_from(days).unwrap_or(1);
        let fractures = journeys.len() as u64;
        let weeks = u64::from(WARM_UP_WEEKS + WEEKS);
        let people = ((fractures * 7 * weeks + days / 2) / days).min(MOST_PEOPLE);
        let steps = Steps::of(journeys, period.as_of);
        if steps.silent.of_them == steps.silent.all {
            return Err("no record says who was invited and who came, so that attendance cannot be measured");
        }
        if steps.agreed.all == 0 {
            return Err("nobody was invited, so that attendance cannot be measured");
        }
        Ok(Self {
            fractures,
            days,
            people: u32::try_from(people).unwrap_or(u32::MAX),
            slots,
            inpatient: steps.inpatient,
            invitable: steps.invitable,
            invited: steps.invited,
            silent: steps.silent,
            agreed: steps.agreed,
            held: steps.held(u64::from(slots) * days / 7),
            refused: steps.refused,
            absent: steps.absent,
            scanned: steps.scanned,
            begun: steps.begun,
            days_to_invitation: steps.to_invitation.mean(),
            days_to_scan: steps.to_scan.mean(),
            days_to_drug: steps.to_drug.mean(),
            days_to_visit: steps.to_visit,
        })
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Mean {
    sum: u64,
    count: u64,
}

impl Mean {
    /// Days from one to another, where both are stated and in this order.
    fn add(&mut self, from: Option<Date>, to: Option<Date>) {
        let days = from.zip(to).and_then(|(from, to)| u64::try_from(days_until(from, to)).ok());
        if let Some(days) = days {
            self.sum += days;
            self.count += 1;
        }
    }

    fn mean(self) -> u32 {
        self.sum.checked_div(self.count).map_or(0, |days| u32::try_from(days).unwrap_or(u32::MAX))
    }
}

#[derive(Clone, Debug, Default)]
struct Steps {
    inpatient: Chance,
    invitable: Chance,
    invited: Chance,
    silent: Chance,
    agreed: Chance,
    waiting: u64,
    refused: Chance,
    absent: Chance,
    scanned: Chance,
    begun: Chance,
    to_invitation: Mean,
    to_scan: Mean,
    to_drug: Mean,
    to_visit: Vec<u32>,
}

impl Steps {
    fn of(journeys: &[Journey], as_of: Date) -> Self {
        let mut steps = Self::default();
        for journey in journeys {
            steps.add(journey, as_of);
        }
        steps.to_visit.sort_unstable();
        steps
    }

    /// Those who wait, as many as the places of the period would have held beside everybody who was booked.
    fn held(&self, places: u64) -> Chance {
        let free = places.saturating_sub(self.absent.all);
        Chance { of_them: self.waiting.min(free), all: self.agreed.of_them }
    }

    fn add(&mut self, journey: &Journey, as_of: Date) {
        let ended = |by| {
            let by = |step| matches!(step, Step::Not { outcome, .. } if outcome == by);
            by(journey.attended) || by(journey.invited)
        };
        let (came, absent) = (journey.attended.is_done(), ended(StepOutcome::Absent));
        let (waits, refused) = (waits_for_place(journey), ended(StepOutcome::Refused));
        count(&mut self.inpatient, journey.event.door == Some(Door::Inpatient), journey.event.door.is_some());
        let invited = journey.invited.is_done() || came || absent || waits || refused;
        let says = invited || journey.invited.is_known();
        let left_out = [StepOutcome::NotInvited, StepOutcome::Dead, StepOutcome::Moved].map(ended);
        let invitable = invited || !left_out.contains(&true);
        count(&mut self.invitable, invitable, true);
        if !invitable {
            return;
        }
        count(&mut self.silent, !says, true);
        count(&mut self.invited, invited, true);
        if !invited {
            return;
        }
        self.to_invitation.add(Some(journey.day), journey.invited.done_on());
        count(&mut self.agreed, came || absent || waits, true);
        self.waiting += u64::from(waits && !came && !absent);
        count(&mut self.refused, refused && !came, true);
        count(&mut self.absent, absent, came || absent);
        if !came {
            return;
        }
        count(&mut self.scanned, journey.dxa.is_done(), journey.dxa.is_known());
        let visit = journey.attended.done_on().map(|on| days_until(journey.day, on));
        self.to_visit.extend(visit.and_then(|days| u32::try_from(days).ok()));
        self.to_scan.add(journey.attended.done_on(), journey.dxa.done_on());
        // While the weeks are not over, those who began are known before those who will not.
        let over = days_after(journey.day, DRUG_WITHIN_DAYS).is_some_and(|last| last < as_of);
        let begun = journey.treatment_started;
        count(&mut self.begun, begun.is_done(), over && begun.is_known());
        self.to_drug.add(journey.attended.done_on(), begun.done_on());
    }
}

fn count(chance: &mut Chance, holds: bool, counts: bool) {
    if counts {
        chance.all += 1;
        chance.of_them += u64::from(holds);
    }
}
