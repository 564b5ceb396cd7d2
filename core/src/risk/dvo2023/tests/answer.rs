use super::*;
use crate::document::assessment::InputValue;
use crate::document::options::OutOfRange;

#[test]
fn of_a_person_with_nothing_but_sex_and_age_everything_is_unknown() {
    let patient = Patient { sex: Some(Sex::Male), age_years: Some(60.0), ..Default::default() };
    let (risk, assumed) = answers(&patient, Options::default());
    // A man of 60 without BMD: 3 % requires 6.
    assert_eq!(risk.category.as_deref(), Some("lt3"));
    assert_eq!(risk.could_be, ["lt3", "3_to_5", "5_to_10", "ge10"]);
    for field in
        ["scans", "fractures", "bmi_kg_m2", "risk_factors.copd", "risk_factors.falls_past_year", "labs.tsh"]
    {
        assert_eq!(assumed.iter().filter(|one| one.field == field).count(), 1, "{field}");
    }
    let falls = assumed.iter().find(|one| one.field == "risk_factors.falls_past_year").unwrap();
    assert_eq!(
        falls.effect,
        "lt3 with one fall in the last 12 months (1.6); lt3 with two falls or more in the last 12 months (2.0)"
    );
    let fractures = assumed.iter().find(|one| one.field == "fractures").unwrap();
    assert!(
        fractures.effect.ends_with(
            "3_to_5 with hip fracture in the last 12 months (4.1) and hip fracture more than 12 months ago (2.5)"
        ),
        "{}",
        fractures.effect
    );
    // Numbers are read as numbers, and all else of a form as no.
    for (field, read_as) in [
        ("risk_factors.alcohol_g_per_day", "below 50"),
        ("risk_factors.cigarettes_per_day", "10 or fewer"),
        ("risk_factors.timed_up_and_go_s", "12 or less"),
        ("risk_factors.falls_past_year", "0"),
        ("risk_factors.glucocorticoid", "none"),
        ("bmi_kg_m2", "20 or more"),
        ("labs.tsh", "above 0.45"),
        ("fractures", "none"),
        ("scans", "no bone density of the total hip"),
    ] {
        assert_eq!(assumed.iter().find(|one| one.field == field).unwrap().read_as, read_as, "{field}");
    }
    assert_eq!(assumed.iter().filter(|one| one.read_as == "false").count(), 19);
    let parent = |age| {
        let patient = Patient { age_years: Some(age), ..patient.clone() };
        reading(&patient).questions.iter().any(|q| q.field == "risk_factors.parental_hip_fracture")
    };
    assert!(parent(75.9) && !parent(76.0));
}

#[test]
fn the_answer_of_a_known_person() {
    // The vignette: 1.6 x 1.4 = 2.24 reaches the 2.2 that 10 % requires at 70 with -2.5.
    let patient = with(|r| {
        (r.falls_past_year, r.proton_pump_inhibitor, r.copd) = (Some(1), Some(true), Some(true));
    });
    let (risk, assumed) = answers(&patient, Options::default());
    assert_eq!((risk.outcome, risk.horizon_years), (Outcome::VertebralOrHip, Some(3)));
    assert_eq!(risk.category.as_deref(), Some("ge10"));
    assert!(assumed.is_empty() && risk.could_be.is_empty() && risk.variants.is_empty(), "{risk:?}");
    let text = |name: &str| risk.inputs.get(name).cloned();
    assert_eq!(text("product"), Some(InputValue::Number(2.24)));
    assert_eq!(text("factor_1"), Some("falls_1 1.6".into()));
    assert_eq!(text("factor_2"), Some("proton_pump_inhibitor 1.4".into()));
    assert_eq!(text("column"), Some("-2.5".into()));
    assert_eq!(text("age_row"), Some(InputValue::Number(70.0)));
    assert_eq!(text("required_3_percent"), Some("none: reached by age and bone density alone".into()));
    assert_eq!(text("required_10_percent"), Some(InputValue::Number(2.2)));
    let flags: Vec<&str> = risk.flags.iter().map(|flag| flag.code.as_str()).collect();
    assert_eq!(flags, ["proton_pump_inhibitor_duration"]);
}

