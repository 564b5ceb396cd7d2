//! The funnel on made-up journeys: what can be said, of whom, and what it leaves open.

use std::sync::Arc;

use jiff::civil::{Date, date};

use super::*;
use crate::document::{Drug, FractureSite, Sex};
use crate::fls::event::Event;
use crate::fls::journey::{Door, EndCause, OnTreatment, Step, StepOutcome};
use crate::fls::options::{FlsOptions, Period};
use crate::fls::output::{FunnelStep, NamedRate};
use crate::fls::record::Death;
use crate::fls::sample;
use crate::fls::stated_date::StatedDate;

const DAY: Date = date(2022, 3, 1);

fn settings() -> Settings {
    let period = Period::new(date(2022, 1, 1), date(2022, 12, 31), date(2025, 1, 1)).unwrap();
    Settings::new(period, FlsOptions::default()).unwrap()
}

fn journey(patient_id: &str) -> Journey {
    let event = Event {
        age_years: Some(80),
        door: Some(Door::Inpatient),
        ..sample::event(patient_id, StatedDate::Day(DAY))
    };
    let on = OnTreatment::Yes(Drug::Zoledronate);
    Journey {
        sex: Some(Sex::Female),
        event: Arc::new(event),
        has_pathway: true,
        invited: Step::Done(None),
        attended: Step::Done(None),
        dxa: Step::Done(None),
        bloods: Step::NotFound,
        treatment_recommended: Step::Done(None),
        treatment_started: Step::Done(None),
        started_drug: Some(Drug::Zoledronate),
        on_treatment_12_months: on,
        on_treatment_24_months: on,
        on_treatment_52_weeks: on,
        on_treatment_365_days: on,
        ..sample::silent(patient_id, DAY)
    }
}

/// Left the pathway at the invitation.
fn left(patient_id: &str, outcome: StepOutcome) -> Journey {
    let not = Step::Not { outcome, reason: None, on: None };
    let invited = match outcome {
        StepOutcome::NotInvited | StepOutcome::Dead | StepOutcome::Moved => not,
        _ => Step::Done(None),
    };
    Journey {
        invited,
        attended: not,
        dxa: Step::NotFound,
        treatment_recommended: Step::NotSaid,
        treatment_started: Step::NotFound,
        started_drug: None,
        on_treatment_12_months: OnTreatment::NeverBegun,
        on_treatment_24_months: OnTreatment::NeverBegun,
        ..journey(patient_id)
    }
}

/// What codes alone can say.
fn of_codes(patient_id: &str) -> Journey {
    Journey {
        has_pathway: false,
        invited: Step::NotSaid,
        attended: Step::NotSaid,
        ..left(patient_id, StepOutcome::Waiting)
    }
}

fn of(journeys: &[Journey]) -> Funnel {
    funnel(journeys, &[], &settings())
}

fn step<'f>(funnel: &'f Funnel, step: &str) -> &'f FunnelStep {
    funnel.groups[0].steps.iter().find(|one| one.step == step).unwrap()
}

fn fraction(rate: Option<&RateDocument>) -> (u64, u64) {
    rate.map_or((0, 0), |rate| (rate.numerator, rate.denominator))
}

fn ends(step: &FunnelStep) -> Vec<(&str, u64)> {
    step.ends.iter().map(|one| (one.reason.as_str(), one.count)).collect()
}

#[test]
fn every_journey_is_counted_once_at_each_step() {
    let journeys: Vec<Journey> = StepOutcome::ALL
        .iter()
        .map(|&outcome| left(outcome.as_str(), outcome))
        .chain([journey("through"), of_codes("silent")])
        .collect();
    let funnel = of(&journeys);
    for group in &funnel.groups {
        for step in &group.steps {
            let others: u64 = step.ends.iter().map(|one| one.count).sum();
            assert_eq!(step.count.unwrap_or(0) + others, group.fractures, "{} {}", group.group, step.step);
        }
    }
    let fractures = |by: &str| -> u64 {
        funnel.groups.iter().filter(|group| group.by == by).map(|group| group.fractures).sum()
    };
    for by in By::KEYS {
        assert_eq!(fractures(by), 10, "{by}");
    }
}

