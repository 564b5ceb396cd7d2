//! NOGG 2024, glucocorticoids.

use osteon::document::guidance::Recommendation::{CalculateFrax, MeasureBmd, NotApplicable, Treat};

use super::{FOREARM_LONG_AGO, Verdict, frax, man, said, verdict, woman};

const GIOP: &str = "nogg2024_giop";
const TREAT: Verdict<'_> = (Some("treat_now"), Treat, &[], None);
const ASSESS: Verdict<'_> = (Some("assess"), MeasureBmd, &[CalculateFrax], None);

fn dose(mg: f64, planned: u32) -> String {
    format!(
        r#", "risk_factors": {{"glucocorticoid": {{"current": true, "mg_per_day": {mg}, "planned_days": {planned}}}}}"#
    )
}

#[track_caller]
fn expect(patient: &str, expected: Verdict<'_>) {
    let said = said(GIOP, patient);
    assert_eq!(verdict(&said), expected, "{patient}\n{:?}", said.fired);
}

#[test]
fn worked_cases() {
    let mof = |mof: f64| format!(r#", "frax": {{"mof_percent": {mof}}}"#);
    expect(&woman(71, &format!("{}{}", dose(5.0, 90), mof(10.0))), TREAT);
    expect(&man(55, &format!("{}{}", dose(5.0, 90), mof(4.0))), ASSESS);
}

#[test]
fn a_woman_of_70_and_no_man() {
    let small = |probability: &str| format!("{}{probability}", dose(5.0, 90));
    let low = frax(5.0, 0.5, false);
    expect(&woman(70, &small(&low)), TREAT);
    expect(&woman(69, &small(&low)), ASSESS);
    expect(&man(75, &small(&low)), ASSESS);
    // It takes no probability to know.
    expect(&woman(70, &small("")), TREAT);
    assert_eq!(said(GIOP, &woman(69, &small(""))).recommendation, CalculateFrax);
}

#[test]
fn the_dose_counts_at_the_start_by_what_is_planned() {
    let low = frax(4.0, 0.3, false);
    for (mg, planned, expected) in [
        (7.5, 90, TREAT),
        (7.6, 91, TREAT),
        (7.4, 90, ASSESS),
        (7.5, 89, ASSESS),
        (30.0, 28, TREAT),
        (31.0, 29, TREAT),
        (29.9, 28, ASSESS),
        (30.0, 27, ASSESS),
    ] {
        expect(&man(55, &format!("{}{low}", dose(mg, planned))), expected);
        expect(&woman(55, &format!("{}{low}", dose(mg, planned))), expected);
    }
}

#[test]
fn a_probability_from_the_intervention_threshold_on() {
    let at = |mof, hip, with_bmd| man(60, &format!("{}{}", dose(5.0, 90), frax(mof, hip, with_bmd)));
    expect(&at(12.1, 0.0, false), ASSESS);
    expect(&at(12.2, 0.0, false), TREAT);
    expect(&at(5.0, 2.29, true), ASSESS);
    expect(&at(5.0, 2.3, true), TREAT);
    // The hip counts only with bone density.
    expect(&at(5.0, 2.3, false), ASSESS);
}

#[test]
fn a_fragility_fracture_at_any_age() {
    expect(&man(55, &format!("{}{FOREARM_LONG_AGO}", dose(2.0, 20))), TREAT);
    let young = |more: &str| super::person("female", 41, &format!(r#", "postmenopausal": false{more}"#));
    expect(&young(&format!("{}{FOREARM_LONG_AGO}", dose(2.0, 20))), TREAT);
    assert_eq!(said(GIOP, &young(&dose(10.0, 200))).recommendation, NotApplicable);
}

#[test]
fn nobody_without_a_glucocorticoid() {
    let over = r#", "risk_factors": {"glucocorticoid": {"current": false, "ever": true}}"#;
    for patient in [woman(71, ""), woman(71, over)] {
        let said = said(GIOP, &patient);
        assert_eq!((said.applicable, said.recommendation), (Some(false), NotApplicable));
    }
    let unknown = super::woman_barely_known(71, "");
    assert_eq!(said(GIOP, &unknown).applicable, None);
}
