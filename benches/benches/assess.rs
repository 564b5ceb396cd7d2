//! The command line, whole processes: a table against the csv crate alone, and the first answer against
//! `osteon --version`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group};
use osteon_benches::{Promised, Run, target};

const ROWS: &str = "200000";
const PATIENT: &str = r#"{"sex": "female", "age_years": 67, "scans": [{"manufacturer": "hologic",
    "regions": [{"region": "femoral_neck", "bmd_g_cm2": 0.558}]}]}"#;

fn run(command: &mut Command) {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("a program that runs");
    assert!(status.success(), "{command:?}: {status}");
}

/// Builds what is measured, in release, and says where it is.
fn program(package: &str, name: &str) -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    run(Command::new(cargo).args(["build", "--release", "-q", "-p", package, "--bin", name]));
    target().join("release").join(name)
}

fn csv_to_csv(c: &mut Criterion) {
    let (osteon, yardstick) = (program("osteon-cli", "osteon"), program("osteon-benches", "csv_yardstick"));
    let xtask = program("xtask", "xtask");
    let folder = std::env::temp_dir().join(format!("osteon-bench-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a temporary folder");
    let [input, like, output] = ["in.csv", "like.csv", "out.csv"].map(|name| folder.join(name));
    let cohort = Command::new(xtask).args(["cohort", "--rows", ROWS]).output().expect("a cohort");
    fs::write(&input, cohort.stdout).expect("a file");
    let assess = |threads: Option<&str>, output: &Path| {
        let mut command = Command::new(&osteon);
        command.arg("assess").arg(&input).args(["--outputs", "scores,diagnosis", "-o"]).arg(output);
        command.args(threads.into_iter().flat_map(|threads| ["--threads", threads]));
        run(&mut command);
    };
    assess(None, &like);
    let mut group = c.benchmark_group("assess_csv");
    group.sample_size(15);
    group.bench_function("csv_crate", |b| {
        b.iter(|| run(Command::new(&yardstick).args([&input, &like, &output])))
    });
    group.bench_function("osteon", |b| b.iter(|| assess(None, &output)));
    group.bench_function("osteon_one_thread", |b| b.iter(|| assess(Some("1"), &output)));
    group.finish();
    let _ = fs::remove_dir_all(&folder);
}

fn first_answer(c: &mut Criterion) {
    let osteon = program("osteon-cli", "osteon");
    let patient = std::env::temp_dir().join(format!("osteon-bench-{}.json", std::process::id()));
    fs::write(&patient, PATIENT).expect("a file");
    let mut group = c.benchmark_group("first_answer");
    group.sample_size(30);
    group.bench_function("version", |b| b.iter(|| run(Command::new(&osteon).arg("--version"))));
    group.bench_function("assess", |b| b.iter(|| run(Command::new(&osteon).arg("assess").arg(&patient))));
    group.finish();
    let _ = fs::remove_file(&patient);
}

criterion_group!(benches, csv_to_csv, first_answer);

fn main() {
    let mut run = Run::begin("assess");
    benches();
    Criterion::default().configure_from_args().final_summary();
    let (csv, first) = ("assess_csv", "first_answer");
    let (what, yardstick) = ("`osteon assess`, CSV to CSV", "the `csv` crate copying its output");
    run.ratio(what, (csv, "osteon"), yardstick, (csv, "csv_crate"), Promised::AtMost(3.0));
    let what = "the same with one thread";
    run.ratio(what, (csv, "osteon_one_thread"), yardstick, (csv, "csv_crate"), Promised::Nothing);
    let what = "`osteon assess` of one person";
    run.ratio(what, (first, "assess"), "`osteon --version`", (first, "version"), Promised::AtMost(2.0));
    if let Some(ns) = run.median_ns((first, "assess")) {
        println!("first_answer: {:.2} ms (promised: 10 ms at most)", ns / 1e6);
    }
    run.finish();
}
