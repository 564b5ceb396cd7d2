//! Other causes, doubts and forces.

use super::*;

#[test]
fn tumours() {
    assert_eq!(reasons(&who(&[("M90.7", "2024-01-01")])), [no(B::Tumour)]);
    assert_eq!(reasons(&cm(&[("M84.551A", "2024-01-01")])), [no(B::Tumour)]);
    assert_eq!(reasons(&who(&[("M84.4", "2024-01-01")])), [review(B::PathologicalCauseUnclear)]);
    assert_eq!(reasons(&who(&[("M84.4", "2024-01-01"), ("C90.0", "2023-01-01")])), [no(B::Tumour)]);
    // While records speak of the same fracture, and not after.
    assert_eq!(reasons(&who(&[("M84.4", "2024-01-01"), ("C79.5", "2024-06-29")])), [no(B::Tumour)]);
    let after = who(&[("M84.4", "2024-01-01"), ("C79.5", "2024-06-30")]);
    assert_eq!(reasons(&after), [review(B::PathologicalCauseUnclear)]);
    // An injury of somebody with a tumour of bone may be either.
    for code in ["S72.0", "M80.05"] {
        let record = who(&[(code, "2024-01-01"), ("C79.5", "2023-01-01")]);
        assert_eq!(reasons(&record), [review(B::PathologicalCauseUnclear)], "{code}");
    }
    let mut refuted = who(&[("S72.0", "2024-01-01"), ("C79.5", "2023-01-01")]);
    refuted.conditions[1].verification = Verification::Refuted;
    assert_eq!(reasons(&refuted), [COUNTED]);
}

#[test]
fn other_causes() {
    assert_eq!(reasons(&who(&[("M84.3", "2024-01-01")])), [no(B::StressFracture)]);
    assert_eq!(reasons(&who(&[("M48.4", "2024-01-01")])), [no(B::StressFracture)]);
    assert_eq!(reasons(&cm(&[("M84.661A", "2024-01-01")])), [no(B::OtherBoneDisease)]);
    assert_eq!(reasons(&who(&[("M49.5", "2024-01-01")])), [no(B::OtherBoneDisease)]);
    assert_eq!(reasons(&who(&[("M84.4", "2024-01-01"), ("M88.9", "2020-01-01")])), [no(B::OtherBoneDisease)]);
    assert_eq!(reasons(&who(&[("M96.6", "2024-01-01")])), [review(B::Periprosthetic)]);
    assert_eq!(reasons(&cm(&[("M97.01XA", "2024-01-01")])), [review(B::Periprosthetic)]);
    assert_eq!(
        reasons(&who(&[("M96.6", "2024-01-01"), ("S72.0", "2024-01-01")])),
        [review(B::Periprosthetic)]
    );
}

#[test]
fn collapsed_vertebrae_need_a_first_appearance() {
    assert_eq!(reasons(&who(&[("M48.5", "2024-01-01")])), [COUNTED]);
    let again = who(&[("M48.5", "2023-01-01"), ("M48.5", "2024-01-01")]);
    assert_eq!(reasons(&again), [COUNTED, review(B::VertebraWithoutFirstAppearance)]);
    let after = who(&[("S32.0", "2015-01-01"), ("M48.5", "2024-01-01")]);
    assert_eq!(reasons(&after), [no(B::OutsidePeriod), review(B::VertebraWithoutFirstAppearance)]);
    assert_eq!(reasons(&who(&[("M48.5", "2023-01-01"), ("S32.0", "2024-01-01")])), [COUNTED, COUNTED]);
    // A line of a list of problems does not say when.
    let mut listed = who(&[("M48.5", "2024-01-01")]);
    listed.conditions[0].on_is_recording = true;
    assert_eq!(reasons(&listed), [COUNTED], "of an encounter");
    listed.conditions[0].encounter_id.clear();
    assert_eq!(reasons(&listed), [review(B::VertebraWithoutFirstAppearance)]);
    let mut refuted = again;
    refuted.conditions[0].verification = Verification::Refuted;
    assert_eq!(reasons(&refuted), [no(B::Refuted), COUNTED]);
}

