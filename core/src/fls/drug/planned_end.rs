//! How a course ended: by silence, by a recorded stop, or as planned.

use jiff::civil::Date;

use crate::course::limits::anabolic;
use crate::document::StopReason;
use crate::fls::journey::{StepName, StepOutcome, StepReason};
use crate::fls::options::AllowedGaps;
use crate::fls::record::{PathwayRow, PatientRecord};

use super::cover::{Supply, Until, dose};
use super::{Course, after_months};

/// Ends what was to go on beyond a day on which the pathway says that treatment was stopped.
pub(super) fn cut_at_stops(supplies: &mut [Supply], record: &PatientRecord, as_of: Date) {
    for day in record.steps.iter().filter_map(|row| stop_day(row, as_of)) {
        for supply in supplies.iter_mut() {
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
        for row in &record.steps {
            by_row(course, row, gaps, as_of);
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

/// What a row of the pathway says of the end. A record of the drug after it says that it went on.
fn by_row(course: &mut Course, row: &PathwayRow, gaps: AllowedGaps, as_of: Date) {
    use StepReason as R;
    let Some(day) = stop_day(row, as_of) else { return };
    if day < course.last_record_on || day > course.gap_until(gaps) {
        return;
    }
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
