//! All rows: block after block.

use core::ops::{ControlFlow, Range};

use crate::document::Patient;
use crate::engine::Engine;
use crate::error::{Code, Refusal};
use crate::rule::BLOCK;

use super::answer_column::AnswerColumn;
use super::answers::{Answers, Buffer};
use super::block::Worker;
use super::columns::Columns;
use super::person::{People, PeopleOf};
use super::plan::Plan;

/// A value that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// The row, from 0.
    pub row: usize,
    /// What was refused, and why.
    pub refusal: Refusal,
    /// Whether the whole row was refused; otherwise the value was taken as unknown.
    pub person: bool,
}

/// An engine made ready to answer columns: what is asked of each row is worked out once, for any number of batches
/// and threads.
#[derive(Debug)]
pub struct Batch<'e> {
    pub(super) plan: Plan<'e>,
    columns: Vec<AnswerColumn>,
}

/// Blocks between two looks of whoever watches: some thousand rows, a small part of a second.
const WATCHED_BLOCKS: usize = 16;

impl<'e> Batch<'e> {
    /// Makes it ready to answer these columns.
    ///
    /// # Errors
    /// A column of something that the engine is not asked for.
    pub fn new(engine: &'e Engine, columns: Vec<AnswerColumn>) -> Result<Self, Refusal> {
        Ok(Self { plan: Plan::new(engine, &columns.iter().collect::<Vec<_>>())?, columns })
    }

    /// The same batch, for which any value that is refused refuses its row.
    ///
    /// ```
    /// use osteon::batch::{AnswerColumn, Answers, Batch, Codes, Columns, Values};
    /// let engine = osteon::Engine::default();
    /// let asked = vec![AnswerColumn::named(&engine, "age_years")?];
    /// let mut people = Columns::new(1);
    /// people.push("sex", Values::Words(Codes::U8(&[0]), &["female"]), None)?;
    /// people.push("age_years", Values::from(&[70.0][..]), None)?;
    /// people.push("height_cm", Values::from(&[1.65][..]), None)?;
    /// for (strict, age) in [(false, Some(70.0)), (true, None)] {
    ///     let mut answers = Answers::new(asked.clone(), 1);
    ///     let batch = Batch::new(&engine, asked.clone())?.strict(strict);
    ///     batch.assess(&people, answers.only_buffers(), &mut |reject| assert_eq!(reject.person, strict))?;
    ///     assert_eq!(answers.column("age_years").unwrap().number(0), age);
    /// }
    /// # Ok::<(), osteon::error::Refusal>(())
    /// ```
    #[must_use]
    pub const fn strict(mut self, strict: bool) -> Self {
        self.plan.strict = strict;
        self
    }

    /// The columns that it answers.
    #[must_use]
    pub fn columns(&self) -> &[AnswerColumn] {
        &self.columns
    }

    /// Answers every row of the columns, a buffer for each of [`columns`](Self::columns) in their order. See
    /// [`assess_columns`].
    ///
    /// # Errors
    /// None for sex or age; a buffer of another kind or length than its column.
    pub fn assess(
        &self,
        columns: &Columns<'_>,
        out: Vec<Buffer<'_>>,
        rejects: &mut dyn FnMut(Reject),
    ) -> Result<(), Refusal> {
        self.assess_watched(columns, out, rejects, &mut unwatched).map(|_| ())
    }

