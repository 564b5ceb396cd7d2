//! Codes, words and units by which scans and bloods are read: `fls/loinc_*.csv`, `fls/dxa_*.csv` and others.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE, Row};
use crate::tables;
use crate::work_up::variant;

/// All tables of the intake. A code that fails LOINC's check digit, or is there twice, is refused.
pub(crate) fn intake(data: &Path, citations: &mut Citations) -> String {
    let fls = data.join("fls");
    let mut code = tables::constants(&fls.join("intake_limits.csv"), citations);
    let mut table = |file: &str, head: &str, entry: fn(&Row) -> String| {
        code.push_str(head);
        code.push_str(" = &[\n");
        for row in &rows::read(&fls.join(file)) {
            row.choice("confidence", CONFIDENCE);
            writeln!(code, "    {},", entry(row).replace("CITATION", &citations.of(row))).expect("a string");
        }
        code.push_str("];\n");
    };
    table("loinc_dxa.csv", "/// Codes of numbers of a scan.\npub static DXA_CODES: &[DxaCode]", |row| {
        format!(
            "DxaCode {{ code: {:?}, part: Part::{}, side: {}, quantity: Quantity::{}, speaks_alone: {}, \
                 citation: CITATION }}",
            loinc(row),
            variant(row.text("part")),
            optional(row, "side", "Side"),
            variant(row.text("quantity")),
            flag(row, "alone"),
        )
    });
    table("dxa_acts.csv", "/// Codes of densitometry as an act.\npub static DXA_ACTS: &[DxaAct]", |row| {
        let system = variant(row.text("system"));
        let code = if system == "Loinc" { loinc(row) } else { row.text("code").to_owned() };
        let done = flag(row, "done");
        format!("DxaAct {{ system: CodeSystem::{system}, code: {code:?}, done: {done}, citation: CITATION }}")
    });
    table("dxa_body_sites.csv", "/// Body sites of SNOMED CT.\npub static BODY_SITES: &[BodySite]", |row| {
        format!(
            "BodySite {{ code: {:?}, part: {}, side: {}, citation: CITATION }}",
            row.text("code"),
            optional(row, "part", "Part"),
            optional(row, "side", "Side"),
        )
    });
    table("dxa_units.csv", "/// Units of scans.\npub static UNITS: &[Unit]", |row| {
        let says = variant(row.text("says"));
        format!("Unit {{ unit: {:?}, says: UnitSays::{says}, citation: CITATION }}", row.text("unit"))
    });
    table("loinc_blood.csv", "/// Codes of bloods.\npub static BLOOD_CODES: &[BloodCode]", |row| {
        let analyte = variant(row.text("analyte"));
        format!("BloodCode {{ code: {:?}, analyte: Analyte::{analyte}, citation: CITATION }}", loinc(row))
    });
    table("loinc_body.csv", "/// Codes of body measures.\npub static BODY_CODES: &[BodyCode]", |row| {
        let measure = variant(row.text("measure"));
        format!("BodyCode {{ code: {:?}, measure: Measure::{measure}, citation: CITATION }}", loinc(row))
    });
    table("body_units.csv", "/// Units of body measures.\npub static BODY_UNITS: &[BodyUnit]", |row| {
        format!(
            "BodyUnit {{ measure: Measure::{}, unit: {:?}, factor: {:?}, citation: CITATION }}",
            variant(row.text("measure")),
            row.text("unit"),
            row.positive("factor"),
        )
    });
    table(
        "smoking_answer.csv",
        "/// What an answer to the question of smoking says.\npub static SMOKING: &[SmokingAnswer]",
        |row| {
            let smokes = flag(row, "smokes");
            format!(
                "SmokingAnswer {{ answer: {:?}, smokes: {smokes}, citation: CITATION }}",
                row.text("answer")
            )
        },
    );
    once(&fls, &["loinc_dxa.csv", "loinc_blood.csv", "loinc_body.csv", "dxa_acts.csv"], "code");
    once(&fls, &["dxa_body_sites.csv"], "code");
    once(&fls, &["dxa_units.csv"], "unit");
    once(&fls, &["smoking_answer.csv"], "answer");
    code.push_str(&read_as(&fls));
    code.push_str(&phrases(&fls, citations));
    code
}

