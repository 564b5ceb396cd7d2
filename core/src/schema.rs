//! JSON Schema of the documents, generated from the types.

use schemars::schema_for;
use serde_json::Value;

use crate::document::{Assessment, Options, Patient};
use crate::fls::FlsOptions;
use crate::fls::input_table::{
    ActRow, ConditionRow, DataQualityRow, DrugRow, PatientRow, ResultRow, ScanRow,
};
use crate::fls::output::{Funnel, KpiRow};
use crate::fls::simulation::Simulation;
use crate::fls::table::{EventTableRow, PathwayTableRow, WorklistTableRow};

/// The schema of `osteon/patient/1`.
#[must_use]
pub fn patient() -> Value {
    let mut schema = schema_for!(Patient).to_value();
    if let Some(object) = schema.as_object_mut() {
        object.insert("required".into(), serde_json::json!(["sex"]));
        let age = serde_json::json!([{"required": ["age_years"]}, {"required": ["birth_date"]}]);
        object.insert("anyOf".into(), age);
    }
    schema
}

/// The schema of `osteon/assessment/1`.
#[must_use]
pub fn assessment() -> Value {
    schema_for!(Assessment).to_value()
}

/// The schema of `osteon/options/1`.
#[must_use]
pub fn options() -> Value {
    schema_for!(Options).to_value()
}

/// What a service reads and writes, each file under its name; a table is a list of its rows.
#[derive(schemars::JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct ServiceFiles {
    /// `osteon/fls_options/1`, for `--options` and `--set`.
    options: FlsOptions,
    /// Read, where there are no records of FHIR or OMOP, or beside them.
    #[schemars(rename = "patients.csv")]
    patients: Vec<PatientRow>,
    /// Read.
    #[schemars(rename = "conditions.csv")]
    conditions: Vec<ConditionRow>,
    /// Read.
    #[schemars(rename = "acts.csv")]
    acts: Vec<ActRow>,
    /// Read.
    #[schemars(rename = "scans.csv")]
    scans: Vec<ScanRow>,
    /// Read.
    #[schemars(rename = "results.csv")]
    results: Vec<ResultRow>,
    /// Read.
    #[schemars(rename = "drugs.csv")]
    drugs: Vec<DrugRow>,
    /// Read beside the records.
    #[schemars(rename = "pathway.csv")]
    pathway: Vec<PathwayTableRow>,
    /// Written.
    #[schemars(rename = "events.csv")]
    events: Vec<EventTableRow>,
    /// Written.
    #[schemars(rename = "worklist.csv")]
    worklist: Vec<WorklistTableRow>,
    /// Written: one row a journey, each column with what it holds.
    #[schemars(rename = "fls_db.csv", schema_with = "audit_columns")]
    fls_db: (),
    /// Written: whatever could not be read, or is read with doubt.
    #[schemars(rename = "data_quality.csv")]
    data_quality: Vec<DataQualityRow>,
    /// Written.
    #[schemars(rename = "kpi.json")]
    kpi: Vec<KpiRow>,
    /// Written.
    #[schemars(rename = "funnel.json")]
    funnel: Funnel,
    /// Written.
    #[schemars(rename = "simulation.json")]
    simulation: Simulation,
}

fn audit_columns(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let columns = crate::fls::audit_row::COLUMNS.iter();
    let properties: serde_json::Map<String, Value> = columns
        .map(|(name, holds)| {
            ((*name).to_owned(), serde_json::json!({"type": "string", "description": holds}))
        })
        .collect();
    schemars::json_schema!({"type": "array", "items": {"type": "object", "properties": properties}})
}

/// The schema of what a service reads and writes, with its closed lists.
#[must_use]
pub fn fls() -> Value {
    let mut schema = schema_for!(ServiceFiles).to_value();
    if let Some(object) = schema.as_object_mut() {
        object.remove("required");
    }
    schema
}
