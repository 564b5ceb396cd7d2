//! The last day counts, the day after does not; what is not over is not answered.

use super::*;

/// One journey of which a step is set.
fn with(set: impl Fn(&mut Journey)) -> Vec<Journey> {
    journeys(1, |_, journey| set(journey))
}

/// Each indicator with a window, its last day, and how its numerator is reached on a day.
#[allow(clippy::type_complexity)]
const WINDOWS: &[(&str, i64, fn(&mut Journey, Step))] = &[
    ("IOF-3", 84, |journey, step| journey.attended = step),
    ("IOF-4", 84, |journey, step| journey.dxa = step),
    ("IOF-7", 112, |journey, step| journey.exercise_started = step),
    ("IOF-8", 112, |journey, step| journey.seen_16_weeks = step),
    ("IOF-9", 112, |journey, step| journey.treatment_started = step),
    ("FLSDB-4", 90, |journey, step| journey.attended = step),
    ("FLSDB-5", 90, |journey, step| journey.dxa = step),
    ("FLSDB-8", 112, |journey, step| journey.exercise_started = step),
    ("FLSDB-9", 112, |journey, step| journey.seen_16_weeks = step),
    ("FLSDB-10", 112, |journey, step| journey.treatment_started = step),
    ("CTF-3", 84, |journey, step| journey.attended = step),
];

#[test]
fn the_last_day_counts_and_the_next_does_not() {
    for &(id, last, set) in WINDOWS {
        let of = |step| {
            let one = with(|journey| {
                journey.treatment_recommended = done(0);
                set(journey, step);
            });
            counts(&row(id, &one))
        };
        assert_eq!(of(done(0)), (Some(1), Some(1)), "{id}: on the day of the fracture");
        assert_eq!(of(done(last)), (Some(1), Some(1)), "{id}: on the last day");
        assert_eq!(of(done(last + 1)), (Some(0), Some(1)), "{id}: a day late");
        assert_eq!(of(done(-1)), (Some(0), Some(1)), "{id}: the day before the fracture");
        assert_eq!(of(Step::NotFound), (Some(0), Some(1)), "{id}: not found");
        assert_eq!(of(not(StepOutcome::NotDone)), (Some(0), Some(1)), "{id}: not done");
    }
}

#[test]
fn the_window_of_the_data_is_the_window_of_the_row() {
    for &(id, last, _) in WINDOWS {
        assert_eq!(row(id, &[]).window_days.map(i64::from), Some(last), "{id}");
    }
}

#[test]
fn what_is_not_over_is_not_counted_as_missed() {
    for &(id, last, set) in WINDOWS {
        let on = |days, step| {
            let one = with(|journey| {
                journey.treatment_recommended = done(0);
                set(journey, step);
            });
            row_of(id, "all", &one, &reported(days))
        };
        let open = on(last - 1, Step::NotFound);
        assert_eq!(counts(&open), (Some(0), Some(0)), "{id}: the day before the last");
        assert_eq!((open.percent, left_out(&open, "window_not_over")), (None, 1), "{id}");
        assert_eq!(counts(&on(last, Step::NotFound)), (Some(0), Some(1)), "{id}: the last day is there");
        let waiting = on(last - 1, not(StepOutcome::Waiting));
        assert_eq!(left_out(&waiting, "window_not_over"), 1, "{id}: waiting");
        // An early answer does not count either: most of them are yes.
        for step in [not(StepOutcome::Refused), done(5)] {
            let early = on(10, step);
            let said = (counts(&early), left_out(&early, "window_not_over"));
            assert_eq!(said, ((Some(0), Some(0)), 1), "{id}: early");
        }
        assert_eq!(counts(&on(last, done(5))), (Some(1), Some(1)), "{id}: and then it does");
    }
}

