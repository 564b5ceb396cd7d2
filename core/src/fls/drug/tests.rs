use jiff::civil::{Date, date};

use super::*;
use crate::fls::finding::FindingKind;
use crate::fls::journey::{OnTreatment, StepName, StepOutcome, StepReason};
use crate::fls::record::{Death, DrugRecord, DrugRecordKind, PathwayRow};
use crate::fls::stated_date::StatedDate;

const GAPS: AllowedGaps = AllowedGaps { oral: 60, denosumab: 30, zoledronate: 90, other: 60 };
const AS_OF: Date = date(2024, 12, 31);

fn record(drug: Drug, kind: DrugRecordKind, start: Date) -> DrugRecord {
    DrugRecord { drug: Some(drug), kind, start: Some(StatedDate::Day(start)), ..DrugRecord::default() }
}

fn handed_out(start: Date, days: u32) -> DrugRecord {
    DrugRecord { days_supply: Some(days), ..record(Drug::Alendronate, DrugRecordKind::Dispensed, start) }
}

fn order(start: Date, active: bool) -> DrugRecord {
    DrugRecord { active: Some(active), ..record(Drug::Alendronate, DrugRecordKind::Prescribed, start) }
}

fn dose(drug: Drug, start: Date) -> DrugRecord {
    record(drug, DrugRecordKind::Given, start)
}

fn person(drugs: Vec<DrugRecord>) -> PatientRecord {
    PatientRecord { drugs, ..PatientRecord::default() }
}

fn of(drugs: Vec<DrugRecord>) -> Vec<Course> {
    let mut findings = Vec::new();
    let courses = courses(&person(drugs), GAPS, AS_OF, &mut findings);
    assert_eq!(findings, []);
    courses
}

fn spans(courses: &[Course]) -> Vec<(Date, Date)> {
    courses.iter().map(|course| (course.start, course.covered_until)).collect()
}

#[test]
fn a_supply_covers_its_days() {
    assert_eq!(spans(&of(vec![handed_out(date(2023, 1, 1), 28)])), [(date(2023, 1, 1), date(2023, 1, 28))]);
}

#[test]
fn a_renewal_on_the_last_day_of_the_gap_is_one_course_and_a_day_later_two() {
    // Covered until 28 January; 60 days more is 29 March.
    for (renewed, courses) in [(date(2023, 3, 29), 1), (date(2023, 3, 30), 2)] {
        let found = of(vec![handed_out(date(2023, 1, 1), 28), handed_out(renewed, 28)]);
        assert_eq!(found.len(), courses, "{renewed}");
    }
}

#[test]
fn on_treatment_to_the_last_day_that_is_covered() {
    let courses = of(vec![handed_out(date(2023, 1, 1), 28)]);
    assert_eq!(on_treatment(&courses, date(2022, 12, 31), GAPS), OnTreatment::NeverBegun);
    assert_eq!(on_treatment(&courses, date(2023, 1, 1), GAPS), OnTreatment::Yes(Drug::Alendronate));
    assert_eq!(on_treatment(&courses, date(2023, 1, 28), GAPS), OnTreatment::Yes(Drug::Alendronate));
    let stopped = OnTreatment::No { drug: Drug::Alendronate, since: date(2023, 1, 29), reason: None };
    for day in [date(2023, 1, 29), date(2023, 3, 29), date(2023, 3, 30)] {
        assert_eq!(on_treatment(&courses, day, GAPS), stopped, "{day}: nothing came in the gap");
    }
    // While the gap is open a renewal may still come; once it has come the gap was on treatment.
    let person = person(vec![handed_out(date(2023, 1, 1), 28)]);
    let open = super::courses(&person, GAPS, date(2023, 3, 29), &mut Vec::new());
    assert_eq!(on_treatment(&open, date(2023, 3, 1), GAPS), OnTreatment::NotReached);
    let renewed = of(vec![handed_out(date(2023, 1, 1), 28), handed_out(date(2023, 3, 29), 28)]);
    assert_eq!(on_treatment(&renewed, date(2023, 3, 1), GAPS), OnTreatment::Yes(Drug::Alendronate));
    assert_eq!(courses[0].stopped_on, Some(date(2023, 1, 28)));
}

