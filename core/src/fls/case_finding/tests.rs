use jiff::civil::date;

use super::*;
use crate::document::{Drug, FractureSite as S, Sex};
use crate::fls::code::{Code, CodeSystem};
use crate::fls::event::{Counted, CountedBecause as B, TraumaEvidence};
use crate::fls::options::{FlsOptions, InclusionSet, Period};
use crate::fls::record::{Act, Condition, Death, DiagnosisRank, DrugRecord, Verification};
use crate::fls::stated_date::StatedDate;

mod causes;
mod same_fracture;
mod told_apart;
mod who_counts;

const WHO: CodeSystem = CodeSystem::Icd10Who;
const CM: CodeSystem = CodeSystem::Icd10Cm;
const FR: CodeSystem = CodeSystem::Cim10Fr;

fn settings_with(options: FlsOptions) -> Settings {
    let period = Period::new(date(2020, 1, 1), date(2025, 12, 31), date(2026, 6, 30)).unwrap();
    Settings::new(period, options).unwrap()
}

fn settings() -> Settings {
    settings_with(FlsOptions::default())
}

fn of_set(set: InclusionSet) -> Settings {
    settings_with(FlsOptions { inclusion_set: Some(set), ..FlsOptions::default() })
}

fn on(day: &str) -> Option<StatedDate> {
    Some(StatedDate::parse(day).unwrap())
}

/// A confirmed condition, at an encounter of its own.
fn condition(system: CodeSystem, code: &str, day: &str) -> Condition {
    Condition {
        id: format!("{code} {day}"),
        codes: vec![Code::new(system, code)],
        on: on(day),
        encounter_id: format!("e {code} {day}"),
        ..Condition::default()
    }
}

/// A woman born on 1 May 1950.
fn woman(conditions: Vec<Condition>) -> PatientRecord {
    PatientRecord {
        patient_id: "p".to_owned(),
        sex: Some(Sex::Female),
        birth_date: on("1950-05-01"),
        conditions,
        ..PatientRecord::default()
    }
}

fn who(codes: &[(&str, &str)]) -> PatientRecord {
    woman(codes.iter().map(|(code, day)| condition(WHO, code, day)).collect())
}

fn cm(codes: &[(&str, &str)]) -> PatientRecord {
    woman(codes.iter().map(|(code, day)| condition(CM, code, day)).collect())
}

fn found(record: &PatientRecord) -> Vec<Event> {
    events(record, &settings(), &mut Vec::new())
}

fn reasons(record: &PatientRecord) -> Vec<(Counted, B)> {
    found(record).iter().map(|event| (event.counted, event.because)).collect()
}

const COUNTED: (Counted, B) = (Counted::Yes, B::FragilitySite);

fn no(because: B) -> (Counted, B) {
    (Counted::No, because)
}

fn review(because: B) -> (Counted, B) {
    (Counted::Review, because)
}

#[test]
fn one_fracture_is_one_event() {
    let events = found(&who(&[("S72.0", "2024-03-01")]));
    let [event] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!(event.event_id, "p@2024-03-01");
    assert_eq!((event.site, event.age_years, event.records), (S::ProximalFemur, Some(73), 1));
    assert_eq!(event.record_ids, ["S72.0 2024-03-01", "e S72.0 2024-03-01"]);
    assert_eq!(
        (event.counted, event.because, event.trauma),
        (Counted::Yes, B::FragilitySite, TraumaEvidence::NotStated)
    );
}

#[test]
fn what_is_no_fracture_is_no_event() {
    assert!(
        found(&who(&[("M81.0", "2024-03-01"), ("W01", "2024-03-01"), ("C79.5", "2024-03-01")])).is_empty()
    );
    assert!(found(&PatientRecord::default()).is_empty());
}

#[test]
fn nothing_after_the_report_is_read() {
    assert!(found(&who(&[("S72.0", "2026-07-01")])).is_empty());
    assert_eq!(found(&who(&[("S72.0", "2026-06-30")])).len(), 1);
}

#[test]
fn records_come_in_any_order() {
    let forwards = who(&[("S52.5", "2024-01-01"), ("S52.5", "2024-03-01"), ("S72.0", "2024-03-01")]);
    let mut backwards = forwards.clone();
    backwards.conditions.reverse();
    assert_eq!(found(&forwards), found(&backwards));
}

#[test]
fn a_record_without_end_is_read_in_time() {
    let mut record = who(&[("S72.0", "2024-01-01")]);
    for at in 0..20_000 {
        let mut again = condition(WHO, if at % 2 == 0 { "S72.0" } else { "W01" }, "2024-01-01");
        again.encounter_id = format!("e{at}");
        record.conditions.push(again);
    }
    assert_eq!(found(&record)[0].records, 10_001);
}
