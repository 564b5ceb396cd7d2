//! `people ROWS [SEED]`: the people of the benches as CSV.

use std::error::Error;
use std::io::ErrorKind;

use osteon_benches::people::People;

/// Rows drawn at a time: memory does not grow with the rows.
const BATCH: usize = 1 << 16;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<u64> = std::env::args().skip(1).map(|word| word.parse()).collect::<Result<_, _>>()?;
    let (rows, seed) = match arguments[..] {
        [rows] => (rows, 843),
        [rows, seed] => (rows, seed),
        _ => return Err("people ROWS [SEED]".into()),
    };
    match write(usize::try_from(rows)?, seed) {
        // `people 1000000 | head` is no failure.
        Err(error) if is_broken_pipe(&error) => Ok(()),
        said => Ok(said?),
    }
}

fn is_broken_pipe(error: &csv::Error) -> bool {
    matches!(error.kind(), csv::ErrorKind::Io(error) if error.kind() == ErrorKind::BrokenPipe)
}

fn write(rows: usize, seed: u64) -> Result<(), csv::Error> {
    let mut writer = csv::Writer::from_writer(std::io::stdout().lock());
    for (batch, first) in (0..rows).step_by(BATCH).enumerate() {
        let people = People::draw(BATCH.min(rows - first), seed.wrapping_add(batch as u64));
        if batch == 0 {
            writer.write_record(&people.header())?;
        }
        for row in 0..people.rows() {
            writer.write_record(&people.cells(row))?;
        }
    }
    Ok(writer.flush()?)
}
