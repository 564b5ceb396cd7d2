//! How long drugs are given, and what a course of treatment is held against: `course/*.csv`.

use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE, Row};
use crate::tables;

const DRUG: &[(&str, &str)] = &[
    ("alendronate", "Drug::Alendronate"),
    ("risedronate", "Drug::Risedronate"),
    ("ibandronate", "Drug::Ibandronate"),
    ("zoledronate", "Drug::Zoledronate"),
    ("teriparatide", "Drug::Teriparatide"),
    ("romosozumab", "Drug::Romosozumab"),
    ("abaloparatide", "Drug::Abaloparatide"),
];
const ROUTE: &[(&str, &str)] = &[("oral", "Route::Oral"), ("iv", "Route::Iv")];

/// Single numbers, a row for each bisphosphonate, and a row for each anabolic drug; the row of a country
/// stands before the one for all.
pub(crate) fn course(data: &Path, citations: &mut Citations) -> String {
    let mut code = tables::constants(&data.join("course/limits.csv"), citations);
    code.push_str("/// A row for each bisphosphonate.\npub static DURATIONS: &[Duration] = &[\n");
    for row in rows::read(&data.join("course/durations.csv")) {
        row.choice("confidence", CONFIDENCE);
        let (review, most) = (months(&row, "review_months"), months(&row, "extend_to_months"));
        if most <= review {
            row.fail("extend_to_months: above review_months");
        }
        writeln!(
            code,
            "Duration {{ drug: {}, route: {}, review_months: {review}, extend_to_months: {most}, \
             pause_reassess_months: {}, citation: {} }},",
            row.choice("drug", DRUG),
            row.choice("route", ROUTE),
            months(&row, "pause_reassess_months"),
            citations.of(&row),
        )
        .expect("a string");
    }
    code.push_str("];\n/// A row for each anabolic drug.\npub static ANABOLICS: &[Anabolic] = &[\n");
    let mut for_all: Vec<String> = Vec::new();
    for row in rows::read(&data.join("course/anabolics.csv")) {
        row.choice("confidence", CONFIDENCE);
        let drug = row.choice("drug", DRUG);
        if for_all.contains(&drug) {
            row.fail("a row of a country stands before the one for all");
        }
        if row.text("country").is_empty() {
            for_all.push(drug.clone());
        }
        writeln!(
            code,
            "Anabolic {{ drug: {drug}, country: {:?}, months: {}, citation: {} }},",
            row.text("country"),
            months(&row, "months"),
            citations.of(&row),
        )
        .expect("a string");
    }
    code.push_str("];\n");
    code
}

fn months(row: &Row, column: &str) -> u32 {
    row.whole(column).filter(|&months| months > 0).unwrap_or_else(|| row.fail(format!("{column}: needed")))
}
