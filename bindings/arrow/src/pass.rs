//! Columns that are copied from the input to the output.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::cast::AsArray;
use arrow_array::{ArrayRef, RecordBatch, UInt32Array};
use arrow_schema::{DataType, Field, FieldRef, Schema};
use arrow_select::take::{TakeOptions, take};

use crate::error::Error;

/// The fields of columns that are copied from a table that keeps types: those of the input, a dictionary unpacked.
///
/// Each batch may have a dictionary of its own, and a file of the Arrow format one only.
#[must_use]
pub fn kept(schema: &Schema, places: &[usize]) -> Vec<FieldRef> {
    let kept = |field: &FieldRef| {
        let data_type = match field.data_type() {
            DataType::Dictionary(_, values) => (**values).clone(),
            other => other.clone(),
        };
        Arc::new(Field::clone(field).with_data_type(data_type).with_nullable(true))
    };
    places.iter().filter_map(|&place| schema.fields().get(place)).map(kept).collect()
}

/// The cells of columns to copy, in some rows of a batch; the fields are those of [`kept`].
///
/// # Errors
/// A row that is not in the batch.
pub fn copied(batch: &RecordBatch, places: &[usize], rows: &[u32]) -> Result<Vec<ArrayRef>, Error> {
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let rows = UInt32Array::from(rows.to_vec());
    let columns = places.iter().filter_map(|&place| batch.columns().get(place));
    let taken = columns.map(|column| {
        let taken = take(column, &rows, Some(TakeOptions { check_bounds: true }))?;
        let plain = match taken.as_any_dictionary_opt() {
            Some(dictionary) => take(dictionary.values(), dictionary.keys(), None)?,
            None => taken,
        };
        Ok(plain)
    });
    taken.collect()
}

/// Columns that are copied from a table of text.
#[derive(Default)]
pub struct Texts {
    columns: Vec<StringBuilder>,
}

impl Texts {
    /// The fields of columns of text.
    #[must_use]
    pub fn fields(names: &[String]) -> Vec<FieldRef> {
        names.iter().map(|name| Arc::new(Field::new(name, DataType::Utf8, true))).collect()
    }

    /// Empty columns.
    #[must_use]
    pub fn new(columns: usize) -> Self {
        Self { columns: (0..columns).map(|_| StringBuilder::new()).collect() }
    }

    /// The cells of one row, one for each column; an empty one is null.
    pub fn push<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) {
        let mut cells = cells.into_iter();
        for column in &mut self.columns {
            column.append_option(cells.next().filter(|cell| !cell.is_empty()));
        }
    }

    /// The columns.
    #[must_use]
    pub fn finish(self) -> Vec<ArrayRef> {
        self.columns.into_iter().map(|mut column| Arc::new(column.finish()) as ArrayRef).collect()
    }
}
