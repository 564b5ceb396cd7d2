use std::sync::Arc;

use super::queue::{Change, run};
use super::random::Dice;
use super::*;
use crate::fls::journey::{Door, Step, StepOutcome};
use crate::fls::options::FlsOptions;
use crate::fls::worklist::sample::{days_ago, journey, not, recommended, settings};

fn with_slots(slots: u32) -> Settings {
    settings(FlsOptions { slots_per_week: Some(slots), ..FlsOptions::default() })
}

/// About five fractures a week over 78 weeks: of ten, eight are invited; four came, one was absent, one
/// refused, two are silent. Half of those who came begin a drug; every other one is an in-patient.
fn journeys() -> Vec<Journey> {
    (0..390_u32)
        .map(|number| {
            let days = 10 + i64::from(number % 500);
            let id = format!("{number:03}");
            let invited = Journey { invited: Step::Done(Some(days_ago(days - 7))), ..journey(&id, days) };
            let mut one = match number % 10 {
                0..=3 => Journey {
                    treatment_started: if number % 2 == 0 { Step::Done(None) } else { Step::NotFound },
                    ..recommended(&id, days)
                },
                4 => Journey { attended: not(StepOutcome::Absent), ..invited },
                5 => Journey { attended: not(StepOutcome::Refused), ..invited },
                6 => invited,
                // Held as waiting, and nothing says that the person answered.
                7 => Journey { attended: not(StepOutcome::Waiting), ..invited },
                _ => Journey { invited: not(StepOutcome::NotDone), ..journey(&id, days) },
            };
            Arc::make_mut(&mut one.event).door =
                Some(if (number / 10) % 2 == 0 { Door::Inpatient } else { Door::Outpatient });
            one
        })
        .collect()
}

fn scenario<'a>(simulation: &'a Simulation, id: &str) -> &'a Scenario {
    simulation.scenarios.iter().find(|scenario| scenario.id == id).unwrap()
}

#[test]
fn never_more_are_seen_in_a_week_than_there_are_places() {
    for slots in [0, 1, 2, 50] {
        let measured = Measured::of(&journeys(), &with_slots(slots)).unwrap();
        for (_, change) in scenario::SCENARIOS {
            for number in 0..20 {
                let outcome = run(&measured, Dice::new(1, number), change);
                assert!(outcome.most_in_a_week <= slots + change.more_slots);
                assert!(outcome.seen <= outcome.slots);
            }
        }
    }
}

#[test]
fn more_places_never_let_fewer_be_seen() {
    for slots in 0..5 {
        let measured = Measured::of(&journeys(), &with_slots(slots)).unwrap();
        for number in 0..50 {
            let seen: Vec<u32> = (0..6)
                .map(|more_slots| Change { more_slots, ..Change::default() })
                .map(|change| run(&measured, Dice::new(7, number), change).seen)
                .collect();
            assert!(seen.is_sorted(), "{seen:?}");
        }
    }
    // Between services of more and more places only the mean: a queue of the year before is seen in this one.
    let present = |slots| scenario(&simulate(&journeys(), &with_slots(slots)), "present").seen;
    let seen: Vec<f64> = (0..8).map(present).collect();
    assert!(seen.windows(2).all(|pair| pair[1] > pair[0] - 0.1), "{seen:?}");
    assert!(seen[0] == 0.0 && seen[2] > 1.9 * seen[1]);
}

#[test]
fn raising_attendance_with_no_place_left_changes_nothing() {
    for slots in [0, 1] {
        let found = simulate(&journeys(), &with_slots(slots));
        let (present, raised) = (scenario(&found, "present"), scenario(&found, "attendance_without_slots"));
        // Nothing at all: nor who is in time, nor how long they wait.
        assert_eq!(Scenario { id: present.id.clone(), ..raised.clone() }, *present);
        assert!(present.free_slots_percent <= 0.0);
    }
    // One more place does, and with places enough attendance does too.
    let full = simulate(&journeys(), &with_slots(1));
    assert!(scenario(&full, "one_more_slot").seen > 1.5 * scenario(&full, "present").seen);
    let free = simulate(&journeys(), &with_slots(20));
    assert!(scenario(&free, "attendance_without_slots").seen > scenario(&free, "present").seen + 10.0);
    assert!(scenario(&free, "one_more_call_round").seen > scenario(&free, "present").seen + 5.0);
    assert!((scenario(&free, "one_more_slot").seen - scenario(&free, "present").seen).abs() < 1.0);
}

#[test]
fn a_dxa_on_the_ward_scans_more_and_sees_no_more() {
    let found = simulate(&journeys(), &with_slots(1));
    let (present, ward) = (scenario(&found, "present"), scenario(&found, "dxa_on_the_ward"));
    assert_eq!((ward.seen, ward.begun_16_weeks), (present.seen, present.begun_16_weeks));
    assert!(ward.scanned_12_weeks > present.scanned_12_weeks + 50.0);
}

