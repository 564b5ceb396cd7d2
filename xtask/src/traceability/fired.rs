//! Which conformance cases exercise a requirement: those whose answer names it.

use std::collections::HashMap;

use serde_json::Value;

use crate::kept::{files, read};

/// Each id that answers name, with how many cases name it and the first of them.
pub(crate) struct Fired(HashMap<String, (usize, String)>);

impl Fired {
    pub(crate) fn read() -> Result<Self, String> {
        let mut fired = HashMap::new();
        for path in files("tests/conformance", ".ndjson")? {
            for line in read(&path)?.lines().skip(1) {
                let case: Value = serde_json::from_str(line).map_err(|error| format!("{path}: {error}"))?;
                let id = case["patient"]["id"].as_str().unwrap_or_default();
                let mut said = Vec::new();
                names(&case["assessment"], &mut said);
                said.sort_unstable();
                said.dedup();
                for name in said {
                    let entry = fired.entry(name.to_owned()).or_insert_with(|| (0, id.to_owned()));
                    entry.0 += 1;
                }
            }
        }
        Ok(Self(fired))
    }

    /// How many, and the first.
    pub(crate) fn of(&self, id: &str) -> (usize, &str) {
        self.0.get(id).map_or((0, ""), |(cases, first)| (*cases, first))
    }
}

/// Every word of an answer. A guideline that does not speak of the person, a model that refused and a rule that is only
/// traced exercise nothing; of a reference, `set.sex.region`, the set is meant.
fn names<'a>(value: &'a Value, said: &mut Vec<&'a str>) {
    match value {
        Value::String(word) if !word.contains(' ') => {
            said.push(word);
            said.extend(word.split_once('.').map(|(set, _)| set));
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, said)),
        Value::Object(fields) => {
            let refused = fields.get("refused").is_some_and(|refused| !refused.is_null());
            let outside = fields.get("applicable").is_some_and(|applicable| applicable == false);
            if refused || outside {
                return fields.get("refused").into_iter().for_each(|why| names(why, said));
            }
            let clinical = |key: &str| !matches!(key, "trace" | "sources" | "citations");
            fields.iter().filter(|(key, _)| clinical(key)).for_each(|(_, value)| names(value, said));
        }
        _ => {}
    }
}
