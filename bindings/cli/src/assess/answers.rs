//! Answers written out: how one person becomes bytes, and how the bytes become an output.

use std::path::Path;

use osteon::document::Patient;
use osteon::error::Refusal;
use osteon::{Engine, Session};
use osteon_table::AnswerTable;
use sha2::{Digest as _, Sha256};

use super::rejects::{Reject, Rejects};
use crate::args::{AssessArgs, Format};
use crate::output_file::OutputFile;
use crate::progress::Progress;
use crate::stop::Stop;

/// What a batch of people came to.
#[derive(Default)]
pub(super) struct Rendered {
    pub(super) bytes: Vec<u8>,
    pub(super) rejects: Vec<Reject>,
    pub(super) people: u64,
}

/// What the rows of a batch are thought to take.
const BATCH_BYTES: usize = 1 << 18;

/// Turns people into bytes; one for each batch.
pub(super) struct Renderer<'a> {
    session: Session<'a>,
    hash_ids: bool,
    format: Format,
    pretty: bool,
    table: &'a AnswerTable,
    strict: bool,
    rows: csv::Writer<Vec<u8>>,
    refusals: Vec<Refusal>,
    done: Rendered,
}

impl<'a> Renderer<'a> {
    /// `strict`: a single bad value refuses the person.
    pub(super) fn new(
        engine: &'a Engine,
        args: &AssessArgs,
        format: Format,
        table: &'a AnswerTable,
        strict: bool,
    ) -> Self {
        Self {
            session: engine.session(),
            hash_ids: args.hash_ids,
            format,
            pretty: false,
            table,
            strict,
            rows: csv::WriterBuilder::new()
                .flexible(true)
                .buffer_capacity(1 << 14)
                .from_writer(Vec::with_capacity(BATCH_BYTES)),
            refusals: Vec::new(),
            done: Rendered::default(),
        }
    }

    /// Documents for people to read.
    pub(super) fn pretty(mut self) -> Self {
        self.pretty = true;
        self
    }

    /// The list for what is refused while a person is read.
    pub(super) fn refusals(&mut self) -> &mut Vec<Refusal> {
        &mut self.refusals
    }

    /// A person who could not be read at all.
    pub(super) fn refuse(&mut self, row: u64, id: Option<String>, refusal: Refusal) {
        self.done.people += 1;
        let id = id.map(|id| if self.hash_ids { hashed(&id) } else { id });
        self.done.rejects.push(Reject { row, id, refusal, person: true });
    }

    /// Answers a person; `named` turns the field of a refusal into what the input calls it.
    pub(super) fn answer<'c>(
        &mut self,
        row: u64,
        patient: &mut Patient,
        pass: impl IntoIterator<Item = &'c str>,
        named: impl Fn(&str) -> Option<String>,
    ) -> Result<(), Stop> {
        self.done.people += 1;
        if self.hash_ids
            && let Some(id) = &mut patient.id
        {
            *id = hashed(id);
        }
        let while_read = self.refusals.len();
        let cannot_be = self.strict && while_read > 0 || self.refusals.iter().any(Refusal::refuses_row);
        if cannot_be {
            let id = patient.id.clone();
            self.reject(row, id, true, named);
            return Ok(());
        }
        let mut refusals = std::mem::take(&mut self.refusals);
        let answer = self.session.answer_in_full(patient, self.strict, &mut refusals);
        self.refusals = refusals;
        let refused = answer.is_none();
        if let Some(answer) = answer {
            match self.format {
                Format::Csv => self.table.write(&answer, pass, &mut self.rows).map_err(Stop::new)?,
                Format::Json | Format::Ndjson => {
                    let document = answer.to_document();
                    let text = if self.pretty {
                        osteon::json::to_string_pretty(&document)
                    } else {
                        osteon::json::to_string(&document)
                    };
                    self.separate();
                    self.done.bytes.extend_from_slice(text.as_bytes());
                    if self.format == Format::Ndjson {
                        self.done.bytes.push(b'\n');
                    }
                }
            }
        }
        if !self.refusals.is_empty() {
            let id = patient.id.clone();
            self.reject(row, id, refused, named);
        }
        Ok(())
    }

    fn separate(&mut self) {
        if self.format == Format::Json && !self.done.bytes.is_empty() {
            self.done.bytes.extend_from_slice(b",\n");
        }
    }

    fn reject(&mut self, row: u64, id: Option<String>, person: bool, named: impl Fn(&str) -> Option<String>) {
        self.done.rejects.extend(self.refusals.drain(..).map(|mut refusal| {
            if let Some(name) = named(&refusal.field) {
                refusal.field = name.into();
            }
            Reject { row, id: id.clone(), refusal, person }
        }));
    }

    /// What came of the people so far.
    pub(super) fn finish(mut self) -> Result<Rendered, Stop> {
        if self.format == Format::Csv {
            self.done.bytes = self.rows.into_inner().map_err(Stop::new)?;
        }
        Ok(self.done)
    }
}

/// The first 128 bits of SHA-256, in hexadecimal.
fn hashed(id: &str) -> String {
    Sha256::digest(id.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// The output of a call.
pub(super) struct Answers {
    pub(super) format: Format,
    file: OutputFile,
    begun: bool,
    documents: bool,
    array: bool,
}

impl Answers {
    pub(super) fn create(path: Option<&Path>, format: Format) -> Result<Self, Stop> {
        let file = OutputFile::create(path)?;
        Ok(Self { format, file, begun: false, documents: false, array: true })
    }

    /// The output is one document, not an array of one.
    pub(super) fn single(&mut self) {
        self.array = false;
    }

    /// Begins the output; a table has its header once, however many inputs there are.
    pub(super) fn begin(&mut self, table: &AnswerTable) -> Result<(), Stop> {
        if std::mem::replace(&mut self.begun, true) {
            return Ok(());
        }
        match self.format {
            Format::Csv => {
                let mut header = csv::Writer::from_writer(Vec::new());
                header.write_record(table.header()).map_err(Stop::new)?;
                self.file.write(&header.into_inner().map_err(Stop::new)?)
            }
            Format::Json if self.array => self.file.write(b"[\n"),
            Format::Json | Format::Ndjson => Ok(()),
        }
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        if bytes.is_empty() {
            return Ok(());
        }
        if std::mem::replace(&mut self.documents, true) && self.format == Format::Json {
            self.file.write(b",\n")?;
        }
        self.file.write(bytes)
    }

    /// Puts the output in its place. Of one refused person nothing is written.
    pub(super) fn finish(mut self) -> Result<(), Stop> {
        if self.format == Format::Json {
            if !self.array && !self.documents {
                return Ok(());
            }
            self.file.write(match (self.array, self.documents) {
                (true, true) => b"\n]\n",
                (true, false) => b"]\n",
                (false, _) => b"\n",
            })?;
        }
        self.file.finish()
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
        answers.write(&rendered.bytes)?;
        rejects.add(&rendered.rejects, progress)?;
        people += rendered.people;
        progress.at(bytes, people);
        Ok(())
    }
}
