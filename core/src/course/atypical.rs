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
    let rule = CourseRule::AtypicalFemur;
    let why = if found.stated { CourseWhy::AtypicalStated } else { CourseWhy::AtypicalSuspected };
    if taken.drug == Drug::Denosumab {
        return Some(denosumab_to_specialist(taken, rule, why));
    }
    is_bisphosphonate(taken.drug).then(|| {
        CourseAnswer::new(taken.drug, rule, CourseStatus::Stop, Action::SpecialistImageBothFemurs)
            .by(taken.today)
            .because(why)
    })
}

/// Denosumab that may not go on goes to a specialist at once, at the latest when the next dose is due.
pub(super) fn denosumab_to_specialist(taken: &Taken<'_>, rule: CourseRule, why: CourseWhy) -> CourseAnswer {
    let due = taken.treatment.last_dose.and_then(|last| after_months(last, limits::DENOSUMAB_DUE_MONTHS));
    let due = due.filter(|&due| taken.today.is_none_or(|today| due > today)).or(taken.today);
    CourseAnswer::new(Drug::Denosumab, rule, CourseStatus::Switch, Action::SpecialistAtOnce)
        .by(due)
        .because(why)
        .because(CourseWhy::NeverStopped)
        .because(CourseWhy::NoAnabolicAfter)
}
