//! What rows and courses say together of treatment.

use super::*;
use crate::document::StopReason;

fn with_reason(step: StepName, on: Date, reason: StepReason) -> PathwayRow {
    PathwayRow { reason: Some(reason), ..done(step, on) }
}

#[test]
fn a_stop_row_leaves_what_took_over() {
    let gone = date(2022, 6, 1);
    let first = Course {
        stop_reason: Some(StopReason::Intolerance),
        planned_end: true,
        ..course(Drug::Alendronate, date(2022, 4, 1), Some(gone))
    };
    for begun in [gone, date(2022, 5, 30), date(2022, 6, 10)] {
        let courses = vec![first.clone(), course(Drug::Risedronate, begun, None)];
        let stop = with_reason(StepName::TreatmentStopped, gone, StepReason::Intolerance);
        let journey = Case { courses, ..Case::of(vec![stop]) }.first();
        assert_eq!(journey.on_treatment_52_weeks, OnTreatment::Yes(Drug::Risedronate), "{begun}");
        assert_eq!(journey.on_treatment_12_months, OnTreatment::Yes(Drug::Risedronate), "{begun}");
    }
    let stop = with_reason(StepName::TreatmentStopped, gone, StepReason::Intolerance);
    let alone = Case { courses: vec![first], ..Case::of(vec![stop]) }.first();
    assert!(matches!(alone.on_treatment_52_weeks, OnTreatment::No { .. }));
}

#[test]
fn a_course_of_before_says_nothing_of_a_drug_that_only_a_row_tells() {
    let old = course(Drug::Alendronate, date(2010, 1, 1), Some(date(2012, 1, 1)));
    let began = done(StepName::TreatmentStarted, date(2022, 4, 1));
    let told = Case { courses: vec![old.clone()], ..Case::of(vec![began.clone()]) }.first();
    assert_eq!(told.on_treatment_12_months, OnTreatment::NotSaid);
    assert_eq!(told.on_treatment_52_weeks, OnTreatment::NotSaid);
    let stop = with_reason(StepName::TreatmentStopped, date(2022, 5, 1), StepReason::Intolerance);
    let stopped = Case { courses: vec![old.clone()], ..Case::of(vec![began, stop]) }.first();
    assert!(matches!(stopped.on_treatment_52_weeks, OnTreatment::No { .. }));
    let none = Case { courses: vec![old], ..Case::of(Vec::new()) }.first();
    assert!(matches!(none.on_treatment_52_weeks, OnTreatment::No { .. }), "none was begun since");
}

#[test]
fn an_order_that_was_not_taken_is_no_treatment() {
    let order = course(Drug::Denosumab, date(2022, 4, 1), None);
    let denied = not(StepName::TreatmentStarted, date(2022, 6, 1), StepOutcome::NotDone);
    let journey = Case { courses: vec![order.clone()], ..Case::of(vec![denied.clone()]) }.first();
    assert_eq!(ended(journey.treatment_started), Some(StepOutcome::NotDone));
    assert_eq!(journey.on_treatment_52_weeks, OnTreatment::NeverBegun);
    assert_eq!(journey.denosumab, None, "no dose is due of what was not given");
    // A later order is another matter.
    let later = course(Drug::Risedronate, date(2022, 7, 1), None);
    let journey = Case { courses: vec![order, later], ..Case::of(vec![denied]) }.first();
    assert_eq!(journey.treatment_started, Step::Done(Some(date(2022, 7, 1))));
    assert_eq!(journey.on_treatment_52_weeks, OnTreatment::Yes(Drug::Risedronate));
}

#[test]
fn the_audit_asks_a_day_after_52_weeks() {
    let last = days_after(FRACTURE, 364);
    let stopped = Course {
        stop_reason: Some(StopReason::Choice),
        ..course(Drug::Alendronate, date(2022, 4, 1), Some(last))
    };
    let journey = Case { courses: vec![stopped], ..Case::of(Vec::new()) }.first();
    assert_eq!(journey.on_treatment_52_weeks, OnTreatment::Yes(Drug::Alendronate));
    assert!(matches!(journey.on_treatment_365_days, OnTreatment::No { .. }));
}

#[test]
fn rows_of_a_fracture_outside_the_period_are_not_those_of_one_inside_it() {
    let mut outside = event(date(2023, 3, 1));
    (outside.counted, outside.because) = (Counted::No, CountedBecause::OutsidePeriod);
    let events = vec![event(FRACTURE), outside];
    let rows = vec![
        done(StepName::Attended, date(2023, 4, 1)),
        not(StepName::Invited, date(2022, 4, 1), StepOutcome::NotInvited),
    ];
    let case = Case { events: events.clone(), ..Case::of(rows) };
    let (journeys, findings) = case.all();
    // The later one, for the worklist, has what was said of it.
    assert_eq!((journeys.len(), findings.len()), (2, 0));
    assert_eq!(journeys[1].attended, Step::Done(Some(date(2023, 4, 1))));
    assert_eq!(ended(journeys[0].attended), Some(StepOutcome::NotInvited));
    // Without a day it is of the one that is counted.
    let undated = Case { events, ..Case::of(vec![row(StepName::Attended, None, None)]) };
    assert_eq!(undated.first().attended, Step::Done(None));
}

#[test]
fn nobody_comes_after_a_death() {
    let visit = days_after(FRACTURE, 40);
    let of = |death: Date| {
        let rows = vec![done(StepName::Attended, visit)];
        let (journeys, findings) = Case { death: Death::On(StatedDate::Day(death)), ..Case::of(rows) }.all();
        (journeys[0].attended, findings.len())
    };
    assert_eq!(of(visit), (Step::Done(Some(visit)), 0));
    let (attended, findings) = of(days_after(FRACTURE, 39));
    assert!(!attended.is_done());
    assert_eq!(findings, 1);
}

#[test]
fn a_scan_that_only_the_pathway_knows_stands_in_the_row_of_its_fracture() {
    let scan = days_after(FRACTURE, 30);
    let rows = vec![done(StepName::Dxa, scan), done(StepName::TreatmentStarted, days_after(FRACTURE, 40))];
    let row = Case::of(rows).event_row();
    assert_eq!((row.dxa_on, row.dxa_within_12_weeks), (Some(scan), Some(true)));
    assert_eq!((row.drug, row.drug_within_16_weeks), (None, Some(true)));
}
