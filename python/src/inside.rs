//! What is inside: registries, fields, schemas.

use osteon::columns::{Column, Kind, Target, column, every_name};
use osteon::document::Section;
use osteon::error::{Code, Refusal, nearest};
use osteon_table::listed as inside;
use pyo3::prelude::*;
use serde_json::{Map, Value};

use crate::refusal::one;

const fn kind_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Number => "number",
        Kind::Count => "count",
        Kind::Flag => "truth",
        Kind::Date => "date",
        Kind::Choice(_) => "choice",
        Kind::Text => "text",
        Kind::List => "list",
        Kind::Result => "result",
    }
}

const fn words_of(field: &Column) -> &'static [&'static str] {
    match (field.kind, field.target) {
        (Kind::Choice(words), _) => words,
        (_, Target::Complete) => Section::KEYS,
        _ => &[],
    }
}

#[pyfunction]
pub(crate) fn fields() -> Vec<(String, &'static str, Vec<&'static str>)> {
    let all = every_name().into_iter().filter_map(|name| column(&name).ok());
    all.map(|field| (field.name.clone(), kind_of(field.kind), words_of(&field).to_vec())).collect()
}

#[pyfunction]
pub(crate) fn check_fields(names: Vec<String>) -> Vec<(String, Option<String>)> {
    let checked = names.into_iter().map(|name| match column(&name.to_ascii_lowercase()) {
        Ok(field) => (field.name, None),
        Err(hint) => (name, Some(hint)),
    });
    checked.collect()
}

#[pyfunction]
pub(crate) fn listed(py: Python<'_>, what: &str) -> PyResult<String> {
    const ALL: [&str; 7] = ["models", "guidelines", "rules", "references", "citations", "options", "effects"];
    let all_guidelines = || osteon::guideline::all().iter().copied();
    let table = match what {
        "models" => inside::models(),
        "guidelines" => inside::guidelines(all_guidelines()),
        "rules" => inside::rules(all_guidelines()),
        "references" => inside::references(),
        "citations" => inside::citations(),
        "options" => inside::options(),
        "effects" => inside::effects(),
        other => return Err(one(py, not_one_of("what", other, &ALL))),
    };
    let inside::Listed { columns, rows } = table;
    let object = |row: Vec<String>| -> Map<String, Value> {
        columns.iter().map(|key| (*key).to_owned()).zip(row.into_iter().map(Value::String)).collect()
    };
    Ok(osteon::json::to_string(&rows.into_iter().map(object).collect::<Vec<_>>()))
}

#[pyfunction]
pub(crate) fn schema(py: Python<'_>, document: &str) -> PyResult<String> {
    const ALL: [&str; 4] = ["patient", "assessment", "options", "fls"];
    let schema = match document {
        "patient" => osteon::schema::patient(),
        "assessment" => osteon::schema::assessment(),
        "options" => osteon::schema::options(),
        "fls" => osteon::schema::fls(),
        other => return Err(one(py, not_one_of("document", other, &ALL))),
    };
    Ok(osteon::json::to_string(&schema))
}

fn not_one_of(field: &'static str, value: &str, all: &[&str]) -> Refusal {
    let near = nearest(value, all).map_or(String::new(), |near| format!("did you mean {near}? "));
    Refusal::new(Code::NotAChoice, field, value.to_owned(), format!("{near}allowed: {}", all.join(", ")))
}
