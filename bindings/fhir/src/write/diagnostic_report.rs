//! What the engine says of a person, as `DiagnosticReport`: triage and recommendation in words.

use osteon::fls::journey::EngineSays;
use osteon::fls::{Journey, ServiceAnswer};
use osteon::guideline;
use osteon::rule::Seen;
use serde_json::{Value, json};

use super::identity::{id, patient};

pub(super) fn resources(answer: &ServiceAnswer) -> impl Iterator<Item = Value> {
    answer.journeys.iter().filter_map(|journey| report(answer, journey))
}

fn report(answer: &ServiceAnswer, journey: &Journey) -> Option<Value> {
    let conclusion = conclusion(&journey.says)?;
    let as_of = answer.settings.period.as_of;
    Some(json!({
        "resourceType": "DiagnosticReport",
        "id": id(&["report", &journey.event.event_id]),
        // FHIR's `final` is a report that an authorised person verified, which nobody did.
        "status": "partial",
        "code": { "text": "Fracture risk assessment after a fracture, by software" },
        "subject": patient(&journey.patient_id),
        "effectiveDateTime": as_of.to_string(),
        // An instant has a time and a zone, and a report has a day: its first moment in universal time.
        "issued": format!("{as_of}T00:00:00Z"),
        "conclusion": conclusion,
    }))
}

/// Triage, recommendation and how far its rules are verified; none where the engine gave neither.
fn conclusion(says: &EngineSays) -> Option<String> {
    let mut sentences = Vec::new();
    if let Some(priority) = says.priority {
        let within = says.within_weeks.map(|weeks| format!(", to be seen within {weeks} weeks"));
        sentences.push(format!("Priority {}{}.", words(priority.as_str()), within.unwrap_or_default()));
    }
    if let Some(recommendation) = says.recommendation {
        let guideline = says.guideline.and_then(guideline::from_id);
        let name = guideline.map_or("Guideline", |guideline| guideline.name);
        sentences.push(format!("{name}: {}.", words(recommendation.as_str())));
        match guideline.map(|guideline| guideline.seen) {
            Some(Seen::Checked) => sentences.push("Its rules were held against the paper.".to_owned()),
            Some(Seen::NotYetVerified) => {
                sentences.push("Its rules are not yet verified against the paper.".to_owned());
            }
            None => {}
        }
    }
    if sentences.is_empty() {
        return None;
    }
    if !says.missing.is_empty() {
        sentences.push(format!("Unknown, and able to change it: {}.", says.missing.join(", ")));
    }
    sentences.push("A proposal of software for professionals; it replaces no judgement.".to_owned());
    Some(sentences.join(" "))
}

fn words(key: &str) -> String {
    key.replace('_', " ")
}
