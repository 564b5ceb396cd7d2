//! The tables of numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::citations::Citations;
use crate::labels::Labels;
use crate::rows::{self, CONFIDENCE, ETHNICITY, MANUFACTURER, REGION, Row, SEX};

/// A table whose rows are in the order of regions, and where those of each region are in it.
fn table_by_region(name: &str, kind: &str, mut rows: Vec<(String, String)>) -> String {
    let place = |region: &str| REGION.iter().position(|(_, rust)| *rust == region);
    rows.sort_by_key(|(region, _)| place(region));
    let bounds = REGION.iter().map(|(_, rust)| {
        let start = rows.iter().filter(|(region, _)| place(region) < place(rust)).count();
        let of_region = rows.iter().filter(|(region, _)| region == rust).count();
        format!("({start}, {}), ", start + of_region)
    });
    let bounds = bounds.collect::<String>();
    let rows: Vec<String> = rows.into_iter().map(|(_, row)| row).collect();
    let regions = REGION.len();
    table(name, kind, &rows)
        + &format!("pub(crate) static {name}_OF_REGION: [(usize, usize); {regions}] = [{bounds}];\n")
}

/// `pub static NAME: [TYPE; n] = [rows];`
fn table(name: &str, kind: &str, rows: &[String]) -> String {
    format!("pub(crate) static {name}: [{kind}; {}] = [\n{}];\n", rows.len(), rows.concat())
}

pub(crate) fn young_adult(data: &Path, citations: &mut Citations, labels: &Labels) -> String {
    let mut code = Vec::new();
    let mut ids = BTreeSet::new();
    for row in rows::read(&data.join("young_adult.csv")) {
        let purpose = row.choice(
            "purpose",
            &[("t_score", "Purpose::TScore"), ("identify_print", "Purpose::IdentifyPrint")],
        );
        let confidence = row.choice("confidence", CONFIDENCE);
        if purpose == "Purpose::TScore" && row.text("confidence").starts_with('C') {
            row.fail("a recalled value (C) may recognise a print, never give a score");
        }
        let unit = row.choice("unit", &[("g_cm2", "Unit::GPerCm2"), ("sbmd_mg_cm2", "Unit::SbmdMgPerCm2")]);
        let (mean, sd) = (row.positive("mean"), row.positive("sd"));
        let plausible = if unit == "Unit::GPerCm2" { 0.1..3.0 } else { 100.0..3000.0 };
        if !plausible.contains(&mean) || !(0.03..0.3).contains(&(sd / mean)) {
            row.fail(format!("mean {mean} and SD {sd} are no BMD in this unit"));
        }
        let versions = (row.whole("version_from"), row.whole("version_to"));
        let versions = match versions {
            (Some(from), Some(to)) if from <= to => format!("Some(({from}, {to}))"),
            (None, None) => "None".to_owned(),
            _ => row.fail("version_from and version_to: both or neither, in order"),
        };
        let id = id_of(&row);
        if !ids.insert(id.clone()) {
            row.fail(format!("{id} is there twice"));
        }
        row.choice("ethnicity", ETHNICITY);
        let entry = format!(
            "    YoungAdult {{ id: {id:?}, manufacturer: {}, models: {:#b}, model_ids: {:?}, versions: {versions}, sex: {}, region: {}, \
             vertebrae: {}, unit: {unit}, mean: {mean:?}, sd: {sd:?}, purpose: {purpose}, citation: {}, \
             confidence: {confidence} }},\n",
            row.choice("manufacturer", MANUFACTURER),
            labels.model_bits(&row),
            row.text("models"),
            row.choice("sex", SEX),
            row.choice("region", REGION),
            row.vertebrae(),
            citations.of(&row),
        );
        code.push((row.choice("region", REGION), entry));
    }
    table_by_region("YOUNG_ADULT", "YoungAdult", code)
}

/// `set.v113.female.lumbar_spine.L1-L4`, with the parts that apply.
fn id_of(row: &Row) -> String {
    let mut id = row.text("set").to_owned();
    let (from, to) = (row.text("version_from"), row.text("version_to"));
    if !from.is_empty() && from != "2000" {
        id += &if from == to { format!("_v{from}") } else { format!("_v{from}_v{to}") };
    }
    for part in [row.text("sex"), row.text("region"), row.text("vertebrae")] {
        if !part.is_empty() {
            write!(id, ".{part}").expect("a string");
        }
    }
    id
}

