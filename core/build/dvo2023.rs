//! The tables of the DVO guideline of 2023: the factors, and the product that each tier requires.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE, Row};

const GROUP: &[(&str, &str)] = &[
    ("single", "Group::Single"),
    ("falls", "Group::Falls"),
    ("glucocorticoid_or_rheumatoid", "Group::GlucocorticoidOrRheumatoid"),
    ("vertebral", "Group::Vertebral"),
    ("bmi", "Group::Bmi"),
    ("type_2_diabetes", "Group::Type2Diabetes"),
    ("tsh", "Group::Tsh"),
    ("tbs", "Group::Tbs"),
];
const YES_NO: &[(&str, &str)] = &[("yes", "true"), ("no", "false")];
const SEXES: [&str; 2] = ["female", "male"];
const TIERS: [u32; 3] = [3, 5, 10];
const AGES: [u32; 9] = [50, 55, 60, 65, 70, 75, 80, 85, 90];
const COLUMNS: [&str; 10] = ["no_bmd", "0.0", "-0.5", "-1.0", "-1.5", "-2.0", "-2.5", "-3.0", "-3.5", "-4.0"];

pub(crate) fn factors(data: &Path, citations: &mut Citations) -> String {
    factor_code(&rows::read(&data.join("risk/dvo2023_factors.csv")), citations)
}

pub(crate) fn thresholds(data: &Path, citations: &mut Citations) -> String {
    required(&rows::read(&data.join("risk/dvo2023_thresholds.csv")), citations)
}

/// A decimal as a whole number of its `1 / parts`.
fn parts(row: &Row, column: &str, parts: f64) -> u16 {
    let scaled = row.positive(column) * parts;
    if (scaled - scaled.round()).abs() > 1e-9 || scaled > f64::from(u16::MAX) {
        row.fail(format!("{column}: {} is no whole number of 1/{parts}", row.text(column)));
    }
    scaled.round() as u16
}

fn camel(id: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    id.split('_').filter(|word| !word.is_empty()).map(capital).collect()
}

/// The factors, the strongest first, so that the lowest bit of a set is its strongest factor.
fn factor_code(rows: &[Row], citations: &mut Citations) -> String {
    let mut ids = BTreeSet::new();
    let mut sorted: Vec<(u16, &Row)> = Vec::new();
    for row in rows {
        let id = row.text("id");
        if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
            row.fail(format!("id: {id:?} is not snake_case"));
        }
        if !ids.insert(id) {
            row.fail(format!("{id} is there twice"));
        }
        let tenths = parts(row, "factor", 10.0);
        if tenths <= 10 {
            row.fail("factor: a risk factor raises the risk");
        }
        if (row.text("doubtful") == "yes" || !row.text("dissenting").is_empty())
            && row.text("doubt").is_empty()
        {
            row.fail("doubt: say why");
        }
        sorted.push((tenths, row));
    }
    if sorted.len() > 64 {
        rows[64].fail("more factors than a set holds");
    }
    sorted.sort_by_key(|&(tenths, _)| std::cmp::Reverse(tenths));
    let (mut variants, mut table) = (String::new(), String::new());
    let (mut multiplied, mut imminent, mut doubtful, mut age_limited) = (0_u64, 0_u64, 0_u64, 0_u64);
    for (place, &(tenths, row)) in sorted.iter().enumerate() {
        let (id, label, bit) = (row.text("id"), row.text("label"), 1_u64 << place);
        let group = row.choice("group", GROUP);
        let excludes = sorted.iter().enumerate().filter(|(other, (_, entry))| {
            *other == place || (group != "Group::Single" && entry.text("group") == row.text("group"))
        });
        let excludes = excludes.fold(0_u64, |mask, (other, _)| mask | (1 << other));
        let dissent = match row.text("dissenting") {
            "" => "None".to_owned(),
            value => format!(
                "Some(Dissent {{ tenths: {}, reading: {:?} }})",
                parts(row, "dissenting", 10.0),
                format!("dvo_{id}={value}")
            ),
        };
        for (column, mask) in
            [("multiplied", &mut multiplied), ("imminent", &mut imminent), ("doubtful", &mut doubtful)]
        {
            if row.choice(column, YES_NO) == "true" {
                *mask |= bit;
            }
        }
        if row.whole("to_age_years").is_some() {
            age_limited |= bit;
        }
        let to_age = row.whole("to_age_years").map_or("None".to_owned(), |age| format!("Some({age}.0)"));
        writeln!(variants, "    /// `{id}`: {label}.\n    {},", camel(id)).expect("a string");
        writeln!(
            table,
            "    Row {{ factor: Factor::{}, id: {id:?}, label: {label:?}, tenths: {tenths}, group: {group}, \
             excludes: {excludes:#x}, to_age_years: {to_age}, dissent: {dissent}, doubt: {:?}, citation: {}, \
             confidence: {} }},",
            camel(id),
            row.text("doubt"),
            citations.of(row),
            row.choice("confidence", CONFIDENCE),
        )
        .expect("a string");
    }
    let n = sorted.len();
    format!(
        "/// A risk factor of the guideline, the strongest first.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[repr(u8)]\n\
         pub enum Factor {{\n{variants}}}\n\nstatic FACTORS: [Row; {n}] = [\n{table}];\n\
         const MULTIPLIED: u64 = {multiplied:#x};\nconst IMMINENT: u64 = {imminent:#x};\n\
         const DOUBTFUL: u64 = {doubtful:#x};\nconst AGE_LIMITED: u64 = {age_limited:#x};\n"
    )
}

