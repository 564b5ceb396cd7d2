//! The traps that such records hold, each on a person of its own, so that it can be looked up.

use jiff::civil::{Date, date};
use serde_json::{Value, json};

use super::Files;
use super::resource::{self, CIM, SNOMED};

pub(super) fn write(files: &mut Files) {
    two_rows_and_another_age(files);
    wrong_way_scores(files);
    yearly_renewals(files);
    review(files);
    people_who_die(files);
    bundle(files);
    older_fhir(files);
    omop(files);
    unreadable(files);
}

fn person(files: &mut Files, id: &str, born: Date, died: Option<&str>) {
    let mut patient = json!({
        "resourceType": "Patient", "id": id, "gender": "female", "birthDate": born.to_string(),
    });
    if let Some(died) = died {
        patient["deceasedDateTime"] = json!(died);
    }
    files.resource(&patient);
}

fn fracture(files: &mut Files, id: &str, person: &str, code: (&str, &str), on: Date) {
    files.resource(&resource::condition(id, person, code, on, None, None));
}

/// One fracture in two rows, written at two hours of one day in two time zones; and one before 50.
fn two_rows_and_another_age(files: &mut Files) {
    person(files, "t-two-rows", date(1948, 3, 2), None);
    let mut first =
        resource::condition("tc1", "t-two-rows", (SNOMED, "65966004"), date(2023, 5, 4), None, None);
    first["onsetDateTime"] = json!("2023-05-04T23:40:00-04:00");
    let mut second =
        resource::condition("tc2", "t-two-rows", (SNOMED, "443165006"), date(2023, 5, 4), None, None);
    second["onsetDateTime"] = json!("2023-05-04T23:59:59-04:00");
    files.resource(&first);
    files.resource(&second);
    // The same resource again, in another file.
    files.line("Condition.again.ndjson", &first.to_string());
    person(files, "t-under-50", date(1973, 9, 1), None);
    fracture(files, "tc3", "t-under-50", (CIM, "S52.5"), date(2023, 8, 31));
}

/// Three scores of a code that means a forearm, and a fall of three SDs that no bone makes.
fn wrong_way_scores(files: &mut Files) {
    person(files, "t-wrong-way", date(1950, 1, 1), None);
    fracture(files, "tc4", "t-wrong-way", (CIM, "S42.2"), date(2023, 2, 10));
    for (n, (score, on)) in
        [("0.0912345678901234", date(2018, 6, 1)), ("0.43", date(2021, 6, 1)), ("-2.59", date(2023, 3, 1))]
            .into_iter()
            .enumerate()
    {
        let code = ("38265-5", "DXA [T-score] Bone density");
        let id = format!("to{n}");
        files.resource(&resource::observation(&id, "t-wrong-way", code, score, "{T-score}", on));
    }
}

/// A drug renewed every year as a new order.
fn yearly_renewals(files: &mut Files) {
    person(files, "t-renewals", date(1945, 1, 1), None);
    fracture(files, "tc5", "t-renewals", (CIM, "S72.0"), date(2023, 4, 20));
    for year in 2016..=2025 {
        let status = if year == 2025 { "active" } else { "stopped" };
        let id = format!("tm{year}");
        files.resource(&resource::order(&id, "t-renewals", "904419", date(year, 1, 15), status, None));
    }
}

/// What somebody must look at.
fn review(files: &mut Files) {
    for (id, code) in [("t-periprosthetic", "M96.6"), ("t-old-vertebra", "M48.5"), ("t-shaft", "S72.3")] {
        person(files, id, date(1946, 7, 7), None);
        fracture(files, &format!("tr-{id}"), id, (CIM, code), date(2023, 6, 15));
    }
    fracture(files, "tr-earlier", "t-old-vertebra", (CIM, "M48.5"), date(2019, 6, 15));
    files.resource(&resource::given("tm-shaft", "t-shaft", "705823", date(2022, 9, 1)));
    // A tumour of the bone.
    person(files, "t-tumour", date(1946, 7, 7), None);
    fracture(files, "tr-met", "t-tumour", (CIM, "C79.5"), date(2023, 1, 9));
    fracture(files, "tr-path", "t-tumour", (CIM, "M84.4"), date(2023, 2, 9));
}

/// Dead before the weeks are over, and dead on a day that nobody wrote down.
fn people_who_die(files: &mut Files) {
    person(files, "t-died", date(1938, 1, 1), Some("2023-07-30T22:00:00+02:00"));
    fracture(files, "tc6", "t-died", (CIM, "S72.1"), date(2023, 6, 1));
    person(files, "t-died-year", date(1938, 1, 1), Some("2024"));
    fracture(files, "tc7", "t-died-year", (CIM, "S72.1"), date(2023, 6, 1));
}

fn entry(resource: Value) -> Value {
    let full = format!("urn:uuid:{}", resource["id"].as_str().unwrap_or(""));
    json!({"fullUrl": full, "resource": resource})
}

