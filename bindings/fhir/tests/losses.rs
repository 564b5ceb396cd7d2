//! What cannot be read of a fracture, a scan or a drug is told, and never left out in silence.

mod folder;

use folder::{FEMUR, Files, condition, kinds, patient};
use osteon::document::Drug;
use osteon::fls::record::Verification;
use osteon::fls::{Code, CodeSystem, Finding, FindingKind, PatientRecord, drug};
use osteon_fhir::read::{Codes, folder_with};

const SUBJECT: &str = r#""subject":{"reference":"Patient/a"}"#;

fn read(lines: &[&str]) -> (Vec<PatientRecord>, Vec<Finding>) {
    Files::new().with("a.ndjson", lines).read()
}

/// A T-score of a person with a fracture.
fn scan(id: &str, more: &str) -> String {
    format!(
        r#"{{"resourceType":"Observation","id":"{id}",{SUBJECT},"effectiveDateTime":"2024-06-01","code":{{"coding":[{{"system":"http://loinc.org","code":"38265-5"}}]}},{more}}}"#
    )
}

#[test]
fn a_fracture_of_nobody_is_told() {
    for subject in [
        r#"{"display":"A B"}"#,
        r#"{"reference":"Patient?name=x"}"#,
        r##"{"reference":"#pat"}"##,
        r#"{"reference":""}"#,
        r#"{"reference":"Group/1"}"#,
        r#"{"reference":7}"#,
        "7",
    ] {
        let stray = condition("c", "a").replace(r#"{"reference":"Patient/a"}"#, subject);
        let (records, findings) = read(&[&patient("a"), &stray]);
        assert!(records.iter().all(|record| record.conditions.is_empty()), "{subject}");
        let told = findings.iter().find(|finding| finding.kind == FindingKind::NoPatient);
        assert!(told.is_some_and(Finding::is_refused), "{subject}: {findings:?}");
    }
}

#[test]
fn a_scan_or_a_drug_of_nobody_is_told() {
    let drug = format!(
        r#"{{"resourceType":"MedicationRequest","id":"m","status":"active",{SUBJECT},"medicationCodeableConcept":{{"coding":[{{"system":"http://www.whocc.no/atc","code":"M05BA04"}}]}}}}"#
    );
    for record in [scan("o", r#""valueQuantity":{"value":-2.7}"#), drug] {
        for subject in ["{}", "[]", "5"] {
            let stray = record.replace(SUBJECT, &format!(r#""subject":{subject}"#));
            let (_, findings) = read(&[&patient("a"), &condition("c", "a"), &stray]);
            assert_eq!(findings[0].kind, FindingKind::NoPatient, "{stray}");
        }
        // Of people without a fracture nothing is read, and nothing told.
        let (_, findings) =
            read(&[&patient("a"), &condition("c", "a"), &record.replace("Patient/a", "Patient/b")]);
        assert_eq!(findings, []);
    }
}

#[test]
fn a_drug_or_a_reason_that_cannot_be_read_is_told() {
    let medication = r#"{"resourceType":"Medication","id":"m","code":{"coding":[{"code":5}]}}"#;
    let appointment = r#"{"resourceType":"Appointment","id":"x","status":5,"created":"2024-05-10","reasonReference":[{"reference":"Condition/c"}],"participant":[{"actor":{"reference":"Patient/a"}}]}"#;
    let reason = appointment.replace("\"Condition/c\"", "5").replace("\"status\":5", "\"status\":\"booked\"");
    let nobody = appointment.replace(r#"{"reference":"Patient/a"}"#, "5");
    let told = [
        (medication, "code"),
        (appointment, "status"),
        (&*reason, "reasonReference"),
        (&*nobody, "participant"),
    ];
    for (record, field) in told {
        let (_, findings) = read(&[&patient("a"), &condition("c", "a"), record]);
        assert_eq!((kinds(&findings), &*findings[0].field), (vec![FindingKind::BadValue], field));
    }
}

#[test]
fn a_patient_within_a_record_is_known_by_its_identifier() {
    let within = |identifier: &str| {
        condition("c", "a").replace(
            SUBJECT,
            &format!(
                r##""subject":{{"reference":"#p"}},"contained":[{{"resourceType":"Patient","id":"p","identifier":[{{"system":"http://ward","value":"{identifier}"}}]}}]"##
            ),
        )
    };
    let (records, findings) = read(&[&patient("a"), &within("77")]);
    assert_eq!((records.len(), findings), (1, Vec::new()));
    assert_eq!((&*records[0].patient_id, records[0].conditions.len()), ("a", 1));
    let (records, findings) = read(&[&patient("a"), &within("78")]);
    assert_eq!((records.len(), kinds(&findings)), (0, vec![FindingKind::UnresolvedReference]));
}

#[test]
fn a_code_that_cannot_be_read_is_told_whoever_the_person_is() {
    let coded = |code: &str| {
        let (before, rest) =
            condition("c", "a").split_once(r#""code":"#).map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        let rest = rest.split_once(r#","subject""#).unwrap().1.to_owned();
        format!(r#"{before}"code":{code},"subject"{rest}"#)
    };
    for code in [
        r#"{"coding":[{"system":"http://snomed.info/sct","code":359817006}]}"#,
        r#"{"coding":[{"system":5,"code":"S72.0"}]}"#,
        r#"{"coding":"S72.0"}"#,
        r#"{"coding":[{"system":"http://snomed.info/sct","code":"1"}],"text":"\ud800"}"#,
        "7",
    ] {
        let one = coded(code);
        let (records, findings) = read(&[&patient("a"), &one]);
        assert!(records.is_empty(), "{code}");
        assert_eq!(kinds(&findings), [FindingKind::BadValue], "{code}");
        assert_eq!((&*findings[0].field, findings[0].place.line), ("code", 2));
        // The same of a person who is kept for another fracture.
        let (_, findings) = read(&[&patient("a"), &condition("other", "a"), &one]);
        assert_eq!(kinds(&findings), [FindingKind::BadValue], "{code}");
    }
    // A list around one code is no reason to lose it.
    let list =
        coded(&format!(r#"[{{"coding":[{{"system":"http://hl7.org/fhir/sid/icd-10","code":"{FEMUR}"}}]}}]"#));
    let (records, findings) = read(&[&patient("a"), &list]);
    assert_eq!((records[0].conditions.len(), findings), (1, Vec::new()));
    // So is a scan whose code cannot be read.
    let scan = scan("o", r#""status":"final""#).replace(r#""38265-5""#, "38265");
    let (_, findings) = read(&[&patient("a"), &condition("c", "a"), &scan]);
    assert_eq!(kinds(&findings), [FindingKind::BadValue]);
}

#[test]
fn a_code_of_no_system_is_told() {
    let rows =
        format!("patient_id,code,code_system,date\na,{FEMUR},PMSI,2024-05-01\nb,{FEMUR},,2024-05-01\n");
    let files = Files::new().with_bytes("conditions.csv", rows.as_bytes());
    // A code without a system makes nobody one whose records are read.
    let is_anchor: fn(&Code) -> bool = |code| &*code.code == FEMUR && code.system != CodeSystem::Other;
    let codes = Codes { is_anchor, ..folder::codes() };
    let mut findings = Vec::new();
    let folder = folder_with(&files.path, codes, &mut |one| findings.push(one), &mut |_| ()).unwrap();
    assert_eq!(folder.people(), 0);
    let told: Vec<_> = findings.iter().filter(|finding| finding.field == "code_system").collect();
    assert_eq!(told.iter().map(|told| told.place.line).collect::<Vec<_>>(), [2, 3]);
    assert!(told.iter().all(|told| told.is_refused()));
}

#[test]
fn a_status_that_cannot_be_read_does_not_confirm() {
    let with = |status: &str| {
        let condition = condition("c", "a")
            .replace(r#""subject""#, &format!(r#""verificationStatus":{status},"subject""#));
        let (records, findings) = read(&[&patient("a"), &condition]);
        (records[0].conditions[0].verification, kinds(&findings))
    };
    let unconfirmed = (Verification::Unconfirmed, vec![FindingKind::BadValue]);
    assert_eq!(with("7"), unconfirmed);
    assert_eq!(with(r#"{"coding":7}"#), unconfirmed);
    assert_eq!(with(r#""perhaps""#), unconfirmed);
    assert_eq!(with(r#"[{"coding":[{"code":"refuted"}]}]"#), (Verification::Refuted, Vec::new()));
    assert_eq!(with("{}"), (Verification::Confirmed, Vec::new()));
}

#[test]
fn the_comparator_of_a_score_is_kept() {
    let value = r#""valueQuantity":{"value":-2.5,"comparator":">","unit":"{T-score}"}"#;
    let (records, _) = read(&[&patient("a"), &condition("c", "a"), &scan("o", value)]);
    assert_eq!((&*records[0].scan_values[0].value, &*records[0].scan_values[0].comparator), ("-2.5", ">"));
}

#[test]
fn a_scan_that_was_not_done_is_none() {
    let scans = |reason: &str| {
        let more = format!(r#""dataAbsentReason":{{"coding":[{{"code":"{reason}"}}]}}"#);
        let (records, findings) = read(&[&patient("a"), &condition("c", "a"), &scan("o", &more)]);
        (records[0].scan_values.len(), findings.iter().map(|one| (one.kind, one.refused)).collect::<Vec<_>>())
    };
    for reason in ["not-performed", "error", "not-asked", "not-applicable", "unsupported"] {
        assert_eq!(scans(reason), (0, vec![(FindingKind::NoValue, false)]), "{reason}");
    }
    for reason in ["unknown", "masked", "as-text"] {
        assert_eq!(scans(reason), (1, Vec::new()), "{reason}");
    }
}

#[test]
fn a_plan_is_no_treatment() {
    let drugs = |intent: &str| {
        let order = format!(
            r#"{{"resourceType":"MedicationRequest","id":"m","status":"active","intent":"{intent}",{SUBJECT},"medicationCodeableConcept":{{"coding":[{{"system":"http://www.whocc.no/atc","code":"M05BA04"}}]}},"authoredOn":"2024-06-01"}}"#
        );
        read(&[&patient("a"), &condition("c", "a"), &order]).0[0].drugs.len()
    };
    for intent in ["plan", "option", "proposal"] {
        assert_eq!(drugs(intent), 0, "{intent}");
    }
    for intent in ["order", "original-order", "reflex-order", "filler-order", "instance-order"] {
        assert_eq!(drugs(intent), 1, "{intent}");
    }
}

#[test]
fn a_supply_that_cannot_be_is_told() {
    let dispense = format!(
        r#"{{"resourceType":"MedicationDispense","id":"m","status":"completed",{SUBJECT},"medicationCodeableConcept":{{"coding":[{{"system":"http://www.whocc.no/atc","code":"M05BA04"}}]}},"whenHandedOver":"2024-06-01","daysSupply":{{"value":-28,"code":"d"}}}}"#
    );
    let (records, findings) = read(&[&patient("a"), &condition("c", "a"), &dispense]);
    assert_eq!(records[0].drugs[0].days_supply, None);
    assert_eq!((kinds(&findings), &*findings[0].field), (vec![FindingKind::BadValue], "daysSupply"));
}

/// A folder with one fracture in plain tables, and one more table.
fn tables(name: &str, bytes: &[u8]) -> (Vec<PatientRecord>, Vec<Finding>) {
    let conditions = format!("patient_id,code,code_system,date\na,{FEMUR},icd10_who,2024-05-01\n");
    Files::new()
        .with("patients.csv", &["patient_id,sex,birth_date", "a,female,1950-01-01"])
        .with_bytes("conditions.csv", conditions.as_bytes())
        .with_bytes(name, bytes)
        .read()
}

#[test]
fn a_table_that_cannot_be_read_is_refused_by_name() {
    for (name, bytes) in [
        ("drugs.csv", &b"patient_id,drug,date\na,alendronate,2024-06-01\n"[..]),
        // Rows without an accent are not read either.
        ("drugs.csv", b"patient_id,start,drug\na,2024-06-01,alendronate\na,2024-06-01,ris\xe9dronate\n"),
        ("scans.csv", b"patient_id,date,value,libell\xe9\na,2024-06-01,-2.7,x\n"),
        ("measurement.csv", b"measurement_id\n1\n"),
        ("drugs.csv", b"\xff\xfep\0a\0t\0i\0e\0n\0t\0"),
    ] {
        let (records, findings) = tables(name, bytes);
        assert_eq!(kinds(&findings), [FindingKind::TableRefused], "{name}: {findings:?}");
        assert!(findings[0].is_refused() && findings[0].place.file == name);
        assert!(records[0].drugs.is_empty() && records[0].scan_values.is_empty());
    }
    let (_, findings) = tables("measurement.csv", b"");
    assert_eq!(kinds(&findings), [FindingKind::FileNotRead]);
}

#[test]
fn a_letter_across_two_buffers_is_one() {
    let mut table = b"patient_id,start,drug,note\na,2024-06-01,alendronate,".to_vec();
    table.resize((1 << 18) - 1, b'x');
    table.extend_from_slice("é\n".as_bytes());
    let (records, findings) = tables("drugs.csv", &table);
    assert_eq!((records[0].drugs.len(), kinds(&findings)), (1, vec![FindingKind::BadValue]));
    assert_eq!(findings[0].field, "header");
}

#[test]
fn drugs_are_known_by_their_names() {
    let rows = "patient_id,start,drug\na,2024-06-01,Fosamax\na,2024-06-02,alendronate\na,2024-06-03,xyz\n";
    let conditions = format!("patient_id,code,code_system,date\na,{FEMUR},icd10_who,2024-05-01\n");
    let files = Files::new()
        .with_bytes("conditions.csv", conditions.as_bytes())
        .with_bytes("drugs.csv", rows.as_bytes());
    let mut findings = Vec::new();
    let names = Codes { is_drug_name: drug::is_read_name, ..folder::codes() };
    let folder = folder_with(&files.path, names, &mut |one| findings.push(one), &mut |_| ());
    let records: Vec<_> = folder.unwrap().into_records().collect();
    let drugs: Vec<_> = records[0].drugs.iter().map(|drug| (drug.drug, &*drug.display)).collect();
    assert_eq!(drugs, [(None, "Fosamax"), (Some(Drug::Alendronate), "alendronate")]);
    let unknown = findings.iter().find(|one| one.kind == FindingKind::DrugUnknown).unwrap();
    assert!(unknown.is_refused() && unknown.value == "xyz");
}

#[test]
fn the_first_row_of_a_table_is_not_the_first_row_of_another() {
    let rows = |row: &str| format!("id,patient_id,date,value,code,code_system\n1,a,2024-06-01,{row},loinc\n");
    let conditions = format!("patient_id,code,code_system,date\na,{FEMUR},icd10_who,2024-05-01\n");
    let (records, findings) = Files::new()
        .with("patients.csv", &["patient_id,sex,birth_date", "a,female,1950-01-01"])
        .with_bytes("conditions.csv", conditions.as_bytes())
        .with_bytes("scans.csv", rows("-2.7,38265-5").as_bytes())
        .with_bytes("results.csv", rows("160,8302-2").as_bytes())
        .read();
    assert_eq!(findings, []);
    assert_eq!((records[0].scan_values.len(), records[0].results.len()), (1, 1));
}
