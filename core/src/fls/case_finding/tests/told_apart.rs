//! A later record says nothing of an earlier fracture: causes, sides, and codes without a site.

use super::*;

fn rows(record: &PatientRecord) -> Vec<(S, Counted, B)> {
    found(record).iter().map(|event| (event.site, event.counted, event.because)).collect()
}

const HIP: (S, Counted, B) = (S::ProximalFemur, Counted::Yes, B::FragilitySite);
const SPINE: (S, Counted, B) = (S::Vertebra, Counted::Yes, B::FragilitySite);

#[test]
fn a_later_cause_is_an_event_of_its_own() {
    let foot = cm(&[("S72.001A", "2021-03-01"), ("M84.374A", "2021-08-18")]);
    assert_eq!(rows(&foot), [HIP, (S::Foot, Counted::No, B::StressFracture)]);
    // The day after, of the same bone.
    let femur = cm(&[("S72.001A", "2021-03-01"), ("M84.359A", "2021-03-02")]);
    assert_eq!(rows(&femur), [HIP, (S::ProximalFemur, Counted::No, B::StressFracture)]);
    let tumour = who(&[("S72.0", "2021-03-01"), ("M90.7", "2021-05-30")]);
    assert_eq!(rows(&tumour), [HIP, (S::Unspecified, Counted::No, B::Tumour)]);
    for (code, site) in
        [("M84.552A", S::FemurUnspecified), ("M84.550A", S::Pelvis), ("M84.58XA", S::Unspecified)]
    {
        let tumour = cm(&[("S72.001A", "2021-03-01"), (code, "2021-05-30")]);
        assert_eq!(rows(&tumour), [HIP, (site, Counted::No, B::Tumour)], "{code}");
    }
    let disease = cm(&[("S72.001A", "2021-03-01"), ("M84.659A", "2021-05-30")]);
    assert_eq!(rows(&disease), [HIP, (S::ProximalFemur, Counted::No, B::OtherBoneDisease)]);
    let implant = who(&[("S22.0", "2021-03-01"), ("M96.6", "2021-08-27")]);
    assert_eq!(rows(&implant), [SPINE, (S::Unspecified, Counted::Review, B::Periprosthetic)]);
    let prosthesis = cm(&[("S72.001A", "2021-03-01"), ("M97.01XA", "2021-05-30")]);
    assert_eq!(rows(&prosthesis), [HIP, (S::ProximalFemur, Counted::Review, B::Periprosthetic)]);
}

#[test]
fn a_cause_hides_no_later_fracture() {
    let neck = who(&[("M96.6", "2020-03-09"), ("S12.2", "2020-03-12")]);
    let cervical = (S::CervicalVertebra, Counted::Yes, B::FragilitySite);
    assert_eq!(rows(&neck), [(S::Unspecified, Counted::Review, B::Periprosthetic), cervical]);
    let completed = cm(&[("M84.359A", "2021-03-01"), ("S72.001A", "2021-04-01")]);
    assert_eq!(rows(&completed), [(S::ProximalFemur, Counted::No, B::StressFracture), HIP]);
    // A bone that broke of a tumour may have broken of it again; another, or the other side, has not.
    let tumour = (S::FemurUnspecified, Counted::No, B::Tumour);
    let after = |code: &str, day: &str| rows(&cm(&[("M84.551A", "2021-03-01"), (code, day)]));
    let open = (S::ProximalFemur, Counted::Review, B::PathologicalCauseUnclear);
    assert_eq!(after("S72.001A", "2021-04-01"), [tumour, open]);
    assert_eq!(after("S72.002A", "2021-04-01"), [tumour, HIP]);
    assert_eq!(after("S72.001A", "2021-08-29"), [tumour, HIP]);
    assert_eq!(after("S22.000A", "2021-04-01"), [tumour, SPINE]);
    // Records of one cause are one fracture.
    let again = cm(&[("M84.551A", "2021-03-01"), ("M84.551A", "2021-04-01")]);
    assert_eq!(reasons(&again), [no(B::Tumour), no(B::Washout)]);
    assert_eq!(
        reasons(&who(&[("M96.6", "2021-03-01"), ("M96.6", "2021-08-28")])),
        [review(B::Periprosthetic), no(B::Washout)]
    );
}

