//! The published adjustments of a supplied probability, and the published UK table of 2008.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE, Row, SEX};

const OUTCOME: &[(&str, &str)] = &[("mof", "Outcome::Mof"), ("hip", "Outcome::Hip")];
const DOSE_BANDS: [&str; 3] = ["low", "medium", "high"];
const TBS_TERMS: [&str; 5] = ["a0", "a1", "a2", "a3", "a4"];
const CONSTANTS: [&str; 5] = ["age_from", "age_to", "medium_dose_from", "high_dose_above", "per_spine_unit"];

/// The rows of a file, each with a known citation and a confidence that may be shipped.
fn rows(data: &Path, name: &str, citations: &mut Citations) -> Vec<Row> {
    let rows = rows::read(&data.join("risk").join(name));
    assert!(!rows.is_empty(), "core/data/risk/{name}: no row");
    for row in &rows {
        citations.of(row);
        if row.choice("confidence", CONFIDENCE).starts_with("Confidence::C") {
            row.fail("a recalled value (C) is not shipped");
        }
    }
    rows
}

/// A percentage of 0-100.
fn percent(row: &Row) -> f64 {
    let percent = row.number("percent");
    if !(0.0..=100.0).contains(&percent) {
        row.fail(format!("percent: {percent} is outside 0-100"));
    }
    percent
}

fn age(row: &Row) -> u32 {
    let age = row.whole("age_years").unwrap_or_else(|| row.fail("age_years is empty"));
    if !(40..=90).contains(&age) {
        row.fail(format!("age_years: {age} is outside 40-90"));
    }
    age
}

/// Whether no step of a table was left out between its first and its last.
fn evenly_spaced(values: &[i64]) -> bool {
    let steps: BTreeSet<i64> = values.windows(2).map(|pair| pair[1] - pair[0]).collect();
    steps.len() == 1
}

/// Ranges and factors, each a constant.
pub(crate) fn constants(data: &Path, citations: &mut Citations) -> String {
    let mut code = String::new();
    let mut seen = BTreeSet::new();
    for row in rows(data, "frax_constants.csv", citations) {
        let id = row.text("id").to_owned();
        if !CONSTANTS.contains(&id.as_str()) {
            row.fail(format!("id: {id} is not known"));
        }
        let value = row.positive("value");
        writeln!(
            code,
            "/// {}.\npub(crate) const {}: f64 = {value:?};",
            row.text("meaning"),
            id.to_uppercase()
        )
        .expect("a string");
        if !seen.insert(id) {
            row.fail("the id is there twice");
        }
    }
    assert!(seen.len() == CONSTANTS.len(), "core/data/risk/frax_constants.csv: only {seen:?}");
    code
}

/// Percent change by outcome, dose and age, with the row of all ages.
pub(crate) fn glucocorticoid_dose(data: &Path, citations: &mut Citations) -> String {
    let mut cells: BTreeMap<(String, Option<u32>), BTreeMap<String, i8>> = BTreeMap::new();
    let name = "frax_glucocorticoid_dose.csv";
    for row in rows(data, name, citations) {
        let outcome = row.choice("outcome", OUTCOME);
        let at = if row.text("age_years") == "all" { None } else { Some(age(&row)) };
        let band = row.text("dose_band");
        if !DOSE_BANDS.contains(&band) {
            row.fail(format!("dose_band: {band:?} is not known"));
        }
        let change: i8 = row
            .text("percent_change")
            .parse()
            .unwrap_or_else(|_| row.fail("percent_change: no whole number of -100 to +100"));
        if !(-100..=100).contains(&change) {
            row.fail(format!("percent_change: {change} is outside -100..+100"));
        }
        if cells.entry((outcome, at)).or_default().insert(band.to_owned(), change).is_some() {
            row.fail("this cell is there twice");
        }
    }
    let ages = |outcome: &str| -> Vec<Option<u32>> {
        cells.keys().filter(|(of, _)| of == outcome).map(|(_, age)| *age).collect()
    };
    let whole: Vec<i64> = ages("Outcome::Mof").into_iter().flatten().map(i64::from).collect();
    assert!(evenly_spaced(&whole), "core/data/risk/{name}: an age is not there");
    let mut code = String::new();
    for (_, outcome) in OUTCOME {
        assert!(ages(outcome) == ages("Outcome::Mof"), "core/data/risk/{name}: {outcome} has other ages");
        assert!(ages(outcome).first() == Some(&None), "core/data/risk/{name}: {outcome}: no row of all ages");
        let changes = |age: Option<u32>| {
            let bands = &cells[&((*outcome).to_owned(), age)];
            let of = |band: &str| {
                let gap = || panic!("core/data/risk/{name}: no {band} dose for {outcome} at {age:?}");
                bands.get(band).copied().unwrap_or_else(gap)
            };
            format!("Changes {{ low: {}, medium: {}, high: {} }}", of("low"), of("medium"), of("high"))
        };
        let by_age: String = ages(outcome)
            .into_iter()
            .flatten()
            .map(|age| {
                format!(
                    "\n        AgeRow {{ age_years: {age}, reading: \"age_row={age}\", changes: {} }},",
                    changes(Some(age))
                )
            })
            .collect();
        writeln!(
            code,
            "static {}: DoseTable = DoseTable {{\n    all_ages: {},\n    by_age: &[{by_age}\n    ],\n}};",
            outcome.trim_start_matches("Outcome::").to_uppercase(),
            changes(None),
        )
        .expect("a string");
    }
    code
}

