//! The days of the worklist and the numbers of the simulation: `fls/worklist.csv`, `fls/simulation.csv`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE};

/// Whole numbers that the sums of the windows rest on; an order that cannot be fails the build.
pub(crate) fn worklist(data: &Path, citations: &mut Citations) -> String {
    let (code, value) = whole_numbers(&data.join("fls/worklist.csv"), citations);
    ascending(&value, &["recall_16_weeks_from_days", "recall_16_weeks_days", "recall_52_weeks_from_days"]);
    ascending(&value, &["recall_52_weeks_from_days", "recall_52_weeks_days", "recall_52_weeks_until_days"]);
    code
}

/// The numbers of the simulation.
pub(crate) fn simulation(data: &Path, citations: &mut Citations) -> String {
    let (code, value) = whole_numbers(&data.join("fls/simulation.csv"), citations);
    ascending(&value, &["runs_least", "runs"]);
    ascending(&value, &["call_accepted", "call_phoned"]);
    ascending(&value, &["middle_low_permille", "middle_high_permille"]);
    code
}

fn whole_numbers(path: &Path, citations: &mut Citations) -> (String, BTreeMap<String, u32>) {
    let mut code = String::new();
    let mut values = BTreeMap::new();
    for row in rows::read(path) {
        let id = row.text("id");
        let value = row.whole("value").unwrap_or_else(|| row.fail("value: needed"));
        if value == 0 {
            row.fail("value: 0 is not positive");
        }
        if values.insert(id.to_owned(), value).is_some() {
            row.fail(format!("{id} is there twice"));
        }
        row.choice("confidence", CONFIDENCE);
        let (name, citation, meaning) = (id.to_uppercase(), citations.of(&row), row.text("meaning"));
        writeln!(
            code,
            "/// {meaning}.\npub const {name}: u32 = {value};\n\
             /// Source of [`{name}`].\npub const {name}_SOURCE: CitationId = {citation};"
        )
        .expect("a string");
    }
    (code, values)
}

fn ascending(values: &BTreeMap<String, u32>, ids: &[&str]) {
    for pair in ids.windows(2) {
        let value = |id: &str| values.get(id).unwrap_or_else(|| panic!("core/data/fls: no row {id}"));
        assert!(value(pair[0]) < value(pair[1]), "core/data/fls: {} is not below {}", pair[0], pair[1]);
    }
}
