//! Height, weight, body mass index and smoking.

use jiff::civil::Date;

use crate::facts::limits::{self, Limit};
use crate::fls::code::{Code, CodeSystem};
use crate::fls::finding::FindingKind;
use crate::fls::record::{PatientRecord, ResultValue};

use super::doubt::Doubt;
use super::tables::{BODY_CODES, BODY_UNITS, Measure, SMOKING};
use super::unit::{number, outside, plain};

/// What was measured, if it is a measure of the body that is read.
pub(super) fn measure(codes: &[Code]) -> Option<Measure> {
    let loinc = codes.iter().filter(|code| code.system == CodeSystem::Loinc);
    loinc
        .filter_map(|code| BODY_CODES.iter().find(|row| row.code == &*code.code))
        .map(|row| row.measure)
        .next()
}

/// The number in the unit of its measure, and its day; `None` where there is none or where it was doubted.
pub(super) fn read(result: &ResultValue, measure: Measure, doubts: &mut Vec<Doubt>) -> Option<(Date, f64)> {
    let limit = limit(measure)?;
    // An empty cell holds nothing that could be lost.
    let is_lost = !result.value.trim().is_empty();
    let mut doubt = |kind, field, value: &str, because| {
        let doubt = Doubt::new(kind, field, value, because);
        doubts.push(if is_lost { doubt.lost() } else { doubt });
    };
    let Some(day) = result.on.and_then(crate::fls::StatedDate::day) else {
        let because = format!("the day of the {measure} is not stated: not read");
        doubt(FindingKind::DateIncomplete, "date", "", because);
        return None;
    };
    let Some(written) = number(&result.value) else {
        let because = format!("the {measure} has no number: not read");
        doubt(FindingKind::NoValue, "value", &result.value, because);
        return None;
    };
    let unit: String = plain(&result.unit).chars().filter(|c| !matches!(c, '[' | ']')).collect();
    let Some(row) = BODY_UNITS.iter().find(|row| row.measure == measure && row.unit == unit) else {
        let because = format!(
            "{:?} is no unit of {measure} that is read here: not read",
            super::doubt::cut(&result.unit)
        );
        doubt(FindingKind::UnitSlip, "unit", &result.unit, because);
        return None;
    };
    let value = written * row.factor;
    if !(limit.low..=limit.high).contains(&value) {
        let (kind, because) = outside(&result.value, value, &limit);
        doubt(kind, "value", &format!("{} {}", result.value, result.unit), format!("{measure}: {because}"));
        return None;
    }
    Some((day, value))
}

/// The latest of a person on or before a day that can be.
pub(super) fn latest(record: &PatientRecord, wanted: Measure, on: Date) -> Option<f64> {
    let of_measure = record.results.iter().filter(|result| measure(&result.codes) == Some(wanted));
    let read = of_measure.filter_map(|result| read(result, wanted, &mut Vec::new()));
    // Of one day the last on the list.
    read.filter(|(day, _)| *day <= on).max_by_key(|(day, _)| *day).map(|(_, value)| value)
}

/// Whether the person smokes, by the latest answer on or before a day that is known.
pub(super) fn smokes(record: &PatientRecord, on: Date) -> Option<bool> {
    let answers = record.results.iter().filter(|result| measure(&result.codes) == Some(Measure::Smoking));
    let known = answers.filter_map(|result| Some((result.on?.day()?, answer(result)?)));
    known.filter(|(day, _)| *day <= on).max_by_key(|(day, _)| *day).map(|(_, smokes)| smokes)
}

/// Whether an answer says that the person smokes; none where it says nothing that is known here.
pub(super) fn answer(result: &ResultValue) -> Option<bool> {
    let answer = result.value.trim().to_lowercase();
    SMOKING.iter().find(|row| row.answer == answer).map(|row| row.smokes)
}

const fn limit(measure: Measure) -> Option<Limit> {
    match measure {
        Measure::HeightCm => Some(limits::HEIGHT_CM),
        Measure::WeightKg => Some(limits::WEIGHT_KG),
        Measure::BmiKgM2 => Some(limits::BMI),
        Measure::Smoking => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fls::StatedDate;
    use jiff::civil::date;

    fn result(code: &str, value: &str, unit: &str, day: &str) -> ResultValue {
        ResultValue {
            codes: vec![Code::new(CodeSystem::Loinc, code)],
            value: value.to_owned(),
            unit: unit.to_owned(),
            on: StatedDate::parse(day),
            ..ResultValue::default()
        }
    }

    #[test]
    fn the_latest_that_can_be() {
        let record = PatientRecord {
            results: vec![
                result("8302-2", "1.62", "m", "2020-01-01"),
                result("8302-2", "64", "[in_i]", "2022-01-01"),
                result("8302-2", "1.62", "cm", "2023-01-01"),
                result("8302-2", "163", "cm", "2030-01-01"),
                result("29463-7", "140", "[lb_av]", "2022-01-01"),
                result("72166-2", "Current every day smoker", "", "2019-01-01"),
                result("72166-2", "8517006", "", "2022-01-01"),
            ],
            ..PatientRecord::default()
        };
        let on = date(2024, 1, 1);
        assert_eq!(latest(&record, Measure::HeightCm, on), Some(162.56));
        assert_eq!(latest(&record, Measure::HeightCm, date(2021, 1, 1)), Some(162.0));
        assert_eq!(latest(&record, Measure::WeightKg, on), Some(140.0 * 0.453_592_37));
        assert_eq!(latest(&record, Measure::BmiKgM2, on), None);
        assert_eq!((smokes(&record, on), smokes(&record, date(2020, 1, 1))), (Some(false), Some(true)));
        assert_eq!(smokes(&record, date(2018, 1, 1)), None);
    }

    #[test]
    fn slips_are_named() {
        for (code, value, unit, kind) in [
            ("8302-2", "1.62", "cm", FindingKind::UnitSlip),
            ("8302-2", "162", "", FindingKind::UnitSlip),
            ("29463-7", "5", "kg", FindingKind::BadValue),
            ("29463-7", "x", "kg", FindingKind::NoValue),
        ] {
            let mut doubts = Vec::new();
            let result = result(code, value, unit, "2024-01-01");
            assert_eq!(read(&result, measure(&result.codes).unwrap(), &mut doubts), None);
            assert_eq!(doubts.iter().map(|doubt| doubt.kind).collect::<Vec<_>>(), [kind], "{value} {unit}");
        }
    }
}
