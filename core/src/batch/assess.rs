//! All rows: block after block, on one thread or several.

use crate::engine::Engine;
use crate::error::{Code, Refusal};
use crate::rule::BLOCK;

use super::answer_column::AnswerColumn;
use super::answers::Buffer;
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

/// Answers every row of the columns into buffers of the caller, in one pass over blocks that stay in the cache.
///
/// The answers are those of one person at a time, to the last bit. Nothing stops the batch: a row that is refused
/// has nothing in any column and says why in `refused`; a value that is refused is unknown. Each is told to
/// `rejects`, in the order of the rows. Nothing is allocated for a row that has no refusal.
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
    assess_people(engine, &mut PeopleOf::new(columns), columns.rows(), out, rejects)
}

/// The same of people who are stored otherwise: `rows` of them.
///
/// # Errors
/// An answer that the engine is not asked for, a buffer of another kind or length than its column.
pub fn assess_people(
    engine: &Engine,
    people: &mut dyn People,
    rows: usize,
    out: &mut [(&AnswerColumn, Buffer<'_>)],
    rejects: &mut dyn FnMut(Reject),
) -> Result<(), Refusal> {
    let plan = checked(engine, rows, out)?;
    let mut worker = Worker::new(&plan);
    let mut rest: Vec<Buffer<'_>> = out.iter_mut().map(|(_, buffer)| buffer.reborrow()).collect();
    answer(&mut worker, people, 0..rows, &mut rest, rejects);
    Ok(())
}

/// The same on the threads of the current rayon pool: the same bits, however many there are.
///
/// # Errors
/// As of [`assess_columns`].
#[cfg(feature = "parallel")]
pub fn assess_columns_parallel(
    engine: &Engine,
    columns: &Columns<'_>,
    out: &mut [(&AnswerColumn, Buffer<'_>)],
    rejects: &mut dyn FnMut(Reject),
) -> Result<(), Refusal> {
    use rayon::prelude::*;

    /// Parts that a thread has at least, so that none waits long for the last.
    const PARTS_A_THREAD: usize = 8;

    columns.check()?;
    let plan = checked(engine, columns.rows(), out)?;
    let part = columns.rows().div_ceil(rayon::current_num_threads() * PARTS_A_THREAD);
    let part = part.next_multiple_of(BLOCK).max(BLOCK);
    let mut rest: Vec<Buffer<'_>> = out.iter_mut().map(|(_, buffer)| buffer.reborrow()).collect();
    let mut parts = Vec::new();
    for first in (0..columns.rows()).step_by(part) {
        let rows = first..columns.rows().min(first + part);
        let own = take(&mut rest, rows.len());
        parts.push((rows, own));
    }
    let refused: Vec<Vec<Reject>> = parts
        .into_par_iter()
        .map(|(rows, mut own)| {
            let mut refused = Vec::new();
            let mut worker = Worker::new(&plan);
            answer(&mut worker, &mut PeopleOf::new(columns), rows, &mut own, &mut |reject| {
                refused.push(reject)
            });
            refused
        })
        .collect();
    refused.into_iter().flatten().for_each(rejects);
    Ok(())
}

/// Answers some rows, block after block; the buffers are of these rows alone.
fn answer(
    worker: &mut Worker<'_, '_>,
    people: &mut dyn People,
    rows: core::ops::Range<usize>,
    rest: &mut Vec<Buffer<'_>>,
    rejects: &mut dyn FnMut(Reject),
) {
    for first in rows.clone().step_by(BLOCK) {
        let block = first..rows.end.min(first + BLOCK);
        let mut own = take(rest, block.len());
        worker.answer(people, block, &mut own, rejects);
    }
}

/// Takes the first rows off every buffer.
fn take<'o>(rest: &mut Vec<Buffer<'o>>, rows: usize) -> Vec<Buffer<'o>> {
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

fn checked<'e>(
    engine: &'e Engine,
    rows: usize,
    out: &[(&AnswerColumn, Buffer<'_>)],
) -> Result<Plan<'e>, Refusal> {
    if let Some((column, _)) = out.iter().find(|(column, buffer)| !buffer.fits(column, rows)) {
        let limit = format!("a buffer of {rows} rows for what the column holds");
        return Err(Refusal::new(Code::WrongType, column.name.clone(), "", limit));
    }
    let asked: Vec<&AnswerColumn> = out.iter().map(|(column, _)| *column).collect();
    Plan::new(engine, &asked)
}
