//! The rows of a record batch, for a plan to read.

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use osteon::error::{Code, Refusal};
use osteon_table::{Cell, Cells};

use crate::column::{Column, is_read};

/// The columns of a batch that are read, by their place in the table.
pub struct Rows {
    columns: Vec<Option<Column>>,
    len: usize,
}

/// A row of a batch.
#[derive(Clone, Copy)]
pub struct Row<'b> {
    rows: &'b Rows,
    row: usize,
}

/// Checks the types of the columns that a plan reads, `Plan::reads`, before a row is read.
///
/// # Errors
/// Every column of a type that is never read, such as a list.
pub fn check(schema: &Schema, reads: &[(usize, bool)]) -> Result<(), Vec<Refusal>> {
    let fields = reads.iter().filter_map(|&(index, _)| schema.fields().get(index));
    let refusals: Vec<Refusal> = fields
        .filter_map(|field| {
            let hint = is_read(field.data_type()).err()?;
            let refusal =
                Refusal::new(Code::WrongType, field.name().clone(), field.data_type().to_string(), hint);
            Some(refusal)
        })
        .collect();
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

impl Rows {
    /// The columns of `reads`: place in the batch, and whether it is wanted as text.
    ///
    /// # Errors
    /// As [`check`].
    pub fn of(batch: &RecordBatch, reads: &[(usize, bool)]) -> Result<Self, Vec<Refusal>> {
        check(&batch.schema(), reads)?;
        let column = |index: usize| {
            let &(_, as_text) = reads.iter().find(|(read, _)| *read == index)?;
            Column::of(batch.columns().get(index)?, as_text)
        };
        Ok(Self { columns: (0..batch.num_columns()).map(column).collect(), len: batch.num_rows() })
    }

    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// A row, from 0; every cell of one beyond the end is empty.
    #[must_use]
    pub const fn row(&self, row: usize) -> Row<'_> {
        Row { rows: self, row }
    }
}

impl Cells for Row<'_> {
    #[inline]
    fn width(&self) -> usize {
        self.rows.columns.len()
    }

    #[inline]
    fn cell(&self, index: usize) -> Cell<'_> {
        match self.rows.columns.get(index) {
            Some(Some(column)) => column.cell(self.row),
            _ => Cell::Empty,
        }
    }
}
