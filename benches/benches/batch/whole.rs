//! Everything of everybody, in columns.

use std::hint::black_box;

use criterion::{Criterion, SamplingMode, Throughput};
use osteon_benches::paths::{OUTPUTS, Whole};
use osteon_benches::people::People;
use osteon_benches::{Promised, Run};

use crate::qfracture::CLINCALC;
use crate::{ROWS, SEED};

/// People who are answered one by one: they take longer.
const ONE_BY_ONE: usize = 4096;

pub(crate) fn measure(c: &mut Criterion) {
    let people = People::draw(ROWS, SEED);
    let columns = people.columns().expect("columns of the engine");
    let mut group = c.benchmark_group("whole_columns");
    group.throughput(Throughput::Elements(ROWS as u64)).sampling_mode(SamplingMode::Flat);
    for outputs in [OUTPUTS].into_iter().chain(OUTPUTS.split(',')) {
        let mut whole = Whole::new(outputs, ROWS);
        whole.run(&columns);
        assert_eq!(whole.rejects(), 0, "a refusal costs words");
        let name = if outputs == OUTPUTS { "all" } else { outputs };
        group.bench_function(name, |b| b.iter(|| black_box(&mut whole).run(black_box(&columns))));
    }
    let mut documents = people.documents(ONE_BY_ONE).expect("documents");
    let whole = Whole::new(OUTPUTS, 0);
    group.throughput(Throughput::Elements(ONE_BY_ONE as u64));
    group.bench_function("one_by_one", |b| b.iter(|| whole.one_by_one(black_box(&mut documents))));
    group.finish();
}

pub(crate) fn tell(run: &mut Run) {
    let (what, all) = ("all outputs, of columns", ("whole_columns", "all"));
    run.ratio(what, all, "`clincalc` 0.4.0, QFracture-2012 alone, typed", CLINCALC, Promised::AtMost(3.0));
    let one_by_one = ("whole_columns", "one_by_one");
    run.ratio(what, all, "the same people one by one", one_by_one, Promised::Nothing);
    for section in ["all"].into_iter().chain(OUTPUTS.split(',')) {
        if let Some(ns) = run.median_ns(("whole_columns", section)) {
            let outputs = if section == "all" { OUTPUTS } else { section };
            let width = Whole::new(outputs, 0).width();
            println!("batch: {section}: {ns:.0} ns a person, {width} columns");
        }
    }
}