#[test]
fn nothing_has_stopped_until_the_gap_is_over() {
    let mut findings = Vec::new();
    let person = person(vec![handed_out(date(2023, 1, 1), 28)]);
    let stopped = |as_of, findings: &mut Vec<_>| courses(&person, GAPS, as_of, findings)[0].stopped_on;
    assert_eq!(stopped(date(2023, 3, 29), &mut findings), None);
    assert_eq!(stopped(date(2023, 3, 30), &mut findings), Some(date(2023, 1, 28)));
}

#[test]
fn what_is_left_of_a_box_is_used_first() {
    let two = of(vec![handed_out(date(2023, 1, 1), 28), handed_out(date(2023, 1, 19), 28)]);
    assert_eq!(spans(&two), [(date(2023, 1, 1), date(2023, 2, 25))]);
    // The same day again is the same box; a renewal on the day after is not early.
    let same = of(vec![handed_out(date(2023, 1, 1), 28), handed_out(date(2023, 1, 1), 28)]);
    assert_eq!((same[0].records, spans(&same)[0].1), (2, date(2023, 1, 28)));
    let on_time = of(vec![handed_out(date(2023, 1, 1), 28), handed_out(date(2023, 1, 29), 28)]);
    assert_eq!(spans(&on_time)[0].1, date(2023, 2, 25));
}

#[test]
fn doses_cover_calendar_months_to_the_end_of_a_short_one() {
    for (drug, given, until) in [
        (Drug::Denosumab, date(2023, 8, 31), date(2024, 2, 29)),
        (Drug::Denosumab, date(2022, 8, 31), date(2023, 2, 28)),
        (Drug::Denosumab, date(2023, 1, 15), date(2023, 7, 15)),
        (Drug::Zoledronate, date(2024, 2, 29), date(2025, 2, 28)),
        (Drug::Romosozumab, date(2024, 1, 31), date(2024, 2, 29)),
    ] {
        assert_eq!(spans(&of(vec![dose(drug, given)])), [(given, until)], "{drug} {given}");
    }
    // Given early, an injection is not carried forward.
    let early = of(vec![dose(Drug::Denosumab, date(2023, 1, 15)), dose(Drug::Denosumab, date(2023, 6, 1))]);
    assert_eq!(spans(&early), [(date(2023, 1, 15), date(2023, 12, 1))]);
}

#[test]
fn an_order_of_a_yearly_infusion_is_one_dose_and_not_for_ever() {
    let order = DrugRecord {
        active: Some(true),
        ..record(Drug::Zoledronate, DrugRecordKind::Prescribed, date(2021, 3, 1))
    };
    let courses = of(vec![order]);
    assert_eq!(spans(&courses), [(date(2021, 3, 1), date(2022, 3, 1))]);
    assert!(!courses[0].shown_taken);
}

#[test]
fn ibandronate_covers_as_its_route_does() {
    let given = |route| DrugRecord { route: Some(route), ..dose(Drug::Ibandronate, date(2023, 1, 1)) };
    assert_eq!(spans(&of(vec![given(Route::Iv)]))[0].1, date(2023, 4, 1));
    assert_eq!(spans(&of(vec![given(Route::Oral)]))[0].1, date(2023, 1, 30));
}

#[test]
fn orders_without_an_end() {
    let stopped = of(vec![order(date(2021, 1, 1), false)]);
    assert_eq!(spans(&stopped), [(date(2021, 1, 1), date(2021, 12, 31))]);
    let active = of(vec![order(date(2010, 1, 1), true)]);
    assert_eq!(spans(&active), [(date(2010, 1, 1), AS_OF)]);
    assert_eq!(active[0].stopped_on, None);
    // What is handed out says more than an order that nobody closed.
    let dispensed = of(vec![order(date(2022, 1, 1), true), handed_out(date(2022, 1, 5), 28)]);
    assert_eq!(spans(&dispensed), [(date(2022, 1, 1), date(2022, 2, 1))]);
    assert!(dispensed[0].shown_taken && dispensed[0].stopped_on.is_some());
    // A later order that states its end ends the earlier one.
    let ended =
        DrugRecord { stop: Some(StatedDate::Day(date(2022, 4, 1))), ..order(date(2022, 3, 1), false) };
    assert_eq!(spans(&of(vec![order(date(2022, 1, 1), false), ended]))[0].1, date(2022, 4, 1));
}

