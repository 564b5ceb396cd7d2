//! T-scores of ten million BMDs against copying their bytes.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use osteon_benches::paths::TScores;
use osteon_benches::{Promised, Run};

pub(crate) const ROWS: usize = 10_000_000;
pub(crate) const OURS: (&str, &str) = ("t_scores", "osteon");

pub(crate) fn measure(c: &mut Criterion) {
    let mut path = TScores::new(ROWS);
    let mut group = c.benchmark_group("t_scores");
    group.throughput(Throughput::Elements(ROWS as u64));
    group.bench_function("copy", |b| b.iter(|| black_box(&mut path).copy()));
    group.bench_function("osteon", |b| b.iter(|| black_box(&mut path).run()));
    group.finish();
}

pub(crate) fn tell(run: &mut Run) {
    let what = "T-scores of 10 million BMDs with a bitmap";
    run.ratio(what, OURS, "copying the same bytes", ("t_scores", "copy"), Promised::AtMost(1.3));
}
