//! What is open for one person after one fracture, and until when it is in time.

use jiff::civil::Date;

use crate::fls::journey::{Journey, Step, StepOutcome, StepReason};
use crate::fls::options::Settings;
use crate::fls::output::WorkAction;

use super::limits::{
    DRUG_WITHIN_DAYS, DXA_WITHIN_DAYS, RECALL_16_WEEKS_DAYS, RECALL_16_WEEKS_FROM_DAYS, RECALL_52_WEEKS_DAYS,
    RECALL_52_WEEKS_FROM_DAYS, RECALL_52_WEEKS_UNTIL_DAYS, START_OPEN_FOR_DAYS, STOPPED_OPEN_FOR_DAYS,
    days_after, days_until,
};
use super::treatment::{self, Denosumab};

/// An action that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// What to do.
    pub action: WorkAction,
    /// Last day on which it is in time; none where nothing sets one.
    pub due_on: Option<Date>,
}

impl Open {
    /// Whether leaving it does harm whoever looks after the person.
    #[must_use]
    pub fn is_safety(&self) -> bool {
        self.action == WorkAction::DenosumabDue
    }
}

/// What all journeys together say of the records that a service keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cohort {
    /// Whether falls assessments are written down at all: silence of a service that keeps none is no work.
    pub falls_are_kept: bool,
}

impl Cohort {
    /// Of these journeys.
    #[must_use]
    pub fn of(journeys: &[&Journey]) -> Self {
        Self { falls_are_kept: journeys.iter().any(|journey| journey.falls_assessment.is_done()) }
    }
}

/// Whether the person was in the service: came, or something was done that is done only there.
#[must_use]
pub fn came(journey: &Journey) -> bool {
    let steps = [
        journey.attended,
        journey.decision,
        journey.treatment_recommended,
        journey.seen_16_weeks,
        journey.seen_52_weeks,
    ];
    // A decision against a drug is one too, where a row says so.
    let against = |step| matches!(step, Step::Not { outcome: StepOutcome::NotDone, on: Some(_), .. });
    // A letter to the clinician is also written of those who could not be reached.
    let told = journey.communicated.is_done() && !matches!(journey.attended, Step::Not { .. });
    steps.into_iter().any(Step::is_done) || against(journey.treatment_recommended) || told
}

/// Whether the person has answered and waits for a place: a row says so, with its day or its reason.
///
/// Whoever was invited and never answered is held as waiting too, without either, and is silent.
#[must_use]
pub fn waits_for_place(journey: &Journey) -> bool {
    match journey.attended {
        Step::Not { outcome: StepOutcome::Waiting, reason, on } => {
            reason != Some(StepReason::NoAnswer) && (on.is_some() || reason.is_some())
        }
        _ => false,
    }
}

/// Everything that is open, the most urgent first.
///
/// Who has not come is first of all called: nothing else can be done before. Who came: a dose of denosumab,
/// then the drug, then the assessment, then recalls. After a fracture before the period nobody is invited and
/// nothing is assessed any more: what is left is follow-up.
#[must_use]
pub fn open_actions(journey: &Journey, cohort: Cohort, settings: &Settings) -> Vec<Open> {
    let as_of = settings.period.as_of;
    let assessed_by = days_after(journey.day, DXA_WITHIN_DAYS);
    let mut open = Vec::new();
    let mut add = |action, due_on| open.push(Open { action, due_on });
    match treatment::denosumab(journey, as_of) {
        Some(Denosumab::Due(due) | Denosumab::Lapsed(due)) => add(WorkAction::DenosumabDue, Some(due)),
        None => {}
    }
    if journey.day < settings.period.from {
        follow_up(journey, as_of, &mut add);
        return open;
    }
    let came = came(journey);
    if !came && let Some(action) = contact(journey) {
        add(action, assessed_by);
    }
    let lapsed = treatment::stopped(journey, as_of);
    if let Some((drug, since, _)) = lapsed
        && (drug != crate::document::Drug::Denosumab || treatment::denosumab(journey, as_of).is_none())
    {
        add(WorkAction::CheckTreatment, Some(since));
    }
    if should_start(journey, as_of) && lapsed.is_none() {
        add(WorkAction::StartTreatment, days_after(journey.day, DRUG_WITHIN_DAYS));
    }
    if journey.on_treatment_at_event.is_some()
        && is_open(journey.treatment_reviewed)
        && !journey.treatment_started.is_done()
    {
        add(WorkAction::ReviewTreatment, assessed_by);
    }
    if came {
        if is_open(journey.decision)
            && is_open(journey.treatment_recommended)
            && !journey.treatment_recommended.is_done()
            && !journey.treatment_started.is_done()
        {
            add(WorkAction::Decide, assessed_by);
        }
        if is_open(journey.dxa) && journey.dxa_before_on.is_none() {
            add(WorkAction::BookDxa, assessed_by);
        }
        if is_open(journey.bloods) {
            add(WorkAction::OrderBloods, assessed_by);
        }
        if cohort.falls_are_kept && is_open(journey.falls_assessment) {
            add(WorkAction::AssessFalls, assessed_by);
        }
    }
    if let Some((action, due_on)) = recall(journey, as_of) {
        add(action, due_on);
    }
    open
}

