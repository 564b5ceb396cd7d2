use super::*;
use crate::document::{DateIs, FractureCause, Glucocorticoid, Smoking, SpineImaging, SpineImagingResult};

#[test]
fn everything_asked_and_nothing_there() {
    assert!(ids(&woman()).is_empty());
}

#[test]
fn every_factor_of_the_form() {
    type Case = (fn(&mut RiskFactors), &'static [&'static str]);
    let cases: &[Case] = &[
        (|r| r.parental_hip_fracture = Some(true), &["parental_hip_fracture"]),
        (|r| r.maternal_hip_fracture = Some(true), &["parental_hip_fracture"]),
        (|r| r.alcohol_g_per_day = Some(50.0), &["alcohol_50_g_or_more"]),
        (|r| r.alcohol_g_per_day = Some(49.9), &[]),
        (|r| r.alcohol_units_per_day = Some(6.25), &["alcohol_50_g_or_more"]),
        (|r| r.cigarettes_per_day = Some(10.0), &[]),
        (|r| r.cigarettes_per_day = Some(11.0), &["smoking_more_than_10"]),
        (|r| r.smoking = Some(Smoking::Heavy), &["smoking_more_than_10"]),
        (|r| r.smoking = Some(Smoking::Light), &[]),
        (|r| r.copd = Some(true), &["copd"]),
        (|r| r.axial_spondyloarthritis = Some(true), &["axial_spondyloarthritis"]),
        (|r| r.rheumatoid_arthritis = Some(true), &["rheumatoid_arthritis"]),
        (|r| r.falls_past_year = Some(1), &["falls_1"]),
        (|r| r.falls_past_year = Some(2), &["falls_2_or_more"]),
        (|r| r.hyponatraemia = Some(true), &["hyponatraemia"]),
        (|r| r.depression = Some(true), &["depression"]),
        (|r| r.antidepressant = Some(true), &["depression"]),
        (|r| r.epilepsy_or_anticonvulsant = Some(true), &["epilepsy"]),
        (|r| r.immobility = Some(true), &["immobility"]),
        (|r| r.dementia = Some(true), &["dementia"]),
        (|r| r.parkinson = Some(true), &["parkinson"]),
        (|r| r.multiple_sclerosis = Some(true), &["multiple_sclerosis"]),
        (|r| r.opioid = Some(true), &["opioid"]),
        (|r| r.stroke = Some(true), &["stroke"]),
        (|r| r.timed_up_and_go_s = Some(12.0), &[]),
        (|r| r.timed_up_and_go_s = Some(12.1), &["timed_up_and_go_above_12_s"]),
        (|r| r.type_1_diabetes = Some(true), &["type_1_diabetes"]),
        (|r| r.type_2_diabetes_years = Some(4.9), &[]),
        (|r| r.type_2_diabetes_years = Some(5.0), &["type_2_diabetes_5_to_10_years"]),
        (|r| r.type_2_diabetes_years = Some(10.0), &["type_2_diabetes_5_to_10_years"]),
        (|r| r.type_2_diabetes_years = Some(10.1), &["type_2_diabetes_over_10_years"]),
        (|r| r.hyperparathyroidism = Some(true), &["primary_hyperparathyroidism"]),
        (|r| r.heart_failure = Some(true), &["heart_failure"]),
        (|r| r.mgus = Some(true), &["mgus"]),
        (|r| r.chronic_kidney_disease = Some(true), &["chronic_kidney_disease"]),
        (|r| r.proton_pump_inhibitor = Some(true), &["proton_pump_inhibitor"]),
        (|r| r.aromatase_inhibitor = Some(true), &["aromatase_inhibitor"]),
    ];
    for (index, (set, expected)) in cases.iter().enumerate() {
        assert_eq!(ids(&with(set)), *expected, "case {index}");
    }
}

