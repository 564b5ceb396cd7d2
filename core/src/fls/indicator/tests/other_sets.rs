//! The measures of the United States, Capture the Fracture, and numbers that are expected.

use crate::fls::output::Level;

use super::*;

#[test]
fn ages_and_sex_of_the_american_measures() {
    for (id, low, high) in [("OMW", 67, 85), ("MIPS-418", 50, 85)] {
        for (age, belongs) in [(low - 1, false), (low, true), (high, true), (high + 1, false)] {
            let one = journeys(1, |_, journey| {
                Arc::make_mut(&mut journey.event).age_years = Some(age);
                journey.dxa = done(180);
                journey.treatment_started = Step::NotFound;
            });
            let row = row(id, &one);
            assert_eq!(row.denominator, Some(u64::from(belongs)), "{id}: {age}");
            assert_eq!(left_out(&row, "outside_ages"), u64::from(!belongs), "{id}: {age}");
        }
        let of = |change: fn(&mut Journey)| row(id, &journeys(1, |_, journey| change(journey)));
        assert_eq!(left_out(&of(|journey| journey.sex = Some(Sex::Male)), "other_sex"), 1);
        assert_eq!(left_out(&of(|journey| journey.sex = None), "sex_not_stated"), 1);
        assert_eq!(
            left_out(&of(|journey| Arc::make_mut(&mut journey.event).age_years = None), "age_not_stated"),
            1
        );
        let face = of(|journey| Arc::make_mut(&mut journey.event).site = FractureSite::Face);
        assert_eq!(left_out(&face, "site_excluded"), 1);
        let hand = of(|journey| {
            Arc::make_mut(&mut journey.event).site = FractureSite::Hand;
            journey.dxa = Step::NotFound;
            journey.treatment_started = Step::NotFound;
        });
        assert_eq!(counts(&hand), (Some(0), Some(1)), "a hand is no finger");
    }
}

#[test]
fn a_scan_or_a_drug_within_180_days() {
    let of = |dxa, drug| {
        let one = journeys(1, |_, journey| {
            journey.dxa = dxa;
            journey.treatment_started = drug;
        });
        row("OMW", &one)
    };
    assert_eq!(counts(&of(done(180), Step::NotSaid)), (Some(1), Some(1)), "one yes is enough");
    assert_eq!(counts(&of(Step::NotFound, done(180))), (Some(1), Some(1)));
    assert_eq!(counts(&of(done(181), done(181))), (Some(0), Some(1)));
    let half = of(Step::NotFound, Step::NotSaid);
    assert_eq!((counts(&half), left_out(&half, "not_said")), ((None, None), 1), "a no needs both");
    assert_eq!(of(done(1), done(1)).level, None, "no levels are published");
}

#[test]
fn scans_and_drugs_before_the_fracture() {
    let of = |id: &str, change: &dyn Fn(&mut Journey)| {
        let one = journeys(1, |_, journey| {
            journey.dxa = Step::NotFound;
            journey.treatment_started = Step::NotFound;
            change(journey);
        });
        counts(&row(id, &one))
    };
    for (days, counted) in [(1, 0), (730, 0), (731, 1)] {
        let scanned = |journey: &mut Journey| journey.dxa_before_on = Some(after(-days));
        assert_eq!(of("OMW", &scanned), (Some(0), Some(counted)), "scanned {days} days before");
        assert_eq!(of("MIPS-418", &scanned), (Some(0), Some(1)));
    }
    for (until, counted) in [(-1, 0), (-365, 0), (-366, 1)] {
        let treated = |journey: &mut Journey| journey.courses = vec![course(-900, until)];
        assert_eq!(of("OMW", &treated), (Some(0), Some(counted)), "covered until day {until}");
        assert_eq!(of("MIPS-418", &treated), (Some(0), Some(1)));
    }
    let on_it = |journey: &mut Journey| {
        journey.on_treatment_at_event = Some((Drug::Alendronate, after(-100)));
    };
    assert_eq!(of("OMW", &on_it), (Some(0), Some(0)), "treated already");
    assert_eq!(of("MIPS-418", &on_it), (Some(1), Some(1)), "treated already meets it");
}

#[test]
fn several_fractures_of_one_day_count_once() {
    let two = |day: Date| {
        journeys(2, |number, journey| {
            journey.patient_id = "one".to_owned();
            journey.dxa = if day == DAY { done(9) } else { done(200) };
            journey.treatment_started = Step::NotFound;
            if number == 1 {
                journey.day = day;
            }
        })
    };
    for id in ["OMW", "MIPS-418"] {
        let same = row(id, &two(DAY));
        assert_eq!((counts(&same), left_out(&same, "same_day")), ((Some(1), Some(1)), 1), "{id}");
        assert_eq!(row(id, &two(after(150))).denominator, Some(2), "{id}: another day");
    }
    assert_eq!(row("IOF-4", &two(DAY)).denominator, Some(2), "each counts where nothing says otherwise");
}

