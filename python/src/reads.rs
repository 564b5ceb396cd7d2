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
