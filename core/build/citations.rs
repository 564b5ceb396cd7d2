//! The list of citations, and who uses them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::rows::Row;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Citation {
    text: String,
    #[serde(default)]
    doi: String,
    #[serde(default)]
    url: String,
    /// `code`: a rule cites it rather than a number of a table.
    #[serde(default)]
    used_by: String,
}

pub(crate) struct Citations {
    all: BTreeMap<String, Citation>,
    used: BTreeMap<String, bool>,
}

impl Citations {
    pub(crate) fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("core/data/citations.toml is there");
        let all: BTreeMap<String, Citation> =
            toml::from_str(&text).unwrap_or_else(|error| panic!("core/data/citations.toml: {error}"));
        for (id, citation) in &all {
            let plain = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
            assert!(plain, "core/data/citations.toml: the id {id} must be snake_case");
            assert!(citation.text.len() > 20, "core/data/citations.toml: {id} is no full citation");
            assert!(
                matches!(citation.used_by.as_str(), "" | "code"),
                "core/data/citations.toml: {id}: used_by"
            );
        }
        let used = all.iter().map(|(id, citation)| (id.clone(), citation.used_by == "code")).collect();
        Self { all, used }
    }

    /// The Rust expression for the citation of a row.
    pub(crate) fn of(&mut self, row: &Row) -> String {
        let id = row.text("citation");
        match self.used.get_mut(id) {
            Some(used) => *used = true,
            None => row.fail(format!("citation: {id:?} is not in citations.toml")),
        }
        format!("ids::{}", id.to_uppercase())
    }

    pub(crate) fn code(&self) -> String {
        for (id, used) in &self.used {
            assert!(
                used,
                "core/data/citations.toml: nothing cites {id}; mark it used_by = \"code\" if a rule does"
            );
        }
        let mut code =
            String::from("/// The citations by name.\npub mod ids {\n    use super::CitationId;\n");
        for (index, id) in self.all.keys().enumerate() {
            let name = id.to_uppercase();
            writeln!(code, "    /// `{id}`\n    pub const {name}: CitationId = CitationId({index});")
                .expect("a string");
        }
        let n = self.all.len();
        writeln!(code, "}}\n\npub(super) static CITATIONS: [Citation; {n}] = [").expect("a string");
        for (id, citation) in &self.all {
            let Citation { text, doi, url, .. } = citation;
            writeln!(code, "    Citation {{ id: {id:?}, text: {text:?}, doi: {doi:?}, url: {url:?} }},")
                .expect("a string");
        }
        code.push_str("];\n");
        code
    }
}
