//! Columns of people.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_schema::{Field, FieldRef, Schema, SchemaRef};
use osteon::Engine;
use osteon::batch::{AnswerColumn, Columns, Holds, Reject, asked_for};
use osteon::document::Patient;
use osteon::error::{Code, Refusal};
use osteon_arrow::{Rows, check};
use osteon_table::Plan;
use pyo3::prelude::*;
use pyo3_arrow::input::AnyArray;

use crate::answers::{Answers, Part, Told};
use crate::asked;
use crate::lent::Lent;
use crate::reads::{Reads, no_column};
use crate::refusal::{one, raised};
use crate::run::{How, Of, document, run};
use crate::source::Source;
use crate::stream::Stream;

/// An engine made ready for columns.
#[pyclass(frozen, module = "osteon._osteon")]
pub(crate) struct Batch {
    engine: Engine,
    columns: Vec<AnswerColumn>,
}

/// Name, what it holds, its words, its section, what must be said beside it.
type Described = (String, &'static str, Vec<&'static str>, Option<&'static str>, Option<String>);

#[pymethods]
impl Batch {
    #[new]
    #[pyo3(signature = (options = "{}", references = "[]", outputs = None))]
    fn new(py: Python<'_>, options: &str, references: &str, outputs: Option<Vec<String>>) -> PyResult<Self> {
        let engine = asked::engine(options, references).map_err(|refusals| raised(py, &refusals, None))?;
        let (engine, columns) = asked_for(engine, outputs.as_deref()).map_err(|refusal| one(py, refusal))?;
        Ok(Self { engine, columns })
    }

    #[getter]
    fn columns(&self) -> Vec<Described> {
        let described = |column: &AnswerColumn| {
            let (holds, words) = match &column.holds {
                Holds::Codes(words) if *words == AnswerColumn::TRUTH => ("truth", words.clone()),
                Holds::Codes(words) => ("word", words.clone()),
                Holds::Sets(words) => ("set", words.clone()),
                _ => ("number", Vec::new()),
            };
            let section = column.section().map(|section| section.as_str());
            (column.name.clone(), holds, words, section, column.to_be_said())
        };
        self.columns.iter().map(described).collect()
    }

    #[pyo3(signature = (sources, rows, reads, threads = 1, strict = false, watch = None))]
    #[expect(clippy::too_many_arguments, reason = "each is a keyword in Python")]
    fn assess_sources(
        &self,
        py: Python<'_>,
        sources: Vec<Bound<'_, PyAny>>,
        rows: usize,
        reads: &Bound<'_, PyAny>,
        threads: usize,
        strict: bool,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Answers> {
        let sources = read_sources(py, &sources, rows)?;
        let reads = Reads::read(reads)?;
        let mut pass = Pass::new(py, self, How::new(threads, watch), strict || reads.is_documents())?;
        let answers = if let Reads::Columns(pairs) = &reads {
            let lent = Lent::of_sources(pairs, &sources).map_err(|refusal| one(py, refusal))?;
            pass.columns(py, &lent, rows)?
        } else {
            let batch = whole_batch(py, &sources, rows)?;
            pass.batch(py, &reads, &batch)?
        };
        Ok(pass.end(vec![Part { kept: Vec::new(), answers, rows }], Vec::new()))
    }

    #[expect(clippy::too_many_arguments, reason = "each is a keyword in Python")]
    #[pyo3(signature = (stream, reads, keep = Vec::new(), threads = 1, strict = false, watch = None))]
    fn assess_stream(
        &self,
        py: Python<'_>,
        stream: AnyArray,
        reads: &Bound<'_, PyAny>,
        keep: Vec<String>,
        threads: usize,
        strict: bool,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Answers> {
        let reads = Reads::read(reads)?;
        let mut stream = Stream::new(py, stream)?;
        let kept = keep.iter().map(|name| kept(&stream.schema, name)).collect::<Result<Vec<_>, _>>();
        let (kept, places): (Vec<FieldRef>, Vec<usize>) =
            kept.map_err(|refusal| one(py, refusal))?.into_iter().unzip();
        let mut pass = Pass::new(py, self, How::new(threads, watch), strict || reads.is_documents())?;
        let mut parts = Vec::new();
        while let Some(batch) = stream.next(py)? {
            let answers = pass.batch(py, &reads, &batch)?;
            let arrays = places.iter().filter_map(|&place| batch.columns().get(place).cloned());
            let kept = kept.iter().cloned().zip(arrays).collect();
            parts.push(Part { kept, answers, rows: batch.num_rows() });
        }
        if parts.is_empty() {
            // What is wrong with the columns is wrong without rows too.
            pass.batch(py, &reads, &RecordBatch::new_empty(Arc::clone(&stream.schema)))?;
        }
        Ok(pass.end(parts, kept))
    }
}

fn kept(schema: &SchemaRef, name: &str) -> Result<(FieldRef, usize), Refusal> {
    let known = || schema.fields().iter().map(|field| field.name().as_str()).collect::<Vec<_>>();
    let place = schema.index_of(name).map_err(|_| no_column(name, &known()))?;
    let field = schema.fields().get(place).ok_or_else(|| no_column(name, &known()))?;
    Ok((Arc::clone(field), place))
}

fn read_sources<'py>(
    py: Python<'py>,
    sources: &[Bound<'py, PyAny>],
    rows: usize,
) -> PyResult<Vec<Source<'py>>> {
    let sources: Vec<Source<'py>> = sources.iter().map(Source::read).collect::<PyResult<_>>()?;
    match sources.iter().find(|source| source.rows() != rows) {
        None => Ok(sources),
        Some(other) => {
            let limit = format!("{rows} rows, as the table has");
            Err(one(py, Refusal::new(Code::WrongType, other.name.clone(), other.rows(), limit)))
        }
    }
}

/// All of the columns as one batch.
fn whole_batch(py: Python<'_>, sources: &[Source<'_>], rows: usize) -> PyResult<RecordBatch> {
    let arrays: Vec<ArrayRef> = sources.iter().map(|source| source.arrow(0, rows)).collect();
    let fields: Vec<Field> =
        sources.iter().zip(&arrays).map(|(s, a)| Field::new(&s.name, a.data_type().clone(), true)).collect();
    let options = RecordBatchOptions::new().with_row_count(Some(rows));
    let batch = RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options);
    batch.map_err(|error| one(py, Refusal::new(Code::WrongType, "table", "", error.to_string())))
}