#[test]
fn bands_of_body_mass() {
    for (bmi, expected) in [
        (15.0, Some("bmi_15_or_less")),
        (15.1, Some("bmi_above_15")),
        (18.4, Some("bmi_above_15")),
        (18.5, Some("bmi_from_18_5")),
        (19.9, Some("bmi_from_18_5")),
        (20.0, None),
    ] {
        let patient = Patient { bmi_kg_m2: Some(bmi), ..woman() };
        assert_eq!(ids(&patient).first().copied(), expected, "{bmi}");
    }
    // 53.465 / 1.7^2 is 18.5 in decimals.
    let patient = Patient { height_cm: Some(170.0), weight_kg: Some(53.465), ..woman() };
    assert_eq!(ids(&patient), ["bmi_from_18_5"]);
    let unknown = asked(&Patient { bmi_kg_m2: None, ..woman() });
    let bands = [["bmi_from_18_5"], ["bmi_above_15"], ["bmi_15_or_less"]].map(Vec::from).to_vec();
    assert_eq!(unknown, [("bmi_kg_m2", "20 or more", bands)]);
}

fn dose(mg: Option<f64>, days: Option<f64>, months: Option<f64>) -> Patient {
    with(|r| {
        r.glucocorticoid = Some(Glucocorticoid {
            current: Some(true),
            mg_per_day: mg,
            days,
            started_or_raised_months_ago: months,
            ..Default::default()
        });
    })
}

#[test]
fn glucocorticoids() {
    for (mg, days, months, expected) in [
        (2.4, 91.0, 20.0, &["glucocorticoid_below_2_5_mg"][..]),
        (2.5, 91.0, 4.0, &["glucocorticoid_2_5_to_7_5_mg"]),
        (5.0, 120.0, 4.0, &["glucocorticoid_2_5_to_7_5_mg"]),
        (5.1, 120.0, 4.0, &["glucocorticoid_above_5_mg_new"]),
        (5.1, 120.0, 12.0, &["glucocorticoid_above_5_mg_new"]),
        (5.1, 120.0, 12.5, &["glucocorticoid_2_5_to_7_5_mg"]),
        (7.5, 400.0, 14.0, &["glucocorticoid_2_5_to_7_5_mg"]),
        (7.6, 400.0, 14.0, &["glucocorticoid_above_7_5_mg"]),
        (7.6, 400.0, 2.0, &["glucocorticoid_above_5_mg_new"]),
        (7.6, 90.0, 3.0, &[]),
    ] {
        assert_eq!(ids(&dose(Some(mg), Some(days), Some(months))), expected, "{mg} mg {days} d {months} m");
    }
    // A dose unchanged for 14 months has been taken for more than 3.
    assert_eq!(ids(&dose(Some(10.0), None, Some(14.0))), ["glucocorticoid_above_7_5_mg"]);
    let of = |mg, days, months| asked(&dose(mg, days, months)).remove(0);
    let (field, read_as, others) = of(Some(10.0), Some(400.0), None);
    assert_eq!(
        (field, read_as),
        ("risk_factors.glucocorticoid.started_or_raised_months_ago", "more than 12")
    );
    assert_eq!(others, [["glucocorticoid_above_5_mg_new"]]);
    let (field, read_as, others) = of(Some(10.0), None, None);
    assert_eq!((field, read_as, others.len()), ("risk_factors.glucocorticoid.days", "90 or less", 2));
    // What was taken for 90 days or less is no factor, whatever the dose.
    let (field, read_as, others) = of(None, None, None);
    assert_eq!((field, read_as, others.len()), ("risk_factors.glucocorticoid.days", "90 or less", 4));
    let (field, read_as, others) = of(None, Some(100.0), Some(14.0));
    assert_eq!((field, read_as), ("risk_factors.glucocorticoid.mg_per_day", "below 2.5"));
    assert_eq!(others, [["glucocorticoid_2_5_to_7_5_mg"], ["glucocorticoid_above_7_5_mg"]]);
    for months in [Some(6.0), None] {
        let (_, _, others) = of(None, Some(100.0), months);
        assert_eq!(others, [["glucocorticoid_2_5_to_7_5_mg"], ["glucocorticoid_above_5_mg_new"]]);
    }
    assert!(
        ids(
            &with(|r| r.glucocorticoid = Some(Glucocorticoid { current: Some(false), ..Default::default() }))
        )
        .is_empty()
    );
}

