//! `osteon explain` and `osteon report`, as a script sees them.

use std::fs;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const PATIENT: &str = r#"{"id": "p1", "sex": "female", "age_years": 67, "fractures": [],
  "scans": [{"manufacturer": "hologic", "regions": [{"region": "femoral_neck", "bmd_g_cm2": 0.558}]}]}"#;

fn osteon(folder: &TempDir, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_osteon"));
    let Output { status, stdout, stderr } =
        command.args(args).current_dir(folder.path()).stdin(Stdio::null()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("p.json"), PATIENT).unwrap();
    folder
}

#[test]
fn an_explanation_in_both_languages() {
    let folder = folder();
    let (code, said, err) = osteon(&folder, &["explain", "p.json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(said.contains("T-score -2.5") && said.contains("[looker1998]"), "{said}");
    let (code, said, _) = osteon(&folder, &["explain", "p.json", "--lang", "fr", "--guideline", "bhof2022"]);
    assert_eq!(code, 0);
    assert!(said.contains("T-score -2,5") && said.contains("BHOF") && !said.contains("NOGG"), "{said}");
}

#[test]
fn a_report_as_a_page_and_as_text() {
    let folder = folder();
    let (code, said, err) = osteon(&folder, &["report", "p.json", "-o", "r.html", "--country", "US"]);
    assert_eq!((code, said.as_str(), err.as_str()), (0, "", ""));
    let page = fs::read_to_string(folder.path().join("r.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<svg") && page.contains("BHOF"));
    let (code, said, _) = osteon(&folder, &["report", "p.json", "--format", "text", "--lang", "fr"]);
    assert_eq!(code, 0);
    assert!(said.contains("DIAGNOSTIC") && said.contains("Ostéoporose") && !said.contains("<p>"), "{said}");
    let (code, ..) = osteon(&folder, &["report", "p.json", "-o", "r.txt"]);
    assert_eq!(code, 0);
    assert!(fs::read_to_string(folder.path().join("r.txt")).unwrap().contains("DIAGNOSIS"));
}

#[test]
fn a_refused_person_is_listed_and_nothing_is_written() {
    let folder = folder();
    fs::write(
        folder.path().join("bad.json"),
        r#"{"id": "p2", "sex": "female", "age_years": 67, "height_cm": 1.65}"#,
    )
    .unwrap();
    fs::write(folder.path().join("key.json"), r#"{"sex": "female", "age_years": 67, "heigth_cm": 165}"#)
        .unwrap();
    for (file, field) in [("bad.json", "height_cm"), ("key.json", "heigth_cm")] {
        for command in ["explain", "report"] {
            let (code, said, err) = osteon(&folder, &[command, file]);
            assert_eq!((code, said.as_str()), (1, ""), "{command} {file}");
            assert!(err.contains(field) && err.contains("person refused"), "{err}");
        }
    }
    osteon(&folder, &["report", "bad.json", "-o", "r.html"]);
    assert!(!folder.path().join("r.html").exists());
}

#[test]
fn a_refusal_in_french() {
    let folder = folder();
    for (document, said) in [
        (r#"{"sex": "female", "age_years": 67, "height_cm": 1.65}"#, "hors des limites"),
        (r#"{"sex": "femal", "age_years": 67}"#, "vouliez-vous dire female"),
        (r#"{"sex": "female", "age_years": 67, "heigth_cm": 165}"#, "champ inconnu"),
    ] {
        fs::write(folder.path().join("bad.json"), document).unwrap();
        let (code, _, err) = osteon(&folder, &["report", "bad.json", "--lang", "fr"]);
        assert_eq!(code, 1);
        assert!(err.contains(said) && err.contains("personne refusée") && !err.contains("refused"), "{err}");
    }
}

#[test]
fn a_call_that_is_wrong_exits_with_2() {
    let folder = folder();
    fs::write(folder.path().join("broken.json"), "{").unwrap();
    fs::write(folder.path().join("many.json"), format!("[{PATIENT}]")).unwrap();
    for (args, said) in [
        (&["explain", "none.json"][..], "none.json"),
        (&["report", "broken.json"], "broken.json"),
        (&["report", "many.json"], "one patient document"),
        (&["report", "p.json", "-o", "p.json"], "replace the input"),
        (&["explain", "p.json", "--lang", "de"], "de"),
        (&["explain", "p.json", "--guideline", "bhof2021"], "bhof2022"),
        (&["assess", "p.json", "--country", "XX"], "countries"),
        (&["assess", "p.json", "--country", "US", "--set", "guideline_country=FR"], "given twice"),
    ] {
        let (code, out, err) = osteon(&folder, args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        assert!(err.contains(said), "{args:?}: {err}");
    }
}

#[test]
fn assess_takes_the_guidelines_too() {
    let folder = folder();
    let (code, said, _) =
        osteon(&folder, &["assess", "p.json", "--guideline", "bhof2022", "--guideline", "acp2023"]);
    assert_eq!(code, 0);
    let answer: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(answer["guidelines"].as_array().unwrap().len(), 2);
    assert_eq!(answer["engine"]["options"]["guidelines"], "bhof2022,acp2023");
}
