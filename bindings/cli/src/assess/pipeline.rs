//! Batches through some threads, in order.
//!
//! Batch `i` goes to worker `i mod n` and comes back from it, so that the order of the output is that
//! of the input whatever the threads, and no more than a few batches are in memory.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use crate::stop::Stop;

/// Batches that may wait for one worker.
const QUEUED: usize = 2;

/// The way to a worker, and the way back: the batch, to be filled again, and what came of it.
type Worker<B, R> = (SyncSender<B>, Receiver<(B, R)>);

/// Fills batches, works on them in `threads` threads, and drains what came of them in order.
///
/// `fill` says whether it put anything in; `work` may not fail.
pub(super) fn run<B: Default + Send, R: Send>(
    threads: usize,
    mut fill: impl FnMut(&mut B) -> Result<bool, Stop>,
    work: impl Fn(&mut B) -> R + Sync,
    mut drain: impl FnMut(R) -> Result<(), Stop>,
) -> Result<(), Stop> {
    // Small inputs are done before a thread would have started.
    let mut first = B::default();
    let mut more = fill(&mut first)?;
    if !more {
        return Ok(());
    }
    let mut second = B::default();
    more = fill(&mut second)?;
    if threads <= 1 || !more {
        drain(work(&mut first))?;
        while more {
            drain(work(&mut second))?;
            more = fill(&mut second)?;
        }
        return Ok(());
    }
    let work = &work;
    thread::scope(|scope| {
        let workers: Vec<Worker<B, R>> = (0..threads)
            .map(|_| {
                let (send_batch, batches) = sync_channel::<B>(QUEUED);
                let (send_result, results) = sync_channel(QUEUED);
                scope.spawn(move || {
                    for mut batch in batches {
                        let result = work(&mut batch);
                        if send_result.send((batch, result)).is_err() {
                            break;
                        }
                    }
                });
                (send_batch, results)
            })
            .collect();
        let gone = || Stop::new("a worker thread ended early");
        let mut spare = Vec::new();
        let (mut sent, mut drained) = (0_usize, 0_usize);
        let mut waiting = vec![second, first];
        loop {
            let next = match waiting.pop() {
                Some(batch) => Some(batch),
                None => {
                    let mut batch = spare.pop().unwrap_or_default();
                    fill(&mut batch)?.then_some(batch)
                }
            };
            let more = next.is_some();
            if let Some(batch) = next {
                let (to, _) = workers.get(sent % threads).ok_or_else(gone)?;
                to.send(batch).map_err(|_| gone())?;
                sent += 1;
            }
            while drained < sent && (!more || sent - drained >= threads * QUEUED) {
                let (_, from) = workers.get(drained % threads).ok_or_else(gone)?;
                let (batch, result) = from.recv().map_err(|_| gone())?;
                drained += 1;
                spare.push(batch);
                drain(result)?;
            }
            if !more {
                return Ok(());
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_kept_and_errors_end_it() {
        for threads in [1, 2, 3, 8] {
            for batches in [0_u64, 1, 2, 7, 100] {
                let (mut next, mut seen) = (0, Vec::new());
                let fill = |batch: &mut u64| {
                    *batch = next;
                    next += 1;
                    Ok(next <= batches)
                };
                run(
                    threads,
                    fill,
                    |batch| *batch * 2,
                    |result| {
                        seen.push(result);
                        Ok(())
                    },
                )
                .unwrap();
                assert_eq!(seen, (0..batches).map(|i| i * 2).collect::<Vec<_>>());
            }
            let fill = |_: &mut u64| Ok(true);
            let mut left = 20;
            let drain = |()| {
                left -= 1;
                if left == 0 { Err(Stop::new("full")) } else { Ok(()) }
            };
            assert!(run(threads, fill, |_| (), drain).is_err());
        }
    }
}
