//! Fracture events of 615 synthetic people that nobody here made: rows of one fracture are one event, and age is
//! taken when the bone broke.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use jiff::civil::date;
use osteon::document::Sex;
use osteon::fls::case_finding::events;
use osteon::fls::event::CountedBecause;
use osteon::fls::record::{Condition, Death};
use osteon::fls::{
    Code, CodeSystem, Counted, Event, FlsOptions, PatientRecord, Period, Settings, StatedDate, code_set,
};
use serde_json::Value;

/// Rows beside the repository, or at `OSTEON_SHARED`; their absence is said aloud.
fn rows(name: &str) -> Option<Vec<Value>> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let root = std::env::var_os("OSTEON_SHARED").map_or_else(beside, PathBuf::from);
    let path = root.join("data/synthea/smart_r4_ndjson").join(name);
    let Ok(file) = File::open(&path) else {
        // Written past the test harness, which swallows what a passing test prints.
        let said = format!("SKIPPED: fracture events were not compared; {} is not there\n", path.display());
        std::io::stderr().write_all(said.as_bytes()).unwrap();
        return None;
    };
    let lines = BufReader::new(MultiGzDecoder::new(file)).lines();
    Some(lines.map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect())
}

fn day(value: &Value) -> Option<StatedDate> {
    StatedDate::parse(value.as_str()?)
}

/// What comes after the last `:` or `/` of a reference.
fn target(value: &Value) -> String {
    value["reference"].as_str().unwrap_or_default().rsplit([':', '/']).next().unwrap_or_default().to_owned()
}

fn codes(value: &Value) -> Vec<Code> {
    let code = |coding: &Value| {
        let system = CodeSystem::from_uri(coding["system"].as_str().unwrap());
        Code::new(system, coding["code"].as_str().unwrap())
    };
    value["coding"].as_array().unwrap().iter().map(code).collect()
}

fn people() -> Option<BTreeMap<String, PatientRecord>> {
    let mut people = BTreeMap::new();
    for patient in rows("Patient.000.ndjson.gz")? {
        let id = patient["id"].as_str().unwrap().to_owned();
        let record = PatientRecord {
            patient_id: id.clone(),
            sex: patient["gender"].as_str().and_then(Sex::from_key),
            birth_date: day(&patient["birthDate"]),
            death: day(&patient["deceasedDateTime"]).map_or(Death::NotStated, Death::On),
            ..PatientRecord::default()
        };
        people.insert(id, record);
    }
    for condition in rows("Condition.000.ndjson.gz")? {
        let record: &mut PatientRecord = people.get_mut(&target(&condition["subject"])).unwrap();
        record.conditions.push(Condition {
            id: condition["id"].as_str().unwrap().to_owned(),
            codes: codes(&condition["code"]),
            on: day(&condition["onsetDateTime"]),
            encounter_id: target(&condition["encounter"]),
            ..Condition::default()
        });
    }
    Some(people)
}

fn settings(from_year: i16) -> Settings {
    let period =
        Period::new(date(from_year, 1, 1), date(2025, 12, 31), date(2025, 12, 31)).expect("a period");
    Settings::new(period, FlsOptions::default()).expect("settings")
}

fn all_events(people: &BTreeMap<String, PatientRecord>, settings: &Settings) -> Vec<Event> {
    people.values().flat_map(|record| events(record, settings, &mut Vec::new())).collect()
}

#[test]
fn sixty_one_rows_are_forty_five_events() {
    let Some(people) = people() else { return };
    let found = all_events(&people, &settings(1980));
    let counted: Vec<_> = found.iter().filter(|event| event.counted == Counted::Yes).collect();
    assert_eq!(counted.len(), 45);
    assert_eq!(counted.iter().map(|event| event.records).sum::<u32>(), 61);
    assert!(counted.iter().all(|event| event.age_years >= Some(50)));
    // The second row of a fracture has no site, and names none.
    assert!(counted.iter().all(|event| &*event.code.code != "443165006"));
}

#[test]
fn age_is_taken_at_the_fracture() {
    let Some(people) = people() else { return };
    let found = all_events(&people, &settings(1900));
    let because = |because: CountedBecause| found.iter().filter(|event| event.because == because).count();
    assert_eq!(found.len(), 78);
    assert_eq!(because(CountedBecause::UnderAge), 33);
    assert_eq!(because(CountedBecause::FragilitySite), 45);
}

#[test]
fn every_fracture_row_is_in_one_event() {
    let Some(people) = people() else { return };
    let settings = settings(1900);
    for record in people.values() {
        let found = events(record, &settings, &mut Vec::new());
        for condition in &record.conditions {
            let holding = found.iter().filter(|event| event.record_ids.contains(&condition.id)).count();
            let anchor = condition.codes.iter().any(code_set::is_anchor);
            assert_eq!(holding, usize::from(anchor), "{}", condition.id);
        }
    }
}
