//! Drugs over time: what a code is, for how long a dose covers, renewals stitched into courses.
//!
//! Records -> supplies (`cover`) -> courses (`stitching`) -> how it stands on a day (`on_day`). An order is no
//! proof of taking: [`Course::shown_taken`] says whether anything but orders is there.

mod cover;
mod denosumab_calendar;
mod on_day;
mod planned_end;
mod product;
mod stitching;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::document::{Drug, Route, StopReason};

use super::finding::Finding;
use super::options::AllowedGaps;
use super::record::PatientRecord;

pub use cover::{DISPENSED_DAYS, ORDER_DAYS, SUPPLY_DAYS_MOST, SWITCH_DAYS, allowed_gap};
pub use denosumab_calendar::{DenosumabCalendar, denosumab_calendar};
pub use on_day::on_treatment;
pub(super) use planned_end::stopped_by;
pub use product::{is_read, is_read_name};

/// One course of one drug: renewals stitched, gaps no longer than allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Which drug.
    pub drug: Drug,
    /// How it is given.
    pub route: Option<Route>,
    /// First day.
    pub start: Date,
    /// Last day that doses or supplies cover. The day on which the next dose is due is the last that a dose
    /// covers; an order that is active and states no end covers until the day of the report.
    pub covered_until: Date,
    /// First day of the latest record that was stitched: the day of the last dose, where doses are given.
    pub last_record_on: Date,
    /// How many records were stitched; two of one day are two records and one supply.
    pub records: u32,
    /// Day on which it stopped: the last day that was covered, never that plus the gap. None while it runs, or
    /// while an allowed gap is not over and no record says that it was stopped.
    pub stopped_on: Option<Date>,
    /// Why.
    pub stop_reason: Option<StopReason>,
    /// Whether the end is none of persistence: a planned switch, a completed course, a holiday. That a course was
    /// completed does not say that somebody is still on treatment: see [`on_treatment`].
    pub planned_end: bool,
    /// Whether anything but orders shows that it was taken: handed out, given, stated.
    pub shown_taken: bool,
}

impl Course {
    /// Last day of the allowed gap: a record that begins by then renews the course, a later one begins another.
    #[must_use]
    pub fn gap_until(&self, gaps: AllowedGaps) -> Date {
        after_days(self.covered_until, allowed_gap(self.drug, self.route, gaps))
    }

    /// Last day on which nothing says that it has ended. A planned pause has no such day.
    #[must_use]
    pub(super) fn runs_until(&self, gaps: AllowedGaps) -> Date {
        // Silence may be a late renewal; a reason for the end is none.
        if self.stop_reason.is_some() { self.covered_until } else { self.gap_until(gaps) }
    }
}

/// The courses of one person up to a day, in the order of their first days.
///
/// Renewals of a drug that begin within its cover and the allowed gap are one course. What was handed out by
/// mouth or as pens before the last supply was used up is used after it; orders, and doses that cover months, are
/// not carried forward. What is not stated covers as the rows of `drug_limits.csv` say, and only until the next record of
/// the same drug.
#[must_use]
pub fn courses(
    record: &PatientRecord,
    gaps: AllowedGaps,
    as_of: Date,
    findings: &mut Vec<Finding>,
) -> Vec<Course> {
    let mut supplies = cover::supplies(record, as_of, findings);
    planned_end::cut_at_stops(&mut supplies, record, gaps, as_of);
    let mut courses = stitching::stitched(supplies, gaps);
    planned_end::ends(&mut courses, record, gaps, as_of);
    courses
}

/// So many days later; the end of the calendar at most.
pub(super) fn after_days(day: Date, days: u32) -> Date {
    day.saturating_add(i64::from(days).days())
}

/// So many days earlier; the beginning of the calendar at most.
pub(super) fn before_days(day: Date, days: u32) -> Date {
    day.saturating_sub(i64::from(days).days())
}

/// So many months later, on the same day of the month or on the last that the month has.
pub(super) fn after_months(day: Date, months: u32) -> Date {
    day.saturating_add(i64::from(months).months())
}

#[cfg(test)]
mod tests;
