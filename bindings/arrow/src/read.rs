//! Parquet and Arrow files, batch by batch.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek as _, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};

use arrow_array::RecordBatch;
use arrow_ipc::reader::StreamReader;
use arrow_schema::{Schema, SchemaRef};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};

use crate::error::Error;

/// The first and the last bytes of a Parquet file.
const PARQUET: &[u8; 4] = b"PAR1";
/// The same of one whose footer is encrypted.
const ENCRYPTED: &[u8; 4] = b"PARE";
/// The first and, without what fills it up to eight, the last bytes of an Arrow file.
const ARROW: &[u8; 8] = b"ARROW1\0\0";

/// No schema has more bytes than this.
const LONGEST_SCHEMA: i32 = 1 << 26;

/// An open file that keeps types.
pub struct Table {
    schema: SchemaRef,
    rows: Option<u64>,
    source: Source,
}

enum Source {
    Parquet(Box<ParquetRecordBatchReaderBuilder<File>>),
    Arrow { stream: Box<Stream>, is_file: bool },
}

type Stream = StreamReader<Tail<BufReader<Box<dyn Read>>>>;

impl Table {
    /// Opens a Parquet file.
    ///
    /// # Errors
    /// A file that is no Parquet, or was cut short.
    pub fn parquet(mut file: File) -> Result<Self, Error> {
        let (mut first, mut last) = ([0; 4], [0; 4]);
        let length = file.seek(SeekFrom::End(0))?;
        if length == 0 {
            return Err(Error::said("is empty; a Parquet file names its columns even without rows"));
        }
        if length >= 12 {
            file.rewind()?;
            file.read_exact(&mut first)?;
            file.seek(SeekFrom::End(-4))?;
            file.read_exact(&mut last)?;
        }
        file.rewind()?;
        if &first == ENCRYPTED || &last == ENCRYPTED {
            return Err(Error::said("is encrypted; decrypt it first"));
        }
        if &first != PARQUET {
            return Err(Error::said(
                "is not Parquet by its first bytes; a CSV needs a name that ends in .csv",
            ));
        }
        if &last != PARQUET {
            return Err(Error::said("is cut short: it begins as Parquet and does not end so"));
        }
        let builder = guarded(|| Ok(ParquetRecordBatchReaderBuilder::try_new(file)?))?;
        Ok(Self {
            schema: builder.schema().clone(),
            rows: u64::try_from(builder.metadata().file_metadata().num_rows()).ok(),
            source: Source::Parquet(Box::new(builder)),
        })
    }

    /// Opens an Arrow file or stream; a file is read as the stream that is in it, so that it need not be sought in.
    ///
    /// # Errors
    /// Bytes that are no Arrow.
    pub fn arrow(bytes: Box<dyn Read>) -> Result<Self, Error> {
        let mut bytes = BufReader::with_capacity(1 << 17, bytes);
        let mut first = Vec::with_capacity(ARROW.len());
        bytes.by_ref().take(ARROW.len() as u64).read_to_end(&mut first)?;
        if first.is_empty() {
            return Err(Error::said("is empty; an Arrow file names its columns even without rows"));
        }
        if first.starts_with(b"FEA1") {
            return Err(Error::said("is Feather of version 1; write version 2, which is Arrow"));
        }
        let is_file = first == ARROW;
        while is_file && (first == ARROW || first == [0; ARROW.len()]) {
            // Writers fill up what follows the first bytes, each to a width of its own.
            first.clear();
            bytes.by_ref().take(ARROW.len() as u64).read_to_end(&mut first)?;
        }
        if !begins_a_stream(&first) {
            return Err(not_arrow());
        }
        let tail = Tail { inner: bytes, waiting: first, ran_out: false };
        let stream = guarded(|| Ok(StreamReader::try_new(tail, None)?)).map_err(|error| match error {
            Error::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => Error::Io(error),
            _ => not_arrow(),
        })?;
        let source = Source::Arrow { stream: Box::new(stream), is_file };
        let Source::Arrow { stream, .. } = &source else { return Err(Error::said("is not Arrow")) };
        Ok(Self { schema: stream.schema(), rows: None, source })
    }

