//! Files that are hard to read: written by hand, one trap each.

mod folder;

use folder::{FEMUR, Files, condition, kinds, patient};
use osteon::document::{Drug, Route, Sex};
use osteon::fls::journey::{Door, StepName, StepOutcome, StepReason};
use osteon::fls::record::{Death, DiagnosisRank, Verification};
use osteon::fls::{CodeSystem, FindingKind, StatedDate};

fn day(text: &str) -> Option<StatedDate> {
    Some(StatedDate::parse(text).expect("a date"))
}

#[test]
fn every_form_of_a_reference_finds_its_person() {
    for subject in [
        r#"{"reference":"Patient/a"}"#,
        r#"{"reference":"urn:uuid:a"}"#,
        r#"{"reference":"http://host/fhir/Patient/a/_history/3"}"#,
        r#"{"reference":"Patient?identifier=http://ward|77"}"#,
        r#"{"identifier":{"system":"http://ward","value":"77"}}"#,
    ] {
        let condition = condition("c", "a").replace(r#"{"reference":"Patient/a"}"#, subject);
        let (records, findings) = Files::new().with("b.ndjson", &[&condition, &patient("a")]).read();
        assert_eq!(findings, [], "{subject}");
        assert_eq!(records.len(), 1, "{subject}");
        assert_eq!(records[0].patient_id, "a", "{subject}");
        assert_eq!(records[0].conditions.len(), 1);
        assert_eq!(records[0].sex, Some(Sex::Female));
    }
}

#[test]
fn a_bundle_addresses_people_otherwise_than_by_id() {
    let bundle = format!(
        r#"{{"type":"collection","entry":[
            {{"fullUrl":"urn:uuid:e-1","resource":{{"resourceType":"Encounter","id":"e","class":{{"code":"IMP"}},
              "diagnosis":[{{"condition":{{"reference":"Condition/c"}},"rank":1}}]}}}},
            {{"fullUrl":"urn:uuid:c-1","resource":{}}},
            {{"fullUrl":"urn:uuid:p-1","resource":{}}},
            {{"response":{{"status":"201"}}}},
            {{"resource":{{"resourceType":"OperationOutcome"}}}},
            {{"resource":{{"resourceType":"Bundle","entry":[{{"resource":{}}}]}}}}
        ],"resourceType":"Bundle"}}"#,
        condition("c", "a")
            .replace("Patient/a", "urn:uuid:p-1")
            .replace(r#""subject""#, r#""encounter":{"reference":"urn:uuid:e-1"},"subject""#),
        patient("a"),
        condition("nested", "a"),
    );
    let files = Files::new().with("b.json", &[&bundle]);
    let (records, findings) = files.read();
    assert_eq!(findings, []);
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].conditions.len(), 2);
    let main = records[0].conditions.iter().find(|one| one.id == "c").unwrap();
    assert_eq!((main.door, main.rank), (Some(Door::Inpatient), DiagnosisRank::Main));
    assert_eq!(files.folder().0.files[0].not_resources, 2);
}

