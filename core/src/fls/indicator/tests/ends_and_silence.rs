//! Who died, moved or broke another bone first, and what no record says.

use crate::fls::journey::{EndCause, StepReason};

use super::*;

/// One journey, with how it ended; for `OMW`, whose definition asks for people who are there.
fn omw(step: Step, end: impl Fn(&mut Journey)) -> KpiRow {
    let one = journeys(1, |_, journey| {
        journey.dxa = step;
        journey.treatment_started = Step::NotFound;
        end(journey);
    });
    row("OMW", &one)
}

#[test]
fn another_end_before_the_window_is_no_miss_where_people_must_be_there() {
    for (cause, reason) in
        [(EndCause::Died, "died_before_window_end"), (EndCause::Moved, "moved_before_window_end")]
    {
        let of = |days, step| {
            omw(step, |journey| {
                journey.end = Some((cause, after(days)));
                journey.died_on = (cause == EndCause::Died).then(|| after(days));
            })
        };
        let before = of(179, Step::NotFound);
        assert_eq!((counts(&before), left_out(&before, reason)), ((Some(0), Some(0)), 1), "{reason}");
        let refused = of(179, not(StepOutcome::Refused));
        assert_eq!(left_out(&refused, reason), 1, "{reason}: refused");
        assert_eq!(counts(&of(180, Step::NotFound)), (Some(0), Some(1)), "{reason}: the window was had");
        // Nor is it a hit: those who were reached before would stay alone.
        assert_eq!(left_out(&of(179, done(10)), reason), 1, "{reason}: done before");
        assert_eq!(counts(&of(180, done(10))), (Some(1), Some(1)), "{reason}: done, and the window was had");
    }
}

#[test]
fn another_end_is_a_miss_elsewhere_and_is_said() {
    let two = journeys(2, |number, journey| {
        journey.dxa = Step::NotFound;
        if number == 0 {
            journey.end = Some((EndCause::Died, after(20)));
            journey.died_on = Some(after(20));
        }
    });
    let row = row("IOF-4", &two);
    assert_eq!(counts(&row), (Some(0), Some(2)));
    assert!(because(&row).contains("Of 1 fracture the person died or moved"), "{}", because(&row));
    // While the window is open neither counts: the dead alone would make it worse than it is.
    assert_eq!(counts(&row_of("IOF-4", "all", &two, &reported(30))), (Some(0), Some(0)));
}

#[test]
fn what_follows_another_fracture_stands_in_its_own_journey() {
    let of = |next, step| {
        let one = journeys(1, |_, journey| {
            journey.dxa = step;
            journey.refracture_on = Some(after(next));
        });
        row("IOF-4", &one)
    };
    let soon = of(84, Step::NotFound);
    assert_eq!((counts(&soon), left_out(&soon, "refractured_before_window_end")), ((Some(0), Some(0)), 1));
    assert_eq!(counts(&of(85, Step::NotFound)), (Some(0), Some(1)));
    for step in [done(3), not(StepOutcome::NotDone)] {
        assert_eq!(left_out(&of(84, step), "refractured_before_window_end"), 1, "whatever was done");
    }
    assert_eq!(counts(&of(85, done(3))), (Some(1), Some(1)));
}

#[test]
fn a_death_after_another_end_and_a_death_without_a_day_are_seen() {
    let moved_late = omw(Step::NotFound, |journey| {
        journey.end = Some((EndCause::Moved, after(200)));
        journey.died_on = Some(after(300));
    });
    assert_eq!(counts(&moved_late), (Some(0), Some(1)));
    let dead = omw(Step::NotFound, |journey| journey.died_on = Some(after(3)));
    assert_eq!(left_out(&dead, "died_before_window_end"), 1);
    let undated = omw(Step::NotFound, |journey| journey.died_undated = true);
    assert_eq!(left_out(&undated, "died_without_day"), 1);
}

#[test]
fn the_dead_are_not_asked_for_their_treatment() {
    let dead = journeys(1, |_, journey| {
        journey.treatment_recommended = done(3);
        journey.on_treatment_52_weeks = OnTreatment::NotReached;
        journey.on_treatment_365_days = OnTreatment::NotReached;
        journey.end = Some((EndCause::Died, after(150)));
        journey.died_on = Some(after(150));
    });
    for id in ["IOF-10", "FLSDB-11"] {
        let row = row(id, &dead);
        assert_eq!((counts(&row), left_out(&row, "died_before_window_end")), ((Some(0), Some(0)), 1));
    }
}

#[test]
fn without_a_window_nothing_ends_before_it() {
    let dead = journeys(1, |_, journey| {
        journey.falls_assessment = Step::NotFound;
        journey.end = Some((EndCause::Died, after(900)));
    });
    assert_eq!(counts(&row("IOF-5", &dead)), (Some(0), Some(1)));
}

#[test]
fn rightly_not_invited_is_no_miss() {
    let of = |invited, attended| {
        let one = journeys(1, |_, journey| {
            journey.invited = invited;
            journey.attended = attended;
        });
        row("IOF-3", &one)
    };
    let rightly = of(not(StepOutcome::NotInvited), Step::NotFound);
    assert_eq!((counts(&rightly), left_out(&rightly, "not_invited")), ((Some(0), Some(0)), 1));
    assert_eq!(counts(&of(not(StepOutcome::NotInvited), done(3))), (Some(1), Some(1)), "came all the same");
    assert_eq!(counts(&of(done(3), not(StepOutcome::Absent))), (Some(0), Some(1)), "absent is a miss");
}

