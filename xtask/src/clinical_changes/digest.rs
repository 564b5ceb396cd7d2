//! A conformance case as a release keeps it: a hash of what matters to a clinician, and a line to read.

use std::fmt::Write as _;

use serde_json::Value;

use crate::kept::{files, read};

/// The sections of an answer, as they are kept.
const SECTIONS: &[&str] = &[
    "scores",
    "tbs",
    "diagnosis",
    "changes",
    "risks",
    "benefits",
    "course",
    "guidelines",
    "disagreements",
    "triage",
    "safety",
    "access",
    "work_up",
    "flags",
    "assumed",
    "notices",
];

/// Words about an answer: they explain it, and change with an edition or a better wording.
const WORDS: &[&str] = &[
    "text",
    "effect",
    "name",
    "clinical_rule",
    "verification",
    "checked_on",
    "published",
    "superseded_by",
    "citations",
    "schema",
    "patient_id",
    "reason",
    "notice",
];

/// Header of the file of a release.
pub(crate) const HEADER: &[&str] =
    &["case", "hashes", "diagnosis", "triage", "guidelines", "risks", "safety"];

/// One case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Digest {
    pub(crate) case: String,
    /// Each section with its hash.
    pub(crate) hashes: String,
    /// What there is to read, in the order of the header.
    pub(crate) readable: [String; 5],
}

impl Digest {
    /// Of an answer.
    fn of(case: &str, answer: &Value) -> Self {
        let mut hashes = String::new();
        for section in SECTIONS {
            let value = &answer[*section];
            if !(value.is_null() || value.as_array().is_some_and(Vec::is_empty)) {
                let mut canonical = String::new();
                write(value, &mut canonical);
                // Writing into a string does not fail.
                let _ = write!(hashes, "{section}:{:08x} ", fnv(canonical.as_bytes()) >> 32);
            }
        }
        let list = |section: &str, of: &dyn Fn(&Value) -> Option<String>| {
            let items = answer[section].as_array().into_iter().flatten();
            items.filter_map(of).collect::<Vec<_>>().join("; ")
        };
        let of = |value: &Value, key: &str| match &value[key] {
            Value::String(text) => text.clone(),
            Value::Null => "-".to_owned(),
            other => other.to_string(),
        };
        let diagnosis = &answer["diagnosis"];
        let triage = &answer["triage"];
        Self {
            case: case.to_owned(),
            hashes: hashes.trim_end().to_owned(),
            readable: [
                if diagnosis.is_null() {
                    String::new()
                } else {
                    let (class, clinical) =
                        (of(diagnosis, "category"), of(diagnosis, "clinical_osteoporosis"));
                    format!("{class}, clinical osteoporosis {clinical}")
                },
                if triage.is_null() { String::new() } else { of(triage, "priority") },
                list("guidelines", &|one| {
                    (one["applicable"] != false)
                        .then(|| format!("{} {}", of(one, "guideline"), of(one, "recommendation")))
                }),
                list("risks", &|one| {
                    let said = one["risk_percent"].as_f64().map(|percent| format!("{percent:.1} %"));
                    let said =
                        said.or_else(|| one["points"].as_f64().map(|points| format!("{points} points")));
                    let said = said.or_else(|| one["category"].as_str().map(str::to_owned))?;
                    Some(format!("{} {} {said}", of(one, "model"), of(one, "outcome")))
                }),
                list("safety", &|one| Some(format!("{} {}", of(one, "drug"), of(one, "status")))),
            ],
        }
    }

    pub(crate) fn row(&self) -> Vec<String> {
        [&self.case, &self.hashes].into_iter().chain(&self.readable).cloned().collect()
    }

    /// From a row of a file.
    pub(crate) fn read(row: &csv::StringRecord) -> Option<Self> {
        let cell = |place: usize| row.get(place).map(str::to_owned);
        Some(Self {
            case: cell(0)?,
            hashes: cell(1)?,
            readable: [cell(2)?, cell(3)?, cell(4)?, cell(5)?, cell(6)?],
        })
    }

    /// Whether anybody would be answered otherwise.
    pub(crate) fn differs(&self, other: &Self) -> bool {
        self.hashes != other.hashes
    }

    /// Sections with another hash.
    pub(crate) fn sections(&self, other: &Self) -> Vec<String> {
        let of = |digest: &Self, section: &str| {
            let mut hashes = digest.hashes.split(' ').filter_map(|one| one.split_once(':'));
            hashes.find(|(name, _)| *name == section).map(|(_, hash)| hash.to_owned())
        };
        SECTIONS
            .iter()
            .filter(|name| of(self, name) != of(other, name))
            .map(|&name| name.to_owned())
            .collect()
    }
}

/// Every conformance case as it is now, sorted.
pub(crate) fn now() -> Result<Vec<Digest>, String> {
    let mut cases = Vec::new();
    for path in files("tests/conformance", ".ndjson")? {
        for line in read(&path)?.lines().skip(1) {
            let case: Value = serde_json::from_str(line).map_err(|error| format!("{path}: {error}"))?;
            let id = case["patient"]["id"].as_str().ok_or_else(|| format!("{path}: a case without an id"))?;
            cases.push(Digest::of(id, &case["assessment"]));
        }
    }
    Ok(sorted(cases))
}

/// By name, numbers as numbers.
pub(crate) fn sorted(mut cases: Vec<Digest>) -> Vec<Digest> {
    let key = |digest: &Digest| {
        let (name, number) = digest.case.rsplit_once('-').unwrap_or((&digest.case, ""));
        (name.to_owned(), number.parse::<u32>().unwrap_or_default())
    };
    cases.sort_by_key(key);
    cases
}

/// The value without words about it, keys in order, numbers to nine digits: what is the same to a clinician is the same
/// text, whatever wrote it.
fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> =
                fields.iter().filter(|(key, _)| !WORDS.contains(&key.as_str())).collect();
            fields.sort_by_key(|(key, _)| *key);
            for (key, value) in fields {
                out.push_str(key);
                out.push('=');
                write(value, out);
                out.push(';');
            }
        }
        Value::Array(items) => {
            for item in items {
                out.push('[');
                write(item, out);
                out.push(']');
            }
        }
        Value::Number(number) => {
            // Writing into a string does not fail.
            let _ = write!(out, "{:.8e}", number.as_f64().unwrap_or(f64::NAN));
        }
        other => out.push_str(&other.to_string()),
    }
}

/// FNV-1a.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn words_and_the_last_digit_are_no_change_and_a_class_is() {
        let of = |diagnosis: Value| Digest::of("one-1", &json!({"diagnosis": diagnosis, "engine": "9.9"}));
        let first =
            of(json!({"category": "osteoporosis", "t_score": -2.5, "clinical_rule": "as it is worded"}));
        let reworded = of(
            json!({"clinical_rule": "otherwise", "t_score": -2.500_000_000_000_1, "category": "osteoporosis"}),
        );
        assert!(!first.differs(&reworded));
        let other =
            of(json!({"category": "low_bone_mass", "t_score": -2.5, "clinical_rule": "as it is worded"}));
        assert!(first.differs(&other));
        assert_eq!(first.sections(&other), ["diagnosis"]);
    }

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(fnv(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