/// A plan of a table with a map.
fn plan(py: Python<'_>, map: &osteon_table::Map, schema: &SchemaRef) -> PyResult<Plan> {
    let names = schema.fields().iter().map(|field| field.name().as_str());
    let plan = Plan::of_map(map, names, false).map_err(|refusals| raised(py, &refusals, None))?;
    check(schema, &plan.reads()).map_err(|refusals| raised(py, &refusals, None))?;
    Ok(plan)
}

/// The column of documents.
fn documents(py: Python<'_>, name: &str, batch: &RecordBatch) -> PyResult<ArrayRef> {
    use arrow_schema::DataType;
    let schema = batch.schema_ref();
    let known: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    let column = batch.column_by_name(name).ok_or_else(|| one(py, no_column(name, &known)))?;
    match column.data_type() {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => Ok(Arc::clone(column)),
        DataType::Null => Ok(Arc::clone(column)),
        other => {
            let limit = "a column of documents is text";
            Err(one(py, Refusal::new(Code::WrongType, name.to_owned(), other.to_string(), limit)))
        }
    }
}

/// A pass over the batches of a table.
struct Pass<'b> {
    of: &'b Batch,
    batch: osteon::batch::Batch<'b>,
    how: How,
    told: Vec<Told>,
    always: String,
}

impl<'b> Pass<'b> {
    fn new(py: Python<'_>, of: &'b Batch, how: How, strict: bool) -> PyResult<Self> {
        let batch = osteon::batch::Batch::new(&of.engine, of.columns.clone());
        let batch = batch.map_err(|refusal| one(py, refusal))?.strict(strict);
        Ok(Self { of, batch, how, told: Vec::new(), always: String::new() })
    }

    fn run(
        &mut self,
        py: Python<'_>,
        of: Of<'_>,
        rows: usize,
        column_of: impl Fn(&str, usize) -> String,
    ) -> PyResult<osteon::batch::Answers> {
        let (answers, rejects) = run(py, &self.batch, of, rows, &self.how)?;
        let before = self.how.before;
        self.told.extend(rejects.into_iter().map(|reject| {
            let Reject { row, refusal, person } = reject;
            Told { row: before + row, column: column_of(&refusal.field, row), refusal, person }
        }));
        self.how.before += rows;
        Ok(answers)
    }