/// What has been taken for less than a year was started in it.
#[test]
fn a_glucocorticoid_of_some_days() {
    let of = |mg, days, months| ids(&dose(Some(mg), Some(days), months));
    assert_eq!(of(6.0, 91.0, None), ["glucocorticoid_above_5_mg_new"]);
    assert_eq!(of(6.0, 364.9, None), ["glucocorticoid_above_5_mg_new"]);
    assert_eq!(of(5.0, 91.0, None), ["glucocorticoid_2_5_to_7_5_mg"]);
    assert_eq!(of(6.0, 91.0, Some(13.0)), ["glucocorticoid_2_5_to_7_5_mg"]);
    assert!(of(6.0, 90.0, None).is_empty());
    // What is taken for a year may have been raised in it.
    let (field, _, others) = asked(&dose(Some(6.0), Some(365.0), None)).remove(0);
    assert_eq!(field, "risk_factors.glucocorticoid.started_or_raised_months_ago");
    assert_eq!(others, [["glucocorticoid_above_5_mg_new"]]);
    let planned = |days| {
        with(|r| {
            r.glucocorticoid = Some(Glucocorticoid {
                current: Some(true),
                mg_per_day: Some(6.0),
                days,
                planned_days: Some(200.0),
                ..Default::default()
            });
        })
    };
    assert_eq!(ids(&planned(Some(30.0))), ["glucocorticoid_above_5_mg_new"]);
    // What is planned does not say when it was started.
    assert_eq!(asked(&planned(None)).len(), 1);
}

#[test]
fn type_2_diabetes() {
    let of = |type_2_diabetes, type_2_diabetes_years| {
        let mut complete = Section::ALL.to_vec();
        complete.retain(|&section| section != Section::RiskFactors);
        let patient =
            with(|r| (r.type_2_diabetes, r.type_2_diabetes_years) = (type_2_diabetes, type_2_diabetes_years));
        let reading = reading(&Patient { complete: Some(complete), ..patient });
        let fields = reading.questions.iter().map(|q| q.field);
        let fields: Vec<_> = fields.filter(|field| field.contains("type_2_diabetes")).collect();
        (reading.known.iter().map(Factor::id).collect::<Vec<_>>(), fields)
    };
    assert_eq!(of(None, Some(7.0)), (vec!["type_2_diabetes_5_to_10_years"], vec![]));
    assert_eq!(of(None, Some(0.0)), (vec![], vec![]));
    assert_eq!(of(None, None), (vec![], vec!["risk_factors.type_2_diabetes"]));
    assert_eq!(of(Some(true), None), (vec![], vec!["risk_factors.type_2_diabetes_years"]));
}

#[test]
fn fractures_by_site() {
    use FractureSite as S;
    for (site, expected) in [
        (S::ProximalFemur, Some("hip_fracture_before")),
        (S::ProximalHumerus, Some("proximal_humerus_fracture")),
        (S::HumerusUnspecified, Some("proximal_humerus_fracture")),
        (S::HumeralShaft, None),
        (S::DistalForearm, Some("forearm_fracture")),
        (S::ForearmUnspecified, Some("forearm_fracture")),
        (S::Pelvis, Some("pelvic_fracture")),
        (S::Sacrum, Some("pelvic_fracture")),
        (S::Ankle, None),
        (S::CervicalVertebra, None),
    ] {
        assert_eq!(ids(&broken(vec![fracture(site)])).first().copied(), expected, "{site}");
    }
    let high = Fracture { trauma: Some(Trauma::High), ..fracture(S::ProximalFemur) };
    let tumour = Fracture { cause: Some(FractureCause::Tumour), ..fracture(S::Vertebra) };
    assert!(ids(&broken(vec![high, tumour])).is_empty());
    let now = Fracture { months_ago: Some(12.0), ..fracture(S::ProximalFemur) };
    assert_eq!(
        ids(&broken(vec![now, fracture(S::ProximalFemur)])),
        ["hip_fracture_within_12_months", "hip_fracture_before"]
    );
}