#[test]
fn the_same_seed_is_the_same_answer_and_another_is_another() {
    let settings = with_slots(2);
    let first = simulate(&journeys(), &settings);
    assert_eq!(simulate(&journeys(), &settings), first);
    let mut backwards = journeys();
    backwards.reverse();
    assert_eq!(simulate(&backwards, &settings), first);
    let other = simulate(&journeys(), &Settings { simulation_seed: 2, ..settings });
    assert_ne!(other.scenarios, first.scenarios);
    assert_eq!((first.seed, other.seed, first.runs, first.weeks), (1, 2, 200, 52));
}

#[test]
fn what_cannot_be_measured_is_not_simulated() {
    let because = |journeys: &[Journey], settings: &Settings| {
        let found = simulate(journeys, settings);
        assert_eq!((found.scenarios.len(), found.runs), (0, 0));
        found.because.unwrap()
    };
    assert!(because(&journeys(), &settings(FlsOptions::default())).contains("slots_per_week"));
    assert!(because(&[], &with_slots(2)).contains("no counted fracture"));
    assert!(because(&[journey("a", 30)], &with_slots(2)).contains("no record says who was invited"));
    let uninvited = Journey { invited: not(StepOutcome::NotDone), ..journey("a", 30) };
    assert!(because(&[uninvited], &with_slots(2)).contains("nobody was invited"));
}

#[test]
fn nobody_comes_where_nobody_agrees_or_nobody_is_there() {
    let silent = Journey { invited: Step::Done(None), ..journey("a", 30) };
    let found = simulate(&[silent], &with_slots(2));
    let present = scenario(&found, "present");
    assert_eq!((present.seen, present.wait_weeks, present.empty_slots_percent), (0.0, 0.0, 100.0));
    let mut empty = Measured::of(&journeys(), &with_slots(2)).unwrap();
    empty.people = 0;
    assert_eq!(run(&empty, Dice::new(1, 0), Change::default()).seen, 0);
}

#[test]
fn what_it_rests_on_is_what_the_journeys_show() {
    let found = simulate(&journeys(), &with_slots(2));
    let of = |name: &str| found.rests_on.iter().find(|(key, _)| key == name).unwrap().1;
    assert!((of("fractures_per_week") - 5.0).abs() < 0.1);
    assert_eq!((of("invited_percent"), of("absent_of_booked_percent")), (80.0, 20.0));
    assert_eq!((of("agreed_of_invited_percent"), of("refused_of_invited_percent")), (62.5, 12.5));
    assert_eq!((of("inpatient_percent").round(), of("begun_of_seen_percent").round()), (51.0, 50.0));
    assert!((of("agreed_after_call_percent") - 27.6).abs() < 0.1);
}

/// As many are seen as came, where places do not bind, whatever became of the others.
#[test]
fn the_present_is_the_service() {
    let waiting = Step::Not { outcome: StepOutcome::Waiting, reason: None, on: Some(days_ago(5)) };
    let journeys: Vec<Journey> = journeys()
        .into_iter()
        .enumerate()
        .map(|(number, one)| match number % 7 {
            // Waits, though there are places; of whom nothing is said; dead before; rightly not invited.
            3 => Journey { invited: Step::Done(None), attended: waiting, ..journey(&one.patient_id, 100) },
            4 => journey(&one.patient_id, 100),
            5 => Journey { attended: not(StepOutcome::Dead), ..journey(&one.patient_id, 100) },
            6 => Journey { invited: not(StepOutcome::NotInvited), ..journey(&one.patient_id, 100) },
            _ => one,
        })
        .collect();
    let settings = with_slots(30);
    let found = simulate(&journeys, &settings);
    let measured = Measured::of(&journeys, &settings).unwrap();
    let came = journeys.iter().filter(|one| one.attended.is_done()).count() as f64;
    let a_year = came * 364.0 / measured.days as f64;
    let seen = scenario(&found, "present").seen;
    assert!((seen / a_year - 1.0).abs() < 0.1, "{seen} seen, {a_year} came");
    // Where places bind, those who wait are waiting for one.
    let bound = Measured::of(&journeys, &with_slots(1)).unwrap();
    assert_eq!((bound.held.of_them, measured.held.of_them), (0, 56));
}

#[test]
fn whoever_a_change_gains_takes_nobodys_place() {
    for slots in 0..8 {
        let found = simulate(&journeys(), &with_slots(slots));
        let present = scenario(&found, "present");
        for id in ["one_more_call_round", "attendance_without_slots"] {
            let changed = scenario(&found, id);
            assert!(changed.seen >= present.seen && changed.scanned_12_weeks >= present.scanned_12_weeks);
            assert!(changed.begun_16_weeks >= present.begun_16_weeks);
            assert!(changed.seen <= present.seen || present.free_slots_percent > 0.0);
        }
    }
}
