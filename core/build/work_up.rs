//! What is measured beside a fracture, and what results are held against: `work_up/*.csv`.

use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE};
use crate::tables;

const PANEL: &[(&str, &str)] = &[("fls_france", "Panel::FlsFrance"), ("fls_common", "Panel::FlsCommon")];
const WHO: &[(&str, &str)] = &[
    ("everyone", "Who::Everyone"),
    ("young", "Who::Young"),
    ("men", "Who::Men"),
    ("men_under_50", "Who::YoungMen"),
];
const SIDE: &[(&str, &str)] = &[("low", "Side::Low"), ("high", "Side::High")];

/// Panels, limits, and the numbers of imaging. A limit that is recalled only is refused.
pub(crate) fn work_up(data: &Path, citations: &mut Citations) -> String {
    let mut code = tables::constants(&data.join("work_up/imaging.csv"), citations);
    code.push_str("/// The tests of each panel.\npub static TESTS: &[Test] = &[\n");
    for row in rows::read(&data.join("work_up/panels.csv")) {
        row.choice("confidence", CONFIDENCE);
        let instead = match row.text("instead") {
            "" => "None".to_owned(),
            name => format!("Some(Analyte::{})", variant(name)),
        };
        writeln!(
            code,
            "Test {{ panel: {}, analyte: Analyte::{}, instead: {instead}, who: {}, citation: {} }},",
            row.choice("panel", PANEL),
            variant(row.text("analyte")),
            row.choice("who", WHO),
            citations.of(&row),
        )
        .expect("a string");
    }
    code.push_str("];\n/// Limits for results that come without the laboratory's own.\npub static LIMITS: &[Limit] = &[\n");
    for row in rows::read(&data.join("work_up/limits.csv")) {
        if row.choice("confidence", CONFIDENCE).starts_with("Confidence::C") {
            row.fail("confidence: a limit that is recalled only judges no result");
        }
        writeln!(
            code,
            "Limit {{ analyte: Analyte::{}, unit: {:?}, country: {:?}, side: {}, limit: {:?}, citation: {} }},",
            variant(row.text("analyte")),
            row.text("unit"),
            row.text("country"),
            row.choice("side", SIDE),
            row.positive("limit"),
            citations.of(&row),
        )
        .expect("a string");
    }
    code.push_str("];\n");
    code
}

/// The name of an analyte in the code; the compiler refuses one that is not there.
pub(crate) fn variant(key: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    };
    key.split('_').map(word).collect()
}
