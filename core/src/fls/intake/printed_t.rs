//! Printed T-scores that the reference of their machine does not give from the printed BMD.

use jiff::civil::Date;

use crate::densitometry::{Flag, Score};
use crate::document::{Patient, Scan};
use crate::engine::Engine;
use crate::fls::finding::FindingKind;
use crate::fls::record::PatientRecord;
use crate::outputs::{Output, Outputs};

use super::doubt::Doubt;
use super::patient::{patient, scans};
use super::scan::Reading;

const DIFFERING: [Flag; 3] =
    [Flag::PrintedTDiffers, Flag::PrintedTFitsMaleReference, Flag::PrintedTFitsOtherReference];

/// Asks the engine of each scan that has BMD, T-score and maker of one region.
pub(super) fn doubts(record: &PatientRecord, readings: &[Reading<'_>], doubts: &mut Vec<Doubt>) {
    let checked: Vec<Scan> = scans(readings.iter()).into_iter().filter(can_be_checked).collect();
    if checked.is_empty() || record.sex.is_none() || record.birth_date.is_none() {
        return;
    }
    let engine = Engine::default().with_outputs(Outputs::from_iter([Output::Scores]));
    for scan in checked {
        let Some(day) = scan.date else { continue };
        let of_person =
            PatientRecord { sex: record.sex, birth_date: record.birth_date, ..PatientRecord::default() };
        doubts.extend(of_scan(&engine, patient(&of_person, &[], &[], day), scan, day));
    }
}

fn can_be_checked(scan: &Scan) -> bool {
    let mut lines = scan.regions.iter().flatten();
    scan.manufacturer.is_some()
        && lines.any(|line| line.t_score.is_some() && (line.bmd_g_cm2.or(line.bmd_mg_cm2)).is_some())
}

fn of_scan(engine: &Engine, person: Patient, scan: Scan, day: Date) -> Vec<Doubt> {
    let mut person = Patient { scans: Some(vec![scan]), ..person };
    let mut session = engine.session();
    let Some(answer) = session.answer(&mut person, false, &mut Vec::new()) else { return Vec::new() };
    let doubt = |score: &Score<'_>| {
        let flag = DIFFERING.iter().find(|&&flag| score.flags.has(flag))?;
        let printed = score.printed_t.map_or(String::new(), |t| t.to_string());
        let because = format!(
            "{} on {day}: {}; where a T-score is due the engine's own counts",
            score.region,
            flag.text()
        );
        Some(Doubt::new(FindingKind::PrintedTDiffers, "value", &printed, because))
    };
    answer.scores.iter().filter_map(doubt).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Sex;
    use crate::fls::record::ScanValue;
    use crate::fls::{Code, CodeSystem, StatedDate};

    fn found(t: &str) -> Vec<(FindingKind, String)> {
        let value = |code: &str, value: &str, unit: &str| ScanValue {
            codes: vec![Code::new(CodeSystem::Loinc, code)],
            value: value.to_owned(),
            unit: unit.to_owned(),
            on: StatedDate::parse("2024-03-01"),
            device: "Lunar Prodigy DF+500475".to_owned(),
            ..ScanValue::default()
        };
        let record = PatientRecord {
            sex: Some(Sex::Female),
            birth_date: StatedDate::parse("1950-03-01"),
            scan_values: vec![value("38261-4", "0.777", "g/cm2"), value("38264-8", t, "1")],
            ..PatientRecord::default()
        };
        let mut found = Vec::new();
        doubts(&record, &super::super::scan::readings(&record), &mut found);
        found.into_iter().map(|doubt| (doubt.kind, doubt.value)).collect()
    }

    #[test]
    fn a_print_is_held_against_its_reference() {
        // A report of GE: total hip 0.777 g/cm2 printed -1.8.
        assert_eq!(found("-1.8"), []);
        assert_eq!(found("-2.6"), [(FindingKind::PrintedTDiffers, "-2.6".to_owned())]);
    }
}
