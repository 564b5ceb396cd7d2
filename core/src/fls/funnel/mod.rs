//! The funnel: how many reached each step, of the step before and of all who were identified.
//!
//! What is counted are fractures. A step counts whoever reached it, whichever way; the rate of the step before
//! counts those who reached both.

mod attendance;
pub mod group;
mod stage;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::document::FractureSite;

use super::event::{Counted, CountedBecause};
use super::journey::Journey;
use super::options::Settings;
use super::output::{EventRow, ExcludedCount, FUNNEL_SCHEMA, Funnel, FunnelGroup, RateDocument};
use super::persistence;
use super::rate::Rate;
use group::By;
use stage::Service;

/// The funnel and the persistence of a service, by group.
#[must_use]
pub fn funnel(journeys: &[Journey], events: &[EventRow], settings: &Settings) -> Funnel {
    let service = Service::of(journeys, settings.period.as_of);
    let everybody: Vec<&Journey> = journeys.iter().collect();
    let mut groups = vec![group_of("all", "all", &everybody, &service)];
    for &by in By::ALL {
        for &key in by.keys() {
            let members: Vec<&Journey> = journeys.iter().filter(|journey| by.of(journey) == key).collect();
            if !members.is_empty() {
                groups.push(group_of(by.as_str(), key, &members, &service));
            }
        }
    }
    Funnel {
        schema: FUNNEL_SCHEMA.to_owned(),
        engine_version: env!("CARGO_PKG_VERSION").to_owned(),
        data_version: crate::DATA_VERSION.to_owned(),
        from: Some(settings.period.from),
        to: Some(settings.period.to),
        as_of: Some(settings.period.as_of),
        assumed: settings.assumed(),
        unit: "fractures: each counted fracture of the period; a person may have several, and the number of \
               people stands beside"
            .to_owned(),
        hip_identified_of_known: hip_identified(journeys, settings),
        groups,
        persistence: persistence::persistence(journeys, settings),
        counted_out: by_reason(events, Counted::No),
        review: by_reason(events, Counted::Review),
    }
}

/// How many of the hips that the hospital knows were found: one in four is missed where nobody counts.
fn hip_identified(journeys: &[Journey], settings: &Settings) -> Option<RateDocument> {
    let hip = journeys.iter().filter(|journey| journey.event.site == FractureSite::ProximalFemur);
    let denominator = u64::from(settings.known_hip?);
    Some(Rate { numerator: hip.count() as u64, denominator }.into())
}

fn group_of(by: &str, group: &str, members: &[&Journey], service: &Service) -> FunnelGroup {
    let people: BTreeSet<&str> = members.iter().map(|journey| journey.patient_id.as_str()).collect();
    let all_doors = (by == By::Door.as_str()).then_some(service.identified);
    FunnelGroup {
        by: by.to_owned(),
        group: group.to_owned(),
        fractures: count(members),
        people: u64::try_from(people.len()).unwrap_or(u64::MAX),
        steps: stage::steps(members, service),
        attendance: attendance::rates(members, all_doors),
    }
}

/// How many there are.
fn count<T>(all: &[T]) -> u64 {
    u64::try_from(all.len()).unwrap_or(u64::MAX)
}

/// Events that are not counted, by the reason.
fn by_reason(events: &[EventRow], counted: Counted) -> Vec<ExcludedCount> {
    let mut reasons: BTreeMap<CountedBecause, u64> = BTreeMap::new();
    for row in events.iter().filter(|row| row.event.counted == counted) {
        let of = reasons.entry(row.event.because).or_default();
        *of = of.saturating_add(1);
    }
    let line = |(reason, count): (CountedBecause, u64)| ExcludedCount { reason: reason.to_string(), count };
    reasons.into_iter().map(line).collect()
}
