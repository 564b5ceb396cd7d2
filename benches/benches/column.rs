//! T-scores of a column against copying it.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group};
use osteon::densitometry::t_score_column;
use osteon_benches::print_ratio;

const ROWS: usize = 10_000_000;

/// BMDs between 0.3 and 1.5, and one row in 64 without a value.
fn column() -> (Vec<f64>, Vec<u8>) {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let bmd = (0..ROWS).map(|_| 0.3 + (next() >> 11) as f64 / (1_u64 << 53) as f64 * 1.2).collect();
    let validity = (0..ROWS.div_ceil(8)).map(|i| if i % 8 == 0 { 0b1011_1111 } else { 0xff }).collect();
    (bmd, validity)
}

fn t_scores(c: &mut Criterion) {
    let (bmd, validity) = column();
    let (mut out, mut out_validity) = (vec![1.0; ROWS], vec![1; ROWS.div_ceil(8)]);
    let mut group = c.benchmark_group("t_score_column");
    group.throughput(Throughput::Elements(ROWS as u64)).sample_size(20);
    group.bench_function("copy", |b| {
        b.iter(|| {
            out.copy_from_slice(black_box(&bmd));
            out_validity.copy_from_slice(black_box(&validity));
            black_box((&mut out, &mut out_validity));
        });
    });
    group.bench_function("t_score", |b| {
        b.iter(|| {
            let done =
                t_score_column(black_box(&bmd), Some(&validity), 0.858, 0.120, &mut out, &mut out_validity);
            black_box((done.is_ok(), &mut out, &mut out_validity));
        });
    });
    group.finish();
}

criterion_group!(benches, t_scores);

fn main() {
    benches();
    Criterion::default().configure_from_args().final_summary();
    print_ratio("t_score_column", "t_score", "copy", 1.5);
}