#[test]
fn no_scan_is_missed_where_none_was_needed() {
    for (reason, expected) in
        [(StepReason::RecentDxa, 0), (StepReason::NotIndicated, 0), (StepReason::Distance, 1)]
    {
        let one = journeys(1, |_, journey| {
            let reason = Some(reason);
            journey.dxa = Step::Not { outcome: StepOutcome::NotDone, reason, on: None };
        });
        assert_eq!(row("IOF-4", &one).denominator, Some(expected), "{reason}");
    }
}

#[test]
fn what_no_record_says_cannot_be_computed() {
    let silent = journeys(3, |_, _| {});
    for (id, who) in [
        ("IOF-3", "was seen by the service"),
        ("IOF-5", "had a falls assessment"),
        ("IOF-6", "was recommended a treatment"),
        ("IOF-7", "began strength and balance exercise"),
        ("IOF-9", "was recommended a treatment"),
        ("CTF-8", "had an assessment of health and way of life"),
    ] {
        let row = row(id, &silent);
        let what = format!("cannot be computed, because no record says who {who}.");
        assert!(because(&row).starts_with(&what), "{id}: {}", because(&row));
        assert_eq!(counts(&row), (None, None), "{id}");
        assert_eq!((row.percent, row.ci_low, row.ci_high, row.level), (None, None, None, None), "{id}");
        assert_eq!(left_out(&row, "not_said"), 3, "{id}");
    }
}

#[test]
fn silence_beside_answers_is_left_out_with_both_ends() {
    // Of ten, six are said: five yes and one no.
    let ten = journeys(10, |number, journey| {
        journey.has_pathway = number < 6;
        journey.falls_assessment = match number {
            0..5 => done(20),
            5 => not(StepOutcome::NotDone),
            _ => Step::NotSaid,
        };
    });
    let row = row("IOF-5", &ten);
    assert_eq!((counts(&row), left_out(&row, "not_said")), ((Some(5), Some(6)), 4));
    assert!(because(&row).contains("between 5 and 9 of 10"), "{}", because(&row));
    assert_eq!(row.level, None, "83 % is green, but 50 % is amber");
    assert!(because(&row).contains("No level is given"), "{}", because(&row));
}

#[test]
fn who_was_reached_alone_is_no_rate() {
    let ten = journeys(10, |number, journey| {
        journey.falls_assessment = if number < 3 { done(5) } else { Step::NotSaid };
    });
    let row = row("IOF-5", &ten);
    assert_eq!((counts(&row), row.percent, row.level), ((Some(3), None), None, None));
    assert!(because(&row).starts_with("cannot be computed, because the records say only of whom it was so"));
    assert!(because(&row).contains("between 3 and 10 of 10"), "{}", because(&row));
}

#[test]
fn an_order_alone_is_no_denominator_of_recommendations() {
    let ten = journeys(10, |number, journey| {
        journey.recommended_by_order = number < 3;
        journey.treatment_started = if number < 3 { done(5) } else { Step::NotFound };
        journey.treatment_recommended = if number < 3 { done(5) } else { Step::NotSaid };
        journey.on_treatment_52_weeks = OnTreatment::Yes(Drug::Alendronate);
    });
    for id in ["IOF-8", "IOF-9", "IOF-10", "FLSDB-10", "CTF-9"] {
        let row = row(id, &ten);
        assert_eq!(counts(&row), (None, None), "{id}");
        assert!(because(&row).contains("no record says who was recommended a treatment"), "{id}");
    }
    assert_eq!(counts(&row("IOF-6", &ten)), (Some(3), None), "three were, and the others may have been");
}

#[test]
fn a_level_that_silence_cannot_change_is_given() {
    let hundred = journeys(100, |number, journey| {
        journey.falls_assessment = match number {
            0..90 => done(20),
            90..98 => Step::NotFound,
            _ => Step::NotSaid,
        };
    });
    let row = row("IOF-5", &hundred);
    assert_eq!(row.level, Some(crate::fls::output::Level::Green));
}

#[test]
fn one_silent_door_does_not_silence_the_others() {
    let ten = journeys(10, |number, journey| {
        let inpatient = number < 4;
        Arc::make_mut(&mut journey.event).door =
            Some(if inpatient { Door::Inpatient } else { Door::Outpatient });
        journey.falls_assessment = if inpatient { done(5) } else { Step::NotSaid };
    });
    let of = |door| row_of("IOF-5", door, &ten, &settings());
    assert_eq!(counts(&of("inpatient")), (Some(4), Some(4)));
    assert!(because(&of("outpatient")).starts_with("cannot be computed"));
    assert_eq!((counts(&of("all")), left_out(&of("all"), "not_said")), ((Some(4), None), 6));
    let nobody = of("referral");
    assert_eq!((counts(&nobody), nobody.percent, nobody.level), ((Some(0), Some(0)), None, None));
    assert!(because(&nobody).starts_with("Nobody is in the denominator."));
}

#[test]
fn nobody_on_a_drug_leaves_nobody_to_review() {
    let row = row("CTF-10", &journeys(2, |_, _| {}));
    assert_eq!((counts(&row), left_out(&row, "outside_denominator")), ((Some(0), Some(0)), 2));
}
