//! Zoledronate each year, what follows an anabolic drug, and atypical fractures of the femur.

use super::failure::on;
use super::*;

#[test]
fn zoledronate_is_due_each_year() {
    let at = |days: i64| {
        let dose = format!(r#", "last_dose": "{}", "doses": 2"#, ago(days));
        let said = assess(&format!(r#""age_years": 70, {}"#, course_of("zoledronate", days + 365, &dose)));
        of(&said, "zoledronate_interval").clone()
    };
    assert_eq!(at(364).status, S::Continue);
    assert_eq!((at(365).status, at(365).action.as_str()), (S::Due, "give_now"));
    assert_eq!(at(366).status, S::Overdue);
    // A course to be paused asks for no further dose.
    assert!(!has(&holiday::zoledronate_at(1200, 60.0, ""), "zoledronate_interval"));
}

#[test]
fn an_antiresorptive_follows_every_anabolic() {
    for (drug, country, days) in [
        ("teriparatide", "FR", 730),
        ("romosozumab", "FR", 365),
        ("abaloparatide", "FR", 548),
        ("abaloparatide", "US", 730),
    ] {
        let at = |days: i64| {
            let said =
                assess(&format!(r#""age_years": 70, "country": "{country}", {}"#, course_of(drug, days, "")));
            let row = of(&said, "anabolic_sequence");
            (row.status, row.action.clone())
        };
        assert_eq!(at(days), (S::Stop, "switch_to_antiresorptive".to_owned()), "{drug} {country}");
        assert_eq!(at(days - 1), (S::Switch, "name_antiresorptive".to_owned()), "{drug} {country}");
        assert_eq!(at(days - 90), (S::Switch, "name_antiresorptive".to_owned()), "{drug} {country}");
        assert_eq!(at(days - 92).0, S::Continue, "{drug} {country}");
    }
    let after = |more: &str| {
        let list = format!(
            r#""treatments": [{{"drug": "teriparatide", "start": "{}", "stop": "{}"}}{more}]"#,
            ago(800),
            ago(100)
        );
        assess(&format!(r#""age_years": 70, {list}"#))
    };
    says(&after(""), "anabolic_sequence", S::Switch, "start_antiresorptive_now");
    let next = format!(r#", {{"drug": "alendronate", "start": "{}"}}"#, ago(90));
    assert!(!has(&after(&next), "anabolic_sequence"));
}

#[test]
fn a_femoral_shaft_fracture_on_a_bisphosphonate_stops_it_and_never_plainly_denosumab() {
    for site in ["femoral_shaft", "subtrochanteric"] {
        let fractures = format!(r#""fractures": [{}]"#, on(site, 20));
        let on_drug = |drug: &str, more: &str| {
            assess(&format!(r#""age_years": 76, {}, {fractures}, "scans": []"#, course_of(drug, 2000, more)))
        };
        let said = on_drug("alendronate", "");
        says(&said, "atypical_femur", S::Stop, "specialist_image_both_femurs");
        assert!(said.len() == 1, "nothing may say go on: {said:#?}");
        let dose = format!(r#", "last_dose": "{}", "doses": 9"#, ago(100));
        let said = on_drug("denosumab", &dose);
        says(&said, "atypical_femur", S::Switch, "specialist_at_once");
        assert!(because(of(&said, "atypical_femur"), "never_stopped"));
        assert!(!has(&on_drug("teriparatide", ""), "atypical_femur"));
    }
    let stated = assess(&format!(
        r#""age_years": 76, {}, "history": {{"atypical_femoral_fracture": true}}"#,
        course_of("risedronate", 400, "")
    ));
    says(&stated, "atypical_femur", S::Stop, "specialist_image_both_femurs");
    // Excluded, it is a fracture like others.
    let excluded =
        format!(r#""fractures": [{{"site": "femoral_shaft", "date": "{}", "cause": "fragility"}}]"#, ago(20));
    let said = assess(&format!(r#""age_years": 76, {}, {excluded}"#, course_of("alendronate", 2000, "")));
    assert!(!has(&said, "atypical_femur"));
}

#[test]
fn osteonecrosis_of_the_jaw_holds_every_dose_until_a_specialist_has_decided() {
    let on_drug = |drug: &str| {
        let dose = format!(r#", "last_dose": "{}", "doses": 9"#, ago(100));
        let history = r#""history": {"osteonecrosis_of_jaw": true}"#;
        assess(&format!(r#""age_years": 76, {}, {history}, "scans": []"#, course_of(drug, 2000, &dose)))
    };
    let said = on_drug("zoledronate");
    says(&said, "osteonecrosis_of_jaw", S::Stop, "specialist_before_next_dose");
    assert_eq!(said.len(), 1, "nothing may say go on: {said:#?}");
    let said = on_drug("denosumab");
    says(&said, "osteonecrosis_of_jaw", S::Switch, "specialist_at_once");
    assert_eq!((said.len(), said[0].due), (2, Some(ago(100 - 180))));
}