#[test]
fn ends_are_told_apart() {
    use StepOutcome as O;
    let journeys: Vec<Journey> = [O::Refused, O::Absent, O::Waiting, O::Dead, O::Moved, O::NotInvited]
        .map(|outcome| left(outcome.as_str(), outcome))
        .into_iter()
        .chain([journey("came")])
        .collect();
    let funnel = of(&journeys);
    let attended = step(&funnel, "attended");
    let expected =
        [("absent", 1), ("dead", 1), ("moved", 1), ("not_invited", 1), ("refused", 1), ("waiting", 1)];
    assert_eq!((attended.count, ends(attended)), (Some(1), expected.to_vec()));
    assert_eq!(fraction(attended.of_previous.as_ref()), (1, 4));
    assert_eq!(fraction(attended.of_identified.as_ref()), (1, 7));
    let rates: Vec<(&str, u64, u64)> = funnel.groups[0]
        .attendance
        .iter()
        .map(|NamedRate { id, rate }| (id.as_str(), rate.numerator, rate.denominator))
        .collect();
    let expected =
        [("attended_of_identified", 1, 7), ("attended_of_invited", 1, 4), ("attended_of_invitable", 1, 4)];
    assert_eq!(rates, expected);
}

#[test]
fn codes_alone_say_nothing_of_visits() {
    let mut scanned = of_codes("a");
    scanned.dxa = Step::Done(Some(DAY));
    let funnel = of(&[scanned, of_codes("b")]);
    for silent in ["invited", "attended"] {
        let step = step(&funnel, silent);
        assert_eq!((step.count, &step.of_identified, &step.of_previous), (None, &None, &None));
        assert!(step.because.as_deref().unwrap().contains("pathway"));
        assert_eq!(ends(step), [("not_said", 2)]);
    }
    assert!(funnel.groups[0].attendance.is_empty());
    let dxa = step(&funnel, "dxa");
    assert_eq!((dxa.count, dxa.previous.as_deref()), (Some(1), Some("identified")));
    assert_eq!(fraction(dxa.of_previous.as_ref()), (1, 2));
    // No record of any drug: nobody is said to have begun none.
    let started = step(&funnel, "treatment_started");
    assert_eq!((started.count, &started.of_identified), (None, &None));
    assert_eq!(step(&funnel, "on_treatment_12_months").count, None);
    assert_eq!(step(&of(&[of_codes("a")]), "dxa").count, None);
}

#[test]
fn a_drug_of_anybody_shows_that_drugs_are_recorded() {
    let mut treated = of_codes("a");
    treated.courses = vec![crate::fls::drug::Course {
        drug: Drug::Alendronate,
        route: None,
        start: date(2020, 1, 1),
        covered_until: date(2024, 1, 1),
        last_record_on: date(2023, 1, 1),
        records: 9,
        stopped_on: None,
        stop_reason: None,
        planned_end: false,
        shown_taken: false,
    }];
    let funnel = of(&[treated, of_codes("b")]);
    let started = step(&funnel, "treatment_started");
    assert_eq!((started.count, ends(started)), (Some(0), vec![("not_found", 2)]));
}

#[test]
fn who_goes_on_with_the_drug_of_before_is_told_apart() {
    let mut goes_on = of_codes("a");
    goes_on.on_treatment_at_event = Some((Drug::Alendronate, date(2020, 1, 1)));
    goes_on.on_treatment_12_months = OnTreatment::NeverBegun;
    let mut begun = journey("b");
    begun.on_treatment_at_event = goes_on.on_treatment_at_event;
    let funnel = of(&[goes_on, begun, of_codes("c")]);
    for name in ["treatment_started", "on_treatment_12_months"] {
        let told = ends(step(&funnel, name));
        assert!(told.contains(&("on_treatment_at_event", 1)), "{name}: {told:?}");
        assert_eq!(step(&funnel, name).count, Some(1), "{name}");
    }
}

#[test]
fn whoever_skipped_a_step_is_counted_and_not_of_the_step_before() {
    // Scanned on the ward, and never came.
    let skipped = Journey { dxa: Step::Done(None), ..left("a", StepOutcome::Absent) };
    let funnel = of(&[skipped, journey("b")]);
    let dxa = step(&funnel, "dxa");
    assert_eq!(dxa.count, Some(2));
    assert_eq!(fraction(dxa.of_previous.as_ref()), (1, 1));
    assert_eq!(fraction(dxa.of_identified.as_ref()), (2, 2));
}

