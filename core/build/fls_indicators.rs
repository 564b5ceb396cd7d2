//! The indicators of a fracture liaison service and their levels: `fls/indicators.csv`, `fls/levels.csv`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::rows::{self, CONFIDENCE, Row};

const SET: &[(&str, &str)] = &[
    ("iof2020", "IndicatorSet::Iof2020"),
    ("fls_db", "IndicatorSet::FlsDb"),
    ("omw_style", "IndicatorSet::OmwStyle"),
    ("mips418", "IndicatorSet::Mips418"),
    ("ctf", "IndicatorSet::CaptureTheFracture"),
];
const KIND: &[(&str, &str)] = &[
    ("share", "Kind::Share"),
    ("expected", "Kind::Expected"),
    ("completeness", "Kind::Completeness"),
    ("delay", "Kind::Delay"),
    ("statement", "Kind::Statement"),
];
const DIRECTION: &[(&str, &str)] = &[("higher", "Direction::Higher"), ("lower", "Direction::Lower")];
const SEX: &[(&str, &str)] = &[("female", "Some(Sex::Female)"), ("male", "Some(Sex::Male)"), ("", "None")];
const LEVEL: &[(&str, &str)] = &[
    ("red", "Level::Red"),
    ("amber", "Level::Amber"),
    ("green", "Level::Green"),
    ("below_bronze", "Level::BelowBronze"),
    ("bronze", "Level::Bronze"),
    ("silver", "Level::Silver"),
    ("gold", "Level::Gold"),
];
const UNIT: &[(&str, &str)] = &[("percent", "Unit::Percent"), ("days", "Unit::Days")];
const COUNTS: &[(&str, &str)] = &[("true", "true"), ("false", "false"), ("", "false")];

/// Levels, then the indicators that are held against them.
pub(crate) fn indicators(data: &Path, citations: &mut Citations) -> String {
    let mut code = String::new();
    let units = levels(data, citations, &mut code);
    let mut ids = BTreeSet::new();
    code.push_str(
        "/// Every indicator, in the order of the answer.\npub static INDICATORS: &[Indicator] = &[\n",
    );
    for row in rows::read(&data.join("fls/indicators.csv")) {
        if !ids.insert(row.text("id").to_owned()) {
            row.fail("the id is there twice");
        }
        code.push_str(&indicator(&row, &units, citations));
    }
    code.push_str("];\n");
    code
}

fn indicator(row: &Row, units: &BTreeMap<String, String>, citations: &mut Citations) -> String {
    let kind = row.text("kind");
    let statement = kind == "statement";
    for column in ["title", "note", "numerator_is", "denominator_is"] {
        let needed = if statement { ["title", "note"].contains(&column) } else { column != "note" };
        if needed && row.text(column).is_empty() {
            row.fail(format!("{column}: needed"));
        }
    }
    if statement != row.text("numerator").is_empty() || statement != row.text("denominator").is_empty() {
        row.fail("a statement counts nobody; every other indicator has a numerator and a denominator");
    }
    let levels = row.text("levels");
    let unit = units.get(levels).map(String::as_str);
    if !levels.is_empty() && unit != Some(if kind == "delay" { "days" } else { "percent" }) {
        row.fail(format!("levels: {levels:?} is not in levels.csv, or in another unit"));
    }
    let key = |column: &str, name: &str| match row.text(column) {
        "" => "None".to_owned(),
        text => format!("Some({name}::{})", variant(text)),
    };
    let exclusions: Vec<_> = row.text("exclusions").split_whitespace().collect();
    for (exclusion, column) in
        [("dxa_before", "dxa_free_days_before"), ("drug_before", "drug_free_days_before")]
    {
        if exclusions.contains(&exclusion) != row.whole(column).is_some() {
            row.fail(format!("{column}: goes with {exclusion}"));
        }
    }
    let window = row.whole("window_days");
    if exclusions.contains(&"ended_before_window_end") && window.is_none() {
        row.fail("exclusions: without a window nothing ends before its end");
    }
    let (low, high) = (row.whole("age_min_years"), row.whole("age_max_years"));
    if low.zip(high).is_some_and(|(low, high)| low > high) {
        row.fail("age_min_years: above age_max_years");
    }
    let exclusions: Vec<_> = exclusions.iter().map(|key| format!("Exclusion::{}", variant(key))).collect();
    let direction =
        if statement { "Direction::Higher".to_owned() } else { row.choice("direction", DIRECTION) };
    format!(
        "Indicator {{ id: {:?}, set: {}, kind: {}, title: {:?}, numerator: {}, denominator: {}, \
         window_days: {window:?}, exclusions: &[{}], dxa_free_days_before: {:?}, \
         drug_free_days_before: {:?}, sex: {}, age_min_years: {low:?}, age_max_years: {high:?}, \
         direction: {direction}, levels: {levels:?}, numerator_is: {:?}, denominator_is: {:?}, note: {:?}, \
         citation: {}, confidence: {} }},\n",
        row.text("id"),
        row.choice("set", SET),
        row.choice("kind", KIND),
        row.text("title"),
        key("numerator", "Numerator"),
        key("denominator", "Denominator"),
        exclusions.join(", "),
        row.whole("dxa_free_days_before"),
        row.whole("drug_free_days_before"),
        row.choice("sex", SEX),
        row.text("numerator_is"),
        row.text("denominator_is"),
        row.text("note"),
        citations.of(row),
        row.choice("confidence", CONFIDENCE),
    )
}

/// The bands of each set of levels, which rise and do not overlap; a gap is the source's. The unit of each.
fn levels(data: &Path, citations: &mut Citations, code: &mut String) -> BTreeMap<String, String> {
    let mut units = BTreeMap::new();
    let mut last: Option<(String, Option<(u32, bool)>)> = None;
    code.push_str("/// The bands of every set of levels.\npub static BANDS: &[Band] = &[\n");
    for row in rows::read(&data.join("fls/levels.csv")) {
        let levels = row.text("levels").to_owned();
        let end = |limit: &str, counts: &str| {
            let limit = row.whole(limit);
            if limit.is_some() == row.text(counts).is_empty() {
                row.fail(format!("{counts}: goes with a limit"));
            }
            limit.map(|limit| (limit, row.choice(counts, COUNTS) == "true"))
        };
        let (from, to) = (end("from", "from_counts"), end("to", "to_counts"));
        match &last {
            Some((before, end)) if *before == levels => match (end, from) {
                (Some((end, counted)), Some((from, counts)))
                    if *end < from || (*end == from && !(*counted && counts)) => {}
                _ => row.fail("overlaps the band before"),
            },
            _ if units.contains_key(&levels) => row.fail("the bands of a set of levels stand together"),
            _ if from.is_some() => row.fail("from: the first band has none"),
            _ => {}
        }
        if from.zip(to).is_some_and(|(from, to)| from.0 >= to.0) {
            row.fail("from: not below to");
        }
        let unit = row.text("unit").to_owned();
        if units.insert(levels.clone(), unit.clone()).is_some_and(|before| before != unit) {
            row.fail("unit: another than in the band before");
        }
        writeln!(
            code,
            "Band {{ levels: {levels:?}, unit: {}, level: {}, from: {from:?}, to: {to:?}, citation: {}, \
             confidence: {} }},",
            row.choice("unit", UNIT),
            row.choice("level", LEVEL),
            citations.of(&row),
            row.choice("confidence", CONFIDENCE),
        )
        .expect("a string");
        last = Some((levels, to));
    }
    code.push_str("];\n");
    units
}

/// The name of a key in the code; the compiler refuses one that is not there.
fn variant(key: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    };
    key.split('_').map(word).collect()
}
