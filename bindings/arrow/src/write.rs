//! Record batches into Parquet or Arrow.

use std::io::Write;

use arrow_array::RecordBatch;
use arrow_ipc::writer::{FileWriter, StreamWriter};
use arrow_schema::{DataType, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::schema::types::ColumnPath;

use crate::error::Error;

/// Rows that Parquet keeps together: as many are in memory, packed, until they are written.
const ROW_GROUP: usize = 1 << 17;
/// Beyond the first level zstd costs much and saves little here.
const LEVEL: i32 = 1;

/// Writes batches of one schema.
pub struct Writer<W: Write + Send>(Format<W>);

enum Format<W: Write + Send> {
    Parquet(Box<ArrowWriter<W>>),
    File(Box<FileWriter<W>>),
    Stream(Box<StreamWriter<W>>),
}

impl<W: Write + Send> Writer<W> {
    /// A Parquet file; `out` is never sought in.
    ///
    /// # Errors
    /// What cannot be written.
    pub fn parquet(out: W, schema: &SchemaRef) -> Result<Self, Error> {
        // Readers that know nothing of Arrow see how the file was made too; sorted, so that a file has the same bytes
        // whenever it is written.
        let said = schema.metadata().iter().map(|(key, value)| KeyValue::new(key.clone(), value.clone()));
        let mut said: Vec<KeyValue> = said.collect();
        said.sort_by(|a, b| a.key.cmp(&b.key));
        let mut properties = WriterProperties::builder()
            .set_created_by(format!("osteon {}", osteon::VERSION))
            .set_compression(Compression::ZSTD(ZstdLevel::try_new(LEVEL)?))
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_max_row_group_row_count(Some(ROW_GROUP))
            .set_key_value_metadata(Some(said));
        for field in schema.fields().iter().filter(|field| field.data_type() == &DataType::Float64) {
            // Scores hardly repeat: a dictionary of them is given up after much hashing.
            let column = ColumnPath::from(field.name().as_str());
            properties = properties.set_column_dictionary_enabled(column, false);
        }
        let writer = ArrowWriter::try_new(out, schema.clone(), Some(properties.build()))?;
        Ok(Self(Format::Parquet(Box::new(writer))))
    }

    /// An Arrow file.
    ///
    /// # Errors
    /// What cannot be written.
    pub fn file(out: W, schema: &SchemaRef) -> Result<Self, Error> {
        Ok(Self(Format::File(Box::new(FileWriter::try_new(out, schema)?))))
    }

    /// A stream of the Arrow format, which can be read while it is written.
    ///
    /// # Errors
    /// What cannot be written.
    pub fn stream(out: W, schema: &SchemaRef) -> Result<Self, Error> {
        Ok(Self(Format::Stream(Box::new(StreamWriter::try_new(out, schema)?))))
    }

    /// Writes a batch.
    ///
    /// # Errors
    /// What cannot be written; a batch of another schema.
    pub fn write(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        match &mut self.0 {
            Format::Parquet(writer) => writer.write(batch)?,
            Format::File(writer) => writer.write(batch)?,
            Format::Stream(writer) => writer.write(batch)?,
        }
        Ok(())
    }

    /// Ends the file and gives back where it went.
    ///
    /// # Errors
    /// What cannot be written.
    pub fn finish(self) -> Result<W, Error> {
        Ok(match self.0 {
            Format::Parquet(writer) => writer.into_inner()?,
            Format::File(writer) => writer.into_inner()?,
            Format::Stream(writer) => writer.into_inner()?,
        })
    }
}