#[test]
fn the_reason_is_that_of_the_record_that_ends_the_course() {
    let stop = Some(StatedDate::Day(date(2022, 3, 1)));
    let stop_reason = Some(StopReason::Intolerance);
    let ended = DrugRecord { stop, stop_reason, ..order(date(2022, 1, 1), false) };
    let with = |other| of(vec![other, ended.clone()])[0].stop_reason;
    assert_eq!(with(handed_out(date(2022, 1, 5), 28)), Some(StopReason::Intolerance));
    assert_eq!(with(order(date(2022, 4, 1), false)), None);
}

#[test]
fn the_order_of_records_makes_no_difference() {
    let mut drugs = vec![
        order(date(2022, 1, 1), true),
        order(date(2022, 1, 1), false),
        handed_out(date(2022, 1, 1), 28),
        handed_out(date(2022, 1, 20), 84),
        dose(Drug::Zoledronate, date(2022, 5, 1)),
    ];
    let forward = of(drugs.clone());
    drugs.reverse();
    assert_eq!(of(drugs), forward);
}

#[test]
fn another_drug_before_the_gap_is_over_is_a_planned_end() {
    // Covered until 15 July; 30 days more is 14 August.
    for (begun, planned) in [(date(2023, 8, 14), true), (date(2023, 8, 15), false)] {
        let courses = of(vec![dose(Drug::Denosumab, date(2023, 1, 15)), dose(Drug::Zoledronate, begun)]);
        assert_eq!(courses[0].planned_end, planned, "{begun}");
        assert_eq!(courses[0].stopped_on, Some(date(2023, 7, 15)));
        assert_eq!(on_treatment(&courses, date(2024, 1, 1), GAPS), OnTreatment::Yes(Drug::Zoledronate));
        assert_eq!(denosumab_calendar(&courses, GAPS), None);
    }
}

#[test]
fn a_whole_course_of_an_anabolic_drug_is_completed() {
    let course = |stop| {
        let prescribed = record(Drug::Teriparatide, DrugRecordKind::Prescribed, date(2021, 1, 1));
        of(vec![DrugRecord { stop: Some(StatedDate::Day(stop)), ..prescribed }]).remove(0)
    };
    // 24 months end on 1 January 2023: 60 days before that is 2 November.
    assert!(course(date(2022, 11, 2)).planned_end);
    assert!(!course(date(2022, 11, 1)).planned_end);
}

fn row(step: StepName, on: Date, reason: Option<StepReason>) -> PathwayRow {
    PathwayRow {
        event_id: String::new(),
        step,
        on: Some(StatedDate::Day(on)),
        outcome: Some(StepOutcome::Done),
        reason,
        contact_try: None,
        door: None,
    }
}

fn with_row(drugs: Vec<DrugRecord>, row: PathwayRow) -> Vec<Course> {
    let person = PatientRecord { steps: vec![row], ..person(drugs) };
    courses(&person, GAPS, AS_OF, &mut Vec::new())
}

