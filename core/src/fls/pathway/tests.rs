//! The clock on made-up people: each outcome of an invitation, and both sides of each end.

use jiff::civil::{Date, date};

use super::*;
use crate::document::{Drug, FractureSite, Sex};
use crate::fls::code::{Code, CodeSystem};
use crate::fls::event::{Counted, CountedBecause, TraumaEvidence};
use crate::fls::journey::{Door, EndCause, OnTreatment, StepOutcome, StepReason};
use crate::fls::options::{FlsOptions, Period};
use crate::fls::record::Death;
use crate::fls::stated_date::StatedDate;

mod contact;
mod stops;

const FRACTURE: Date = date(2022, 3, 1);
const REPORT: Date = date(2025, 3, 1);

fn settings() -> Settings {
    let period = Period::new(date(2022, 1, 1), date(2022, 12, 31), REPORT).unwrap();
    Settings::new(period, FlsOptions::default()).unwrap()
}

fn event(day: Date) -> Event {
    Event {
        event_id: format!("p@{day}"),
        on: StatedDate::Day(day),
        site: FractureSite::ProximalFemur,
        code: Code::new(CodeSystem::Icd10Who, "S72.0"),
        age_years: Some(78),
        born: None,
        door: None,
        counted: Counted::Yes,
        because: CountedBecause::FragilitySite,
        trauma: TraumaEvidence::NotStated,
        record_ids: vec![format!("condition-{day}")],
        records: 1,
    }
}

fn row(step: StepName, on: Option<Date>, outcome: Option<StepOutcome>) -> PathwayRow {
    PathwayRow {
        event_id: String::new(),
        step,
        on: on.map(StatedDate::Day),
        outcome,
        reason: None,
        contact_try: None,
        door: None,
    }
}

fn done(step: StepName, on: Date) -> PathwayRow {
    row(step, Some(on), Some(StepOutcome::Done))
}

fn not(step: StepName, on: Date, outcome: StepOutcome) -> PathwayRow {
    row(step, Some(on), Some(outcome))
}

fn person(steps: Vec<PathwayRow>) -> PatientRecord {
    PatientRecord {
        patient_id: "p".to_owned(),
        sex: Some(Sex::Female),
        birth_date: Some(StatedDate::Day(date(1944, 1, 1))),
        steps,
        ..PatientRecord::default()
    }
}

fn course(drug: Drug, start: Date, stopped_on: Option<Date>) -> Course {
    Course {
        drug,
        route: None,
        start,
        covered_until: stopped_on.unwrap_or(REPORT),
        last_record_on: start,
        records: 1,
        stopped_on,
        stop_reason: None,
        planned_end: false,
        shown_taken: false,
    }
}

#[derive(Default)]
struct Case {
    steps: Vec<PathwayRow>,
    death: Death,
    courses: Vec<Course>,
    scans: Vec<Date>,
    events: Vec<Event>,
}

impl Case {
    fn of(steps: Vec<PathwayRow>) -> Self {
        Self { steps, events: vec![event(FRACTURE)], ..Self::default() }
    }

    fn record(&self) -> PatientRecord {
        PatientRecord { death: self.death, ..person(self.steps.clone()) }
    }

    fn all(&self) -> (Vec<Journey>, Vec<Finding>) {
        let (record, settings) = (self.record(), settings());
        let mut findings = Vec::new();
        let seen = Seen {
            record: &record,
            events: &self.events,
            courses: &self.courses,
            settings: &settings,
            scans: &self.scans,
            bloods: &[],
        };
        (seen.journeys(&Engine::default(), &mut findings), findings)
    }

    fn first(&self) -> Journey {
        self.all().0.swap_remove(0)
    }

    fn event_row(&self) -> crate::fls::output::EventRow {
        let rows = event_rows::rows_of(&self.record(), &self.events, &self.courses, &self.scans, &settings());
        rows.into_iter().next().unwrap()
    }
}

fn ended(step: Step) -> Option<StepOutcome> {
    match step {
        Step::Not { outcome, .. } => Some(outcome),
        _ => None,
    }
}

