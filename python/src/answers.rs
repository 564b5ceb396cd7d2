//! Answers of columns, handed to numpy or to Arrow.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_schema::{FieldRef, Schema};
use numpy::{IntoPyArray as _, PyArray1};
use osteon::batch::{AnswerColumn, Answered, Holds, Owned};
use osteon::error::Refusal;
use osteon_arrow::{Always, answer_batch, answer_field, numbered_sets};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3_arrow::PyTable;

/// What was refused: the row, the caller's column, why, and whether the row was refused.
pub(crate) struct Told {
    pub(crate) row: usize,
    pub(crate) column: String,
    pub(crate) refusal: Refusal,
    pub(crate) person: bool,
}

/// The answers of some rows, with the columns kept from their input.
pub(crate) struct Part {
    pub(crate) kept: Vec<(FieldRef, ArrayRef)>,
    pub(crate) answers: osteon::batch::Answers,
    pub(crate) rows: usize,
}

/// The answers of a table.
#[pyclass(module = "osteon._osteon")]
pub(crate) struct Answers {
    /// Gone once they are handed out.
    parts: Option<Vec<Part>>,
    kept: Vec<FieldRef>,
    columns: Vec<AnswerColumn>,
    told: Vec<Told>,
    /// What the map of the table read into silences.
    always: String,
    #[pyo3(get)]
    rows: usize,
}

/// One row of what was refused: row, column, code, value, limit, message, slip, whether the row was refused.
type Reject = (usize, String, &'static str, String, String, String, Option<String>, bool);

impl Answers {
    pub(crate) fn new(
        parts: Vec<Part>,
        kept: Vec<FieldRef>,
        columns: Vec<AnswerColumn>,
        told: Vec<Told>,
        always: String,
    ) -> Self {
        let rows = parts.iter().map(|part| part.rows).sum();
        Self { parts: Some(parts), kept, columns, told, always, rows }
    }

    fn take(&mut self) -> PyResult<Vec<Part>> {
        self.parts.take().ok_or_else(|| PyRuntimeError::new_err("these answers were handed out before"))
    }

    /// The rows of a part that were refused, by their place in the part.
    fn refused(&self, first: usize, rows: usize) -> Vec<usize> {
        // They are told in the order of their rows.
        let from = self.told.partition_point(|told| told.row < first);
        let own = self.told.iter().skip(from).take_while(|told| told.row < first + rows);
        own.filter(|told| told.person).map(|told| told.row - first).collect()
    }
}

fn reject(told: &Told) -> Reject {
    let Refusal { code, value, limit, slip, .. } = &told.refusal;
    (
        told.row,
        told.column.clone(),
        code.as_str(),
        value.clone().into_owned(),
        limit.clone().into_owned(),
        told.refusal.to_string(),
        slip.clone().map(std::borrow::Cow::into_owned),
        told.person,
    )
}

#[pymethods]
impl Answers {
    #[getter]
    fn rejects(&self) -> Vec<Reject> {
        self.told.iter().map(reject).collect()
    }

    #[getter]
    fn first_reject(&self) -> Option<Reject> {
        self.told.first().map(reject)
    }

    #[getter]
    fn reject_counts(&self) -> (usize, usize) {
        let persons = || self.told.iter().filter(|told| told.person);
        // A row that is refused may be so for several values.
        let rows = persons().zip(persons().skip(1)).filter(|(one, next)| one.row != next.row).count();
        let rows = rows + usize::from(persons().next().is_some());
        (rows, self.told.iter().filter(|told| !told.person).count())
    }

    fn numpy<'py>(&mut self, py: Python<'py>) -> PyResult<Vec<Numpy<'py>>> {
        let Ok([part]) = <[Part; 1]>::try_from(self.take()?) else {
            return Err(PyRuntimeError::new_err("answers in several parts: ask for Arrow"));
        };
        let refused = if self.always.is_empty() { Vec::new() } else { self.refused(0, part.rows) };
        let always = Always { said: &self.always, but_in: &refused };
        part.answers.columns.into_iter().map(|answered| in_numpy(py, answered, always)).collect()
    }

    #[pyo3(signature = (plain = false))]
    fn arrow(&mut self, py: Python<'_>, plain: bool) -> PyResult<PyTable> {
        let parts = self.take()?;
        let own = self.columns.iter().map(|column| Arc::new(answer_field(column, plain)));
        let schema = Arc::new(Schema::new(self.kept.iter().cloned().chain(own).collect::<Vec<FieldRef>>()));
        let refused: Vec<Vec<usize>> = {
            let mut first = 0;
            let of = |part: &Part| {
                let own = if self.always.is_empty() { Vec::new() } else { self.refused(first, part.rows) };
                first += part.rows;
                own
            };
            parts.iter().map(of).collect()
        };
        let said = self.always.as_str();
        let batches = py.detach(|| {
            let parts = parts.into_iter().zip(&refused);
            let batch = |(part, but_in): (Part, &Vec<usize>)| {
                answer_batch(part.kept, part.answers, plain, Always { said, but_in })
            };
            parts.map(batch).collect::<Result<Vec<_>, _>>()
        });
        let batches = batches.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        PyTable::try_new(batches, schema)
    }
}

/// Name, what it holds, values, and what goes with them.
type Numpy<'py> = (String, &'static str, Bound<'py, PyAny>, Bound<'py, PyAny>);

fn in_numpy<'py>(py: Python<'py>, answered: Answered, always: Always<'_>) -> PyResult<Numpy<'py>> {
    let Answered { column, values } = answered;
    let (holds, values, beside) = match (values, &column.holds) {
        (Owned::Numbers { values, .. }, _) => {
            ("number", values.into_pyarray(py).into_any(), py.None().into_bound(py))
        }
        (Owned::Codes(codes), Holds::Codes(words)) if *words == AnswerColumn::TRUTH => {
            let truths: Vec<bool> = codes.iter().map(|&code| code == 2).collect();
            let missing: Vec<bool> = codes.iter().map(|&code| code == 0).collect();
            ("truth", truths.into_pyarray(py).into_any(), missing.into_pyarray(py).into_any())
        }
        (Owned::Codes(codes), Holds::Codes(words)) => {
            // 0 is nothing, which is -1 to pandas.
            let codes: Vec<i8> = codes.into_iter().map(|code| code.wrapping_sub(1).cast_signed()).collect();
            ("word", codes.into_pyarray(py).into_any(), words.clone().into_pyobject(py)?.into_any())
        }
        (Owned::Sets(sets), Holds::Sets(words)) => {
            let (numbers, texts) = numbered_sets(&sets, words, always.of(&column));
            let numbers: Bound<'py, PyArray1<i32>> = numbers.into_pyarray(py);
            ("set", numbers.into_any(), texts.into_pyobject(py)?.into_any())
        }
        _ => return Err(PyRuntimeError::new_err("answers that are not what their column holds")),
    };
    Ok((column.name, holds, values, beside))
}