    /// The same as [`assess`](Self::assess), watched: `watch` is told how many rows are answered by now, every few
    /// thousand rows and after the last, on the calling thread. A break stops the run: rows beyond keep what their
    /// buffers held, and nothing of them is told to `rejects`.
    ///
    /// Gives how many rows were answered: all of them, unless the run was stopped before.
    ///
    /// # Errors
    /// As of [`assess`](Self::assess).
    ///
    /// ```
    /// use core::ops::ControlFlow;
    /// use osteon::batch::{AnswerColumn, Answers, Batch, Codes, Columns, Values};
    /// let engine = osteon::Engine::default();
    /// let (ages, sexes) = (vec![70.0; 20_000], vec![0; 20_000]);
    /// let mut people = Columns::new(ages.len());
    /// people.push("sex", Values::Words(Codes::U8(&sexes), &["female"]), None)?;
    /// people.push("age_years", Values::from(&ages[..]), None)?;
    ///
    /// let diagnosis = AnswerColumn::named(&engine, "diagnosis")?;
    /// let batch = Batch::new(&engine, vec![diagnosis.clone()])?;
    /// let mut answers = Answers::new(vec![diagnosis], people.rows());
    /// let mut until = |rows| if rows < 10_000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
    /// let answered = batch.assess_watched(&people, answers.only_buffers(), &mut |_| {}, &mut until)?;
    /// assert!((10_000..20_000).contains(&answered));
    /// # Ok::<(), osteon::error::Refusal>(())
    /// ```
    pub fn assess_watched(
        &self,
        columns: &Columns<'_>,
        out: Vec<Buffer<'_>>,
        rejects: &mut dyn FnMut(Reject),
        watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<usize, Refusal> {
        columns.check()?;
        self.assess_people_watched(&mut PeopleOf::new(columns), columns.rows(), out, rejects, watch)
    }

    /// The same of people who are stored otherwise: `rows` of them.
    ///
    /// # Errors
    /// A buffer of another kind or length than its column.
    pub fn assess_people(
        &self,
        people: &mut dyn People,
        rows: usize,
        out: Vec<Buffer<'_>>,
        rejects: &mut dyn FnMut(Reject),
    ) -> Result<(), Refusal> {
        self.assess_people_watched(people, rows, out, rejects, &mut unwatched).map(|_| ())
    }

    /// The same, watched as [`assess_watched`](Self::assess_watched) is.
    ///
    /// # Errors
    /// As of [`assess_people`](Self::assess_people).
    pub fn assess_people_watched(
        &self,
        people: &mut dyn People,
        rows: usize,
        out: Vec<Buffer<'_>>,
        rejects: &mut dyn FnMut(Reject),
        watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<usize, Refusal> {
        self.check(&out, rows)?;
        Ok(answer(&mut Worker::new(&self.plan), people, 0..rows, out, rejects, watch, WATCHED_BLOCKS))
    }

    /// A block of people who come one after another.
    #[must_use]
    pub fn block(&self) -> Block<'_, 'e> {
        let answers = Answers::new(self.columns.clone(), BLOCK);
        Block { worker: Worker::new(&self.plan), answers, rows: 0 }
    }

    pub(super) fn check(&self, out: &[Buffer<'_>], rows: usize) -> Result<(), Refusal> {
        if out.len() != self.columns.len() {
            let limit = format!("{} buffers, one for each column", self.columns.len());
            return Err(Refusal::new(Code::WrongType, "out", out.len(), limit));
        }
        match self.columns.iter().zip(out).find(|(column, buffer)| !buffer.fits(column, rows)) {
            None => Ok(()),
            Some((column, _)) => {
                let limit = format!("a buffer of {rows} rows for what the column holds");
                Err(Refusal::new(Code::WrongType, column.name.clone(), "", limit))
            }
        }
    }
}

/// What became of a person who was pushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Pushed {
    /// Has the next row.
    Answered,
    /// Is refused, and has no row.
    Refused,
    /// The block is full: end it, and push the person again.
    NoRoom,
}

/// A block of people who come one after another, as the rows of a file do; what rules say is said when the block is
/// ended.
pub struct Block<'b, 'e> {
    worker: Worker<'b, 'e>,
    answers: Answers,
    rows: usize,
}

impl Block<'_, '_> {
    /// Whether it has no more room.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.rows >= BLOCK
    }

    /// Adds a person. One who is refused, with `strict` by any refusal, is in no row.
    ///
    /// What is refused is appended to `refusals`, which may hold what was refused while the person was read.
    pub fn push(&mut self, patient: &mut Patient, strict: bool, refusals: &mut Vec<Refusal>) -> Pushed {
        if self.is_full() {
            return Pushed::NoRoom;
        }
        if strict && !refusals.is_empty() || refusals.iter().any(Refusal::refuses_row) {
            return Pushed::Refused;
        }
        let mut out = self.answers.only_buffers();
        let answered = self.worker.person(self.rows, patient, strict, refusals, &mut out);
        self.rows += usize::from(answered);
        if answered { Pushed::Answered } else { Pushed::Refused }
    }

    /// Ends the block: the answers, and how many of their rows there are. The next person begins a new one.
    pub fn end(&mut self) -> (&Answers, usize) {
        let rows = core::mem::take(&mut self.rows);
        self.worker.end(rows, &mut self.answers.only_buffers());
        (&self.answers, rows)
    }
}

/// Answers every row of the columns into buffers of the caller, in one pass over blocks that stay in the cache.
///
/// The answers are those of one person at a time, to the last bit. Nothing stops the batch: a row that is refused
/// has nothing in any column and says why in `refused`; a value that is refused is unknown. Each is told to
/// `rejects`, in the order of the rows. A row allocates nothing, but where it has lists or text of its own
/// (treatments, results of laboratories, several fractures), where something is refused, for the tables of the DVO
/// guideline, and for what is missing where a guideline leaves something open.
///
/// # Errors
/// Columns that cannot be answered at all: none for sex or age, an answer that the engine is not asked for, a buffer
/// of another kind or length than its column.
///
/// ```
/// use osteon::batch::{AnswerColumn, Answers, Bits, Codes, Columns, Values, assess_columns};
/// let engine = osteon::Engine::default();
/// let (ages, necks) = ([67.0, 71.0, 66.0], [0.558, 0.712, f64::NAN]);
/// let mut people = Columns::new(3);
/// people.push("sex", Values::Words(Codes::U8(&[0, 0, 1]), &["female", "male"]), None)?;
/// people.push("age_years", Values::from(&ages[..]), None)?;
/// people.push("manufacturer", Values::Words(Codes::U8(&[0, 0, 0]), &["hologic"]), None)?;
/// people.push("bmd_femoral_neck", Values::from(&necks[..]), Bits::new(&[0b011], 0, 3))?;
///
/// let mut answers = Answers::new(AnswerColumn::all(engine.setup()), people.rows());
/// assess_columns(&engine, &people, &mut answers.buffers(), &mut |_| {})?;
/// let t = answers.column("t_femoral_neck").unwrap();
/// assert!((t.number(0).unwrap() + 2.5).abs() < 1e-12);
/// assert_eq!(t.number(2), None);
/// assert_eq!(answers.column("diagnosis").unwrap().word(0), Some("osteoporosis"));
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn assess_columns(
    engine: &Engine,
    columns: &Columns<'_>,
    out: &mut [(&AnswerColumn, Buffer<'_>)],
    rejects: &mut dyn FnMut(Reject),
) -> Result<(), Refusal> {
    columns.check()?;
    let (batch, out) = once(engine, out)?;
    batch.assess(columns, out, rejects)
}

/// A batch of these columns, and their buffers.
pub(super) fn once<'e, 'o>(
    engine: &'e Engine,
    out: &'o mut [(&AnswerColumn, Buffer<'_>)],
) -> Result<(Batch<'e>, Vec<Buffer<'o>>), Refusal> {
    let columns = out.iter().map(|(column, _)| (*column).clone()).collect();
    Ok((Batch::new(engine, columns)?, out.iter_mut().map(|(_, buffer)| buffer.reborrow()).collect()))
}

/// The watch of a run that nobody watches.
pub(super) fn unwatched(_: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Answers some rows, block after block, until the watch breaks, which looks after so many blocks and at the end; the
/// buffers are of these rows alone. Gives the row after the last that was answered.
pub(super) fn answer(
    worker: &mut Worker<'_, '_>,
    people: &mut dyn People,
    rows: Range<usize>,
    mut out: Vec<Buffer<'_>>,
    rejects: &mut dyn FnMut(Reject),
    watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
    blocks_between: usize,
) -> usize {
    for (number, first) in rows.clone().step_by(BLOCK).enumerate() {
        let block = first..rows.end.min(first + BLOCK);
        let (mut own, done) = (take(&mut out, block.len()), block.end);
        worker.answer(people, block, &mut own, rejects);
        let looks = done == rows.end || (number + 1).is_multiple_of(blocks_between);
        if looks && watch(done).is_break() {
            return done;
        }
    }
    rows.end
}

/// Takes the first rows off every buffer.
pub(super) fn take<'o>(rest: &mut Vec<Buffer<'o>>, rows: usize) -> Vec<Buffer<'o>> {
    let mut more = Vec::with_capacity(rest.len());
    let mut own = Vec::with_capacity(rest.len());
    for buffer in rest.drain(..) {
        let (first, others) = buffer.split(rows);
        own.push(first);
        more.push(others);
    }
    *rest = more;
    own
}