#[test]
fn a_silent_pathway_says_nothing_of_visits() {
    let journey = Case::of(Vec::new()).first();
    assert!(!journey.has_pathway);
    for step in [
        journey.invited,
        journey.attended,
        journey.spine_imaging,
        journey.falls_assessment,
        journey.lifestyle_assessment,
        journey.decision,
        journey.treatment_recommended,
        journey.treatment_reviewed,
        journey.exercise_started,
        journey.communicated,
        journey.seen_16_weeks,
        journey.seen_52_weeks,
    ] {
        assert_eq!(step, Step::NotSaid);
    }
    for step in [journey.dxa, journey.bloods, journey.treatment_started] {
        assert_eq!(step, Step::NotFound);
    }
    // Nor does it when the person died: the visit may have been before.
    let dead = Case { death: Death::On(StatedDate::Day(date(2022, 4, 1))), ..Case::of(Vec::new()) };
    assert_eq!(dead.first().attended, Step::NotSaid);
}

#[test]
fn each_outcome_of_an_invitation() {
    let invitation = done(StepName::Invited, date(2022, 3, 10));
    let visit = date(2022, 4, 1);
    let came = Case::of(vec![invitation.clone(), done(StepName::Attended, visit)]).first();
    assert_eq!(came.invited, Step::Done(Some(date(2022, 3, 10))));
    assert_eq!(came.attended, Step::Done(Some(visit)));
    for outcome in [StepOutcome::Refused, StepOutcome::Absent, StepOutcome::Waiting, StepOutcome::NotDone] {
        let rows = vec![invitation.clone(), not(StepName::Attended, visit, outcome)];
        assert_eq!(ended(Case::of(rows).first().attended), Some(outcome));
    }
    let waiting = Case::of(vec![invitation.clone()]).first();
    assert_eq!(ended(waiting.attended), Some(StepOutcome::Waiting));

    let died = Death::On(StatedDate::Day(date(2022, 6, 1)));
    let dead = Case { death: died, ..Case::of(vec![invitation.clone()]) }.first();
    let expected = Step::Not { outcome: StepOutcome::Dead, reason: None, on: Some(date(2022, 6, 1)) };
    assert_eq!(dead.attended, expected);
    assert_eq!(dead.end, Some((EndCause::Died, date(2022, 6, 1))));
    let late = Case {
        death: died,
        ..Case::of(vec![invitation.clone(), not(StepName::Attended, visit, StepOutcome::Refused)])
    };
    assert_eq!(ended(late.first().attended), Some(StepOutcome::Refused), "refused before the death");
    let came = Case { death: died, ..Case::of(vec![done(StepName::Attended, visit)]) }.first();
    assert!(came.attended.is_done());

    let moved = Case::of(vec![invitation, done(StepName::Moved, date(2022, 5, 1))]).first();
    assert_eq!(ended(moved.attended), Some(StepOutcome::Moved));
    assert_eq!(moved.end, Some((EndCause::Moved, date(2022, 5, 1))));
}

#[test]
fn rightly_not_invited_is_told_with_its_reason() {
    let mut left_out = not(StepName::Invited, date(2022, 3, 5), StepOutcome::NotInvited);
    left_out.reason = Some(StepReason::NursingHome);
    let journey = Case::of(vec![left_out]).first();
    let expected = Step::Not {
        outcome: StepOutcome::NotInvited,
        reason: Some(StepReason::NursingHome),
        on: Some(date(2022, 3, 5)),
    };
    assert_eq!((journey.invited, journey.attended), (expected, expected));
}

#[test]
fn whoever_came_or_was_called_was_invited() {
    let came = Case::of(vec![done(StepName::Attended, date(2022, 4, 1))]).first();
    assert_eq!(came.invited, Step::Done(None));
    let mut call = row(StepName::Contacted, Some(date(2022, 3, 9)), Some(StepOutcome::NotDone));
    call.contact_try = Some(2);
    let called = Case::of(vec![call]).first();
    assert_eq!(called.invited, Step::Done(Some(date(2022, 3, 9))));
    assert_eq!((called.contact_tries, called.last_contact_on), (2, Some(date(2022, 3, 9))));
    // A DXA that a row tells says nothing of an invitation.
    let scanned = Case::of(vec![done(StepName::Dxa, date(2022, 3, 9))]).first();
    assert_eq!((scanned.invited, scanned.attended), (Step::NotSaid, Step::NotSaid));
    assert_eq!(scanned.dxa, Step::Done(Some(date(2022, 3, 9))));
}