/// Which digits of LOINC are read as what, in order: a face asks this of every record.
fn read_as(fls: &Path) -> String {
    let mut all = Vec::new();
    for (file, kind) in [
        ("loinc_dxa.csv", "Scan"),
        ("loinc_blood.csv", "Result"),
        ("loinc_body.csv", "Result"),
        ("dxa_acts.csv", "Act"),
    ] {
        let rows = rows::read(&fls.join(file));
        let digits = rows.iter().filter_map(|row| row.text("code").split_once('-'));
        all.extend(digits.map(|(digits, _)| (digits.parse::<u32>().expect("verified above"), kind)));
    }
    all.sort_unstable();
    let entries: String = all.iter().map(|(digits, kind)| format!("({digits}, ReadAs::{kind}), ")).collect();
    format!(
        "/// The digits of every code of LOINC that is read, in order.\n\
         pub static LOINC_READ_AS: &[(u32, ReadAs)] = &[{entries}];\n"
    )
}

/// Words in the order in which they are tried: the longest phrase first.
fn phrases(fls: &Path, citations: &mut Citations) -> String {
    let file = fls.join("dxa_words.csv");
    let mut rows = rows::read(&file);
    rows.sort_by_key(|row| std::cmp::Reverse(row.text("words").split(' ').count()));
    let mut seen = BTreeSet::new();
    let mut code = String::from("/// Words, the longest first.\npub static PHRASES: &[Phrase] = &[\n");
    for row in &rows {
        row.choice("confidence", CONFIDENCE);
        let text = row.text("words");
        if !text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b' ') {
            row.fail("words: small letters and digits, without accents");
        }
        if !seen.insert(text.to_owned()) {
            row.fail(format!("{text:?} is there twice"));
        }
        let words: Vec<&str> = text.split(' ').collect();
        let kind = row.choice(
            "says",
            &[("part", "Part"), ("side", "Side"), ("quantity", "Quantity"), ("manufacturer", "Manufacturer")],
        );
        let key = variant(row.text("key"));
        writeln!(
            code,
            "    Phrase {{ words: &{words:?}, says: Says::{kind}({kind}::{key}), citation: {} }},",
            citations.of(row)
        )
        .expect("a string");
    }
    code.push_str("];\n");
    code
}

/// Refuses what is there twice, in one file or in several.
fn once(fls: &Path, files: &[&str], column: &str) {
    let mut seen = BTreeSet::new();
    for row in files.iter().flat_map(|file| rows::read(&fls.join(file))) {
        let key = row.text(column).to_owned();
        if !seen.insert(key.clone()) {
            row.fail(format!("{column}: {key} is there twice"));
        }
    }
}

fn flag(row: &Row, column: &str) -> String {
    row.choice(column, &[("true", "true"), ("false", "false")])
}

fn optional(row: &Row, column: &str, kind: &str) -> String {
    row.optional(column).map_or("None".to_owned(), |key| format!("Some({kind}::{})", variant(key)))
}

/// A code of LOINC, its check digit verified.
fn loinc(row: &Row) -> String {
    let code = row.text("code");
    let verified = code.split_once('-').is_some_and(|(digits, check)| {
        digits.bytes().all(|byte| byte.is_ascii_digit()) && check.parse() == Ok(check_digit(digits))
    });
    if !verified {
        row.fail(format!("code: {code} fails the check digit of LOINC"));
    }
    code.to_owned()
}

/// Luhn's: from the right, every other digit doubled, its digits added.
fn check_digit(digits: &str) -> u32 {
    let doubled = |(place, byte): (usize, u8)| {
        let digit = u32::from(byte - b'0') * if place % 2 == 0 { 2 } else { 1 };
        digit / 10 + digit % 10
    };
    (10 - digits.bytes().rev().enumerate().map(doubled).sum::<u32>() % 10) % 10
}
