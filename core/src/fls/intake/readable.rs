//! Which results of a person anything can still read: a face that reads a million people keeps no others.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::document::Analyte;
use crate::fls::options::Period;
use crate::fls::pathway::clock::{BLOODS_AFTER_DAYS, BLOODS_BEFORE_DAYS, days_after, days_before};
use crate::fls::record::ResultValue;
use crate::fls::stated_date::StatedDate;

use super::tables::Measure;
use super::{blood, body, of_result};

/// Days of one kind of result that are kept from the latest back: the latest is read, and the one before it
/// where the latest turns out to have been entered in error.
const LATEST_DAYS: usize = 2;

/// What a result is of, where a later one takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Blood(Analyte),
    Body(Measure),
}

/// Of each result whether it can be read by anything, whatever other results come; the face may forget the
/// others. `fractures` are the days of all records that may be a fracture of the person.
///
/// Read are bloods around a fracture of the period, the latest of each kind, whatever is doubtful, since it is
/// listed, and the earliest, which shows whether there are results from before birth.
#[must_use]
pub fn readable(results: &[ResultValue], fractures: &[Date], period: Period) -> Vec<bool> {
    let mut latest: BTreeMap<Kind, Vec<Date>> = BTreeMap::new();
    let kinds: Vec<Option<(Kind, Date)>> = results.iter().map(replaceable).collect();
    for &(kind, day) in kinds.iter().flatten().filter(|(_, day)| *day <= period.as_of) {
        let days = latest.entry(kind).or_default();
        if let Err(place) = days.binary_search(&day) {
            days.insert(place, day);
            if days.len() > LATEST_DAYS {
                days.remove(0);
            }
        }
    }
    let earliest = results.iter().filter_map(|result| result.on.and_then(StatedDate::day)).min();
    let is_read = |(kind, day): (Kind, Date)| {
        Some(day) == earliest
            || latest.get(&kind).is_some_and(|days| days.contains(&day))
            || (matches!(kind, Kind::Blood(_)) && fractures.iter().any(|&of| is_around(day, of, period)))
    };
    kinds.into_iter().map(|kind| kind.is_none_or(is_read)).collect()
}

/// The kind and the day of a result that a later one replaces; none where it is doubtful, or not a value.
fn replaceable(result: &ResultValue) -> Option<(Kind, Date)> {
    let mut doubts = Vec::new();
    of_result(result, None, &mut doubts);
    let day = result.on?.day().filter(|_| doubts.is_empty())?;
    let kind = match body::measure(&result.codes) {
        // An answer that says nothing takes no place of one that does.
        Some(Measure::Smoking) => body::answer(result).map(|_| Kind::Body(Measure::Smoking)),
        Some(measure) => Some(Kind::Body(measure)),
        None => blood::lab(result, &mut Vec::new())
            .filter(|lab| lab.value.is_some())
            .and_then(|lab| lab.analyte)
            .map(Kind::Blood),
    };
    kind.map(|kind| (kind, day))
}

