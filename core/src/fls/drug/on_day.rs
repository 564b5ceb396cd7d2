//! Whether somebody is on treatment on a day: on any drug for osteoporosis, not on the first one.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::course::limits::anabolic;
use crate::document::{Drug, StopReason};
use crate::fls::journey::OnTreatment;
use crate::fls::options::AllowedGaps;

use super::Course;

/// How treatment stands on a day.
///
/// A day is covered by a course, gaps that a later record ends among its days, or it is not: once the allowed gap
/// is over, nobody was on treatment after the last covered day. While it is not over that cannot be said, and is
/// `NotReached`. After a planned end without another drug it is a planned pause, and `Yes`. What an anabolic drug or denosumab built is
/// lost without a drug after it: its course was completed, and after the allowed gap without another drug it is
/// `No`. `NeverBegun` where no course began on or before the day; whether records of drugs are there at all is for the caller to say.
#[must_use]
pub fn on_treatment(courses: &[Course], on: Date, gaps: AllowedGaps) -> OnTreatment {
    let begun = || courses.iter().filter(|course| course.start <= on);
    let covers = begun().filter(|course| on <= course.covered_until).max_by_key(|course| course.start);
    if let Some(course) = covers {
        return OnTreatment::Yes(course.drug);
    }
    let Some(last) = begun().max_by_key(|course| (course.covered_until, course.start)) else {
        return OnTreatment::NeverBegun;
    };
    let needs_a_successor = anabolic(last.drug, None).is_some() || last.drug == Drug::Denosumab;
    if last.planned_end && (!needs_a_successor || on <= last.gap_until(gaps)) {
        return OnTreatment::Yes(last.drug);
    }
    // A renewal may still come, and make one course of what is two spans now.
    if begun().any(|course| course.stopped_on.is_none() && on <= course.runs_until(gaps)) {
        return OnTreatment::NotReached;
    }
    let since = last.covered_until.saturating_add(1.day());
    let completed = last.planned_end.then_some(StopReason::Completed);
    OnTreatment::No { drug: last.drug, since, reason: last.stop_reason.or(completed) }
}