/// The five coefficients of each outcome.
pub(crate) fn trabecular_bone_score(data: &Path, citations: &mut Citations) -> String {
    let mut terms: BTreeMap<(String, String), f64> = BTreeMap::new();
    let name = "frax_tbs.csv";
    for row in rows(data, name, citations) {
        let term = row.text("term").to_owned();
        if !TBS_TERMS.contains(&term.as_str()) {
            row.fail(format!("term: {term:?} is not known"));
        }
        if terms.insert((row.choice("outcome", OUTCOME), term), row.number("value")).is_some() {
            row.fail("this coefficient is there twice");
        }
    }
    let mut code = String::new();
    for (_, outcome) in OUTCOME {
        let of = |term: &str| {
            let gap = || panic!("core/data/risk/{name}: no {term} for {outcome}");
            terms.get(&((*outcome).to_owned(), term.to_owned())).copied().unwrap_or_else(gap)
        };
        let values: String = TBS_TERMS.iter().map(|term| format!(" {term}: {:?},", of(term))).collect();
        let constant = outcome.trim_start_matches("Outcome::").to_uppercase();
        writeln!(code, "const {constant}: Coefficients = Coefficients {{{values} }};").expect("a string");
    }
    code
}

/// A whole grid of ages and T-scores for each outcome and sex.
pub(crate) fn uk2008_published_table(data: &Path, citations: &mut Citations) -> String {
    let mut grids: BTreeMap<(String, String), BTreeMap<(u32, i32), String>> = BTreeMap::new();
    let name = "uk2008_published_table.csv";
    for row in rows(data, name, citations) {
        let t = row.text("t_femoral_neck").parse().unwrap_or_else(|_| row.fail("t_femoral_neck: not whole"));
        let percent = percent(&row);
        let cell = match row.text("comparator") {
            "" => format!("Cell::Percent({percent:?})"),
            "<" => format!("Cell::Below({percent:?})"),
            other => row.fail(format!("comparator: {other:?} is not known")),
        };
        let grid = grids.entry((row.choice("outcome", OUTCOME), row.choice("sex", SEX))).or_default();
        if grid.insert((age(&row), t), cell).is_some() {
            row.fail("this cell is there twice");
        }
    }
    assert!(
        grids.len() == OUTCOME.len() * SEX.len(),
        "core/data/risk/{name}: an outcome or a sex is not there"
    );
    let all = || grids.values().flat_map(BTreeMap::keys);
    let ages: BTreeSet<u32> = all().map(|(age, _)| *age).collect();
    let ts: BTreeSet<i32> = all().map(|(_, t)| *t).collect();
    for (what, values) in [
        ("an age", ages.iter().copied().map(i64::from).collect::<Vec<_>>()),
        ("a T-score", ts.iter().copied().map(i64::from).collect()),
    ] {
        assert!(evenly_spaced(&values), "core/data/risk/{name}: {what} is not there");
    }
    let mut code = String::new();
    for ((outcome, sex), grid) in &grids {
        writeln!(code, "    Grid {{ outcome: {outcome}, sex: {sex}, cells: &[").expect("a string");
        for age in &ages {
            for t in &ts {
                let gap = || panic!("core/data/risk/{name}: no cell for {outcome}, {sex}, age {age}, T {t}");
                let cell = grid.get(&(*age, *t)).unwrap_or_else(gap);
                writeln!(code, "        (Node {{ age_years: {age}, t: {t} }}, {cell}),").expect("a string");
            }
        }
        code.push_str("    ] },\n");
    }
    let (ages, ts): (Vec<_>, Vec<_>) = (ages.into_iter().collect(), ts.into_iter().collect());
    format!(
        "/// Ages of the table, completed years.\npub static AGES: [u8; {}] = {ages:?};\n\
         /// Femoral-neck T-scores of the table.\npub static T_SCORES: [i8; {}] = {ts:?};\n\
         static GRIDS: [Grid; {}] = [\n{code}];\n",
        ages.len(),
        ts.len(),
        grids.len()
    )
}
