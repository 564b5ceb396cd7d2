//! Renewals of one drug stitched into courses.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::document::{Drug, Route, StopReason};
use crate::facts::days_between;
use crate::fls::options::AllowedGaps;
use crate::fls::record::DrugRecordKind;

use super::cover::{Supply, Until, allowed_gap};
use super::{Course, after_days};

/// The courses, by first day; their ends are not judged yet.
pub(super) fn stitched(mut supplies: Vec<Supply>, gaps: AllowedGaps) -> Vec<Course> {
    // Of one day, what states its end decides after what does not, and the longer after the shorter.
    supplies.sort_by_key(|supply| {
        (supply.start, supply.until, supply.end, supply.kind, supply.stop_reason, supply.route)
    });
    let mut by_drug: BTreeMap<Drug, Vec<Supply>> = BTreeMap::new();
    for supply in supplies {
        by_drug.entry(supply.drug).or_default().push(supply);
    }
    let mut courses: Vec<Course> =
        by_drug.into_values().flat_map(|supplies| of_one_drug(&supplies, gaps)).collect();
    courses.sort_by_key(|course| (course.start, course.covered_until, course.drug));
    courses
}

fn of_one_drug(supplies: &[Supply], gaps: AllowedGaps) -> Vec<Course> {
    let mut done = Vec::new();
    let mut running: Option<Stitching> = None;
    for supply in supplies {
        running = Some(match running.take() {
            Some(mut course) if course.goes_on_with(supply, gaps) => {
                course.add(supply);
                course
            }
            other => {
                done.extend(other.map(|course| course.course()));
                Stitching::new(supply)
            }
        });
    }
    done.extend(running.map(|course| course.course()));
    done
}

/// A course to which supplies are still added.
struct Stitching {
    drug: Drug,
    route: Option<Route>,
    start: Date,
    last_record_on: Date,
    /// Last day that a stated end, a supply or a dose covers.
    certain: Date,
    /// Last day that a record without an end covers; the next record ends it.
    open: Option<Date>,
    /// Last day of what was handed out.
    handed_out: Option<Date>,
    records: u32,
    stop_reason: Option<StopReason>,
    shown_taken: bool,
}

impl Stitching {
    fn new(supply: &Supply) -> Self {
        let mut new = Self {
            drug: supply.drug,
            route: supply.route,
            start: supply.start,
            last_record_on: supply.start,
            certain: supply.start,
            open: None,
            handed_out: None,
            records: 0,
            stop_reason: None,
            shown_taken: false,
        };
        new.add(supply);
        new
    }

    fn covered_until(&self) -> Date {
        self.open.map_or(self.certain, |open| open.max(self.certain))
    }

    fn goes_on_with(&self, supply: &Supply, gaps: AllowedGaps) -> bool {
        supply.start <= after_days(self.covered_until(), allowed_gap(self.drug, self.route, gaps))
    }

    fn add(&mut self, supply: &Supply) {
        if let Some(open) = self.open.take() {
            self.certain = self.certain.max(open.min(supply.start));
        }
        let before = self.covered_until();
        match supply.until {
            Until::NotStated | Until::Active => self.open = Some(supply.end),
            Until::Stated | Until::Dose => self.certain = self.certain.max(self.end_of(supply)),
        }
        if supply.carried_forward {
            let end = self.end_of(supply);
            self.handed_out = Some(self.handed_out.map_or(end, |before| before.max(end)));
        }
        self.route = supply.route.or(self.route);
        self.last_record_on = supply.start;
        self.records += 1;
        // What ends before the rest does not say why the rest ended.
        if self.records == 1 || supply.stop_reason.is_some() || self.covered_until() > before {
            self.stop_reason = supply.stop_reason;
        }
        self.shown_taken |= supply.kind != DrugRecordKind::Prescribed;
    }

    /// The last day of a supply, what is left of the last one used first. A second one of the same day is the
    /// same again.
    fn end_of(&self, supply: &Supply) -> Date {
        let left = self.handed_out.filter(|&end| {
            supply.carried_forward && end >= supply.start && self.last_record_on < supply.start
        });
        // A whole number of days, far below the limit.
        left.map_or(supply.end, |end| after_days(supply.end, days_between(supply.start, end) as u32 + 1))
    }

    fn course(&self) -> Course {
        Course {
            drug: self.drug,
            route: self.route,
            start: self.start,
            covered_until: self.covered_until(),
            last_record_on: self.last_record_on,
            records: self.records,
            stopped_on: None,
            stop_reason: self.stop_reason,
            planned_end: false,
            shown_taken: self.shown_taken,
        }
    }
}