#[test]
fn conditions_in_all_their_forms() {
    let with =
        |id: &str, more: &str| condition(id, "a").replace(r#""subject""#, &format!("{more},\"subject\""));
    let bare =
        |id: &str, more: &str| with(id, more).replace(r#""onsetDateTime":"2024-05-01""#, r#""note":[]"#);
    let lines = [
        patient("a"),
        with("1", r#""clinicalStatus":{"coding":[{"code":"resolved"}]}"#),
        with("2", r#""verificationStatus":{"coding":[{"code":"refuted"}]}"#),
        with("3", r#""verificationStatus":"provisional""#),
        with("4", r#""verificationStatus":{"coding":[{"code":"entered-in-error"}]}"#),
        bare("5", r#""recordedDate":"2024-06-01T23:30:00-04:00""#),
        bare("6", r#""onsetPeriod":{"start":"2024-07"}"#),
        bare("7", r#""onsetDateTime":"-0044-03-15""#),
        bare("8", r#""onsetDateTime":20240501"#),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let (records, findings) = Files::new().with("b.ndjson", &lines).read();
    let one = |id: &str| records[0].conditions.iter().find(|one| one.id == id);
    assert_eq!(one("1").unwrap().verification, Verification::Confirmed);
    assert_eq!(one("2").unwrap().verification, Verification::Refuted);
    assert_eq!(one("3").unwrap().verification, Verification::Unconfirmed);
    assert!(one("4").is_none());
    assert_eq!((one("5").unwrap().on, one("5").unwrap().on_is_recording), (day("2024-06-01"), true));
    assert_eq!((one("6").unwrap().on, one("6").unwrap().on_is_recording), (day("2024-07"), false));
    assert_eq!(one("7").unwrap().on, None);
    assert_eq!(one("8").unwrap().on, None);
    assert_eq!(kinds(&findings), [FindingKind::EnteredInError, FindingKind::BadValue, FindingKind::BadValue]);
    assert_eq!((&*findings[2].field, findings[2].place.line), ("onsetDateTime", 9));
}

#[test]
fn a_french_version_makes_french_codes() {
    let french = condition("c", "a").replace(
        r#""system":"http://hl7.org/fhir/sid/icd-10","#,
        r#""system":"http://hl7.org/fhir/sid/icd-10","version":"CIM-10 FR 2024","#,
    );
    let (records, _) = Files::new().with("b.ndjson", &[&french, &patient("a")]).read();
    assert_eq!(records[0].conditions[0].codes[0].system, CodeSystem::Cim10Fr);
}

#[test]
fn the_same_record_again_is_read_once() {
    let changed = |date: &str, updated: &str| {
        let meta = format!(r#""meta":{{"lastUpdated":"{updated}"}},"subject""#);
        condition("c", "a").replace("2024-05-01", date).replace(r#""subject""#, &meta)
    };
    let (first, later) =
        (changed("2024-05-01", "2024-05-02T00:00:00Z"), changed("2024-05-03", "2024-05-04T00:00:00Z"));
    let (same, person) = (condition("c", "a"), patient("a"));
    let files = Files::new().with("a.ndjson", &[&person, &same, &same]).with("b.ndjson", &[&same, &person]);
    let (records, findings) = files.read();
    assert_eq!(records[0].conditions.len(), 1);
    assert_eq!(kinds(&findings), [FindingKind::Duplicate, FindingKind::Duplicate]);
    assert_eq!((&*findings[0].value, &*findings[1].value), ("1", "2"));
    // The later change wins, wherever it stands.
    for lines in [[&*later, &first, &person], [&first, &later, &person]] {
        let (records, findings) = Files::new().with("a.ndjson", &lines).read();
        assert_eq!(records[0].conditions[0].on, day("2024-05-03"));
        assert_eq!(kinds(&findings), [FindingKind::ConflictingDuplicate]);
    }
    // Without a day of change, the first does.
    let other = same.replace("2024-05-01", "2024-05-09");
    let (records, findings) = Files::new().with("a.ndjson", &[&same, &other, &person]).read();
    assert_eq!(records[0].conditions[0].on, day("2024-05-01"));
    assert_eq!(kinds(&findings), [FindingKind::ConflictingDuplicate]);
    // An error found later takes back what was said before.
    let void = later.replace(r#""subject""#, r#""verificationStatus":"entered-in-error","subject""#);
    let (records, _) = Files::new().with("a.ndjson", &[&first, &void, &person]).read();
    assert!(records.iter().all(|record| record.conditions.is_empty()));
}

#[test]
fn what_is_cut_keeps_what_stands_before() {
    let (one, two) = (condition("1", "a"), condition("2", "a"));
    let cut = &two[..two.len() - 10];
    let (records, findings) = Files::new().with("a.ndjson", &[&patient("a"), &one, cut]).unended().read();
    assert_eq!((records[0].conditions.len(), kinds(&findings)), (1, vec![FindingKind::Truncated]));
    let bundle = format!(
        r#"{{"resourceType":"Bundle","entry":[{{"resource":{}}},{{"resource":{one}}},{{"resource":{cut}"#,
        patient("a")
    );
    let (records, findings) = Files::new().with("a.json", &[&bundle]).read();
    assert_eq!((records[0].conditions.len(), kinds(&findings)), (1, vec![FindingKind::Truncated]));
    let lines: Vec<String> = (0..2000).map(|number| condition(&number.to_string(), "a")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let files = Files::new().with("0.ndjson", &[&patient("a")]).zipped_and_cut("a.ndjson.gz", &lines);
    let (records, findings) = files.read();
    assert!(!records[0].conditions.is_empty());
    assert_eq!(kinds(&findings), [FindingKind::Truncated]);
}

#[test]
fn hostile_lines_are_told_and_cost_nothing_else() {
    let good = condition("c", "a");
    let deep =
        format!(r#"{{"resourceType":"Condition","code":{}{}}}"#, "[".repeat(200_000), "]".repeat(200_000));
    let number = r#"{"resourceType":"Observation","id":"o","subject":{"reference":"Patient/a"},
        "code":{"coding":[{"system":"http://loinc.org","code":"8302-2"}]},"valueQuantity":{"value":1e999}}"#
        .replace('\n', "");
    let wrong = good.replace(r#""id":"c""#, r#""id":7"#);
    let lines = [
        "\u{feff}",
        "{",
        "nonsense",
        "{\"a\":\0}",
        "[]",
        "null",
        &deep,
        &number,
        &wrong,
        &good,
        &patient("a"),
        "\r",
        "",
    ];
    let (records, findings) =
        Files::new().with("a.ndjson", &lines).with_bytes("b.ndjson", b"\xff\xfe{}\n").read();
    assert_eq!(records[0].conditions.len(), 2);
    assert_eq!(records[0].results[0].value, "");
    assert!(findings.iter().any(|finding| finding.kind == FindingKind::BadValue && finding.field == "id"));
    assert!(findings.iter().any(|finding| finding.value == "1e999"));
    assert!(findings.iter().any(|finding| finding.place.file == "b.ndjson"));
}

#[test]
fn a_line_without_an_end_is_passed_over() {
    let mut bytes = vec![b'x'; (64 << 20) + 10];
    bytes.push(b'\n');
    bytes.extend_from_slice(patient("a").as_bytes());
    let files = Files::new().with_bytes("a.ndjson", &bytes).with("b.ndjson", &[&condition("c", "a")]);
    let (records, findings) = files.read();
    assert_eq!((records[0].sex, records[0].conditions.len()), (Some(Sex::Female), 1));
    assert_eq!(kinds(&findings), [FindingKind::Malformed]);
}

#[test]
fn files_that_are_none_are_listed() {
    let (_, findings) = Files::new()
        .with("a.zip", &[""])
        .with("notes.txt", &["x"])
        .with(".hidden.ndjson", &["x"])
        .with("log.ndjson", &[r#"{"exportId":"1","eventId":"kickoff"}"#])
        .with("manifest.json", &[r#"{"request":"x"}"#])
        .with("other.csv", &["a,b"])
        .read();
    assert!(findings.iter().all(|finding| finding.kind == FindingKind::FileNotRead), "{findings:?}");
    assert_eq!(findings.len(), 5);
    assert!(findings[0].because.contains("unpack it first"));
}

#[test]
fn drugs_in_all_their_forms() {
    let subject = r#""subject":{"reference":"Patient/a"}"#;
    let alendronate = r#"{"coding":[{"system":"http://www.whocc.no/atc","code":"M05BA04"}]}"#;
    let lines = [
        patient("a"),
        condition("c", "a"),
        format!(r#"{{"resourceType":"Medication","id":"m","code":{alendronate}}}"#),
        format!(
            r#"{{"resourceType":"MedicationRequest","id":"1","status":"stopped",{subject},"medicationReference":{{"reference":"Medication/m"}},"authoredOn":"2024-06-01","dispenseRequest":{{"numberOfRepeatsAllowed":2,"expectedSupplyDuration":{{"value":4,"unit":"wk","code":"wk"}}}},"dosageInstruction":[{{"route":{{"text":"Oral"}}}}]}}"#
        ),
        format!(
            r##"{{"resourceType":"MedicationOrder","id":"2","status":"active","patient":{{"reference":"Patient/a"}},"contained":[{{"resourceType":"Medication","id":"x","code":{alendronate}}}],"medicationReference":{{"reference":"#x"}},"dateWritten":"2024-07-01"}}"##
        ),
        format!(
            r#"{{"resourceType":"MedicationDispense","id":"3","status":"completed",{subject},"medicationCodeableConcept":{alendronate},"whenHandedOver":"2024-08-01","daysSupply":{{"value":28}}}}"#
        ),
        format!(
            r#"{{"resourceType":"MedicationRequest","id":"4","status":"draft",{subject},"medicationCodeableConcept":{alendronate},"authoredOn":"2024-06-01"}}"#
        ),
        format!(
            r#"{{"resourceType":"MedicationRequest","id":"5","status":"active",{subject},"medicationReference":{{"reference":"Medication/gone"}}}}"#
        ),
        format!(r#"{{"resourceType":"MedicationRequest","id":"6","status":"active",{subject}}}"#),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let (records, findings) = Files::new().with("a.ndjson", &lines).read();
    let drugs = &records[0].drugs;
    assert_eq!(drugs.iter().map(|drug| &*drug.id).collect::<Vec<_>>(), ["1", "2", "3"]);
    assert_eq!(
        (drugs[0].days_supply, drugs[0].active, drugs[0].route),
        (Some(84), Some(false), Some(Route::Oral))
    );
    assert_eq!((drugs[1].start, drugs[1].active), (day("2024-07-01"), Some(true)));
    assert_eq!((drugs[2].days_supply, drugs[2].active), (Some(28), None));
    let expected = [FindingKind::UnresolvedReference, FindingKind::DrugUnknown, FindingKind::OlderFhir];
    assert_eq!(kinds(&findings), expected);
}

#[test]
fn appointments_are_invitations() {
    let appointment = |id: &str, status: &str| {
        format!(
            r#"{{"resourceType":"Appointment","id":"{id}","status":"{status}","created":"2024-05-10","start":"2024-06-10T09:00:00+02:00","reasonReference":[{{"reference":"Condition/c"}}],"participant":[{{"actor":{{"reference":"Practitioner/p"}}}},{{"actor":{{"reference":"Patient/a"}}}}]}}"#
        )
    };
    let outcome = |status: &str| {
        let lines = [patient("a"), condition("c", "a"), appointment("x", status)];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let (records, _) = Files::new().with("a.ndjson", &lines).read();
        let attended = records[0].steps.iter().find(|step| step.step == StepName::Attended).cloned();
        attended.map(|step| (step.outcome, step.event_id))
    };
    assert_eq!(outcome("booked"), Some((Some(StepOutcome::Waiting), "c".to_owned())));
    assert_eq!(outcome("fulfilled"), Some((Some(StepOutcome::Done), "c".to_owned())));
    assert_eq!(outcome("noshow"), Some((Some(StepOutcome::Absent), "c".to_owned())));
    assert_eq!(outcome("cancelled"), None);
}

#[test]
fn plain_tables_say_the_same() {
    let conditions =
        format!("patient_id;code;code_system;date;id;door\na;{FEMUR};icd10_who;2024-05-01;c;inpatient\n");
    let (records, findings) = Files::new()
        .with(
            "patients.csv",
            &[
                "Patient ID,name,sex,birth_date,death_date,living_alone,schooling_years,shoe",
                "a,A B,F,1940-02-03,2025-01,yes,9,41",
            ],
        )
        .with("conditions.csv", &[&conditions])
        .with("scans.csv", &["patient_id,date,value,region,unit", "a,2024-06-01,\"-2,7\",lumbar spine,T"])
        .with(
            "drugs.csv",
            &["patient_id,start,drug,kind", "a,2024-06-02,zoledronate,given", "a,2024-06-02,aspirin,given"],
        )
        .with(
            "pathway.csv",
            &[
                "patient_id,event_id,step,date,outcome,reason,contact_try,door",
                "a,,Invited,2024-05-20,,,1,",
                "a,,attended,2024-06-20,refused,not interested,,",
                "a,,atended,2024-06-20,,,,",
                "b,,invited,2024-01-01,,,,",
            ],
        )
        .read();
    assert_eq!(records.iter().map(|record| &*record.patient_id).collect::<Vec<_>>(), ["a", "b"]);
    let a = &records[0];
    assert_eq!((a.sex, a.living_alone, a.schooling_years), (Some(Sex::Female), Some(true), Some(9)));
    assert_eq!(a.death, Death::On(StatedDate::Month(2025, 1)));
    assert_eq!(a.conditions[0].door, Some(Door::Inpatient));
    assert_eq!(a.scan_values[0].value, "-2,7");
    assert_eq!(a.drugs[0].drug, Some(Drug::Zoledronate));
    assert_eq!((a.steps.len(), a.steps[0].outcome), (2, Some(StepOutcome::Done)));
    assert_eq!(a.steps[1].reason, Some(StepReason::NotInterested));
    let unknown = findings.iter().find(|finding| finding.kind == FindingKind::UnknownStep).unwrap();
    assert!(unknown.because.contains("`attended`") && unknown.place.line == 4);
    let expected =
        [FindingKind::DrugUnknown, FindingKind::UnknownStep, FindingKind::BadValue, FindingKind::NoPatient];
    let mut found = kinds(&findings);
    found.sort();
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(found, expected, "{findings:?}");
}

#[test]
fn a_link_that_leads_back_is_followed_once() {
    let files = Files::new().with("a.ndjson", &[&patient("a"), &condition("c", "a")]);
    std::os::unix::fs::symlink(&files.path, files.path.join("again")).unwrap();
    let (records, findings) = files.read();
    assert_eq!((records.len(), findings.len()), (1, 0));
}

#[test]
fn no_change_of_bytes_makes_the_reader_panic() {
    let bundle = format!(
        r#"{{"resourceType":"Bundle","entry":[{{"resource":{}}},{{"resource":{}}}]}}"#,
        patient("a"),
        condition("c", "a")
    );
    let table = format!("patient_id,code,code_system,date\na,{FEMUR},icd10_who,2024-05-01\n");
    let lines = format!("{}\n{}\n", patient("a"), condition("c", "a"));
    let mut seed = 88_172_645_463_325_252_u64;
    let mut random = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed >> 33).unwrap()
    };
    for _ in 0..300 {
        let mut files = Files::new();
        for (name, text) in [("a.json", &bundle), ("a.ndjson", &lines), ("conditions.csv", &table)] {
            let mut bytes = text.clone().into_bytes();
            for _ in 0..=random() % 4 {
                let at = random() % bytes.len();
                match random() % 4 {
                    0 => bytes[at] = u8::try_from(random() % 256).unwrap(),
                    1 => bytes.truncate(at.max(1)),
                    2 => bytes.insert(at, b"{}[]\",:\\\n\0\xff"[random() % 11]),
                    _ => drop(bytes.remove(at)),
                }
                if bytes.is_empty() {
                    bytes.push(b'{');
                }
            }
            files = files.with_bytes(name, &bytes);
        }
        assert_eq!(files.read(), files.read());
    }
}
