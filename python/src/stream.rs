//! A table that comes in batches.

use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::{Array as _, ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, FieldRef, Schema, SchemaRef};
use arrow_select::concat::concat_batches;
use osteon::error::{Code, Refusal};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3_arrow::ffi::ArrayReader;
use pyo3_arrow::input::AnyArray;

use crate::refusal::{one, raised};

/// Batches of fewer rows are copied together with the next and answered as one, so that every thread has work; not where
/// a column is a dictionary, of which each batch may have its own.
const FEW: usize = 1 << 13;
/// So many rows are enough.
const ENOUGH: usize = 1 << 15;

/// The batches of a table.
pub(crate) struct Stream {
    batches: Box<dyn ArrayReader + Send>,
    pub(crate) schema: SchemaRef,
    gathers: bool,
    rows: usize,
}

impl Stream {
    pub(crate) fn new(py: Python<'_>, table: AnyArray) -> PyResult<Self> {
        let batches = table.into_reader()?;
        let field = batches.field();
        let DataType::Struct(fields) = field.data_type() else {
            let limit = "a table, which is an array of structures";
            let refusal = Refusal::new(Code::WrongType, "frame", field.data_type().to_string(), limit);
            return Err(one(py, refusal));
        };
        let schema = Arc::new(Schema::new_with_metadata(fields.clone(), field.metadata().clone()));
        let is_dictionary = |field: &FieldRef| matches!(field.data_type(), DataType::Dictionary(..));
        let gathers = !fields.iter().any(is_dictionary);
        Ok(Self { batches, schema, gathers, rows: 0 })
    }

    /// The next rows; none at the end.
    pub(crate) fn next(&mut self, py: Python<'_>) -> PyResult<Option<RecordBatch>> {
        let mut gathered: Vec<RecordBatch> = Vec::new();
        let mut rows = 0;
        while rows < ENOUGH {
            py.check_signals()?;
            // The stream may be another thread's, which waits for the lock.
            let next = py.detach(|| self.batches.next().transpose()).map_err(|error| failed(py, &error))?;
            let Some(next) = next else { break };
            let batch = self.batch(py, &next)?;
            rows += batch.num_rows();
            let is_large = batch.num_rows() >= FEW || !self.gathers;
            gathered.push(batch);
            if is_large {
                break;
            }
        }
        match gathered.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(one.clone())),
            many => concat_batches(&self.schema, many).map(Some).map_err(|error| failed(py, &error)),
        }
    }

    fn batch(&mut self, py: Python<'_>, structures: &ArrayRef) -> PyResult<RecordBatch> {
        let structures = structures.as_struct();
        if let Some(row) = (0..structures.len()).find(|&row| structures.is_null(row)) {
            let limit = "is null as a whole: a row has columns, each with or without a value";
            let refusal = Refusal::new(Code::WrongType, "row", "", limit);
            return Err(raised(py, &[refusal], Some(self.rows + row)));
        }
        self.rows += structures.len();
        let batch = RecordBatch::try_new_with_options(
            Arc::clone(&self.schema),
            structures.columns().to_vec(),
            &arrow_array::RecordBatchOptions::new().with_row_count(Some(structures.len())),
        );
        batch.map_err(|error| failed(py, &error))
    }
}

/// What whoever gives the stream says of it: of Python it is Ctrl-C, if there was one, before all else.
fn failed(py: Python<'_>, error: &ArrowError) -> PyErr {
    if let Err(signal) = py.check_signals() {
        return signal;
    }
    const MOST: usize = 300;
    let said: String = error.to_string();
    let last = said.trim_end().lines().last().unwrap_or_default();
    PyValueError::new_err(format!(
        "the table could not be read on: {}",
        last.chars().take(MOST).collect::<String>()
    ))
}
