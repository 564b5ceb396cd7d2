//! The tables of the DVO guideline of 2023: the factors, and the product that each tier requires.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::models::{bound, meet};
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
/// Units of what is measured, and whether they are of things that are counted.
const UNITS: &[(&str, bool)] = &[
    ("g/d", false),
    ("cigarettes/d", true),
    ("kg/m2", false),
    ("mg/d", false),
    ("falls/y", true),
    ("s", false),
    ("years", false),
    ("mU/L", false),
    ("mL/min/1.73m2", false),
    ("SD", false),
];
const YES_NO: &[(&str, &str)] = &[("yes", "true"), ("no", "false")];
const SEXES: [&str; 2] = ["female", "male"];
const TIERS: [u32; 3] = [3, 5, 10];
const AGES: [u32; 9] = [50, 55, 60, 65, 70, 75, 80, 85, 90];
const COLUMNS: [&str; 10] = ["no_bmd", "0.0", "-0.5", "-1.0", "-1.5", "-2.0", "-2.5", "-3.0", "-3.5", "-4.0"];

pub(crate) fn factors(data: &Path, citations: &mut Citations) -> String {
    factor_code(&rows::read(&data.join("risk/dvo2023_factors.csv")), citations)
}

pub(crate) fn limits(data: &Path, citations: &mut Citations) -> String {
    measurements(&rows::read(&data.join("risk/dvo2023_factors.csv")))
        + &limit_code(&rows::read(&data.join("risk/dvo2023_limits.csv")), citations)
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

fn snake_case(row: &Row, column: &str) {
    let id = row.text(column);
    if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
        row.fail(format!("{column}: {id:?} is not snake_case"));
    }
}

/// An end of a band as it is printed, and whether it belongs to the band.
fn end<'r>(row: &'r Row, included: &str, excluded: &str) -> Option<(&'r str, bool)> {
    match (row.text(included), row.text(excluded)) {
        ("", "") => None,
        ("", text) => Some((text, false)),
        (text, _) => Some((text, true)),
    }
}

fn low(row: &Row) -> Option<(&str, bool)> {
    end(row, "at_least", "above")
}

fn high(row: &Row) -> Option<(&str, bool)> {
    end(row, "at_most", "below")
}

/// A Rust expression for the band of a row.
fn band(row: &Row, points: f64) -> String {
    let (low, high) = (bound(row, "at_least", "above"), bound(row, "at_most", "below"));
    if let (Some((below, _)), Some((above, _))) = (low_number(row), high_number(row))
        && below >= above
    {
        row.fail(format!("{below} is not below {above}"));
    }
    format!("Band {{ low: {low}, high: {high}, points: {points:?} }}")
}

fn low_number(row: &Row) -> Option<(f64, bool)> {
    low(row).map(|(_, of)| (row.number(if of { "at_least" } else { "above" }), of))
}

fn high_number(row: &Row) -> Option<(f64, bool)> {
    high(row).map(|(_, of)| (row.number(if of { "at_most" } else { "below" }), of))
}

/// Whether a unit is of things that are counted, one by one.
fn is_counted(unit: &str) -> bool {
    UNITS.contains(&(unit, true))
}

fn from_on(text: &str, included: bool, unit: &str) -> String {
    match (included, is_counted(unit)) {
        (true, _) => format!("{text} or more"),
        (false, true) => format!("more than {text}"),
        (false, false) => format!("above {text}"),
    }
}

fn up_to(text: &str, included: bool, unit: &str) -> String {
    match (included, is_counted(unit)) {
        (true, true) => format!("{text} or fewer"),
        (true, false) => format!("{text} or less"),
        (false, true) if text == "1" => "0".to_owned(),
        (false, true) => format!("fewer than {text}"),
        (false, false) => format!("below {text}"),
    }
}

/// The values of a band in words.
fn words(row: &Row) -> String {
    let unit = row.text("unit");
    match (low(row), high(row)) {
        (None, None) => String::new(),
        (Some((low, included)), None) => from_on(low, included, unit),
        (None, Some((high, included))) => up_to(high, included, unit),
        (Some((low, true)), Some((_, false)))
            if is_counted(unit) && row.number("below") - row.number("at_least") <= 1.0 =>
        {
            low.to_owned()
        }
        (Some((low, low_included)), Some((high, high_included))) => {
            let above = if low_included { "" } else { "above " };
            let below = if high_included { "" } else { "below " };
            format!("{above}{low} to {below}{high}")
        }
    }
}

