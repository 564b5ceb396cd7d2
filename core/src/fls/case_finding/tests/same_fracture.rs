//! Which records are one fracture.

use super::*;

#[test]
fn washout_is_exact_and_of_a_site() {
    // 180 days after 1 January 2024 is 29 June.
    assert_eq!(reasons(&who(&[("S52.5", "2024-01-01"), ("S52.5", "2024-06-29")])), [COUNTED, no(B::Washout)]);
    assert_eq!(reasons(&who(&[("S52.5", "2024-01-01"), ("S52.5", "2024-06-30")])), [COUNTED, COUNTED]);
    assert_eq!(reasons(&who(&[("S52.5", "2024-01-01"), ("S72.0", "2024-01-02")])), [COUNTED, COUNTED]);
}

#[test]
fn washout_counts_from_the_last_record() {
    let record = who(&[
        ("S32.0", "2024-01-01"),
        ("M80.08", "2024-02-01"),
        ("S32.0", "2024-06-01"),
        ("S22.0", "2024-11-01"),
        ("S22.0", "2025-05-01"),
    ]);
    assert_eq!(reasons(&record), [COUNTED, no(B::Washout), no(B::Washout), COUNTED]);
    assert_eq!(found(&record)[0].records, 2, "the record without a site belongs to the first");
}

#[test]
fn a_vague_site_of_a_bone_is_that_bone() {
    assert_eq!(reasons(&who(&[("S52.9", "2024-01-01"), ("S52.5", "2024-02-01")])), [COUNTED, no(B::Washout)]);
    assert_eq!(reasons(&who(&[("S52.3", "2024-01-01"), ("S52.5", "2024-02-01")])), [COUNTED, COUNTED]);
}

#[test]
fn rows_of_a_day_are_one_event_of_the_site_that_matters() {
    let events = found(&who(&[("S52.5", "2024-01-01"), ("S72.0", "2024-01-01"), ("M80.9", "2024-01-01")]));
    assert_eq!(events.len(), 1);
    assert_eq!((events[0].site, &*events[0].code.code, events[0].records), (S::ProximalFemur, "S72.0", 3));
    assert_eq!(events[0].trauma, TraumaEvidence::Low, "M80 says it");
    // Each site of it has its washout.
    let record = who(&[("S52.5", "2024-01-01"), ("S72.0", "2024-01-01"), ("S52.5", "2024-03-01")]);
    assert_eq!(reasons(&record), [COUNTED, no(B::Washout)]);
}

#[test]
fn a_site_that_counts_names_the_event() {
    let events = found(&who(&[("S02.2", "2024-01-01"), ("S82.6", "2024-01-01")]));
    assert_eq!((events.len(), events[0].site, events[0].counted), (1, S::Ankle, Counted::Yes));
}

#[test]
fn an_encounter_is_one_event_over_several_days() {
    let mut record = who(&[("S72.0", "2024-01-02"), ("M80.9", "2024-01-05"), ("S72.1", "2024-01-09")]);
    record.conditions.iter_mut().for_each(|condition| condition.encounter_id = "stay".to_owned());
    let events = found(&record);
    assert_eq!((events.len(), events[0].records, events[0].day()), (1, 3, Some(date(2024, 1, 2))));
}

#[test]
fn synthea_says_one_fracture_twice() {
    let snomed = |code: &str| condition(CodeSystem::Snomed, code, "2024-01-01");
    let events = found(&woman(vec![snomed("443165006"), snomed("263102004")]));
    assert_eq!((events.len(), events[0].site, events[0].records), (1, S::DistalForearm, 2));
    assert_eq!(&*events[0].code.code, "263102004");
    let alone = found(&woman(vec![snomed("443165006")]));
    assert_eq!((alone[0].site, alone[0].counted), (S::Unspecified, Counted::Yes));
}

#[test]
fn no_site_belongs_to_the_site_before_it_and_hides_none() {
    let mut record = who(&[("S72.0", "2024-01-01")]);
    for month in 2..=12 {
        record.conditions.push(condition(WHO, "M80.9", &format!("2024-{month:02}-01")));
    }
    record.conditions.push(condition(WHO, "S72.0", "2025-01-01"));
    let events = found(&record);
    assert_eq!(events.iter().map(|event| event.records).collect::<Vec<_>>(), [12, 1]);
    assert!(events.iter().all(Event::is_counted));
}

