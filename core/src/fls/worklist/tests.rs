use std::sync::Arc;

use super::sample::{AS_OF, days_ago, event, journey, not, recommended, settings};
use super::*;
use crate::document::guidance::Priority;
use crate::document::{Drug, Sex, StopReason};
use crate::fls::StatedDate;
use crate::fls::drug::{Course, DenosumabCalendar};
use crate::fls::event::CountedBecause;
use crate::fls::journey::{EndCause, EngineSays, Step, StepOutcome, StepReason};
use crate::fls::options::FlsOptions;

fn list(journeys: &[Journey]) -> Vec<WorklistRow> {
    worklist(journeys, &[], &settings(FlsOptions::default()))
}

fn only(journey: Journey) -> WorklistRow {
    let rows = list(&[journey]);
    assert_eq!(rows.len(), 1);
    rows.into_iter().next().unwrap()
}

fn off(journey: Journey) -> OffBecause {
    let settings = settings(FlsOptions::default());
    assert_eq!(worklist(std::slice::from_ref(&journey), &[], &settings), Vec::new());
    match standing(&journey, Cohort::default(), &settings) {
        Standing::Off(because) => because,
        Standing::On(open) => panic!("{open:?}"),
    }
}

fn order(journeys: &[Journey]) -> Vec<String> {
    list(journeys).into_iter().map(|row| row.patient_id).collect()
}

fn course(drug: Drug, from: i64, covered_until: i64, stopped: Option<i64>) -> Course {
    Course {
        drug,
        route: None,
        start: days_ago(from),
        covered_until: days_ago(covered_until),
        last_record_on: days_ago(from),
        records: 1,
        stopped_on: stopped.map(days_ago),
        stop_reason: None,
        planned_end: false,
        shown_taken: true,
    }
}

fn denosumab_due_in(journey: Journey, days: i64) -> Journey {
    let due = days_ago(-days);
    Journey {
        denosumab: Some(DenosumabCalendar { last_dose: days_ago(182), due, latest: due }),
        courses: vec![course(Drug::Denosumab, 400, -days, None)],
        ..journey
    }
}

#[test]
fn without_a_pathway_nobody_is_said_to_be_uninvited() {
    let row = only(journey("a", 63));
    assert_eq!(row.action, WorkAction::Invite);
    let expected = "Hip fracture 9 weeks ago; no record says whether the person was invited; priority high; \
                    3 weeks left for a DXA within 12 weeks.";
    assert_eq!(row.reason, expected);
    assert_eq!(row.due_on, days_after(days_ago(63), 84));
    assert_eq!(row.days_left, Some(21));
    assert_eq!((row.rank, row.within_capacity), (1, true));
}

#[test]
fn silent_absent_and_waiting_are_three_things() {
    let invited = Journey { has_pathway: true, invited: Step::Done(None), ..journey("a", 10) };
    let silent = only(Journey { contact_tries: 2, ..invited.clone() });
    assert_eq!(silent.action, WorkAction::CallAgain);
    assert!(silent.reason.contains("invited, no answer yet; contact tried twice"), "{}", silent.reason);
    let absent = only(Journey { attended: not(StepOutcome::Absent), ..invited.clone() });
    assert_eq!(absent.action, WorkAction::Rebook);
    // Held as waiting, and nothing says that the person answered: silent.
    let held = Journey { attended: not(StepOutcome::Waiting), ..invited.clone() };
    assert!(only(held.clone()).reason.contains("invited, no answer yet"));
    assert_eq!(only(Journey { contact_tries: 9, ..held }).action, WorkAction::InformClinician);
    let stated =
        Step::Not { outcome: StepOutcome::Waiting, reason: Some(StepReason::Other), on: Some(days_ago(3)) };
    let waits = Journey { attended: stated, contact_tries: 9, ..invited.clone() };
    let waits = only(waits);
    // Agreed, and waits for us: no call after an answer that never came.
    assert_eq!(waits.action, WorkAction::OfferPlace);
    assert!(waits.reason.contains("waiting for a place"));
    let uninvited = only(Journey { invited: not(StepOutcome::NotDone), ..invited });
    assert_eq!(uninvited.action, WorkAction::Invite);
    assert!(uninvited.reason.contains("not yet invited"));
}

