//! Resources of FHIR R4, no fuller than a hospital exports them.

use jiff::civil::Date;
use serde_json::{Value, json};

/// ICD-10, as the French hospitals write it.
pub(super) const CIM: &str = "http://hl7.org/fhir/sid/icd-10";
/// SNOMED CT.
pub(super) const SNOMED: &str = "http://snomed.info/sct";
/// LOINC.
pub(super) const LOINC: &str = "http://loinc.org";
/// RxNorm.
pub(super) const RXNORM: &str = "http://www.nlm.nih.gov/research/umls/rxnorm";

fn patient(id: &str) -> Value {
    json!({"reference": format!("Patient/{id}")})
}

fn code((system, code): (&str, &str)) -> Value {
    json!({"coding": [{"system": system, "code": code}]})
}

pub(super) fn encounter(id: &str, person: &str, class: &str, on: Date) -> Value {
    json!({
        "resourceType": "Encounter", "id": id, "status": "finished",
        "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": class},
        "subject": patient(person),
        "period": {"start": format!("{on}T09:30:00+01:00")},
    })
}

/// A fracture is over when it has healed, and it happened all the same.
pub(super) fn condition(
    id: &str,
    person: &str,
    coded: (&str, &str),
    on: Date,
    encounter: Option<&str>,
    healed: Option<Date>,
) -> Value {
    let status = if healed.is_some() { "resolved" } else { "active" };
    let mut condition = json!({
        "resourceType": "Condition", "id": id,
        "clinicalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": status}]},
        "verificationStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-ver-status", "code": "confirmed"}]},
        "code": code(coded),
        "subject": patient(person),
        "onsetDateTime": format!("{on}T09:30:00+01:00"),
    });
    if let Some(encounter) = encounter {
        condition["encounter"] = json!({"reference": format!("Encounter/{encounter}")});
    }
    if let Some(day) = healed {
        condition["abatementDateTime"] = json!(day.to_string());
    }
    condition
}

/// A number as it is written, so that a trap may write it as it likes.
pub(super) fn observation(
    id: &str,
    person: &str,
    (loinc, display): (&str, &str),
    value: &str,
    unit: &str,
    on: Date,
) -> Value {
    let mut coding = json!({"system": LOINC, "code": loinc});
    if !display.is_empty() {
        coding["display"] = json!(display);
    }
    let mut observation = json!({
        "resourceType": "Observation", "id": id, "status": "final",
        "code": {"coding": [coding]},
        "subject": patient(person),
        "effectiveDateTime": on.to_string(),
    });
    match value.parse::<serde_json::Number>() {
        Ok(number) => {
            observation["valueQuantity"] = json!({
                "value": number, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit,
            });
        }
        Err(_) => observation["valueString"] = json!(value),
    }
    observation
}

pub(super) fn scan_act(id: &str, person: &str, on: Date) -> Value {
    json!({
        "resourceType": "Procedure", "id": id, "status": "completed",
        "code": code((SNOMED, "312681000")),
        "subject": patient(person),
        "performedDateTime": on.to_string(),
    })
}

/// An order: it may never have been taken.
pub(super) fn order(
    id: &str,
    person: &str,
    rxnorm: &str,
    on: Date,
    status: &str,
    days: Option<u32>,
) -> Value {
    let mut order = json!({
        "resourceType": "MedicationRequest", "id": id, "status": status, "intent": "order",
        "medicationCodeableConcept": code((RXNORM, rxnorm)),
        "subject": patient(person),
        "authoredOn": on.to_string(),
    });
    if let Some(days) = days {
        order["dispenseRequest"] = json!({"expectedSupplyDuration": {
            "value": days, "unit": "d", "system": "http://unitsofmeasure.org", "code": "d",
        }});
    }
    order
}

pub(super) fn given(id: &str, person: &str, rxnorm: &str, on: Date) -> Value {
    json!({
        "resourceType": "MedicationAdministration", "id": id, "status": "completed",
        "medicationCodeableConcept": code((RXNORM, rxnorm)),
        "subject": patient(person),
        "effectiveDateTime": on.to_string(),
    })
}