#[test]
fn rows_that_contradict_each_other() {
    let (day, later) = (date(2022, 4, 1), date(2022, 4, 8));
    let case = |rows: [(Date, StepOutcome); 2]| {
        let rows = rows.map(|(on, outcome)| not(StepName::Attended, on, outcome));
        let (journeys, findings) = Case::of(rows.to_vec()).all();
        (journeys[0].attended, findings.len())
    };
    let refused = Step::Not { outcome: StepOutcome::Refused, reason: None, on: Some(later) };
    assert_eq!(case([(day, StepOutcome::Done), (later, StepOutcome::Refused)]), (refused, 1));
    // Came after all.
    assert_eq!(case([(day, StepOutcome::Refused), (later, StepOutcome::Done)]), (Step::Done(Some(later)), 0));
    for rows in [[StepOutcome::Refused, StepOutcome::Done], [StepOutcome::Done, StepOutcome::Refused]] {
        assert_eq!(case(rows.map(|outcome| (day, outcome))), (Step::Done(Some(day)), 1));
    }
    // The next appointment was missed: the first visit stands.
    assert_eq!(case([(day, StepOutcome::Done), (later, StepOutcome::Absent)]), (Step::Done(Some(day)), 0));
    assert_eq!(case([(later, StepOutcome::Done), (day, StepOutcome::Done)]), (Step::Done(Some(day)), 0));
}

#[test]
fn rows_find_their_fracture() {
    let second = date(2022, 9, 1);
    let events = vec![event(FRACTURE), event(second)];
    let attended = |id: &str, on: Option<Date>| {
        let mut step = row(StepName::Attended, on, None);
        step.event_id = id.to_owned();
        let (journeys, findings) = Case { events: events.clone(), ..Case::of(vec![step]) }.all();
        (journeys.iter().map(|one| one.attended.is_done()).collect::<Vec<_>>(), findings.len())
    };
    let visit = Some(date(2022, 10, 1));
    let (first_only, second_only) = (vec![true, false], vec![false, true]);
    for id in ["p@2022-03-01", "condition-2022-03-01", "Condition/condition-2022-03-01", "2022-03-01"] {
        assert_eq!(attended(id, visit), (first_only.clone(), 0), "{id}");
    }
    assert_eq!(attended("", visit), (second_only.clone(), 0));
    assert_eq!(attended("", Some(second)), (second_only, 0), "on the day of the second");
    assert_eq!(attended("", Some(date(2022, 8, 31))), (first_only, 0));
    let none = vec![false, false];
    assert_eq!(attended("", Some(date(2022, 2, 28))), (none.clone(), 1), "before the first");
    assert_eq!(attended("", None), (none.clone(), 1), "which of the two nobody says");
    assert_eq!(attended("no such event", visit), (none.clone(), 1));
    assert_eq!(attended("2022-03-01", Some(date(2022, 2, 1))), (none.clone(), 1), "before its fracture");
    assert_eq!(attended("2022-03-01", Some(date(2025, 3, 2))), (none, 0), "after the report: not read");
    assert_eq!(attended("2022-03-01", Some(REPORT)).0, vec![true, false]);
}

#[test]
fn a_row_of_a_fracture_that_is_not_counted_is_no_finding() {
    let mut out = event(date(2022, 2, 1));
    (out.counted, out.because) = (Counted::No, CountedBecause::HighTrauma);
    let early = done(StepName::Attended, date(2022, 2, 10));
    let case = Case { events: vec![out, event(FRACTURE)], ..Case::of(vec![early]) };
    let (journeys, findings) = case.all();
    assert_eq!((journeys.len(), findings), (1, Vec::new()));
    assert_eq!(journeys[0].attended, Step::NotSaid);
}

