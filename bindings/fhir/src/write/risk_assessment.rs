//! The risk that the engine gave a person, as `RiskAssessment`.

use osteon::fls::{Journey, ServiceAnswer};
use osteon::risk::{Model, notice};
use serde_json::{Value, json};

use super::identity::{id, patient};

pub(super) fn resources(answer: &ServiceAnswer) -> impl Iterator<Item = Value> {
    answer.journeys.iter().filter_map(|journey| assessment(answer, journey))
}

fn assessment(answer: &ServiceAnswer, journey: &Journey) -> Option<Value> {
    let (percent, model) = journey.says.risk_percent.filter(|(percent, _)| percent.is_finite())?;
    let name = Model::from_id(model).map_or(model, |model| model.name);
    let mut assessment = json!({
        "resourceType": "RiskAssessment",
        "id": id(&["risk", &journey.event.event_id, model]),
        // No person has verified it.
        "status": "preliminary",
        "method": { "text": if name == model { name.to_owned() } else { format!("{name} ({model})") } },
        "subject": patient(&journey.patient_id),
        "occurrenceDateTime": answer.settings.period.as_of.to_string(),
        // FHIR writes a probability as a percentage: at most 100.
        "prediction": [{ "outcome": { "text": "fracture" }, "probabilityDecimal": percent }],
    });
    let notice = Model::from_id(model).and_then(notice::of);
    if let (Some(notice), Some(fields)) = (notice, assessment.as_object_mut()) {
        fields.insert("note".to_owned(), json!([{ "text": notice.text }]));
    }
    Some(assessment)
}