/// Whether a blood of a day may be part of the work-up of a fracture.
fn is_around(day: Date, fracture: Date, period: Period) -> bool {
    (period.from..=period.to.min(period.as_of)).contains(&fracture)
        && days_before(fracture, BLOODS_BEFORE_DAYS) <= day
        && day <= days_after(fracture, BLOODS_AFTER_DAYS)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::fls::code::{Code, CodeSystem};

    const AS_OF: Date = date(2025, 1, 1);

    fn period() -> Period {
        Period::new(date(2020, 1, 1), date(2024, 12, 31), AS_OF).unwrap()
    }

    fn result(code: &str, value: &str, unit: &str, day: Date) -> ResultValue {
        ResultValue {
            codes: vec![Code::new(CodeSystem::Loinc, code)],
            value: value.to_owned(),
            unit: unit.to_owned(),
            on: Some(StatedDate::Day(day)),
            ..ResultValue::default()
        }
    }

    fn calcium(day: Date) -> ResultValue {
        result("49765-1", "9.4", "mg/dL", day)
    }

    #[test]
    fn bloods_around_a_fracture_of_the_period_and_the_latest_two_days() {
        let fracture = date(2022, 6, 1);
        let on = |days: i64| fracture.saturating_add(jiff::Span::new().days(days));
        let days = [
            date(2000, 1, 1),
            date(2010, 1, 1),
            on(-31),
            on(-30),
            on(112),
            on(113),
            date(2024, 1, 1),
            date(2024, 6, 1),
            date(2025, 2, 1),
        ];
        let results: Vec<_> = days.into_iter().map(calcium).collect();
        let expected = [true, false, false, true, true, false, true, true, false];
        assert_eq!(readable(&results, &[fracture], period()), expected);
        // A fracture outside the period has no work-up.
        let elsewhere = [true, false, false, false, false, false, true, true, false];
        assert_eq!(readable(&results, &[date(2019, 12, 31)], period()), elsewhere[..]);
        assert_eq!(readable(&results, &[], period()), elsewhere[..]);
    }

    #[test]
    fn what_is_doubtful_takes_no_place_and_is_kept() {
        let years = [2000, 2001, 2002, 2003, 2004];
        let mut results: Vec<_> =
            years.map(|year| result("8302-2", "160", "cm", date(year, 1, 1))).into_iter().collect();
        results.push(result("8302-2", "1.6", "cm", date(2010, 1, 1)));
        results.push(result("8302-2", "", "cm", date(2001, 1, 1)));
        results.push(ResultValue { on: StatedDate::parse("2001-05"), ..results[0].clone() });
        let expected = [true, false, false, true, true, true, true, true];
        assert_eq!(readable(&results, &[date(2001, 1, 1)], period()), expected);
    }

    #[test]
    fn an_answer_that_says_nothing_takes_no_place() {
        let smoking = |answer: &str, year| result("72166-2", answer, "", date(year, 1, 1));
        let results = [
            smoking("Former smoker", 2000),
            smoking("Never smoker", 2001),
            smoking("Never smoker", 2002),
            smoking("Never smoker", 2003),
            smoking("x", 2010),
            smoking("y", 2011),
        ];
        let kept = readable(&results, &[], period());
        assert_eq!(kept, [true, false, true, true, true, true]);
    }

    /// What a person looks like to the engine, the bloods of fractures and the doubts are as with everything.
    #[test]
    fn forgetting_changes_nothing_that_is_read() {
        use crate::fls::intake::{blood_days, patient};
        use crate::fls::record::PatientRecord;
        let mut seed = 7_u64;
        let mut draw = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        for _ in 0..200 {
            let fracture = date(2015, 1, 1).saturating_add(jiff::Span::new().days(draw(4000) as i64));
            let results: Vec<_> = (0..draw(40))
                .map(|_| {
                    let day = date(2005, 1, 1).saturating_add(jiff::Span::new().days(draw(8000) as i64));
                    match draw(6) {
                        0 => calcium(day),
                        1 => result("38483-4", ["1.1", "11000"][draw(2) as usize], "mg/dL", day),
                        2 => result("8302-2", ["160", "1.6"][draw(2) as usize], "cm", day),
                        3 => result("29463-7", &draw(100).to_string(), "kg", day),
                        4 => result("72166-2", ["Never smoker", "?"][draw(2) as usize], "", day),
                        _ => result("3016-3", "1.2", "m[IU]/L", day),
                    }
                })
                .collect();
            let record = PatientRecord {
                birth_date: Some(StatedDate::Day(date(2006, 1, 1))),
                results,
                ..PatientRecord::default()
            };
            let kept = readable(&record.results, &[fracture], period());
            let mut kept = kept.into_iter();
            let mut less = record.clone();
            less.results.retain(|_| kept.next().unwrap());
            let around = |record: &PatientRecord| {
                let mut days = blood_days(record);
                days.retain(|(day, _)| is_around(*day, fracture, period()) && *day <= AS_OF);
                days
            };
            assert_eq!(around(&less), around(&record));
            let (less, whole) = (patient(&less, &[], &[], AS_OF), patient(&record, &[], &[], AS_OF));
            let latest = |of: &crate::document::Patient| {
                let labs = of.labs.iter().flatten();
                let mut latest: Vec<_> = labs.map(|lab| (lab.analyte, lab.date)).collect();
                latest.sort();
                latest.reverse();
                latest.dedup_by_key(|(analyte, _)| *analyte);
                latest
            };
            assert_eq!(latest(&less), latest(&whole));
            let plain = |of: crate::document::Patient| crate::document::Patient { labs: None, ..of };
            assert_eq!(plain(less), plain(whole));
        }
    }
}