#[test]
fn who_is_not_on_it_and_why() {
    let one = || journey("a", 30);
    assert_eq!(off(Journey { died_on: Some(AS_OF), ..one() }), OffBecause::Died);
    assert_eq!(off(Journey { died_undated: true, ..one() }), OffBecause::Died);
    assert_eq!(off(Journey { end: Some((EndCause::Moved, days_ago(1))), ..one() }), OffBecause::Moved);
    assert_eq!(off(Journey { attended: not(StepOutcome::Refused), ..one() }), OffBecause::Refused);
    assert_eq!(off(Journey { invited: not(StepOutcome::NotInvited), ..one() }), OffBecause::NotInvited);
    let tried = Journey { invited: Step::Done(None), contact_tries: 3, ..one() };
    let low = EngineSays { priority: Some(Priority::Low), ..EngineSays::default() };
    assert_eq!(off(Journey { says: low, ..tried }), OffBecause::TriesUsedUp);
    let followed = Journey { seen_16_weeks: Step::Done(None), ..recommended("a", 120) };
    let treated = Journey { treatment_started: Step::Done(None), ..followed };
    assert_eq!(off(treated.clone()), OffBecause::NothingOpen);
    let counts = off_list(
        &[treated, Journey { died_undated: true, ..journey("b", 3) }],
        &settings(FlsOptions::default()),
    );
    let count = |reason: &str| counts.iter().find(|row| row.reason == reason).unwrap().count;
    assert_eq!((count("died"), count("nothing_open"), count("refused")), (1, 1, 0));
}

#[test]
fn the_last_try_that_is_allowed_is_still_made() {
    let tried = |tries| Journey {
        invited: Step::Done(None),
        attended: not(StepOutcome::Waiting),
        contact_tries: tries,
        ..journey("a", 30)
    };
    assert_eq!(only(tried(2)).action, WorkAction::CallAgain);
    let told = Journey { communicated: Step::Done(Some(days_ago(1))), ..tried(3) };
    assert_eq!(off(told), OffBecause::TriesUsedUp);
}

#[test]
fn nobody_at_high_risk_vanishes_after_the_last_try() {
    let attended = not(StepOutcome::Waiting);
    let tried = Journey {
        has_pathway: true,
        invited: Step::Done(Some(days_ago(50))),
        attended,
        contact_tries: 3,
        last_contact_on: Some(days_ago(10)),
        ..journey("a", 60)
    };
    let row = only(tried.clone());
    assert_eq!((row.action, row.also.len()), (WorkAction::InformClinician, 0));
    assert!(row.reason.contains("invited, no answer yet; contact tried 3 times"), "{}", row.reason);
    let told = |days| Journey { communicated: Step::Done(Some(days_ago(days))), ..tried.clone() };
    assert_eq!(only(told(11)).action, WorkAction::InformClinician, "that letter was before the last try");
    assert_eq!(off(told(10)), OffBecause::TriesUsedUp);
    let intermediate = EngineSays { priority: Some(Priority::Intermediate), ..EngineSays::default() };
    assert_eq!(off(Journey { says: intermediate, ..tried }), OffBecause::TriesUsedUp);
}

