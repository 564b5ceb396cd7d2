//! Persistence: who still takes a drug for osteoporosis of those who began one after the fracture.
//!
//! It is of treatment, not of a drug: another drug begun before the gap is over goes on with it. Time counts in
//! covered days from the first; the stop is the last covered day, never that plus the gap. A death before the
//! gap is over is a death on treatment. A planned end without another drug, a move and the day of the report
//! censor; so does the last record of somebody who died on a day that no record states.

use jiff::civil::Date;

use crate::document::{Drug, FractureSite};
use crate::facts::days_between;
use crate::triage::MAJOR;

use super::drug::Course;
use super::journey::{EndCause, Journey, Step};
use super::options::{AllowedGaps, Settings};
use super::output::{AllowedGapDays, CurvePoint, Persistence};
use super::survival::{Ended, Estimate, FollowUp, aalen_johansen, at_day, kaplan_meier};

/// Days of the two figures that are printed: what the fields mean by 12 and 24 months.
const MONTHS_12_DAYS: u32 = 365;
const MONTHS_24_DAYS: u32 = 730;
/// Points of a curve at most; more are nothing that an eye can tell.
const POINTS_MOST: usize = 100;

/// One treatment that was begun, and how it went on.
struct Begun<'a> {
    journey: &'a Journey,
    drug: Drug,
    follow_up: FollowUp,
}

/// The group of somebody: its place among the groups, and its name.
type GroupOf = fn(&Begun<'_>) -> (u8, &'static str);

/// Persistence of those who began, by group: everybody, then door, site, age band, sex and drug at the start.
/// Groups in which nobody began are left out.
#[must_use]
pub fn persistence(journeys: &[Journey], settings: &Settings) -> Vec<Persistence> {
    let begun: Vec<Begun<'_>> = journeys.iter().filter_map(|journey| begun(journey, settings)).collect();
    let groups: [(&str, GroupOf); 6] = [
        ("all", |_| (0, "all")),
        ("door", |of| {
            of.journey.event.door.map_or((u8::MAX, "not_said"), |door| (door as u8, door.as_str()))
        }),
        ("site", |of| site_group(of.journey.event.site)),
        ("age_band", |of| age_band(of.journey.event.age_years)),
        ("sex", |of| of.journey.sex.map_or((u8::MAX, "not_said"), |sex| (sex as u8, sex.as_str()))),
        ("drug", |of| (of.drug as u8, of.drug.as_str())),
    ];
    let mut answer = Vec::new();
    for (by, key) in groups {
        let mut keys: Vec<_> = begun.iter().map(key).collect();
        keys.sort_unstable();
        keys.dedup();
        if by == "all" && keys.is_empty() {
            keys.push((0, "all"));
        }
        for group in keys {
            let people: Vec<_> = begun.iter().filter(|of| key(of) == group).map(|of| of.follow_up).collect();
            answer.push(of_group(by, group.1, &people, settings.gaps));
        }
    }
    answer
}

fn site_group(site: FractureSite) -> (u8, &'static str) {
    use FractureSite::{CervicalVertebra, ProximalFemur, UpperThoracicVertebra, Vertebra};
    match site {
        ProximalFemur => (0, "hip"),
        Vertebra | UpperThoracicVertebra | CervicalVertebra => (1, "vertebra"),
        site if MAJOR.has(site) => (2, "major_other"),
        _ => (3, "other"),
    }
}

const fn age_band(age_years: Option<u32>) -> (u8, &'static str) {
    match age_years {
        None => (u8::MAX, "not_said"),
        Some(..50) => (0, "under_50"),
        Some(50..65) => (1, "50-64"),
        Some(65..75) => (2, "65-74"),
        Some(75..85) => (3, "75-84"),
        Some(85..) => (4, "85+"),
    }
}

/// The treatment that was begun after the fracture and before the next one, with its follow-up. None where none
/// was, where the pathway says that it was not begun, and where no record shows its course.
fn begun<'a>(journey: &'a Journey, settings: &Settings) -> Option<Begun<'a>> {
    if matches!(journey.treatment_started, Step::Not { .. }) {
        return None;
    }
    let within = |course: &&Course| {
        course.start >= journey.day
            && course.start <= settings.period.as_of
            && journey.refracture_on.is_none_or(|next| course.start < next)
    };
    let begins = |course: &&Course| {
        journey.treatment_started.done_on() == Some(course.start)
            && journey.started_drug.is_none_or(|drug| drug == course.drug)
    };
    let stated = journey.courses.iter().filter(within).find(begins);
    let first = stated.or_else(|| journey.courses.iter().filter(within).min_by_key(|course| course.start))?;
    let follow_up = follow_up(journey, first, settings);
    Some(Begun { journey, drug: first.drug, follow_up })
}

