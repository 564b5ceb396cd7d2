//! Work on the repository itself: `cargo xtask cohort` writes a synthetic clinic.
#![forbid(unsafe_code)]

mod cohort;

use std::io::{BufWriter, ErrorKind, Write as _};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask cohort [--rows N] [--seed N]
    writes a synthetic clinic as CSV to standard output; examples/clinic.csv is the cohort of the defaults";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let options = match arguments.split_first() {
        Some((verb, rest)) if verb == "cohort" => options(rest),
        Some((verb, _)) if verb == "--help" || verb == "help" => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Some((verb, _)) => Err(format!("{verb}: no such task")),
        None => Err("name a task".to_owned()),
    };
    let (rows, seed) = match options {
        Ok(options) => options,
        Err(why) => {
            eprintln!("xtask: {why}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    match cohort::write(&mut out, rows, seed).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        // `cargo xtask cohort | head` is no failure.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Rows and seed.
fn options(arguments: &[String]) -> Result<(u64, u64), String> {
    let (mut rows, mut seed) = (cohort::ROWS, cohort::SEED);
    for pair in arguments.chunks(2) {
        let [key, value] = pair else { return Err(format!("{}: a number is missing", pair[0])) };
        let number = value.parse().map_err(|_| format!("{key} {value}: not a whole number"))?;
        match key.as_str() {
            "--rows" => rows = number,
            "--seed" => seed = number,
            _ => return Err(format!("{key}: no such option")),
        }
    }
    Ok((rows, seed))
}
