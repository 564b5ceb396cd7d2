//! The conformance cases: patient documents with the assessments that every face must give, drawn from seeds.

use std::fs;
use std::path::Path;

use osteon::Engine;
use osteon::document::{Options, Patient};
use osteon::outputs::Outputs;
use osteon_tests::people::{Draw, person, with_bloods, with_frax, with_treatment, with_unknowns};
use serde_json::{Value, json};

/// A file of cases with one set of options: `tests/conformance/NAME.ndjson`.
struct Group {
    name: &'static str,
    country: Option<&'static str>,
    outputs: &'static str,
    trace: &'static str,
    cases: u64,
}

const GUIDELINES: &str = "scores,diagnosis,guidelines,triage";

const fn of_country(name: &'static str, country: &'static str, cases: u64) -> Group {
    Group { name, country: Some(country), outputs: GUIDELINES, trace: "off", cases }
}

const GROUPS: &[Group] = &[
    of_country("france", "FR", 100),
    of_country("united_kingdom", "GB", 90),
    of_country("united_states", "US", 90),
    of_country("germany", "DE", 60),
    of_country("canada", "CA", 50),
    of_country("japan", "JP", 40),
    Group {
        name: "drugs",
        country: Some("FR"),
        outputs: "diagnosis,course,safety,access,work_up",
        trace: "off",
        cases: 75,
    },
    Group {
        name: "whole",
        country: None,
        outputs: "scores,tbs,diagnosis,changes,risks,course,guidelines,triage,safety,access,work_up",
        trace: "on",
        cases: 8,
    },
];

/// Writes every file.
pub(crate) fn write(folder: &Path) -> Result<u64, String> {
    let mut written = 0;
    for (number, group) in (1_u64..).zip(GROUPS) {
        let options = json!({
            "schema": "osteon/options/1",
            "guideline_country": group.country,
            "trace": group.trace,
        });
        let mut options = options;
        if group.country.is_none() {
            options.as_object_mut().ok_or("options")?.remove("guideline_country");
        }
        let engine = engine(&options, group.outputs)?;
        let mut text = json!({"options": options, "outputs": group.outputs}).to_string() + "\n";
        for case in 0..group.cases {
            let mut patient = drawn(number << 32 | case);
            patient.id = Some(format!("{}-{case}", group.name));
            let assessment = engine.assess(&patient).map_err(|refusals| format!("{refusals:?}"))?;
            let mut expected = serde_json::to_value(&assessment).map_err(|error| error.to_string())?;
            // Versions change with every release, and the options stand at the head of the file.
            expected.as_object_mut().ok_or("an assessment is an object")?.remove("engine");
            let case: Value = json!({"patient": patient, "assessment": expected});
            text += &case.to_string();
            text.push('\n');
            written += 1;
        }
        let path = folder.join(format!("{}.ndjson", group.name));
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(written)
}

fn engine(options: &Value, outputs: &str) -> Result<Engine, String> {
    let options: Options = serde_json::from_value(options.clone()).map_err(|error| error.to_string())?;
    let engine = Engine::new(options, Vec::new()).map_err(|refusals| format!("{refusals:?}"))?;
    Ok(engine.with_outputs(Outputs::parse(outputs).map_err(|refusal| refusal.to_string())?))
}

/// A third of the people are wholly known, a third of them are treated.
fn drawn(seed: u64) -> Patient {
    let mut draw = Draw(seed);
    let mut patient = person(&mut draw);
    if !draw.one_in(3) {
        with_frax(&mut patient, &mut draw);
    }
    with_bloods(&mut patient, &mut draw);
    if draw.one_in(3) {
        with_treatment(&mut patient, &mut draw);
    }
    if draw.one_in(6) {
        patient.scans = Some(Vec::new());
    }
    if draw.one_in(3) { patient } else { with_unknowns(&patient, &mut draw) }
}
