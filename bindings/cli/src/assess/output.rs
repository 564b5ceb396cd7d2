//! The output of a call: where bytes and columns end up.

use std::io::IsTerminal as _;
use std::path::Path;

use arrow_schema::SchemaRef;
use osteon_arrow::Writer;

use super::answers::{Rendered, Shape};
use super::rejects::Rejects;
use crate::args::Format;
use crate::output_file::OutputFile;
use crate::progress::Progress;
use crate::stop::Stop;

/// The output of a call.
pub(super) struct Answers {
    pub(super) format: Format,
    sink: Sink,
    name: String,
    /// Arrow that is read while it is written, and has no end to be looked up in.
    stream: bool,
    begun: bool,
    documents: bool,
    array: bool,
}

enum Sink {
    Bytes(Box<OutputFile>),
    Columns {
        writer: Box<Writer<OutputFile>>,
        schema: SchemaRef,
    },
    /// A writer could not begin.
    Gone,
}

impl Answers {
    pub(super) fn create(path: Option<&Path>, format: Format) -> Result<Self, Stop> {
        let to_standard_output = path.is_none_or(|path| path.as_os_str() == "-");
        if format.keeps_types() && to_standard_output && std::io::stdout().is_terminal() {
            return Err(Stop::new(
                "the output is no text for a terminal: name a file with -o, or --format csv",
            ));
        }
        let file = OutputFile::create(path)?;
        let name = file.name().to_owned();
        let stream = path.is_none_or(|path| {
            path.as_os_str() == "-"
                || path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("arrows"))
        });
        Ok(Self {
            format,
            sink: Sink::Bytes(Box::new(file)),
            name,
            stream,
            begun: false,
            documents: false,
            array: true,
        })
    }

    /// The output is one document, not an array of one.
    pub(super) fn single(&mut self) {
        self.array = false;
    }

    /// Begins the output; a table has its header once, however many inputs there are.
    pub(super) fn begin(&mut self, shape: &Shape) -> Result<(), Stop> {
        let begun = std::mem::replace(&mut self.begun, true);
        match (&shape.columns, self.format) {
            (Some(columns), _) if begun => self.same_columns(columns.schema()),
            (Some(columns), _) => self.begin_columns(columns.schema()),
            _ if begun => Ok(()),
            (None, Format::Csv) => {
                let mut header = csv::Writer::from_writer(Vec::new());
                header.write_record(shape.table.header()).map_err(Stop::new)?;
                self.bytes(&header.into_inner().map_err(Stop::new)?)
            }
            (None, Format::Json) if self.array => self.bytes(b"[\n"),
            _ => Ok(()),
        }
    }

    fn begin_columns(&mut self, schema: &SchemaRef) -> Result<(), Stop> {
        let Sink::Bytes(file) = std::mem::replace(&mut self.sink, Sink::Gone) else { return Ok(()) };
        let writer = match (self.format, self.stream) {
            (Format::Parquet, _) => Writer::parquet(*file, schema),
            (_, true) => Writer::stream(*file, schema),
            (_, false) => Writer::file(*file, schema),
        };
        let writer = Box::new(writer.map_err(|error| Stop::typed(&self.name, &error))?);
        self.sink = Sink::Columns { writer, schema: SchemaRef::clone(schema) };
        Ok(())
    }

    /// A CSV may have rows of several widths; columns of types may not.
    fn same_columns(&self, new: &SchemaRef) -> Result<(), Stop> {
        match &self.sink {
            Sink::Columns { schema, .. } if schema != new => Err(Stop::new(format_args!(
                "{}: the columns to pass are not the same, or not of the same types, in every input",
                self.name
            ))),
            _ => Ok(()),
        }
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        match &mut self.sink {
            Sink::Bytes(file) => file.write(bytes),
            _ => Ok(()),
        }
    }

    pub(super) fn write(&mut self, rendered: &Rendered) -> Result<(), Stop> {
        if let (Sink::Columns { writer, .. }, Some(batch)) = (&mut self.sink, &rendered.batch) {
            return writer.write(batch).map_err(|error| Stop::typed(&self.name, &error));
        }
        if rendered.bytes.is_empty() {
            return Ok(());
        }
        if std::mem::replace(&mut self.documents, true) && self.format == Format::Json {
            self.bytes(b",\n")?;
        }
        self.bytes(&rendered.bytes)
    }

    /// Puts the output in its place. Of one refused person nothing is written.
    pub(super) fn finish(mut self) -> Result<(), Stop> {
        if self.format == Format::Json {
            if !self.array && !self.documents {
                return Ok(());
            }
            self.bytes(match (self.array, self.documents) {
                (true, true) => b"\n]\n",
                (true, false) => b"]\n",
                (false, _) => b"\n",
            })?;
        }
        match self.sink {
            Sink::Bytes(file) => file.finish(),
            Sink::Columns { writer, .. } => {
                writer.finish().map_err(|error| Stop::typed(&self.name, &error))?.finish()
            }
            Sink::Gone => Ok(()),
        }
    }
}

/// Drains batches into the output and the rejects; each comes with where in the input it ended.
pub(super) fn drain<'a>(
    answers: &'a mut Answers,
    rejects: &'a mut Rejects,
    progress: &'a Progress,
) -> impl FnMut(Result<(Rendered, u64), Stop>) -> Result<(), Stop> + 'a {
    let mut people = 0;
    move |rendered| {
        let (rendered, bytes) = rendered?;
        answers.write(&rendered)?;
        rejects.add(&rendered.rejects, progress)?;
        people += rendered.people;
        progress.at(bytes, people);
        Ok(())
    }
}
