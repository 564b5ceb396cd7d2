//! Answers as record batches: the columns of the answer table, each of its own type.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Float64Builder, Int32Builder, StringBuilder};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, FieldRef, Schema, SchemaRef};
use osteon::densitometry::Setup;
use osteon_table::{AnswerCells, AnswerTable, ColumnKind};

use crate::error::Error;

/// The schema of answers, with what every batch of it shares.
#[derive(Clone, Debug)]
pub struct AnswerSchema {
    schema: SchemaRef,
    kinds: Vec<Kind>,
}

#[derive(Clone, Debug)]
enum Kind {
    Number,
    Whole,
    Truth,
    /// The dictionary is the same in every batch, since a file of the Arrow format may have one only.
    Word(Arc<[&'static str]>, ArrayRef),
    Text,
}

impl AnswerSchema {
    /// The columns of `table`, then those of `pass`, which are copied from the input.
    ///
    /// The metadata says how a file was made: `engine_version`, `data_version` and the `options` as JSON.
    ///
    /// # Errors
    /// A column to copy that has the name of another.
    pub fn new(table: &AnswerTable, pass: &[FieldRef], setup: &Setup) -> Result<Self, Error> {
        let (mut fields, mut kinds): (Vec<FieldRef>, Vec<Kind>) = (Vec::new(), Vec::new());
        for (name, kind) in table.columns() {
            let (kind, data_type) = match kind {
                ColumnKind::Number => (Kind::Number, DataType::Float64),
                ColumnKind::Whole => (Kind::Whole, DataType::Int32),
                ColumnKind::Truth => (Kind::Truth, DataType::Boolean),
                ColumnKind::Text => (Kind::Text, DataType::Utf8),
                ColumnKind::Word(words) => {
                    let values = Arc::new(StringArray::from(words.clone()));
                    let data_type = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
                    (Kind::Word(words.into(), values), data_type)
                }
            };
            fields.push(Arc::new(Field::new(name, data_type, true)));
            kinds.push(kind);
        }
        for field in pass {
            if fields.iter().any(|other| other.name() == field.name()) {
                let name = field.name();
                return Err(Error::said(format!(
                    "{name}: a column to pass has the name of a column of the answer: rename it, or write csv"
                )));
            }
            fields.push(Arc::clone(field));
        }
        let metadata = [
            ("engine_version", osteon::VERSION.to_owned()),
            ("data_version", osteon::DATA_VERSION.to_owned()),
            ("options", osteon::json::to_string(&setup.options)),
        ];
        let metadata = metadata.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        Ok(Self { schema: Arc::new(Schema::new_with_metadata(fields, metadata)), kinds })
    }

    /// The schema.
    #[must_use]
    pub fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// A builder of one batch of at most about `rows` rows.
    #[must_use]
    pub fn builder(&self, rows: usize) -> AnswerBuilder {
        let column = |kind: &Kind| match kind {
            Kind::Number => Column::Number(Float64Builder::with_capacity(rows)),
            Kind::Whole => Column::Whole(Int32Builder::with_capacity(rows)),
            Kind::Truth => Column::Truth(BooleanBuilder::with_capacity(rows)),
            Kind::Word(words, values) => {
                Column::Word(Arc::clone(words), Arc::clone(values), Int32Builder::with_capacity(rows))
            }
            Kind::Text => Column::Text(StringBuilder::with_capacity(rows, rows * 16)),
        };
        AnswerBuilder {
            schema: Arc::clone(&self.schema),
            columns: self.kinds.iter().map(column).collect(),
            at: 0,
        }
    }
}

enum Column {
    Number(Float64Builder),
    Whole(Int32Builder),
    Truth(BooleanBuilder),
    Word(Arc<[&'static str]>, ArrayRef, Int32Builder),
    Text(StringBuilder),
}

/// Builds a batch of answers: [`AnswerTable::write`] once for each row.
pub struct AnswerBuilder {
    schema: SchemaRef,
    columns: Vec<Column>,
    /// The column of the next cell.
    at: usize,
}

impl AnswerBuilder {
    /// The batch, with the columns copied from the input: those of the rows that were answered.
    ///
    /// # Errors
    /// A column that is not of the schema, or of another length.
    pub fn finish(self, pass: Vec<ArrayRef>) -> Result<RecordBatch, Error> {
        let mut arrays: Vec<ArrayRef> = Vec::with_capacity(self.schema.fields().len());
        for column in self.columns {
            arrays.push(match column {
                Column::Number(mut cells) => Arc::new(cells.finish()),
                Column::Whole(mut cells) => Arc::new(cells.finish()),
                Column::Truth(mut cells) => Arc::new(cells.finish()),
                Column::Word(_, values, mut keys) => {
                    Arc::new(DictionaryArray::<Int32Type>::try_new(keys.finish(), values)?)
                }
                Column::Text(mut cells) => Arc::new(cells.finish()),
            });
        }
        arrays.extend(pass);
        Ok(RecordBatch::try_new(self.schema, arrays)?)
    }

    fn next(&mut self) -> Option<&mut Column> {
        if self.at == self.columns.len() {
            self.at = 0;
        }
        self.at += 1;
        self.columns.get_mut(self.at - 1)
    }
}

/// A cell that its column does not take.
fn mistaken() -> ArrowError {
    ArrowError::InvalidArgumentError("a cell of an answer is not what its column says".into())
}

impl AnswerCells for AnswerBuilder {
    type Error = ArrowError;

    fn number(&mut self, value: Option<f64>, _: usize) -> Result<(), ArrowError> {
        let Some(Column::Number(cells)) = self.next() else { return Err(mistaken()) };
        cells.append_option(value);
        Ok(())
    }

    fn whole(&mut self, value: Option<u32>) -> Result<(), ArrowError> {
        let Some(Column::Whole(cells)) = self.next() else { return Err(mistaken()) };
        let value = value.map(i32::try_from).transpose().map_err(|_| mistaken())?;
        cells.append_option(value);
        Ok(())
    }

    fn truth(&mut self, value: Option<bool>) -> Result<(), ArrowError> {
        let Some(Column::Truth(cells)) = self.next() else { return Err(mistaken()) };
        cells.append_option(value);
        Ok(())
    }

    fn word(&mut self, word: &str) -> Result<(), ArrowError> {
        let Some(Column::Word(words, _, keys)) = self.next() else { return Err(mistaken()) };
        if word.is_empty() {
            keys.append_null();
            return Ok(());
        }
        let key = words.iter().position(|known| *known == word).ok_or_else(mistaken)?;
        keys.append_value(i32::try_from(key).map_err(|_| mistaken())?);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), ArrowError> {
        let Some(Column::Text(cells)) = self.next() else { return Err(mistaken()) };
        cells.append_option((!text.is_empty()).then_some(text));
        Ok(())
    }
}
