//! One pass over the rows.

use core::ffi::c_void;
use core::ops::ControlFlow;

use osteon::batch::{AnswerColumn, Batch, Reject};

use super::answers::osteon_answer_column;
use super::input::{self, osteon_column};
use crate::abi::{
    Failure, FromCaller, Outcome, Sized_, guard, in_array, in_struct, osteon_error, osteon_status,
    osteon_text, osteon_truth, out_value, reference, up_to,
};
use crate::engine::osteon_engine;

/// A value that was refused. It is the caller's for the time of the callback.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_reject {
    /// sizeof(osteon_reject), as this library has it.
    pub size: u32,
    /// The number of the refusal, as of osteon_error.
    pub code: u32,
    /// The row, from 0.
    pub row: usize,
    /// OSTEON_TRUTH_YES: the whole row is refused; OSTEON_TRUTH_NO: the value was taken as unknown.
    pub row_refused: osteon_truth,
    /// Zero.
    pub reserved: u32,
    /// The field.
    pub field: osteon_text,
    /// Its value, as stored.
    pub value: osteon_text,
    /// Its limit.
    pub limit: osteon_text,
    /// All of it in a sentence.
    pub message: osteon_text,
}

/// Told every few thousand rows how many are done: 0 goes on, anything else stops. It must return; nothing may be thrown
/// or jumped over it.
pub type osteon_progress_callback =
    Option<unsafe extern "C" fn(user: *mut c_void, rows_done: usize, rows: usize) -> i32>;

/// Told each value that is refused, in the order of the rows. It must return; nothing may be thrown or jumped over it.
pub type osteon_reject_callback =
    Option<unsafe extern "C" fn(user: *mut c_void, reject: *const osteon_reject)>;

/// How a pass over rows is watched. Callbacks are called on the thread of the call.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_run {
    /// sizeof(osteon_run).
    pub size: u32,
    /// Zero.
    pub reserved: u32,
    /// Handed to the callbacks.
    pub user: *mut c_void,
    /// Progress; NULL: none.
    pub progress: osteon_progress_callback,
    /// Refusals; NULL: none. The column `refused` tells refused rows too.
    pub reject: osteon_reject_callback,
}

// SAFETY: integers, pointers and functions that may be NULL: a caller's non-zero value is a function by its promise.
unsafe impl Sized_ for osteon_run {
    const FIRST: usize = up_to!(osteon_run, reject);
}
// SAFETY: as above.
unsafe impl FromCaller for osteon_run {
    fn reserved(&self) -> u32 {
        self.reserved
    }
}

/// Answers `rows` people, a row a person, a column a field, into buffers of the caller: the answers of one person at a
/// time, to the last bit. Nothing is copied, no thread is started: rows are independent, and any thread may answer a part
/// of them. A part begins at a multiple of 8 rows, and ends at one or at the last row: the validity of answers begins at
/// the first bit of a byte, and a byte belongs to one thread. `rows_done` (may be NULL) is how many rows have their
/// answer. Where there are no rows every pointer of a column may be NULL.
///
/// A row that is refused has nothing in any column, and why in the column `refused`; a single value that is refused is
/// unknown. Beside the `_category`, `_recommendation`, `_also` or `_tier` of a guideline there must be its `_status`,
/// `_missing` and `_verified`, every `safety_` and `course_comes_first`: otherwise OSTEON_STATUS_INCOMPLETE. Where
/// `progress` stops it: OSTEON_STATUS_CANCELLED, and rows beyond `rows_done` are untouched; a stop after the last row
/// stops nothing, and is OSTEON_STATUS_OK.
///
/// Refused: no column for sex or for age, a column that does not exist or is there twice, storage that it cannot have.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assess_columns(
    engine: *const osteon_engine,
    columns: *const osteon_column,
    column_count: usize,
    rows: usize,
    answers: *const osteon_answer_column,
    answer_count: usize,
    run: *const osteon_run,
    rows_done: *mut usize,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            if !rows_done.is_null() {
                out_value(rows_done, 0, "rows_done")?;
            }
            let engine = reference(engine, "engine")?;
            let run = if run.is_null() { None } else { Some(in_struct(run, "run")?) };
            let columns = in_array(columns, column_count, "columns")?;
            let answers = in_array(answers, answer_count, "answers")?;
            let done = assess(engine, &columns, rows, &answers, run)?;
            if !rows_done.is_null() {
                out_value(rows_done, done, "rows_done")?;
            }
            if done < rows {
                Err(Failure::of(osteon_status::Cancelled, "stopped by the caller"))
            } else {
                Ok(())
            }
        })
    }
}

/// # Safety
/// Pointers in the structures are what they say, for `rows` rows.
unsafe fn assess(
    engine: &osteon_engine,
    columns: &[osteon_column],
    rows: usize,
    answers: &[osteon_answer_column],
    run: Option<osteon_run>,
) -> Outcome<usize> {
    // SAFETY: the caller's promise.
    let words = unsafe { input::words(columns) }?;
    // SAFETY: the caller's promise.
    let people = unsafe { input::read(columns, &words, rows) }?;
    let (mut asked, mut buffers) = (Vec::with_capacity(answers.len()), Vec::with_capacity(answers.len()));
    for answer in answers {
        // SAFETY: the caller's promise.
        let name = unsafe { answer.name.needed("name of a column of answers") }?;
        let known = engine.columns.iter().find(|known| known.column.name == name);
        let column = match known {
            Some(known) => known.column.clone(),
            None => AnswerColumn::named(&engine.engine, name)?,
        };
        // SAFETY: the caller's promise.
        buffers.push(unsafe { answer.buffer(&column, rows) }?);
        asked.push(column);
    }
    AnswerColumn::check_together(&asked)
        .map_err(|refusal| Failure { status: osteon_status::Incomplete, ..Failure::from(refusal) })?;
    let batch = Batch::new(&engine.engine, asked)?;
    let mut watch = |done: usize| match run.and_then(|run| run.progress.map(|tell| (run.user, tell))) {
        // SAFETY: the caller's function, called as the header says.
        Some((user, tell)) if unsafe { tell(user, done, rows) } != 0 => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    };
    let mut rejects = |reject: Reject| {
        if let Some((user, tell)) = run.and_then(|run| run.reject.map(|tell| (run.user, tell))) {
            // SAFETY: the caller's function, called as the header says.
            unsafe { told(&reject, |told| tell(user, told)) };
        }
    };
    Ok(batch.assess_watched(&people, buffers, &mut rejects, &mut watch)?)
}

fn told(reject: &Reject, tell: impl FnOnce(*const osteon_reject)) {
    let Reject { row, refusal, person } = reject;
    let message = refusal.to_string();
    tell(&osteon_reject {
        size: size_of::<osteon_reject>() as u32,
        code: refusal.code.number().into(),
        row: *row,
        row_refused: (*person).into(),
        reserved: 0,
        field: (&*refusal.field).into(),
        value: (&*refusal.value).into(),
        limit: (&*refusal.limit).into(),
        message: message.as_str().into(),
    });
}
