//! Drugs of other people's synthetic records: yearly renewals are one course, and other drugs none.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;

use flate2::read::GzDecoder;
use jiff::civil::{Date, date};
use osteon::document::Drug;
use osteon::fls::drug::{courses, is_read, on_treatment};
use osteon::fls::journey::OnTreatment;
use osteon::fls::options::AllowedGaps;
use osteon::fls::record::{DrugRecord, DrugRecordKind, PatientRecord};
use osteon::fls::{Code, CodeSystem, StatedDate};
use serde_json::Value;

const GAPS: AllowedGaps = AllowedGaps { oral: 60, denosumab: 30, zoledronate: 90, other: 60 };

/// The orders of a compressed file, of all people; its absence is said aloud.
fn orders(name: &str) -> Option<Vec<(String, DrugRecord)>> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let shared = std::env::var_os("OSTEON_SHARED").map_or_else(beside, PathBuf::from);
    let path = shared.join("data/synthea").join(name);
    let Ok(file) = File::open(&path) else {
        // Written past the test harness, which swallows what a passing test prints.
        let said = format!("SKIPPED: no drugs of other people's records; {} is not there\n", path.display());
        std::io::stderr().write_all(said.as_bytes()).unwrap();
        return None;
    };
    let lines = BufReader::new(GzDecoder::new(file)).lines();
    Some(lines.map(|line| order(&serde_json::from_str(&line.unwrap()).unwrap())).collect())
}

fn order(resource: &Value) -> (String, DrugRecord) {
    let concept = &resource["medicationCodeableConcept"];
    let codes = concept["coding"].as_array().into_iter().flatten().map(|coding| {
        let system = CodeSystem::from_uri(coding["system"].as_str().unwrap_or_default());
        Code::new(system, coding["code"].as_str().unwrap_or_default())
    });
    let person = resource["subject"]["reference"].as_str().unwrap_or_default();
    let person = person.trim_start_matches("Patient/").trim_start_matches("urn:uuid:");
    let record = DrugRecord {
        id: resource["id"].as_str().unwrap_or_default().to_owned(),
        codes: codes.collect(),
        display: concept["text"].as_str().unwrap_or_default().to_owned(),
        kind: DrugRecordKind::Prescribed,
        start: resource["authoredOn"].as_str().and_then(StatedDate::parse),
        active: Some(resource["status"] == "active"),
        ..DrugRecord::default()
    };
    (person.to_owned(), record)
}

fn person(patient_id: &str, orders: &[(String, DrugRecord)]) -> PatientRecord {
    let of = orders.iter().filter(|(person, _)| person == patient_id);
    PatientRecord {
        patient_id: patient_id.to_owned(),
        drugs: of.map(|(_, record)| record.clone()).collect(),
        ..PatientRecord::default()
    }
}

#[test]
fn yearly_renewals_are_one_course() {
    let Some(orders) = orders("bulk10_2025/MedicationRequest.000.ndjson.gz") else { return };
    let person = person("a5cb8ce9-cec6-6b23-0990-cbaf753578a4", &orders);
    let of = |as_of: Date| {
        let mut findings = Vec::new();
        let courses = courses(&person, GAPS, as_of, &mut findings);
        assert_eq!(findings, []);
        courses
    };
    let as_of = date(2025, 12, 31);
    let all = of(as_of);
    let [course] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((course.drug, course.records), (Drug::Alendronate, 17));
    assert_eq!((course.start, course.covered_until), (date(2007, 11, 10), as_of));
    assert_eq!((course.stopped_on, course.shown_taken), (None, false));
    for day in [date(2007, 11, 10), date(2016, 6, 1), as_of] {
        assert_eq!(on_treatment(&all, day, GAPS), OnTreatment::Yes(Drug::Alendronate));
    }
    // On an earlier day only what was written until then is there: 16 orders, the last of 29 January 2022.
    let earlier = of(date(2022, 12, 31));
    assert_eq!((earlier[0].records, earlier[0].covered_until), (16, date(2023, 1, 28)));
    assert_eq!((earlier.len(), earlier[0].stopped_on), (1, None));
}

#[test]
fn other_drugs_are_none_and_an_active_order_runs() {
    let Some(orders) = orders("smart_r4_ndjson/MedicationRequest.000.ndjson.gz") else { return };
    let as_of = date(2025, 12, 31);
    let (mut read, mut running, mut findings) = (0, 0, Vec::new());
    for (patient_id, record) in &orders {
        read += usize::from(record.codes.iter().any(is_read));
        let one = [(patient_id.clone(), record.clone())];
        for course in courses(&person(patient_id, &one), GAPS, as_of, &mut findings) {
            assert_eq!(course.drug, Drug::Alendronate);
            running += usize::from(course.covered_until == as_of);
        }
    }
    assert_eq!((orders.len(), read, running, findings.len()), (43, 34, 34, 0));
}
