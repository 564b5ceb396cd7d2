//! One pass over rows, off the interpreter's lock: watched, and stopped by Ctrl-C.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use arrow_array::ArrayRef;
use arrow_array::cast::AsArray as _;
use arrow_schema::DataType;
use osteon::batch::{Answers, Batch, Columns, People, Reject};
use osteon::document::Patient;
use osteon::error::{Code, Refusal};
use osteon_arrow::Rows;
use osteon_table::Plan;
use pyo3::exceptions::{PyMemoryError, PyRuntimeError};
use pyo3::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::refusal::one;

/// Fewer rows are answered before anybody could look.
const FEW: usize = 2048;
/// Between two looks at signals and at whoever watches.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// How a pass is made.
pub(crate) struct How {
    threads: usize,
    /// The threads, when they are first needed.
    pool: OnceLock<ThreadPool>,
    /// Told how many rows are done; what it raises stops the pass.
    pub(crate) watch: Option<Py<PyAny>>,
    /// Rows that were done before.
    pub(crate) before: usize,
}

impl How {
    pub(crate) fn new(threads: usize, watch: Option<Py<PyAny>>) -> Self {
        Self { threads, pool: OnceLock::new(), watch, before: 0 }
    }

    fn pool(&self) -> PyResult<&ThreadPool> {
        if self.pool.get().is_none() {
            let pool = ThreadPoolBuilder::new().num_threads(self.threads.max(1)).build();
            let pool = pool.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
            // Nobody else has this pass.
            let _ = self.pool.set(pool);
        }
        self.pool.get().ok_or_else(|| PyRuntimeError::new_err("no threads"))
    }
}

/// Whose rows.
#[derive(Clone, Copy)]
pub(crate) enum Of<'a> {
    /// Of columns.
    Columns(&'a Columns<'a>),
    /// Of a table with a map.
    Table(&'a Plan, &'a Rows),
    /// Of documents in JSON.
    Documents(&'a ArrayRef),
}

struct OfTable<'a>(&'a Plan, &'a Rows);

impl People for OfTable<'_> {
    fn read(&mut self, row: usize, patient: &mut Patient, refusals: &mut Vec<Refusal>) {
        self.0.read(&self.1.row(row), patient, refusals);
    }
}

struct OfDocuments<'a>(&'a ArrayRef);

impl People for OfDocuments<'_> {
    fn read(&mut self, row: usize, patient: &mut Patient, refusals: &mut Vec<Refusal>) {
        let read = match document(self.0, row) {
            Some(json) => osteon::json::patient(json.as_bytes()),
            None => Err(Refusal::new(Code::Missing, "document", "", "a patient document in JSON")),
        };
        *patient = read.unwrap_or_else(|refusal| {
            refusals.push(refusal);
            Patient::default()
        });
    }
}

/// The document of a row.
pub(crate) fn document(documents: &ArrayRef, row: usize) -> Option<&str> {
    if documents.is_null(row) {
        return None;
    }
    match documents.data_type() {
        DataType::Utf8 => Some(documents.as_string::<i32>().value(row)),
        DataType::LargeUtf8 => Some(documents.as_string::<i64>().value(row)),
        DataType::Utf8View => Some(documents.as_string_view().value(row)),
        _ => None,
    }
}

impl Of<'_> {
    fn assess(
        self,
        batch: &Batch<'_>,
        answers: &mut Answers,
        rows: usize,
        parallel: bool,
        watch: &(dyn Fn(usize) -> ControlFlow<()> + Sync),
    ) -> Result<Vec<Reject>, Refusal> {
        let mut rejects = Vec::new();
        let told = &mut |reject| rejects.push(reject);
        let out = answers.only_buffers();
        let look = &mut |rows| watch(rows);
        match self {
            Self::Columns(columns) if parallel => batch.assess_parallel_watched(columns, out, told, watch),
            Self::Columns(columns) => batch.assess_watched(columns, out, told, look),
            Self::Table(plan, table) if parallel => {
                batch.assess_people_parallel_watched(&|| OfTable(plan, table), rows, out, told, watch)
            }
            Self::Table(plan, table) => {
                batch.assess_people_watched(&mut OfTable(plan, table), rows, out, told, look)
            }
            Self::Documents(column) if parallel => {
                batch.assess_people_parallel_watched(&|| OfDocuments(column), rows, out, told, watch)
            }
            Self::Documents(column) => {
                batch.assess_people_watched(&mut OfDocuments(column), rows, out, told, look)
            }
        }?;
        Ok(rejects)
    }
}

/// Answers every row: the answers, and what was refused.
pub(crate) fn run(
    py: Python<'_>,
    batch: &Batch<'_>,
    of: Of<'_>,
    rows: usize,
    how: &How,
) -> PyResult<(Answers, Vec<Reject>)> {
    if let Of::Columns(columns) = of {
        columns.check().map_err(|refusal| one(py, refusal))?;
    }
    let room = py.detach(|| Answers::try_new(batch.columns().to_vec(), rows));
    let mut answers = room.map_err(|_| {
        let columns = batch.columns().len();
        PyMemoryError::new_err(format!("no room for {columns} columns of answers of {rows} rows"))
    })?;
    let rejects = if rows <= FEW {
        let unwatched = &|_| ControlFlow::Continue(());
        py.detach(|| caught(|| Ok(of.assess(batch, &mut answers, rows, false, unwatched))))
    } else {
        py.detach(|| watched(batch, of, &mut answers, rows, how))
    };
    let rejects = rejects?.map_err(|refusal| one(py, refusal))?;
    if let Some(watch) = &how.watch {
        watch.call1(py, (how.before + rows,))?;
    }
    Ok((answers, rejects))
}

/// A panic is a defect of the engine, and is told as an error that programs catch.
fn caught<T>(work: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(defect()))
}

fn defect() -> PyErr {
    PyRuntimeError::new_err("a defect of the engine: it panicked")
}

/// The rows are answered on other threads, so that this one can look at signals, which Python only tells its first.
fn watched(
    batch: &Batch<'_>,
    of: Of<'_>,
    answers: &mut Answers,
    rows: usize,
    how: &How,
) -> PyResult<Result<Vec<Reject>, Refusal>> {
    let pool = how.pool()?;
    let (done, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (ended, end) = channel::<()>();
    let look = &|rows| {
        done.fetch_max(rows, Ordering::Relaxed);
        if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let work = || {
        // Dropped at the end, whatever the end.
        let _ended = ended;
        // Of one thread too, since threads of a pool look at every block whether to stop.
        caught(|| Ok(pool.install(|| of.assess(batch, answers, rows, true, look))))
    };
    std::thread::scope(|scope| {
        let worker = std::thread::Builder::new().spawn_scoped(scope, work);
        let worker = worker.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        let mut raised = None;
        while matches!(end.recv_timeout(BETWEEN_LOOKS), Err(RecvTimeoutError::Timeout)) {
            if raised.is_none() {
                raised = Python::attach(|py| how.looks(py, done.load(Ordering::Relaxed))).err();
                stop.store(raised.is_some(), Ordering::Relaxed);
            }
        }
        let said = worker.join().map_err(|_| defect())?;
        raised.map_or(said, Err)
    })
}

impl How {
    fn looks(&self, py: Python<'_>, done: usize) -> PyResult<()> {
        py.check_signals()?;
        match &self.watch {
            Some(watch) => watch.call1(py, (self.before + done,)).map(drop),
            None => Ok(()),
        }
    }
}
