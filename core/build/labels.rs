//! The words by which reports name models and reference databases.

use std::fmt::Write as _;
use std::path::Path;

use crate::rows::{self, MANUFACTURER, Row};

struct Label {
    id: String,
    manufacturer: String,
    /// Alternatives; every word of one of them must be there.
    required: Vec<Vec<String>>,
    /// Further words that may be there; any other makes the label another one.
    vocabulary: Vec<String>,
    versions: Option<(u16, u16)>,
}

pub(crate) struct Labels {
    models: Vec<Label>,
    databases: Vec<Label>,
}

impl Labels {
    pub(crate) fn read(path: &Path) -> Self {
        let mut labels = Self { models: Vec::new(), databases: Vec::new() };
        for row in rows::read(path) {
            let label = Label::read(&row);
            match row.text("kind") {
                "model" => labels.models.push(label),
                "database" => labels.databases.push(label),
                other => row.fail(format!("kind: {other:?} is neither model nor database")),
            }
        }
        assert!(
            labels.models.len() <= 16,
            "core/data/labels.csv: more than 16 models; widen the set of models"
        );
        labels
    }

    /// The bits of the models of a `;`-separated list; none is "every model".
    pub(crate) fn model_bits(&self, row: &Row) -> u16 {
        let list = row.text("models");
        list.split(';').filter(|id| !id.is_empty()).fold(0, |bits, id| {
            let index = self.models.iter().position(|model| model.id == id);
            bits | 1 << index.unwrap_or_else(|| row.fail(format!("models: {id:?} is not in labels.csv")))
        })
    }

    pub(crate) fn code(&self) -> String {
        let mut code = String::new();
        for (name, labels) in [("MODELS", &self.models), ("DATABASES", &self.databases)] {
            writeln!(code, "static {name}: [Label; {}] = [", labels.len()).expect("a string");
            for label in labels {
                let Label { id, manufacturer, required, vocabulary, versions } = label;
                let required: Vec<String> = required.iter().map(|words| format!("&{words:?}")).collect();
                let required = required.join(", ");
                writeln!(
                    code,
                    "    Label {{ id: {id:?}, manufacturer: {manufacturer}, required: &[{required}], \
                     vocabulary: &{vocabulary:?}, versions: {versions:?} }},"
                )
                .expect("a string");
            }
            code.push_str("];\n");
        }
        code
    }
}

impl Label {
    fn read(row: &Row) -> Self {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let versions = row.text("versions");
        let versions = (!versions.is_empty()).then(|| {
            let (low, high) = versions.split_once('-').unwrap_or_else(|| row.fail("versions: low-high"));
            let parse = |text: &str| text.parse().unwrap_or_else(|_| row.fail("versions: whole numbers"));
            (parse(low), parse(high))
        });
        let manufacturer = row.choice("manufacturer", MANUFACTURER);
        let manufacturer = manufacturer
            .strip_prefix("Some(")
            .and_then(|inner| inner.strip_suffix(')'))
            .unwrap_or_else(|| row.fail("a label needs its manufacturer"))
            .to_owned();
        Self {
            id: row.text("id").to_owned(),
            manufacturer,
            required: row.text("required").split('|').map(words).collect(),
            vocabulary: words(row.text("vocabulary")),
            versions,
        }
    }
}
