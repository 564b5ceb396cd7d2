//! Answers written out: how people become bytes or columns.

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::FieldRef;
use osteon::batch::{Batch, Block, Pushed};
use osteon::densitometry::Setup;
use osteon::document::Patient;
use osteon::error::Refusal;
use osteon::{Answer, Engine, Session};
use osteon_arrow::{AnswerBuilder, AnswerSchema};
use osteon_table::{AnswerTable, ColumnRows};
use sha2::{Digest as _, Sha256};

use super::rejects::Reject;
use crate::args::{AssessArgs, Format};
use crate::stop::Stop;

/// What answers look like.
pub(super) struct Shape {
    pub(super) format: Format,
    pub(super) table: AnswerTable,
    /// Of a format that keeps types.
    pub(super) columns: Option<AnswerSchema>,
    /// Of a table that is answered by blocks of people.
    rows: Option<ColumnRows>,
}

impl Shape {
    /// `pass` are the columns that are copied from the input, and `fields` what they are where types are kept.
    pub(super) fn new(
        setup: &Setup,
        format: Format,
        pass: Vec<String>,
        fields: &[FieldRef],
    ) -> Result<Self, Stop> {
        let table = AnswerTable::new(setup, pass);
        let columns = format.keeps_types().then(|| AnswerSchema::new(&table, fields, setup)).transpose();
        let columns = columns.map_err(|error| Stop::typed("output", &error))?;
        let rows = table.of_columns(setup).filter(|_| format.is_table());
        Ok(Self { format, table, columns, rows })
    }

    /// The engine made ready to answer blocks, where the table is answered so.
    pub(super) fn batch<'e>(&self, engine: &'e Engine) -> Result<Option<Batch<'e>>, Stop> {
        let columns = self.rows.as_ref().map(|rows| rows.columns().to_vec());
        columns.map(|columns| Batch::new(engine, columns)).transpose().map_err(Stop::new)
    }

    pub(super) const fn keeps_types(&self) -> bool {
        self.columns.is_some()
    }
}

/// What a batch of people came to.
#[derive(Default)]
pub(super) struct Rendered {
    pub(super) bytes: Vec<u8>,
    pub(super) batch: Option<RecordBatch>,
    pub(super) rejects: Vec<Reject>,
    pub(super) people: u64,
}

/// What the rows of a batch are thought to take.
const BATCH_BYTES: usize = 1 << 18;

/// Rows that a batch of typed columns is thought to have.
const BATCH_ROWS: usize = 1024;

/// How answers are written down.
enum Pen {
    Rows(Box<csv::Writer<Vec<u8>>>),
    Columns(Box<AnswerBuilder>),
    Documents { pretty: bool },
}

/// A block of people on their way to rows of a table.
struct Blocks<'a> {
    block: Block<'a, 'a>,
    rows: ColumnRows,
    /// The identifier of each, and the cells copied from its input.
    people: Vec<(String, Vec<String>)>,
}

/// Turns people into bytes or columns; one for each batch.
pub(super) struct Renderer<'a> {
    session: Session<'a>,
    blocks: Option<Blocks<'a>>,
    hash_ids: bool,
    shape: &'a Shape,
    strict: bool,
    pen: Pen,
    refusals: Vec<Refusal>,
    done: Rendered,
}

impl<'a> Renderer<'a> {
    /// `strict`: a single bad value refuses the person.
    ///
    /// `batch`: of [`Shape::batch`].
    pub(super) fn new(
        engine: &'a Engine,
        batch: Option<&'a Batch<'a>>,
        args: &AssessArgs,
        shape: &'a Shape,
        strict: bool,
    ) -> Self {
        let blocks = batch.zip(shape.rows.as_ref());
        let blocks = blocks.map(|(batch, rows)| Blocks {
            block: batch.block(),
            rows: rows.clone(),
            people: Vec::new(),
        });
        let pen = match (&shape.columns, shape.format) {
            (Some(columns), _) => Pen::Columns(Box::new(columns.builder(BATCH_ROWS))),
            (None, Format::Csv) => Pen::Rows(Box::new(
                csv::WriterBuilder::new()
                    .flexible(true)
                    .buffer_capacity(1 << 14)
                    .from_writer(Vec::with_capacity(BATCH_BYTES)),
            )),
            (None, _) => Pen::Documents { pretty: false },
        };
        Self {
            session: engine.session(),
            blocks,
            hash_ids: args.hash_ids,
            shape,
            strict,
            pen,
            refusals: Vec::new(),
            done: Rendered::default(),
        }
    }

