//! Every conformance case, by the crate.

use std::fs;
use std::path::Path;

use osteon::Engine;
use osteon::outputs::Outputs;
use serde_json::Value;

#[test]
fn every_case_is_answered_to_the_last_digit() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance");
    let mut cases = 0;
    let mut differ = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "ndjson") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let mut lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let head = lines.next().unwrap();
        let options = osteon::json::options(head["options"].to_string().as_bytes()).unwrap();
        let outputs = Outputs::parse(head["outputs"].as_str().unwrap()).unwrap();
        let engine = Engine::new(options, Vec::new()).unwrap().with_outputs(outputs);
        for case in lines {
            cases += 1;
            let patient = osteon::json::patient(case["patient"].to_string().as_bytes()).unwrap();
            let mut said = serde_json::to_value(engine.assess(&patient).unwrap()).unwrap();
            said.as_object_mut().unwrap().remove("engine");
            if said != case["assessment"] {
                differ.push(case["patient"]["id"].to_string());
            }
        }
    }
    assert!(cases >= 500, "{cases} cases");
    assert!(differ.is_empty(), "{} of {cases} differ: {}", differ.len(), differ.join(" "));
}
