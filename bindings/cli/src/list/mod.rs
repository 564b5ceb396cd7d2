//! `osteon list`: what is inside, as a table or as JSON.

use osteon::citation::CitationId;
use osteon::document::Sex;
use osteon::document::options::OPTIONS;
use osteon::reference::{age_matched, sbmd_equation, young_adult};
use osteon::risk::life_course::treatment_effect;
use osteon::risk::{Model, notice};
use serde_json::{Map, Value, json};

use crate::args::{ListArgs, Listed};
use crate::output_file::OutputFile;
use crate::stop::{Done, Stop};

mod guidelines;

/// Rows with the names of their columns.
struct Table {
    columns: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

pub(crate) fn run(args: &ListArgs) -> Result<Done, Stop> {
    if args.what != Listed::Guidelines && (args.rules || !args.guidelines.is_empty()) {
        return Err(Stop::new("--rules and --guideline go with `osteon list guidelines`"));
    }
    let table = match args.what {
        Listed::References => references(),
        Listed::Citations => citations(),
        Listed::Options => options(),
        Listed::Models => models(),
        Listed::Guidelines => guidelines::table(args)?,
        Listed::Effects => effects(),
    };
    let text = if args.json { table.json() } else { table.csv() };
    let mut out = OutputFile::create(None)?;
    out.write(text.as_bytes())?;
    out.finish()?;
    Ok(Done::All)
}

impl Table {
    fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing to memory does not fail.
        let _ = writer.write_record(self.columns);
        for row in &self.rows {
            let _ = writer.write_record(row);
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }

    fn json(&self) -> String {
        let object = |row: &Vec<String>| -> Value {
            let keys = self.columns.iter().map(|key| (*key).to_owned());
            Value::Object(keys.zip(row.iter().map(|cell| json!(cell))).collect::<Map<_, _>>())
        };
        let rows: Vec<Value> = self.rows.iter().map(object).collect();
        osteon::json::to_string_pretty(&rows) + "\n"
    }
}

fn references() -> Table {
    let columns: &[&str] = &["id", "kind", "mean", "sd", "unit", "serves", "citation", "confidence"];
    let young = young_adult::all().iter().map(|row| {
        let unit = match row.unit {
            young_adult::Unit::GPerCm2 => "g/cm2",
            young_adult::Unit::SbmdMgPerCm2 => "mg/cm2 (standardised)",
        };
        let serves = match row.purpose {
            young_adult::Purpose::TScore => "t_score",
            young_adult::Purpose::IdentifyPrint => "recognising a printed t_score",
        };
        let (mean, sd) = (row.mean.to_string(), row.sd.to_string());
        [row.id, "young_adult", &mean, &sd, unit, serves, row.citation.id(), row.confidence.as_str()]
            .map(str::to_owned)
            .to_vec()
    });
    let matched = age_matched::all().iter().flat_map(|table| {
        table.nodes.iter().map(|node| {
            let id = format!("{}@{}", table.id, node.age);
            let (mean, sd) = (node.mean.to_string(), node.sd.to_string());
            let (citation, confidence) = (table.citation.id(), table.confidence.as_str());
            [&id, "age_matched", &mean, &sd, "g/cm2", "z_score", citation, confidence]
                .map(str::to_owned)
                .to_vec()
        })
    });
    let standardising = sbmd_equation::all().iter().map(|row| {
        let id = format!("{}.{}.{}", row.method, row.manufacturer, row.region);
        let formula = format!("1000 ({} + {} (BMD - {}))", row.a, row.b, row.x0);
        let (citation, confidence) = (row.citation.id(), row.confidence.as_str());
        [&id, "sbmd_equation", &formula, "", "mg/cm2", "sbmd_mg_cm2", citation, confidence]
            .map(str::to_owned)
            .to_vec()
    });
    Table { columns, rows: young.chain(matched).chain(standardising).collect() }
}

fn models() -> Table {
    let columns: &[&str] = &[
        "id",
        "outcome",
        "horizon",
        "sex",
        "gives",
        "name",
        "population",
        "citation",
        "confidence",
        "verification",
        "verified",
        "source",
        "notice",
    ];
    let rows = Model::all().iter().flat_map(|model| {
        model.outcomes.iter().map(|row| {
            let verified = match row.verification.verified() {
                Some(true) => "true",
                Some(false) => "false",
                None => "",
            };
            [
                model.id,
                row.outcome.as_str(),
                row.horizon,
                row.sex.map_or("", Sex::as_str),
                row.gives,
                model.name,
                row.population,
                row.citation.id(),
                row.confidence.as_str(),
                row.verification.as_str(),
                verified,
                &row.citation.citation().to_string(),
                notice::of(model).map_or("", |notice| notice.text),
            ]
            .map(str::to_owned)
            .to_vec()
        })
    });
    Table { columns, rows: rows.collect() }
}

fn citations() -> Table {
    let rows = CitationId::all().map(|id| {
        let citation = id.citation();
        [citation.id, citation.text, citation.doi, citation.url].map(str::to_owned).to_vec()
    });
    Table { columns: &["id", "text", "doi", "url"], rows: rows.collect() }
}

fn options() -> Table {
    let rows = OPTIONS.iter().map(|option| {
        vec![
            option.key.to_owned(),
            option.values.join(" | "),
            option.default.to_owned(),
            option.summary.to_owned(),
        ]
    });
    Table { columns: &["key", "values", "default", "what"], rows: rows.collect() }
}

fn effects() -> Table {
    let columns: &[&str] = &[
        "drug",
        "trial",
        "outcome",
        "effect_type",
        "value",
        "ci_low",
        "ci_high",
        "months",
        "comparator",
        "population",
        "note",
        "citation",
        "confidence",
    ];
    let rows = treatment_effect::effects().iter().map(|row| {
        let [low, high] =
            row.limits.map_or([String::new(), String::new()], |limits| limits.map(|x| x.to_string()));
        vec![
            row.drug.to_string(),
            row.trial.to_owned(),
            row.outcome.to_string(),
            row.effect_type.to_string(),
            row.value.to_string(),
            low,
            high,
            row.months.map_or(String::new(), |months| months.to_string()),
            row.comparator.to_string(),
            row.population.to_string(),
            row.remarks(),
            row.citation.id().to_owned(),
            row.confidence.as_str().to_owned(),
        ]
    });
    Table { columns, rows: rows.collect() }
}