/// What is left after a fracture before the period. Denosumab is on the list already.
fn follow_up(journey: &Journey, as_of: Date, add: &mut impl FnMut(WorkAction, Option<Date>)) {
    let lapsed = treatment::stopped(journey, as_of);
    let recent = |since, days: u32| days_until(since, as_of) <= i64::from(days);
    if let Some((_, since, _)) = lapsed.filter(|&(_, since, _)| recent(since, STOPPED_OPEN_FOR_DAYS))
        && treatment::denosumab(journey, as_of).is_none()
    {
        add(WorkAction::CheckTreatment, Some(since));
    }
    let recommended_on = journey.treatment_recommended.done_on().unwrap_or(journey.day);
    if lapsed.is_none() && should_start(journey, as_of) && recent(recommended_on, START_OPEN_FOR_DAYS) {
        add(WorkAction::StartTreatment, days_after(journey.day, DRUG_WITHIN_DAYS));
    }
    if let Some((action, due_on)) = recall(journey, as_of) {
        add(action, due_on);
    }
}

/// Whether the service has closed the matter for somebody who did not come: a reason that stands against a visit.
/// Whoever agreed and was too ill on the day is offered another one.
#[must_use]
pub(super) fn is_closed(journey: &Journey) -> bool {
    let closed = |step: Step| match step {
        Step::Not { outcome, reason: Some(reason), .. } => match reason {
            StepReason::TooIll | StepReason::NursingHome | StepReason::CognitiveDisorder => {
                outcome != StepOutcome::Absent
            }
            StepReason::NotInterested => true,
            reason => closes(reason),
        },
        _ => false,
    };
    let answered =
        matches!(journey.attended, Step::Not { outcome: StepOutcome::Absent | StepOutcome::Waiting, .. });
    !came(journey) && (closed(journey.attended) || !answered && closed(journey.invited))
}

/// Reasons for which a step is not to be done.
const fn closes(reason: StepReason) -> bool {
    matches!(
        reason,
        StepReason::RecentDxa
            | StepReason::ContraIndicated
            | StepReason::NotIndicated
            | StepReason::FollowedElsewhere
            | StepReason::TooIll
            | StepReason::AlreadyTreated
    )
}

/// How to reach somebody who has not come; none where a drug has begun without the service.
fn contact(journey: &Journey) -> Option<WorkAction> {
    match journey.attended {
        Step::Not { outcome: StepOutcome::Absent, .. } => Some(WorkAction::Rebook),
        _ if waits_for_place(journey) => Some(WorkAction::OfferPlace),
        Step::Not { outcome: StepOutcome::Waiting, .. } => Some(WorkAction::CallAgain),
        _ if journey.invited.is_done() || journey.contact_tries > 0 => Some(WorkAction::CallAgain),
        _ if !journey.has_pathway && journey.treatment_started.is_done() => None,
        _ => Some(WorkAction::Invite),
    }
}

/// Whether a step is still to be done: not done, and not closed by a refusal or a reason against it.
fn is_open(step: Step) -> bool {
    match step {
        Step::Done(_) => false,
        Step::NotSaid | Step::NotFound => true,
        Step::Not { outcome, reason, .. } => {
            !reason.is_some_and(closes)
                && matches!(outcome, StepOutcome::NotDone | StepOutcome::Absent | StepOutcome::Waiting)
        }
    }
}

fn should_start(journey: &Journey, as_of: Date) -> bool {
    journey.treatment_recommended.is_done()
        && is_open(journey.treatment_started)
        && !treatment::on_treatment(journey, as_of)
}

/// The recall of somebody for whom a drug was recommended or begun.
fn recall(journey: &Journey, as_of: Date) -> Option<(WorkAction, Option<Date>)> {
    if !(journey.treatment_recommended.is_done() || journey.treatment_started.is_done()) {
        return None;
    }
    let since = days_until(journey.day, as_of);
    let within = |from: u32, until: u32| (i64::from(from)..i64::from(until)).contains(&since);
    let due = |days| days_after(journey.day, days);
    if within(RECALL_16_WEEKS_FROM_DAYS, RECALL_52_WEEKS_FROM_DAYS) && is_open(journey.seen_16_weeks) {
        return Some((WorkAction::Recall16Weeks, due(RECALL_16_WEEKS_DAYS)));
    }
    let late = within(RECALL_52_WEEKS_FROM_DAYS, RECALL_52_WEEKS_UNTIL_DAYS);
    (late && is_open(journey.seen_52_weeks)).then(|| (WorkAction::Recall52Weeks, due(RECALL_52_WEEKS_DAYS)))
}
