use std::sync::Arc;

use jiff::civil::{Date, date};

use super::*;
use crate::document::{Sex, StopReason};
use crate::fls::event::Event;
use crate::fls::journey::{Door, StepOutcome};
use crate::fls::options::{FlsOptions, Period};
use crate::fls::sample;
use crate::fls::stated_date::StatedDate;

const DAY: Date = date(2020, 1, 10);
const START: Date = date(2020, 2, 1);
const AS_OF: Date = date(2023, 12, 31);

fn settings() -> Settings {
    let period = Period::new(date(2020, 1, 1), date(2020, 12, 31), AS_OF).unwrap();
    Settings::new(period, FlsOptions::default()).unwrap()
}

fn course(drug: Drug, start: Date, covered_until: Date) -> Course {
    let stopped_on = (covered_until < date(2023, 6, 1)).then_some(covered_until);
    Course {
        drug,
        route: None,
        start,
        covered_until,
        last_record_on: start,
        records: 1,
        stopped_on,
        stop_reason: None,
        planned_end: false,
        shown_taken: true,
    }
}

fn journey(courses: Vec<Course>) -> Journey {
    let event = Event {
        door: Some(Door::Inpatient),
        age_years: Some(75),
        ..sample::event("p", StatedDate::Day(DAY))
    };
    Journey { sex: Some(Sex::Female), event: Arc::new(event), courses, ..sample::silent("p", DAY) }
}

fn followed(journey: &Journey) -> (u32, Ended) {
    let begun = begun(journey, &settings()).unwrap();
    (begun.follow_up.days, begun.follow_up.ended)
}

fn four_weeks() -> Course {
    course(Drug::Alendronate, START, date(2020, 2, 28))
}

#[test]
fn a_stop_is_after_the_last_covered_day_and_not_after_the_gap() {
    assert_eq!(followed(&journey(vec![four_weeks()])), (28, Ended::Event));
}

#[test]
fn a_dose_that_covers_twelve_months_covers_twelve_months() {
    let one = |start, until| journey(vec![course(Drug::Zoledronate, start, until)]);
    for journey in [one(date(2020, 2, 1), date(2021, 2, 1)), one(date(2021, 2, 1), date(2022, 2, 1))] {
        let all = persistence(&[journey], &settings()).remove(0);
        let at = all.at_12_months.unwrap();
        assert!((at.percent - 100.0).abs() < 1e-9 && at.at_risk == 1 && all.stopped == 1);
        assert!(all.at_24_months.is_some_and(|at| at.percent == 0.0 && at.at_risk == 0));
    }
}

#[test]
fn another_drug_before_the_gap_is_over_goes_on() {
    let gap_day = date(2020, 4, 28);
    for (begins, expected) in [(gap_day, (365 + 88, Ended::Event)), (date(2020, 4, 29), (28, Ended::Event))] {
        let second = course(Drug::Zoledronate, begins, date(2021, 4, 28));
        assert_eq!(followed(&journey(vec![four_weeks(), second])), expected, "{begins}");
    }
}

#[test]
fn a_planned_end_and_the_day_of_the_report_censor() {
    let planned = Course { planned_end: true, stop_reason: Some(StopReason::Completed), ..four_weeks() };
    assert_eq!(followed(&journey(vec![planned])), (27, Ended::Censored));
    let running = course(Drug::Alendronate, START, AS_OF);
    assert_eq!(followed(&journey(vec![running])), (1429, Ended::Censored));
}

#[test]
fn a_death_before_the_gap_is_over_is_on_treatment() {
    let died = |day| Journey { died_on: Some(day), ..journey(vec![four_weeks()]) };
    assert_eq!(followed(&died(date(2020, 4, 28))), (87, Ended::Competing));
    assert_eq!(followed(&died(date(2020, 4, 29))), (28, Ended::Event));
    let reason = Course { stop_reason: Some(StopReason::Intolerance), ..four_weeks() };
    let died_later = Journey { died_on: Some(date(2020, 3, 30)), ..journey(vec![reason]) };
    assert_eq!(followed(&died_later), (28, Ended::Event));
    let undated = Journey { died_undated: true, ..journey(vec![four_weeks()]) };
    assert_eq!(followed(&undated), (0, Ended::Censored));
}

#[test]
fn a_move_censors() {
    let moved = Journey { end: Some((EndCause::Moved, date(2020, 2, 15))), ..journey(vec![four_weeks()]) };
    assert_eq!(followed(&moved), (14, Ended::Censored));
}

#[test]
fn only_what_began_after_the_fracture_and_before_the_next() {
    let before = course(Drug::Alendronate, date(2019, 1, 1), date(2020, 6, 1));
    assert!(begun(&journey(vec![before]), &settings()).is_none());
    let next = Journey { refracture_on: Some(START), ..journey(vec![four_weeks()]) };
    assert!(begun(&next, &settings()).is_none());
    let not = Step::Not { outcome: StepOutcome::NotDone, reason: None, on: None };
    let never = Journey { treatment_started: not, ..journey(vec![four_weeks()]) };
    assert!(begun(&never, &settings()).is_none());
}

#[test]
fn groups_with_somebody_and_everybody_first() {
    let groups = |journeys: &[Journey]| -> Vec<String> {
        let of = |of: Persistence| format!("{} {} {}", of.by, of.group, of.began);
        persistence(journeys, &settings()).into_iter().map(of).collect()
    };
    assert_eq!(groups(&[]), ["all all 0"]);
    assert_eq!(
        groups(&[journey(vec![four_weeks()])]),
        [
            "all all 1",
            "door inpatient 1",
            "site hip 1",
            "age_band 75-84 1",
            "sex female 1",
            "drug alendronate 1"
        ]
    );
}

#[test]
fn bands_of_age_are_exact() {
    for (age, band) in
        [(49, "under_50"), (50, "50-64"), (64, "50-64"), (65, "65-74"), (84, "75-84"), (85, "85+")]
    {
        assert_eq!(age_band(Some(age)).1, band);
    }
}

#[test]
fn sites_are_grouped_as_triage_ranks_them() {
    for (site, group) in [
        (FractureSite::ProximalFemur, "hip"),
        (FractureSite::UpperThoracicVertebra, "vertebra"),
        (FractureSite::Pelvis, "major_other"),
        (FractureSite::DistalForearm, "major_other"),
        (FractureSite::Ankle, "other"),
        (FractureSite::Unspecified, "other"),
    ] {
        assert_eq!(site_group(site).1, group, "{site}");
    }
}

#[test]
fn a_long_curve_is_thinned_and_keeps_its_ends() {
    let people: Vec<_> = (1..=500).map(|days| FollowUp { days, ended: Ended::Event }).collect();
    let of = of_group("all", "all", &people, settings().gaps);
    assert_eq!(of.kaplan_meier.len(), 100);
    let days = |index: usize| of.kaplan_meier.get(index).map(|point| point.day);
    assert_eq!((days(0), days(99)), (Some(0), Some(500)));
}