/// A bundle, where people are named by `urn:uuid:`.
fn bundle(files: &mut Files) {
    let id = "4be9e1f2-0d6c-4a53-9d8a-2f5d10f4c1aa";
    let mut condition = resource::condition("tb-1", id, (SNOMED, "359817006"), date(2023, 9, 9), None, None);
    condition["subject"]["reference"] = json!(format!("urn:uuid:{id}"));
    let patient = json!({"resourceType": "Patient", "id": id, "gender": "male", "birthDate": "1944-04-04"});
    let mut scan = resource::scan_act("tb-2", id, date(2023, 10, 1));
    scan["subject"]["reference"] = json!(format!("urn:uuid:{id}"));
    let bundle = json!({
        "resourceType": "Bundle", "type": "transaction",
        "entry": [entry(patient), entry(condition), entry(scan)],
    });
    files.line("bundles/one_person.json", &bundle.to_string());
}

/// FHIR of 2015: a plain word for the status, `patient`, `MedicationOrder`, a slash after the units.
fn older_fhir(files: &mut Files) {
    let id = "t-dstu2";
    let reference = json!({"reference": format!("Patient/{id}")});
    let patient = json!({"resourceType": "Patient", "id": id, "gender": "female", "birthDate": "1940-02-29"});
    let condition = json!({
        "resourceType": "Condition", "id": "tb-3", "patient": reference, "clinicalStatus": "active",
        "verificationStatus": "confirmed", "onsetDateTime": "2023-03-03", "abatementDateTime": "2023-06-03",
        "code": {"coding": [{"system": SNOMED, "code": "263102004"}]},
    });
    let score = json!({
        "resourceType": "Observation", "id": "tb-4", "subject": reference, "status": "final",
        "code": {"coding": [{"system": resource::LOINC, "code": "38265-5", "display": "DXA [T-score] Bone density"}]},
        "effectiveDateTime": "2023-04-04",
        "valueQuantity": {"value": -2.7, "unit": "{T-score}", "system": "http://unitsofmeasure.org/", "code": "{T-score}"},
    });
    let order = json!({
        "resourceType": "MedicationOrder", "id": "tb-5", "patient": reference, "status": "active",
        "dateWritten": "2023-04-20",
        "medicationCodeableConcept": {"coding": [{"system": resource::RXNORM, "code": "904419"}]},
    });
    let bundle = json!({
        "resourceType": "Bundle", "type": "collection",
        "entry": [entry(patient), entry(condition), entry(score), entry(order)],
    });
    files.line("bundles/older.json", &bundle.to_string());
}

/// OMOP, where a score below zero was dropped and only its text is left.
fn omop(files: &mut Files) {
    let mut table = |name: &str, lines: &[&str]| {
        lines.iter().for_each(|line| files.line(&format!("omop/{name}.csv"), line));
    };
    table(
        "PERSON",
        &[
            "person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth,birth_datetime",
            "900001,8532,1947,5,6,1947-05-06 00:00:00",
        ],
    );
    table(
        "CONCEPT",
        &[
            "concept_id,concept_name,domain_id,vocabulary_id,concept_class_id,standard_concept,concept_code",
            "4230399,,Condition,SNOMED,Clinical Finding,S,359817006",
            "3049273,,Measurement,LOINC,Clinical Observation,S,38265-5",
        ],
    );
    table(
        "CONDITION_OCCURRENCE",
        &[
            "condition_occurrence_id,person_id,condition_concept_id,condition_start_date,condition_source_value",
            "1,900001,4230399,2023-11-11,359817006",
        ],
    );
    table(
        "MEASUREMENT",
        &[
            "measurement_id,person_id,measurement_concept_id,measurement_date,value_as_number,unit_source_value,\
             value_source_value,measurement_source_value",
            "1,900001,3049273,2023-12-01,,{T-score},-2.7,38265-5",
        ],
    );
}

/// A file that stops in the middle of a line, a log, and a picture.
fn unreadable(files: &mut Files) {
    let whole =
        resource::observation("tx1", "t-two-rows", ("2000-8", ""), "2.31", "mmol/L", date(2023, 6, 6));
    let cut = resource::observation("tx2", "t-two-rows", ("14682-9", ""), "81", "umol/L", date(2023, 6, 6))
        .to_string();
    files.line("Observation.interrupted.ndjson", &whole.to_string());
    let text = files.0.entry("Observation.interrupted.ndjson".to_owned()).or_default();
    text.push_str(&cut[..cut.len() / 2]);
    files.line("log.ndjson", r#"{"exportId":"1","eventId":"kickoff","eventDetail":{}}"#);
    files.line("scan.txt", "A report that nobody made into a record.");
    // A step that is in no list, and one of a person whose fracture is not here.
    files.step(["t-died", "", "telephoned", "2023-06-20", "done", "", "1", "inpatient"]);
    files.step(["t-nobody", "", "invited", "2023-06-20", "done", "", "", "inpatient"]);
}