#[test]
fn doubtful_numbers_are_flagged_and_varied() {
    // 1.6 x 1.3 = 2.08 is short of the 2.2 that 1.6 x 1.5 = 2.4 reaches.
    let patient = with(|r| (r.falls_past_year, r.copd) = (Some(1), Some(true)));
    let (risk, _) = answers(&patient, Options::default());
    assert_eq!(risk.category.as_deref(), Some("5_to_10"));
    assert_eq!(variants(&risk), [("dvo_copd=1.5", "ge10")]);
    assert_eq!(risk.flags[0].code, "doubtful_factor");
    // COPD is not among the two that count, and would be by the other number.
    let patient = with(|r| {
        (r.falls_past_year, r.proton_pump_inhibitor, r.copd) = (Some(1), Some(true), Some(true));
    });
    let patient = Patient { age_years: Some(66.0), scans: Some(vec![scan(-3.0)]), ..patient };
    // 2.24 is short of 2.3; 1.6 x 1.5 = 2.4 is not.
    let (risk, _) = answers(&patient, Options::default());
    assert_eq!(
        (risk.category.as_deref(), &variants(&risk)[..]),
        (Some("5_to_10"), &[("dvo_copd=1.5", "ge10")][..])
    );
}

#[test]
fn either_row_is_shown() {
    use crate::document::options::DvoAgeRow;
    let patient =
        Patient { age_years: Some(73.0), scans: Some(vec![scan(-1.5)]), ..with(|r| r.copd = Some(true)) };
    // Row 70 requires 1.2, 2 and 4.1; row 75 nothing, 1.5 and 3.1.
    let smokes = |patient: &Patient| {
        let mut patient = patient.clone();
        patient.risk_factors.as_mut().unwrap().cigarettes_per_day = Some(20.0);
        patient
    };
    let (floor, _) = answers(&smokes(&patient), Options::default());
    assert_eq!(floor.category.as_deref(), Some("3_to_5"));
    assert_eq!(variants(&floor)[0], ("dvo_age_row=nearest", "5_to_10"));
    let nearest = Options { dvo_age_row: Some(DvoAgeRow::Nearest), ..Default::default() };
    let (nearest, _) = answers(&smokes(&patient), nearest);
    assert_eq!(nearest.category.as_deref(), Some("5_to_10"));
    assert_eq!(variants(&nearest)[0], ("dvo_age_row=floor", "3_to_5"));
}

#[test]
fn a_parent_over_75() {
    let patient = Patient {
        age_years: Some(80.0),
        scans: Some(vec![scan(-2.0)]),
        ..with(|r| (r.parental_hip_fracture, r.proton_pump_inhibitor) = (Some(true), Some(true)))
    };
    // At 80 with -2.0: 10 % requires 1.7; 1.4 does not reach it, 1.4 x 1.3 = 1.82 would.
    let (risk, _) = answers(&patient, Options::default());
    assert_eq!(risk.category.as_deref(), Some("5_to_10"));
    assert_eq!(variants(&risk), [("dvo_parental_hip_fracture=counted_over_75", "ge10")]);
    assert!(risk.flags.iter().any(|flag| flag.code == "parental_hip_fracture_over_75"));
}

