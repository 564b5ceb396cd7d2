//! The worklist as `Task`: proposals, none of them accepted by anybody yet.

use osteon::document::guidance::Priority;
use osteon::fls::ServiceAnswer;
use osteon::fls::output::WorklistRow;
use serde_json::{Value, json};

use super::identity::{id, patient, urn};

pub(super) fn resources(answer: &ServiceAnswer) -> impl Iterator<Item = Value> {
    answer.worklist.iter().map(|row| task(answer, row))
}

fn task(answer: &ServiceAnswer, row: &WorklistRow) -> Value {
    let person = patient(&row.patient_id);
    let mut task = json!({
        "resourceType": "Task",
        "id": id(&["task", &row.event_id, row.action.as_str()]),
        "status": "requested",
        "intent": "proposal",
        "priority": priority(row.priority),
        "code": {
            "coding": [{ "system": urn("code-system", "work-action"), "code": row.action.as_str() }],
            "text": row.action.as_str().replace('_', " "),
        },
        "for": person,
        "authoredOn": answer.settings.period.as_of.to_string(),
        "input": [
            { "type": { "text": "rank" }, "valuePositiveInt": row.rank.max(1) },
            { "type": { "text": "within capacity" }, "valueBoolean": row.within_capacity },
            { "type": { "text": "event" }, "valueString": row.event_id },
        ],
    });
    let Some(fields) = task.as_object_mut() else { return task };
    if !row.reason.is_empty() {
        fields.insert("description".to_owned(), json!(row.reason));
    }
    if let Some(due) = row.due_on {
        fields.insert("restriction".to_owned(), json!({ "period": { "end": due.to_string() } }));
    }
    if let Some(input) = fields.get_mut("input").and_then(Value::as_array_mut) {
        input.extend(
            row.also
                .iter()
                .map(|also| json!({ "type": { "text": "also open" }, "valueCode": also.as_str() })),
        );
    }
    task
}

/// FHIR's order is routine, urgent, asap, stat.
const fn priority(priority: Option<Priority>) -> &'static str {
    match priority {
        Some(Priority::VeryHigh) => "asap",
        Some(Priority::High) => "urgent",
        Some(Priority::Intermediate | Priority::Low | Priority::Undetermined) | None => "routine",
    }
}