#[test]
fn later_treatment_is_of_those_who_can_be_known() {
    let stands = |id: &str, at: OnTreatment, end: Option<EndCause>| Journey {
        on_treatment_12_months: at,
        on_treatment_24_months: OnTreatment::NotReached,
        end: end.map(|cause| (cause, date(2022, 9, 1))),
        ..journey(id)
    };
    let stopped = OnTreatment::No { drug: Drug::Zoledronate, since: DAY, reason: None };
    let recent = Journey { day: date(2024, 6, 1), ..left("recent", StepOutcome::Waiting) };
    let journeys = [
        stands("on", OnTreatment::Yes(Drug::Zoledronate), None),
        stands("stopped", stopped, None),
        stands("dead", OnTreatment::NotReached, Some(EndCause::Died)),
        stands("moved", OnTreatment::NotReached, Some(EndCause::Moved)),
        stands("not over", OnTreatment::NotReached, None),
        left("never", StepOutcome::Refused),
        recent,
    ];
    let funnel = of(&journeys);
    let year = step(&funnel, "on_treatment_12_months");
    assert_eq!(year.count, Some(1));
    assert_eq!(fraction(year.of_previous.as_ref()), (1, 2), "on and stopped");
    assert_eq!(fraction(year.of_identified.as_ref()), (1, 4), "and the dead, and who never began");
    let expected = [("dead", 1), ("moved", 1), ("never_begun", 1), ("not_over", 2), ("stopped", 1)];
    assert_eq!(ends(year), expected);
    let because = year.because.as_deref().unwrap();
    assert!(because.contains("12 months are not over") && because.contains("died before"), "{because}");
    // That others never began says nothing of those who did.
    let nobody = of(&[stands("not over", OnTreatment::NotReached, None), journeys[5].clone()]);
    let year = step(&nobody, "on_treatment_12_months");
    assert_eq!((year.count, &year.of_previous), (None, &None));
    assert!(year.because.as_deref().unwrap().contains("not over"));
    let refused = Step::Not { outcome: StepOutcome::Refused, reason: None, on: None };
    let refused = Journey { treatment_started: refused, ..journeys[5].clone() };
    let none = of(&[refused, journeys[6].clone()]);
    let year = step(&none, "on_treatment_12_months");
    assert_eq!((year.count, fraction(year.of_identified.as_ref())), (Some(0), (0, 1)));
}

#[test]
fn groups_of_people() {
    let with = |id: &str, age, schooling, alone, site| {
        let mut one = journey(id);
        (one.schooling_years, one.living_alone) = (schooling, alone);
        let event = Arc::make_mut(&mut one.event);
        (event.age_years, event.site) = (age, site);
        one
    };
    use FractureSite as S;
    for (age, expected) in [
        (Some(49), "under_50"),
        (Some(50), "50-64"),
        (Some(64), "50-64"),
        (Some(65), "65-74"),
        (Some(74), "65-74"),
        (Some(75), "75-84"),
        (Some(84), "75-84"),
        (Some(85), "85+"),
        (None, "not_stated"),
    ] {
        assert_eq!(By::AgeBand.of(&with("p", age, None, None, S::Vertebra)), expected);
    }
    for (years, expected) in [(Some(9), "up_to_9_years"), (Some(10), "over_9_years"), (None, "not_stated")] {
        assert_eq!(By::Schooling.of(&with("p", None, years, None, S::Vertebra)), expected);
    }
    for (alone, expected) in [(Some(true), "alone"), (Some(false), "not_alone"), (None, "not_stated")] {
        assert_eq!(By::LivingAlone.of(&with("p", None, None, alone, S::Vertebra)), expected);
    }
    for &site in S::ALL {
        let key = By::Site.of(&with("p", None, None, None, site));
        assert!(By::Site.keys().contains(&key), "{site}");
    }
    let mut unknown = journey("p");
    unknown.sex = None;
    Arc::make_mut(&mut unknown.event).door = None;
    assert_eq!((By::Door.of(&unknown), By::Sex.of(&unknown)), ("not_stated", "not_stated"));
    let bands = group::AGE_BANDS.iter().map(|(_, band)| *band);
    assert!(bands.chain(["not_stated"]).eq(By::AgeBand.keys().iter().copied()));
}

