//! Reads of public synthetic records: what two layouts of the same people say is the same.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use osteon::document::Sex;
use osteon::fls::record::{Death, PatientRecord};
use osteon::fls::{Code, Finding, FindingKind, StatedDate};
use osteon_fhir::read::{Codes, Folder, folder_with};

/// A few codes in the place of the sets of the engine.
fn codes() -> Codes {
    fn is_anchor(code: &Code) -> bool {
        const FRACTURES: [&str; 12] = [
            "65966004",
            "263102004",
            "58150001",
            "16114001",
            "33737001",
            "359817006",
            "443165006",
            "15724005",
            "1734006",
            "274474001x",
            "4048695",
            "4059173",
        ];
        FRACTURES.contains(&&*code.code)
    }
    Codes {
        is_anchor,
        is_condition: |code| is_anchor(code) || &*code.code == "64859006",
        is_act: |code| is_anchor(code) || &*code.code == "312681000",
        is_drug: |code| ["904419", "904420"].contains(&&*code.code),
        is_drug_name: |_| false,
        is_observation: |code| {
            ["38265-5", "72166-2", "49765-1", "38483-4", "8302-2", "29463-7", "39156-5"]
                .contains(&&*code.code)
        },
        is_scan: |code| &*code.code == "38265-5",
    }
}

fn set(name: &str) -> Option<PathBuf> {
    let shared = std::env::var_os("OSTEON_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let path = shared.join("data/synthea").join(name);
    if path.exists() {
        return Some(path);
    }
    skip(&format!("{} is not here", path.display()));
    None
}

/// Written past the test harness, which swallows what a passing test prints.
fn skip(why: &str) {
    let said = format!("SKIPPED: a reading of synthetic records; {why}\n");
    std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes()).unwrap();
}

fn read(path: &Path) -> (Folder, Vec<Finding>) {
    let mut findings = Vec::new();
    let folder = folder_with(path, codes(), &mut |finding| findings.push(finding), &mut |_| ()).unwrap();
    (folder, findings)
}

fn records(path: &Path) -> (Vec<PatientRecord>, Vec<Finding>) {
    let (folder, findings) = read(path);
    (folder.into_records().collect(), findings)
}

/// Unpacks the bundles, once in each call.
fn bundles(into: &Path) -> bool {
    let Some(archive) = set("smart_r4_bundles_dxa_or_fracture50.tar.xz") else { return false };
    std::fs::create_dir_all(into).unwrap();
    let done = Command::new("tar").arg("-xJf").arg(&archive).arg("-C").arg(into).status();
    let done = done.is_ok_and(|status| status.success());
    if !done {
        skip(&format!("tar cannot unpack {}", archive.display()));
    }
    done
}