#[test]
fn a_scan_within_84_days_and_a_drug_within_112() {
    let on = |days| days_after(FRACTURE, days);
    for (day, expected) in [(0, true), (84, true), (85, false)] {
        let row = Case { scans: vec![on(day)], ..Case::of(Vec::new()) }.event_row();
        assert_eq!((row.dxa_on, row.dxa_within_12_weeks), (Some(on(day)), Some(expected)));
    }
    for (day, expected) in [(0, true), (112, true), (113, false)] {
        let courses = vec![course(Drug::Alendronate, on(day), None)];
        let row = Case { courses, ..Case::of(Vec::new()) }.event_row();
        assert_eq!((row.drug_start, row.drug_within_16_weeks), (Some(on(day)), Some(expected)));
    }
    let early = Case { scans: vec![clock::days_before(FRACTURE, 1)], ..Case::of(Vec::new()) };
    assert_eq!((early.event_row().dxa_on, early.event_row().dxa_within_12_weeks), (None, Some(false)));
    assert_eq!(early.first().dxa_before_on, Some(date(2022, 2, 28)));
}

#[test]
fn a_window_that_is_not_over_is_not_said_unless_death_closed_it() {
    let last = event(clock::days_before(REPORT, 83));
    let open = Case { events: vec![last.clone()], ..Case::default() };
    assert_eq!(open.event_row().dxa_within_12_weeks, None);
    assert_eq!(open.event_row().drug_within_16_weeks, None);
    let dead = Case { death: Death::On(StatedDate::Day(date(2025, 1, 1))), ..open };
    assert_eq!(dead.event_row().dxa_within_12_weeks, Some(false));
    let later = Case { death: Death::On(StatedDate::Day(date(2025, 3, 2))), ..dead };
    assert_eq!(later.event_row().death, Death::NotStated, "after the report");
    let over = Case { events: vec![event(clock::days_before(REPORT, 84))], ..Case::default() };
    assert_eq!(over.event_row().dxa_within_12_weeks, Some(false));
    let mut month = last;
    month.on = StatedDate::Month(2022, 3);
    let undated = Case { events: vec![month], scans: vec![FRACTURE], ..Case::default() }.event_row();
    assert_eq!((undated.dxa_on, undated.dxa_within_12_weeks), (None, None));
}

#[test]
fn the_next_fracture_takes_what_follows_it() {
    let second = date(2022, 4, 1);
    let mut outside = event(date(2023, 5, 1));
    (outside.counted, outside.because) = (Counted::No, CountedBecause::OutsidePeriod);
    let events = vec![event(FRACTURE), event(second), outside];
    let courses = vec![course(Drug::Risedronate, date(2022, 4, 5), None)];
    let case = Case { events, courses, scans: vec![second], ..Case::default() };
    let (journeys, _) = case.all();
    assert_eq!(journeys.len(), 3, "the last is after the period, for the worklist");
    assert_eq!((journeys[0].dxa, journeys[1].dxa), (Step::NotFound, Step::Done(Some(second))));
    assert_eq!(journeys[0].treatment_started, Step::NotFound);
    assert_eq!(journeys[1].treatment_started, Step::Done(Some(date(2022, 4, 5))));
    assert_eq!(journeys[0].refracture_on, Some(second));
    assert_eq!(journeys[1].refracture_on, Some(date(2023, 5, 1)), "after the period, and a fracture");
    assert_eq!(journeys[0].end, None, "another fracture stops no clock");
    assert_eq!(case.event_row().refracture_on, Some(second));
}

#[test]
fn a_drug_of_before_is_no_new_one() {
    let old = course(Drug::Alendronate, date(2021, 1, 1), None);
    let on = Case { courses: vec![old.clone()], ..Case::of(Vec::new()) }.first();
    assert_eq!(on.treatment_started, Step::NotFound);
    assert_eq!(on.on_treatment_at_event, Some((Drug::Alendronate, date(2021, 1, 1))));
    assert_eq!(on.on_treatment_12_months, OnTreatment::NeverBegun);
    assert_eq!(on.on_treatment_52_weeks, OnTreatment::Yes(Drug::Alendronate));

    let switched = vec![old, course(Drug::Zoledronate, FRACTURE, None)];
    let journey = Case { courses: switched, ..Case::of(Vec::new()) }.first();
    assert_eq!(journey.treatment_started, Step::Done(Some(FRACTURE)), "begun on the day counts");
    assert_eq!(journey.started_drug, Some(Drug::Zoledronate));
    assert_eq!(journey.treatment_recommended, Step::Done(Some(FRACTURE)), "an order recommends");
    assert_eq!(journey.decision, Step::Done(Some(FRACTURE)));

    let stopped = |on| {
        let courses = vec![course(Drug::Alendronate, date(2021, 1, 1), Some(on))];
        Case { courses, ..Case::of(Vec::new()) }.first().on_treatment_at_event
    };
    assert!(stopped(FRACTURE).is_some(), "the last covered day is covered");
    assert_eq!(stopped(FRACTURE.yesterday().unwrap()), None);
    let calcium = Case { courses: vec![course(Drug::Calcium, FRACTURE, None)], ..Case::of(Vec::new()) };
    assert_eq!(calcium.first().treatment_started, Step::NotFound);
}