#[test]
fn fractures_in_doubt() {
    use FractureSite as S;
    let undated = Fracture { months_ago: None, ..fracture(S::ProximalFemur) };
    let hip = |read_as, field, others: &[&'static str]| {
        vec![(field, read_as, others.iter().map(|&id| vec![id]).collect::<Vec<_>>())]
    };
    assert_eq!(
        asked(&broken(vec![undated])),
        hip("more than 12 months ago", "fractures.date", &["hip_fracture_within_12_months"])
    );
    assert_eq!(
        asked(&broken(vec![fracture(S::FemurUnspecified)])),
        hip("a bone that does not count", "fractures.site", &["hip_fracture_before"])
    );
    let young =
        Fracture { months_ago: None, age_years: Some(40.0), trauma: None, ..fracture(S::DistalForearm) };
    assert_eq!(asked(&broken(vec![young])), hip("high", "fractures.trauma", &["forearm_fracture"]));
    let somewhere = asked(&broken(vec![fracture(S::Unspecified)])).remove(0);
    assert_eq!((somewhere.0, somewhere.2.len()), ("fractures.site", 5));
    // A recent one for certain, and one of unknown date: at least the recent one.
    let two = vec![
        Fracture { months_ago: Some(2.0), ..fracture(S::ProximalFemur) },
        Fracture { months_ago: None, ..fracture(S::ProximalFemur) },
    ];
    let (_, read_as, others) = asked(&broken(two)).remove(0);
    assert_eq!(read_as, "in the last 12 months");
    assert_eq!(others, [["hip_fracture_within_12_months", "hip_fracture_before"]]);
    // One for certain, and one that may be of high trauma.
    let young = |months| Fracture {
        months_ago: months,
        age_years: Some(40.0),
        trauma: None,
        ..fracture(S::ProximalFemur)
    };
    let two = vec![Fracture { months_ago: Some(2.0), ..fracture(S::ProximalFemur) }, young(None)];
    let (field, read_as, others) = asked(&broken(two)).remove(0);
    assert_eq!((field, read_as), ("fractures.trauma", "high"));
    assert_eq!(others, [["hip_fracture_within_12_months", "hip_fracture_before"]]);
    // Nobody asked: hip, humerus, forearm, pelvis and spine.
    let complete = vec![Section::RiskFactors, Section::History, Section::Labs];
    let unknown = asked(&Patient { complete: Some(complete), ..woman() });
    assert_eq!(unknown.len(), 5);
    assert!(unknown.iter().all(|(field, read_as, _)| (*field, *read_as) == ("fractures", "none")));
    assert_eq!(
        unknown[3].2,
        [["vertebral_fractures_1"], ["vertebral_fractures_2"], ["vertebral_fractures_3_or_more"]]
    );
}

