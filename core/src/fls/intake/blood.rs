//! Bloods: a code of LOINC, a number, and the unit that the laboratory wrote.

use jiff::civil::Date;

use crate::document::{Analyte, Comparator, Lab};
use crate::facts::limits;
use crate::fls::code::{Code, CodeSystem};
use crate::fls::finding::FindingKind;
use crate::fls::record::ResultValue;

use super::doubt::Doubt;
use super::tables::BLOOD_CODES;
use super::unit::{number, outside};

/// What was measured, if it is a blood that is read.
pub(super) fn analyte(codes: &[Code]) -> Option<Analyte> {
    let loinc = codes.iter().filter(|code| code.system == CodeSystem::Loinc);
    loinc
        .filter_map(|code| BLOOD_CODES.iter().find(|row| row.code == &*code.code))
        .map(|row| row.analyte)
        .next()
}

/// The day and the analyte of a result that is there. A record without a value may be one that was cancelled.
pub(super) fn done(result: &ResultValue) -> Option<(Date, Analyte)> {
    let analyte = analyte(&result.codes)?;
    let is_there = !result.value.trim().is_empty() || is_in_words(analyte);
    Some((result.on?.day()?, analyte)).filter(|_| is_there)
}

/// Whether a result is usually words, or a picture: then a record without a number is a result.
fn is_in_words(analyte: Analyte) -> bool {
    analyte == Analyte::SerumProteinElectrophoresis
}

/// A result as the document holds it; `None` where there is none, or where it was doubted.
pub(super) fn lab(result: &ResultValue, doubts: &mut Vec<Doubt>) -> Option<Lab> {
    let analyte = analyte(&result.codes)?;
    // An empty cell holds nothing that could be lost.
    let is_lost = !result.value.trim().is_empty();
    let mut doubt = |kind, field, value: &str, because| {
        let doubt = Doubt::new(kind, field, value, because);
        doubts.push(if is_lost { doubt.lost() } else { doubt });
    };
    let Some(day) = result.on.and_then(crate::fls::StatedDate::day) else {
        let because = format!("the day of the {analyte} is not stated: not read");
        doubt(FindingKind::DateIncomplete, "date", "", because);
        return None;
    };
    let lab = Lab { analyte: Some(analyte), date: Some(day), ..Lab::default() };
    let text = result.value.trim();
    let (sign, digits) = match text.strip_prefix(['<', '>']) {
        Some(rest) if result.comparator.trim().is_empty() => {
            (text.get(..1).unwrap_or(""), rest.trim_start_matches('='))
        }
        _ => (result.comparator.trim(), text),
    };
    let comparator = match sign {
        "" => None,
        "<" | "<=" => Some(Comparator::Below),
        ">" | ">=" => Some(Comparator::Above),
        other => {
            let because = format!("the {analyte} has a sign that is not known: not read");
            doubt(FindingKind::BadValue, "comparator", other, because);
            return None;
        }
    };
    let Some(value) = number(digits) else {
        if is_in_words(analyte) && (text.is_empty() || text.chars().any(char::is_alphabetic)) {
            return Some(Lab { coded: Some(text.to_owned()).filter(|text| !text.is_empty()), ..lab });
        }
        let because = format!("the {analyte} has no number: not read");
        doubt(FindingKind::NoValue, "value", text, because);
        return None;
    };
    let unit = unit(&result.unit);
    if unit.is_empty() {
        let because = format!("the {analyte} has no unit: not read");
        doubt(FindingKind::UnitSlip, "unit", text, because);
        return None;
    }
    let limit = limits::lab(analyte, Some(&unit));
    if !(limit.low..=limit.high).contains(&value) {
        let (kind, because) = outside(text, value, &limit);
        doubt(kind, "value", &format!("{text} {}", result.unit), format!("{analyte}: {because}"));
        return None;
    }
    let bound = |bound: Option<f64>| {
        bound.filter(|x| (limits::NOT_NEGATIVE.low..=limits::NOT_NEGATIVE.high).contains(x))
    };
    Some(Lab {
        comparator,
        value: Some(value),
        unit: Some(unit),
        reference_low: bound(result.reference.0),
        reference_high: bound(result.reference.1),
        ..lab
    })
}