    fn columns(
        &mut self,
        py: Python<'_>,
        lent: &Lent<'_, '_>,
        rows: usize,
    ) -> PyResult<osteon::batch::Answers> {
        let words = lent.words();
        let columns: Columns<'_> = lent.columns(&words, rows).map_err(|refusal| one(py, refusal))?;
        self.run(py, Of::Columns(&columns), rows, |path, row| lent.column_of(path, row))
    }

    fn batch(
        &mut self,
        py: Python<'_>,
        reads: &Reads,
        batch: &RecordBatch,
    ) -> PyResult<osteon::batch::Answers> {
        let rows = batch.num_rows();
        match reads {
            Reads::Map(map) => {
                let plan = plan(py, map, batch.schema_ref())?;
                self.always = Reads::assumed(&plan);
                let table = Rows::of(batch, &plan.reads()).map_err(|refusals| raised(py, &refusals, None))?;
                let column_of =
                    |path: &str, row: usize| plan.column_of(path, &table.row(row)).unwrap_or(path).to_owned();
                self.run(py, Of::Table(&plan, &table), rows, column_of)
            }
            Reads::Documents(name) => {
                let column = documents(py, name, batch)?;
                self.run(py, Of::Documents(&column), rows, |path, _| path.to_owned())
            }
            Reads::Columns(pairs) => {
                let lent = Lent::of_batch(pairs, batch).map_err(|refusal| one(py, refusal))?;
                self.columns(py, &lent, rows)
            }
        }
    }

    fn end(self, parts: Vec<Part>, kept: Vec<FieldRef>) -> Answers {
        Answers::new(parts, kept, self.of.columns.clone(), self.told, self.always)
    }
}

/// Each row as a patient document in JSON.
#[pyfunction]
pub(crate) fn patients(
    py: Python<'_>,
    sources: Vec<Bound<'_, PyAny>>,
    rows: usize,
    reads: &Bound<'_, PyAny>,
) -> PyResult<Vec<String>> {
    let sources = read_sources(py, &sources, rows)?;
    let (reads, mut batch) = (Reads::read(reads)?, whole_batch(py, &sources, rows)?);
    if let Reads::Documents(name) = &reads {
        let column = documents(py, name, &batch)?;
        let one_of = |row| {
            let json = document(&column, row).unwrap_or_default();
            osteon::json::patient(json.as_bytes()).map_err(|refusal| raised(py, &[refusal], Some(row)))
        };
        return (0..rows).map(|row| Ok(osteon::json::to_string(&one_of(row)?))).collect();
    }
    let plan = match &reads {
        Reads::Map(map) => plan(py, map, batch.schema_ref())?,
        Reads::Columns(pairs) => {
            batch = renamed(py, &batch, pairs)?;
            let fields = pairs.iter().map(|(field, _)| field.as_str());
            let plan = Plan::of_header(fields, false).map_err(|refusals| raised(py, &refusals, None))?;
            check(batch.schema_ref(), &plan.reads()).map_err(|refusals| raised(py, &refusals, None))?;
            plan
        }
        Reads::Documents(_) => return Ok(Vec::new()),
    };
    let table = Rows::of(&batch, &plan.reads()).map_err(|refusals| raised(py, &refusals, None))?;
    let mut patient = Patient::default();
    let mut refusals = Vec::new();
    (0..rows)
        .map(|row| {
            plan.read(&table.row(row), &mut patient, &mut refusals);
            if refusals.is_empty() {
                Ok(osteon::json::to_string(&patient))
            } else {
                Err(raised(py, &refusals, Some(row)))
            }
        })
        .collect()
}

/// The columns of pairs, by their fields.
fn renamed(py: Python<'_>, batch: &RecordBatch, pairs: &[(String, String)]) -> PyResult<RecordBatch> {
    let schema = batch.schema_ref();
    let known: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    let column = |(field, name): &(String, String)| {
        let array = batch.column_by_name(name).ok_or_else(|| one(py, no_column(name, &known)))?;
        Ok((Field::new(field, array.data_type().clone(), true), Arc::clone(array)))
    };
    let (fields, arrays): (Vec<Field>, Vec<ArrayRef>) =
        pairs.iter().map(column).collect::<PyResult<Vec<_>>>()?.into_iter().unzip();
    let options = RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
    RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options)
        .map_err(|error| one(py, Refusal::new(Code::WrongType, "table", "", error.to_string())))
}
