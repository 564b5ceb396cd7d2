use jiff::civil::date;

use super::*;
use crate::document::Sex;
use crate::fls::record::Act;

fn code(code: &str) -> Code {
    Code::new(CodeSystem::Loinc, code)
}

fn value(loinc: &str, display: &str, number: &str, unit: &str, day: &str) -> ScanValue {
    ScanValue {
        codes: vec![code(loinc)],
        display: display.to_owned(),
        value: number.to_owned(),
        unit: unit.to_owned(),
        on: StatedDate::parse(day),
        ..ScanValue::default()
    }
}

fn act(code: Code, day: &str) -> Act {
    Act {
        id: String::new(),
        codes: vec![code],
        on: StatedDate::parse(day),
        encounter_id: String::new(),
        door: None,
    }
}

#[test]
fn days_of_scans_and_acts() {
    let record = PatientRecord {
        scan_values: vec![
            value("38265-5", "DXA [T-score] Bone density", "-2.7", "{T-score}", "2024-05-02T23:30:00-05:00"),
            value("38264-8", "", "", "", "2024-04-01"),
            value("38268-9", "", "", "", "2024-02-01"),
            value("38264-8", "", "-1", "1", "2024-01"),
        ],
        acts: vec![
            act(Code::new(CodeSystem::Snomed, "312681000"), "2024-05-02"),
            act(code("38268-9"), "2024-01-15"),
            act(code("83311-1"), "2024-06-03"),
            act(Code::new(CodeSystem::Ccam, "PAQK007"), "2023-06-03"),
            act(Code::new(CodeSystem::Snomed, "288086009"), "2023-07-03"),
            // The same digits of another system.
            act(Code::new(CodeSystem::Other, "312681000"), "2023-08-03"),
        ],
        ..PatientRecord::default()
    };
    assert_eq!(dxa_days(&record), [date(2023, 6, 3), date(2024, 4, 1), date(2024, 5, 2), date(2024, 6, 3)]);
    assert!(dxa_days(&PatientRecord::default()).is_empty());
}

#[test]
fn nothing_is_done_after_a_death() {
    let of = |death: Death| {
        let record = PatientRecord {
            patient_id: "p1".to_owned(),
            death,
            acts: vec![act(code("83311-1"), "2024-04-20")],
            ..PatientRecord::default()
        };
        let mut findings = Vec::new();
        doubts(&record, &mut findings);
        (dxa_days(&record).len(), findings.len())
    };
    let on = |text: &str| Death::On(StatedDate::parse(text).unwrap());
    assert_eq!(of(on("2024-04-19")), (0, 1));
    assert_eq!(of(on("2024-04-20")), (1, 0), "on the day");
    assert_eq!(of(on("2024-04")), (1, 0), "in the month, which may be later");
    assert_eq!(of(Death::Undated), (1, 0));
}

#[test]
fn days_of_bloods() {
    let result = |loinc: &str, number: &str, day: &str| ResultValue {
        codes: vec![code(loinc)],
        value: number.to_owned(),
        on: StatedDate::parse(day),
        ..ResultValue::default()
    };
    let record = PatientRecord {
        results: vec![
            result("49765-1", "9.4", "2024-05-02"),
            result("17861-6", "9.4", "2024-05-02"),
            result("2160-0", "1.0", "2023-05-02"),
            result("3016-3", "", "2024-05-02"),
            result("8302-2", "170", "2024-05-02"),
        ],
        ..PatientRecord::default()
    };
    assert_eq!(
        blood_days(&record),
        [(date(2023, 5, 2), Analyte::Creatinine), (date(2024, 5, 2), Analyte::Calcium)]
    );
}

