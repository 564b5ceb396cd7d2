//! NICE TA464, with the groups of CG146.

use osteon::document::guidance::Recommendation::{CalculateFrax, Consider, NoDrug, Undetermined};
use osteon::document::guidance::Tier::{Intravenous, OralBisphosphonateFirst};

use super::{FOREARM_LONG_AGO, Verdict, has_flag, man, said, verdict, woman};

const NICE: &str = "nice_ta464";
const ORAL: Verdict<'_> = (Some("eligible"), Consider, &[], Some(OralBisphosphonateFirst));
const INTRAVENOUS: Verdict<'_> = (Some("eligible"), Consider, &[], Some(Intravenous));
const NOT: Verdict<'_> = (Some("not_eligible"), NoDrug, &[], None);

#[track_caller]
fn expect(patient: &str, expected: Verdict<'_>) {
    let said = said(NICE, patient);
    assert_eq!(verdict(&said), expected, "{patient}\n{:?}", said.fired);
}

fn risk(mof: f64) -> String {
    format!(r#", "frax": {{"mof_percent": {mof}}}"#)
}

#[test]
fn worked_cases() {
    let unsuitable = r#", "history": {"oral_bisphosphonate_unsuitable": true}"#;
    expect(&woman(68, &format!("{}{unsuitable}", risk(4.0))), INTRAVENOUS);
    expect(&man(60, &risk(3.0)), NOT);
    expect(&woman(68, &risk(4.0)), ORAL);
    expect(&woman(68, &risk(12.0)), INTRAVENOUS);
}

#[test]
fn every_limit_at_just_below_and_just_above() {
    let unsuitable = r#", "history": {"oesophageal_disorder": true}"#;
    for (mof, oral, no_oral) in [
        (0.9, NOT, NOT),
        (1.0, ORAL, INTRAVENOUS),
        (1.1, ORAL, INTRAVENOUS),
        (9.9, ORAL, INTRAVENOUS),
        (10.0, INTRAVENOUS, INTRAVENOUS),
        (10.1, INTRAVENOUS, INTRAVENOUS),
    ] {
        expect(&woman(65, &risk(mof)), oral);
        expect(&woman(65, &format!("{}{unsuitable}", risk(mof))), no_oral);
    }
    expect(&woman(64, &risk(4.0)), NOT);
    expect(&man(75, &risk(4.0)), ORAL);
    expect(&man(74, &risk(4.0)), NOT);
}

#[test]
fn a_risk_factor_below_the_age() {
    let with = |age, factors: &str| woman(age, &format!(r#"{}, "risk_factors": {{{factors}}}"#, risk(4.0)));
    for factors in [
        r#""falls_past_year": 1"#,
        r#""parental_hip_fracture": true"#,
        r#""rheumatoid_arthritis": true"#,
        r#""current_smoker": true"#,
        r#""alcohol_units_per_day": 2.1"#,
        r#""glucocorticoid": {"current": true, "mg_per_day": 5}"#,
        r#""premature_menopause": true"#,
    ] {
        expect(&with(50, factors), ORAL);
    }
    // 14 units a week and no more, for women; 21 for men.
    expect(&with(60, r#""alcohol_units_per_day": 2.0"#), NOT);
    let drinks = |units: f64| {
        man(60, &format!(r#"{}, "risk_factors": {{"alcohol_units_per_day": {units}}}"#, risk(4.0)))
    };
    expect(&drinks(3.0), NOT);
    expect(&drinks(3.1), ORAL);
    let bmi = |bmi: f64| woman(60, &format!(r#"{}, "bmi_kg_m2": {bmi}"#, risk(4.0)));
    expect(&bmi(18.4), ORAL);
    expect(&bmi(18.5), NOT);
    // Below 50 only a major one counts.
    expect(&with(49, r#""current_smoker": true"#), NOT);
    expect(&with(49, r#""premature_menopause": true"#), ORAL);
    expect(&woman(49, &format!("{}{FOREARM_LONG_AGO}", risk(4.0))), ORAL);
}

#[test]
fn what_is_unknown_stays_open() {
    assert_eq!(said(NICE, &woman(68, "")).recommendation, CalculateFrax);
    let oral = said(NICE, &super::woman_barely_known(68, &risk(4.0)));
    assert_eq!(
        (oral.category.as_deref(), oral.recommendation, oral.tier),
        (Some("eligible"), Consider, None)
    );
    assert_eq!(oral.missing, ["history.oral_bisphosphonate_unsuitable"]);
    let group = said(NICE, &super::woman_barely_known(60, &risk(12.0)));
    assert_eq!((group.recommendation, &group.could_be[..]), (Undetermined, &[NoDrug, Consider][..]));
}

#[test]
fn it_says_first_that_its_groups_may_be_superseded() {
    let said = said(NICE, &woman(68, &risk(4.0)));
    assert_eq!(said.flags[0].code, "superseded");
    assert!(said.flags[0].text.contains("NG259") && said.flags[0].text.contains("not seen"));
    assert!(!said.verified && has_flag(&said, "not_yet_verified"));
}