    /// Documents for people to read.
    pub(super) fn pretty(mut self) -> Self {
        if let Pen::Documents { pretty } = &mut self.pen {
            *pretty = true;
        }
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

    /// Answers a person, and says whether there is an answer; `named` turns the field of a refusal into what
    /// the input calls it. `pass` are the cells copied to a row of text.
    pub(super) fn answer<'c>(
        &mut self,
        row: u64,
        patient: &mut Patient,
        pass: impl IntoIterator<Item = &'c str>,
        named: impl Fn(&str) -> Option<String>,
    ) -> Result<bool, Stop> {
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
            return Ok(false);
        }
        if let Some(blocks) = &mut self.blocks {
            // A block is ended as soon as it is full.
            let answered = blocks.block.push(patient, self.strict, &mut self.refusals) == Pushed::Answered;
            if answered {
                let pass = pass.into_iter().map(str::to_owned).collect();
                blocks.people.push((patient.id.clone().unwrap_or_default(), pass));
            }
            if !self.refusals.is_empty() {
                let id = patient.id.clone();
                self.reject(row, id, !answered, named);
            }
            self.end_block(false)?;
            return Ok(answered);
        }
        let mut refusals = std::mem::take(&mut self.refusals);
        let answer = self.session.answer_in_full(patient, self.strict, &mut refusals);
        self.refusals = refusals;
        let refused = answer.is_none();
        if let Some(answer) = &answer {
            write(answer, pass, self.shape, &mut self.pen, &mut self.done.bytes)?;
        }
        if let Some(answer) = answer {
            self.session.take_back(answer);
        }
        if !self.refusals.is_empty() {
            let id = patient.id.clone();
            self.reject(row, id, refused, named);
        }
        Ok(!refused)
    }

    /// Writes the rows of a block that is full, or that is the last.
    fn end_block(&mut self, last: bool) -> Result<(), Stop> {
        let Some(blocks) = self.blocks.as_mut().filter(|blocks| last || blocks.block.is_full()) else {
            return Ok(());
        };
        let (answers, count) = blocks.block.end();
        for (row, (id, pass)) in blocks.people.drain(..).enumerate().take(count) {
            match &mut self.pen {
                Pen::Rows(out) => {
                    blocks.rows.write(answers, row, &id, &mut **out).map_err(Stop::new)?;
                    let cells = pass.iter().try_for_each(|cell| out.write_field(cell));
                    cells.and_then(|()| out.write_record(None::<&[u8]>)).map_err(Stop::new)?;
                }
                Pen::Columns(out) => blocks.rows.write(answers, row, &id, &mut **out).map_err(Stop::new)?,
                Pen::Documents { .. } => {}
            }
        }
        Ok(())
    }

    fn reject(&mut self, row: u64, id: Option<String>, person: bool, named: impl Fn(&str) -> Option<String>) {
        self.done.rejects.extend(self.refusals.drain(..).map(|mut refusal| {
            if let Some(name) = named(&refusal.field) {
                refusal.field = name.into();
            }
            Reject { row, id: id.clone(), refusal, person }
        }));
    }

    /// What came of the people so far; `pass` are the columns copied from the input where types are kept, in
    /// the rows that were answered.
    pub(super) fn finish(mut self, pass: Vec<ArrayRef>) -> Result<Rendered, Stop> {
        self.end_block(true)?;
        match self.pen {
            Pen::Rows(rows) => self.done.bytes = rows.into_inner().map_err(Stop::new)?,
            Pen::Columns(columns) => {
                let batch = columns.finish(pass).map_err(|error| Stop::typed("output", &error))?;
                self.done.batch = Some(batch);
            }
            Pen::Documents { .. } => {}
        }
        Ok(self.done)
    }
}

fn write<'c>(
    answer: &Answer<'_>,
    pass: impl IntoIterator<Item = &'c str>,
    shape: &Shape,
    pen: &mut Pen,
    bytes: &mut Vec<u8>,
) -> Result<(), Stop> {
    let pretty = match pen {
        Pen::Rows(rows) => return shape.table.write_record(answer, pass, rows).map_err(Stop::new),
        Pen::Columns(columns) => return shape.table.write(answer, &mut **columns).map_err(Stop::new),
        Pen::Documents { pretty } => *pretty,
    };
    let document = answer.to_document();
    let text =
        if pretty { osteon::json::to_string_pretty(&document) } else { osteon::json::to_string(&document) };
    if shape.format == Format::Json && !bytes.is_empty() {
        bytes.extend_from_slice(b",\n");
    }
    bytes.extend_from_slice(text.as_bytes());
    if shape.format == Format::Ndjson {
        bytes.push(b'\n');
    }
    Ok(())
}

/// The first 128 bits of SHA-256, in hexadecimal.
fn hashed(id: &str) -> String {
    Sha256::digest(id.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