pub(crate) fn age_matched(data: &Path, citations: &mut Citations) -> String {
    let mut groups: BTreeMap<[String; 4], Vec<Row>> = BTreeMap::new();
    for row in rows::read(&data.join("age_matched.csv")) {
        let key = ["set", "sex", "ethnicity", "region"].map(|column| row.text(column).to_owned());
        groups.entry(key).or_default().push(row);
    }
    let mut code = Vec::new();
    for (key, rows) in groups {
        let Some(first) = rows.first() else { continue };
        let mut nodes = String::new();
        let mut next = None;
        for row in &rows {
            let low = row.whole("age_low").unwrap_or_else(|| row.fail("age_low: needed"));
            if next.is_some_and(|next: Option<u32>| next != Some(low)) {
                row.fail(format!("age bands of {} have a gap or overlap before {low}", key.join(" ")));
            }
            let high = row.whole("age_high");
            next = Some(high.map(|high| high + 1));
            let node = row.positive("node_age");
            if node < f64::from(low) || high.is_some_and(|high| node > f64::from(high) + 1.0) {
                row.fail("node_age: outside its band");
            }
            let same = ["citation", "confidence", "vertebrae"].iter().all(|c| row.text(c) == first.text(c));
            if !same {
                row.fail("one citation, one confidence and one set of vertebrae for a table");
            }
            let n = row.whole("n");
            let (mean, sd) = (row.positive("mean"), row.positive("sd"));
            write!(nodes, "Node {{ age: {node:?}, mean: {mean:?}, sd: {sd:?}, n: {n:?} }}, ")
                .expect("a string");
        }
        let ends_at = next.flatten();
        let [set, sex, ethnicity, region] = &key;
        let id = format!("{set}.{sex}.{ethnicity}.{region}");
        let entry = format!(
            "    AgeMatched {{ id: {id:?}, set: {set:?}, sex: {}, ethnicity: {}, region: {}, vertebrae: {}, \
             nodes: &[{nodes}], ends_at_years: {ends_at:?}, citation: {}, confidence: {} }},\n",
            first.choice("sex", SEX),
            first.choice("ethnicity", ETHNICITY),
            first.choice("region", REGION),
            first.vertebrae(),
            citations.of(first),
            first.choice("confidence", CONFIDENCE),
        );
        code.push((first.choice("region", REGION), entry));
    }
    table_by_region("AGE_MATCHED", "AgeMatched", code)
}

pub(crate) fn sbmd(data: &Path, citations: &mut Citations) -> String {
    let equations: Vec<String> = rows::read(&data.join("sbmd.csv"))
        .iter()
        .map(|row| {
            let x0 = if row.text("x0").is_empty() { 0.0 } else { row.number("x0") };
            let maker = row.choice("manufacturer", MANUFACTURER);
            format!(
                "    SbmdEquation {{ method: {:?}, region: {}, manufacturer: {}, a: {:?}, b: {:?}, x0: {x0:?}, \
                 citation: {}, confidence: {} }},\n",
                row.text("method"),
                row.choice("region", REGION),
                maker.trim_start_matches("Some(").trim_end_matches(')'),
                row.number("a"),
                row.positive("b"),
                citations.of(row),
                row.choice("confidence", CONFIDENCE),
            )
        })
        .collect();
    let errors: Vec<String> = rows::read(&data.join("sbmd_error.csv"))
        .iter()
        .map(|row| {
            let (region, vertebrae) = (row.choice("region", REGION), row.vertebrae());
            let (percent, citation) = (row.positive("percent"), citations.of(row));
            format!(
                "    SbmdError {{ region: {region}, vertebrae: {vertebrae}, percent: {percent:?}, citation: {citation} }},\n"
            )
        })
        .collect();
    table("SBMD_EQUATIONS", "SbmdEquation", &equations) + &table("SBMD_ERRORS", "SbmdError", &errors)
}

pub(crate) fn precision_minimum(data: &Path, citations: &mut Citations) -> String {
    let code: Vec<String> = rows::read(&data.join("precision_minimum.csv"))
        .iter()
        .map(|row| {
            let (cv, lsc) = (row.positive("cv_percent"), row.positive("lsc_percent"));
            if (2.77 * cv - lsc).abs() > 0.05 {
                row.fail(format!("2.77 x {cv} is not {lsc}"));
            }
            let (region, citation) = (row.choice("region", REGION), citations.of(row));
            format!(
                "    PrecisionMinimum {{ region: {region}, cv_percent: {cv:?}, citation: {citation} }},\n"
            )
        })
        .collect();
    table("PRECISION_MINIMUM", "PrecisionMinimum", &code)
}

pub(crate) fn thresholds(data: &Path, citations: &mut Citations) -> String {
    let code = constants(&data.join("thresholds.csv"), citations);
    format!(
        "pub(crate) mod threshold_values {{\nuse crate::citation::{{CitationId, ids}};\nuse crate::quantity::Tenths;\n{code}}}\n"
    )
}

/// A list of single numbers, each a constant with its source.
pub(crate) fn constants(path: &Path, citations: &mut Citations) -> String {
    let mut code = String::new();
    let mut ids = BTreeSet::new();
    for row in rows::read(path) {
        let id = row.text("id");
        if !ids.insert(id.to_owned()) {
            row.fail(format!("{id} is there twice"));
        }
        let name = id.to_uppercase();
        let value = row.number("value");
        let meaning = row.text("meaning");
        let line = match row.text("kind") {
            "tenths" => {
                let tenths = (value * 10.0).round();
                if (tenths / 10.0 - value).abs() > 1e-12 {
                    row.fail("a threshold of scores has one decimal");
                }
                format!("pub const {name}: Tenths = Tenths::new({tenths});")
            }
            "number" => format!("pub const {name}: f64 = {value:?};"),
            other => row.fail(format!("kind: {other:?} is neither tenths nor number")),
        };
        let citation = citations.of(&row);
        row.choice("confidence", CONFIDENCE);
        writeln!(code, "/// {meaning}\n{line}\n/// Source of [`{name}`].\npub const {name}_SOURCE: CitationId = {citation};")
            .expect("a string");
    }
    code
}
