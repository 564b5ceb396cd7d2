//! NOGG 2024.

use osteon::document::guidance::Recommendation::{
    self, CalculateFrax, Consider, MeasureBmd, NoDrug, NotApplicable, SpecialistAdvice, Treat, Undetermined,
};
use osteon::document::guidance::Tier::ParenteralOrAnabolic;
use osteon::document::options::NoggBetweenAges::{Interpolate, Step};

use super::{
    FOREARM_LONG_AGO, Verdict, frax, has_flag, man, said, said_with, short, verdict, woman,
    woman_barely_known,
};

const NOGG: &str = "nogg2024";
const LOW: Verdict<'_> = (Some("low"), NoDrug, &[], None);
const INTERMEDIATE: Verdict<'_> = (Some("intermediate"), MeasureBmd, &[], None);
const HIGH: Verdict<'_> = (Some("high"), Treat, &[], None);
const VERY_HIGH: Verdict<'_> = (Some("very_high"), Treat, &[SpecialistAdvice], Some(ParenteralOrAnabolic));

/// Lower assessment, intervention, upper assessment, very high; then the hip's intervention and very high.
const NODES: &[(u32, [f64; 4], [f64; 2])] = &[
    (50, [3.4, 7.3, 8.8, 11.7], [0.91, 1.46]),
    (55, [4.5, 9.5, 11.4, 15.2], [1.5, 2.4]),
    (60, [6.0, 12.2, 14.6, 19.5], [2.3, 3.7]),
    (65, [8.6, 16.5, 19.8, 26.4], [3.5, 5.6]),
    (70, [11.1, 20.3, 24.4, 32.5], [5.4, 8.6]),
    (75, [11.1, 20.3, 24.4, 32.5], [5.4, 8.6]),
    (90, [11.1, 20.3, 24.4, 32.5], [5.4, 8.6]),
];

#[track_caller]
fn expect(patient: &str, expected: Verdict<'_>) {
    let said = said(NOGG, patient);
    assert_eq!(verdict(&said), expected, "{patient}\n{:?}", said.fired);
}

#[test]
fn worked_cases() {
    let impossible = r#", "history": {"bmd_not_possible": true}"#;
    expect(&woman(60, &frax(5.0, 0.5, false)), LOW);
    expect(&woman(60, &frax(11.0, 1.5, false)), INTERMEDIATE);
    let cannot = format!("{}{impossible}", frax(11.0, 1.5, false));
    expect(&woman(60, &cannot), (Some("intermediate"), NoDrug, &[], None));
    let cannot = format!("{}{impossible}", frax(12.2, 1.5, false));
    expect(&woman(60, &cannot), (Some("intermediate"), Treat, &[], None));
    let broken = format!("{}{impossible}{FOREARM_LONG_AGO}", frax(11.0, 1.5, false));
    expect(&woman(60, &broken), (Some("intermediate"), Treat, &[], None));
    expect(&woman(65, &frax(20.0, 4.0, false)), HIGH);
    expect(&man(75, &frax(15.0, 4.0, true)), LOW);
    expect(&man(75, &frax(15.0, 5.4, true)), HIGH);
    expect(&woman(82, &frax(33.0, 8.0, true)), VERY_HIGH);
    expect(&woman(50, &frax(12.0, 0.5, true)), VERY_HIGH);
    let two = r#", "fractures": [{"site": "vertebra", "months_ago": 120, "trauma": "low"},
        {"site": "vertebra", "months_ago": 120, "trauma": "low"}]"#;
    expect(&woman(70, &format!("{}{two}", frax(12.0, 2.0, true))), VERY_HIGH);
    let scan = r#", "scans": [{"regions": [{"region": "femoral_neck", "t_score": -2.0},
        {"region": "lumbar_spine", "t_score": -3.6}]}]"#;
    expect(&woman(62, &format!("{}{scan}", frax(11.0, 2.0, true))), VERY_HIGH);
}

