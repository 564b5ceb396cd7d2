//! `counts [--write] [--check]`: instructions a row of the hot paths, as valgrind counts them, beside those that are
//! kept in `counts.csv`. `--write` keeps the new ones; `--check` fails where a path takes over 5 % more than it did.
//!
//! A count is the same on every run, whatever else the machine does: what a change costs is seen where a clock sees
//! noise. It is that of one compiler only, and of the instructions that are dispatched under valgrind.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use osteon_benches::{machine, target};

/// Rounds of the shorter of two runs; the difference to the longer is the path without what goes before.
const ROUNDS: u64 = 2;
/// What a path may take more before `--check` fails.
const MARGIN: f64 = 1.05;
const HEADER: [&str; 6] = ["path", "rows", "instructions_per_row", "dispatched", "target", "rustc"];

struct Count {
    path: String,
    rows: u64,
    instructions_per_row: f64,
}

struct Kept {
    counts: Vec<Count>,
    dispatched: String,
    target: String,
    rustc: String,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(other) = arguments.iter().find(|word| !matches!(word.as_str(), "--write" | "--check")) {
        return Err(format!("{other}: counts [--write] [--check]").into());
    }
    let has = |word: &str| arguments.iter().any(|argument| argument == word);
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("!! counts: LEFT OUT, valgrind is not here");
        return Ok(ExitCode::SUCCESS);
    }
    let new = count(&build()?)?;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("counts.csv");
    let grown = match read(&path) {
        Ok(old) => compare(&old, &new),
        Err(error) => {
            println!("counts: nothing to compare with: {error}");
            0
        }
    };
    if has("--write") {
        write(&path, &new)?;
    }
    Ok(if has("--check") && grown > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn build() -> Result<PathBuf, Box<dyn Error>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments = ["build", "--release", "-q", "-p", "osteon-benches", "--bin", "hot_path"];
    let status = Command::new(cargo).args(arguments).status()?;
    if !status.success() {
        return Err(format!("hot_path cannot be built: {status}").into());
    }
    Ok(target().join("release").join("hot_path"))
}

/// Runs under valgrind, with the instructions that it executed.
fn under_valgrind(program: &Path, arguments: &[&str]) -> Result<(u64, String), Box<dyn Error>> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(program).args(arguments);
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        return Err(format!("{arguments:?}: {}: {said}", output.status).into());
    }
    let collected = said.lines().find_map(|line| line.split_once("Collected :"));
    let (_, number) = collected.ok_or_else(|| format!("valgrind said no count: {said}"))?;
    Ok((number.trim().parse()?, String::from_utf8(output.stdout)?))
}

fn count(program: &Path) -> Result<Kept, Box<dyn Error>> {
    let (_, list) = under_valgrind(program, &[])?;
    let mut lines = list.lines();
    let dispatched = lines.next().unwrap_or_default().to_owned();
    let mut counts = Vec::new();
    for line in lines {
        let (path, rows) = line.split_once(' ').ok_or("a path with its rows")?;
        let rows: u64 = rows.parse()?;
        let instructions = |rounds: u64| under_valgrind(program, &[path, &rounds.to_string()]);
        let (few, many) = (instructions(ROUNDS)?.0, instructions(2 * ROUNDS)?.0);
        let instructions_per_row = (many - few) as f64 / (ROUNDS * rows) as f64;
        println!("counts: {path}: {instructions_per_row:.1} instructions a row");
        counts.push(Count { path: path.to_owned(), rows, instructions_per_row });
    }
    let target = format!("{}-{}", std::env::consts::ARCH, std::env::consts::OS);
    Ok(Kept { counts, dispatched, target, rustc: machine::rustc() })
}

/// Prints what changed; how many paths take more than they may.
fn compare(old: &Kept, new: &Kept) -> usize {
    let set = |kept: &Kept| format!("{}, {}, dispatched to {}", kept.rustc, kept.target, kept.dispatched);
    if set(old) != set(new) {
        println!("!! counts: NOT COMPARED: kept with {}; here {}", set(old), set(new));
        return 0;
    }
    let mut grown = 0;
    for count in &new.counts {
        let Some(kept) = old.counts.iter().find(|kept| (&kept.path, kept.rows) == (&count.path, count.rows))
        else {
            println!("counts: {}: not kept yet", count.path);
            continue;
        };
        let ratio = count.instructions_per_row / kept.instructions_per_row;
        let more = ratio > MARGIN;
        grown += usize::from(more);
        let word = if more { " MORE THAN 5 % MORE" } else { "" };
        println!(
            "counts: {}: {:.1} instructions a row, kept {:.1}: {:+.1} %{word}",
            count.path,
            count.instructions_per_row,
            kept.instructions_per_row,
            (ratio - 1.0) * 100.0
        );
    }
    grown
}

fn read(path: &Path) -> Result<Kept, Box<dyn Error>> {
    let mut kept =
        Kept { counts: Vec::new(), dispatched: String::new(), target: String::new(), rustc: String::new() };
    for record in csv::Reader::from_path(path)?.records() {
        let record = record?;
        let [path, rows, instructions, dispatched, target, rustc] =
            <[&str; 6]>::try_from(record.iter().collect::<Vec<_>>()).map_err(|_| "six cells a line")?;
        kept.counts.push(Count {
            path: path.to_owned(),
            rows: rows.parse()?,
            instructions_per_row: instructions.parse()?,
        });
        (kept.dispatched, kept.target, kept.rustc) = (dispatched.into(), target.into(), rustc.into());
    }
    Ok(kept)
}

fn write(path: &Path, new: &Kept) -> Result<(), Box<dyn Error>> {
    let mut writer = csv::Writer::from_path(path)?;
    writer.write_record(HEADER)?;
    for count in &new.counts {
        let (rows, instructions) = (count.rows.to_string(), format!("{:.1}", count.instructions_per_row));
        writer.write_record([&count.path, &rows, &instructions, &new.dispatched, &new.target, &new.rustc])?;
    }
    Ok(writer.flush()?)
}