#[test]
fn an_order_that_was_never_taken() {
    let order = course(Drug::Alendronate, date(2022, 4, 1), None);
    let refusal = not(StepName::TreatmentStarted, date(2022, 5, 1), StepOutcome::Refused);
    let refused = Case { courses: vec![order.clone()], ..Case::of(vec![refusal.clone()]) }.first();
    assert_eq!(ended(refused.treatment_started), Some(StepOutcome::Refused));
    assert_eq!(refused.started_drug, None);
    assert!(refused.treatment_recommended.is_done());
    let taken = Case { courses: vec![Course { shown_taken: true, ..order }], ..Case::of(vec![refusal]) };
    assert_eq!(taken.first().treatment_started, Step::Done(Some(date(2022, 4, 1))));
}

#[test]
fn a_decision_against_treatment() {
    let mut against = done(StepName::Decision, date(2022, 4, 1));
    against.reason = Some(StepReason::NotIndicated);
    let journey = Case::of(vec![against]).first();
    assert_eq!(journey.decision, Step::Done(Some(date(2022, 4, 1))));
    let expected = Step::Not {
        outcome: StepOutcome::NotDone,
        reason: Some(StepReason::NotIndicated),
        on: Some(date(2022, 4, 1)),
    };
    assert_eq!(journey.treatment_recommended, expected);
}

#[test]
fn treatment_later() {
    let start = date(2022, 4, 1);
    let with = |stopped_on, steps, death| {
        let courses = vec![course(Drug::Denosumab, start, stopped_on)];
        Case { courses, death, ..Case::of(steps) }.first()
    };
    let on = with(None, Vec::new(), Death::NotStated);
    assert_eq!(on.on_treatment_12_months, OnTreatment::Yes(Drug::Denosumab));
    assert_eq!(on.on_treatment_24_months, OnTreatment::Yes(Drug::Denosumab));
    let gone = date(2023, 6, 1);
    let stopped = with(Some(gone), Vec::new(), Death::NotStated);
    assert_eq!(stopped.on_treatment_12_months, OnTreatment::Yes(Drug::Denosumab));
    let no = OnTreatment::No { drug: Drug::Denosumab, since: date(2023, 6, 2), reason: None };
    assert_eq!(stopped.on_treatment_24_months, no);

    // On the very day of 12 months it is reached; a day less, and it is not.
    let dies = |day| with(None, Vec::new(), Death::On(StatedDate::Day(day))).on_treatment_12_months;
    assert_eq!(dies(date(2023, 4, 1)), OnTreatment::Yes(Drug::Denosumab));
    assert_eq!(dies(date(2023, 3, 31)), OnTreatment::NotReached);

    let mut stop = done(StepName::TreatmentStopped, date(2022, 10, 1));
    stop.reason = Some(StepReason::Intolerance);
    let told = with(None, vec![stop.clone()], Death::NotStated).on_treatment_12_months;
    let reason = Some(crate::document::StopReason::Intolerance);
    assert_eq!(told, OnTreatment::No { drug: Drug::Denosumab, since: date(2022, 10, 1), reason });
    stop.reason = Some(StepReason::Holiday);
    let holiday = with(None, vec![stop], Death::NotStated).on_treatment_12_months;
    assert_eq!(holiday, OnTreatment::Yes(Drug::Denosumab));

    let asked = not(StepName::OnTreatment12Months, date(2023, 4, 3), StepOutcome::NotDone);
    let told = with(None, vec![asked], Death::NotStated).on_treatment_12_months;
    assert_eq!(told, OnTreatment::No { drug: Drug::Denosumab, since: date(2023, 4, 3), reason: None });
}