    /// The columns.
    #[must_use]
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// The names of the columns.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    /// How many rows there are, where the file says so before it is read.
    #[must_use]
    pub const fn rows(&self) -> Option<u64> {
        self.rows
    }

    /// The rows of the columns at `places`, in rising order, in batches of at most `rows` rows.
    ///
    /// # Errors
    /// A place that is no column.
    pub fn batches(self, places: &[usize], rows: usize) -> Result<Batches, Error> {
        let source = match self.source {
            Source::Parquet(builder) => {
                let mask = ProjectionMask::roots(builder.parquet_schema(), places.iter().copied());
                BatchSource::Parquet(builder.with_projection(mask).with_batch_size(rows).build()?)
            }
            Source::Arrow { stream, is_file } => {
                BatchSource::Arrow { stream, is_file, places: places.to_vec(), left: None }
            }
        };
        Ok(Batches { source, rows, schema: self.schema.project(places)?.into() })
    }
}

/// The batches of a table.
pub struct Batches {
    source: BatchSource,
    rows: usize,
    schema: SchemaRef,
}

enum BatchSource {
    Parquet(ParquetRecordBatchReader),
    Arrow { stream: Box<Stream>, is_file: bool, places: Vec<usize>, left: Option<RecordBatch> },
}

impl Batches {
    /// The columns of the batches.
    #[must_use]
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// The next batch; `None` at the end, which a file that was cut short does not have.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn next_batch(&mut self) -> Result<Option<RecordBatch>, Error> {
        match &mut self.source {
            BatchSource::Parquet(reader) => guarded(|| Ok(reader.next().transpose()?)),
            BatchSource::Arrow { stream, is_file, places, left } => loop {
                if let Some(batch) = left.take().filter(|batch| batch.num_rows() > 0) {
                    let rows = self.rows.min(batch.num_rows());
                    *left = Some(batch.slice(rows, batch.num_rows() - rows));
                    return Ok(Some(batch.slice(0, rows)));
                }
                match guarded(|| Ok(stream.next().transpose()?))? {
                    Some(batch) => *left = Some(batch.project(places)?),
                    None => return stream.get_mut().ended(*is_file).map(|()| None),
                }
            },
        }
    }
}

/// What is read of a file that may be damaged: the libraries that unpack it panic at some of what they find.
fn guarded<T>(read: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    let damaged = |_| Err(Error::said("is damaged: it cannot be unpacked"));
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(damaged)
}

/// Whether the schema of a stream can follow. Text would be taken for the length of a message of gigabytes, and room
/// made for it.
fn begins_a_stream(first: &[u8]) -> bool {
    // Before version 0.15 there was no mark before the length.
    let length = first.strip_prefix(b"\xff\xff\xff\xff").unwrap_or(first);
    length.first_chunk().is_some_and(|length| (1..=LONGEST_SCHEMA).contains(&i32::from_le_bytes(*length)))
}

fn not_arrow() -> Error {
    Error::said(
        "is not Arrow: no schema of columns is at its beginning; a CSV needs a name that ends in .csv",
    )
}

/// A stream that knows whether it was read to its last byte.
struct Tail<R> {
    inner: R,
    /// Bytes that were looked at and are still to be read.
    waiting: Vec<u8>,
    /// More was asked for than there was.
    ran_out: bool,
}

impl<R: Read> Tail<R> {
    /// Whether the stream had its end mark: the reader takes the end of the bytes for one too.
    fn ended(&mut self, is_file: bool) -> Result<(), Error> {
        let mut footer = Vec::new();
        let whole = !self.ran_out && {
            self.read_to_end(&mut footer)?;
            !is_file || footer.ends_with(b"ARROW1")
        };
        if whole { Ok(()) } else { Err(Error::said("is cut short: the mark that ends Arrow is not there")) }
    }
}

impl<R: Read> Read for Tail<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.waiting.is_empty() {
            let read = self.inner.read(buffer)?;
            self.ran_out |= read == 0 && !buffer.is_empty();
            return Ok(read);
        }
        let read = self.waiting.as_slice().read(buffer)?;
        self.waiting.drain(..read);
        Ok(read)
    }
}