fn on_drug(mut record: PatientRecord, drug: Drug, start: Option<StatedDate>) -> PatientRecord {
    record.drugs.push(DrugRecord { drug: Some(drug), start, ..DrugRecord::default() });
    record
}

#[test]
fn atypical_until_excluded() {
    for code in ["S72.3", "S72.2"] {
        let record = || who(&[(code, "2024-01-01")]);
        assert_eq!(reasons(&record()), [COUNTED]);
        let is = [review(B::PossibleAtypicalFemoral)];
        assert_eq!(reasons(&on_drug(record(), Drug::Alendronate, on("2015-01-01"))), is);
        assert_eq!(reasons(&on_drug(record(), Drug::Denosumab, on("2023-12-31"))), is);
        assert_eq!(reasons(&on_drug(record(), Drug::Denosumab, None)), is, "it may have been before");
        assert_eq!(reasons(&on_drug(record(), Drug::Denosumab, on("2024-01-01"))), [COUNTED]);
        assert_eq!(reasons(&on_drug(record(), Drug::Teriparatide, on("2023-01-01"))), [COUNTED]);
    }
    let hip = who(&[("S72.0", "2024-01-01")]);
    assert_eq!(reasons(&on_drug(hip, Drug::Alendronate, on("2015-01-01"))), [COUNTED]);
    let record = cm(&[("S72.301A", "2024-01-01"), ("Z79.83", "2023-01-01")]);
    assert_eq!(reasons(&record), [review(B::PossibleAtypicalFemoral)]);
    let atypical = cm(&[("M84.750A", "2024-01-01")]);
    assert_eq!(reasons(&atypical), [review(B::PathologicalCauseUnclear)]);
    let treated = on_drug(atypical, Drug::Zoledronate, on("2020-01-01"));
    assert_eq!(reasons(&treated), [review(B::PossibleAtypicalFemoral)]);
}

#[test]
fn forces() {
    let force = |record: &PatientRecord| {
        let events = found(record);
        (events[0].because, events[0].trauma)
    };
    assert_eq!(
        force(&who(&[("S72.0", "2024-01-01"), ("W10", "2024-01-01")])),
        (B::FragilitySite, TraumaEvidence::Low)
    );
    assert_eq!(
        force(&who(&[("S72.0", "2024-01-01"), ("V43", "2024-01-01")])),
        (B::HighTrauma, TraumaEvidence::High)
    );
    assert_eq!(
        force(&who(&[("S72.0", "2024-01-01"), ("V43", "2024-01-02")])),
        (B::FragilitySite, TraumaEvidence::NotStated)
    );
    assert_eq!(
        force(&who(&[("S72.0", "2024-01-01"), ("V43", "2024-01-01"), ("W19", "2024-01-01")])),
        (B::TraumaUnclear, TraumaEvidence::NotStated)
    );
    let mut encounter = who(&[("S72.0", "2024-01-01"), ("W11", "2024-01-02")]);
    encounter.conditions.iter_mut().for_each(|condition| condition.encounter_id = "stay".to_owned());
    assert_eq!(force(&encounter), (B::HighTrauma, TraumaEvidence::High));
}

#[test]
fn low_trauma_may_be_required() {
    let settings = settings_with(FlsOptions { low_trauma_required: Some(true), ..FlsOptions::default() });
    let because = |record: &PatientRecord| events(record, &settings, &mut Vec::new())[0].because;
    assert_eq!(because(&who(&[("S72.0", "2024-01-01")])), B::TraumaNotStated);
    assert_eq!(because(&who(&[("S72.0", "2024-01-01"), ("W01", "2024-01-01")])), B::FragilitySite);
    assert_eq!(because(&who(&[("M80.05", "2024-01-01")])), B::FragilitySite);
}
