//! `osteon fls`, as a script sees it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/fls");
const DAYS: [&str; 6] = ["--from", "2023-01-01", "--to", "2023-12-31", "--as-of", "2025-12-31"];

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn osteon(folder: &Path, args: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_osteon"));
    let Output { status, stdout, stderr } =
        command.args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: status.code().unwrap(), out: text(stdout), err: text(stderr) }
}

fn fls(folder: &Path, records: &str, more: &[&str]) -> Run {
    let args = [&["fls", records][..], &DAYS, &["-o", "out"], more].concat();
    osteon(folder, &args)
}

/// Every file of a folder, by name.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn rows(folder: &Path, table: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(folder.join("out").join(table)).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

fn example() -> (TempDir, Run) {
    let folder = TempDir::new().unwrap();
    let run =
        fls(folder.path(), &format!("{EXAMPLE}/records"), &["--options", &format!("{EXAMPLE}/options.json")]);
    (folder, run)
}

/// A service of one person.
fn one_person(condition: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let records = folder.path().join("records");
    fs::create_dir(&records).unwrap();
    let patient = r#"{"resourceType":"Patient","id":"a","gender":"female","birthDate":"1950-01-01"}"#;
    fs::write(records.join("Patient.ndjson"), format!("{patient}\n")).unwrap();
    fs::write(records.join("Condition.ndjson"), condition).unwrap();
    folder
}

const HIP: &str = r#"{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/a"},"onsetDateTime":"2023-05-05","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"S72.0"}]}}
"#;

#[test]
fn the_example_is_answered_and_its_traps_are_listed() {
    let (folder, run) = example();
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.out.contains("counted of") && run.out.contains("DXA within 12 weeks"), "{}", run.out);
    assert!(run.err.contains("data_quality.csv"), "{}", run.err);
    let out = folder.path().join("out");
    for name in ["events.csv", "funnel.json", "kpi.json", "worklist.csv", "report.html", "data_quality.csv"] {
        assert!(fs::metadata(out.join(name)).unwrap().len() > 100, "{name}");
    }
    assert!(fs::read_dir(out.join("letters")).unwrap().count() > 2);
    let events = rows(folder.path(), "events.csv");
    let of = |person: &str| -> Vec<_> { events.iter().filter(|row| row["patient_id"] == person).collect() };
    let said = |person: &str| {
        let found = of(person);
        let last = found.last().unwrap_or_else(|| panic!("{person}"));
        (found.len(), last["counted"].clone(), last["reason"].clone())
    };
    let expected = [
        ("t-two-rows", 1, "true", "fragility_site"),
        ("t-under-50", 1, "false", "under_age"),
        ("t-periprosthetic", 1, "review", "periprosthetic"),
        ("t-old-vertebra", 2, "review", "vertebra_without_first_appearance"),
        ("t-shaft", 1, "review", "possible_atypical_femoral"),
        ("t-tumour", 1, "false", "tumour"),
        ("t-renewals", 1, "true", "fragility_site"),
        ("t-dstu2", 1, "true", "fragility_site"),
        ("4be9e1f2-0d6c-4a53-9d8a-2f5d10f4c1aa", 1, "true", "fragility_site"),
        ("900001", 1, "true", "fragility_site"),
    ];
    for (person, count, counted, reason) in expected {
        assert_eq!(said(person), (count, counted.to_owned(), reason.to_owned()), "{person}");
    }
    // Renewed every year: on a drug when the bone broke, and nothing new begun.
    let renewals = of("t-renewals")[0];
    assert_eq!((renewals["drug_at_event"].as_str(), renewals["drug"].as_str()), ("alendronate", ""));
    assert_eq!(of("900001")[0]["dxa_within_12_weeks"], "true");
    let kinds: Vec<String> =
        rows(folder.path(), "data_quality.csv").into_iter().map(|row| row["kind"].clone()).collect();
    for kind in [
        "truncated",
        "duplicate",
        "file_not_read",
        "older_fhir",
        "unknown_step",
        "region_conflict",
        "impossible_change",
        "unit_slip",
    ] {
        assert!(kinds.iter().any(|found| found == kind), "{kind}");
    }
}