#[test]
fn which_codes_a_face_keeps() {
    for (loinc, read) in [
        ("38265-5", Some(ReadAs::Scan)),
        ("38265-1", Some(ReadAs::Scan)),
        ("80948-9", Some(ReadAs::Scan)),
        ("8302-2", Some(ReadAs::Result)),
        ("72166-2", Some(ReadAs::Result)),
        ("49765-1", Some(ReadAs::Result)),
        ("83311-1", Some(ReadAs::Act)),
        ("38268-9", Some(ReadAs::Act)),
        ("38268-5", Some(ReadAs::Act)),
        ("8867-4", None),
        ("", None),
    ] {
        assert_eq!(read_as(&code(loinc)), read, "{loinc}");
    }
    assert!(is_read(&Code::new(CodeSystem::Snomed, "312681000")));
    assert!(!is_read(&Code::new(CodeSystem::Snomed, "38265-5")));
    assert!(!is_read(&Code::new(CodeSystem::Snomed, "430193006")));
}

#[test]
fn a_scan_of_a_forearm_code_is_one_doubt_a_value() {
    let record = PatientRecord {
        patient_id: "p1".to_owned(),
        sex: Some(Sex::Female),
        birth_date: StatedDate::parse("1950-01-01"),
        scan_values: vec![
            value("38265-5", "DXA [T-score] Bone density", "0.43", "{T-score}", "2015-01-12"),
            value("38265-5", "DXA [T-score] Bone density", "-2.59", "{T-score}", "2019-02-09"),
        ],
        ..PatientRecord::default()
    };
    let mut findings = Vec::new();
    doubts(&record, &mut findings);
    let kinds: Vec<_> = findings.iter().map(|finding| finding.kind).collect();
    assert_eq!(
        kinds,
        [FindingKind::RegionConflict, FindingKind::RegionConflict, FindingKind::ImpossibleChange]
    );
    assert_eq!(
        findings[0].because,
        "the code 38265-5 says forearm, and the display \"DXA [T-score] Bone density\" names no region: it counts \
         as a DXA of that day, is given no region, and no diagnosis rests on it"
    );
    assert!(findings.iter().all(|finding| finding.patient_id.as_deref() == Some("p1")));
    assert_eq!(patient(&record, &[], &[], date(2020, 1, 1)).scans, None);
    assert_eq!(dxa_days(&record).len(), 2);
}

#[test]
fn a_code_that_is_none_is_named_wherever_it_stands() {
    let record = PatientRecord {
        scan_values: vec![value("38265-1", "Total hip T-score", "-1.0", "1", "2024-01-01")],
        acts: vec![act(code("38269-1"), "2024-02-01")],
        results: vec![ResultValue { codes: vec![code("2160-1")], ..ResultValue::default() }],
        ..PatientRecord::default()
    };
    let mut findings = Vec::new();
    doubts(&record, &mut findings);
    let said: Vec<_> = findings.iter().map(|finding| (finding.kind, finding.value.as_str())).collect();
    let none = FindingKind::CheckDigit;
    assert_eq!(said, [(none, "38265-1"), (none, "38269-1"), (none, "2160-1")]);
    // A number is there, whatever its code; a report whose code is none says nothing.
    assert_eq!(dxa_days(&record), [date(2024, 1, 1)]);
}

#[test]
fn the_height_of_a_child_is_no_doubt() {
    let of = |birth: &str| {
        let height = ResultValue {
            codes: vec![code("8302-2")],
            value: "75".to_owned(),
            unit: "cm".to_owned(),
            on: StatedDate::parse("2020-01-01"),
            ..ResultValue::default()
        };
        let record = PatientRecord {
            birth_date: StatedDate::parse(birth),
            results: vec![height],
            ..PatientRecord::default()
        };
        let mut findings = Vec::new();
        doubts(&record, &mut findings);
        findings.iter().map(|finding| finding.kind).collect::<Vec<_>>()
    };
    assert_eq!(of("2019-01-01"), []);
    assert_eq!(of("1950-01-01"), [FindingKind::UnitSlip]);
    assert_eq!(of("2021-01-01"), []);
}

#[test]
fn the_notice_of_loinc_is_whole() {
    assert!(LOINC_NOTICE.starts_with("This material contains content from LOINC (http://loinc.org). "));
    assert!(!LOINC_NOTICE.contains("  "));
}
