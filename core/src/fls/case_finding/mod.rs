//! From coded records to fracture events: which fractures there were, and which are counted.
//!
//! Rows of one day or one encounter are one event; rows of the same site within the washout are records of it again.
//! Every event is listed, with the first reason that counts it out, or that asks for somebody to look, in this order:
//! not of a new fracture (before birth or after death, later encounter, not the main diagnosis, refuted, removal of
//! hardware, washout), no whole day, another cause, sex, age and site, force, and what is in doubt. Only then the
//! period: an event that is counted or to be looked at but for it is [`CountedBecause::OutsidePeriod`].

mod age;
mod group;
mod judge;
mod place;
mod population;
mod row;
mod spot;
mod washout;

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::event::{CountedBecause, Event};
use super::finding::{Finding, FindingKind};
use super::journey::Door;
use super::options::Settings;
use super::record::PatientRecord;

pub use age::AgeBounds;
pub use population::{AgeOn, Population, PopulationId, PopulationSite, is_counted_by};

use judge::{Judge, Verdict, speaks_of_spine};
use row::{Facts, Row};
use washout::Case;

/// Every fracture event of one person, in the order of days; each with the reason why it is counted, counted
/// out or to be looked at.
#[must_use]
pub fn events(record: &PatientRecord, settings: &Settings, findings: &mut Vec<Finding>) -> Vec<Event> {
    let mut facts = Facts::read(record, settings.period.as_of, findings);
    if facts.rows.is_empty() {
        return Vec::new();
    }
    if record.birth_date.is_none() {
        findings.push(Finding::of_person(
            FindingKind::NoBirthDate,
            &record.patient_id,
            "birth_date",
            "",
            "A fracture, and no birth date: the age at the fracture is unknown, and it is not counted.",
        ));
    }
    doubt_birth(record, &facts, findings);
    let groups = group::groups(core::mem::take(&mut facts.rows));
    let judge = Judge {
        record,
        facts: &facts,
        settings,
        population: PopulationId::from(settings.inclusion_set).population(),
        antiresorptive: OnceCell::new(),
    };
    let cases = washout::cases(groups, settings.washout_days, |group| judge.out(group));
    let spine = cases
        .iter()
        .filter(|case| !matches!(case.out, Some(CountedBecause::Refuted | CountedBecause::DateOrder)))
        .filter(|case| speaks_of_spine(case))
        .map(|case| case.group.on().earliest())
        .min();
    let mut events: Vec<Event> = cases
        .iter()
        .filter_map(|case| {
            let spine_before = spine.is_some_and(|first| first < case.group.on().earliest());
            let verdict = judge.verdict(case, spine_before)?;
            doubt_dates(record, &judge, case, findings);
            Some(event(record, case, &verdict))
        })
        .collect();
    events.sort_by(|a, b| (a.on.earliest(), a.on, &a.code).cmp(&(b.on.earliest(), b.on, &b.code)));
    name(&mut events);
    events
}

/// A birth date by which somebody would be older than anybody becomes.
fn doubt_birth(record: &PatientRecord, facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(born) = record.birth_date else { return };
    let too_old = |row: &Row<'_>| {
        born.earliest() <= row.on.latest() && AgeBounds::new(record.birth_date, row.on).is_none()
    };
    if facts.rows.iter().any(too_old) {
        findings.push(Finding::of_person(
            FindingKind::BadValue,
            &record.patient_id,
            "birth_date",
            &born.to_string(),
            "Nobody is so old: the age at the fracture is unknown, and it is not counted.",
        ));
    }
}

fn doubt_dates(record: &PatientRecord, judge: &Judge<'_, '_>, case: &Case<'_>, findings: &mut Vec<Finding>) {
    let on = case.group.on();
    let mut push = |kind: FindingKind, because: &str| {
        let finding = Finding::of_person(kind, &record.patient_id, "onset", &on.to_string(), because);
        findings.push(finding);
    };
    if judge.is_out_of_order(on) {
        push(FindingKind::DateOrder, "A fracture before birth or after death: it is not counted.");
    }
    if on.day().is_none() {
        push(
            FindingKind::DateIncomplete,
            "The day of a fracture is not stated: no window can be counted from it, and it is left to be looked at.",
        );
    }
}

fn event(record: &PatientRecord, case: &Case<'_>, verdict: &Verdict<'_>) -> Event {
    let on = case.group.on();
    let rows = || case.group.rows.iter().chain(&case.again);
    let ids = rows().map(|row| row.id).chain(rows().map(|row| row.encounter_id));
    let mut known = BTreeSet::new();
    let record_ids = ids.filter(|id| !id.is_empty() && known.insert(*id)).map(str::to_owned).collect();
    Event {
        event_id: format!("{}@{on}", record.patient_id),
        on,
        site: verdict.site,
        code: verdict.code.clone(),
        age_years: AgeBounds::new(record.birth_date, on).map(|age| age.least),
        born: record.birth_date,
        door: door(&case.group.rows).or_else(|| door(&case.again)),
        counted: verdict.counted,
        because: verdict.because,
        trauma: verdict.trauma,
        record_ids,
        records: u32::try_from(rows().count()).unwrap_or(u32::MAX),
    }
}

/// A stay tells more than an emergency department, and that more than a letter.
fn door(rows: &[Row<'_>]) -> Option<Door> {
    let told = |door: Door| rows.iter().any(|row| row.door == Some(door));
    [Door::Inpatient, Door::Outpatient, Door::Referral].into_iter().find(|&door| told(door))
}

/// A letter after the day, from the second event of a day on.
fn name(events: &mut [Event]) {
    let mut same = 0_u32;
    let mut last: Option<String> = None;
    for event in events {
        if last.as_ref() == Some(&event.event_id) {
            same += 1;
            let letter = char::from_u32(u32::from('a') + same).filter(char::is_ascii_lowercase);
            event.event_id.extend(letter);
        } else {
            same = 0;
            last = Some(event.event_id.clone());
        }
    }
}

#[cfg(test)]
mod tests;