#[test]
fn two_hip_fractures_are_multiplied_and_the_stronger_alone_is_shown() {
    let hips = |months: &[f64]| {
        let hip = |&months| Fracture { months_ago: Some(months), ..fracture(FractureSite::ProximalFemur) };
        broken(months.iter().map(hip).collect())
    };
    let has_flag = |risk: &Risk| risk.flags.iter().any(|flag| flag.code == "two_hip_fractures_multiplied");
    // At 60 with -1.0: 3 % requires 3, 5 % requires 5; 4.1 x 2.5 is 10.25.
    let at_60 = |patient| Patient { age_years: Some(60.0), scans: Some(vec![scan(-1.0)]), ..patient };
    let (risk, _) = answers(&at_60(hips(&[3.0, 40.0])), Options::default());
    assert_eq!(risk.inputs.get("product"), Some(&InputValue::Number(10.25)));
    assert!(has_flag(&risk));
    assert!(
        variants(&risk).contains(&("dvo_hip_fractures=strongest_only", "3_to_5")),
        "{:?}",
        variants(&risk)
    );
    // The same tier either way: told of, and not varied.
    let (risk, _) = answers(&hips(&[3.0, 40.0]), Options::default());
    assert!(has_flag(&risk) && risk.variants.is_empty());
    // Two of the same time are one factor.
    for months in [&[3.0, 6.0][..], &[30.0, 40.0], &[3.0]] {
        let (risk, _) = answers(&at_60(hips(months)), Options::default());
        let varied = variants(&risk).iter().any(|(reading, _)| reading.starts_with("dvo_hip_fractures"));
        assert!(!has_flag(&risk) && !varied, "{months:?}");
    }
}

#[test]
fn indicators_and_imminence_are_flagged() {
    let patient = with(|r| {
        (r.immobility, r.aromatase_inhibitor, r.falls_past_year) = (Some(true), Some(true), Some(3));
    });
    let (risk, _) = answers(&patient, Options::default());
    let flags: Vec<&str> = risk.flags.iter().map(|flag| flag.code.as_str()).collect();
    assert_eq!(
        flags,
        ["strong_or_imminent_factor", "immobility_not_multiplied", "aromatase_inhibitor_not_multiplied"]
    );
    assert_eq!(risk.inputs.get("product"), Some(&InputValue::Number(2.0)));
}

/// Each as if it were multiplied.
#[test]
fn indicators_are_varied() {
    let varied = |set: fn(&mut RiskFactors)| {
        let (risk, _) = answers(&with(set), Options::default());
        let varied: Vec<_> = variants(&risk)
            .into_iter()
            .map(|(reading, tier)| (reading.to_owned(), tier.to_owned()))
            .collect();
        (risk.category.unwrap(), varied)
    };
    let of = |tier: &str, variants: &[(&str, &str)]| {
        let owned = |&(reading, tier): &(&str, &str)| (reading.to_owned(), tier.to_owned());
        (tier.to_owned(), variants.iter().map(owned).collect::<Vec<_>>())
    };
    let immobility = "dvo_immobility=1.7";
    let inhibitor = "dvo_aromatase_inhibitor=1.7";
    // At 70 with -2.5: 3 % is reached anyway, 5 % requires 1.1 and 10 % requires 2.2.
    assert_eq!(varied(|r| r.immobility = Some(true)), of("3_to_5", &[(immobility, "5_to_10")]));
    assert_eq!(
        varied(|r| (r.immobility, r.proton_pump_inhibitor) = (Some(true), Some(true))),
        of("5_to_10", &[(immobility, "ge10")])
    );
    // Among the factors of falls it is an alternative: 1.7, and not 1.7 x 1.6.
    assert_eq!(varied(|r| (r.immobility, r.falls_past_year) = (Some(true), Some(1))), of("5_to_10", &[]));
    // An aromatase inhibitor is of no group: 1.7 x 1.6.
    assert_eq!(
        varied(|r| (r.aromatase_inhibitor, r.falls_past_year) = (Some(true), Some(1))),
        of("5_to_10", &[(inhibitor, "ge10")])
    );
    assert_eq!(varied(|r| (r.aromatase_inhibitor, r.immobility) = (Some(false), None)), of("3_to_5", &[]));
}