#[test]
fn treatment_known_from_rows_alone() {
    let began = done(StepName::TreatmentStarted, date(2022, 4, 1));
    let journey = Case::of(vec![began.clone()]).first();
    assert_eq!(journey.treatment_started, Step::Done(Some(date(2022, 4, 1))));
    assert_eq!(journey.on_treatment_12_months, OnTreatment::NotSaid);
    let yes = done(StepName::OnTreatment12Months, date(2023, 4, 1));
    let journey = Case::of(vec![began, yes]).first();
    assert_eq!(journey.on_treatment_12_months, OnTreatment::Yes(Drug::Unspecified));
}

#[test]
fn twelve_months_are_reached_on_the_day_of_the_report() {
    let at = |start| {
        let late = event(date(2022, 12, 1));
        let courses = vec![course(Drug::Zoledronate, start, None)];
        Case { events: vec![late], courses, ..Case::default() }.first().on_treatment_12_months
    };
    assert_eq!(at(date(2024, 3, 1)), OnTreatment::Yes(Drug::Zoledronate));
    assert_eq!(at(date(2024, 3, 2)), OnTreatment::NotReached);
}

#[test]
fn a_death_without_a_day_is_a_range() {
    let courses = vec![course(Drug::Alendronate, date(2022, 4, 1), None)];
    let with = |death| Case { death, courses: courses.clone(), ..Case::of(Vec::new()) };
    let (journeys, findings) = with(Death::On(StatedDate::Month(2023, 4))).all();
    let journey = &journeys[0];
    assert_eq!((journey.died_on, journey.died_undated), (None, true));
    assert_eq!(journey.end, Some((EndCause::Died, date(2023, 4, 1))));
    // The first of the month is the last day on which the person was alive for certain.
    assert_eq!(journey.on_treatment_12_months, OnTreatment::Yes(Drug::Alendronate));
    assert_eq!(journey.on_treatment_24_months, OnTreatment::NotReached);
    assert_eq!(findings.iter().filter(|one| one.kind == FindingKind::DateIncomplete).count(), 1);
    assert_eq!(journey.says, EngineSays::default(), "nothing is asked of the dead");

    let undated = with(Death::Undated).first();
    assert_eq!(undated.on_treatment_12_months, OnTreatment::NotReached);
    assert_eq!(undated.end, Some((EndCause::Died, FRACTURE)), "last seen at the fracture");
    let later = with(Death::On(StatedDate::Month(2025, 4))).first();
    assert_eq!((later.end, later.died_undated), (None, false), "after the report");
}

#[test]
fn counted_fractures_of_the_period_and_open_ones_outside_it_have_a_journey() {
    let at = |day| Case { events: vec![event(day)], ..Case::default() }.all().0.len();
    assert_eq!(at(date(2021, 12, 31)), 0);
    assert_eq!(at(date(2022, 1, 1)), 1);
    assert_eq!(at(date(2022, 12, 31)), 1);
    assert_eq!(at(date(2023, 1, 1)), 1, "after the period: for the worklist");
    assert_eq!(at(REPORT.tomorrow().unwrap()), 0, "after the report");
    let mut review = event(FRACTURE);
    (review.counted, review.because) = (Counted::Review, CountedBecause::SiteUnclear);
    assert!(Case { events: vec![review], ..Case::default() }.all().0.is_empty());
}

#[test]
fn the_door_of_a_row_is_read_where_no_encounter_says_it() {
    let mut visit = done(StepName::Attended, date(2022, 4, 1));
    visit.door = Some(Door::Referral);
    let mut case = Case::of(vec![visit]);
    assert_eq!(case.first().event.door, Some(Door::Referral));
    assert_eq!(case.event_row().event.door, Some(Door::Referral));
    case.events[0].door = Some(Door::Inpatient);
    assert_eq!(case.first().event.door, Some(Door::Inpatient));
}

#[test]
fn the_living_are_asked_of_the_engine() {
    let says = Case::of(Vec::new()).first().says;
    assert!(says.refused.is_some() || says.priority.is_some());
}
