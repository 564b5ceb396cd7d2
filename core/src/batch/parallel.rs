//! All rows on the threads of the current rayon pool: the same bits, however many there are.

use core::ops::{ControlFlow, Range};

use rayon::prelude::*;

use crate::engine::Engine;
use crate::error::Refusal;
use crate::rule::BLOCK;

use super::answer_column::AnswerColumn;
use super::answers::Buffer;
use super::assess::{Batch, Reject, answer, once, take, unwatched};
use super::block::Worker;
use super::columns::Columns;
use super::person::{People, PeopleOf};

/// Parts that a thread has at least, so that none waits long for the last.
const PARTS_A_THREAD: usize = 8;

/// Blocks of a part between two looks of whoever watches: with every column asked for, about a second's work of each
/// thread.
const BLOCKS_A_PART: usize = 4;

impl Batch<'_> {
    /// The same as [`assess`](Self::assess) on the threads of the current rayon pool: the same bits, however many
    /// there are.
    ///
    /// # Errors
    /// As of [`assess`](Self::assess).
    pub fn assess_parallel(
        &self,
        columns: &Columns<'_>,
        out: Vec<Buffer<'_>>,
        rejects: &mut dyn FnMut(Reject),
    ) -> Result<(), Refusal> {
        columns.check()?;
        self.check(&out, columns.rows())?;
        self.answer_parallel(&|| PeopleOf::new(columns), 0..columns.rows(), out, rejects);
        Ok(())
    }

    /// The same as [`assess_watched`](Self::assess_watched) on the threads of the current rayon pool. The watch is
    /// called on the calling thread, between waves of rows that keep every thread busy: the more threads there are, the
    /// more rows lie between two looks.
    ///
    /// # Errors
    /// As of [`assess`](Self::assess).
    pub fn assess_parallel_watched(
        &self,
        columns: &Columns<'_>,
        out: Vec<Buffer<'_>>,
        rejects: &mut dyn FnMut(Reject),
        watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<usize, Refusal> {
        columns.check()?;
        self.assess_people_parallel_watched(&|| PeopleOf::new(columns), columns.rows(), out, rejects, watch)
    }

    /// The same of people who are stored otherwise: `people` makes what reads them, once for each part of the rows.
    ///
    /// # Errors
    /// As of [`assess_people`](Self::assess_people).
    pub fn assess_people_parallel_watched<P: People>(
        &self,
        people: &(impl Fn() -> P + Sync),
        rows: usize,
        mut out: Vec<Buffer<'_>>,
        rejects: &mut dyn FnMut(Reject),
        watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<usize, Refusal> {
        self.check(&out, rows)?;
        let wave = BLOCKS_A_PART * BLOCK * PARTS_A_THREAD * rayon::current_num_threads();
        for first in (0..rows).step_by(wave) {
            let part = first..rows.min(first + wave);
            let (own, done) = (take(&mut out, part.len()), part.end);
            self.answer_parallel(people, part, own, rejects);
            if watch(done).is_break() {
                return Ok(done);
            }
        }
        Ok(rows)
    }

    /// Answers some rows; the buffers are of these rows alone.
    fn answer_parallel<P: People>(
        &self,
        people: &(impl Fn() -> P + Sync),
        rows: Range<usize>,
        mut out: Vec<Buffer<'_>>,
        rejects: &mut dyn FnMut(Reject),
    ) {
        let part = rows.len().div_ceil(rayon::current_num_threads() * PARTS_A_THREAD);
        let part = part.next_multiple_of(BLOCK).max(BLOCK);
        let mut parts = Vec::new();
        for first in rows.clone().step_by(part) {
            let rows = first..rows.end.min(first + part);
            let own = take(&mut out, rows.len());
            parts.push((rows, own));
        }
        let refused: Vec<Vec<Reject>> = parts
            .into_par_iter()
            .map(|(rows, own)| {
                let mut refused = Vec::new();
                let (mut worker, mut people) = (Worker::new(&self.plan), people());
                let mut list = |reject| refused.push(reject);
                answer(&mut worker, &mut people, rows, own, &mut list, &mut unwatched);
                refused
            })
            .collect();
        refused.into_iter().flatten().for_each(rejects);
    }
}

/// The same as [`assess_columns`](super::assess_columns) on the threads of the current rayon pool: the same bits,
/// however many there are.
///
/// # Errors
/// As of [`assess_columns`](super::assess_columns).
pub fn assess_columns_parallel(
    engine: &Engine,
    columns: &Columns<'_>,
    out: &mut [(&AnswerColumn, Buffer<'_>)],
    rejects: &mut dyn FnMut(Reject),
) -> Result<(), Refusal> {
    columns.check()?;
    let (batch, out) = once(engine, out)?;
    batch.assess_parallel(columns, out, rejects)
}
