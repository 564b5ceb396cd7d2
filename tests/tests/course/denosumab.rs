//! Denosumab: the next dose, and the end.

use super::*;

fn denosumab(days: i64, more: &str) -> Vec<Course> {
    assess(&format!(
        r#""age_years": 70, "treatments": [{{"drug": "denosumab", "last_dose": "{}"{more}}}], "scans": []"#,
        ago(days)
    ))
}

#[test]
fn v113_a_late_dose_is_a_risk_of_rebound() {
    let said = denosumab(228, r#", "doses": 5"#);
    says(&said, "denosumab_delay", S::Overdue, "escalate_rebound_risk");
    assert_eq!(of(&said, "denosumab_delay").due, Some(ago(48)));
}

#[test]
fn the_next_dose_is_booked_due_overdue_and_late_to_the_day() {
    let five = r#", "doses": 5"#;
    for (days, status, action) in [
        (149, S::Continue, "next_dose_at_6_months"),
        (150, S::Due, "book_next_dose"),
        (179, S::Due, "book_next_dose"),
        (180, S::Due, "give_now"),
        (181, S::Overdue, "give_now"),
        (210, S::Overdue, "give_now"),
        (211, S::Overdue, "escalate_rebound_risk"),
    ] {
        says(&denosumab(days, five), "denosumab_delay", status, action);
    }
    says(&denosumab(400, r#", "doses": 1"#), "denosumab_delay", S::Overdue, "give_now");
    says(&denosumab(211, r#", "doses": 2"#), "denosumab_delay", S::Overdue, "escalate_rebound_risk");
    // Doses that nobody counted are no reason for calm.
    let open = denosumab(211, "");
    says(&open, "denosumab_delay", S::Overdue, "escalate_rebound_risk");
    assert_eq!(of(&open, "denosumab_delay").missing, ["treatments.doses", "labs.calcium_corrected"]);
    let unknown = assess(r#""age_years": 70, "treatments": [{"drug": "denosumab", "start": "2020-01-01"}]"#);
    says(&unknown, "denosumab_delay", S::CannotBeSaid, "find_last_dose");
    assert_eq!(of(&unknown, "denosumab_delay").due, Some(TODAY));
    assert_eq!(of(&unknown, "denosumab_delay").missing, ["treatments.last_dose"]);
}

#[test]
fn no_pause_and_no_stop_ever_speaks_of_denosumab() {
    for years in 1..15 {
        let start = format!(r#", "start": "{}", "adherent": true, "doses": 9"#, ago(365 * years + 30));
        let said = denosumab(30, &start);
        for row in &said {
            assert!(!matches!(row.status, S::Stop | S::Pause), "{row:#?}");
        }
        assert!(!has(&said, "duration_nogg") && !has(&said, "stop_grio"));
        let row = of(&said, "denosumab_delay");
        assert!(because(row, "never_stopped") && because(row, "no_anabolic_after"));
    }
}

#[test]
fn denosumab_has_no_exit_without_a_successor_and_a_date() {
    let planned = denosumab(30, &format!(r#", "doses": 4, "planned_stop": "{}""#, ago(-90)));
    says(&planned, "denosumab_exit", S::Switch, "zoledronate_at_6_months");
    assert_eq!(of(&planned, "denosumab_exit").due, Some(ago(-150)));
    let ended = |days: i64| denosumab(days, &format!(r#", "doses": 4, "stop": "{}""#, ago(days)));
    says(&ended(179), "denosumab_exit", S::Switch, "zoledronate_at_6_months");
    says(&ended(180), "denosumab_exit", S::Due, "zoledronate_now");
    says(&ended(181), "denosumab_exit", S::Overdue, "zoledronate_now");
    says(&ended(211), "denosumab_exit", S::Overdue, "escalate_rebound_risk");
    assert!(of(&ended(181), "denosumab_exit").text.contains("CTX 3 and 6 months"));
    let followed = |drug: &str, days: i64| {
        let list = format!(
            r#""treatments": [{{"drug": "denosumab", "last_dose": "{0}", "stop": "{0}", "doses": 6}}, {{"drug": "{drug}", "start": "{1}"}}]"#,
            ago(days + 180),
            ago(days)
        );
        assess(&format!(r#""age_years": 70, {list}"#))
    };
    says(&followed("zoledronate", 90), "denosumab_exit", S::Continue, "ctx_at_3_and_6_months");
    assert_eq!(of(&followed("zoledronate", 91), "denosumab_exit").due, Some(ago(91 - 180)));
    assert!(!has(&followed("zoledronate", 181), "denosumab_exit"));
    // Straight to teriparatide is no way out.
    for drug in ["teriparatide", "abaloparatide"] {
        says(&followed(drug, 30), "denosumab_exit", S::Switch, "specialist_advice");
    }
    // A successor begun ends a course whose end nobody wrote down.
    let unwritten = format!(
        r#""age_years": 70, "treatments": [{{"drug": "denosumab", "last_dose": "{}", "doses": 6}}, {{"drug": "zoledronate", "start": "{}"}}]"#,
        ago(400),
        ago(215)
    );
    assert!(!has(&assess(&unwritten), "denosumab_delay"));
}

#[test]
fn teriparatide_beside_denosumab_that_nobody_ended_goes_to_a_specialist() {
    let list = format!(
        r#""treatments": [{{"drug": "denosumab", "last_dose": "{}", "doses": 6}}, {{"drug": "teriparatide", "start": "{}"}}]"#,
        ago(100),
        ago(20)
    );
    says(&assess(&format!(r#""age_years": 70, {list}"#)), "denosumab_exit", S::Switch, "specialist_advice");
}

#[test]
fn a_late_dose_stands_beside_the_hazard_that_sends_it_to_a_specialist() {
    for (rule, history) in [
        ("osteonecrosis_of_jaw", r#""osteonecrosis_of_jaw": true"#),
        ("atypical_femur", r#""atypical_femoral_fracture": true"#),
    ] {
        let at = |days: i64| {
            let dose = format!(r#""drug": "denosumab", "last_dose": "{}", "doses": 6"#, ago(days));
            assess(&format!(r#""age_years": 70, "treatments": [{{{dose}}}], "history": {{{history}}}"#))
        };
        for (days, status, action) in [
            (100, S::Switch, "specialist_at_once"),
            (160, S::Due, "specialist_at_once"),
            (200, S::Overdue, "specialist_at_once"),
            (240, S::Overdue, "escalate_rebound_risk"),
        ] {
            let said = at(days);
            says(&said, rule, S::Switch, "specialist_at_once");
            says(&said, "denosumab_delay", status, action);
            assert_eq!(said.len(), 2, "{said:#?}");
        }
    }
}

#[test]
fn a_pregnant_woman_goes_to_a_specialist() {
    let at = |days: i64, drug: &str, history: &str| {
        let dose = format!(r#""drug": "{drug}", "start": "{0}", "last_dose": "{0}""#, ago(days));
        let text = r#""age_years": 35, "postmenopausal": false"#;
        let fields = format!(r#"{text}, "treatments": [{{{dose}}}], "history": {{{history}}}"#);
        assess_document(&format!(r#"{{"sex": "female", "assessed_on": "{TODAY}", {fields}}}"#))
    };
    let on = |drug: &str, history: &str| at(100, drug, history);
    let late = at(240, "denosumab", r#""pregnant": true"#);
    says(&late, "denosumab_delay", S::Overdue, "specialist_at_once");
    assert!(because(of(&late, "denosumab_delay"), "pregnant"));
    let said = on("denosumab", r#""pregnant": true"#);
    says(&said, "pregnancy", S::Switch, "specialist_at_once");
    says(&said, "denosumab_delay", S::Switch, "specialist_at_once");
    says(&on("zoledronate", r#""pregnant": true"#), "pregnancy", S::Stop, "specialist_before_next_dose");
    for history in ["", r#""pregnant": false"#] {
        assert!(!has(&on("denosumab", history), "pregnancy"));
    }
}

#[test]
fn calcium_comes_before_the_dose() {
    let with = |days: i64, labs: &str| {
        let dose = format!(r#""drug": "denosumab", "last_dose": "{}", "doses": 5"#, ago(days));
        assess(&format!(r#""age_years": 70, "treatments": [{{{dose}}}], "labs": [{labs}]"#))
    };
    let calcium = |value: f64, age: i64| {
        format!(
            r#"{{"analyte": "calcium_corrected", "value": {value}, "unit": "mmol/L", "date": "{}"}}"#,
            ago(age)
        )
    };
    for days in [150, 180, 200, 240] {
        let first = |labs: &str| of(&with(days, labs), "denosumab_delay").clone();
        let (low, none, stale) = (first(&calcium(1.95, 3)), first(""), first(&calcium(2.35, 200)));
        assert!(because(&low, "calcium_low") && low.text.contains("calcium is low"), "{low:#?}");
        for open in [none, stale] {
            assert!(
                because(&open, "calcium_unknown") && open.text.contains("check calcium first"),
                "{open:#?}"
            );
        }
        let enough = first(&calcium(2.35, 3));
        assert!(!enough.text.contains("calcium") && enough.missing.is_empty(), "{enough:#?}");
    }
    assert!(!because(of(&with(100, ""), "denosumab_delay"), "calcium_unknown"), "not yet due");
}

#[test]
fn a_successor_that_came_late_asks_for_a_look_at_the_spine() {
    let then = |gap: i64, doses: u32, more: &str| {
        let since = 40;
        assess(&format!(
            r#""age_years": 70, "treatments": [{{"drug": "denosumab", "last_dose": "{}", "doses": {doses}}},
                {{"drug": "alendronate", "start": "{}"}}]{more}"#,
            ago(since + gap),
            ago(since)
        ))
    };
    let late = then(211, 6, "");
    says(&late, "denosumab_exit", S::Due, "look_for_vertebral_fractures");
    assert!(because(of(&late, "denosumab_exit"), "successor_late"));
    says(&then(210, 6, ""), "denosumab_exit", S::Continue, "ctx_at_3_and_6_months");
    says(&then(300, 1, ""), "denosumab_exit", S::Continue, "ctx_at_3_and_6_months");
    let imaged = |days: i64| format!(r#", "spine_imaging": [{{"date": "{}", "result": "none"}}]"#, ago(days));
    says(&then(300, 6, &imaged(41)), "denosumab_exit", S::Due, "look_for_vertebral_fractures");
    says(&then(300, 6, &imaged(40)), "denosumab_exit", S::Continue, "ctx_at_3_and_6_months");
}