#[test]
fn the_median_delay_gives_the_level_of_timing() {
    let of = |days: &[i64]| {
        let some = journeys(days.len(), |number, journey| journey.attended = done(days[number]));
        row("CTF-3", &some)
    };
    let early = of(&[10, 56, 300]);
    assert_eq!((counts(&early), early.level), ((Some(2), Some(3)), Some(Level::Gold)));
    assert!(because(&early).contains("The median delay of the 3 who were seen is 56 days."));
    let between = of(&[56, 57]);
    assert_eq!(between.level, Some(Level::Silver));
    assert!(because(&between).contains("is 56.5 days."), "{}", because(&between));
    let silent = journeys(2, |number, journey| {
        journey.attended = if number == 0 { done(3) } else { Step::NotSaid };
    });
    assert_eq!(row("CTF-3", &silent).level, None);
}

#[test]
fn statements_of_the_service_are_not_computed() {
    for id in ["FLSDB-1", "CTF-1", "CTF-4", "CTF-5", "CTF-11", "CTF-12", "CTF-13"] {
        let row = row(id, &journeys(2, |_, _| {}));
        assert!(because(&row).starts_with("cannot be computed, because"), "{id}");
        assert_eq!((counts(&row), row.level), ((None, None), None), "{id}");
    }
}

#[test]
fn found_against_expected() {
    let ten = journeys(10, |number, journey| {
        if number < 3 {
            Arc::make_mut(&mut journey.event).site = FractureSite::Vertebra;
        }
    });
    let unstated = row("IOF-1", &ten);
    assert_eq!((counts(&unstated), unstated.percent), ((Some(7), None), None));
    assert!(because(&unstated).contains("`expected_non_spine`"));
    let stated = Settings { expected_non_spine: Some(10), expected_spine: Some(2), ..settings() };
    let of = |id, door| row_of(id, door, &ten, &stated);
    let non_spine = of("IOF-1", "all");
    assert_eq!((counts(&non_spine), non_spine.level), ((Some(7), Some(10)), Some(Level::Amber)));
    let spine = of("IOF-2", "all");
    assert_eq!((counts(&spine), spine.percent, spine.ci_low), ((Some(3), Some(2)), Some(150.0), None));
    assert!(because(&spine).contains("More were found than expected"));
    let all = of("FLSDB-2", "all");
    assert_eq!((counts(&all), all.level), ((Some(10), Some(12)), Some(Level::Green)));
    assert!(because(&of("FLSDB-2", "outpatient")).contains("not stated for each door"));
    // The hip is no measure of the others here.
    let hip = Settings { known_hip: Some(4), ..settings() };
    assert_eq!(row_of("FLSDB-2", "all", &ten, &hip).denominator, None);
    let none = Settings { expected_spine: Some(0), ..settings() };
    let none = row_of("IOF-2", "all", &ten, &none);
    assert_eq!((none.percent, none.level), (None, None));
}

#[test]
fn completeness_counts_answers_that_are_due() {
    // Which bone, and eight questions; of the hip no exercise is asked.
    let silent = row("IOF-11", &journeys(1, |_, _| {}));
    assert_eq!(counts(&silent), (Some(1), Some(9)));
    assert!(because(&silent).contains("IOF-3, IOF-4, IOF-5, IOF-6, IOF-7, IOF-8, IOF-9, IOF-10"));
    let hip = journeys(1, |_, journey| Arc::make_mut(&mut journey.event).site = FractureSite::ProximalFemur);
    assert_eq!(counts(&row("IOF-11", &hip)), (Some(1), Some(8)));
    let against = journeys(1, |_, journey| {
        journey.dxa = done(10);
        journey.treatment_recommended = not(StepOutcome::NotDone);
    });
    assert_eq!(counts(&row("IOF-11", &against)), (Some(3), Some(6)), "nothing is asked of a treatment");
    let open = journeys(1, |_, journey| {
        journey.dxa = Step::NotFound;
        journey.treatment_recommended = not(StepOutcome::NotDone);
    });
    let early = row_of("IOF-11", "all", &open, &reported(10));
    assert_eq!(counts(&early), (Some(2), Some(5)), "the scan is not due");
}
