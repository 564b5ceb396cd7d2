//! What a table says and where: columns by their names, a map, or a column of documents.

use osteon::error::{Code, Refusal};
use osteon_table::{Map, Plan};
use pyo3::prelude::*;

/// How the rows of a table are read.
pub(crate) enum Reads {
    /// Pairs of a field and the column that has it.
    Columns(Vec<(String, String)>),
    /// A map of the table.
    Map(Box<Map>),
    /// The column of patient documents in JSON.
    Documents(String),
}

impl Reads {
    /// Reads `(kind, what)`.
    pub(crate) fn read(reads: &Bound<'_, PyAny>) -> PyResult<Self> {
        let (kind, what): (String, Bound<'_, PyAny>) = reads.extract()?;
        let py = reads.py();
        match &*kind {
            "columns" => Ok(Self::Columns(what.extract()?)),
            "documents" => Ok(Self::Documents(what.extract()?)),
            "map" => {
                let toml: String = what.extract()?;
                let map =
                    Map::parse(&toml).map_err(|refusals| crate::refusal::raised(py, &refusals, None))?;
                Ok(Self::Map(Box::new(map)))
            }
            other => {
                let limit = "allowed: columns, map, documents";
                Err(crate::refusal::one(py, Refusal::new(Code::NotAChoice, "reads", other.to_owned(), limit)))
            }
        }
    }

    /// Whether each row is a document, which a single bad value refuses.
    pub(crate) const fn is_documents(&self) -> bool {
        matches!(self, Self::Documents(_))
    }

    /// What the map itself reads into the table, in words.
    pub(crate) fn assumed(plan: &Plan) -> String {
        let blanks = plan.assumed().iter().map(|blank| format!("{}=no", blank.field));
        let top = plan.top_coded().map(|(field, top)| format!("{field}=the top code {top} as just that"));
        blanks.chain(top).collect::<Vec<_>>().join(";")
    }
}

/// A column that is not in the table.
pub(crate) fn no_column(name: &str, known: &[&str]) -> Refusal {
    let near = osteon::error::nearest(name, known);
    let near = near.map_or(String::new(), |near| format!("; did you mean {near}?"));
    Refusal::new(
        Code::UnknownKey,
        name.to_owned(),
        name.to_owned(),
        format!("the table has no such column{near}"),
    )
}

/// What a map reads of a table with columns of these names: the columns of the engine, those that it passes on, and the
/// one that says who each row is.
#[pyfunction]
pub(crate) fn map_columns(
    py: Python<'_>,
    map: &str,
    names: Vec<String>,
) -> PyResult<(Vec<String>, Vec<String>, Option<String>)> {
    let plan = Map::parse(map).and_then(|map| Plan::of_map(&map, names.iter().map(String::as_str), false));
    let plan = plan.map_err(|refusals| crate::refusal::raised(py, &refusals, None))?;
    let named = |place: usize| names.get(place).cloned();
    let read = plan.reads().into_iter().filter_map(|(place, _)| named(place)).collect();
    let passed = plan.pass().filter_map(|(_, place)| named(place)).collect();
    let id = plan.column_of_field("id").map(str::to_owned);
    if id.is_none() && plan.says("id") {
        let limit = "who each row is must be said by one column";
        return Err(crate::refusal::one(py, Refusal::new(Code::NotUsable, "id", "", limit)));
    }
    Ok((read, passed, id))
}
