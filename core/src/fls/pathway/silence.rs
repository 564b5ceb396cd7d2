//! Silence that something else fills: who never came was not assessed by the service, and a pathway file that
//! lists everything says by its silence that something was not done.

use crate::fls::journey::{Journey, Step, StepOutcome};

/// What follows for steps that no row names.
///
/// What the service does at a visit was not done for somebody who did not come, and ended as the visit did. With
/// `complete` (`pathway_complete`) a step that is in no row was not done; that is assumed, and said so wherever
/// a number rests on it.
pub(super) fn settle(journey: &mut Journey, complete: bool) {
    if let Step::Not { outcome, .. } = journey.attended {
        for step in of_a_visit(journey) {
            fill(step, outcome);
        }
    }
    if complete {
        fill(&mut journey.invited, StepOutcome::NotDone);
        fill(&mut journey.attended, StepOutcome::NotDone);
        fill(&mut journey.spine_imaging, StepOutcome::NotDone);
        fill(&mut journey.exercise_started, StepOutcome::NotDone);
        fill(&mut journey.communicated, StepOutcome::NotDone);
        for step in of_a_visit(journey) {
            fill(step, StepOutcome::NotDone);
        }
    }
}

const fn of_a_visit(journey: &mut Journey) -> [&mut Step; 7] {
    [
        &mut journey.falls_assessment,
        &mut journey.lifestyle_assessment,
        &mut journey.decision,
        &mut journey.treatment_recommended,
        &mut journey.treatment_reviewed,
        &mut journey.seen_16_weeks,
        &mut journey.seen_52_weeks,
    ]
}

fn fill(step: &mut Step, outcome: StepOutcome) {
    if *step == Step::NotSaid {
        *step = Step::Not { outcome, reason: None, on: None };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fls::worklist::sample;

    fn silent(attended: Step) -> Journey {
        Journey { attended, ..sample::journey("p", 100) }
    }

    #[test]
    fn who_did_not_come_was_not_assessed() {
        let mut absent = silent(Step::Not { outcome: StepOutcome::Absent, reason: None, on: None });
        settle(&mut absent, false);
        let ended = Step::Not { outcome: StepOutcome::Absent, reason: None, on: None };
        assert_eq!((absent.falls_assessment, absent.seen_16_weeks), (ended, ended));
        assert_eq!(absent.exercise_started, Step::NotSaid, "somebody else may have seen to it");
    }

    #[test]
    fn silence_about_somebody_who_came_stays_silence() {
        let mut came = silent(Step::Done(None));
        settle(&mut came, false);
        assert_eq!(came.falls_assessment, Step::NotSaid);
        settle(&mut came, true);
        assert_eq!(
            came.falls_assessment,
            Step::Not { outcome: StepOutcome::NotDone, reason: None, on: None }
        );
        assert_eq!(came.attended, Step::Done(None));
    }

    #[test]
    fn nobody_knows_of_whom_nothing_is_said() {
        let mut unknown = silent(Step::NotSaid);
        let before = unknown.clone();
        settle(&mut unknown, false);
        assert_eq!(unknown, before);
    }
}
