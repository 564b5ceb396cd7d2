//! `growth ROWS...`: time a row and peak memory as people stream through the engine in record batches, from few to
//! many. People are drawn batch by batch, outside the time that is taken.

use std::error::Error;
use std::time::{Duration, Instant};

use osteon_benches::machine::peak_kib;
use osteon_benches::paths::{OUTPUTS, Whole};
use osteon_benches::people::People;
use osteon_benches::{Promised, Run};

const BATCH: usize = 1 << 16;
const SIZES: [usize; 3] = [1_000_000, 10_000_000, 100_000_000];

/// What one size took.
struct Taken {
    rows: usize,
    ns_a_row: f64,
    peak_kib: Option<u64>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let asked = std::env::args().skip(1).map(|word| word.parse()).collect::<Result<Vec<usize>, _>>();
    let mut sizes = asked.map_err(|error| format!("growth ROWS...: {error}"))?;
    if sizes.is_empty() {
        sizes.extend(SIZES);
    }
    // The peak is that of the whole program so far: it would hide a smaller one after it.
    sizes.sort_unstable();
    let taken = sizes.into_iter().map(stream).collect::<Result<Vec<Taken>, _>>()?;
    tell(&taken);
    Ok(())
}

fn stream(rows: usize) -> Result<Taken, Box<dyn Error>> {
    let mut took = Duration::ZERO;
    let mut whole = Whole::new(OUTPUTS, BATCH);
    let batches = rows.div_ceil(BATCH).max(1);
    for batch in 0..batches {
        let people = People::draw(BATCH, batch as u64);
        let columns = people.columns()?;
        let start = Instant::now();
        whole.run(&columns);
        took += start.elapsed();
    }
    let (ns_a_row, peak_kib) = (took.as_nanos() as f64 / (batches * BATCH) as f64, peak_kib());
    let peak = peak_kib.map_or("not said here".to_owned(), |kib| format!("{kib} KiB"));
    println!("growth: {rows} rows: {ns_a_row:.0} ns a row, peak memory {peak}");
    Ok(Taken { rows, ns_a_row, peak_kib })
}

fn tell(taken: &[Taken]) {
    let mut run = Run::begin("growth");
    if let [first, .., last] = taken {
        let [many, few] = [last.rows, first.rows].map(in_words);
        let (what, yardstick) = (format!("time a row of {many} rows, streamed"), format!("of {few}"));
        run.keep(&what, &yardstick, last.ns_a_row / first.ns_a_row, Promised::AtMost(1.2));
        let what = format!("peak memory of {many} rows, streamed");
        match last.peak_kib.zip(first.peak_kib) {
            Some((last, first)) => {
                run.keep(&what, &yardstick, last as f64 / first as f64, Promised::AtMost(1.1));
            }
            None => run.left_out(&what, &yardstick, "the system does not say"),
        }
        run.finish();
    }
}

fn in_words(rows: usize) -> String {
    const MILLION: usize = 1_000_000;
    if rows.is_multiple_of(MILLION) { format!("{} million", rows / MILLION) } else { rows.to_string() }
}
