//! Which row of a pathway file belongs to which fracture.

use jiff::civil::Date;

use crate::fls::event::{Counted, CountedBecause, Event};
use crate::fls::finding::{Finding, FindingKind};
use crate::fls::record::{PathwayRow, PatientRecord};
use crate::fls::stated_date::StatedDate;

/// Whether a fracture would be counted but for the days of the report: one before or after them is the
/// fracture before or after, all the same.
pub(super) fn is_fracture(event: &Event) -> bool {
    event.counted == Counted::Yes || event.because == CountedBecause::OutsidePeriod
}

/// The day of the next fracture after a day.
pub(super) fn next_fracture(events: &[Event], after: Date, as_of: Date) -> Option<Date> {
    let fractures = events.iter().filter(|event| is_fracture(event)).filter_map(Event::day);
    fractures.filter(|&day| after < day && day <= as_of).min()
}

/// The rows of each event, in the order of the events. A row after the day of the report is not read; one that
/// belongs to no event, or was before its fracture, is a finding.
pub(super) fn rows_by_event<'r>(
    record: &'r PatientRecord,
    events: &[Event],
    as_of: Date,
    findings: &mut Vec<Finding>,
) -> Vec<Vec<&'r PathwayRow>> {
    let mut by_event = vec![Vec::new(); events.len()];
    for row in record.steps.iter().filter(|row| is_read(row, as_of)) {
        let at = events_of(row, events);
        if at.is_empty() {
            findings.push(Finding::of_person(
                FindingKind::StepWithoutEvent,
                &record.patient_id,
                "event_id",
                &row.event_id,
                &format!("The step {} belongs to no fracture of this person and is not read.", row.step),
            ));
        }
        let fractures = || at.iter().filter_map(|&at| events.get(at)).filter_map(Event::day);
        if let Some(on) = row.on
            && fractures().next().is_some()
            && fractures().all(|day| on.latest() < day)
        {
            findings.push(Finding::of_person(
                FindingKind::DateOrder,
                &record.patient_id,
                "date",
                &on.to_string(),
                &format!("The step {} is dated before its fracture and is not read.", row.step),
            ));
            continue;
        }
        for at in at {
            if let Some(rows) = by_event.get_mut(at) {
                rows.push(row);
            }
        }
    }
    by_event
}

/// Whether a row is there on the day of the report.
pub(super) fn is_read(row: &PathwayRow, as_of: Date) -> bool {
    row.on.is_none_or(|on| on.earliest() <= as_of)
}

/// The events that a row belongs to: one, or those of one day where the row names only the day.
fn events_of(row: &PathwayRow, events: &[Event]) -> Vec<usize> {
    let id = row.event_id.trim();
    if id.is_empty() {
        return latest_before(row.on, events);
    }
    let places = |is: &dyn Fn(&Event) -> bool| -> Vec<usize> {
        let all: Vec<(usize, &Event)> = events.iter().enumerate().filter(|(_, event)| is(event)).collect();
        let counted: Vec<usize> = all.iter().filter(|(_, e)| e.is_counted()).map(|(at, _)| *at).collect();
        if counted.is_empty() { all.first().map(|(at, _)| *at).into_iter().collect() } else { counted }
    };
    let by_id = places(&|event| event.event_id == id);
    if !by_id.is_empty() {
        return by_id;
    }
    let by_record = places(&|event| event.record_ids.iter().any(|record| bare(record) == bare(id)));
    if !by_record.is_empty() {
        return by_record;
    }
    StatedDate::parse(id).map_or_else(Vec::new, |on| places(&|event| event.on == on))
}

/// `Condition/17` and `urn:uuid:17` are 17.
fn bare(id: &str) -> &str {
    id.rsplit(['/', ':']).next().unwrap_or(id)
}

/// The latest fracture on or before a day, of the period or not, else the latest event that is none; without a
/// day the only one that is counted, else the only one.
fn latest_before(on: Option<StatedDate>, events: &[Event]) -> Vec<usize> {
    let at_latest = |is: fn(&Event) -> bool| -> Vec<usize> {
        let all = || {
            let days = events.iter().enumerate().filter(move |(_, event)| is(event));
            days.filter_map(|(at, event)| Some((at, event.day()?)))
        };
        let day = match on {
            Some(on) => all().map(|(_, day)| day).filter(|&day| day <= on.latest()).max(),
            None => all().map(|(_, day)| day).min().filter(|first| all().all(|(_, day)| day == *first)),
        };
        all().filter(|(_, of)| Some(*of) == day).map(|(at, _)| at).collect()
    };
    let likeliest = at_latest(if on.is_some() { is_fracture } else { Event::is_counted });
    if likeliest.is_empty() { at_latest(|_| true) } else { likeliest }
}
