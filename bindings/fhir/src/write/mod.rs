//! Answers as resources of FHIR R4.

mod diagnostic_report;
mod identity;
mod measure_report;
mod risk_assessment;
mod task;

use osteon::fls::ServiceAnswer;
use serde_json::Value;

/// One file of resources, one a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceFile {
    /// `MeasureReport.ndjson`, ...
    pub name: String,
    /// Its lines.
    pub lines: Vec<String>,
}

/// The indicators as `MeasureReport`, the worklist as `Task`, assessed people as `RiskAssessment` and
/// `DiagnosticReport`. A kind of which there is none has no file.
#[must_use]
pub fn resources(answer: &ServiceAnswer) -> Vec<ResourceFile> {
    let kinds: [(&str, Vec<Value>); 4] = [
        ("MeasureReport", measure_report::resources(answer)),
        ("Task", task::resources(answer)),
        ("RiskAssessment", risk_assessment::resources(answer)),
        ("DiagnosticReport", diagnostic_report::resources(answer)),
    ];
    kinds
        .into_iter()
        .filter(|(_, resources)| !resources.is_empty())
        .map(|(name, resources)| ResourceFile {
            name: format!("{name}.ndjson"),
            lines: resources.iter().map(Value::to_string).collect(),
        })
        .collect()
}
