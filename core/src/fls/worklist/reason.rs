//! Why somebody is on the worklist, as codes with their numbers; a report says them in its reader's language.

use jiff::civil::Date;

use crate::document::FractureSite;
use crate::document::choice::choice;
use crate::document::guidance::Priority;
use crate::fls::StatedDate;
use crate::fls::event::CountedBecause;
use crate::fls::journey::{Journey, Step, StepOutcome};
use crate::fls::output::{Why, WorkAction};

use super::action::{Open, waits_for_place};
use super::limits::{CALL_REST_DAYS, WEEKS_FROM_DAYS, days_until};
use super::treatment::{self, Denosumab};

choice! {
    /// Every code of [`Why`], each with its `number` and `word`; where nothing is said, there is none.
    pub enum WhyCode {
        /// Word: the site. Number: days since the fracture, while there are few.
        FractureDaysAgo = "fracture_days_ago",
        /// Word: the site. Number: whole weeks since the fracture.
        FractureWeeksAgo = "fracture_weeks_ago",
        /// Word: the site; the day is not stated. Number: the year.
        FractureInYear = "fracture_in_year",
        /// Word: the priority of triage.
        Priority = "priority",
        /// Triage could not say.
        PriorityUnknown = "priority_unknown",
        NotInvited = "not_invited",
        /// No record says whether the person was invited.
        InvitationNotRecorded = "invitation_not_recorded",
        InvitedNoAnswer = "invited_no_answer",
        /// Agreed, and did not come.
        Absent = "absent",
        WaitingForPlace = "waiting_for_place",
        /// Number: tries of making contact so far.
        Tries = "tries",
        /// Number: days since the last try; only while others go before.
        LastTryDaysAgo = "last_try_days_ago",
        NoDxa = "no_dxa",
        NoBloods = "no_bloods",
        NoFallsAssessment = "no_falls_assessment",
        NoDecision = "no_decision",
        RecommendedNotBegun = "recommended_not_begun",
        /// Word: the drug that the person was on when the bone broke.
        OnDrugAtFracture = "on_drug_at_fracture",
        /// Number: days until the next dose.
        DenosumabDueInDays = "denosumab_due_in_days",
        /// Number: days since the dose was due.
        DenosumabOverdueDays = "denosumab_overdue_days",
        /// Number: days since the cover ended, with no drug after it.
        DenosumabEndedDaysAgo = "denosumab_ended_days_ago",
        /// Word: the drug. Number: days without cover.
        DrugStoppedDaysAgo = "drug_stopped_days_ago",
        /// Word: why the drug was stopped.
        StoppedBecause = "stopped_because",
        Not16Weeks = "not_seen_at_16_weeks",
        Not52Weeks = "not_seen_at_52_weeks",
        /// Number: days left for a DXA within 12 weeks; 0 on the last day.
        DaysLeftDxa = "days_left_dxa",
        /// Number: days left for an assessment within 12 weeks; 0 on the last day.
        DaysLeftAssessment = "days_left_assessment",
        /// Number: days left for a drug within 16 weeks; 0 on the last day.
        DaysLeftTreatment = "days_left_treatment",
        /// Number: days left for the recall at 16 weeks; 0 on the last day.
        DaysLeftRecall16Weeks = "days_left_recall_16_weeks",
        /// Number: days left for the recall at 52 weeks; 0 on the last day.
        DaysLeftRecall52Weeks = "days_left_recall_52_weeks",
        /// Number: days late for a DXA within 12 weeks.
        DaysLateDxa = "days_late_dxa",
        /// Number: days late for an assessment within 12 weeks.
        DaysLateAssessment = "days_late_assessment",
        /// Number: days late for a drug within 16 weeks.
        DaysLateTreatment = "days_late_treatment",
        /// Number: days late for the recall at 16 weeks.
        DaysLateRecall16Weeks = "days_late_recall_16_weeks",
        /// Number: days late for the recall at 52 weeks.
        DaysLateRecall52Weeks = "days_late_recall_52_weeks",
        /// Word: why somebody must look at the fracture, one of `CountedBecause`.
        Review = "review",
    }
}

fn why(code: WhyCode, number: Option<i64>, word: Option<&'static str>) -> Why {
    Why { code: code.as_str(), number, word }
}

/// Which fracture, and when.
fn fracture(site: FractureSite, on: StatedDate, as_of: Date) -> Why {
    let site = Some(site.as_str());
    match on.day().map(|day| days_until(day, as_of)) {
        Some(days) if days < i64::from(WEEKS_FROM_DAYS) => why(WhyCode::FractureDaysAgo, Some(days), site),
        Some(days) => why(WhyCode::FractureWeeksAgo, Some(days / 7), site),
        None => why(WhyCode::FractureInYear, Some(i64::from(on.earliest().year())), site),
    }
}

/// Why this person is on the list.
pub(super) fn of_journey(journey: &Journey, open: &[Open], as_of: Date) -> Vec<Why> {
    let mut all = vec![fracture(journey.event.site, StatedDate::Day(journey.day), as_of)];
    for one in open {
        of_action(journey, one.action, as_of, &mut all);
    }
    all.push(match journey.says.priority {
        None | Some(Priority::Undetermined) => why(WhyCode::PriorityUnknown, None, None),
        Some(priority) => why(WhyCode::Priority, None, Some(priority.as_str())),
    });
    all.extend(open.first().and_then(|first| clock(journey, *first, as_of)));
    all
}

