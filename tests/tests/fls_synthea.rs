//! A whole service on records that others made, held person by person to a second computation of them.
//!
//! `fls_synthea_events.csv` was computed by a script in another language, which reads the same files and knows
//! nothing of this program: one row a counted fracture.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use osteon::fls::table::EventTableRow;
use osteon::fls::{Counted, Finding, FindingKind, FlsOptions, Period, Service, ServiceAnswer, Settings};

const EVENTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/fls_synthea_events.csv");

fn shared() -> PathBuf {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    std::env::var_os("OSTEON_SHARED").map_or_else(beside, PathBuf::from).join("data/synthea")
}

fn answer(folder: &str) -> Option<(ServiceAnswer, Vec<Finding>)> {
    let path = shared().join(folder);
    if !Path::new(&path).is_dir() {
        // Written past the test harness, which swallows what a passing test prints.
        let said = format!("SKIPPED: a service on synthetic records; {} is not here\n", path.display());
        std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes()).unwrap();
        return None;
    }
    let period = Period::new(date(1980, 1, 1), date(2025, 12, 31), date(2025, 12, 31)).unwrap();
    let mut service = Service::new(Settings::new(period, FlsOptions::default()).unwrap()).unwrap();
    let mut findings = Vec::new();
    let folder =
        osteon_fhir::read::folder(&path, &mut |finding| findings.push(finding), &mut |_| ()).unwrap();
    for record in folder.into_records() {
        service.add(&record, &mut findings);
    }
    Some((service.finish(), findings))
}

/// The counted rows, as a table writes them.
fn counted(answer: &ServiceAnswer) -> Vec<BTreeMap<String, String>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    for row in answer.events.iter().filter(|row| row.event.counted == Counted::Yes) {
        table.serialize(EventTableRow::from(row)).unwrap();
    }
    let bytes = table.into_inner().unwrap();
    csv::Reader::from_reader(bytes.as_slice()).deserialize().map(Result::unwrap).collect()
}

#[test]
fn every_cell_of_a_second_computation() {
    let Some((answer, findings)) = answer("smart_r4_ndjson") else { return };
    let ours: BTreeMap<_, _> = counted(&answer)
        .into_iter()
        .map(|row| ((row["patient_id"].clone(), row["event_date"].clone()), row))
        .collect();
    let expected: Vec<BTreeMap<String, String>> =
        csv::Reader::from_path(EVENTS).unwrap().deserialize().map(Result::unwrap).collect();
    assert_eq!((expected.len(), ours.len()), (45, 45));
    for row in &expected {
        let found = &ours[&(row["patient_id"].clone(), row["event_date"].clone())];
        for (column, value) in row {
            assert_eq!(&found[column], value, "{} {}: {column}", row["patient_id"], row["event_date"]);
        }
    }
    let within = |column: &str| ours.values().filter(|row| row[column] == "true").count();
    assert_eq!((within("dxa_within_12_weeks"), within("drug_within_16_weeks")), (28, 0));
    let dxa = answer.kpis.iter().find(|row| row.id == "IOF-4" && row.door == "all").unwrap();
    assert_eq!((dxa.numerator, dxa.denominator), (Some(28), Some(45)));
    // Their scores carry the code of a forearm, and are nobody's hip.
    assert!(findings.iter().filter(|finding| finding.kind == FindingKind::RegionConflict).count() > 20);
    assert!(findings.iter().any(|finding| finding.kind == FindingKind::ImpossibleChange));
}

#[test]
fn a_drug_renewed_every_year_is_one_course() {
    let Some((answer, _)) = answer("bulk10_2025") else { return };
    let rows = counted(&answer);
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0]["event_date"].as_str(), rows[0]["age_at_event"].as_str()), ("2018-10-18", "91"));
    assert_eq!(rows[0]["drug_at_event_start"], "2007-11-10");
    assert_eq!((rows[0]["drug"].as_str(), rows[0]["drug_within_16_weeks"].as_str()), ("", "false"));
}

#[test]
fn older_fhir_and_omop_are_read() {
    let Some((older, findings)) = answer("older_fhir") else { return };
    assert_eq!(counted(&older).len(), 5);
    assert!(counted(&older).iter().all(|row| row["dxa_within_12_weeks"] == "true"));
    assert!(findings.iter().any(|finding| finding.kind == FindingKind::OlderFhir));
    let Some((omop, _)) = answer("omop_synthea27nj") else { return };
    let rows = counted(&omop);
    assert_eq!(rows.len(), 2, "{rows:?}");
}
