//! What was published for a sum of points or for a leaf of a tree, `data/risk/risk_by_points.csv`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::models::OUTCOME;
use crate::rows::{self, CONFIDENCE, Row};

/// Rows with points become a table of steps, one for each outcome; rows without become constants named
/// by their category.
pub(crate) fn risk_by_points(data: &Path, citations: &mut Citations) -> String {
    let mut tables: BTreeMap<String, BTreeMap<String, Vec<Row>>> = BTreeMap::new();
    for row in rows::read(&data.join("risk/risk_by_points.csv")) {
        row.choice("outcome", OUTCOME);
        if row.choice("confidence", CONFIDENCE).starts_with("Confidence::C") {
            row.fail("recalled only: not shipped");
        }
        citations.of(&row);
        let outcomes = tables.entry(row.text("model").to_owned()).or_default();
        outcomes.entry(row.text("outcome").to_owned()).or_default().push(row);
    }
    let mut code = String::new();
    for (model, outcomes) in &tables {
        let body: String = outcomes
            .iter()
            .map(|(outcome, rows)| {
                if rows.iter().any(|row| !row.text("points_from").is_empty()) {
                    steps(outcome, rows)
                } else {
                    leaves(rows)
                }
            })
            .collect();
        let unused = "    #[allow(unused_imports, reason = \"a tree has no steps\")]\n";
        writeln!(code, "pub(crate) mod {model} {{\n{unused}    use super::{{Published, Step}};\n{body}}}")
            .expect("a string");
    }
    code
}

fn steps(outcome: &str, rows: &[Row]) -> String {
    let mut code = String::new();
    let mut before: Option<(u32, f64)> = None;
    for (index, row) in rows.iter().enumerate() {
        let from = row.whole("points_from").unwrap_or_else(|| row.fail("points_from: none"));
        let to = row.whole("points_to");
        if to.is_some_and(|to| to < from) {
            row.fail("points_to is below points_from");
        }
        if to.is_none() && index + 1 < rows.len() {
            row.fail("points_to: only the last row is open");
        }
        let rank = ["percent", "low"].into_iter().find(|column| !row.text(column).is_empty());
        let rank = rank.map_or(0.0, |column| row.number(column));
        if let Some((last, risk)) = before {
            let gap = from > last + 1;
            if from <= last || gap == row.text("gap_before").is_empty() {
                row.fail(format!(
                    "follows {last} with a gap or an overlap; a gap is explained in gap_before"
                ));
            }
            if rank <= risk {
                row.fail("the risk does not rise with the points");
            }
        }
        before = Some((to.unwrap_or(from), rank));
        let to = to.map_or("f64::INFINITY".to_owned(), |to| format!("{:?}", f64::from(to)));
        let from = f64::from(from);
        writeln!(code, "        Step {{ from: {from:?}, to: {to}, published: {} }},", published(row))
            .expect("a string");
    }
    format!("    pub(crate) static {}: &[Step] = &[\n{code}    ];\n", outcome.to_uppercase())
}

fn leaves(rows: &[Row]) -> String {
    let mut names = BTreeSet::new();
    rows.iter()
        .map(|row| {
            let name = row.text("category").to_uppercase();
            if name.is_empty() || !names.insert(name.clone()) {
                row.fail("a row without points needs a category of its own");
            }
            format!("    pub(crate) const {name}: Published = {};\n", published(row))
        })
        .collect()
}

fn published(row: &Row) -> String {
    let number = |column: &str| {
        (!row.text(column).is_empty()).then(|| {
            let number = row.number(column);
            if !(0.0..=100.0).contains(&number) {
                row.fail(format!("{column}: {number} is no percentage"));
            }
            number
        })
    };
    let (percent, low, high) = (number("percent"), number("low"), number("high"));
    let ordered = |a: Option<f64>, b: Option<f64>| a.zip(b).is_none_or(|(a, b)| a < b);
    if !(ordered(low, percent) && ordered(percent, high) && ordered(low, high)) {
        row.fail("low, percent and high are out of order");
    }
    let category = row.text("category");
    if percent.is_none() && category.is_empty() {
        row.fail("neither percent nor category");
    }
    let category = (!category.is_empty()).then_some(category);
    format!("Published {{ percent: {percent:?}, category: {category:?}, low: {low:?}, high: {high:?} }}")
}
