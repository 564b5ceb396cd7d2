//! All rows on the threads of the current rayon pool: the same bits, however many there are.

use core::ops::ControlFlow;
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

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
        self.assess_parallel_watched(columns, out, rejects, &unwatched).map(|_| ())
    }

    /// The same, watched: `watch` is told by whichever thread has ended a block of rows how many are answered by now. A
    /// break stops every thread at its next block: the rows of a run that was stopped are answered or untouched, without
    /// an order, and nobody is told what was refused.
    ///
    /// Gives how many rows were answered: all of them, unless the run was stopped before.
    ///
    /// # Errors
    /// As of [`assess`](Self::assess).
    pub fn assess_parallel_watched(
        &self,
        columns: &Columns<'_>,
        out: Vec<Buffer<'_>>,
        rejects: &mut dyn FnMut(Reject),
        watch: &(dyn Fn(usize) -> ControlFlow<()> + Sync),
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
        watch: &(dyn Fn(usize) -> ControlFlow<()> + Sync),
    ) -> Result<usize, Refusal> {
        self.check(&out, rows)?;
        let part = rows.div_ceil(rayon::current_num_threads() * PARTS_A_THREAD);
        let part = part.next_multiple_of(BLOCK).max(BLOCK);
        let mut parts = Vec::new();
        for first in (0..rows).step_by(part) {
            let rows = first..rows.min(first + part);
            let own = take(&mut out, rows.len());
            parts.push((rows, own));
        }
        let (done, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
        let refused: Vec<Vec<Reject>> = parts
            .into_par_iter()
            .map(|(rows, own)| {
                let (mut refused, mut first) = (Vec::new(), rows.start);
                let (mut worker, mut people) = (Worker::new(&self.plan), people());
                let mut list = |reject| refused.push(reject);
                let mut look = |end: usize| {
                    let new = end - first;
                    first = end;
                    let now = done.fetch_add(new, Ordering::Relaxed) + new;
                    if stop.load(Ordering::Relaxed) || watch(now).is_break() {
                        stop.store(true, Ordering::Relaxed);
                        return ControlFlow::Break(());
                    }
                    ControlFlow::Continue(())
                };
                if !stop.load(Ordering::Relaxed) {
                    answer(&mut worker, &mut people, rows, own, &mut list, &mut look, 1);
                }
                refused
            })
            .collect();
        let done = done.into_inner();
        if done == rows {
            refused.into_iter().flatten().for_each(rejects);
        }
        Ok(done)
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
