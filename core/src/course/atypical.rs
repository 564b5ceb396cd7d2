//! A femoral fracture on a bisphosphonate or denosumab that is atypical until excluded.

use crate::document::Drug;
use crate::document::guidance::CourseStatus;

use super::answer::{Action, CourseAnswer, CourseRule, CourseWhy};
use super::limits;
use super::taken::{Taken, after_months, is_bisphosphonate};

/// What it means for a course that goes on: a bisphosphonate stops; denosumab never plainly does.
pub(super) fn atypical(taken: &Taken<'_>) -> Option<CourseAnswer> {
    let found = taken.evidence.fractures.atypical;
    if taken.stopped.is_some() || !(found.until_excluded || found.stated) {
        return None;
    }
    let new = |status, action| CourseAnswer::new(taken.drug, CourseRule::AtypicalFemur, status, action);
    let why = if found.stated { CourseWhy::AtypicalStated } else { CourseWhy::AtypicalSuspected };
    if taken.drug == Drug::Denosumab {
        let due = taken.treatment.last_dose.and_then(|last| after_months(last, limits::DENOSUMAB_DUE_MONTHS));
        return Some(
            new(CourseStatus::Switch, Action::SpecialistAtOnce)
                .by(due.or(taken.today))
                .because(why)
                .because(CourseWhy::NeverStopped)
                .because(CourseWhy::NoAnabolicAfter),
        );
    }
    is_bisphosphonate(taken.drug)
        .then(|| new(CourseStatus::Stop, Action::SpecialistImageBothFemurs).by(taken.today).because(why))
}