#[test]
fn open_windows_do_not_move_the_rate() {
    // Ten are over and four of them scanned; of ten others three are scanned within days.
    let twenty = journeys(20, |number, journey| {
        journey.dxa = if number < 4 { done(5) } else { Step::NotFound };
        if number >= 10 {
            journey.day = after(100);
            journey.dxa = if number < 13 { done(105) } else { Step::NotFound };
        }
    });
    let row = row_of("IOF-4", "all", &twenty, &reported(110));
    assert_eq!((counts(&row), left_out(&row, "window_not_over")), ((Some(4), Some(10)), 10));
    assert!(because(&row).contains("window of 10 fractures is not over"), "{}", because(&row));
    assert_eq!(row.level, Some(crate::fls::output::Level::Red));
}

#[test]
fn done_without_a_day_is_in_time_only_while_the_window_is_open() {
    let one = with(|journey| journey.dxa = Step::Done(None));
    assert_eq!(counts(&row_of("IOF-4", "all", &one, &reported(84))), (Some(1), Some(1)));
    let later = row_of("IOF-4", "all", &one, &reported(85));
    assert_eq!((counts(&later), left_out(&later, "day_not_stated")), ((Some(0), Some(0)), 1));
    let falls = with(|journey| journey.falls_assessment = Step::Done(None));
    assert_eq!(counts(&row("IOF-5", &falls)), (Some(1), Some(1)), "no window, no day needed");
}

#[test]
fn treatment_at_52_weeks_is_asked_of_those_who_were_recommended_one() {
    let of = |recommended, status| {
        let one = with(|journey| {
            journey.treatment_recommended = recommended;
            journey.on_treatment_52_weeks = status;
        });
        counts(&row("IOF-10", &one))
    };
    let stopped = OnTreatment::No { drug: Drug::Denosumab, since: after(200), reason: None };
    assert_eq!(of(done(3), OnTreatment::Yes(Drug::Denosumab)), (Some(1), Some(1)));
    assert_eq!(of(done(3), stopped), (Some(0), Some(1)));
    assert_eq!(of(done(3), OnTreatment::NeverBegun), (Some(0), Some(1)));
    assert_eq!(of(not(StepOutcome::NotDone), OnTreatment::Yes(Drug::Denosumab)), (Some(0), Some(0)));
    let early = with(|journey| {
        journey.treatment_recommended = done(3);
        journey.on_treatment_52_weeks = OnTreatment::NotReached;
    });
    let row = row_of("IOF-10", "all", &early, &reported(300));
    assert_eq!((counts(&row), left_out(&row, "window_not_over")), ((Some(0), Some(0)), 1));
}

#[test]
fn a_drug_that_went_on_counts_where_the_audit_counts_it() {
    let of = |id: &str, course: Course| {
        let one = with(|journey| {
            journey.treatment_recommended = done(3);
            journey.treatment_started = Step::NotFound;
            journey.on_treatment_at_event = Some((Drug::Alendronate, after(-200)));
            journey.courses = vec![course.clone()];
        });
        counts(&row(id, &one))
    };
    let running = course(-200, 300);
    assert_eq!(of("FLSDB-10", running.clone()), (Some(1), Some(1)));
    assert_eq!(of("IOF-9", running.clone()), (Some(0), Some(1)), "none was begun");
    assert_eq!(of("CTF-9", running.clone()), (Some(0), Some(0)), "on treatment when the bone broke");
    for (stopped, went_on) in [(112, 1), (111, 0)] {
        let course = Course { stopped_on: Some(after(stopped)), ..running.clone() };
        assert_eq!(of("FLSDB-10", course), (Some(went_on), Some(1)), "stopped on day {stopped}");
    }
    let holiday = Course { stopped_on: Some(after(30)), planned_end: true, ..running };
    assert_eq!(of("FLSDB-10", holiday), (Some(1), Some(1)), "a planned end is no stop");
}

#[test]
fn spine_and_hip_are_told_apart_and_an_unknown_bone_is_neither() {
    use FractureSite::{Sacrum, Unspecified, UpperThoracicVertebra, Vertebra};
    let sites = [Vertebra, UpperThoracicVertebra, Sacrum, Unspecified, FractureSite::ProximalFemur];
    let five = journeys(5, |number, journey| {
        Arc::make_mut(&mut journey.event).site = sites[number];
        journey.exercise_started = done(10);
    });
    let spine = row("FLSDB-3", &five);
    assert_eq!((counts(&spine), left_out(&spine, "site_not_stated")), ((Some(2), Some(4)), 1));
    let exercise = row("IOF-7", &five);
    assert_eq!(counts(&exercise), (Some(3), Some(3)));
    assert_eq!((left_out(&exercise, "hip_fracture"), left_out(&exercise, "site_not_stated")), (1, 1));
}

