//! What a try of making contact says, and moves without a day.

use super::*;

#[test]
fn a_refusal_at_contact_is_a_refusal() {
    let invitation = done(StepName::Invited, date(2022, 3, 10));
    let on = date(2022, 3, 20);
    let call = |outcome| not(StepName::Contacted, on, outcome);
    for (outcome, expected) in [
        (StepOutcome::Refused, StepOutcome::Refused),
        (StepOutcome::Moved, StepOutcome::Moved),
        (StepOutcome::Dead, StepOutcome::Dead),
        (StepOutcome::NotDone, StepOutcome::Waiting),
        (StepOutcome::Done, StepOutcome::Waiting),
    ] {
        for rows in [vec![call(outcome)], vec![invitation.clone(), call(outcome)]] {
            let journey = Case::of(rows).first();
            assert!(journey.invited.is_done());
            assert_eq!(ended(journey.attended), Some(expected), "{outcome}");
        }
    }
    // Came after all, or was asked again.
    let came = Case::of(vec![call(StepOutcome::Refused), done(StepName::Attended, date(2022, 5, 1))]);
    assert!(came.first().attended.is_done());
    let again = Case::of(vec![call(StepOutcome::Refused), done(StepName::Invited, date(2022, 5, 1))]);
    assert_eq!(ended(again.first().attended), Some(StepOutcome::Waiting));
    // Found in a nursing home when called: rightly not invited.
    let home = Case::of(vec![call(StepOutcome::NotInvited)]).first();
    assert_eq!(ended(home.invited), Some(StepOutcome::NotInvited));
    assert_eq!(ended(home.attended), Some(StepOutcome::NotInvited));
}

#[test]
fn a_move_without_a_day_is_a_range() {
    let invitation = done(StepName::Invited, date(2022, 3, 10));
    for (on, from) in [(None, date(2022, 3, 10)), (Some(StatedDate::Month(2022, 5)), date(2022, 5, 1))] {
        let moved = PathwayRow { on, ..row(StepName::Moved, None, Some(StepOutcome::Done)) };
        let (journeys, findings) = Case::of(vec![invitation.clone(), moved]).all();
        assert_eq!(journeys[0].end, Some((EndCause::Moved, from)));
        assert_eq!(ended(journeys[0].attended), Some(StepOutcome::Moved));
        assert_eq!(findings.iter().filter(|one| one.kind == FindingKind::DateIncomplete).count(), 1);
    }
    // A month before the fracture is another matter.
    let before = PathwayRow {
        on: Some(StatedDate::Month(2022, 2)),
        event_id: "p@2022-03-01".to_owned(),
        ..row(StepName::Moved, None, Some(StepOutcome::Done))
    };
    assert_eq!(Case::of(vec![before]).first().end, None);
}
