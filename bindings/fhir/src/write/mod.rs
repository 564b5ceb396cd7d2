//! Answers as resources of FHIR R4.

mod diagnostic_report;
mod identity;
mod measure_report;
mod risk_assessment;
mod task;

use osteon::fls::ServiceAnswer;
use serde_json::Value;

/// One file of resources, one a line.
pub struct ResourceFile<'a> {
    /// `MeasureReport.ndjson`, ...
    pub name: String,
    /// Its lines, each made when it is asked for: a list of many people is never held as a whole.
    pub lines: Box<dyn Iterator<Item = String> + 'a>,
}

impl core::fmt::Debug for ResourceFile<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("ResourceFile").field("name", &self.name).finish_non_exhaustive()
    }
}

/// The indicators as `MeasureReport`, the worklist as `Task`, assessed people as `RiskAssessment` and
/// `DiagnosticReport`. A kind of which there is none has no file.
pub fn resources(answer: &ServiceAnswer) -> impl Iterator<Item = ResourceFile<'_>> {
    type Values<'a> = Box<dyn Iterator<Item = Value> + 'a>;
    let kinds: [(&str, Values<'_>); 4] = [
        ("MeasureReport", Box::new(measure_report::resources(answer).into_iter())),
        ("Task", Box::new(task::resources(answer))),
        ("RiskAssessment", Box::new(risk_assessment::resources(answer))),
        ("DiagnosticReport", Box::new(diagnostic_report::resources(answer))),
    ];
    kinds.into_iter().filter_map(|(name, values)| {
        let mut lines = values.map(|value| value.to_string()).peekable();
        lines.peek()?;
        Some(ResourceFile { name: format!("{name}.ndjson"), lines: Box::new(lines) })
    })
}
