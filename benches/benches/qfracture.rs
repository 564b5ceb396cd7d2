//! Both QFracture-2012 risks of one person, inputs validated, against the crate `clincalc`.

#[path = "../yardsticks/clincalc.rs"]
mod theirs;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group};
use osteon::risk::qfracture::{Version, risk};
use osteon_benches::people::People;
use osteon_benches::{Promised, Run};
use theirs::yardstick;

const PEOPLE: usize = 1000;

fn both_risks(c: &mut Criterion) {
    let people = People::draw(PEOPLE, 843).asked();
    let asked: Vec<_> = people.iter().map(theirs::of).collect();
    for (ours, theirs) in people.iter().zip(&asked) {
        let both = risk(Version::V2012, &ours.inputs, 10).expect("in range");
        theirs::agree((both.any_percent, both.hip_percent), theirs);
    }
    let mut group = c.benchmark_group("qfracture2012");
    group.throughput(Throughput::Elements(PEOPLE as u64));
    group.bench_function("clincalc", |b| {
        b.iter(|| {
            for person in &asked {
                let _ = black_box(yardstick::compute(black_box(person)));
            }
        });
    });
    group.bench_function("osteon", |b| {
        b.iter(|| {
            for person in &people {
                let _ = black_box(risk(Version::V2012, black_box(&person.inputs), black_box(10)));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, both_risks);

fn main() {
    let mut run = Run::begin("qfracture");
    benches();
    Criterion::default().configure_from_args().final_summary();
    let of = |name| ("qfracture2012", name);
    let what = "QFracture-2012, both risks, of one person";
    run.ratio(what, of("osteon"), "`clincalc` 0.4.0, typed", of("clincalc"), Promised::AtMost(0.5));
    run.finish();
}
