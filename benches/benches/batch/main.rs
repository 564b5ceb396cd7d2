//! Columns against what else could be done with the same bytes and the same people, on one core; and what a second
//! core is worth.

#[path = "../../yardsticks/clincalc.rs"]
mod clincalc_person;
mod numpy;
mod qfracture;
mod t_scores;
mod threads;
mod whole;

use std::time::Duration;

use criterion::{Criterion, criterion_group};
use osteon_benches::Run;

/// People of a record batch.
const ROWS: usize = 1 << 16;
const SEED: u64 = 843;

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(15)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1200));
    targets = t_scores::measure, qfracture::measure, whole::measure
}

fn main() {
    let mut run = Run::begin("batch");
    benches();
    Criterion::default().configure_from_args().final_summary();
    t_scores::tell(&mut run);
    qfracture::tell(&mut run);
    whole::tell(&mut run);
    numpy::tell(&mut run);
    threads::tell(&mut run);
    run.finish();
}
