//! The program as a script sees it: exit status, outputs, rejects.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(name), content).unwrap();
        self
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn osteon(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_osteon"));
        command.args(args).current_dir(self.0.path()).stdin(Stdio::null()).output().unwrap()
    }
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const PATIENT: &str = r#"{"sex": "female", "age_years": 67, "fractures": [],
  "scans": [{"manufacturer": "hologic", "regions": [{"region": "femoral_neck", "bmd_g_cm2": 0.558}]}]}"#;
const TABLE: &str = "id,sex,age_years,height_cm,manufacturer,bmd_femoral_neck
a,female,67,165,hologic,0.558
b,female,70,1.65,hologic,0.7
c,female,70,165,hologic,812
d,male,70,175,hologic,0.9
";

#[test]
fn one_document() {
    let folder = Folder::new().with("p.json", PATIENT);
    let output = folder.osteon(&["assess", "p.json"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let answer: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(answer["schema"], "osteon/assessment/1");
    assert_eq!(answer["scores"][0]["t_score_reported"], -2.5);
    assert_eq!(answer["diagnosis"]["category"], "osteoporosis");
    assert!(answer["citations"]["looker1998"].is_string());
}

#[test]
fn a_table_answers_what_it_can_and_lists_the_rest() {
    let folder = Folder::new().with("t.csv", TABLE);
    let output = folder.osteon(&["assess", "t.csv", "-o", "o.csv", "--rejects", "r.csv"]);
    assert_eq!((code(&output), out(&output)), (1, String::new()));
    let said = err(&output);
    assert!(said.lines().all(|line| line.starts_with("osteon: notice of qfracture")), "{said}");
    let ids: Vec<String> =
        folder.read("o.csv").lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect();
    assert_eq!(ids, ["a", "b", "d"]);
    let rejects = folder.read("r.csv");
    assert!(rejects.starts_with("row,id,field,value,reason"));
    assert!(rejects.contains("2,b,height_cm,1.65,") && rejects.contains("metres"), "{rejects}");
    assert!(rejects.contains("3,c,bmd_femoral_neck,812,") && rejects.contains("mg/cm2"), "{rejects}");
    let strict = folder.osteon(&["assess", "t.csv", "--strict", "-o", "s.csv", "--rejects", "r.csv"]);
    assert_eq!((code(&strict), folder.read("s.csv").lines().count()), (1, 3));
}

#[test]
fn a_call_that_is_wrong_writes_nothing_and_exits_with_2() {
    let folder = Folder::new()
        .with("p.json", PATIENT)
        .with("latin.csv", b"id,sex,age_years\n1,f\xe9male,60\n")
        .with("unknown.csv", "id,sex,age_years,heigth_cm\n1,female,60,165\n")
        .with("empty.csv", "")
        .with("broken.json", "{\"sex\": \"female\"")
        .with("cut.csv.gz", b"\x1f\x8b\x08\x00cut")
        .with("old.csv", "old");
    for (args, said) in [
        (&["assess", "nothing.csv", "-o", "old.csv"][..], "nothing.csv"),
        (&["assess", "latin.csv", "-o", "old.csv"], "Latin-1"),
        (&["assess", "unknown.csv", "-o", "old.csv"], "height_cm"),
        (&["assess", "empty.csv", "-o", "old.csv"], "empty"),
        (&["assess", "broken.json", "-o", "old.csv"], "not JSON"),
        (&["assess", "cut.csv.gz", "-o", "old.csv"], "cut.csv.gz"),
        (&["assess", "p.json", "-o", "p.json"], "replace the input"),
        (&["assess", "p.json", "--set", "t_compar=exact"], "t_compare"),
        (&["assess", "p.json", "--outputs", "score"], "scores"),
        (&["assess", "p.json", "--as-of", "2026-13-01"], "2026-13-01"),
        (&["asess"], "assess"),
    ] {
        let output = folder.osteon(args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(err(&output).contains(said), "{args:?}: {}", err(&output));
        assert_eq!(out(&output), "", "{args:?}");
    }
    assert_eq!(folder.read("old.csv"), "old");
    let left = fs::read_dir(folder.0.path()).unwrap().filter(|entry| {
        entry.as_ref().is_ok_and(|entry| entry.file_name().to_string_lossy().ends_with(".part"))
    });
    assert_eq!(left.count(), 0);
}

#[test]
fn the_order_is_kept_whatever_the_threads() {
    let mut table = String::from("id,sex,age_years,manufacturer,bmd_total_hip\n");
    for id in 0..5000 {
        table.push_str(&format!("{id},female,{},hologic,0.{}\n", 50 + id % 40, 500 + id % 400));
    }
    let folder = Folder::new().with("t.csv", table);
    let one = out(&folder.osteon(&["assess", "t.csv", "--threads", "1"]));
    assert_eq!(one.lines().count(), 5001);
    for threads in ["2", "3", "7"] {
        assert_eq!(out(&folder.osteon(&["assess", "t.csv", "--threads", threads])), one);
    }
}

#[test]
fn a_french_spreadsheet_is_the_same_table() {
    let plain = "id,sex,age_years,manufacturer,bmd_femoral_neck\n1,female,67,hologic,0.558\n";
    let french = "\u{feff}id;sex;age_years;manufacturer;bmd_femoral_neck\n1;female;67;hologic;0,558\n";
    let folder = Folder::new().with("en.csv", plain).with("fr.csv", french);
    let both = ["en.csv", "fr.csv"].map(|name| out(&folder.osteon(&["assess", name])));
    assert!(both[0].contains("osteoporosis"));
    assert_eq!(both[0], both[1]);
}

#[test]
fn lines_go_on_after_a_bad_one() {
    let line = PATIENT.replace('\n', " ");
    let folder = Folder::new().with("p.ndjson", format!("{line}\n{{\"sex\": \n\n{line}\n"));
    let output = folder.osteon(&["assess", "p.ndjson"]);
    assert_eq!((code(&output), out(&output).lines().count()), (1, 2));
    assert!(err(&output).contains("row 2"), "{}", err(&output));
    let wrong = Folder::new().with("p.ndjson", r#"{"id":"7","sex":"female","age_years":"70"}"#);
    assert_eq!(code(&wrong.osteon(&["assess", "p.ndjson", "--rejects", "r.csv"])), 1);
    assert!(wrong.read("r.csv").contains(r#"1,7,age_years,"""70""","#), "{}", wrong.read("r.csv"));
    let hashed = Folder::new().with("p.ndjson", r#"{"id":"Anne","sex":"female","age_years":67}"#);
    let text = out(&hashed.osteon(&["assess", "p.ndjson", "--hash-ids"]));
    assert!(!text.contains("Anne") && text.contains("patient_id"));
}

#[test]
fn a_reference_of_the_callers_own_is_echoed() {
    let reference = "id,version,sex,region,vertebrae,mean,sd\nown,2,female,femoral_neck,,0.900,0.100\n";
    let folder = Folder::new().with("p.json", PATIENT).with("ref.csv", reference);
    let output = folder.osteon(&["assess", "p.json", "--reference", "ref.csv"]);
    let answer: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(answer["scores"][0]["reference"], "caller:own@2");
    assert_eq!(answer["scores"][0]["t_score_reported"], -3.4);
}

#[test]
fn a_reference_of_one_maker_is_for_its_scans_alone() {
    for (maker, own) in [("hologic", true), ("ge_lunar", false), ("", true)] {
        let row = format!("own,2,{maker},female,femoral_neck,,0.900,0.100\n");
        let csv = format!("id,version,manufacturer,sex,region,vertebrae,mean,sd\n{row}");
        let stated = if maker.is_empty() { String::new() } else { format!(r#""manufacturer": "{maker}","#) };
        let json = format!(
            r#"[{{"id": "own", "version": "2", {stated} "sex": "female", "region": "femoral_neck", "mean": 0.9, "sd": 0.1}}]"#
        );
        for (name, text) in [("ref.csv", &csv), ("ref.json", &json)] {
            let folder = Folder::new().with("p.json", PATIENT).with(name, text);
            let output = folder.osteon(&["assess", "p.json", "--reference", name]);
            let answer: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
            let named = answer["scores"][0]["reference"] == "caller:own@2";
            assert_eq!(named, own, "{name} {maker}");
        }
    }
}

#[test]
fn precision_and_what_is_made_of_it() {
    let mut pairs = String::from("subject,scan,region,bmd_g_cm2\n");
    for subject in 0..30 {
        pairs.push_str(&format!("{subject},1,total_hip,0.800\n{subject},2,total_hip,0.814\n"));
    }
    let folder = Folder::new().with("pairs.csv", &pairs);
    let output = folder.osteon(&["precision", "pairs.csv", "-o", "precision.csv"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    // 0.014 / sqrt(2) = 0.0099; 2.77 of it is 0.0274.
    assert!(folder.read("precision.csv").contains("total_hip,30,0,60,30,0.00989949"));
    let scan = |date: &str, bmd: f64| {
        format!(
            r#"{{"date": "{date}", "manufacturer": "hologic", "scanner_serial": "S1",
                "regions": [{{"region": "total_hip", "side": "left", "bmd_g_cm2": {bmd}}}]}}"#
        )
    };
    let change = |bmd: f64| {
        let scans = format!("{}, {}", scan("2020-01-01", 0.800), scan("2024-01-01", bmd));
        let patient = format!(r#"{{"sex": "female", "age_years": 70, "scans": [{scans}]}}"#);
        fs::write(folder.path("p.json"), patient).unwrap();
        let output = folder.osteon(&["assess", "p.json", "--precision", "precision.csv"]);
        let answer: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
        answer["changes"][0]["significant"].clone()
    };
    assert_eq!(change(0.772), true);
    assert_eq!(change(0.773), false);
}

#[test]
fn risks_stand_in_documents_and_tables() {
    let patient = r#"{"sex": "female", "age_years": 65, "height_cm": 165, "weight_kg": 68,
        "complete": ["risk_factors", "fractures", "history"]}"#;
    let table =
        "id,sex,age_years,height_cm,weight_kg,complete\n1,female,65,165,68,risk_factors;fractures;history\n";
    let folder = Folder::new().with("p.json", patient).with("t.csv", table);
    // BMJ 2012;344:e3427: the first of the published profiles.
    let answer: serde_json::Value =
        serde_json::from_str(&out(&folder.osteon(&["assess", "p.json"]))).unwrap();
    let risks = answer["risks"].as_array().unwrap();
    let of = |model: &str, outcome: &str| {
        risks.iter().find(|risk| risk["model"] == model && risk["outcome"] == outcome).unwrap()
    };
    let any = of("qfracture2012", "any")["percent"].as_f64().unwrap();
    assert!((any - 4.551_261).abs() < 5e-7, "{any}");
    assert_eq!(answer["notices"][0]["model"], "qfracture2012");
    assert_eq!(of("supplied_frax", "mof")["refused"]["code"], "missing");
    assert!(answer["citations"]["qfracture2012"].is_string());

    let asked = ["assess", "t.csv", "--outputs", "risks", "--set", "models=qfracture2012,ost"];
    let output = folder.osteon(&asked);
    assert!(err(&output).contains("not endorsed"), "{}", err(&output));
    let text = out(&output);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let row = reader.records().next().unwrap().unwrap();
    let cell = |name: &str| &row[header.iter().position(|column| column == name).unwrap()];
    assert_eq!(cell("qfracture2012_any_percent"), any.to_string());
    assert_eq!(cell("ost_points"), "0");
    assert_eq!((cell("qfracture2012_horizon_years"), cell("ost_at_cut_off")), ("10", "true"));
    assert!(cell("notices").contains("not endorsed"));
    assert!(cell("risks_flags").contains("qfracture2012:not_the_current_version"));
    assert!(header.iter().all(|column| column != "orai_points"));
    for (setting, said) in
        [("models=osto", "ost"), ("qfracture_years=19", "1-18"), ("qfracture_years=x", "whole")]
    {
        let output = folder.osteon(&["assess", "p.json", "--set", setting]);
        assert_eq!(code(&output), 2);
        assert!(err(&output).contains(said), "{}", err(&output));
    }
}

#[test]
fn options_as_a_document_and_benefits_not_in_a_table() {
    let options = r#"{"schema": "osteon/options/1", "models": "ost", "t_compare": "exact"}"#;
    let folder = Folder::new().with("p.json", PATIENT).with("o.json", options).with("t.csv", TABLE);
    let echoed = |more: &[&str]| {
        let output = folder.osteon(&[&["assess", "p.json", "--options", "o.json"], more].concat());
        let answer: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
        answer["engine"]["options"].clone()
    };
    assert_eq!((&echoed(&[])["models"], &echoed(&[])["t_compare"]), (&"ost".into(), &"exact".into()));
    assert_eq!(echoed(&["--set", "models=orai"])["models"], "orai");
    for args in [
        &["assess", "p.json", "--set", "models=ost", "--set", "models=orai"][..],
        &["assess", "p.json", "--options", "p.json"],
        &["assess", "t.csv", "--outputs", "benefits"],
    ] {
        let output = folder.osteon(args);
        assert_eq!((code(&output), out(&output)), (2, String::new()), "{args:?}: {}", err(&output));
    }
}

#[test]
fn what_is_inside() {
    let folder = Folder::new();
    for what in ["models", "references", "citations", "options"] {
        let output = folder.osteon(&["list", what]);
        assert_eq!(code(&output), 0);
        assert!(out(&output).lines().count() > 5, "{what}");
    }
    for document in ["patient", "assessment", "options"] {
        let output = folder.osteon(&["schema", document]);
        let schema: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
        assert!(schema["properties"].is_object(), "{document}");
    }
    let demo = folder.osteon(&["demo"]);
    assert_eq!(code(&demo), 0);
    assert!(out(&demo).contains("300 people"));
}

#[test]
fn treatment_effects_are_listed_with_their_sources() {
    let folder = Folder::new();
    let output = folder.osteon(&["list", "effects"]);
    assert_eq!(code(&output), 0);
    let listed = out(&output);
    let header = "drug,trial,outcome,effect_type,value,ci_low,ci_high,months,comparator,population,note,citation,confidence";
    assert_eq!(listed.lines().next(), Some(header));
    let hip = listed.lines().find(|line| line.starts_with("zoledronate,HORIZON-RFT,hip,"));
    let hip = hip.unwrap();
    assert!(hip.starts_with("zoledronate,HORIZON-RFT,hip,HR,0.7,0.41,1.19,23,placebo,"), "{hip}");
    assert!(
        hip.contains("after hip fracture")
            && hip.contains("not significant")
            && hip.ends_with(",lyles2007,A")
    );
    let json = folder.osteon(&["list", "effects", "--json"]);
    let rows: serde_json::Value = serde_json::from_str(&out(&json)).unwrap();
    let conflicting: Vec<&str> = rows
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["trial"] == "FRAME" && row["outcome"] == "morphometric_vertebral")
        .map(|row| row["value"].as_str().unwrap())
        .collect();
    assert_eq!(conflicting, ["73", "83"]);
}
