//! Pregnancy: no further dose before a specialist has decided.

use crate::document::Drug;
use crate::document::guidance::CourseStatus;
use crate::safety::{Condition, Facts, Value};

use super::answer::{Action, CourseAnswer, CourseRule, CourseWhy};
use super::atypical::denosumab_to_specialist;
use super::taken::Taken;

/// What it means for a course that goes on.
pub(super) fn pregnancy(taken: &Taken<'_>) -> Option<CourseAnswer> {
    if taken.stopped.is_some() || !is_pregnant(taken) {
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

fn is_pregnant(taken: &Taken<'_>) -> bool {
    Facts::read(taken.evidence).value(Condition::Pregnant) == Value::Flag(Some(true))
}

/// A verdict that asks for a dose of denosumab or of what follows it; in pregnancy it asks for a specialist.
pub(super) fn no_dose(taken: &Taken<'_>, mut said: CourseAnswer) -> CourseAnswer {
    let asks = matches!(
        said.action,
        Action::NextDoseAtMonths(_)
            | Action::BookNextDose
            | Action::GiveNow
            | Action::EscalateReboundRisk
            | Action::ZoledronateAtMonths(_)
            | Action::ZoledronateNow
    );
    if asks && is_pregnant(taken) {
        said.action = Action::SpecialistAtOnce;
        said.reasons.insert(0, CourseWhy::Pregnant);
    }
    said
}
