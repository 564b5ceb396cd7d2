use jiff::civil::date;

use super::*;
use crate::document::{Drug, FractureSite, Manufacturer, Region, Sex, Side, StopReason, Trauma};
use crate::engine::Engine;
use crate::fls::event::{Counted, CountedBecause, TraumaEvidence};
use crate::fls::record::{ResultValue, ScanValue};
use crate::fls::{Code, CodeSystem};

const DAY: Date = date(2024, 6, 1);

fn scan_value(loinc: &str, display: &str, number: &str, unit: &str, day: &str) -> ScanValue {
    ScanValue {
        codes: vec![Code::new(CodeSystem::Loinc, loinc)],
        display: display.to_owned(),
        value: number.to_owned(),
        unit: unit.to_owned(),
        on: StatedDate::parse(day),
        device: "Hologic; Horizon A".to_owned(),
        ..ScanValue::default()
    }
}

fn result(loinc: &str, number: &str, unit: &str, day: &str) -> ResultValue {
    ResultValue {
        codes: vec![Code::new(CodeSystem::Loinc, loinc)],
        value: number.to_owned(),
        unit: unit.to_owned(),
        on: StatedDate::parse(day),
        ..ResultValue::default()
    }
}

fn event(day: &str, counted: Counted, because: CountedBecause, trauma: TraumaEvidence) -> Event {
    Event {
        event_id: format!("p@{day}"),
        on: StatedDate::parse(day).unwrap(),
        site: FractureSite::DistalForearm,
        code: Code::new(CodeSystem::Snomed, "263102004"),
        age_years: None,
        born: None,
        door: None,
        counted,
        because,
        trauma,
        record_ids: Vec::new(),
        records: 1,
    }
}

fn woman() -> PatientRecord {
    PatientRecord {
        patient_id: "p".to_owned(),
        sex: Some(Sex::Female),
        birth_date: StatedDate::parse("1950-03-01"),
        ..PatientRecord::default()
    }
}

#[test]
fn an_empty_record_states_nothing() {
    let patient = patient(&woman(), &[], &[], DAY);
    let expected = Patient {
        schema: Some(PATIENT_SCHEMA.to_owned()),
        id: Some("p".to_owned()),
        assessed_on: Some(DAY),
        birth_date: Some(date(1950, 3, 1)),
        sex: Some(Sex::Female),
        ..Patient::default()
    };
    assert_eq!(patient, expected);
}

#[test]
fn numbers_of_one_place_make_one_line() {
    let record = PatientRecord {
        scan_values: vec![
            scan_value("80946-7", "Hip-L T-score", "-1.8", "1", "2024-05-01"),
            scan_value("46278-8", "Hip-L BMD", "0.734", "g/cm2", "2024-05-01"),
            scan_value("46278-8", "Hip-L BMD", "0.734", "g/cm2", "2024-05-01"),
            scan_value("38263-0", "Femoral neck T-score", "-2.6", "1", "2024-05-01"),
            scan_value("38267-1", "Lumbar spine L2-L4 T-score", "-1.0", "1", "2023-05-01"),
            scan_value("38267-1", "Lumbar spine L2-L4 T-score", "-1.4", "1", "2023-05-01"),
            scan_value("38265-5", "DXA [T-score] Bone density", "-3.0", "1", "2024-05-01"),
            scan_value("38264-8", "Total hip T-score", "-2.0", "1", "2024-07-01"),
            scan_value("38264-8", "Total hip T-score", "-12.0", "1", "2024-05-01"),
        ],
        ..woman()
    };
    let scans = patient(&record, &[], &[], DAY).scans.unwrap();
    let shown: Vec<_> = scans
        .iter()
        .map(|scan| {
            let lines = scan.regions.as_deref().unwrap().iter();
            (scan.date.unwrap().year(), lines.map(|l| (l.region.unwrap(), l.t_score, l.bmd_g_cm2)).collect())
        })
        .collect::<Vec<(i16, Vec<_>)>>();
    assert_eq!(
        shown,
        [
            (2023, vec![(Region::LumbarSpine, Some(-1.0), None), (Region::LumbarSpine, Some(-1.4), None)]),
            (
                2024,
                vec![(Region::TotalHip, Some(-1.8), Some(0.734)), (Region::FemoralNeck, Some(-2.6), None)]
            ),
        ]
    );
    let last = scans.last().unwrap();
    assert_eq!((last.manufacturer, last.model.as_deref()), (Some(Manufacturer::Hologic), Some("Horizon A")));
    assert_eq!(last.regions.as_ref().unwrap()[0].side, Some(Side::Left));
}

#[test]
fn fractures_are_those_that_happened() {
    use {Counted as C, CountedBecause as B, TraumaEvidence as T};
    let events = [
        event("2024-05-01", C::Yes, B::FragilitySite, T::Low),
        event("1990-05-01", C::No, B::OutsidePeriod, T::NotStated),
        event("2010-05-01", C::No, B::HighTrauma, T::High),
        event("2024-05-20", C::No, B::Washout, T::NotStated),
        event("2024-05-21", C::Review, B::Unconfirmed, T::NotStated),
        event("2024-06-02", C::Yes, B::FragilitySite, T::Low),
        event("1949-06-02", C::Yes, B::FragilitySite, T::Low),
        event("2024-05", C::Yes, B::FragilitySite, T::Low),
    ];
    let fractures = patient(&woman(), &events, &[], DAY).fractures.unwrap();
    let shown: Vec<_> = fractures.iter().map(|f| (f.date.unwrap().year(), f.trauma)).collect();
    assert_eq!(shown, [(2024, Some(Trauma::Low)), (1990, None), (2010, Some(Trauma::High))]);
}

