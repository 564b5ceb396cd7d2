//! Every row: whole, by door, and adding up.

use crate::fls::indicator::{DoorGroup, INDICATORS, Kind};
use crate::fls::journey::EndCause;

use super::*;

/// Two hundred journeys that differ in everything that is read.
fn many(doors: &[Option<Door>]) -> Vec<Journey> {
    use FractureSite::{DistalForearm, Face, ProximalFemur, Unspecified, Vertebra};
    let steps = [done(5), done(84), done(85), done(200), Step::Done(None), Step::NotFound, Step::NotSaid];
    let step = |number: usize, prime: usize| match (number * prime / 3) % 9 {
        7 => not(StepOutcome::Refused),
        8 => not(StepOutcome::Waiting),
        index => steps[index],
    };
    journeys(200, |number, journey| {
        Arc::make_mut(&mut journey.event).door = doors[number % doors.len()];
        Arc::make_mut(&mut journey.event).site =
            [DistalForearm, Vertebra, ProximalFemur, Unspecified, Face][number % 5];
        Arc::make_mut(&mut journey.event).age_years =
            [Some(50), Some(67), Some(85), Some(86), None][number / 3 % 5];
        journey.sex = [Some(Sex::Female), Some(Sex::Male), None][number / 7 % 3];
        journey.attended = step(number, 2);
        journey.dxa = step(number, 5);
        journey.bloods = step(number, 7);
        journey.falls_assessment = step(number, 11);
        journey.lifestyle_assessment = step(number, 13);
        journey.treatment_recommended = step(number, 17);
        journey.treatment_started = step(number, 19);
        journey.treatment_reviewed = step(number, 23);
        journey.exercise_started = step(number, 29);
        journey.seen_16_weeks = step(number, 31);
        journey.on_treatment_52_weeks = match number % 4 {
            0 => OnTreatment::Yes(Drug::Denosumab),
            1 => OnTreatment::NeverBegun,
            2 => OnTreatment::NotReached,
            _ => OnTreatment::NotSaid,
        };
        if number % 11 == 0 {
            journey.end = Some((EndCause::Died, after(50)));
            journey.died_on = Some(after(50));
        }
        if number % 4 == 0 {
            journey.on_treatment_at_event = Some((Drug::Alendronate, after(-50)));
        }
    })
}

/// Who is counted; where only those who were reached are known, they are.
fn counted(row: &KpiRow) -> u64 {
    row.denominator.or(row.numerator).unwrap_or(0)
}

const DOORS: [Option<Door>; 3] = [Some(Door::Inpatient), Some(Door::Outpatient), Some(Door::Referral)];

#[test]
fn a_row_for_each_indicator_and_door_with_its_dates_and_words() {
    for rows in [measure(&[], &settings()), measure(&many(&DOORS), &settings())] {
        assert_eq!(rows.len(), INDICATORS.len() * DoorGroup::ALL.len());
        for (row, at) in rows.iter().zip(0..) {
            let indicator = &INDICATORS[at / DoorGroup::ALL.len()];
            assert_eq!((row.id.as_str(), row.door.as_str()), (indicator.id, DoorGroup::KEYS[at % 4]));
            assert_eq!((row.from, row.to), (Some(date(2023, 1, 1)), Some(date(2024, 12, 31))));
            assert!(!row.title.is_empty() && !row.source.is_empty() && !row.confidence.is_empty());
            let is_rate = row.numerator.is_some() && row.denominator.is_some();
            assert!(is_rate || because(row).starts_with("cannot be computed, because"), "{row:?}");
            assert!(row.percent.is_some() || row.because.is_some(), "{row:?}");
            assert!(row.level.is_none() || row.percent.is_some() && !row.level_confidence.is_empty());
            if indicator.kind != Kind::Statement {
                assert!(!row.numerator_is.is_empty() && row.denominator_is.contains("`own`"), "{row:?}");
            }
            if let (Some(low), Some(percent), Some(high)) = (row.ci_low, row.percent, row.ci_high) {
                assert!(0.0 <= low && low <= percent && percent <= high && high <= 100.0, "{row:?}");
            }
        }
    }
}

#[test]
fn everybody_is_counted_or_left_out_with_a_reason() {
    for days in [3, 84, 100, 1500] {
        let journeys = many(&DOORS);
        for (row, at) in measure(&journeys, &reported(days)).iter().zip(0..) {
            let indicator = &INDICATORS[at / DoorGroup::ALL.len()];
            if !matches!(indicator.kind, Kind::Share | Kind::Delay) {
                continue;
            }
            let door = DoorGroup::from_key(&row.door).unwrap();
            let of_door = journeys.iter().filter(|journey| door.has(journey)).count() as u64;
            let left_out: u64 = row.excluded.iter().map(|out| out.count).sum();
            assert_eq!(counted(row) + left_out, of_door, "{} {}", row.id, row.door);
        }
    }
}

#[test]
fn the_doors_add_up_to_all_where_everybody_has_one() {
    let rows = measure(&many(&DOORS), &settings());
    for of_one in rows.chunks(DoorGroup::ALL.len()) {
        let [all, doors @ ..] = of_one else { panic!("no rows") };
        if INDICATORS.iter().any(|indicator| {
            indicator.id == all.id && matches!(indicator.kind, Kind::Expected | Kind::Statement)
        }) {
            continue;
        }
        let sum = |of: fn(&KpiRow) -> u64| doors.iter().map(of).sum::<u64>();
        let numerator = |row: &KpiRow| row.numerator.unwrap_or(0);
        assert_eq!(sum(numerator), numerator(all), "{}", all.id);
        assert_eq!(sum(counted), counted(all), "{}", all.id);
    }
}

#[test]
fn who_came_by_no_known_door_is_in_all_alone() {
    let with_none = many(&[Some(Door::Inpatient), None]);
    let of = |door| row_of("FLSDB-3", door, &with_none, &settings());
    assert_eq!(of("all").denominator, Some(160));
    assert_eq!(of("inpatient").denominator, Some(80));
    assert_eq!((of("outpatient").denominator, of("referral").denominator), (Some(0), Some(0)));
}

#[test]
fn the_order_of_journeys_makes_no_difference() {
    let mut journeys = many(&DOORS);
    let rows = measure(&journeys, &settings());
    journeys.reverse();
    assert_eq!(measure(&journeys, &settings()), rows);
}

#[test]
fn recalled_levels_are_marked() {
    for row in measure(&[], &settings()) {
        let expected = match row.id.as_str() {
            "IOF-6" => "B",
            id if id.starts_with("CTF") && row.window_days.is_none() && row.numerator_is.is_empty() => "",
            id if id.starts_with("CTF") => "B",
            "OMW" | "MIPS-418" | "FLSDB-1" => "",
            _ => "A",
        };
        assert_eq!(row.level_confidence, expected, "{}", row.id);
    }
}

#[test]
fn the_inclusion_set_is_named() {
    let omw = Settings { inclusion_set: crate::fls::options::InclusionSet::OmwStyle, ..settings() };
    assert!(
        row_of("OMW", "all", &[], &omw)
            .denominator_is
            .ends_with("(fractures counted by the set `omw_style`)")
    );
}