#[test]
fn rates_travel_with_their_denominators() {
    let (folder, _) = example();
    let kpis: Vec<Value> =
        serde_json::from_slice(&fs::read(folder.path().join("out/kpi.json")).unwrap()).unwrap();
    assert!(kpis.len() > 40);
    for row in &kpis {
        let computed = row["percent"].is_number();
        assert_eq!(computed, row["numerator"].is_u64() && row["denominator"].as_u64() > Some(0), "{row}");
        assert!(computed || row["because"].as_str().is_some_and(|why| !why.is_empty()), "{row}");
        assert!(row["from"].is_string() && row["to"].is_string() && row["door"].is_string(), "{row}");
        if computed {
            let (low, high, at) = (row["ci_low"].as_f64(), row["ci_high"].as_f64(), row["percent"].as_f64());
            assert!(low <= at && at <= high, "{row}");
        }
    }
}

#[test]
fn twice_gives_the_same_bytes_and_leaves_nothing_old() {
    let (folder, _) = example();
    let first = files(&folder.path().join("out"));
    let list = folder.path().join("out/.written");
    let with_old = fs::read_to_string(&list).unwrap() + "letters/invitation_9999_old.en.html\n";
    fs::write(list, with_old).unwrap();
    fs::write(folder.path().join("out/letters/invitation_9999_old.en.html"), "old").unwrap();
    let again =
        fls(folder.path(), &format!("{EXAMPLE}/records"), &["--options", &format!("{EXAMPLE}/options.json")]);
    assert_eq!(again.code, 1);
    assert!(first == files(&folder.path().join("out")));
}

#[test]
fn a_second_copy_changes_nothing_but_the_quality() {
    let (folder, _) = example();
    let whole = |name: &str| fs::read_to_string(folder.path().join("out").join(name)).unwrap();
    let before = [whole("events.csv"), whole("kpi.json"), whole("worklist.csv"), whole("funnel.json")];
    let copy = folder.path().join("records");
    fs::create_dir_all(copy.join("b")).unwrap();
    for (name, bytes) in files(Path::new(EXAMPLE).join("records").as_path()) {
        for to in [copy.join("a").join(&name), copy.join("b").join(&name)] {
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, &bytes).unwrap();
        }
    }
    let run = fls(folder.path(), "records", &["--options", &format!("{EXAMPLE}/options.json")]);
    assert_eq!(run.code, 1, "{}", run.err);
    let after = [whole("events.csv"), whole("kpi.json"), whole("worklist.csv"), whole("funnel.json")];
    assert!(before == after);
}

#[test]
fn without_a_pathway_file_nobody_is_said_to_have_stayed_away() {
    let folder = one_person(HIP);
    let run = fls(folder.path(), "records", &[]);
    assert_eq!(run.code, 0, "{}", run.err);
    let kpis: Vec<Value> =
        serde_json::from_slice(&fs::read(folder.path().join("out/kpi.json")).unwrap()).unwrap();
    let assessed = kpis.iter().find(|row| row["id"] == "IOF-3" && row["door"] == "all").unwrap();
    assert!(assessed["percent"].is_null() && assessed["because"].is_string(), "{assessed}");
    let worklist = rows(folder.path(), "worklist.csv");
    assert_eq!((worklist.len(), worklist[0]["patient_id"].as_str()), (1, "a"));
}

#[test]
fn a_call_that_is_wrong_writes_nothing() {
    let folder = one_person(HIP);
    let says = |args: &[&str], word: &str| {
        let run = osteon(folder.path(), args);
        assert_eq!(run.code, 2, "{args:?}: {}", run.err);
        assert!(run.err.contains(word), "{args:?}: {}", run.err);
        assert!(!folder.path().join("out").exists());
    };
    let with = |from: &'static str, to: &'static str, as_of: &'static str, more: &[&'static str]| {
        [&["fls", "records", "--from", from, "--to", to, "--as-of", as_of][..], more].concat()
    };
    says(&with("2023-12-31", "2023-01-01", "2024-01-01", &["-o", "out"]), "from");
    says(&with("2023-01-01", "2023-12-31", "2022-01-01", &["-o", "out"]), "as_of");
    says(&with("2023-01-01", "2023-13-31", "2024-01-01", &["-o", "out"]), "--to");
    says(&with("2023-01-01", "2023-12-31", "2024-01-01", &["-o", "records/out"]), "goes into");
    says(
        &with("2023-01-01", "2023-12-31", "2024-01-01", &["-o", "out", "--set", "washout=3"]),
        "washout_days",
    );
    says(
        &with("2023-01-01", "2023-12-31", "2024-01-01", &["-o", "out", "--set", "washout_days=0"]),
        "washout_days",
    );
    says(&with("2023-01-01", "2023-12-31", "2024-01-01", &["-o", "out", "--country", "XX"]), "XX");
    says(
        &[
            "fls",
            "nowhere",
            "--from",
            "2023-01-01",
            "--to",
            "2023-12-31",
            "--as-of",
            "2024-01-01",
            "-o",
            "out",
        ],
        "nowhere",
    );
    fs::create_dir(folder.path().join("empty")).unwrap();
    says(
        &["fls", "empty", "--from", "2023-01-01", "--to", "2023-12-31", "--as-of", "2024-01-01", "-o", "out"],
        "nothing",
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing half-written");
}

