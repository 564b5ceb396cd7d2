//! Several versions of a record, several sources of a person, several people of one record.

mod folder;

use folder::{FEMUR, Files, condition, kinds, patient};
use osteon::document::Sex;
use osteon::fls::journey::Door;
use osteon::fls::record::Death;
use osteon::fls::{Finding, FindingKind, PatientRecord, StatedDate};

const SUBJECT: &str = r#""subject":{"reference":"Patient/a"}"#;
const CLASH: FindingKind = FindingKind::ConflictingDuplicate;

fn read(lines: &[&str]) -> (Vec<PatientRecord>, Vec<Finding>) {
    Files::new().with("a.ndjson", lines).read()
}

/// A record as it was changed in a month of 2024; in none where that is 0.
fn changed(record: &str, month: u8, more: &str) -> String {
    let meta = match month {
        0 => String::new(),
        month => format!(r#""meta":{{"lastUpdated":"2024-{month:02}-01T00:00:00Z"}},"#),
    };
    record.replacen(r#"{"resourceType""#, &format!(r#"{{{meta}{more}"resourceType""#), 1)
}

fn refused(findings: &[Finding]) -> Vec<(FindingKind, bool)> {
    findings.iter().map(|finding| (finding.kind, finding.is_refused())).collect()
}

/// Reads two versions in both orders.
fn both_ways(first: &str, second: &str, count: &dyn Fn(&PatientRecord) -> usize) -> [usize; 2] {
    let (person, other) = (patient("a"), condition("other", "a"));
    [[first, second], [second, first]].map(|[one, two]| {
        let (records, findings) = read(&[&person, &other, one, two]);
        assert_eq!(findings.iter().filter(|one| one.kind == CLASH).count(), 1, "{findings:?}");
        count(&records[0])
    })
}

#[test]
fn an_error_takes_back_what_was_said_before() {
    let status = r#""verificationStatus":{"coding":[{"code":"entered-in-error"}]},"#;
    let said = condition("c", "a");
    let conditions = |record: &PatientRecord| record.conditions.len() - 1;
    assert_eq!(both_ways(&said, &changed(&said, 0, status), &conditions), [0, 0]);
    assert_eq!(both_ways(&changed(&said, 6, ""), &changed(&said, 7, status), &conditions), [0, 0]);
    // What was changed after that is so again.
    assert_eq!(both_ways(&changed(&said, 8, ""), &changed(&said, 7, status), &conditions), [1, 1]);
    // Without its code, too.
    let bare = format!(r#"{{"resourceType":"Condition","id":"c",{SUBJECT}}}"#);
    assert_eq!(both_ways(&changed(&said, 6, ""), &changed(&bare, 7, status), &conditions), [0, 0]);
    // Nothing is lost by it.
    let (_, findings) = read(&[&patient("a"), &said, &changed(&said, 0, status)]);
    assert_eq!(refused(&findings), [(FindingKind::EnteredInError, false), (CLASH, false)]);
}

#[test]
fn a_later_version_that_is_no_fracture_takes_the_place() {
    let said = condition("c", "a");
    let recoded = said.replace(FEMUR, "M16.1");
    let conditions = |record: &PatientRecord| record.conditions.len() - 1;
    assert_eq!(both_ways(&changed(&said, 6, ""), &changed(&recoded, 7, ""), &conditions), [0, 0]);
    assert_eq!(both_ways(&changed(&said, 7, ""), &changed(&recoded, 6, ""), &conditions), [1, 1]);
    // Where nothing says which is later, the first is read, and that is told.
    assert_eq!(both_ways(&said, &recoded, &conditions), [1, 0]);
}

#[test]
fn what_was_cancelled_later_was_not_done() {
    let order = |status: &str| {
        format!(
            r#"{{"resourceType":"MedicationRequest","id":"m","status":"{status}",{SUBJECT},"medicationCodeableConcept":{{"coding":[{{"system":"http://www.whocc.no/atc","code":"M05BA04"}}]}},"authoredOn":"2024-06-01"}}"#
        )
    };
    let act = |status: &str| {
        format!(
            r#"{{"resourceType":"Procedure","id":"p","status":"{status}",{SUBJECT},"code":{{"coding":[{{"system":"http://hl7.org/fhir/sid/icd-10","code":"{FEMUR}"}}]}},"performedDateTime":"2024-06-01"}}"#
        )
    };
    let scan = |status: &str| {
        format!(
            r#"{{"resourceType":"Observation","id":"o","status":"{status}",{SUBJECT},"effectiveDateTime":"2024-06-01","code":{{"coding":[{{"system":"http://loinc.org","code":"38265-5"}}]}},"valueQuantity":{{"value":-2.7}}}}"#
        )
    };
    let appointment = |status: &str| {
        format!(
            r#"{{"resourceType":"Appointment","id":"x","status":"{status}","created":"2024-05-10","reasonReference":[{{"reference":"Condition/other"}}],"participant":[{{"actor":{{"reference":"Patient/a"}}}}]}}"#
        )
    };
    let later = |first: &str, second: &str, count: &dyn Fn(&PatientRecord) -> usize| {
        let (person, other) = (patient("a"), condition("other", "a"));
        for lines in [[&person, &other, first, second], [&person, &other, second, first]] {
            assert_eq!(count(&read(&lines).0[0]), 0, "{first}");
        }
    };
    later(&changed(&order("active"), 6, ""), &changed(&order("cancelled"), 7, ""), &|one| one.drugs.len());
    later(&changed(&act("completed"), 6, ""), &changed(&act("not-done"), 7, ""), &|one| one.acts.len());
    later(&changed(&scan("final"), 6, ""), &changed(&scan("cancelled"), 7, ""), &|one| one.scan_values.len());
    let (booked, off) = (changed(&appointment("booked"), 6, ""), changed(&appointment("cancelled"), 7, ""));
    later(&booked, &off, &|one| one.steps.len());
    // An order that was only drafted before it was made takes nothing back.
    let (records, _) = read(&[&patient("a"), &condition("c", "a"), &order("draft"), &order("active")]);
    assert_eq!(records[0].drugs.len(), 1);
}

#[test]
fn the_later_encounter_says_which_door_it_was() {
    let encounter = |class: &str| {
        format!(r#"{{"resourceType":"Encounter","id":"e","status":"finished","class":{{"code":"{class}"}}}}"#)
    };
    let stay =
        condition("c", "a").replace(r#""subject""#, r#""encounter":{"reference":"Encounter/e"},"subject""#);
    let door = |lines: [&str; 2]| {
        let (records, findings) = read(&[&patient("a"), &stay, lines[0], lines[1]]);
        (records[0].conditions[0].door, refused(&findings))
    };
    let (before, after) = (encounter("EMER"), changed(&encounter("IMP"), 7, ""));
    assert_eq!(door([&before, &after]), (Some(Door::Inpatient), vec![(CLASH, false)]));
    assert_eq!(door([&after, &before]).0, Some(Door::Inpatient));
    assert_eq!(door([&before, &encounter("IMP")]), (Some(Door::Outpatient), vec![(CLASH, true)]));
    let void = before.replace("finished", "entered-in-error");
    assert_eq!(door([&before, &void]).0, None);
    assert_eq!(door([&void, &before]).0, None);
}

#[test]
fn one_condition_of_two_people_is_counted_once() {
    let (first, second) = (condition("c", "a"), condition("c", "b"));
    let whose = |first: &str, second: &str| {
        let (records, findings) = read(&[&patient("a"), &patient("b"), first, second]);
        let with = |one: &&PatientRecord| !one.conditions.is_empty();
        let whose: Vec<_> = records.iter().filter(with).map(|one| one.patient_id.clone()).collect();
        (whose, refused(&findings))
    };
    assert_eq!(whose(&first, &second), (vec!["a".to_owned()], vec![(CLASH, true)]));
    let (first, second) = (changed(&first, 6, ""), changed(&second, 7, ""));
    assert_eq!(whose(&first, &second), (vec!["b".to_owned()], vec![(CLASH, false)]));
    assert_eq!(whose(&second, &first), (vec!["b".to_owned()], vec![(CLASH, false)]));
}

#[test]
fn records_of_a_patient_who_was_replaced_are_those_of_the_other() {
    let link = |id: &str, kind: &str, other: &str| {
        let link = format!(r#","link":[{{"other":{{"reference":"Patient/{other}"}},"type":"{kind}"}}]}}"#);
        let plain = patient(id);
        format!("{}{link}", plain.strip_suffix('}').unwrap())
    };
    let (one, two) = (condition("1", "a"), condition("2", "b"));
    let c = condition("3", "c");
    for lines in [
        vec![link("a", "replaced-by", "b"), patient("b"), one.clone(), two.clone()],
        vec![one.clone(), two.clone(), link("b", "replaces", "a"), patient("a")],
        // Of a replacement, and only the oldest has a fracture.
        vec![one, link("a", "replaced-by", "c"), link("c", "replaced-by", "b"), patient("b"), c],
    ] {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let (records, findings) = read(&lines);
        assert_eq!(findings, []);
        assert_eq!(records.len(), 1, "{lines:?}");
        assert_eq!((&*records[0].patient_id, records[0].conditions.len()), ("b", 2));
        assert_eq!(records[0].birth_date, StatedDate::parse("1940-02-03"));
    }
}

#[test]
fn an_address_means_something_in_its_own_bundle() {
    let bundle = |person: &str, id: &str| {
        format!(
            r#"{{"resourceType":"Bundle","entry":[{{"fullUrl":"urn:uuid:aaa","resource":{}}},{{"fullUrl":"urn:uuid:{id}","resource":{}}}]}}"#,
            patient(person),
            condition(id, "a").replace("Patient/a", "urn:uuid:aaa")
        )
    };
    let files = Files::new().with("a.json", &[&bundle("a", "1")]).with("b.json", &[&bundle("b", "2")]);
    let (records, findings) = files.read();
    assert_eq!(findings, []);
    let said: Vec<_> = records.iter().map(|one| (&*one.patient_id, &*one.conditions[0].id)).collect();
    assert_eq!(said, [("a", "1"), ("b", "2")]);
    // Elsewhere it names neither of them.
    let stray = condition("3", "a").replace("Patient/a", "urn:uuid:aaa");
    let (records, findings) = files.with("c.ndjson", &[&stray]).read();
    assert_eq!(records.iter().map(|one| one.conditions.len()).sum::<usize>(), 2);
    assert_eq!(kinds(&findings), [FindingKind::UnresolvedReference]);
}

#[test]
fn sources_that_do_not_agree_about_a_person_are_told() {
    let dead = patient("a").replace(r#""gender""#, r#""deceasedDateTime":"2024-08","gender""#);
    let (records, findings) = Files::new()
        .with("PERSON.csv", &["person_id,gender_concept_id,year_of_birth", "a,8532,1940"])
        .with("z.ndjson", &[&dead, &condition("c", "a")])
        .with("patients.csv", &["patient_id,sex,birth_date,death_date", "a,male,1950-02-03,2024-08-05"])
        .read();
    let record = &records[0];
    assert_eq!((record.sex, record.birth_date), (Some(Sex::Female), StatedDate::parse("1940-02-03")));
    assert_eq!(record.death, Death::On(StatedDate::Month(2024, 8)));
    let told: Vec<_> = findings.iter().map(|one| (one.kind, &*one.field, &*one.value)).collect();
    assert_eq!(told, [(CLASH, "sex", "male"), (CLASH, "birth_date", "1950-02-03")]);
    assert!(findings[1].because.contains("the Patient of FHIR says 1940-02-03; 1940-02-03 is read"));
    assert_eq!(findings[0].place.file, "patients.csv");
}

#[test]
fn a_death_in_one_of_two_exports_is_not_lost() {
    let (alive, fracture) = (patient("a"), condition("c", "a"));
    let dead = alive.replacen("{", r#"{"deceasedDateTime":"2024-03-01","#, 1);
    for order in [[&alive, &dead], [&dead, &alive]] {
        let (records, _) = read(&[order[0], order[1], &fracture]);
        assert_eq!(records[0].death, Death::On(StatedDate::parse("2024-03-01").unwrap()));
    }
}
