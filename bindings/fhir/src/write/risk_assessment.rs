//! The risk that the engine gave a person, as `RiskAssessment`.

use jiff::Span;
use osteon::fls::{Journey, ServiceAnswer};
use osteon::risk::{Model, notice};
use serde_json::{Value, json};

use super::identity::{id, patient};

pub(super) fn resources(answer: &ServiceAnswer) -> impl Iterator<Item = Value> {
    answer.journeys.iter().filter_map(|journey| assessment(answer, journey))
}

fn assessment(answer: &ServiceAnswer, journey: &Journey) -> Option<Value> {
    let (percent, model) = journey.says.risk_percent.filter(|(percent, _)| percent.is_finite())?;
    // What the percentage is of, and until when, as the registry of models says it.
    let as_of = answer.settings.period.as_of;
    let mut prediction = json!({ "outcome": { "text": "fracture" }, "probabilityDecimal": percent });
    if let (Some(of), Some(fields)) = (journey.says.risk_of, prediction.as_object_mut()) {
        let text = format!("{} within {} years", of.outcome.words(), of.years);
        fields.insert("outcome".to_owned(), json!({ "text": text }));
        let years = Span::new().try_years(of.years);
        if let Some(end) = years.ok().and_then(|years| as_of.checked_add(years).ok()) {
            let period = json!({ "start": as_of.to_string(), "end": end.to_string() });
            fields.insert("whenPeriod".to_owned(), period);
        }
    }
    let name = Model::from_id(model).map_or(model, |model| model.name);
    let mut assessment = json!({
        "resourceType": "RiskAssessment",
        "id": id(&["risk", &journey.event.event_id, model]),
        // No person has verified it.
        "status": "preliminary",
        "method": { "text": if name == model { name.to_owned() } else { format!("{name} ({model})") } },
        "subject": patient(&journey.patient_id),
        "occurrenceDateTime": as_of.to_string(),
        // FHIR writes a probability as a percentage: at most 100.
        "prediction": [prediction],
    });
    let notice = Model::from_id(model).and_then(notice::of);
    if let (Some(notice), Some(fields)) = (notice, assessment.as_object_mut()) {
        fields.insert("note".to_owned(), json!([{ "text": notice.text }]));
    }
    Some(assessment)
}