#[test]
fn the_spine_gives_its_site_and_a_limb_is_its_own() {
    let spine = found(&who(&[("M80.9", "2024-01-01"), ("S32.0", "2024-02-01")]));
    assert_eq!((spine.len(), spine[0].site, spine[0].day()), (1, S::Vertebra, Some(date(2024, 1, 1))));
    assert_eq!(found(&who(&[("M80.9", "2024-01-01"), ("S72.0", "2024-02-01")])).len(), 2);
}

#[test]
fn later_encounters_repeat_and_begin_nothing() {
    let record = cm(&[("S72.001A", "2024-01-01"), ("S72.001D", "2024-05-01"), ("S72.001A", "2024-09-01")]);
    assert_eq!(reasons(&record), [COUNTED, no(B::LaterEncounter), COUNTED], "the washout is of 1 January");
    let record = cm(&[("S72.001D", "2024-01-01"), ("S72.001A", "2024-02-01")]);
    assert_eq!(reasons(&record), [no(B::LaterEncounter), COUNTED]);
    assert_eq!(reasons(&cm(&[("S72.001S", "2024-01-01")])), [no(B::LaterEncounter)]);
    assert_eq!(reasons(&cm(&[("S72.001", "2024-01-01")])), [COUNTED]);
}

#[test]
fn an_act_alone_is_looked_at_and_belongs_to_a_diagnosis() {
    let act = |code: &str, day: &str| Act {
        id: format!("{code} {day}"),
        codes: vec![Code::new(CodeSystem::Ccam, code)],
        on: on(day),
        encounter_id: String::new(),
        door: Some(Door::Outpatient),
    };
    let mut record = woman(Vec::new());
    record.acts = vec![act("MZMP013", "2024-01-01"), act("MZMP013", "2024-01-20")];
    let events = found(&record);
    assert_eq!((events.len(), events[0].records), (1, 2));
    assert_eq!((events[0].counted, events[0].because), review(B::ActOnly));
    assert_eq!((events[0].site, events[0].door), (S::ForearmUnspecified, Some(Door::Outpatient)));

    record.conditions = vec![condition(FR, "S52.5", "2024-01-03")];
    let events = found(&record);
    assert_eq!((events.len(), events[0].site, events[0].records), (1, S::DistalForearm, 3));
    assert_eq!((events[0].counted, events[0].day()), (Counted::Yes, Some(date(2024, 1, 1))));
}

#[test]
fn refuted_and_unconfirmed() {
    let mut record = who(&[("S72.0", "2024-01-01"), ("S72.0", "2024-02-01")]);
    record.conditions[0].verification = Verification::Refuted;
    assert_eq!(reasons(&record), [no(B::Refuted), COUNTED]);
    record.conditions[1].verification = Verification::Unconfirmed;
    assert_eq!(reasons(&record), [no(B::Refuted), review(B::Unconfirmed)]);
    record.conditions.push(condition(WHO, "S72.0", "2024-02-01"));
    assert_eq!(reasons(&record), [no(B::Refuted), COUNTED]);
}

#[test]
fn french_stays() {
    let mut record = woman(vec![condition(FR, "S72.00", "2024-01-01")]);
    record.conditions[0].rank = DiagnosisRank::Associated;
    record.conditions[0].door = Some(Door::Inpatient);
    assert_eq!(reasons(&record), [no(B::NotMainDiagnosis)]);
    record.conditions[0].rank = DiagnosisRank::Main;
    assert_eq!(reasons(&record), [COUNTED]);
    // A stay for the removal of hardware.
    let mut removal = condition(FR, "Z47.0", "2024-01-01");
    removal.encounter_id.clone_from(&record.conditions[0].encounter_id);
    record.conditions.push(removal);
    assert_eq!(reasons(&record), [no(B::HardwareRemoval)]);
    record.conditions[1].rank = DiagnosisRank::Associated;
    assert_eq!(reasons(&record), [COUNTED]);
    // Another country has no such rule.
    let mut record = who(&[("S72.0", "2024-01-01")]);
    record.conditions[0].rank = DiagnosisRank::Associated;
    assert_eq!(reasons(&record), [COUNTED]);
}

#[test]
fn doors() {
    let mut record = who(&[("S72.0", "2024-01-01"), ("S72.0", "2024-01-01"), ("S72.0", "2024-01-01")]);
    assert_eq!(found(&record)[0].door, None);
    record.conditions[2].door = Some(Door::Referral);
    assert_eq!(found(&record)[0].door, Some(Door::Referral));
    record.conditions[1].door = Some(Door::Outpatient);
    assert_eq!(found(&record)[0].door, Some(Door::Outpatient));
    record.conditions[0].door = Some(Door::Inpatient);
    assert_eq!(found(&record)[0].door, Some(Door::Inpatient));
}