fn place(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("osteon-fhir-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

#[test]
fn lines_of_615_people() {
    let Some(path) = set("smart_r4_ndjson") else { return };
    let (folder, findings) = read(&path);
    let people = folder.people();
    // Words that all people share are few, and these are not many people.
    let per_person = (folder.bytes_kept() - 10_000) / people;
    assert!(per_person <= 1000, "{per_person} bytes for each of {people}");
    let records: Vec<PatientRecord> = folder.into_records().collect();
    assert!(findings.is_empty(), "{findings:?}");
    let fractures = records.iter().flat_map(|record| &record.conditions);
    let fractures = fractures.filter(|condition| &*condition.codes[0].code != "64859006").count();
    // 78 of a site, and 16 that say again of a fracture what its cause was.
    assert_eq!(fractures, 78 + 16);
    assert!(records.iter().all(|record| record.sex.is_some() && record.birth_date.is_some()));
    assert!(records.iter().all(|record| record.name.is_some()));
    assert!(records.windows(2).all(|pair| pair[0].patient_id < pair[1].patient_id));
    let doors =
        records.iter().flat_map(|record| &record.conditions).filter(|condition| condition.door.is_some());
    assert!(doors.count() >= 78);
    let scan = records.iter().flat_map(|record| &record.scan_values).next().unwrap();
    assert_eq!(scan.unit, "{T-score}");
    assert!(scan.value.len() > 10, "{}", scan.value);
    assert!(records.iter().any(|record| matches!(record.death, Death::On(_))));
    let mut results = records.iter().flat_map(|record| &record.results);
    assert!(results.any(|result| result.value == "266919005"), "whether somebody smokes is no number");
    let (again, _) = self::records(&path);
    assert_eq!(again, records);
}

#[test]
fn bundles_say_what_lines_say_and_count_nothing_twice() {
    let Some(lines) = set("smart_r4_ndjson") else { return };
    let place = place("both");
    if !bundles(&place.join("bundles")) {
        return;
    }
    let (of_lines, _) = records(&lines);
    let of_lines: BTreeMap<String, PatientRecord> =
        of_lines.into_iter().map(|record| (record.patient_id.clone(), record)).collect();
    let (of_bundles, findings) = records(&place.join("bundles"));
    assert!(findings.is_empty(), "{:?}", &findings[..findings.len().min(5)]);
    assert!(of_bundles.len() >= 30, "{}", of_bundles.len());
    for record in &of_bundles {
        assert_eq!(Some(record), of_lines.get(&record.patient_id));
    }
    std::os::unix::fs::symlink(&lines, place.join("lines")).unwrap();
    let (of_both, findings) = records(&place);
    assert_eq!(of_both, of_lines.into_values().collect::<Vec<_>>());
    assert!(!findings.is_empty());
    assert!(findings.iter().all(|finding| finding.kind == FindingKind::Duplicate), "{:?}", findings.first());
    std::fs::remove_dir_all(&place).unwrap();
}

#[test]
fn older_versions_are_read_and_said_so() {
    let Some(path) = set("older_fhir") else { return };
    let (records, findings) = records(&path);
    let older = findings.iter().filter(|finding| finding.kind == FindingKind::OlderFhir).count();
    assert_eq!(older, 6, "{findings:?}");
    assert!(findings.iter().all(|finding| finding.kind != FindingKind::UnresolvedReference));
    assert!(
        records.iter().any(|record| record.conditions.iter().any(|one| &*one.codes[0].code == "33737001"))
    );
    assert!(records.iter().all(|record| record.sex.is_some() && record.name.is_some()));
    assert!(records.iter().all(|record| !record.results.is_empty()));
}

#[test]
fn a_bulk_export_with_its_log() {
    let Some(path) = set("bulk10_2025") else { return };
    let (records, findings) = records(&path);
    assert!(!records.is_empty());
    let log = findings.iter().find(|finding| finding.place.file == "log.ndjson").unwrap();
    assert_eq!(log.kind, FindingKind::FileNotRead);
    let commit = findings.iter().find(|finding| finding.place.file == "COMMIT").unwrap();
    assert_eq!(commit.kind, FindingKind::FileNotRead);
    assert_eq!(findings.len(), 2, "{findings:?}");
    let drugs = records.iter().map(|record| record.drugs.len()).max();
    assert_eq!(drugs, Some(17));
}

#[test]
fn tables_of_omop() {
    let Some(path) = set("omop_synthea27nj") else { return };
    let (records, findings) = records(&path);
    assert!(!records.is_empty());
    let scans: Vec<_> = records.iter().flat_map(|record| &record.scan_values).collect();
    assert_eq!(scans.len(), 3);
    assert!(scans.iter().all(|scan| scan.value.starts_with('-')));
    assert!(records.iter().all(|record| matches!(record.birth_date, Some(StatedDate::Day(_)))));
    assert!(records.iter().any(|record| record.sex == Some(Sex::Female)));
    assert!(findings.iter().all(|finding| finding.kind == FindingKind::FileNotRead));
}