#[test]
fn a_person_of_two_fractures_is_one_person() {
    let mut again = journey("p");
    Arc::make_mut(&mut again.event).site = FractureSite::Vertebra;
    let funnel = of(&[journey("p"), again, journey("q")]);
    assert_eq!((funnel.groups[0].fractures, funnel.groups[0].people), (3, 2));
}

#[test]
fn a_door_has_its_share_of_all_doors_too() {
    let mut other = left("q", StepOutcome::Absent);
    Arc::make_mut(&mut other.event).door = None;
    let funnel = of(&[journey("p"), other]);
    let door = funnel.groups.iter().find(|group| group.by == "door" && group.group == "inpatient").unwrap();
    let rate = door.attendance.iter().find(|rate| rate.id == "attended_of_identified_all_doors").unwrap();
    assert_eq!(fraction(Some(&rate.rate)), (1, 2));
    assert_eq!(fraction(Some(&door.attendance[0].rate)), (1, 1));
    assert!(funnel.groups.iter().any(|group| group.by == "door" && group.group == "not_stated"));
}

#[test]
fn what_is_not_counted_is_told_by_reason() {
    let row = |counted, because| EventRow {
        patient_id: "p".to_owned(),
        event: Arc::new(Event { counted, because, ..(*journey("p").event).clone() }),
        dxa_on: None,
        dxa_within_12_weeks: None,
        drug: None,
        drug_start: None,
        drug_within_16_weeks: None,
        drug_at_event: None,
        refracture_on: None,
        death: Death::NotStated,
    };
    let rows = [
        row(Counted::No, CountedBecause::Washout),
        row(Counted::No, CountedBecause::UnderAge),
        row(Counted::No, CountedBecause::Washout),
        row(Counted::Review, CountedBecause::Periprosthetic),
        row(Counted::Yes, CountedBecause::FragilitySite),
    ];
    let funnel = funnel(&[], &rows, &settings());
    let told = |lines: &[ExcludedCount]| -> Vec<(String, u64)> {
        lines.iter().map(|line| (line.reason.clone(), line.count)).collect()
    };
    assert_eq!(told(&funnel.counted_out), [("under_age".to_owned(), 1), ("washout".to_owned(), 2)]);
    assert_eq!(told(&funnel.review), [("periprosthetic".to_owned(), 1)]);
    assert_eq!(funnel.groups.len(), 1, "nobody is in no group but that of all");
    assert_eq!(funnel.groups[0].steps[0].count, None);
}

#[test]
fn whoever_was_invited_was_there_to_invite() {
    let not = |outcome| Step::Not { outcome, reason: None, on: None };
    let of = |invited, attended, end| {
        let one = Journey { invited, attended, end, ..journey("a") };
        let came = journey("b");
        let groups = of(&[one, came]).groups;
        let rate = groups[0].attendance.iter().find(|rate| rate.id == "attended_of_invitable").unwrap();
        fraction(Some(&rate.rate))
    };
    let died = |days: i64| Some((EndCause::Died, DAY.saturating_add(jiff::Span::new().days(days))));
    // Died long after an invitation that was not followed: a later death does not mend the rate.
    assert_eq!(of(Step::Done(None), not(StepOutcome::Dead), died(900)), (1, 2));
    assert_eq!(of(Step::NotSaid, Step::NotSaid, died(84)), (1, 1), "died before anybody could");
    assert_eq!(of(Step::NotSaid, Step::NotSaid, died(85)), (1, 2));
    assert_eq!(of(not(StepOutcome::NotInvited), not(StepOutcome::NotInvited), None), (1, 1));
}

#[test]
fn hips_found_of_those_that_the_hospital_knows() {
    let three = [journey("a"), journey("b"), journey("c")];
    let of = |known_hip| funnel(&three, &[], &Settings { known_hip, ..settings() }).hip_identified_of_known;
    assert_eq!(of(None), None);
    assert_eq!(fraction(of(Some(4)).as_ref()), (3, 4));
}
