//! How a course ended: by silence, by a recorded stop, or as planned.

use jiff::civil::Date;

use crate::course::limits::anabolic;
use crate::document::StopReason;
use crate::fls::journey::{StepName, StepOutcome, StepReason};
use crate::fls::options::AllowedGaps;
use crate::fls::record::{PathwayRow, PatientRecord};

use super::cover::{SWITCH_DAYS, Supply, Until, dose};
use super::{Course, after_months, before_days, stitching};

/// The course that a stop on a day is of, among those that run on it: a stop is not of what took over.
///
/// One that was begun on that day, or so shortly before that it took over from another, is stopped only where no
/// other runs. Of the others the one that covers the day, and of these the one that runs longest. A record of the
/// drug after the day says that it went on.
pub(in crate::fls) fn stopped_by(courses: &[Course], day: Date, gaps: AllowedGaps) -> Option<&Course> {
    let newest = before_days(day, SWITCH_DAYS);
    let runs = |course: &&Course| {
        course.start <= day && course.last_record_on <= day && day <= course.gap_until(gaps)
    };
    courses.iter().filter(runs).min_by_key(|course| {
        (course.start >= newest, course.covered_until < day, course.start, course.covered_until, course.drug)
    })
}

/// Ends what was to go on beyond a day on which the pathway says that treatment was stopped: of the drug that was.
pub(super) fn cut_at_stops(supplies: &mut [Supply], record: &PatientRecord, gaps: AllowedGaps, as_of: Date) {
    for day in record.steps.iter().filter_map(|row| stop_day(row, as_of)) {
        let until_then = supplies.iter().filter(|supply| supply.start <= day).cloned().collect();
        let courses = stitching::stitched(until_then, gaps);
        let Some(drug) = stopped_by(&courses, day, gaps).map(|course| course.drug) else { continue };
        for supply in supplies.iter_mut().filter(|supply| supply.drug == drug) {
            // What was injected acts to its end.
            if supply.until != Until::Dose && supply.start <= day && supply.end > day {
                supply.end = day;
                supply.until = Until::Stated;
            }
        }
    }
}

/// The day on which a row says that treatment ended.
fn stop_day(row: &PathwayRow, as_of: Date) -> Option<Date> {
    let day = row.on.and_then(|on| on.day()).filter(|&day| day <= as_of)?;
    let is_done = matches!(row.outcome, None | Some(StepOutcome::Done));
    let says = match row.step {
        StepName::TreatmentStopped => true,
        StepName::TreatmentReviewed => is_planned(row.reason),
        _ => false,
    };
    (is_done && says).then_some(day)
}

const fn is_planned(reason: Option<StepReason>) -> bool {
    matches!(reason, Some(StepReason::PlannedSwitch | StepReason::CourseCompleted | StepReason::Holiday))
}

/// Judges the ends of all courses of a person.
pub(super) fn ends(courses: &mut [Course], record: &PatientRecord, gaps: AllowedGaps, as_of: Date) {
    for course in courses.iter_mut() {
        course.planned_end = course.stop_reason == Some(StopReason::Completed);
    }
    for row in &record.steps {
        let Some(day) = stop_day(row, as_of) else { continue };
        let Some(stopped) = stopped_by(courses, day, gaps).map(|course| (course.drug, course.start)) else {
            continue;
        };
        let of = courses.iter_mut().find(|course| (course.drug, course.start) == stopped);
        if let Some(course) = of {
            by_row(course, row, day);
        }
    }
    let all = courses.to_vec();
    for course in courses {
        let switched = all.iter().any(|other| follows(course, other, gaps));
        let ended = if switched || course.planned_end {
            as_of > course.covered_until
        } else {
            as_of > course.runs_until(gaps)
        };
        if ended {
            course.stopped_on = Some(course.covered_until);
            course.planned_end |= switched || is_whole(course, gaps);
        }
    }
}

/// Whether another course takes over before the gap of this one is over, and goes on after it.
pub(super) fn follows(course: &Course, other: &Course, gaps: AllowedGaps) -> bool {
    other.start <= course.gap_until(gaps) && other.covered_until > course.covered_until
}

/// Whether an anabolic drug was given for as long as it may be; short of that by no more than the gap.
fn is_whole(course: &Course, gaps: AllowedGaps) -> bool {
    anabolic(course.drug, None)
        .is_some_and(|row| course.gap_until(gaps) >= after_months(course.start, row.months))
}

/// What a row of the pathway says of the end of the course that it is of.
fn by_row(course: &mut Course, row: &PathwayRow, day: Date) {
    use StepReason as R;
    if dose(course.drug, course.route).is_none() {
        course.covered_until = course.covered_until.min(day);
    }
    course.planned_end |= is_planned(row.reason);
    course.stop_reason = match row.reason {
        Some(R::CourseCompleted) => Some(StopReason::Completed),
        Some(R::PlannedSwitch | R::Holiday) => course.stop_reason,
        Some(R::Intolerance) => Some(StopReason::Intolerance),
        Some(R::ContraIndicated) => Some(StopReason::Contraindication),
        Some(R::NotInterested) => Some(StopReason::Choice),
        _ => Some(StopReason::Unknown),
    };
}