#[test]
fn a_later_force_is_not_of_the_first_fracture() {
    let mut record = who(&[("S22.0", "2021-03-01"), ("M96.6", "2021-08-27"), ("V43.5", "2021-08-27")]);
    for condition in record.conditions.iter_mut().skip(1) {
        condition.encounter_id = "e1".to_owned();
    }
    assert_eq!(rows(&record), [SPINE, (S::Unspecified, Counted::No, B::HighTrauma)]);
    // Nor is what is said beside a repeated code of osteoporosis.
    let mut record = who(&[("S72.0", "2021-03-01"), ("M80.9", "2021-04-20"), ("V43.5", "2021-04-20")]);
    let events = found(&record);
    assert_eq!((events.len(), events[0].records, events[0].trauma), (1, 2, TraumaEvidence::NotStated));
    assert_eq!(reasons(&record), [COUNTED]);
    record.conditions[1].door = Some(Door::Inpatient);
    assert_eq!(found(&record)[0].door, Some(Door::Inpatient), "no record of the day says one");
    record.conditions[0].door = Some(Door::Outpatient);
    assert_eq!(found(&record)[0].door, Some(Door::Outpatient));
}

#[test]
fn two_sides_are_two_fractures() {
    for (right, left) in [("S72.001A", "S72.002A"), ("S52.501A", "S52.502B"), ("S72.21XA", "S72.25XA")] {
        let record = cm(&[(right, "2021-03-01"), (left, "2021-06-09")]);
        assert_eq!(reasons(&record), [COUNTED, COUNTED], "{right} {left}");
        let again =
            cm(&[(right, "2021-03-01"), (left, "2021-06-09"), (right, "2021-06-10"), (left, "2021-06-11")]);
        assert_eq!(reasons(&again), [COUNTED, COUNTED, no(B::Washout), no(B::Washout)], "{right} {left}");
    }
    let later = cm(&[("S72.001A", "2021-03-01"), ("S72.001D", "2021-07-29"), ("S72.002A", "2021-12-26")]);
    assert_eq!(reasons(&later), [COUNTED, no(B::LaterEncounter), COUNTED]);
    // Not stated: on one side, for the encounter, or by the system.
    for record in [
        cm(&[("S72.001A", "2021-03-01"), ("S72.009A", "2021-06-09")]),
        cm(&[("S72.001", "2021-03-01"), ("S72.002A", "2021-06-09")]),
        cm(&[("S22.000A", "2021-03-01"), ("S22.001A", "2021-06-09")]),
        cm(&[("S32.001A", "2021-03-01"), ("S32.002A", "2021-06-09")]),
        who(&[("S72.001A", "2021-03-01"), ("S72.002A", "2021-06-09")]),
    ] {
        assert_eq!(reasons(&record), [COUNTED, no(B::Washout)], "{:?}", record.conditions[1].codes);
    }
    // A side that is not said is that of the record before it.
    let record = cm(&[("S72.001A", "2021-03-01"), ("S72.009A", "2021-06-09"), ("S72.002A", "2021-09-17")]);
    assert_eq!(reasons(&record), [COUNTED, no(B::Washout), COUNTED]);
}

#[test]
fn later_encounters_make_no_washout_longer() {
    for seventh in ["D", "G", "K", "P", "S"] {
        let code = format!("S72.001{seventh}");
        let record = cm(&[("S72.001A", "2021-03-01"), (&code, "2021-07-29"), ("S72.001A", "2021-08-29")]);
        assert_eq!(reasons(&record), [COUNTED, no(B::LaterEncounter), COUNTED], "{code}");
    }
}

fn snomed(codes: &[(&str, &str)]) -> PatientRecord {
    woman(codes.iter().map(|(code, day)| condition(CodeSystem::Snomed, code, day)).collect())
}

const SITELESS: &str = "443165006";
const WRIST: &str = "263102004";

