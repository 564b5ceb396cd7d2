//! Both QFracture-2012 risks of columns.

use std::hint::black_box;

use criterion::{Criterion, SamplingMode, Throughput};
use osteon_benches::paths::{Exponentials, Qfracture};
use osteon_benches::people::People;
use osteon_benches::{Promised, Run};

use crate::clincalc_person::{self as theirs, yardstick};
use crate::{ROWS, SEED};

pub(crate) const OURS: (&str, &str) = ("qfracture2012_columns", "osteon");
pub(crate) const CLINCALC: (&str, &str) = ("qfracture2012_columns", "clincalc");

/// Exponentials that both risks of one person take.
const EXPONENTIALS: usize = 4;

pub(crate) fn measure(c: &mut Criterion) {
    let asked = People::draw(ROWS, SEED).asked();
    let people: Vec<_> = asked.iter().map(theirs::of).collect();
    let mut path = Qfracture::new(&asked);
    path.run();
    for (row, person) in people.iter().enumerate() {
        theirs::agree(path.of_row(row), person);
    }
    let mut exponentials = Exponentials::new(EXPONENTIALS * ROWS);
    let mut group = c.benchmark_group("qfracture2012_columns");
    group.throughput(Throughput::Elements(ROWS as u64)).sampling_mode(SamplingMode::Flat);
    group.bench_function("clincalc", |b| {
        b.iter(|| {
            for person in &people {
                let _ = black_box(yardstick::compute(black_box(person)));
            }
        });
    });
    group.bench_function("osteon", |b| b.iter(|| black_box(&mut path).run()));
    group.bench_function("exponentials", |b| b.iter(|| black_box(&mut exponentials).run()));
    group.bench_function("read", |b| b.iter(|| black_box(&path).read()));
    group.finish();
}

pub(crate) fn tell(run: &mut Run) {
    let what = "QFracture-2012, both risks, of columns";
    run.ratio(what, OURS, "`clincalc` 0.4.0, typed", CLINCALC, Promised::AtMost(0.125));
    let of = |name| ("qfracture2012_columns", name);
    run.ratio(what, OURS, "four exponentials a person", of("exponentials"), Promised::Nothing);
    run.ratio(what, OURS, "reading the inputs", of("read"), Promised::Nothing);
}