#[test]
fn a_folder_of_which_nothing_can_be_read_says_why() {
    let folder = one_person("");
    fs::write(folder.path().join("records/Patient.ndjson"), b"\xff\xfe{}").unwrap();
    fs::write(folder.path().join("records/conditions.csv"), b"patient_id;libell\xe9\n").unwrap();
    let run = fls(folder.path(), "records", &[]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("Patient.ndjson") && run.err.contains("UTF-16"), "{}", run.err);
    assert!(run.err.contains("conditions.csv: The table is not UTF-8"), "{}", run.err);
}

#[test]
fn a_table_without_a_column_is_a_refusal() {
    let folder = one_person(HIP);
    fs::write(folder.path().join("records/drugs.csv"), "patient_id,drug,date\na,alendronate,2023-06-01\n")
        .unwrap();
    let run = fls(folder.path(), "records", &[]);
    assert_eq!(run.code, 1, "{}", run.err);
    let found = rows(folder.path(), "data_quality.csv");
    assert_eq!((found[0]["kind"].as_str(), found[0]["refused"].as_str()), ("table_refused", "true"));
}

#[test]
fn files_of_other_hands_stay() {
    let folder = one_person(HIP);
    let letters = folder.path().join("out/letters");
    fs::create_dir_all(&letters).unwrap();
    fs::write(letters.join("to_my_aunt.en.html"), "Dear aunt").unwrap();
    assert_eq!(fls(folder.path(), "records", &[]).code, 0);
    let written = files(&folder.path().join("out"));
    assert!(written.keys().any(|name| name.starts_with("letters") && name.to_string_lossy().contains("_a.")));
    // A run without the person takes its letters away, and those only.
    let args = [
        "fls",
        "records",
        "--from",
        "2020-01-01",
        "--to",
        "2020-12-31",
        "--as-of",
        "2021-01-31",
        "-o",
        "out",
    ];
    assert_eq!(osteon(folder.path(), &args).code, 0);
    let left: Vec<String> = fs::read_dir(&letters)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with("recall_list"))
        .collect();
    assert_eq!(left, ["to_my_aunt.en.html"]);
}

#[test]
fn the_records_are_never_written_over() {
    let folder = one_person(HIP);
    let at = folder.path();
    fs::rename(at.join("records"), at.join("fhir")).unwrap();
    let before = files(at);
    let run = osteon(at, &[&["fls", "fhir"][..], &DAYS, &["-o", "."]].concat());
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(before == files(at));
}

#[test]
fn what_stands_in_the_way_is_found_before_anything_is_moved() {
    let folder = one_person(HIP);
    assert_eq!(fls(folder.path(), "records", &[]).code, 0);
    let report = folder.path().join("out/report.html");
    fs::remove_file(&report).unwrap();
    fs::create_dir(&report).unwrap();
    let before = files(&folder.path().join("out"));
    assert_eq!(fls(folder.path(), "records", &["--set", "washout_days=30"]).code, 2);
    assert!(before == files(&folder.path().join("out")));
}

#[test]
fn the_tables_of_the_schema_are_those_that_are_written() {
    let folder = one_person(HIP);
    assert_eq!(fls(folder.path(), "records", &[]).code, 0);
    let schema: Value = serde_json::from_str(&osteon(folder.path(), &["schema", "fls"]).out).unwrap();
    let steps = schema["$defs"]["StepName"]["oneOf"].as_array().unwrap();
    assert!(steps.iter().any(|step| step["const"] == "falls_assessment"));
    for table in ["patients.csv", "conditions.csv", "acts.csv", "scans.csv", "results.csv", "drugs.csv"] {
        assert!(schema["properties"][table].is_object(), "{table}");
    }
    let tables = [
        ("events.csv", "EventTableRow"),
        ("worklist.csv", "WorklistTableRow"),
        ("data_quality.csv", "DataQualityRow"),
    ];
    for (table, of) in tables {
        let written = fs::read_to_string(folder.path().join("out").join(table)).unwrap();
        let mut columns: Vec<&str> = written.lines().next().unwrap().split(',').collect();
        columns.sort_unstable();
        let mut named: Vec<&str> =
            schema["$defs"][of]["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        named.sort_unstable();
        assert_eq!(columns, named, "{table}");
    }
}