/// What each tier requires, in hundredths, by sex, age and column; 0 where the cell is blank.
fn required(rows: &[Row], citations: &mut Citations) -> String {
    let expected: Vec<(&str, u32, u32)> = SEXES
        .iter()
        .flat_map(|&sex| TIERS.iter().flat_map(move |&tier| AGES.iter().map(move |&age| (sex, tier, age))))
        .collect();
    let mut cells: Vec<[u16; 10]> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        citations.of(row);
        row.choice("confidence", CONFIDENCE);
        let key = (row.text("sex"), row.whole("tier_percent"), row.whole("age_row"));
        let next = expected.get(index);
        if next.is_none_or(|&(sex, tier, age)| key != (sex, Some(tier), Some(age))) {
            row.fail(format!("the row of {next:?} is due here"));
        }
        let values =
            COLUMNS.map(|column| if row.text(column).is_empty() { 0 } else { parts(row, column, 100.0) });
        if let Some(place) = (2..10).find(|&place| values[place] > values[place - 1]) {
            row.fail(format!("{}: a worse T-score requires more", COLUMNS[place]));
        }
        let above = (index % AGES.len() > 0).then(|| cells.last()).flatten();
        if let Some(place) = above.and_then(|above| (0..10).find(|&place| values[place] > above[place])) {
            row.fail(format!("{}: a higher age requires more", COLUMNS[place]));
        }
        let lower = (index % (AGES.len() * TIERS.len()) >= AGES.len()).then(|| cells[index - AGES.len()]);
        if let Some(place) = lower.and_then(|lower| (0..10).find(|&place| values[place] < lower[place])) {
            row.fail(format!("{}: a higher tier requires less", COLUMNS[place]));
        }
        cells.push(values);
    }
    if cells.len() != expected.len() {
        rows.last().map_or_else(
            || panic!("core/data/risk/dvo2023_thresholds.csv: no rows"),
            |row| row.fail(format!("{} rows; {} are due", cells.len(), expected.len())),
        )
    }
    let mut code = String::from("/// By sex, age and column.\nstatic REQUIRED: [[u16; 3]; 180] = [\n");
    for sex in 0..SEXES.len() {
        for age in 0..AGES.len() {
            let row = |tier: usize| cells[(sex * TIERS.len() + tier) * AGES.len() + age];
            for ((three, five), ten) in row(0).into_iter().zip(row(1)).zip(row(2)) {
                writeln!(code, "    [{three}, {five}, {ten}],").expect("a string");
            }
        }
    }
    code + "];\n"
}