#[test]
fn hyperparathyroidism_is_read_as_the_primary_one() {
    let flags = |set: fn(&mut RiskFactors)| {
        let (risk, _) = answers(&with(set), Options::default());
        risk.flags.iter().any(|flag| flag.code == "hyperparathyroidism_read_as_primary")
    };
    assert!(flags(|r| r.hyperparathyroidism = Some(true)));
    assert!(!flags(|r| r.hyperparathyroidism = Some(false)));
    // Two that are stronger count instead.
    assert!(!flags(|r| {
        (r.hyperparathyroidism, r.rheumatoid_arthritis, r.type_1_diabetes) =
            (Some(true), Some(true), Some(true));
    }));
}

#[test]
fn whom_the_tables_speak_of() {
    let code = |patient: &Patient| answers(patient, Options::default()).0.refused.map(|r| r.code.as_str());
    assert_eq!(code(&Patient { age_years: Some(49.9), ..woman() }), Some("out_of_range"));
    assert_eq!(code(&Patient { postmenopausal: Some(false), ..woman() }), Some("outside_population"));
    assert_eq!(code(&Patient { age_years: Some(100.0), ..woman() }), None);
    assert_eq!(code(&Patient { sex: Some(Sex::Male), postmenopausal: None, ..woman() }), None);
    let clamp = Options { out_of_range: Some(OutOfRange::Clamp), ..Default::default() };
    let (risk, _) = answers(&Patient { age_years: Some(46.0), ..woman() }, clamp);
    assert_eq!((risk.category.as_deref(), risk.clamped.len()), (Some("lt3"), 1));
    assert_eq!(risk.inputs.get("age_years"), Some(&InputValue::Number(50.0)));
}

#[test]
fn no_bone_density_known_or_unknown() {
    let of = |scans| {
        let (risk, assumed) = answers(&Patient { scans, ..woman() }, Options::default());
        assert_eq!(risk.inputs.get("column"), Some(&InputValue::from("no_bmd")));
        assert_eq!(risk.category.as_deref(), Some("lt3"));
        (risk.could_be, assumed.into_iter().map(|one| (one.field, one.effect)).collect::<Vec<_>>())
    };
    assert_eq!(of(Some(vec![])), (vec![], vec![]));
    // At 70 with -4.0 every cell is blank.
    let effect = "lt3 with a T-score of the total hip of 0.0; 3_to_5 with a T-score of the total hip of -2.5; \
                  ge10 with a T-score of the total hip of -4.0";
    let all = Tier::ALL.iter().map(|tier| tier.as_str().to_owned()).collect::<Vec<_>>();
    let spine = ScanRegion { region: Some(Region::LumbarSpine), t_score: Some(-1.0), ..Default::default() };
    let spine = Scan { regions: Some(vec![spine]), ..Default::default() };
    assert_eq!(of(Some(vec![spine])), (all.clone(), vec![("scans".to_owned(), effect.to_owned())]));
    // Nobody told of scans: a trabecular bone score may have been measured too.
    let (could_be, assumed) = of(None);
    assert_eq!((could_be, assumed.len()), (all, 1));
    assert!(assumed[0].1.starts_with(effect) && assumed[0].1.contains("trabecular bone score"));
}

#[test]
fn an_answer_by_a_number_that_transcriptions_dispute_says_so() {
    let verification = |set: fn(&mut RiskFactors)| {
        let (risk, _) = answers(&with(set), Options::default());
        (risk.verification, risk.verified)
    };
    let disputed = ("disputed".to_owned(), Some(false));
    assert_eq!(verification(|r| r.copd = Some(true)), disputed);
    let undisputed = verification(|r| r.stroke = Some(true));
    assert_ne!(undisputed, disputed);
    // Two that are stronger count instead.
    let stronger = |r: &mut RiskFactors| {
        (r.copd, r.falls_past_year, r.proton_pump_inhibitor) = (Some(true), Some(1), Some(true));
    };
    assert_eq!(verification(stronger), undisputed);
}
