//! The registry of risk models, and the points of those that count points.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE, Row};

pub(crate) const OUTCOME: &[(&str, &str)] = &[
    ("any", "Outcome::Any"),
    ("hip", "Outcome::Hip"),
    ("mof", "Outcome::Mof"),
    ("vertebral", "Outcome::Vertebral"),
    ("nonvertebral", "Outcome::Nonvertebral"),
    ("vertebral_or_hip", "Outcome::VertebralOrHip"),
    ("any_clinical", "Outcome::AnyClinical"),
    ("low_bone_density", "Outcome::LowBoneDensity"),
    ("death", "Outcome::Death"),
];
const SEX: &[(&str, &str)] = &[("female", "Some(Sex::Female)"), ("male", "Some(Sex::Male)"), ("any", "None")];
const VERIFICATION: &[(&str, &str)] = &[
    ("published_source", "Verification::PublishedSource"),
    ("two_transcriptions", "Verification::TwoTranscriptions"),
    ("one_transcription", "Verification::OneTranscription"),
    ("recalled", "Verification::Recalled"),
    ("disputed", "Verification::Disputed"),
    ("own_choice", "Verification::OwnChoice"),
    ("supplied", "Verification::Supplied"),
];

/// `cfg` line of a model that stands behind a feature.
fn feature(model: &str) -> &'static str {
    if model.starts_with("qfracture") { "#[cfg(feature = \"qfracture\")]\n" } else { "" }
}

/// The fixed horizons in years: `5 and 10 years`; none where the caller chooses (`1-18 years`).
fn years(row: &Row) -> Vec<u8> {
    let text = row.text("horizon");
    let Some(list) = text.strip_suffix(" years").or_else(|| text.strip_suffix(" year")) else {
        return Vec::new();
    };
    if list.contains('-') {
        return Vec::new();
    }
    let year = |part: &str| part.parse().unwrap_or_else(|_| row.fail(format!("horizon: {text:?}")));
    list.split(" and ").map(year).collect()
}

fn gives(row: &Row) -> &str {
    let known =
        |part: &str| matches!(part, "percent" | "reconciled_percent" | "points" | "category" | "at_cut_off");
    let text = row.text("gives");
    if text.split(';').all(known) { text } else { row.fail(format!("gives: {text:?}")) }
}

pub(crate) fn models(data: &Path, citations: &mut Citations) -> String {
    let mut order: Vec<String> = Vec::new();
    let mut of_model: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in rows::read(&data.join("risk/models.csv")) {
        let model = row.text("model").to_owned();
        if !order.contains(&model) {
            order.push(model.clone());
        }
        of_model.entry(model).or_default().push(row);
    }
    let (mut code, mut list) = (String::new(), String::new());
    for model in &order {
        let rows = &of_model[model];
        let first = &rows[0];
        let mut outcomes = String::new();
        for row in rows {
            if ["name"].iter().any(|column| row.text(column) != first.text(column)) {
                row.fail("one name for a model");
            }
            write!(
                outcomes,
                "\n        ModelOutcome {{ outcome: {}, sex: {}, horizon: {:?}, years: &{:?}, gives: {:?}, \
                 population: {:?}, citation: {}, confidence: {}, verification: {} }},",
                row.choice("outcome", OUTCOME),
                row.choice("sex", SEX),
                row.text("horizon"),
                years(row),
                gives(row),
                row.text("population"),
                citations.of(row),
                row.choice("confidence", CONFIDENCE),
                row.choice("verification", VERIFICATION),
            )
            .expect("a string");
        }
        let (feature, name) = (feature(model), model.to_uppercase());
        let place = order.iter().position(|other| other == model).unwrap_or_default();
        writeln!(
            code,
            "/// {}\n{feature}pub static {name}: Model = Model {{\n    id: {model:?},\n    place: {place},\n    \
             name: {:?},\n    outcomes: &[{outcomes}\n    ],\n}};",
            first.text("name"),
            first.text("name"),
        )
        .expect("a string");
        writeln!(list, "    {feature}    &{name},").expect("a string");
    }
    format!("{code}pub(super) static MODELS: &[&Model] = &[\n{list}];\n")
}