#[test]
fn treatments_are_those_of_the_day() {
    let course = |start: Date, stopped_on: Option<Date>| Course {
        drug: Drug::Alendronate,
        route: None,
        start,
        covered_until: start,
        last_record_on: start,
        records: 1,
        stopped_on,
        stop_reason: Some(StopReason::Intolerance),
        planned_end: false,
        shown_taken: false,
    };
    let courses = [
        course(date(2020, 1, 1), Some(date(2021, 1, 1))),
        course(date(2024, 1, 1), Some(date(2024, 12, 1))),
        course(date(2024, 12, 1), None),
    ];
    let treatments = patient(&woman(), &[], &courses, DAY).treatments.unwrap();
    let shown: Vec<_> = treatments.iter().map(|t| (t.start, t.stop, t.stop_reason)).collect();
    assert_eq!(
        shown,
        [
            (Some(date(2020, 1, 1)), Some(date(2021, 1, 1)), Some(StopReason::Intolerance)),
            (Some(date(2024, 1, 1)), None, None)
        ]
    );
}

#[test]
fn of_a_birth_year_the_lower_age_is_stated() {
    let of = |birth: &str| {
        let record = PatientRecord { birth_date: StatedDate::parse(birth), ..woman() };
        let patient = patient(&record, &[], &[], DAY);
        (patient.birth_date.is_some(), patient.age_years)
    };
    assert_eq!(of("1950"), (false, Some(73.0)));
    assert_eq!(of("1950-05"), (false, Some(74.0)));
    assert_eq!(of("1950-05-31"), (true, None));
    assert_eq!((of("2030"), of("2030-01-01")), ((false, None), (false, None)));
}

#[test]
fn the_engine_refuses_nothing_of_it() {
    let record = PatientRecord {
        scan_values: vec![
            scan_value("46278-8", "Hip-L BMD", "0.734", "g/cm2", "2024-05-01"),
            scan_value("46278-8", "Hip-L BMD", "734", "mg/cm2", "2024-05-01"),
            scan_value("46278-8", "Hip-L BMD", "800", "mg/cm2", "2024-05-01"),
            scan_value("46278-8", "Hip-L BMD", "812", "g/cm2", "2024-05-01"),
            scan_value("38263-0", "Femoral neck T-score", "-26", "1", "2024-05-01"),
            scan_value("38267-1", "Lumbar spine T-score", "NaN", "1", "2024-05-01"),
            scan_value("38267-1", "Lumbar spine T-score", "-1.0", "1", "1949-05-01"),
        ],
        results: vec![
            result("8302-2", "1.62", "m", "2024-01-01"),
            result("29463-7", "620", "kg", "2024-01-01"),
            result("29463-7", "62", "kg", "2023-01-01"),
            result("39156-5", "99", "kg/m2", "2024-01-01"),
            result("2000-8", "9.4", "mmol/L", "2024-01-01"),
            result("2160-0", "0.9", "mg/dL", "1949-01-01"),
            result("2160-0", "0.9", "mg/dL", "2024-01-01"),
        ],
        ..woman()
    };
    let events = [event("2024-05-01", Counted::Yes, CountedBecause::FragilitySite, TraumaEvidence::Low)];
    let patient = patient(&record, &events, &[], DAY);
    assert_eq!((patient.height_cm, patient.weight_kg, patient.bmi_kg_m2), (Some(162.0), Some(62.0), None));
    assert_eq!(patient.labs.as_ref().map(Vec::len), Some(1));
    let assessment = Engine::default().assess(&patient).unwrap();
    assert!(assessment.scores().iter().all(|score| score.region == Region::TotalHip));
}

#[test]
fn whatever_is_written_the_engine_refuses_nothing() {
    let nines = "9".repeat(400);
    let long = "L1-".repeat(5_000);
    let numbers = ["-2.5", "812", "0.8", "1e308", "-0", "NaN", "", &nines, "-11", "1,5"];
    let units = ["g/cm2", "mg/cm2", "g/cm-2", "1", "{T-score}", "%", "", "kg", "\u{0}", "{%YAM}"];
    let words =
        ["", "Total hip", "Femoral neck L", "L1-L4", "spine L9", "sBMD hanche totale", "\u{1f9b4}", &long];
    for loinc in ["38264-8", "38261-4", "24966-4", "38265-5", "38263-6", "", "-", "46383-6"] {
        let mut values = Vec::new();
        for words in words {
            for number in numbers {
                values.extend(units.map(|unit| scan_value(loinc, words, number, unit, "2024-05-01")));
            }
        }
        let record = PatientRecord { scan_values: values, ..woman() };
        let patient = patient(&record, &[], &[], DAY);
        let refused = Engine::default().assess(&patient).err();
        assert_eq!(refused, None, "{loinc}");
        let mut findings = Vec::new();
        crate::fls::intake::doubts(&record, &mut findings);
        assert!(findings.iter().all(|f| f.because.len() < 600 && f.value.chars().count() <= 80), "{loinc}");
    }
}