#[test]
fn a_record_without_site_and_an_injury_within_thirty_days_are_one() {
    let wrist = [(S::DistalForearm, Counted::Yes, B::FragilitySite)];
    for (first, second) in [(SITELESS, WRIST), (WRIST, SITELESS)] {
        for day in ["2021-03-01", "2021-03-11", "2021-03-31"] {
            let record = snomed(&[(first, "2021-03-01"), (second, day)]);
            assert_eq!(rows(&record), wrist, "{first} {day}");
            let events = found(&record);
            assert_eq!((events[0].records, events[0].day()), (2, Some(date(2021, 3, 1))));
            assert_eq!(events[0].trauma, TraumaEvidence::Low);
        }
    }
    // Later: the code that may be repeated is a record again, and the injury is a new fracture.
    assert_eq!(rows(&snomed(&[(WRIST, "2021-03-01"), (SITELESS, "2021-06-09")])), wrist);
    let later = rows(&snomed(&[(SITELESS, "2021-03-01"), (WRIST, "2021-04-01")]));
    assert_eq!(later, [(S::Unspecified, Counted::Yes, B::FragilitySite), wrist[0]]);
    // However late the last repetition.
    let repeated = snomed(&[(SITELESS, "2020-11-01"), (SITELESS, "2021-02-25"), (WRIST, "2021-03-01")]);
    assert_eq!(rows(&repeated), [(S::Unspecified, Counted::Yes, B::FragilitySite), wrist[0]]);
    let spine = who(&[("M80.9", "2020-01-01"), ("M80.9", "2020-06-01"), ("S32.0", "2020-11-01")]);
    assert_eq!(reasons(&spine), [COUNTED, COUNTED], "the site is taken within the washout of the first day");
}

#[test]
fn repeated_records_without_site_are_one_event() {
    let record = snomed(&[(SITELESS, "2020-11-18"), (SITELESS, "2021-05-17"), (SITELESS, "2021-11-12")]);
    let events = found(&record);
    assert_eq!((events.len(), events[0].records, events[0].day()), (1, 3, Some(date(2020, 11, 18))));
    let apart = snomed(&[(SITELESS, "2020-11-18"), (SITELESS, "2021-05-18")]);
    assert_eq!(reasons(&apart), [COUNTED, COUNTED]);
}

#[test]
fn a_finger_gives_osteoporosis_no_site() {
    for (first, second) in [("M80.9", "S62.6"), ("S62.6", "M80.9")] {
        let events = rows(&who(&[(first, "2021-03-01"), (second, "2021-03-05")]));
        assert_eq!(events.len(), 2, "{first}");
        assert!(events.contains(&(S::Unspecified, Counted::Yes, B::FragilitySite)), "{events:?}");
        assert!(events.contains(&(S::Finger, Counted::No, B::SiteExcluded)), "{events:?}");
    }
}

#[test]
fn a_site_that_counts_wins_its_day_and_all_its_records_are_named() {
    for codes in [["S62.6", "S52.5"], ["S52.5", "S62.6"], ["S02.2", "S52.5"], ["S92.5", "S52.5"]] {
        let record = who(&codes.map(|code| (code, "2021-03-01")));
        let events = found(&record);
        let [event] = events.as_slice() else { panic!("{events:?}") };
        assert_eq!((event.site, event.counted), (S::DistalForearm, Counted::Yes));
        for code in codes {
            assert!(event.record_ids.contains(&format!("{code} 2021-03-01")), "{event:?}");
        }
    }
}

#[test]
fn different_injuries_without_site_are_different() {
    let unclear = review(B::SiteUnclear);
    assert_eq!(reasons(&who(&[("T10", "2021-03-01"), ("T12", "2021-03-20")])), [unclear, unclear]);
    assert_eq!(reasons(&who(&[("T10", "2021-03-01"), ("T10", "2021-03-20")])), [unclear, no(B::Washout)]);
    assert_eq!(reasons(&who(&[("S52.5", "2021-03-01"), ("T12", "2021-03-20")])), [COUNTED, unclear]);
}

#[test]
fn an_act_and_a_record_without_site() {
    let mut record = who(&[("M80.9", "2024-01-10")]);
    record.acts = vec![Act {
        id: "act".to_owned(),
        codes: vec![Code::new(CodeSystem::Ccam, "MZMP013")],
        on: on("2024-01-01"),
        encounter_id: String::new(),
        door: None,
    }];
    let events = found(&record);
    assert_eq!((events.len(), events[0].counted, events[0].records), (1, Counted::Yes, 2));
    record.acts[0].on = on("2024-01-20");
    let events = found(&record);
    assert_eq!((events.len(), events[0].counted, events[0].records), (1, Counted::Yes, 2));
}
