//! Drugs over time: what a code is, for how long a dose covers, renewals stitched into courses.

use jiff::civil::Date;

use crate::document::{Drug, Route, StopReason};

use super::finding::Finding;
use super::journey::OnTreatment;
use super::options::AllowedGaps;
use super::record::PatientRecord;

/// One course of one drug: renewals stitched, gaps no longer than allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Which drug.
    pub drug: Drug,
    /// How it is given.
    pub route: Option<Route>,
    /// First day.
    pub start: Date,
    /// Last day that doses or supplies cover.
    pub covered_until: Date,
    /// How many records were stitched.
    pub records: u32,
    /// Day on which it stopped; none while it runs, or while an allowed gap is not over.
    pub stopped_on: Option<Date>,
    /// Why.
    pub stop_reason: Option<StopReason>,
    /// Whether the end is none of persistence: a planned switch, a completed course, a holiday.
    pub planned_end: bool,
    /// Whether anything but orders shows that it was taken: handed out, given, stated.
    pub shown_taken: bool,
}

/// When denosumab is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DenosumabCalendar {
    /// Day of the last dose.
    pub last_dose: Date,
    /// Day on which the next is due: six months later.
    pub due: Date,
    /// Last day before the allowed gap is over.
    pub latest: Date,
}

/// The courses of one person up to a day, in the order of their first days.
#[must_use]
pub fn courses(
    _record: &PatientRecord,
    _gaps: AllowedGaps,
    _as_of: Date,
    _findings: &mut Vec<Finding>,
) -> Vec<Course> {
    Vec::new()
}

/// The calendar of denosumab, where a course of it runs.
#[must_use]
pub fn denosumab_calendar(_courses: &[Course], _gaps: AllowedGaps) -> Option<DenosumabCalendar> {
    None
}

/// Whether a code is a drug for osteoporosis; a face keeps no other drug.
#[must_use]
pub fn is_read(_code: &super::code::Code) -> bool {
    true
}

/// How treatment stands on a day.
#[must_use]
pub fn on_treatment(courses: &[Course], on: Date, _gaps: AllowedGaps) -> OnTreatment {
    let Some(last) = courses.iter().filter(|course| course.start <= on).max_by_key(|course| course.start)
    else {
        return OnTreatment::NeverBegun;
    };
    match last.stopped_on {
        Some(since) if since <= on && !last.planned_end => {
            OnTreatment::No { drug: last.drug, since, reason: last.stop_reason }
        }
        _ => OnTreatment::Yes(last.drug),
    }
}
