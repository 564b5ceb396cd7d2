//! What a second core is worth to columns, beside what it is worth to arithmetic that shares nothing.
//!
//! Another program may take a core at any moment: all four are measured in turn, and the median of the turns counts.

use std::hint::black_box;
use std::time::Instant;

use osteon_benches::paths::{Grinding, OUTPUTS, Whole};
use osteon_benches::people::People;
use osteon_benches::{Promised, Run};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::SEED;

const ROWS: usize = 1 << 18;
const TURNS: usize = 9;

pub(crate) fn tell(run: &mut Run) {
    let (what, yardstick) = ("gain of a second thread, all outputs", "that of arithmetic alone");
    if !run.asks_for("threads") {
        return run.left_out(what, yardstick, "not asked for");
    }
    if osteon_benches::machine::cores() < 2 {
        return run.left_out(what, yardstick, "there is one core here");
    }
    let people = People::draw(ROWS, SEED);
    let columns = people.columns().expect("columns of the engine");
    let mut whole = Whole::new(OUTPUTS, ROWS);
    let grinding = Grinding::new(64, 4_000_000);
    let [one, two] = [1, 2].map(pool);
    let mut turns: Vec<[f64; 2]> = Vec::new();
    for _ in 0..=TURNS {
        let mut engine = |pool: &ThreadPool| pool.install(|| seconds(|| whole.run_parallel(&columns)));
        let ours = engine(&one) / engine(&two);
        let arithmetic =
            |pool: &ThreadPool| pool.install(|| seconds(|| _ = black_box(black_box(grinding).run())));
        let theirs = arithmetic(&one) / arithmetic(&two);
        turns.push([ours, theirs]);
    }
    // The first turn warms up.
    let of = |gain: fn(&[f64; 2]) -> f64| median(turns.iter().skip(1).map(gain).collect());
    println!(
        "batch: a second thread: all outputs {:.2} times as fast, arithmetic {:.2}",
        of(|t| t[0]),
        of(|t| t[1])
    );
    run.keep(what, yardstick, of(|[ours, theirs]| ours / theirs), Promised::AtLeast(0.9));
}

fn pool(threads: usize) -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(threads).build().expect("threads")
}

fn seconds(run: impl FnOnce()) -> f64 {
    let start = Instant::now();
    run();
    start.elapsed().as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