/// What counts by what was read into it counts, and may not.
#[test]
fn what_is_read_into_a_document_may_be_otherwise() {
    use FractureSite as S;
    let of = |patient: &Patient| {
        let (risk, assumed) = answers(patient, Options::default());
        let assumed: Vec<String> =
            assumed.iter().map(|one| format!("{} {}: {}", one.field, one.read_as, one.effect)).collect();
        (risk.category.unwrap(), risk.could_be, assumed)
    };
    // At 70 with -2.5: 3 % is reached anyway, 5 % requires 1.1 and 10 % requires 2.2.
    let unknown = |site| Fracture { trauma: None, ..fracture(site) };
    let (category, could_be, assumed) = of(&broken(vec![unknown(S::ProximalFemur)]));
    assert_eq!((category.as_str(), &could_be[..]), ("ge10", &["3_to_5".to_owned(), "ge10".to_owned()][..]));
    assert_eq!(assumed, ["fractures.trauma low: 3_to_5 if high"]);
    let undated = Fracture { months_ago: None, ..fracture(S::Vertebra) };
    let (category, could_be, assumed) = of(&broken(vec![undated]));
    assert_eq!((category.as_str(), could_be.len()), ("5_to_10", 3));
    assert_eq!(
        assumed,
        [
            "fractures.date more than 12 months ago: ge10 with vertebral fracture in the last 12 months (2.9)",
            "fractures.age_years 50 or more: 3_to_5 if before 20"
        ]
    );
    // One that counts for certain makes the other idle.
    let (_, could_be, assumed) = of(&broken(vec![unknown(S::DistalForearm), fracture(S::DistalForearm)]));
    assert!(could_be.is_empty() && assumed.is_empty(), "{assumed:?}");
    // Of two vertebrae one counts for certain.
    let (category, could_be, assumed) = of(&broken(vec![unknown(S::Vertebra), fracture(S::Vertebra)]));
    assert_eq!((category.as_str(), could_be.len()), ("ge10", 2));
    assert_eq!(assumed, ["fractures.trauma low: 5_to_10 if high"]);
    // What is said of two fractures is listed once for each reading.
    let young = |site| Fracture { age_years: Some(45.0), months_ago: None, ..unknown(site) };
    let sites = [S::DistalForearm, S::Vertebra, S::Pelvis, S::ProximalFemur];
    let mixed = sites.map(young).into_iter().chain(sites.map(unknown)).collect();
    let (_, _, assumed) = of(&broken(mixed));
    assert!(assumed.iter().filter(|one| one.starts_with("fractures.trauma")).count() <= 2, "{assumed:?}");
    let dosed = with(|r| {
        r.glucocorticoid =
            Some(Glucocorticoid { mg_per_day: Some(5.0), days: Some(400.0), ..Default::default() });
    });
    let (category, could_be, assumed) = of(&dosed);
    assert_eq!((category.as_str(), &could_be[..]), ("ge10", &["3_to_5".to_owned(), "ge10".to_owned()][..]));
    assert_eq!(assumed, ["risk_factors.glucocorticoid.current true: 3_to_5 if false"]);
}

fn vertebra(levels: &[&str]) -> Fracture {
    let levels = (!levels.is_empty()).then(|| levels.iter().map(|&level| level.to_owned()).collect());
    Fracture { levels, ..fracture(FractureSite::Vertebra) }
}

#[test]
fn vertebrae_are_counted() {
    let count = |fractures: Vec<Fracture>| ids(&broken(fractures));
    assert_eq!(count(vec![vertebra(&[])]), ["vertebral_fractures_1"]);
    assert_eq!(count(vec![vertebra(&["T12"])]), ["vertebral_fractures_1"]);
    assert_eq!(count(vec![vertebra(&["T12", "L1"])]), ["vertebral_fractures_2"]);
    assert_eq!(count(vec![vertebra(&["T12"]), vertebra(&["Th12", "LWK 1"])]), ["vertebral_fractures_2"]);
    // What is no level is no vertebra.
    assert_eq!(count(vec![vertebra(&["T12", "L9", "foo"])]), ["vertebral_fractures_1"]);
    assert_eq!(count(vec![vertebra(&["T12-L2"])]), ["vertebral_fractures_1"]);
    assert!(count(vec![vertebra(&["C5", "T3"])]).is_empty());
    assert_eq!(count(vec![vertebra(&[]), vertebra(&[]), vertebra(&[])]), ["vertebral_fractures_3_or_more"]);
    assert_eq!(count(vec![vertebra(&["T7", "T8", "T9", "T10"])]), ["vertebral_fractures_3_or_more"]);
    let graded = |grade| Fracture { genant_grade: Some(grade), ..vertebra(&[]) };
    assert_eq!(count(vec![graded(2)]), ["genant_2", "vertebral_fractures_1"]);
    assert_eq!(count(vec![graded(3)]), ["genant_3", "vertebral_fractures_1"]);
    assert!(count(vec![graded(0)]).is_empty());
    let recent = Fracture { months_ago: Some(3.0), ..vertebra(&["L1"]) };
    assert_eq!(count(vec![recent]), ["vertebral_fracture_within_12_months", "vertebral_fractures_1"]);
    let undated = Fracture { months_ago: None, ..vertebra(&["L1"]) };
    let question = asked(&broken(vec![undated])).remove(0);
    assert_eq!((question.0, question.1), ("fractures.date", "more than 12 months ago"));
    assert_eq!(question.2, [["vertebral_fracture_within_12_months", "vertebral_fractures_1"]]);
}

