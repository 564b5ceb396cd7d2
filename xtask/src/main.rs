//! Work on the repository itself: a synthetic clinic, the conformance cases, and what is kept of speed.
#![forbid(unsafe_code)]

mod abi;
mod clinical_changes;
mod cohort;
mod conformance;
#[cfg(feature = "glue")]
mod glue;
mod kept;
mod python;
mod sbom;
mod service;
mod traceability;
mod typescript;

use std::io::{BufWriter, ErrorKind, Write as _};
use std::path::Path;
use std::process::{Command, ExitCode};

const USAGE: &str = "\
cargo xtask cohort [--rows N] [--seed N]
    writes a synthetic clinic as CSV to standard output; examples/clinic.csv is the cohort of the defaults
cargo xtask conformance
    writes tests/conformance anew: do so only where answers are meant to change, and read the difference
cargo xtask service [FOLDER [--people N]]
    writes the records of a synthetic fracture liaison service; examples/fls/records if no folder is named
cargo xtask speed
    writes the table of speed into README.md, from what `cargo bench -p osteon-benches` kept
cargo xtask counts [--write] [--check]
    counts the instructions of the hot paths and compares them with benches/counts.csv; --write keeps the new
    ones, --check fails where a path takes over 5 % more
cargo xtask traceability [--check]
    writes docs/traceability.csv: every requirement with its source, code, data and tests
cargo xtask clinical-changes [--check | --release VERSION]
    writes docs/clinical-changes.md: what answers differ from those of the last release, and why; --release keeps the
    present answers as those of a release
cargo xtask sbom [--check]
    writes bindings/c/sbom.cdx.json: what libosteon is made of
cargo xtask abi [--check]
    writes the tables of bindings/c/README.md and the declarations of bindings/c/csharp from include/osteon.h
cargo xtask python [--check]
    writes the typed documents of the Python package from the schema of the documents
cargo xtask typescript [--check]
    writes the typed documents of the npm package from the schema of the documents
cargo run -p xtask --features glue -- glue MODULE.wasm FOLDER
    writes the glue of the npm package; wasm/build.sh calls it";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let options = match arguments.split_first() {
        Some((verb, rest)) if verb == "cohort" => options(rest),
        #[cfg(feature = "glue")]
        Some((verb, [module, folder])) if verb == "glue" => {
            return glue::write(module, folder).map_or_else(
                |why| {
                    eprintln!("xtask: {why}");
                    ExitCode::FAILURE
                },
                |()| ExitCode::SUCCESS,
            );
        }
        Some((verb, [])) if verb == "conformance" => return conformance(),
        Some((verb, rest)) if KEPT.contains(&verb.as_str()) => match keeps(verb, rest) {
            Ok(said) => {
                println!("{said}");
                return ExitCode::SUCCESS;
            }
            Err(why) => {
                eprintln!("xtask: {why}");
                return ExitCode::FAILURE;
            }
        },
        Some((verb, rest)) if verb == "speed" || verb == "counts" => return of_the_benches(verb, rest),
        Some((verb, rest)) if verb == "service" => match people(rest) {
            Ok((folder, people)) => return service(folder, people),
            Err(why) => Err(why),
        },
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

/// Tasks that write a file of the repository from the repository, or hold it to what it should be.
const KEPT: &[&str] = &["traceability", "clinical-changes", "sbom", "abi", "python", "typescript"];

fn keeps(task: &str, arguments: &[String]) -> Result<String, String> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let check = match *arguments {
        [] => false,
        ["--check"] => true,
        ["--release", version] if task == "clinical-changes" => return clinical_changes::release(version),
        _ => return Err(format!("{task}: {}: no such option", arguments.join(" "))),
    };
    match task {
        "traceability" => traceability::run(check),
        "clinical-changes" => clinical_changes::run(check),
        "sbom" => sbom::run(check),
        "python" => python::run(check),
        "typescript" => typescript::run(check),
        _ => abi::run(check),
    }
}

/// Runs a program of the benches: nothing may depend on them, since they measure what must not ship.
fn of_the_benches(name: &str, arguments: &[String]) -> ExitCode {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["run", "--release", "-q", "-p", "osteon-benches", "--bin", name, "--"]).args(arguments);
    match command.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: cargo: {error}");
            ExitCode::FAILURE
        }
    }
}

fn conformance() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/conformance");
    match conformance::write(&folder) {
        Ok(written) => {
            println!("{written} cases");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of a service, and how many people it has.
fn people(arguments: &[String]) -> Result<(Option<&String>, u32), String> {
    match arguments {
        [] => Ok((None, service::PEOPLE)),
        [folder] => Ok((Some(folder), service::PEOPLE)),
        [folder, key, number] if key == "--people" => {
            let number = number.parse().map_err(|_| format!("--people {number}: not a whole number"))?;
            Ok((Some(folder), number))
        }
        _ => Err("service: a folder, and --people with a number".to_owned()),
    }
}

fn service(folder: Option<&String>, people: u32) -> ExitCode {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/fls/records");
    match service::write(folder.map_or(example.as_path(), Path::new), people) {
        Ok(files) => {
            println!("{files} files");
            ExitCode::SUCCESS
        }
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
