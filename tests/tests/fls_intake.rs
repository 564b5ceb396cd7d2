//! Scans of records that others made: no code makes a femoral neck, and what is doubtful is named.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use osteon::Engine;
use osteon::document::{Region, Sex, Side};
use osteon::fls::record::{PatientRecord, ResultValue, ScanValue};
use osteon::fls::{Code, CodeSystem, Finding, FindingKind, StatedDate, intake};
use serde_json::Value;

fn shared() -> PathBuf {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    std::env::var_os("OSTEON_SHARED").map_or_else(beside, PathBuf::from)
}

/// Written past the test harness, which swallows what a passing test prints.
fn skip(what: &str, path: &Path) {
    let said = format!("SKIPPED: {what}; {} is not here\n", path.display());
    std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes()).unwrap();
}

fn lines(path: &Path) -> Option<Vec<Value>> {
    let file = std::fs::File::open(path).ok()?;
    let lines = BufReader::new(flate2::read::MultiGzDecoder::new(file)).lines();
    Some(lines.map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect())
}

fn text(value: &Value, pointer: &str) -> String {
    match value.pointer(pointer) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn codes(resource: &Value) -> Vec<Code> {
    let coding = resource.pointer("/code/coding").and_then(Value::as_array).into_iter().flatten();
    coding.map(|c| Code::new(CodeSystem::from_uri(&text(c, "/system")), &text(c, "/code"))).collect()
}

fn scan_value(resource: &Value) -> ScanValue {
    let code = text(resource, "/valueQuantity/code");
    ScanValue {
        id: text(resource, "/id"),
        codes: codes(resource),
        display: text(resource, "/code/text"),
        body_site: text(resource, "/bodySite/coding/0/code"),
        value: text(resource, "/valueQuantity/value"),
        unit: if code.is_empty() { text(resource, "/valueQuantity/unit") } else { code },
        on: StatedDate::parse(&text(resource, "/effectiveDateTime")),
        device: String::new(),
        comparator: text(resource, "/valueQuantity/comparator"),
    }
}

fn result(resource: &Value) -> ResultValue {
    let coded = text(resource, "/valueCodeableConcept/text");
    let value = text(resource, "/valueQuantity/value");
    ResultValue {
        id: text(resource, "/id"),
        codes: codes(resource),
        display: text(resource, "/code/text"),
        value: if value.is_empty() { coded } else { value },
        comparator: text(resource, "/valueQuantity/comparator"),
        unit: text(resource, "/valueQuantity/unit"),
        reference: (None, None),
        on: StatedDate::parse(&text(resource, "/effectiveDateTime")),
    }
}

/// The people of the folder with their observations.
fn people(folder: &Path) -> Option<BTreeMap<String, PatientRecord>> {
    let mut people = BTreeMap::new();
    for person in lines(&folder.join("Patient.000.ndjson.gz"))? {
        let id = text(&person, "/id");
        let record = PatientRecord {
            patient_id: id.clone(),
            sex: Sex::from_key(&text(&person, "/gender")),
            birth_date: StatedDate::parse(&text(&person, "/birthDate")),
            ..PatientRecord::default()
        };
        people.insert(id, record);
    }
    for resource in lines(&folder.join("Observation.000.ndjson.gz"))? {
        let subject = text(&resource, "/subject/reference");
        let id = subject.trim_start_matches("urn:uuid:").trim_start_matches("Patient/");
        let record: &mut PatientRecord = people.get_mut(id).unwrap();
        match codes(&resource).iter().find_map(intake::read_as) {
            Some(intake::ReadAs::Scan) => record.scan_values.push(scan_value(&resource)),
            Some(intake::ReadAs::Result) => record.results.push(result(&resource)),
            other => panic!("{other:?} {resource}"),
        }
    }
    Some(people)
}

fn findings(record: &PatientRecord) -> Vec<Finding> {
    let mut findings = Vec::new();
    intake::doubts(record, &mut findings);
    findings
}

#[test]
fn synthea_means_no_forearm_and_nobody_gets_a_neck() {
    let folder = shared().join("data/synthea/smart_r4_ndjson");
    let Some(people) = people(&folder) else {
        return skip("scans and bloods of Synthea were not read", &folder);
    };
    assert_eq!(people.len(), 615);
    let (mut scans, mut days, mut changed, mut bloods) = (0, 0, Vec::new(), 0);
    let mut kinds = BTreeMap::<FindingKind, usize>::new();
    for (id, record) in &people {
        scans += record.scan_values.len();
        days += intake::dxa_days(record).len();
        bloods += intake::blood_days(record).len();
        for finding in findings(record) {
            if finding.kind == FindingKind::ImpossibleChange {
                changed.push(id.as_str());
            }
            *kinds.entry(finding.kind).or_default() += 1;
        }
        let on = date(2025, 12, 31);
        let patient = intake::patient(record, &[], &[], on);
        assert_eq!(patient.scans, None, "{id}");
        let refused = Engine::default().assess(&patient).err();
        assert_eq!(refused, None, "{id}");
    }
    assert_eq!((scans, days), (58, 58));
    assert!(bloods > 4_000, "{bloods}");
    changed.sort_unstable();
    let wrong_way = [
        "7e684d3d-37d3-4b96-962d-6a592b051c48",
        "8c8bea6b-3352-4331-b5e8-544c0fef254a",
        "c34852c9-ffba-4bda-890a-eef4bc683e42",
        "e86e9cae-89a3-44bf-9033-32a2d56f5113",
        "ff9840e8-5f06-4672-90c4-6506856b3d20",
    ];
    assert_eq!(changed, wrong_way);
    assert_eq!(kinds.get(&FindingKind::RegionConflict), Some(&58));
    let other: Vec<_> = kinds
        .keys()
        .filter(|kind| !matches!(kind, FindingKind::RegionConflict | FindingKind::ImpossibleChange))
        .collect();
    assert!(other.is_empty(), "{kinds:?}");
}

#[test]
fn us_core_has_hips_and_femurs_and_no_neck() {
    let folder = shared().join("data/fhir_examples");
    let files = ["hip-l-armass", "hip-l-t-score", "hip-l-z-score", "femur-l-armass", "femur-l-t-score"];
    let mut record = PatientRecord {
        patient_id: "example".to_owned(),
        sex: Some(Sex::Female),
        birth_date: StatedDate::parse("1950-02-20"),
        ..PatientRecord::default()
    };
    for name in files {
        let path = folder.join(format!("uscore9_dxa-{name}-bmd.json"));
        let Ok(read) = std::fs::read_to_string(&path) else {
            return skip("the examples of US Core were not read", &path);
        };
        record.scan_values.push(scan_value(&serde_json::from_str(&read).unwrap()));
    }
    let day: Date = date(2021, 11, 10);
    assert_eq!(intake::dxa_days(&record), [day]);
    let scans = intake::patient(&record, &[], &[], day).scans.unwrap();
    assert_eq!(scans.len(), 1);
    let regions = scans[0].regions.as_deref().unwrap();
    let [hip] = regions else { panic!("{regions:?}") };
    assert_eq!((hip.region, hip.side), (Some(Region::TotalHip), Some(Side::Left)));
    assert_eq!((hip.bmd_g_cm2, hip.t_score, hip.z_score), (Some(0.734), Some(-1.62), Some(-0.19)));
    let findings = findings(&record);
    assert!(findings.iter().all(|finding| finding.kind == FindingKind::RegionUnknown), "{findings:?}");
    assert_eq!(findings.len(), 2);
    assert!(findings[0].because.contains("no code of the femoral neck"), "{}", findings[0].because);
}
