//! Every conformance case, by the command line.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

#[test]
fn every_case_is_answered_to_the_last_digit() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/conformance");
    let folder = TempDir::new().unwrap();
    let mut seen = 0;
    for entry in fs::read_dir(cases).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "ndjson") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let mut lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let head = lines.next().unwrap();
        let expected: Vec<Value> = lines.collect();
        let people: Vec<String> = expected.iter().map(|case| case["patient"].to_string()).collect();
        fs::write(folder.path().join("options.json"), head["options"].to_string()).unwrap();
        fs::write(folder.path().join("people.ndjson"), people.join("\n")).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_osteon"))
            .args(["assess", "people.ndjson", "--options", "options.json", "--outputs"])
            .arg(head["outputs"].as_str().unwrap())
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(said.lines().count(), expected.len(), "{}", path.display());
        for (line, case) in said.lines().zip(&expected) {
            let mut said: Value = serde_json::from_str(line).unwrap();
            said.as_object_mut().unwrap().remove("engine");
            assert_eq!(said, case["assessment"], "{}", case["patient"]["id"]);
            seen += 1;
        }
    }
    assert!(seen >= 500, "{seen} cases");
}