/// What is measured, with the factors by its bands and, in words, the values that are in none.
fn measurements(rows: &[Row]) -> String {
    let mut measured: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        let bounded = low(row).is_some() || high(row).is_some();
        match (row.text("measurement"), bounded) {
            ("", false) if row.text("unit").is_empty() => {}
            ("", _) => row.fail("measurement: of what are the limits?"),
            (_, false) => row.fail("measurement: without limits"),
            (name, true) => {
                snake_case(row, "measurement");
                measured.entry(name).or_default().push(row);
            }
        }
    }
    let mut code = String::new();
    for (name, rows) in measured {
        let rows = meet(rows, name);
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { continue };
        let unit = first.text("unit");
        if !UNITS.iter().any(|&(known, _)| known == unit) {
            first.fail(format!("unit: {unit:?} is not known"));
        }
        for row in &rows {
            if row.text("unit") != unit || row.text("group") != first.text("group") {
                row.fail(format!("{name}: the bands of one measurement have one unit and one group"));
            }
            if rows.len() > 1 && row.text("group") == "single" {
                row.fail(format!("{name}: bands are alternatives; give them a group"));
            }
        }
        let below = low(first).map(|(text, included)| up_to(text, !included, unit));
        let above = high(last).map(|(text, included)| from_on(text, !included, unit));
        let otherwise: Vec<String> = below.into_iter().chain(above).collect();
        let factors: Vec<String> =
            rows.iter().map(|row| format!("Factor::{}", camel(row.text("id")))).collect();
        writeln!(
            code,
            "/// {unit}.\n#[allow(dead_code, reason = \"some are asked by factor\")]\n\
             pub(super) static {}: Measurement = Measurement {{ factors: &[{}], otherwise: {:?} }};",
            name.to_uppercase(),
            factors.join(", "),
            otherwise.join(" or "),
        )
        .expect("a string");
    }
    code
}

/// The limits that are of no factor alone.
fn limit_code(rows: &[Row], citations: &mut Citations) -> String {
    let mut ids = BTreeSet::new();
    let mut code = String::new();
    for row in rows {
        snake_case(row, "id");
        let id = row.text("id");
        if !ids.insert(id) {
            row.fail(format!("{id} is there twice"));
        }
        citations.of(row);
        row.choice("confidence", CONFIDENCE);
        row.choice("unit", &[("months", ""), ("days", "")]);
        let ends: Vec<&str> = low(row).into_iter().chain(high(row)).map(|(text, _)| text).collect();
        for column in ["within", "otherwise"] {
            let said = row.text(column);
            if ends.is_empty() || !ends.iter().all(|end| said.split(' ').any(|word| word == *end)) {
                row.fail(format!("{column}: {said:?} does not name the limits {ends:?}"));
            }
        }
        writeln!(
            code,
            "/// {}: {}.\npub(super) static {}: Limit = Limit {{ band: {}, within: {:?}, otherwise: {:?} }};",
            row.text("meaning"),
            row.text("unit"),
            id.to_uppercase(),
            band(row, 0.0),
            row.text("within"),
            row.text("otherwise"),
        )
        .expect("a string");
    }
    code
}

/// The factors, the strongest first, so that the lowest bit of a set is its strongest factor.
fn factor_code(rows: &[Row], citations: &mut Citations) -> String {
    let mut ids = BTreeSet::new();
    let mut sorted: Vec<(u16, &Row)> = Vec::new();
    for row in rows {
        let id = row.text("id");
        snake_case(row, "id");
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
        let values = if row.text("measurement").is_empty() {
            "None".to_owned()
        } else {
            format!("Some(Values {{ band: {}, words: {:?} }})", band(row, row.number("factor")), words(row))
        };
        let to_age = row.whole("to_age_years").map_or("None".to_owned(), |age| format!("Some({age}.0)"));
        writeln!(variants, "    /// `{id}`: {label}.\n    {},", camel(id)).expect("a string");
        writeln!(
            table,
            "    Row {{ factor: Factor::{}, id: {id:?}, label: {label:?}, tenths: {tenths}, \
             written: \"{}.{}\", group: {group}, \
             excludes: {excludes:#x}, to_age_years: {to_age}, values: {values}, dissent: {dissent}, doubt: {:?}, citation: {}, \
             confidence: {} }},",
            camel(id),
            tenths / 10,
            tenths % 10,
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
    let t_scores: Vec<String> = COLUMNS[1..]
        .iter()
        .map(|column| format!("{:?}", column.parse::<f64>().expect("a column but the first is a T-score")))
        .collect();
    let mut code = format!(
        "/// The first age of the tables, in completed years.\npub const LOWEST_AGE_YEARS: u8 = {};\n\
         /// Years from one row to the next.\nconst ROW_YEARS: u8 = {};\n\
         /// Rows for a sex.\nconst ROWS: u8 = {};\n\
         /// Columns: without BMD, and T-scores.\nconst COLUMNS: [&str; {}] = {COLUMNS:?};\n\
         /// The T-scores of the columns but the first.\nconst T_SCORES: [f64; {}] = [{}];\n",
        AGES[0],
        AGES[1] - AGES[0],
        AGES.len(),
        COLUMNS.len(),
        t_scores.len(),
        t_scores.join(", "),
    );
    code.push_str("/// By sex, age and column.\nstatic REQUIRED: [[u16; 3]; 180] = [\n");
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