#[test]
fn every_threshold_at_just_below_and_just_above() {
    for &(age, [lower, intervention, upper, very_high], [hip, hip_very_high]) in NODES {
        for (limit, below, from) in
            [(lower, LOW, INTERMEDIATE), (upper, INTERMEDIATE, HIGH), (very_high, HIGH, VERY_HIGH)]
        {
            expect(&woman(age, &frax(limit - 0.1, 0.0, false)), below);
            expect(&man(age, &frax(limit - 0.01, 0.0, false)), below);
            expect(&woman(age, &frax(limit, 0.0, false)), from);
            expect(&man(age, &frax(limit + 0.01, 0.0, false)), from);
        }
        for (limit, below, from) in [(intervention, LOW, HIGH), (very_high, HIGH, VERY_HIGH)] {
            expect(&woman(age, &frax(limit - 0.1, 0.0, true)), below);
            expect(&woman(age, &frax(limit, 0.0, true)), from);
            expect(&man(age, &frax(limit + 0.01, 0.0, true)), from);
        }
        let mof = intervention - 0.1;
        for (limit, below, from) in [(hip, LOW, HIGH), (hip_very_high, HIGH, VERY_HIGH)] {
            expect(&woman(age, &frax(mof, limit - 0.01, true)), below);
            expect(&woman(age, &frax(mof, limit, true)), from);
            expect(&woman(age, &frax(mof, limit + 0.01, true)), from);
            // The hip counts only with bone density.
            expect(&woman(age, &frax(mof, limit + 0.01, false)), INTERMEDIATE);
        }
        for (mof, recommendation) in [(intervention - 0.1, NoDrug), (intervention, Treat)] {
            let cannot = format!(r#"{}, "history": {{"bmd_not_possible": true}}"#, frax(mof, 0.0, false));
            expect(&woman(age, &cannot), (Some("intermediate"), recommendation, &[], None));
        }
    }
}

#[test]
fn between_two_ages_a_line_or_a_step() {
    let at = |mof, between| {
        let said = said_with(NOGG, &woman(53, &frax(mof, 0.0, true)), between);
        (said.recommendation, has_flag(&said, "approximate_threshold"))
    };
    // At 53 the intervention threshold is 7.3 by band, and 8.62 on the line.
    assert_eq!(at(7.2, Some(Step)), (NoDrug, false));
    assert_eq!(at(7.3, Some(Step)), (Treat, false));
    for between in [None, Some(Interpolate)] {
        assert_eq!(at(7.3, between), (NoDrug, true));
        assert_eq!(at(8.61, between), (NoDrug, true));
        assert_eq!(at(8.62, between), (Treat, true));
    }
    // At a published age, and from the last on, there is one reading.
    for age in [50, 65, 70, 71, 84] {
        assert!(!has_flag(&said(NOGG, &woman(age, &frax(8.0, 0.0, true))), "approximate_threshold"), "{age}");
    }
}

#[test]
fn what_makes_a_risk_very_high_needs_no_frax() {
    let fracture = |site: &str, months: &str| {
        format!(r#", "fractures": [{{"site": "{site}", "months_ago": {months}, "trauma": "low"}}]"#)
    };
    expect(&woman(70, &fracture("vertebra", "24")), VERY_HIGH);
    let consider: Verdict<'_> = (None, Consider, &[CalculateFrax], None);
    expect(&woman(70, &fracture("vertebra", "25")), consider);
    expect(&woman(70, &fracture("distal_forearm", "3")), consider);
    let t = |region: &str, t: f64| {
        format!(r#", "scans": [{{"regions": [{{"region": "{region}", "t_score": {t}}}]}}]"#)
    };
    for region in ["lumbar_spine", "femoral_neck", "total_hip", "radius_33"] {
        expect(&woman(70, &t(region, -3.5)), VERY_HIGH);
        expect(&woman(70, &t(region, -3.6)), VERY_HIGH);
        expect(&woman(70, &t(region, -3.4)), (None, CalculateFrax, &[], None));
    }
    assert!(
        said(NOGG, &woman(70, &t("total_hip", -3.5)))
            .fired
            .contains(&"nogg2024.very_high.t_le_-3.5".to_owned())
    );
    let dose = |mg: f64, days: u32, planned: &str| {
        format!(
            r#", "risk_factors": {{"glucocorticoid": {{"current": true, "mg_per_day": {mg}, "days": {days}{planned}}}}}"#
        )
    };
    expect(&woman(70, &dose(7.5, 90, "")), VERY_HIGH);
    expect(&woman(70, &dose(7.5, 1, r#", "planned_days": 90"#)), VERY_HIGH);
    for dose in [dose(7.4, 90, ""), dose(7.5, 1, r#", "planned_days": 89"#)] {
        expect(&woman(70, &dose), (None, CalculateFrax, &[], None));
        expect(&woman(70, &format!("{dose}{}", frax(5.0, 1.0, true))), LOW);
    }
}

#[test]
fn a_fragility_fracture_is_at_least_considered() {
    let broken = |mof, with_bmd| format!("{}{FOREARM_LONG_AGO}", frax(mof, 0.1, with_bmd));
    expect(&woman(60, &broken(5.9, false)), (Some("low"), Consider, &[], None));
    expect(&woman(60, &broken(6.0, false)), (Some("intermediate"), Consider, &[MeasureBmd], None));
    expect(&woman(60, &broken(14.6, false)), HIGH);
    expect(&woman(60, &broken(12.1, true)), (Some("low"), Consider, &[], None));
    expect(&woman(60, &broken(12.2, true)), HIGH);
    expect(&woman(60, &broken(19.5, true)), VERY_HIGH);
    // One of high force is none, nor is a toe.
    for other in [r#""proximal_femur", "trauma": "high""#, r#""toe", "trauma": "low""#] {
        let other = format!(r#", "fractures": [{{"months_ago": 120, "site": {other}}}]"#);
        expect(&woman(60, &format!("{}{other}", frax(5.9, 0.1, false))), LOW);
    }
}

#[test]
fn a_recent_fracture_is_left_to_the_clinician() {
    let recent = r#", "fractures": [{"site": "distal_forearm", "months_ago": 24, "trauma": "low"}]"#;
    assert!(has_flag(&said(NOGG, &woman(60, recent)), "recent_fracture"));
    assert!(!has_flag(&said(NOGG, &woman(60, FOREARM_LONG_AGO)), "recent_fracture"));
}

#[test]
fn without_frax_it_is_to_be_calculated() {
    let said = said(NOGG, &woman(60, ""));
    assert_eq!(short(&said), (None, CalculateFrax));
    assert!(said.missing.contains(&"frax.mof_percent".to_owned()), "{:?}", said.missing);
    // Nor is one of another country, or above 90 years, or adjusted.
    let with = |age, more: &str| {
        woman(
            age,
            &format!(r#", "frax": {{"mof_percent": 20.0, "hip_percent": 1.0, "with_bmd": false{more}}}"#),
        )
    };
    assert_eq!(super::said(NOGG, &with(60, r#", "model": "US:caucasian""#)).recommendation, CalculateFrax);
    assert_eq!(super::said(NOGG, &with(60, r#", "model": "GB""#)).recommendation, Treat);
    assert_eq!(super::said(NOGG, &with(60, "")).recommendation, Treat);
    let old = super::said(NOGG, &with(91, ""));
    // Nobody can calculate it for her.
    assert_eq!(old.recommendation, Undetermined);
    assert!(has_flag(&old, "frax_above_90") && has_flag(&old, "frax_not_used"), "{:?}", old.flags);
    assert!(!has_flag(&super::said(NOGG, &with(90, "")), "frax_above_90"));
}

#[test]
fn a_hip_probability_that_is_missing_counts_only_with_bone_density() {
    let frax = |mof: f64, with_bmd: bool| {
        woman(60, &format!(r#", "frax": {{"mof_percent": {mof}, "with_bmd": {with_bmd}}}"#))
    };
    expect(&frax(11.0, false), INTERMEDIATE);
    expect(&frax(19.5, true), VERY_HIGH);
    let open = said(NOGG, &frax(12.2, true));
    assert_eq!((open.category.as_deref(), open.recommendation), (None, Treat));
    assert_eq!(open.could_be_categories, ["very_high", "high"]);
    assert_eq!(open.missing, ["frax.hip_percent"]);
    let open = said(NOGG, &frax(12.1, true));
    assert_eq!((open.recommendation, &open.could_be[..]), (CalculateFrax, &[NoDrug, Treat][..]));
}

#[test]
fn whether_bone_density_was_an_input_may_be_unknown() {
    let open = |mof: f64| {
        let frax = format!(
            r#", "frax": {{"mof_percent": {mof}, "hip_percent": 0.1}}, "fractures": [], "risk_factors": {{
            "glucocorticoid": {{"current": false}}}}, "history": {{"bmd_not_possible": false}},
            "scans": [{{"regions": [{{"region": "total_hip", "t_score": -1.0}}]}}]"#
        );
        said(NOGG, &woman_barely_known(60, &frax))
    };
    let could_be = |mof: f64| -> Vec<Recommendation> { open(mof).could_be };
    assert_eq!(short(&open(5.9)), (Some("low"), NoDrug));
    assert_eq!(could_be(6.0), [NoDrug, MeasureBmd]);
    assert_eq!(could_be(12.1), [NoDrug, MeasureBmd]);
    assert_eq!(could_be(12.2), [MeasureBmd, Treat]);
    assert_eq!(open(12.2).missing, ["frax.with_bmd"]);
    assert_eq!(short(&open(14.6)), (Some("high"), Treat));
    // Where nothing was measured it was not.
    let none = woman(60, r#", "frax": {"mof_percent": 12.2, "hip_percent": 0.1}"#);
    expect(&none, INTERMEDIATE);
}

#[test]
fn whether_bone_density_can_be_measured_shows_when_it_is_asked_for() {
    let open = |mof: f64, more: &str| {
        let asked = format!(
            r#"{}{more}, "risk_factors": {{"glucocorticoid": {{"current": false}}}}, "scans": []"#,
            frax(mof, 0.1, false)
        );
        said(NOGG, &woman_barely_known(60, &asked))
    };
    let none = r#", "fractures": []"#;
    for (mof, could_be) in [(6.0, [NoDrug, MeasureBmd]), (12.2, [MeasureBmd, Treat])] {
        let said = open(mof, none);
        assert_eq!(verdict(&said), INTERMEDIATE);
        assert_eq!(
            (&said.could_be[..], &said.missing[..]),
            (&could_be[..], &["history.bmd_not_possible".to_owned()][..])
        );
    }
    let said = open(6.0, FOREARM_LONG_AGO);
    assert_eq!(verdict(&said), (Some("intermediate"), Consider, &[MeasureBmd][..], None));
    assert_eq!(said.could_be, [Consider, Treat]);
}

#[test]
fn what_nobody_asked_stays_open() {
    // Fractures: at the least FRAX is to be calculated, whatever they are.
    let said = said(NOGG, &woman_barely_known(60, ""));
    assert_eq!(said.recommendation, CalculateFrax);
    for field in ["fractures", "scans", "risk_factors.glucocorticoid.mg_per_day", "frax.mof_percent"] {
        assert!(said.missing.contains(&field.to_owned()), "{field}: {:?}", said.missing);
    }
    // High by FRAX is at least to be treated.
    let high = super::said(NOGG, &woman_barely_known(65, &frax(20.0, 1.0, false)));
    assert_eq!((high.category.as_deref(), high.recommendation), (None, Treat));
    assert_eq!(high.could_be_categories, ["very_high", "high"]);
}

#[test]
fn whom_it_speaks_of() {
    let probability = frax(20.0, 1.0, false);
    let says = |patient: &str| said(NOGG, patient).recommendation;
    assert_eq!(says(&woman(49, &probability)), NotApplicable);
    assert_eq!(says(&man(49, &probability)), NotApplicable);
    assert_eq!(says(&man(50, &probability)), Treat);
    let before = super::person("female", 52, &format!(r#", "postmenopausal": false{probability}"#));
    assert_eq!(says(&before), NotApplicable);
    let unknown = super::person("female", 52, &probability);
    assert!(matches!(says(&unknown), Undetermined | Treat), "{unknown}");
    assert!(said(NOGG, &woman(60, &probability)).verified);
}
