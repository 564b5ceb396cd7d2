//! ESCEO/IOF 2019 with the categories of 2020.

use osteon::document::guidance::Recommendation::{
    CalculateFrax, Consider, MeasureBmd, NoDrug, NotApplicable, Treat, TreatAnabolicFirst, Undetermined,
};
use osteon::document::guidance::Tier::OralBisphosphonateFirst;

use super::{FOREARM_LONG_AGO, Verdict, frax, has_flag, man, said, short, verdict, woman};

const ESCEO: &str = "esceo2019";
const LOW: Verdict<'_> = (Some("low"), NoDrug, &[], None);
const INTERMEDIATE: Verdict<'_> = (Some("intermediate"), MeasureBmd, &[], None);
const HIGH: Verdict<'_> = (Some("high"), Treat, &[], Some(OralBisphosphonateFirst));
const VERY_HIGH: Verdict<'_> = (Some("very_high"), TreatAnabolicFirst, &[], None);

/// First and last age of the band; lower assessment, intervention, upper assessment. That of 70-74 stands apart.
const BANDS: &[(u32, u32, [f64; 3])] = &[
    (40, 44, [2.3, 5.2, 6.2]),
    (45, 49, [2.4, 5.4, 6.5]),
    (50, 54, [2.9, 6.3, 7.6]),
    (55, 59, [3.6, 7.6, 9.1]),
    (60, 64, [4.9, 9.9, 11.9]),
    (65, 69, [6.9, 13.4, 16.1]),
    (75, 79, [13.7, 23.0, 27.6]),
    (80, 84, [18.7, 29.1, 34.9]),
    (85, 89, [20.9, 31.8, 38.2]),
    (90, 90, [20.8, 31.7, 38.0]),
];

#[track_caller]
fn expect(patient: &str, expected: Verdict<'_>) {
    let said = said(ESCEO, patient);
    assert_eq!(verdict(&said), expected, "{patient}\n{:?}", said.fired);
}

fn mof(age: u32, mof: f64, with_bmd: bool) -> String {
    woman(age, &frax(mof, 0.0, with_bmd))
}

#[test]
fn worked_cases() {
    expect(&mof(62, 10.5, true), HIGH);
    expect(&mof(62, 12.5, true), VERY_HIGH);
    expect(&mof(62, 9.0, true), LOW);
    expect(&mof(57, 5.0, false), INTERMEDIATE);
    expect(&mof(57, 10.0, false), VERY_HIGH);
}

#[test]
fn every_threshold_at_just_below_and_just_above() {
    for &(first, last, [lower, intervention, upper]) in BANDS {
        for age in [first, last] {
            expect(&mof(age, lower - 0.1, false), LOW);
            expect(&mof(age, lower, false), INTERMEDIATE);
            expect(&mof(age, lower + 0.1, false), INTERMEDIATE);
            // The upper limits belong to the category below: NOGG has it otherwise.
            expect(&mof(age, upper - 0.1, false), INTERMEDIATE);
            expect(&mof(age, upper, false), INTERMEDIATE);
            expect(&mof(age, upper + 0.1, false), VERY_HIGH);
            expect(&mof(age, intervention - 0.1, true), LOW);
            expect(&mof(age, intervention, true), HIGH);
            expect(&mof(age, intervention + 0.1, true), HIGH);
            expect(&mof(age, upper, true), HIGH);
            expect(&mof(age, upper + 0.1, true), VERY_HIGH);
        }
    }
}

#[test]
fn at_70_to_74_it_cannot_be_said_between_the_two_readings() {
    for age in [70, 74] {
        expect(&mof(age, 9.6, false), LOW);
        expect(&mof(age, 9.7, false), INTERMEDIATE);
        expect(&mof(age, 21.1, false), INTERMEDIATE);
        expect(&mof(age, 21.6, false), VERY_HIGH);
        expect(&mof(age, 17.5, true), LOW);
        expect(&mof(age, 17.9, true), HIGH);
        expect(&mof(age, 21.1, true), HIGH);
        expect(&mof(age, 21.6, true), VERY_HIGH);
        for (percent, with_bmd, least, most) in [
            (17.6, true, NoDrug, Treat),
            (17.8, true, NoDrug, Treat),
            (21.2, true, Treat, TreatAnabolicFirst),
            (21.5, true, Treat, TreatAnabolicFirst),
            (21.2, false, MeasureBmd, TreatAnabolicFirst),
            (21.5, false, MeasureBmd, TreatAnabolicFirst),
        ] {
            let said = said(ESCEO, &mof(age, percent, with_bmd));
            assert_eq!(short(&said), (None, Undetermined), "{age} {percent}");
            assert_eq!((said.could_be.first(), said.could_be.last()), (Some(&least), Some(&most)));
            assert!(has_flag(&said, "two_readings"));
            // Nothing that anybody could fill in would settle it.
            assert!(said.missing.is_empty(), "{:?}", said.missing);
        }
    }
    for age in [69, 75] {
        assert!(!has_flag(&said(ESCEO, &mof(age, 17.7, true)), "two_readings"), "{age}");
    }
}

#[test]
fn a_fragility_fracture_is_at_least_considered() {
    let broken = |mof, with_bmd| woman(62, &format!("{}{FOREARM_LONG_AGO}", frax(mof, 0.1, with_bmd)));
    expect(&broken(4.8, false), (Some("low"), Consider, &[], None));
    expect(&broken(4.9, false), (Some("intermediate"), Consider, &[MeasureBmd], None));
    expect(&broken(9.8, true), (Some("low"), Consider, &[], None));
    expect(&broken(9.9, true), HIGH);
    expect(&woman(62, FOREARM_LONG_AGO), (None, Consider, &[CalculateFrax], None));
}

#[test]
fn the_five_countries_and_no_other() {
    let of = |model: &str| {
        let frax = format!(r#", "frax": {{"mof_percent": 10.5, "with_bmd": true, "model": "{model}"}}"#);
        said(ESCEO, &woman(62, &frax))
    };
    for model in ["FR", "DE", "IT", "ES", "GB"] {
        assert_eq!(short(&of(model)), (Some("high"), Treat), "{model}");
    }
    for model in ["US:caucasian", "BE", "CH", "SE"] {
        assert_eq!(short(&of(model)), (None, CalculateFrax), "{model}");
        assert!(has_flag(&of(model), "mean_of_five_countries"));
    }
}

#[test]
fn whether_bone_density_was_an_input_may_be_unknown() {
    let open = |mof: f64| {
        let more = format!(
            r#", "frax": {{"mof_percent": {mof}}}, "fractures": [],
            "scans": [{{"regions": [{{"region": "total_hip", "t_score": -1.0}}]}}]"#
        );
        said(ESCEO, &super::woman_barely_known(62, &more))
    };
    assert_eq!(short(&open(4.8)), (Some("low"), NoDrug));
    assert_eq!(open(9.8).could_be, [NoDrug, MeasureBmd]);
    assert_eq!(open(9.9).could_be, [MeasureBmd, Treat]);
    assert_eq!(open(9.9).missing, ["frax.with_bmd"]);
    assert_eq!(short(&open(12.0)), (Some("very_high"), TreatAnabolicFirst));
}

#[test]
fn whom_it_speaks_of() {
    let probability = frax(10.5, 0.1, true);
    assert_eq!(said(ESCEO, &man(62, &probability)).recommendation, NotApplicable);
    assert_eq!(said(ESCEO, &woman(39, &probability)).recommendation, NotApplicable);
    let said = said(ESCEO, &woman(62, &probability));
    assert!(!said.verified && has_flag(&said, "not_yet_verified"));
}
