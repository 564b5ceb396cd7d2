//! Limits by age that guidelines hold quantities against: `guideline/age_limits.csv`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE, Row};

const BETWEEN: &[(&str, &str)] = &[
    ("step", "Between::Step"),
    ("line", "Between::Line"),
    ("nearest", "Between::Nearest"),
    ("nogg_option", "Between::NoggOption"),
];

/// One constant a table; ages rise, and the two readings of a limit are in order.
pub(crate) fn age_limits(data: &Path, citations: &mut Citations) -> String {
    let mut tables: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in rows::read(&data.join("guideline/age_limits.csv")) {
        tables.entry(row.text("table").to_owned()).or_default().push(row);
    }
    let mut code = String::new();
    for (table, rows) in &tables {
        let Some(first) = rows.first() else { continue };
        let (mut list, mut before) = (String::new(), None);
        for row in rows {
            if ["between", "citation"].iter().any(|column| row.text(column) != first.text(column)) {
                row.fail("one reading between ages and one citation for a table");
            }
            citations.of(row);
            row.choice("confidence", CONFIDENCE);
            let age = row.whole("age").filter(|&age| age <= 120).unwrap_or_else(|| row.fail("age: needed"));
            if before.is_some_and(|before| before >= age) {
                row.fail("ages must rise");
            }
            before = Some(age);
            let limit = row.number("limit");
            let other =
                if row.text("other_reading").is_empty() { limit } else { row.number("other_reading") };
            if other < limit {
                row.fail("other_reading: the higher of the two");
            }
            write!(list, "({age}, {limit:?}, {other:?}), ").expect("a string");
        }
        // The weakest row speaks for the table.
        let weakest = rows
            .iter()
            .max_by_key(|row| CONFIDENCE.iter().position(|(key, _)| *key == row.text("confidence")));
        writeln!(
            code,
            "/// `{table}`\npub static {}: AgeLimits = AgeLimits {{ id: {table:?}, rows: &[{list}], between: {}, \
             citation: {}, confidence: {} }};",
            table.to_uppercase(),
            first.choice("between", BETWEEN),
            citations.of(first),
            weakest.unwrap_or(first).choice("confidence", CONFIDENCE),
        )
        .expect("a string");
    }
    code
}
