//! Pregnancy: no further dose before a specialist has decided.

use crate::document::Drug;
use crate::document::guidance::CourseStatus;
use crate::safety::{Condition, Facts, Value};

use super::answer::{Action, CourseAnswer, CourseRule, CourseWhy};
use super::atypical::denosumab_to_specialist;
use super::taken::Taken;

/// What it means for a course that goes on.
pub(super) fn pregnancy(taken: &Taken<'_>) -> Option<CourseAnswer> {
    let is_pregnant = || Facts::read(taken.evidence).value(Condition::Pregnant) == Value::Flag(Some(true));
    if taken.stopped.is_some() || !is_pregnant() {
        return None;
    }
    let (rule, why) = (CourseRule::Pregnancy, CourseWhy::Pregnant);
    if taken.drug == Drug::Denosumab {
        return Some(denosumab_to_specialist(taken, rule, why));
    }
    Some(
        CourseAnswer::new(taken.drug, rule, CourseStatus::Stop, Action::SpecialistBeforeNextDose)
            .by(taken.today)
            .because(why),
    )
}