#[test]
fn whom_the_service_closed_is_not_called() {
    let closed = |outcome, reason| Step::Not { outcome, reason: Some(reason), on: Some(days_ago(3)) };
    let invited = Journey { has_pathway: true, invited: Step::Done(None), ..journey("a", 30) };
    for reason in [
        StepReason::FollowedElsewhere,
        StepReason::TooIll,
        StepReason::NursingHome,
        StepReason::AlreadyTreated,
        StepReason::CognitiveDisorder,
        StepReason::NotInterested,
    ] {
        let attended = closed(StepOutcome::NotDone, reason);
        assert_eq!(off(Journey { attended, ..invited.clone() }), OffBecause::Closed, "{reason:?}");
        let not_invited = closed(StepOutcome::NotDone, reason);
        let assumed =
            Journey { invited: not_invited, attended: not(StepOutcome::NotDone), ..invited.clone() };
        assert_eq!(off(assumed), OffBecause::Closed, "{reason:?}");
    }
    // A dose left out harms all the same; a reason that is none against a visit closes nothing.
    let treated = closed(StepOutcome::NotDone, StepReason::AlreadyTreated);
    let due = denosumab_due_in(Journey { attended: treated, ..invited.clone() }, -3);
    assert_eq!(only(due).action, WorkAction::DenosumabDue);
    let silent = Journey { attended: closed(StepOutcome::NotDone, StepReason::NoAnswer), ..invited.clone() };
    assert_eq!(only(silent).action, WorkAction::CallAgain);
    let ill = Journey { attended: closed(StepOutcome::Absent, StepReason::TooIll), ..invited };
    assert_eq!(only(ill).action, WorkAction::Rebook);
}

#[test]
fn after_a_fracture_before_the_period_there_is_follow_up_alone() {
    let from = settings(FlsOptions::default()).period.from;
    let days = days_until(from, AS_OF) + 10;
    assert_eq!(off(journey("a", days)), OffBecause::NothingOpen, "nobody is invited so late");
    let overdue = denosumab_due_in(journey("a", days), -150);
    assert_eq!(only(overdue).action, WorkAction::DenosumabDue);
    let begun = Journey { treatment_started: Step::Done(None), ..recommended("a", days) };
    let stopped = |ago| Journey {
        courses: vec![course(Drug::Alendronate, days - 5, ago, Some(ago))],
        seen_52_weeks: Step::Done(None),
        ..begun.clone()
    };
    assert_eq!(only(stopped(100)).action, WorkAction::CheckTreatment);
    // Long ago is no follow-up any more: a service has decades of fractures.
    let long_ago = Journey {
        courses: vec![course(Drug::Alendronate, 3000, 2000, Some(2000))],
        ..Journey { seen_52_weeks: Step::Done(None), ..recommended("a", 3100) }
    };
    assert_eq!(off(long_ago), OffBecause::NothingOpen);
    // A later fracture speaks for the person.
    let rows = list(&[denosumab_due_in(journey("a", days), -150), journey("a", 10)]);
    assert_eq!((rows.len(), rows[0].action), (1, WorkAction::Invite));
}

#[test]
fn bloods_and_falls_wait_for_the_unseen_and_take_no_call() {
    let came = Journey { bloods: Step::NotFound, ..recommended("seen", 200) };
    let seen = Journey { treatment_started: Step::Done(None), seen_16_weeks: Step::Done(None), ..came };
    let mut unseen = journey("unseen", 60);
    unseen.says.priority = Some(Priority::Intermediate);
    let options = FlsOptions { calls_per_week: Some(1), ..FlsOptions::default() };
    let rows = worklist(&[seen, unseen, journey("second", 10)], &[], &settings(options));
    let found: Vec<_> = rows.iter().map(|row| (&*row.patient_id, row.action, row.within_capacity)).collect();
    assert_eq!(
        found,
        [
            ("second", WorkAction::Invite, true),
            ("unseen", WorkAction::Invite, false),
            ("seen", WorkAction::OrderBloods, true),
        ]
    );
}

#[test]
fn a_new_fracture_opens_the_way_again_and_is_one_row() {
    let refused = Journey {
        attended: not(StepOutcome::Refused),
        end: Some((EndCause::Refractured, days_ago(20))),
        ..journey("a", 300)
    };
    let rows = list(&[journey("a", 20), refused]);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].event_date, days_ago(20).to_string());
}