#[test]
fn the_audit_asks_a_day_later() {
    use crate::fls::pathway::clock::{ON_TREATMENT_AFTER_DAYS, ON_TREATMENT_AUDIT_AFTER_DAYS};
    let windows = ["IOF-10", "FLSDB-11"].map(|id| indicator(id).unwrap().window_days);
    assert_eq!(windows, [Some(ON_TREATMENT_AFTER_DAYS), Some(ON_TREATMENT_AUDIT_AFTER_DAYS)]);
    let one = with(|journey| {
        journey.treatment_recommended = done(3);
        journey.on_treatment_52_weeks = OnTreatment::Yes(Drug::Denosumab);
        journey.on_treatment_365_days =
            OnTreatment::No { drug: Drug::Denosumab, since: after(365), reason: None };
    });
    assert_eq!(counts(&row("IOF-10", &one)), (Some(1), Some(1)));
    assert_eq!(counts(&row("FLSDB-11", &one)), (Some(0), Some(1)));
}

#[test]
fn rightly_not_invited_is_no_failure() {
    let left = not(StepOutcome::NotInvited);
    for id in [
        "IOF-3", "IOF-4", "IOF-5", "IOF-6", "IOF-7", "FLSDB-4", "FLSDB-5", "FLSDB-6", "FLSDB-7", "FLSDB-8",
        "CTF-2", "CTF-3", "CTF-7", "CTF-8",
    ] {
        let change = |journey: &mut Journey| {
            Arc::make_mut(&mut journey.event).site = FractureSite::DistalForearm;
            (journey.invited, journey.attended) = (left, left);
            journey.dxa = Step::NotFound;
            for step in [
                &mut journey.falls_assessment,
                &mut journey.treatment_recommended,
                &mut journey.exercise_started,
                &mut journey.lifestyle_assessment,
            ] {
                *step = not(StepOutcome::NotDone);
            }
        };
        let row = row(id, &with(change));
        assert_eq!((counts(&row), left_out(&row, "not_invited")), ((Some(0), Some(0)), 1), "{id}");
    }
    // Reached all the same.
    let scanned = with(|journey| {
        (journey.invited, journey.attended) = (left, left);
        journey.dxa = done(3);
    });
    assert_eq!(counts(&row("IOF-4", &scanned)), (Some(1), Some(1)));
}

#[test]
fn no_record_of_anybody_is_no_answer() {
    let none = journeys(2, |_, journey| {
        (journey.dxa, journey.treatment_started) = (Step::NotFound, Step::NotFound);
        journey.treatment_recommended = done(3);
        journey.has_pathway = true;
        journey.on_treatment_52_weeks = OnTreatment::NeverBegun;
        journey.on_treatment_365_days = OnTreatment::NeverBegun;
    });
    let of = |id: &str, journeys: &[Journey]| {
        let rows = measure(journeys, &settings());
        rows.into_iter().find(|row| row.id == id && row.door == "all").unwrap()
    };
    for id in ["IOF-4", "FLSDB-5", "IOF-9", "IOF-10", "FLSDB-10", "FLSDB-11", "CTF-9", "OMW", "MIPS-418"] {
        let row = of(id, &none);
        assert_eq!((row.numerator, row.percent, row.level), (None, None, None), "{id}");
        assert!(because(&row).starts_with("cannot be computed, because no record says who"), "{id}");
    }
    // One scan of anybody shows that scans are recorded, at every door.
    let mut some = none;
    some[1].dxa_before_on = Some(after(-10));
    assert_eq!(counts(&of("IOF-4", &some)), (Some(0), Some(2)));
    assert_eq!(counts(&of("IOF-9", &some)), (None, None));
}