/// The unit as laboratories write it: UCUM puts arbitrary units in brackets, `m[IU]/L`.
fn unit(written: &str) -> String {
    written.trim().chars().filter(|c| !matches!(c, '[' | ']')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fls::StatedDate;

    fn result(code: &str, value: &str, unit: &str) -> ResultValue {
        ResultValue {
            codes: vec![Code::new(CodeSystem::Loinc, code)],
            value: value.to_owned(),
            unit: unit.to_owned(),
            on: StatedDate::parse("2024-03-01"),
            ..ResultValue::default()
        }
    }

    fn read(result: &ResultValue) -> (Option<Lab>, Vec<FindingKind>) {
        let mut doubts = Vec::new();
        let lab = lab(result, &mut doubts);
        (lab, doubts.iter().map(|doubt| doubt.kind).collect())
    }

    #[test]
    fn results_keep_their_unit() {
        for (code, value, unit, analyte, number, written) in [
            ("49765-1", "9.4", "mg/dL", Analyte::Calcium, 9.4, "mg/dL"),
            ("2000-8", "2,35", "mmol/L", Analyte::Calcium, 2.35, "mmol/L"),
            ("38483-4", "1.1", "mg/dL", Analyte::Creatinine, 1.1, "mg/dL"),
            ("14682-9", "88", "umol/L", Analyte::Creatinine, 88.0, "umol/L"),
            ("3016-3", "1.2", "m[IU]/L", Analyte::Tsh, 1.2, "mIU/L"),
            ("62292-8", "31", "ng/mL", Analyte::VitaminD25oh, 31.0, "ng/mL"),
        ] {
            let (lab, doubts) = read(&result(code, value, unit));
            let lab = lab.unwrap();
            assert_eq!((lab.analyte, lab.value), (Some(analyte), Some(number)), "{code}");
            assert_eq!((lab.unit.as_deref(), &*doubts), (Some(written), &[][..]), "{code}");
        }
    }

    #[test]
    fn what_cannot_be_is_not_read() {
        for (code, value, unit, kind) in [
            ("2000-8", "9.4", "mmol/L", FindingKind::UnitSlip),
            ("17861-6", "2.35", "mg/dL", FindingKind::UnitSlip),
            ("2160-0", "88", "mg/dL", FindingKind::UnitSlip),
            ("2160-0", "1.0", "", FindingKind::UnitSlip),
            ("2160-0", "NaN", "mg/dL", FindingKind::NoValue),
            ("2160-0", "", "mg/dL", FindingKind::NoValue),
            ("6768-6", "-4", "U/L", FindingKind::BadValue),
        ] {
            assert_eq!(read(&result(code, value, unit)), (None, vec![kind]), "{code} {value} {unit}");
        }
        assert_eq!(read(&result("8302-2", "170", "cm")), (None, vec![]));
    }

    #[test]
    fn beyond_the_range_of_the_method() {
        let (lab, _) = read(&result("1988-5", "<5", "mg/L"));
        assert_eq!(lab.unwrap().comparator, Some(Comparator::Below));
        let stated = ResultValue { comparator: ">".to_owned(), ..result("1988-5", "300", "mg/L") };
        assert_eq!(read(&stated).0.unwrap().comparator, Some(Comparator::Above));
    }

    #[test]
    fn done_is_what_has_a_result() {
        let day = jiff::civil::date(2024, 3, 1);
        assert_eq!(done(&result("2160-0", "1.0", "mg/dL")), Some((day, Analyte::Creatinine)));
        assert_eq!(done(&result("2160-0", " ", "mg/dL")), None);
        let electrophoresis = done(&result("24351-9", "", ""));
        assert_eq!(electrophoresis, Some((day, Analyte::SerumProteinElectrophoresis)));
        assert_eq!(done(&result("8302-2", "170", "cm")), None);
    }
}