#[test]
fn a_stop_of_the_pathway_ends_an_open_order_on_its_day() {
    let stop = row(StepName::TreatmentStopped, date(2022, 6, 1), Some(StepReason::Intolerance));
    let courses = with_row(vec![order(date(2022, 1, 1), true)], stop.clone());
    assert_eq!(courses[0].stopped_on, Some(date(2022, 6, 1)));
    assert_eq!(courses[0].stop_reason, Some(StopReason::Intolerance));
    // A reason for the stop leaves no gap.
    let no = on_treatment(&courses, date(2022, 6, 2), GAPS);
    assert!(matches!(no, OnTreatment::No { reason: Some(StopReason::Intolerance), .. }));
    // What is begun again long after is another course.
    let again = with_row(vec![order(date(2022, 1, 1), true), order(date(2023, 1, 1), true)], stop);
    assert_eq!(spans(&again), [(date(2022, 1, 1), date(2022, 6, 1)), (date(2023, 1, 1), AS_OF)]);
    assert_eq!((again[0].stop_reason, again[1].stop_reason), (Some(StopReason::Intolerance), None));
}

fn until(drug: Drug, start: Date, stop: Date) -> DrugRecord {
    let record = record(drug, DrugRecordKind::Prescribed, start);
    DrugRecord { stop: Some(StatedDate::Day(stop)), ..record }
}

#[test]
fn a_stop_is_not_of_the_drug_that_took_over() {
    let stopped_on = date(2024, 4, 20);
    let begun = date(2024, 2, 20);
    let asked = date(2024, 8, 1);
    for reason in [StepReason::Intolerance, StepReason::PlannedSwitch] {
        for after in [
            order_of(Drug::Risedronate, stopped_on),
            order_of(Drug::Risedronate, date(2024, 4, 18)),
            order_of(Drug::Risedronate, date(2024, 4, 6)),
            dose(Drug::Zoledronate, stopped_on),
        ] {
            let next = after.drug.unwrap();
            let stop = row(StepName::TreatmentStopped, stopped_on, Some(reason));
            for first in [until(Drug::Alendronate, begun, stopped_on), order(begun, true)] {
                let courses = with_row(vec![first, after.clone()], stop.clone());
                assert_eq!(courses.len(), 2);
                assert_eq!(courses[0].covered_until, stopped_on, "{reason} {next}");
                assert_eq!(courses[0].stop_reason.is_some(), reason == StepReason::Intolerance);
                assert_eq!((courses[1].stop_reason, courses[1].planned_end), (None, false));
                assert_eq!(on_treatment(&courses, asked, GAPS), OnTreatment::Yes(next), "{reason} {next}");
            }
        }
    }
    // Where no other runs it is that one, though it was begun on that day.
    let stop = row(StepName::TreatmentStopped, begun, Some(StepReason::Intolerance));
    let one = with_row(vec![order(begun, true)], stop);
    assert_eq!((one[0].covered_until, one[0].stop_reason), (begun, Some(StopReason::Intolerance)));
    // Of two that run for long it is the older.
    let both = vec![order(begun, true), order_of(Drug::Risedronate, date(2024, 4, 5))];
    let courses = with_row(both, row(StepName::TreatmentStopped, stopped_on, None));
    assert_eq!(spans(&courses), [(begun, stopped_on), (date(2024, 4, 5), AS_OF)]);
}

fn order_of(drug: Drug, start: Date) -> DrugRecord {
    DrugRecord { active: Some(true), ..record(drug, DrugRecordKind::Prescribed, start) }
}

#[test]
fn what_an_anabolic_drug_built_is_not_kept_without_another_drug() {
    let given: Vec<_> = (1..=12).map(|month| dose(Drug::Romosozumab, date(2022, month, 1))).collect();
    let courses = of(given);
    assert!(courses[0].planned_end, "the course itself was completed");
    assert_eq!(courses[0].covered_until, date(2023, 1, 1));
    let on = |day| on_treatment(&courses, day, GAPS);
    // 60 days after 1 January 2023.
    assert_eq!(on(date(2023, 3, 2)), OnTreatment::Yes(Drug::Romosozumab));
    let reason = Some(StopReason::Completed);
    let no = OnTreatment::No { drug: Drug::Romosozumab, since: date(2023, 1, 2), reason };
    assert_eq!(on(date(2023, 3, 3)), no);
}

