//! Refusals as exceptions of the package.

use osteon::error::Refusal;
use pyo3::intern;
use pyo3::prelude::*;

/// What the package makes an exception of: code, number, field, value, limit, slip, message.
pub(crate) type Said = (&'static str, u16, String, String, String, Option<String>, String);

pub(crate) fn said(refusal: &Refusal) -> Said {
    let Refusal { code, field, value, limit, slip } = refusal;
    (
        code.as_str(),
        code.number(),
        field.clone().into_owned(),
        value.clone().into_owned(),
        limit.clone().into_owned(),
        slip.clone().map(std::borrow::Cow::into_owned),
        refusal.to_string(),
    )
}

/// The exception of these refusals, in a row of a table or in no row.
pub(crate) fn raised(py: Python<'_>, refusals: &[Refusal], row: Option<usize>) -> PyErr {
    let all: Vec<Said> = refusals.iter().map(said).collect();
    let made = py
        .import(intern!(py, "osteon.errors"))
        .and_then(|errors| errors.call_method1(intern!(py, "of"), (all, row)));
    made.map_or_else(|error| error, PyErr::from_value)
}

pub(crate) fn one(py: Python<'_>, refusal: Refusal) -> PyErr {
    raised(py, &[refusal], None)
}
