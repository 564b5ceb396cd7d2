//! What is inside the engine, as tables: models, guidelines, references, citations, options, effects.

mod guidelines;

use osteon::citation::CitationId;
use osteon::document::Sex;
use osteon::document::options::OPTIONS;
use osteon::reference::{age_matched, sbmd_equation, young_adult};
use osteon::risk::life_course::treatment_effect;
use osteon::risk::{Model, notice};

pub use guidelines::{guidelines, rules};

/// Rows with the names of their columns.
///
/// ```
/// let models = osteon_table::listed::models();
/// assert_eq!(models.columns[0], "id");
/// assert!(models.rows.iter().any(|row| row[0] == "osta"));
/// ```
#[derive(Clone, Debug)]
pub struct Listed {
    /// The names of the columns.
    pub columns: &'static [&'static str],
    /// The rows, a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// Young adult and age-matched references, and equations of standardised BMD.
#[must_use]
pub fn references() -> Listed {
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
    Listed { columns, rows: young.chain(matched).chain(standardising).collect() }
}

/// Risk models, a row an outcome.
#[must_use]
pub fn models() -> Listed {
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
    Listed { columns, rows: rows.collect() }
}

/// Every source in full.
#[must_use]
pub fn citations() -> Listed {
    let rows = CitationId::all().map(|id| {
        let citation = id.citation();
        [citation.id, citation.text, citation.doi, citation.url].map(str::to_owned).to_vec()
    });
    Listed { columns: &["id", "text", "doi", "url"], rows: rows.collect() }
}

/// The options of the engine.
#[must_use]
pub fn options() -> Listed {
    let rows = OPTIONS.iter().map(|option| {
        vec![
            option.key.to_owned(),
            option.values.join(" | "),
            option.default.to_owned(),
            option.summary.to_owned(),
        ]
    });
    Listed { columns: &["key", "values", "default", "what"], rows: rows.collect() }
}

/// The effects of treatment that trials found.
#[must_use]
pub fn effects() -> Listed {
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
    Listed { columns, rows: rows.collect() }
}