#[test]
fn an_order_of_denosumab_is_one_dose_whatever_its_supply() {
    let year = DrugRecord {
        days_supply: Some(365),
        ..record(Drug::Denosumab, DrugRecordKind::Prescribed, date(2024, 2, 20))
    };
    let courses = of(vec![year]);
    let calendar = denosumab_calendar(&courses, GAPS).unwrap();
    assert_eq!((courses[0].covered_until, calendar.due), (date(2024, 8, 20), date(2024, 8, 20)));
}

#[test]
fn a_holiday_is_no_stop() {
    let pause = row(StepName::TreatmentReviewed, date(2022, 6, 1), Some(StepReason::Holiday));
    let courses = with_row(vec![order(date(2017, 1, 1), true)], pause);
    assert!(courses[0].planned_end && courses[0].stopped_on == Some(date(2022, 6, 1)));
    assert_eq!(on_treatment(&courses, date(2023, 6, 1), GAPS), OnTreatment::Yes(Drug::Alendronate));
}

#[test]
fn the_calendar_of_denosumab() {
    let courses =
        of(vec![dose(Drug::Denosumab, date(2023, 2, 28)), dose(Drug::Denosumab, date(2023, 8, 31))]);
    let calendar = denosumab_calendar(&courses, GAPS).unwrap();
    assert_eq!(calendar.last_dose, date(2023, 8, 31));
    assert_eq!((calendar.due, calendar.latest), (date(2024, 2, 29), date(2024, 3, 30)));
    // Missed long ago, and still on the calendar.
    assert!(courses[0].stopped_on.is_some());
    let stop = row(StepName::TreatmentStopped, date(2024, 1, 1), None);
    let ended = with_row(vec![dose(Drug::Denosumab, date(2023, 8, 31))], stop);
    assert_eq!(denosumab_calendar(&ended, GAPS), None);
    assert_eq!(ended[0].covered_until, date(2024, 2, 29));
}

#[test]
fn what_cannot_be_is_said() {
    let said = |record: DrugRecord, death| {
        let mut findings = Vec::new();
        let person = PatientRecord { death, ..person(vec![record]) };
        let courses = courses(&person, GAPS, AS_OF, &mut findings);
        (spans(&courses), findings.iter().map(|finding| finding.kind).collect::<Vec<_>>())
    };
    let start = date(2023, 1, 1);
    let early = DrugRecord { stop: Some(StatedDate::Day(date(2022, 1, 1))), ..handed_out(start, 28) };
    let (found, kinds) = said(early, Death::NotStated);
    assert_eq!((found.len(), kinds), (1, vec![FindingKind::DateOrder]));
    let (found, kinds) = said(handed_out(start, 28_000), Death::NotStated);
    assert_eq!((found, kinds), (vec![(start, date(2023, 1, 30))], vec![FindingKind::BadValue]));
    let dead = Death::On(StatedDate::Day(date(2022, 12, 31)));
    assert_eq!(said(handed_out(start, 28), dead), (vec![], vec![FindingKind::DateOrder]));
    let born = PatientRecord {
        birth_date: Some(StatedDate::Day(date(2023, 1, 2))),
        ..person(vec![handed_out(start, 28)])
    };
    let mut findings = Vec::new();
    assert_eq!(courses(&born, GAPS, AS_OF, &mut findings), []);
    assert_eq!(findings[0].kind, FindingKind::DateOrder);
    let month = DrugRecord { start: Some(StatedDate::Month(2023, 2)), ..handed_out(start, 28) };
    let (found, kinds) = said(month, Death::NotStated);
    assert_eq!((found[0].0, kinds), (date(2023, 2, 28), vec![FindingKind::DateIncomplete]));
    let undated = DrugRecord { start: None, ..handed_out(start, 28) };
    assert_eq!(said(undated, Death::NotStated), (vec![], vec![FindingKind::DateIncomplete]));
    // What comes after the day of the report is as if it were not there.
    assert_eq!(said(handed_out(date(2025, 1, 1), 28), Death::NotStated), (vec![], vec![]));
}

#[test]
fn calcium_is_no_treatment() {
    assert_eq!(of(vec![record(Drug::Calcium, DrugRecordKind::Prescribed, date(2023, 1, 1))]), []);
}
