//! A change between two scans that no bone makes.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::facts::years_between;
use crate::fls::finding::FindingKind;
use crate::quantity::Compared;

use super::doubt::Doubt;
use super::scan::Reading;
use super::tables::{CHANGE_BASE_SD, CHANGE_MOST_SD, CHANGE_SD_PER_YEAR, Quantity};

/// The change from which two T-scores of one place are doubted, after so many years.
#[must_use]
pub fn doubted_change_sd(years: f64) -> f64 {
    (CHANGE_BASE_SD + CHANGE_SD_PER_YEAR * years).min(CHANGE_MOST_SD)
}

/// Holds each T-score against the one before it that was declared to be of the same place: whatever place that
/// is, it is the same, so that this needs no region.
pub(super) fn doubts(readings: &[Reading<'_>], doubts: &mut Vec<Doubt>) {
    let mut by_place: BTreeMap<String, BTreeMap<jiff::civil::Date, Vec<&Reading<'_>>>> = BTreeMap::new();
    for reading in readings.iter().filter(|reading| t_of(reading).is_some()) {
        if let Some(day) = reading.day {
            by_place.entry(place(reading)).or_default().entry(day).or_default().push(reading);
        }
    }
    for days in by_place.values() {
        days.iter().for_each(|(day, values)| of_one_day(*day, values, doubts));
        for ((before_day, before), (day, after)) in days.iter().zip(days.iter().skip(1)) {
            let limit = doubted_change_sd(years_between(*before_day, *day));
            let Some((old, new, change)) = smallest_change(before, after) else { continue };
            if Compared::exact(change.abs()) < Compared::exact(limit) {
                continue;
            }
            let limit = crate::math::round_significant(limit, 2);
            let because = format!(
                "T-score {} on {before_day}, then {} on {day}: no bone changes by {limit} SD in that time; both are \
                 kept as they are written, and somebody must look",
                shown(old),
                shown(new),
            );
            doubts.push(Doubt::new(FindingKind::ImpossibleChange, "value", &new.value.value, because));
        }
    }
}

/// Two T-scores of one place and one day that no change of bone, and no second hip, lies between.
fn of_one_day(day: jiff::civil::Date, values: &[&Reading<'_>], doubts: &mut Vec<Doubt>) {
    let by_size =
        |a: &&&Reading<'_>, b: &&&Reading<'_>| t_of(a).partial_cmp(&t_of(b)).unwrap_or(Ordering::Equal);
    let (Some(low), Some(high)) = (values.iter().min_by(by_size), values.iter().max_by(by_size)) else {
        return;
    };
    let Some(apart) = t_of(high).zip(t_of(low)).map(|(high, low)| high - low) else { return };
    if Compared::exact(apart) < Compared::exact(doubted_change_sd(0.0)) {
        return;
    }
    let because = format!(
        "T-scores {} and {} of one place on {day}: they cannot both be right; both are kept as they are written, and \
         somebody must look",
        shown(high),
        shown(low),
    );
    doubts.push(Doubt::new(FindingKind::ImpossibleChange, "value", &low.value.value, because));
}

/// Of several values of a day the pair that is nearest: both hips may stand under one code.
fn smallest_change<'a, 'r>(
    before: &[&'a Reading<'r>],
    after: &[&'a Reading<'r>],
) -> Option<(&'a Reading<'r>, &'a Reading<'r>, f64)> {
    let pairs = before.iter().flat_map(|old| after.iter().map(move |new| (*old, *new)));
    let changes = pairs.filter_map(|(old, new)| Some((old, new, t_of(new)? - t_of(old)?)));
    changes.min_by(|a, b| a.2.abs().total_cmp(&b.2.abs()))
}

fn t_of(reading: &Reading<'_>) -> Option<f64> {
    let measured = reading.measured.filter(|measured| measured.quantity == Quantity::TScore)?;
    Some(measured.number)
}

/// The place as it was declared: the region that was read, otherwise the code, otherwise the words.
fn place(reading: &Reading<'_>) -> String {
    let side = reading.side.map_or("", crate::document::Side::as_str);
    let declared = || {
        let code = reading.value.codes.first().map(|code| code.code.to_string());
        code.unwrap_or_else(|| format!("{} {}", reading.value.display, reading.value.body_site))
    };
    let region = reading.region.map_or_else(declared, |region| region.as_str().to_owned());
    let vertebrae = reading.vertebrae.map_or(String::new(), |set| set.to_string());
    format!("{region} {side} {vertebrae}")
}

/// The number with as many decimals as a reader can use.
fn shown(reading: &Reading<'_>) -> String {
    t_of(reading).map_or(String::new(), |t| crate::math::round_significant(t, 3).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fls::record::ScanValue;
    use crate::fls::{Code, CodeSystem, StatedDate};

    fn value(day: &str, t: &str) -> ScanValue {
        ScanValue {
            codes: vec![Code::new(CodeSystem::Loinc, "38265-5")],
            display: "DXA [T-score] Bone density".to_owned(),
            value: t.to_owned(),
            unit: "{T-score}".to_owned(),
            on: StatedDate::parse(day),
            ..ScanValue::default()
        }
    }

    fn found(values: &[(&str, &str)]) -> Vec<String> {
        let values: Vec<ScanValue> = values.iter().map(|(day, t)| value(day, t)).collect();
        let readings: Vec<_> = values.iter().map(|v| super::super::scan::read(v, &mut Vec::new())).collect();
        let mut found = Vec::new();
        doubts(&readings, &mut found);
        found.into_iter().map(|doubt| doubt.because).collect()
    }

    #[test]
    fn a_fall_by_three_sds_in_four_years() {
        let found = found(&[("2019-02-09", "-2.59"), ("2013-11-18", "0.09"), ("2015-01-12", "0.43")]);
        assert_eq!(
            found,
            [
                "T-score 0.43 on 2015-01-12, then -2.59 on 2019-02-09: no bone changes by 1.8 SD in that time; both \
              are kept as they are written, and somebody must look"
            ]
        );
    }

    #[test]
    fn the_limit_is_at_the_limit() {
        assert!(found(&[("2020-01-01", "-1.0"), ("2021-01-01", "-2.1")]).is_empty());
        assert_eq!(found(&[("2020-01-01", "-1.0"), ("2021-01-01", "-2.2")]).len(), 1);
        // As far apart as can be: 2.5.
        assert!(found(&[("1990-01-01", "0.0"), ("2021-01-01", "-2.4")]).is_empty());
        assert_eq!(found(&[("1990-01-01", "0.0"), ("2021-01-01", "-2.5")]).len(), 1);
        assert_eq!(found(&[("1990-01-01", "-2.5"), ("2021-01-01", "0.0")]).len(), 1);
    }

    #[test]
    fn of_both_hips_under_one_code_the_nearest_are_compared() {
        assert!(found(&[("2020-01-01", "-2.0"), ("2020-01-01", "-2.9"), ("2021-01-01", "-3.0")]).is_empty());
    }

    #[test]
    fn two_scores_of_one_day_that_differ_too_much_are_told() {
        let found = found(&[("2020-01-01", "-0.5"), ("2020-01-01", "-3.5")]);
        assert_eq!(
            found,
            [
                "T-scores -0.5 and -3.5 of one place on 2020-01-01: they cannot both be right; both are kept as they \
                 are written, and somebody must look"
            ]
        );
    }
}