/// A bound of a band: at most one of the two columns is filled.
pub(crate) fn bound(row: &Row, inclusive: &str, exclusive: &str) -> String {
    match (row.text(inclusive), row.text(exclusive)) {
        ("", "") => "Bound::Open".to_owned(),
        (_, "") => format!("Bound::Included({:?})", row.number(inclusive)),
        ("", _) => format!("Bound::Excluded({:?})", row.number(exclusive)),
        _ => row.fail(format!("{inclusive} or {exclusive}, not both")),
    }
}

/// An end of a band: its value, and whether that belongs to the band.
fn end(row: &Row, inclusive: &str, exclusive: &str) -> Option<(f64, bool)> {
    let belongs = match (row.text(inclusive), row.text(exclusive)) {
        ("", "") => return None,
        (text, _) => !text.is_empty(),
    };
    Some((row.number(if belongs { inclusive } else { exclusive }), belongs))
}

/// The bands of a term meet, in whichever order they stand: no value is in two, none falls between. The
/// rows in the order of their bands.
pub(crate) fn meet<'r>(rows: impl IntoIterator<Item = &'r Row>, term: &str) -> Vec<&'r Row> {
    let low = |row: &Row| end(row, "at_least", "above");
    let mut rows: Vec<&Row> = rows.into_iter().collect();
    rows.sort_by(|a, b| {
        let value = |row| low(row).map_or(f64::NEG_INFINITY, |(value, _)| value);
        value(a).total_cmp(&value(b))
    });
    for pair in rows.windows(2) {
        let met = match (end(pair[0], "at_most", "below"), low(pair[1])) {
            (Some((high, of_lower)), Some((low, of_upper))) => {
                high.total_cmp(&low).is_eq() && of_lower != of_upper
            }
            _ => false,
        };
        if !met {
            pair[1].fail(format!("{term}: a gap or an overlap with the band below"));
        }
    }
    rows
}

/// `points.csv`: what each model adds for each of its terms. A term with bounds becomes a table of
/// bands, one without becomes a constant; each model is a module.
pub(crate) fn points(data: &Path, citations: &mut Citations) -> String {
    let mut terms: BTreeMap<(String, String), Vec<Row>> = BTreeMap::new();
    for row in rows::read(&data.join("risk/points.csv")) {
        row.choice("confidence", CONFIDENCE);
        citations.of(&row);
        terms.entry((row.text("model").to_owned(), row.text("term").to_owned())).or_default().push(row);
    }
    let mut modules: BTreeMap<String, String> = BTreeMap::new();
    for ((model, term), rows) in &terms {
        let code = modules.entry(model.clone()).or_default();
        let name = term.to_uppercase();
        let bounded =
            |row: &Row| ["at_least", "above", "below", "at_most"].iter().any(|c| !row.text(c).is_empty());
        let meaning = rows[0].text("meaning");
        if rows.iter().all(bounded) {
            meet(rows, term);
            let bands: String = rows
                .iter()
                .map(|row| {
                    format!(
                        "        Band {{ low: {}, high: {}, points: {:?} }},\n",
                        bound(row, "at_least", "above"),
                        bound(row, "at_most", "below"),
                        row.number("points")
                    )
                })
                .collect();
            writeln!(code, "    /// {meaning}\n    pub(crate) static {name}: &[Band] = &[\n{bands}    ];")
        } else if let [row] = rows.as_slice() {
            writeln!(
                code,
                "    /// {meaning}\n    pub(crate) const {name}: f64 = {:?};",
                row.number("points")
            )
        } else {
            rows[1].fail(format!("{term} is there twice"))
        }
        .expect("a string");
    }
    modules
        .into_iter()
        .map(|(model, code)| {
            format!("pub(crate) mod {model} {{\n    #[allow(unused_imports, reason = \"not every model has bands\")]\n    use super::{{Band, Bound}};\n{code}}}\n")
        })
        .collect()
}
