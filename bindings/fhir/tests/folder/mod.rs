//! Folders of a few lines, written for one test.

use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use osteon::fls::{Code, Finding, FindingKind, PatientRecord};
use osteon_fhir::read::{Codes, Folder, folder_with};

/// A code of a fracture.
pub(crate) const FEMUR: &str = "S72.0";

/// A folder that is gone with the test.
pub(crate) struct Files {
    pub(crate) path: PathBuf,
    last: PathBuf,
}

#[allow(dead_code, reason = "each file of tests needs some of these")]
impl Files {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("osteon-fhir-traps-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self { last: path.clone(), path }
    }

    pub(crate) fn with(self, name: &str, lines: &[&str]) -> Self {
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        self.with_bytes(name, text.as_bytes())
    }

    pub(crate) fn with_bytes(mut self, name: &str, bytes: &[u8]) -> Self {
        self.last = self.path.join(name);
        std::fs::write(&self.last, bytes).unwrap();
        self
    }

    /// Takes the last line feed away.
    pub(crate) fn unended(self) -> Self {
        let mut bytes = std::fs::read(&self.last).unwrap();
        bytes.pop();
        std::fs::write(&self.last, bytes).unwrap();
        self
    }

    pub(crate) fn zipped_and_cut(self, name: &str, lines: &[&str]) -> Self {
        let mut zipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        for line in lines {
            writeln!(zipped, "{line}").unwrap();
        }
        let bytes = zipped.finish().unwrap();
        self.with_bytes(name, &bytes[..bytes.len() / 2])
    }

    pub(crate) fn folder(&self) -> (Folder, Vec<Finding>) {
        let mut findings = Vec::new();
        let folder =
            folder_with(&self.path, codes(), &mut |finding| findings.push(finding), &mut |_| ()).unwrap();
        (folder, findings)
    }

    pub(crate) fn read(&self) -> (Vec<PatientRecord>, Vec<Finding>) {
        let (folder, findings) = self.folder();
        (folder.into_records().collect(), findings)
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.path);
    }
}

pub(crate) fn codes() -> Codes {
    fn is_anchor(code: &Code) -> bool {
        &*code.code == FEMUR
    }
    Codes {
        is_anchor,
        is_condition: is_anchor,
        is_act: is_anchor,
        is_drug: |code| &*code.code == "M05BA04",
        is_drug_name: |_| false,
        is_observation: |code| ["38265-5", "8302-2"].contains(&&*code.code),
        is_scan: |code| &*code.code == "38265-5",
    }
}

pub(crate) fn kinds(findings: &[Finding]) -> Vec<FindingKind> {
    findings.iter().map(|finding| finding.kind).collect()
}

pub(crate) fn patient(id: &str) -> String {
    format!(
        r#"{{"resourceType":"Patient","id":"{id}","identifier":[{{"system":"http://ward","value":"77"}}],"name":[{{"family":"B","given":["A"]}}],"gender":"female","birthDate":"1940-02-03"}}"#
    )
}

pub(crate) fn condition(id: &str, patient: &str) -> String {
    format!(
        r#"{{"resourceType":"Condition","id":"{id}","code":{{"coding":[{{"system":"http://hl7.org/fhir/sid/icd-10","code":"{FEMUR}"}}]}},"subject":{{"reference":"Patient/{patient}"}},"onsetDateTime":"2024-05-01"}}"#
    )
}
