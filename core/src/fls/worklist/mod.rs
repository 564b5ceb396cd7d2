//! Whom to call today, and why.
//!
//! One row a person, so that nobody is called twice: the latest fracture speaks, since a new fracture opens
//! the way again. The list is whole; what the week holds is marked.

mod action;
pub mod limits;
mod order;
mod reason;
#[cfg(test)]
pub(crate) mod sample;
mod sentence;
mod standing;
#[cfg(test)]
mod tests;
mod treatment;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::event::{Counted, Event};
use super::journey::Journey;
use super::options::Settings;
use super::output::{EventRow, ExcludedCount, Why, WorkAction, WorklistRow};
use super::record::Death;

pub use action::{Cohort, Open, came, open_actions, waits_for_place};
use limits::{DXA_WITHIN_DAYS, days_after, days_until};
pub use reason::WhyCode;
pub use standing::{OffBecause, Standing, standing};

/// The worklist of the day, in its order.
#[must_use]
pub fn worklist<'a>(
    journeys: impl IntoIterator<Item = &'a Journey>,
    events: &'a [EventRow],
    settings: &Settings,
) -> Vec<WorklistRow> {
    let as_of = settings.period.as_of;
    let journeys: Vec<&Journey> = journeys.into_iter().collect();
    let cohort = Cohort::of(&journeys);
    let latest = latest_of_each(&journeys);
    // Boxed: rows are large, and there may be as many as people.
    let mut rows: BTreeMap<&str, (order::Key, Box<WorklistRow>)> = BTreeMap::new();
    for (&patient_id, &journey) in &latest {
        if let Standing::On(open) = standing(journey, cohort, settings)
            && let Some(row) = row_of(journey, &open, as_of)
        {
            let resting = reason::resting(journey, as_of).is_some();
            rows.insert(patient_id, (order::key(&row, journey.day, resting), Box::new(row)));
        }
    }
    let gone = gone(&journeys, as_of);
    for (patient_id, event) in reviews(events, settings) {
        if gone.contains(patient_id) {
            continue;
        }
        match rows.get_mut(patient_id) {
            Some((_, row)) => {
                row.also.push(WorkAction::ReviewEvent);
                row.why.push(reason::review(event.because));
                row.reason = sentence::sentence(&row.why);
            }
            None => {
                let row = review_row(patient_id, event, as_of);
                rows.insert(patient_id, (order::key(&row, event.on.earliest(), false), Box::new(row)));
            }
        }
    }
    let mut rows: Vec<_> = rows.into_values().collect();
    rows.sort_unstable_by(|(a, one), (b, other)| {
        (a, &one.patient_id, &one.event_id).cmp(&(b, &other.patient_id, &other.event_id))
    });
    let mut contacts = 0_u32;
    let numbered = (1_u32..).zip(rows).map(|(rank, (_, row))| {
        // Work that is no contact takes nobody's place.
        contacts += u32::from(row.action.is_contact());
        let fits = settings.calls_per_week.is_none_or(|calls| contacts <= calls);
        WorklistRow { rank, within_capacity: fits || !row.action.is_contact(), ..trimmed(*row) }
    });
    numbered.collect()
}

/// Without the room that was left for more: the list may be long.
fn trimmed(mut row: WorklistRow) -> WorklistRow {
    row.also.shrink_to_fit();
    row.why.shrink_to_fit();
    row.reason.shrink_to_fit();
    row
}