#[test]
fn who_came_needs_what_is_missing() {
    let came = Journey { attended: Step::Done(None), has_pathway: true, ..journey("a", 30) };
    let row = only(came.clone());
    assert_eq!(row.action, WorkAction::Decide);
    assert_eq!(row.also, [WorkAction::BookDxa, WorkAction::OrderBloods]);
    let recent = only(Journey { dxa_before_on: Some(days_ago(200)), ..came.clone() });
    assert!(!recent.also.contains(&WorkAction::BookDxa));
    let refused = Journey { dxa: not(StepOutcome::Refused), ..came.clone() };
    assert!(!only(refused).also.contains(&WorkAction::BookDxa));
    // Falls: silence is work only where the service writes falls down at all.
    let keeps = Journey { falls_assessment: Step::Done(None), ..recommended("b", 3) };
    let rows = list(&[came, keeps]);
    assert!(rows.iter().find(|row| row.patient_id == "a").unwrap().also.contains(&WorkAction::AssessFalls));
}

#[test]
fn recommended_and_not_begun_has_sixteen_weeks() {
    let row = only(recommended("a", 112));
    assert_eq!((row.action, row.days_left), (WorkAction::StartTreatment, Some(0)));
    assert_eq!(row.also, [WorkAction::Recall16Weeks]);
    assert!(row.reason.ends_with("today is the last day for treatment within 16 weeks."), "{}", row.reason);
    let late = only(recommended("a", 113));
    assert_eq!(late.days_left, Some(-1));
    assert!(late.reason.ends_with("1 day late for treatment within 16 weeks."), "{}", late.reason);
    let refused = Journey { treatment_started: not(StepOutcome::Refused), ..recommended("a", 30) };
    assert_eq!(off(refused), OffBecause::NothingOpen);
}

#[test]
fn recalls_open_and_close() {
    let begun = |days| Journey { treatment_started: Step::Done(None), ..recommended("a", days) };
    assert_eq!(off(begun(83)), OffBecause::NothingOpen);
    assert_eq!(only(begun(84)).action, WorkAction::Recall16Weeks);
    assert_eq!(only(begun(335)).action, WorkAction::Recall16Weeks);
    assert_eq!(only(begun(336)).action, WorkAction::Recall52Weeks);
    assert_eq!(off(begun(728)), OffBecause::NothingOpen);
}

#[test]
fn on_a_drug_when_the_bone_broke_is_reviewed() {
    let on_drug =
        |journey| Journey { on_treatment_at_event: Some((Drug::Alendronate, days_ago(900))), ..journey };
    let row = only(on_drug(recommended("a", 30)));
    assert!(row.also.contains(&WorkAction::ReviewTreatment) || row.action == WorkAction::ReviewTreatment);
    let uncalled = only(on_drug(journey("a", 30)));
    assert_eq!((uncalled.action, uncalled.also), (WorkAction::Invite, vec![WorkAction::ReviewTreatment]));
    assert!(uncalled.reason.contains("on alendronate when the bone broke"));
}

#[test]
fn denosumab_is_on_the_list_from_28_days_before() {
    let begun = Journey { treatment_started: Step::Done(None), ..recommended("a", 70) };
    assert_eq!(off(denosumab_due_in(begun.clone(), 29)), OffBecause::NothingOpen);
    let row = only(denosumab_due_in(begun.clone(), 28));
    assert_eq!((row.action, row.days_left), (WorkAction::DenosumabDue, Some(28)));
    // Rightly not invited, tried often enough: a dose left out harms all the same. Refused is refused.
    let elsewhere = Journey { invited: not(StepOutcome::NotInvited), ..journey("a", 70) };
    assert_eq!(only(denosumab_due_in(elsewhere, -3)).action, WorkAction::DenosumabDue);
    let refused = Journey { attended: not(StepOutcome::Refused), ..journey("a", 70) };
    assert_eq!(off(denosumab_due_in(refused, -3)), OffBecause::Refused);
    // Ended, and nothing followed; where a drug followed, there is no alarm.
    let ended = course(Drug::Denosumab, 400, 60, Some(30));
    let lapsed = Journey { courses: vec![ended.clone()], ..begun.clone() };
    let row = only(lapsed);
    assert_eq!((row.action, row.also.len()), (WorkAction::DenosumabDue, 0));
    assert!(
        row.reason.contains("cover of denosumab ended 8 weeks ago and no drug followed"),
        "{}",
        row.reason
    );
    let followed = Journey { courses: vec![ended, course(Drug::Zoledronate, 50, -300, None)], ..begun };
    assert_eq!(off(followed), OffBecause::NothingOpen);
}

