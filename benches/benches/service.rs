//! A folder of records of a service, read for its numbers, against serde_json parsing the same bytes into `Value`.

use std::fs;
use std::hint::black_box;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::time::Instant;

use jiff::civil::date;
use osteon::fls::{FlsOptions, Period, Service, Settings};
use osteon_benches::{Promised, Run};

/// Times that the example stands in the folder as people without a fracture: a hospital has more of those.
const OTHERS: usize = 9;
/// Times that both are measured, in alternation; the median counts.
const TURNS: usize = 9;

fn main() -> io::Result<()> {
    let mut run = Run::begin("service");
    let folder = std::env::temp_dir().join(format!("osteon-bench-service-{}", std::process::id()));
    write(&folder)?;
    let mut ratios = Vec::new();
    for _ in 0..TURNS {
        let theirs = seconds(|| values(&folder))?;
        let ours = seconds(|| service(&folder))?;
        ratios.push(ours / theirs);
    }
    fs::remove_dir_all(&folder)?;
    ratios.sort_by(f64::total_cmp);
    let ratio = ratios.get(TURNS / 2).copied().unwrap_or(f64::NAN);
    let what = "records of a service to its numbers";
    run.keep(what, "`serde_json` to values", ratio, Promised::AtMost(1.0));
    run.finish();
    Ok(())
}

fn seconds(run: impl FnOnce() -> io::Result<()>) -> io::Result<f64> {
    let start = Instant::now();
    run()?;
    Ok(start.elapsed().as_secs_f64())
}

/// The numbers of the service of the folder.
fn service(folder: &Path) -> io::Result<()> {
    let period = Period::new(date(2023, 1, 1), date(2023, 12, 31), date(2025, 12, 31)).expect("a period");
    let settings = Settings::new(period, FlsOptions::default()).expect("settings");
    let mut service = Service::new(settings).expect("a service");
    let records = osteon_fhir::read::folder_for(folder, period, &mut |_| (), &mut |_| ())?;
    let mut findings = Vec::new();
    for record in records.into_records() {
        service.add(&record, &mut findings);
    }
    black_box(service.finish());
    Ok(())
}

fn values(folder: &Path) -> io::Result<()> {
    for path in files(folder)? {
        let mut reader = BufReader::with_capacity(1 << 18, fs::File::open(path)?);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line)? > 0 {
            // The example has a line that is cut.
            black_box(serde_json::from_slice::<serde_json::Value>(&line).ok());
            line.clear();
        }
    }
    Ok(())
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths: Vec<PathBuf> = paths.collect::<io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "ndjson"));
    paths.sort();
    Ok(paths)
}

/// The example, and its records again for people whose fractures are left out.
fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/fls/records");
    for path in files(&example)? {
        let text = fs::read_to_string(&path)?;
        let name = path.file_name().unwrap_or_default();
        let mut file = io::BufWriter::new(fs::File::create(folder.join(name))?);
        file.write_all(text.as_bytes())?;
        let is_fracture =
            ["Condition", "Procedure"].iter().any(|kind| name.to_string_lossy().starts_with(kind));
        for copy in 0..if is_fracture { 0 } else { OTHERS } {
            let others = text.replace("\"id\":\"", &format!("\"id\":\"{copy}"));
            let others = others.replace("Patient/", &format!("Patient/{copy}"));
            file.write_all(others.as_bytes())?;
        }
        file.flush()?;
    }
    Ok(())
}
