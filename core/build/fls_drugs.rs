//! Which codes and names are drugs for osteoporosis, and for how long they cover: `fls/drug*.csv`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE, Row};

const SYSTEM: &[(&str, &str)] = &[("rxnorm", "CodeSystem::Rxnorm"), ("atc", "CodeSystem::Atc"), ("name", "")];
const DRUG: &[(&str, &str)] = &[
    ("alendronate", "Drug::Alendronate"),
    ("risedronate", "Drug::Risedronate"),
    ("ibandronate", "Drug::Ibandronate"),
    ("zoledronate", "Drug::Zoledronate"),
    ("denosumab", "Drug::Denosumab"),
    ("teriparatide", "Drug::Teriparatide"),
    ("abaloparatide", "Drug::Abaloparatide"),
    ("romosozumab", "Drug::Romosozumab"),
    ("raloxifene", "Drug::Raloxifene"),
    ("other", "Drug::Other"),
];
const ROUTE: &[(&str, &str)] =
    &[("oral", "Some(Route::Oral)"), ("iv", "Some(Route::Iv)"), ("sc", "Some(Route::Sc)"), ("", "None")];
const BOOLEAN: &[(&str, &str)] = &[("true", "true"), ("false", "false")];

/// Codes and names. A name is one word of small plain letters, so that it can be looked for as such.
pub(crate) fn products(data: &Path, citations: &mut Citations) -> String {
    let (mut codes, mut names) = (String::new(), String::new());
    let mut seen = BTreeSet::new();
    for row in rows::read(&data.join("fls/drugs.csv")) {
        judged(&row);
        citations.of(&row);
        let (system, code) = (row.choice("system", SYSTEM), row.text("code"));
        let (drug, route) = (row.choice("drug", DRUG), row.choice("route", ROUTE));
        if code.is_empty() || !seen.insert((system.clone(), code.to_owned())) {
            row.fail(format!("code: {code:?} is there twice, or empty"));
        }
        let every = |fits: fn(u8) -> bool| code.bytes().all(fits);
        let (fits, list) = match row.text("system") {
            "rxnorm" => (every(|byte| byte.is_ascii_digit()), &mut codes),
            "atc" => {
                let plain = every(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
                (code.len() == 7 && plain, &mut codes)
            }
            _ => (every(|byte| byte.is_ascii_lowercase()), &mut names),
        };
        if !fits {
            row.fail(format!("code: {code:?} is not written as its system writes"));
        }
        let system = if system.is_empty() { system } else { format!("{system}, ") };
        writeln!(list, "({system}{code:?}, {drug}, {route}),").expect("a string");
    }
    format!(
        "/// Codes: system, code, drug, route.\n\
         static CODES: &[(CodeSystem, &str, Drug, Option<Route>)] = &[\n{codes}];\n\
         /// Names: word, drug, route.\n\
         static NAMES: &[(&str, Drug, Option<Route>)] = &[\n{names}];\n"
    )
}

/// For how long a dose covers, and the days that stand for what is not stated.
pub(crate) fn cover(data: &Path, citations: &mut Citations) -> String {
    let mut code =
        String::from("/// A row for each drug that is given at intervals.\nstatic DOSES: &[Dose] = &[\n");
    let mut seen = BTreeSet::new();
    for row in rows::read(&data.join("fls/drug_cover.csv")) {
        judged(&row);
        let (drug, route) = (row.choice("drug", DRUG), row.choice("route", ROUTE));
        if !seen.insert(drug.clone()) {
            row.fail("drug: is there twice");
        }
        writeln!(
            code,
            "Dose {{ drug: {drug}, route: {route}, months: {}, order_is_dose: {}, \
             may_be_several: {}, citation: {} }},",
            positive(&row, "months"),
            row.choice("order_is_dose", BOOLEAN),
            row.choice("may_be_several", BOOLEAN),
            citations.of(&row),
        )
        .expect("a string");
    }
    code.push_str("];\n");
    for row in rows::read(&data.join("fls/drug_limits.csv")) {
        judged(&row);
        let (id, meaning) = (row.text("id").to_uppercase(), row.text("meaning"));
        citations.of(&row);
        writeln!(code, "/// {meaning}\npub const {id}: u32 = {};", positive(&row, "days")).expect("a string");
    }
    code
}

/// What is recalled only decides of no course.
fn judged(row: &Row) {
    if row.choice("confidence", CONFIDENCE).starts_with("Confidence::C") {
        row.fail("confidence: a row that is recalled only decides nothing");
    }
}

fn positive(row: &Row, column: &str) -> u32 {
    row.whole(column).filter(|&number| number > 0).unwrap_or_else(|| row.fail(format!("{column}: needed")))
}