/// From the first day of a treatment to its end, over all the drugs that took over from it.
fn follow_up(journey: &Journey, first: &Course, settings: &Settings) -> FollowUp {
    let (gaps, as_of) = (settings.gaps, settings.period.as_of);
    let mut last = first;
    // Each that follows is covered for longer: it comes to an end.
    while let Some(next) = journey
        .courses
        .iter()
        .filter(|next| next.covered_until > last.covered_until && next.start <= last.gap_until(gaps))
        .max_by_key(|next| next.covered_until)
    {
        last = next;
    }
    let days = |day: Date| days_between(first.start, day).max(0.0) as u32;
    let moved = journey.end.filter(|(cause, _)| *cause == EndCause::Moved).map(|(_, day)| day);
    let died = journey.died_on.filter(|&day| day <= as_of && day >= first.start);
    // Until the gap is over nobody can say that it was stopped.
    let runs_until = last.runs_until(gaps);
    let planned = last.planned_end.then_some(last.covered_until);
    let censor = |day: Date| FollowUp { days: days(day), ended: Ended::Censored };
    if let Some(day) = died.filter(|&day| day <= planned.unwrap_or(runs_until)) {
        return match moved.filter(|&moved| moved < day) {
            Some(moved) => censor(moved.min(last.covered_until)),
            None => FollowUp { days: days(day), ended: Ended::Competing },
        };
    }
    if let Some(day) = moved.filter(|&day| day <= runs_until) {
        return censor(day.min(last.covered_until));
    }
    match (planned, last.stopped_on) {
        (None, Some(stopped)) if !journey.died_undated => {
            // The first day that is not covered: who is covered for 28 days stops on day 28.
            FollowUp { days: days(stopped) + 1, ended: Ended::Event }
        }
        _ if journey.died_undated => censor(last.last_record_on.min(as_of)),
        _ => censor(last.covered_until.min(as_of)),
    }
}

fn of_group(by: &str, group: &str, people: &[FollowUp], gaps: AllowedGaps) -> Persistence {
    let count = |ended| people.iter().filter(|person| person.ended == ended).count() as u64;
    let curve = kaplan_meier(people);
    let cumulative = aalen_johansen(people);
    let at = |days| at_day(&curve, people, days).map(|estimate| point(&estimate));
    Persistence {
        by: by.to_owned(),
        group: group.to_owned(),
        began: people.len() as u64,
        stopped: count(Ended::Event),
        died: count(Ended::Competing),
        censored: count(Ended::Censored),
        at_12_months: at(MONTHS_12_DAYS),
        at_24_months: at(MONTHS_24_DAYS),
        kaplan_meier: points(&curve, people),
        stopped_cumulative: points(&cumulative.event, people),
        died_cumulative: points(&cumulative.competing, people),
        allowed_gap_days: AllowedGapDays {
            oral: gaps.oral,
            denosumab: gaps.denosumab,
            zoledronate: gaps.zoledronate,
            other: gaps.other,
        },
    }
}

fn point(estimate: &Estimate) -> CurvePoint {
    CurvePoint {
        day: estimate.days,
        at_risk: estimate.at_risk,
        percent: 100.0 * estimate.proportion,
        ci_low: 100.0 * estimate.low,
        ci_high: 100.0 * estimate.high,
    }
}

/// The steps of a curve; of many, so many of them, evenly, with the first and the last. Of nobody: none.
fn points(curve: &[Estimate], people: &[FollowUp]) -> Vec<CurvePoint> {
    if people.is_empty() {
        return Vec::new();
    }
    let steps = curve.len();
    if steps <= POINTS_MOST {
        return curve.iter().map(point).collect();
    }
    let last = POINTS_MOST - 1;
    (0..POINTS_MOST).filter_map(|index| curve.get(index * (steps - 1) / last)).map(point).collect()
}

#[cfg(test)]
mod tests;