/// How many people with a fracture of the period or after it are not on the list, and why; every reason is there.
#[must_use]
pub fn off_list<'a>(
    journeys: impl IntoIterator<Item = &'a Journey>,
    settings: &Settings,
) -> Vec<ExcludedCount> {
    let journeys: Vec<&Journey> =
        journeys.into_iter().filter(|journey| journey.day >= settings.period.from).collect();
    let cohort = Cohort::of(&journeys);
    let mut counts: BTreeMap<OffBecause, u64> = OffBecause::ALL.iter().map(|&because| (because, 0)).collect();
    for journey in latest_of_each(&journeys).into_values() {
        if let Standing::Off(because) = standing(journey, cohort, settings) {
            *counts.entry(because).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .map(|(because, count)| ExcludedCount { reason: because.as_str().to_owned(), count })
        .collect()
}

/// Whether something is open after this fracture, were it the latest of the person.
#[must_use]
pub fn is_on(journey: &Journey, settings: &Settings) -> bool {
    matches!(standing(journey, Cohort::default(), settings), Standing::On(_))
}

/// The journey of the latest fracture of each person.
fn latest_of_each<'a>(journeys: &[&'a Journey]) -> BTreeMap<&'a str, &'a Journey> {
    let mut latest: BTreeMap<&str, &Journey> = BTreeMap::new();
    for &journey in journeys {
        let held = latest.entry(journey.patient_id.as_str()).or_insert(journey);
        if (held.day, &held.event.event_id) < (journey.day, &journey.event.event_id) {
            *held = journey;
        }
    }
    latest
}

fn gone<'a>(journeys: &[&'a Journey], as_of: Date) -> BTreeSet<&'a str> {
    let gone = journeys.iter().filter(|journey| standing::gone(journey, as_of).is_some());
    gone.map(|journey| journey.patient_id.as_str()).collect()
}

/// The latest fracture of each living person that somebody must look at, of those that may be in the period.
fn reviews<'a>(events: &'a [EventRow], settings: &Settings) -> BTreeMap<&'a str, &'a Event> {
    let period = settings.period;
    let mut latest: BTreeMap<&str, &Event> = BTreeMap::new();
    for row in events.iter().filter(|row| row.event.counted == Counted::Review) {
        let on = row.event.on;
        let in_period =
            on.latest() >= period.from && on.earliest() <= period.to && on.earliest() <= period.as_of;
        let dead = match row.death {
            Death::NotStated => false,
            Death::On(day) => day.earliest() <= period.as_of,
            Death::Undated => true,
        };
        if !in_period || dead {
            continue;
        }
        let held = latest.entry(row.patient_id.as_str()).or_insert(&row.event);
        if (held.on.earliest(), &held.event_id) < (on.earliest(), &row.event.event_id) {
            *held = &row.event;
        }
    }
    latest
}

fn row_of(journey: &Journey, open: &[Open], as_of: Date) -> Option<WorklistRow> {
    let (first, others) = open.split_first()?;
    let why = reason::of_journey(journey, open, as_of);
    Some(WorklistRow {
        name: journey.name.clone(),
        also: others.iter().map(|other| other.action).collect(),
        contact_tries: journey.contact_tries,
        priority: journey.says.priority,
        risk_percent: journey.says.risk_percent,
        risk_of: journey.says.risk_of,
        ..blank(&journey.patient_id, &journey.event, *first, why, as_of)
    })
}

fn review_row(patient_id: &str, event: &Event, as_of: Date) -> WorklistRow {
    let due_on = event.day().and_then(|day| days_after(day, DXA_WITHIN_DAYS));
    let why = reason::of_review(event.site, event.on, event.because, as_of);
    blank(patient_id, event, Open { action: WorkAction::ReviewEvent, due_on }, why, as_of)
}

/// A row of which nothing is known but the fracture and what to do.
fn blank(patient_id: &str, event: &Event, first: Open, why: Vec<Why>, as_of: Date) -> WorklistRow {
    WorklistRow {
        rank: 0,
        patient_id: patient_id.to_owned(),
        name: None,
        event_id: event.event_id.clone(),
        event_date: event.on.to_string(),
        site: event.site,
        door: event.door,
        action: first.action,
        also: Vec::new(),
        due_on: first.due_on,
        days_left: first.due_on.map(|due| days_until(as_of, due)),
        contact_tries: 0,
        priority: None,
        risk_percent: None,
        risk_of: None,
        within_capacity: false,
        reason: sentence::sentence(&why),
        why,
    }
}
