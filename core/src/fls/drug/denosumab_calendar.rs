//! When the next dose of denosumab is due.

use jiff::civil::Date;

use crate::document::Drug;
use crate::fls::options::AllowedGaps;

use super::cover::{allowed_gap, dose};
use super::{Course, after_days, after_months};

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

/// The calendar of denosumab, where it is the last treatment and nothing says that it was ended: no reason for a
/// stop, no planned end, no other drug begun since the last dose. A dose that is missed is not an end: the
/// calendar stays, since bone is lost after it.
#[must_use]
pub fn denosumab_calendar(courses: &[Course], gaps: AllowedGaps) -> Option<DenosumabCalendar> {
    let course = courses
        .iter()
        .filter(|course| course.drug == Drug::Denosumab)
        .max_by_key(|course| course.last_record_on)?;
    let last_dose = course.last_record_on;
    let followed = courses.iter().any(|other| other.drug != Drug::Denosumab && other.start > last_dose);
    if followed || course.planned_end || course.stop_reason.is_some() {
        return None;
    }
    let due = after_months(last_dose, dose(Drug::Denosumab, course.route)?.months);
    let latest = after_days(due, allowed_gap(Drug::Denosumab, course.route, gaps));
    Some(DenosumabCalendar { last_dose, due, latest })
}