#[test]
fn genant_grade_1_counts_and_is_told_of() {
    let mild = Fracture { genant_grade: Some(1), ..vertebra(&["T8"]) };
    let patient = broken(vec![mild]);
    assert_eq!(ids(&patient), ["vertebral_fractures_1", "genant_1"]);
    assert_eq!(reading(&patient).without_genant_1, Some(Factors::NONE));
    let (outcome, _) = answers(&patient, Options::default());
    // 2.0 is not 2.2 but reaches 5 %; without it the 3 % cell is blank and 5 % requires 1.1.
    assert_eq!(outcome.category.as_deref(), Some("5_to_10"));
    assert_eq!(variants(&outcome), [("dvo_genant_1=not_counted", "3_to_5")]);
    assert!(outcome.flags.iter().any(|flag| flag.code == "genant_1_counted"));
    let high = Fracture { trauma: Some(Trauma::High), genant_grade: Some(1), ..vertebra(&[]) };
    assert!(ids(&broken(vec![high])).is_empty());
}

#[test]
fn images_show_fractures_that_nobody_listed() {
    let image = |day, levels: &[&str]| SpineImaging {
        date: Some(day),
        result: Some(SpineImagingResult::Fracture),
        levels: Some(levels.iter().map(|&level| level.to_owned()).collect()),
        ..Default::default()
    };
    let (old, new) = (date(2020, 1, 1), date(2026, 5, 1));
    let patient = Patient { spine_imaging: Some(vec![image(old, &["T8", "L1"])]), ..woman() };
    assert_eq!(ids_as_read(&patient), ["vertebral_fractures_2"]);
    // What a recent image shows may be recent; two are 2.9 either way.
    let patient = Patient { spine_imaging: Some(vec![image(new, &["T8"])]), ..woman() };
    assert_eq!(asked(&patient).remove(0).1, "more than 12 months ago");
    let both = Some(vec![image(new, &["T8", "T9"]), image(old, &["T9"])]);
    assert_eq!(ids_as_read(&Patient { spine_imaging: both, ..woman() }), ["vertebral_fractures_2"]);
    // The level listed and one more; a fracture listed without its level is the one shown.
    let more =
        Patient { spine_imaging: Some(vec![image(old, &["T8", "L1"])]), ..broken(vec![vertebra(&["L1"])]) };
    assert_eq!(ids_as_read(&more), ["vertebral_fractures_2"]);
    let same = Patient { spine_imaging: Some(vec![image(old, &["L1"])]), ..broken(vec![vertebra(&[])]) };
    assert_eq!(ids(&same), ["vertebral_fractures_1"]);
    let imaged =
        Fracture { months_ago: None, date: Some(new), date_is: Some(DateIs::Imaging), ..vertebra(&[]) };
    assert_eq!(asked(&broken(vec![imaged])).len(), 1);
}

#[test]
fn trabecular_bone_score() {
    for (z, expected) in [
        (-0.9, None),
        (-1.0, Some("tbs_z_1_0")),
        (-1.5, Some("tbs_z_1_5")),
        (-2.4, Some("tbs_z_2_0")),
        (-2.5, Some("tbs_z_2_5")),
    ] {
        let scan = Scan { tbs_z_score: Some(z), ..scan(-2.5) };
        assert_eq!(ids(&Patient { scans: Some(vec![scan]), ..woman() }).first().copied(), expected, "{z}");
    }
}

#[test]
fn a_list_without_end_asks_no_more_than_two_of_a_kind() {
    let unknown = |site| Fracture { months_ago: None, trauma: None, ..fracture(site) };
    let sites = [FractureSite::Unspecified, FractureSite::FemurUnspecified, FractureSite::Vertebra];
    let fractures = (0..3000).map(|i| unknown(sites[i % 3])).collect();
    assert!(asked(&broken(fractures)).len() <= 4);
}