#[test]
fn a_drug_that_stopped_without_a_plan_is_looked_at() {
    let begun = Journey {
        treatment_started: Step::Done(Some(days_ago(300))),
        seen_16_weeks: Step::Done(None),
        ..recommended("a", 320)
    };
    let stopped = Course {
        stop_reason: Some(StopReason::Intolerance),
        ..course(Drug::Alendronate, 300, 100, Some(40))
    };
    let row = only(Journey { courses: vec![stopped.clone()], ..begun.clone() });
    assert_eq!(row.action, WorkAction::CheckTreatment);
    assert!(row.reason.contains("no cover of alendronate for 14 weeks; reason for stopping: intolerance"));
    let planned = Course { planned_end: true, ..stopped };
    assert_eq!(off(Journey { courses: vec![planned], ..begun.clone() }), OffBecause::NothingOpen);
    // A switch from denosumab that was planned and never came is a dose left out.
    let dose = Course { planned_end: true, ..course(Drug::Denosumab, 300, 117, Some(117)) };
    assert_eq!(only(Journey { courses: vec![dose], ..begun }).action, WorkAction::DenosumabDue);
}

#[test]
fn the_order_is_overdue_denosumab_priority_risk_clock_tries() {
    let says = |mut journey: Journey, priority, risk: Option<f64>| {
        journey.says.priority = priority;
        journey.says.risk_percent = risk.map(|percent| (percent, "model"));
        journey
    };
    let tried = |mut journey: Journey, tries| {
        (journey.contact_tries, journey.invited) = (tries, Step::Done(None));
        journey
    };
    let journeys = [
        says(journey("low", 10), Some(Priority::Low), Some(40.0)),
        says(journey("unknown", 10), None, None),
        says(journey("undetermined", 10), Some(Priority::Undetermined), Some(3.0)),
        says(journey("intermediate", 10), Some(Priority::Intermediate), None),
        says(journey("high, 20.2 %, less time", 40), Some(Priority::High), Some(20.2)),
        says(journey("high, 20.9 %", 10), Some(Priority::High), Some(20.9)),
        says(journey("high, late", 200), Some(Priority::High), Some(20.5)),
        says(tried(journey("high, late, tried", 300), 1), Some(Priority::High), Some(20.5)),
        says(journey("high, 30 %", 10), Some(Priority::High), Some(30.0)),
        says(journey("very high", 300), Some(Priority::VeryHigh), Some(5.0)),
        says(denosumab_due_in(journey("overdue", 10), -1), Some(Priority::Low), None),
    ];
    let expected = [
        "overdue",
        "very high",
        "high, 30 %",
        "high, 20.2 %, less time",
        "high, 20.9 %",
        "high, late",
        "high, late, tried",
        "intermediate",
        "undetermined",
        "unknown",
        "low",
    ];
    assert_eq!(order(&journeys), expected);
    let mut backwards = journeys.to_vec();
    backwards.reverse();
    assert_eq!(order(&backwards), expected);
}

#[test]
fn whoever_was_called_this_week_waits_for_the_others() {
    let called = |days| Journey {
        invited: Step::Done(None),
        contact_tries: 1,
        last_contact_on: Some(days_ago(days)),
        ..journey("a", 60)
    };
    assert_eq!(order(&[called(6), journey("b", 10)]), ["b", "a"]);
    assert_eq!(order(&[called(7), journey("b", 10)]), ["a", "b"]);
    assert!(list(&[called(6)])[0].reason.contains("last try 6 days ago"));
}

