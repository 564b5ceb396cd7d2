//! Osteonecrosis of the jaw: no further dose of an antiresorptive before a specialist has decided.

use crate::document::Drug;
use crate::document::guidance::CourseStatus;

use super::answer::{Action, CourseAnswer, CourseRule, CourseWhy};
use super::atypical::denosumab_to_specialist;
use super::taken::{Taken, is_bisphosphonate};

/// What it means for a course that goes on.
pub(super) fn jaw(taken: &Taken<'_>) -> Option<CourseAnswer> {
    let stated = taken.evidence.person.history(|h| h.osteonecrosis_of_jaw) == Some(true);
    if !stated || taken.stopped.is_some() {
        return None;
    }
    let (rule, why) = (CourseRule::OsteonecrosisOfJaw, CourseWhy::JawStated);
    if taken.drug == Drug::Denosumab {
        return Some(denosumab_to_specialist(taken, rule, why));
    }
    is_bisphosphonate(taken.drug).then(|| {
        CourseAnswer::new(taken.drug, rule, CourseStatus::Stop, Action::SpecialistBeforeNextDose)
            .by(taken.today)
            .because(why)
    })
}