/// Why somebody must look at a fracture.
pub(super) fn of_review(
    site: FractureSite,
    on: StatedDate,
    because: CountedBecause,
    as_of: Date,
) -> Vec<Why> {
    vec![fracture(site, on, as_of), review(because)]
}

/// That somebody must look at another fracture of the same person.
pub(super) fn review(because: CountedBecause) -> Why {
    why(WhyCode::Review, None, Some(because.as_str()))
}

fn of_action(journey: &Journey, action: WorkAction, as_of: Date, all: &mut Vec<Why>) {
    let plain = |code| why(code, None, None);
    match action {
        WorkAction::Invite
        | WorkAction::CallAgain
        | WorkAction::Rebook
        | WorkAction::OfferPlace
        | WorkAction::InformClinician => contact(journey, as_of, all),
        WorkAction::BookDxa => all.push(plain(WhyCode::NoDxa)),
        WorkAction::OrderBloods => all.push(plain(WhyCode::NoBloods)),
        WorkAction::AssessFalls => all.push(plain(WhyCode::NoFallsAssessment)),
        WorkAction::Decide => all.push(plain(WhyCode::NoDecision)),
        WorkAction::StartTreatment => all.push(plain(WhyCode::RecommendedNotBegun)),
        WorkAction::ReviewTreatment => {
            let drug = journey.on_treatment_at_event.map(|(drug, _)| drug.as_str());
            all.push(why(WhyCode::OnDrugAtFracture, None, drug));
        }
        WorkAction::DenosumabDue => {
            all.extend(treatment::denosumab(journey, as_of).map(|found| match found {
                Denosumab::Due(due) => {
                    let days = days_until(as_of, due);
                    let code =
                        if days < 0 { WhyCode::DenosumabOverdueDays } else { WhyCode::DenosumabDueInDays };
                    why(code, Some(days.abs()), None)
                }
                Denosumab::Lapsed(until) => {
                    why(WhyCode::DenosumabEndedDaysAgo, Some(days_until(until, as_of)), None)
                }
            }))
        }
        WorkAction::CheckTreatment => {
            if let Some((drug, since, reason)) = treatment::stopped(journey, as_of) {
                let days = Some(days_until(since, as_of));
                all.push(why(WhyCode::DrugStoppedDaysAgo, days, Some(drug.as_str())));
                all.extend(reason.map(|reason| why(WhyCode::StoppedBecause, None, Some(reason))));
            }
        }
        WorkAction::Recall16Weeks => all.push(plain(WhyCode::Not16Weeks)),
        WorkAction::Recall52Weeks => all.push(plain(WhyCode::Not52Weeks)),
        WorkAction::ReviewEvent => {}
    }
}

fn contact(journey: &Journey, as_of: Date, all: &mut Vec<Why>) {
    let code = match (journey.attended, journey.invited) {
        (Step::Not { outcome: StepOutcome::Absent, .. }, _) => WhyCode::Absent,
        _ if waits_for_place(journey) => WhyCode::WaitingForPlace,
        (_, Step::Done(_)) => WhyCode::InvitedNoAnswer,
        _ if journey.contact_tries > 0 => WhyCode::InvitedNoAnswer,
        (_, Step::NotSaid) => WhyCode::InvitationNotRecorded,
        _ => WhyCode::NotInvited,
    };
    all.push(why(code, None, None));
    if journey.contact_tries > 0 {
        all.push(why(WhyCode::Tries, Some(i64::from(journey.contact_tries)), None));
    }
    all.extend(resting(journey, as_of).map(|days| why(WhyCode::LastTryDaysAgo, Some(days), None)));
}

/// Days since the last try, while others go before.
pub(super) fn resting(journey: &Journey, as_of: Date) -> Option<i64> {
    let days = days_until(journey.last_contact_on?, as_of);
    (0..i64::from(CALL_REST_DAYS)).contains(&days).then_some(days)
}

/// What is left of the clock of an action; denosumab and a drug that stopped have said theirs.
fn clock(journey: &Journey, open: Open, as_of: Date) -> Option<Why> {
    let was_seen = journey.attended.is_done();
    let (left, late) = match open.action {
        // Who came was assessed: what is open is named already.
        WorkAction::Decide
        | WorkAction::OrderBloods
        | WorkAction::AssessFalls
        | WorkAction::ReviewTreatment
            if was_seen =>
        {
            return None;
        }
        WorkAction::DenosumabDue | WorkAction::CheckTreatment | WorkAction::ReviewEvent => return None,
        WorkAction::StartTreatment => (WhyCode::DaysLeftTreatment, WhyCode::DaysLateTreatment),
        WorkAction::Recall16Weeks => (WhyCode::DaysLeftRecall16Weeks, WhyCode::DaysLateRecall16Weeks),
        WorkAction::Recall52Weeks => (WhyCode::DaysLeftRecall52Weeks, WhyCode::DaysLateRecall52Weeks),
        _ if journey.dxa.is_done() => (WhyCode::DaysLeftAssessment, WhyCode::DaysLateAssessment),
        WorkAction::BookDxa
        | WorkAction::Invite
        | WorkAction::CallAgain
        | WorkAction::Rebook
        | WorkAction::OfferPlace => (WhyCode::DaysLeftDxa, WhyCode::DaysLateDxa),
        _ => (WhyCode::DaysLeftAssessment, WhyCode::DaysLateAssessment),
    };
    let days = days_until(as_of, open.due_on?);
    Some(why(if days < 0 { late } else { left }, Some(days.abs()), None))
}