#[test]
fn age_sex_living_alone_and_schooling_never_change_the_order() {
    let mut journeys: Vec<Journey> = (0..40)
        .map(|number: i64| {
            let mut one = journey(&format!("{number:02}"), 5 + (number * 37) % 150);
            one.says.priority = Priority::ALL.get((number % 5) as usize).copied();
            one.says.risk_percent = (number % 3 != 0).then_some(((number % 7) as f64, "model"));
            one.contact_tries = (number % 3) as u32;
            one
        })
        .collect();
    let before = list(&journeys);
    for (number, one) in journeys.iter_mut().enumerate() {
        one.sex = [None, Some(Sex::Female), Some(Sex::Male)][number % 3];
        one.living_alone = [Some(true), None, Some(false)][number % 3];
        one.schooling_years = [None, Some(4), Some(18)][number % 3];
        Arc::make_mut(&mut one.event).age_years = [Some(99), Some(50), None][number % 3];
    }
    assert_eq!(list(&journeys), before);
}

#[test]
fn the_week_holds_so_many_and_the_list_is_whole() {
    let options = FlsOptions { calls_per_week: Some(2), ..FlsOptions::default() };
    let journeys = ["a", "b", "c", "d"].map(|id| journey(id, 10));
    let rows = worklist(&journeys, &[], &settings(options));
    assert_eq!(rows.iter().map(|row| row.within_capacity).collect::<Vec<_>>(), [true, true, false, false]);
    assert_eq!(rows.iter().map(|row| row.rank).collect::<Vec<_>>(), [1, 2, 3, 4]);
}

fn review(patient_id: &str, on: StatedDate, death: Death) -> EventRow {
    let event = Event {
        counted: Counted::Review,
        because: CountedBecause::VertebraWithoutFirstAppearance,
        ..event(patient_id, on)
    };
    EventRow {
        patient_id: patient_id.to_owned(),
        event: Arc::new(event),
        dxa_on: None,
        dxa_within_12_weeks: None,
        drug: None,
        drug_start: None,
        drug_within_16_weeks: None,
        drug_at_event: None,
        refracture_on: None,
        death,
    }
}

#[test]
fn a_fracture_to_be_looked_at_is_a_row_or_part_of_one() {
    let day = |days| StatedDate::Day(days_ago(days));
    let events = [
        review("a", day(20), Death::NotStated),
        review("b", day(20), Death::NotStated),
        review("b", day(40), Death::NotStated),
        review("dead", day(20), Death::Undated),
        review("before", day(2000), Death::NotStated),
        review("year", StatedDate::Year(2024), Death::NotStated),
    ];
    let rows = worklist(&[journey("a", 10)], &events, &settings(FlsOptions::default()));
    let of = |id: &str| rows.iter().find(|row| row.patient_id == id);
    assert_eq!(rows.len(), 3);
    assert_eq!(of("a").unwrap().also, [WorkAction::ReviewEvent]);
    let b = of("b").unwrap();
    assert_eq!((b.action, b.event_date.clone()), (WorkAction::ReviewEvent, days_ago(20).to_string()));
    assert!(b.reason.contains("somebody must look at the fracture (vertebra without first appearance)"));
    assert!(of("year").unwrap().reason.starts_with("Hip fracture in 2024, day not stated"));
}

#[test]
fn every_why_is_of_the_closed_list() {
    let closed =
        Step::Not { outcome: StepOutcome::NotDone, reason: Some(StepReason::NotIndicated), on: None };
    let journeys = [
        journey("a", 3),
        recommended("b", 120),
        Journey { treatment_recommended: closed, dxa: Step::NotFound, ..recommended("c", 20) },
    ];
    for row in list(&journeys) {
        assert!(row.why.iter().all(|why| WhyCode::from_key(why.code).is_some()), "{row:?}");
    }
}
