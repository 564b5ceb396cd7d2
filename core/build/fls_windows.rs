//! Days and months that the pathway of a fracture liaison service is measured by, and the groups that its
//! funnel is told by: `fls/windows.csv`, `fls/groups.csv`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE, Row};

/// A constant for each window, with its source. An id ends in its unit; a number that is recalled only is
/// refused.
pub(crate) fn windows(data: &Path, citations: &mut Citations) -> String {
    let mut code = String::new();
    let mut ids = BTreeSet::new();
    for row in rows::read(&data.join("fls/windows.csv")) {
        let (id, unit) = (row.text("id"), row.text("unit"));
        if !["days", "months", "tests"].contains(&unit) {
            row.fail(format!("unit: {unit:?} is neither days, months nor tests"));
        }
        if !id.ends_with(&format!("_{unit}")) {
            row.fail(format!("{id} does not end in its unit, {unit}"));
        }
        if !ids.insert(id.to_owned()) {
            row.fail(format!("{id} is there twice"));
        }
        let value = row.whole("value").unwrap_or_else(|| row.fail("value: it must be stated"));
        if !(1..=3650).contains(&value) {
            row.fail(format!("value: {value} is outside 1-3650"));
        }
        refuse_recalled(&row);
        let (name, citation, meaning) = (id.to_uppercase(), citations.of(&row), row.text("meaning"));
        writeln!(
            code,
            "/// {meaning}.\npub const {name}: u32 = {value};\n/// Source of [`{name}`].\n\
             pub const {name}_SOURCE: CitationId = {citation};"
        )
        .expect("a string");
    }
    code
}

/// A table for each division into groups: where each begins, from nothing upwards without a gap.
pub(crate) fn groups(data: &Path, citations: &mut Citations) -> String {
    let mut by: BTreeMap<String, Vec<(u32, String)>> = BTreeMap::new();
    for row in rows::read(&data.join("fls/groups.csv")) {
        row.choice("by", &[("age_band", ""), ("schooling_band", "")]);
        row.choice("unit", &[("years", "")]);
        refuse_recalled(&row);
        citations.of(&row);
        let from = row.whole("from").unwrap_or_else(|| row.fail("from: it must be stated"));
        let bands = by.entry(row.text("by").to_owned()).or_default();
        match bands.last() {
            None if from != 0 => row.fail(format!("from: {from}: the first group begins at 0")),
            Some((before, _)) if *before >= from => row.fail(format!("from: {from} is not after {before}")),
            _ => {}
        }
        if bands.iter().any(|(_, group)| group == row.text("group")) {
            row.fail(format!("group: {} is there twice", row.text("group")));
        }
        bands.push((from, row.text("group").to_owned()));
    }
    let mut code = String::new();
    for (by, bands) in by {
        writeln!(
            code,
            "/// Where each group by {by} begins, in years.\n\
             pub(super) static {}S: &[(u32, &str)] = &{bands:?};",
            by.to_uppercase()
        )
        .expect("a string");
    }
    code
}

fn refuse_recalled(row: &Row) {
    if row.choice("confidence", CONFIDENCE).starts_with("Confidence::C") {
        row.fail("confidence: what is recalled only measures nobody");
    }
}
