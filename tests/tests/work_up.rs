//! Bloods and imaging: who is asked for what, and which results are remarkable in the unit given.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use osteon::Engine;
use osteon::document::guidance::{TestKind, TestStatus as S, WorkUp};
use osteon::document::{Options, Patient};
use osteon::outputs::Outputs;
use osteon::triage::{NextDxaAnswer, NextDxaRule as Rule, next_dxa};

const TODAY: Date = date(2026, 6, 1);

fn ago(days: i64) -> Date {
    TODAY.checked_sub(days.days()).unwrap()
}

fn engine() -> Engine {
    Engine::new(Options::default(), Vec::new()).unwrap().with_outputs(Outputs::parse("work_up").unwrap())
}

fn patient(fields: &str) -> Patient {
    let text = format!(r#"{{"assessed_on": "{TODAY}", {fields}}}"#);
    osteon::json::patient(text.as_bytes()).unwrap()
}

fn assess(fields: &str) -> Vec<WorkUp> {
    engine().assess(&patient(fields)).unwrap().work_up.unwrap()
}

fn of<'a>(tests: &'a [WorkUp], name: &str) -> Option<&'a WorkUp> {
    let mut found = tests.iter().filter(|row| row.test == name);
    let row = found.next();
    assert!(found.next().is_none(), "{name} is there twice");
    row
}

const WOMAN: &str = r#""sex": "female", "age_years": 72, "postmenopausal": true"#;
const BROKEN: &str = r#""fractures": [{"site": "distal_forearm", "age_years": 71}]"#;

fn lab(fields: &str) -> String {
    format!(r#""labs": [{{{fields}}}]"#)
}

fn judged(country: &str, name: &str, fields: &str) -> S {
    let tests = assess(&format!(
        r#"{WOMAN}, "country": "{country}", {}"#,
        lab(&format!(r#""analyte": "{name}", {fields}"#))
    ));
    of(&tests, name).unwrap_or_else(|| panic!("{name} {fields}")).status
}

#[test]
fn panels_are_asked_of_those_with_a_reason() {
    assert!(assess(&format!(r#"{WOMAN}, "fractures": [], "scans": []"#)).is_empty());
    let t = |t: f64| {
        let scan = format!(r#"{{"regions": [{{"region": "femoral_neck", "t_score": {t}}}]}}"#);
        assess(&format!(r#""sex": "female", "age_years": 60, "postmenopausal": true, "scans": [{scan}]"#))
    };
    assert!(of(&t(-2.4), "phosphate").is_none() && of(&t(-2.5), "phosphate").is_some());
    let treated = format!(r#"{WOMAN}, "treatments": [{{"drug": "alendronate", "start": "{}"}}]"#, ago(30));
    assert!(of(&assess(&treated), "phosphate").is_some());
    // A site that is never osteoporotic asks for another cause.
    assert!(
        of(&assess(&format!(r#"{WOMAN}, "fractures": [{{"site": "skull", "age_years": 71}}]"#)), "tsh")
            .is_some()
    );
    let tests = assess(&format!("{WOMAN}, {BROKEN}"));
    let french: Vec<&str> = tests
        .iter()
        .filter(|row| row.panels.iter().any(|p| p == "fls_france"))
        .map(|row| row.test.as_str())
        .collect();
    for name in [
        "haemoglobin",
        "leucocytes",
        "platelets",
        "crp",
        "sodium",
        "potassium",
        "creatinine",
        "egfr",
        "ast",
        "alt",
        "ggt",
        "alp",
        "tsh",
        "vitamin_d_25oh",
        "calcium_corrected",
        "phosphate",
        "ferritin",
        "serum_protein_electrophoresis",
    ] {
        assert!(french.contains(&name), "{name}");
    }
    assert_eq!(french.len(), 18, "{french:?}");
    let common = of(&tests, "pth").unwrap();
    assert_eq!((common.status, common.panels.as_slice()), (S::Due, ["fls_common".to_owned()].as_slice()));
    assert!(
        tests.iter().all(|row| row.status == S::Due && !row.sources.is_empty() && !row.reason.is_empty())
    );
}

#[test]
fn men_and_the_young_are_asked_for_more() {
    let of_one = |sex: &str, age: u32| {
        let tests = assess(&format!(
            r#""sex": "{sex}", "age_years": {age}, "postmenopausal": true,
               "fractures": [{{"site": "vertebra", "months_ago": 2, "trauma": "low"}}]"#
        ));
        ["free_testosterone", "cortisol_after_dexamethasone", "ttg_iga"]
            .map(|name| of(&tests, name).is_some())
    };
    assert_eq!(of_one("male", 50), [true, false, false]);
    assert_eq!(of_one("male", 49), [true, true, true]);
    assert_eq!(of_one("female", 50), [false, false, false]);
    assert_eq!(of_one("female", 49), [false, false, true]);
    let bioavailable = lab(r#""analyte": "bioavailable_testosterone", "value": 3, "unit": "nmol/L""#);
    let man = format!(r#""sex": "male", "age_years": 60, {BROKEN}, {bioavailable}"#);
    let man = man.replace("71", "59");
    assert!(of(&assess(&man), "free_testosterone").is_none(), "one of the two is enough");
}

#[test]
fn what_is_there_pending_or_due_stands_as_such() {
    let status = |fields: &str| of(&assess(&format!("{WOMAN}, {BROKEN}, {fields}")), "tsh").unwrap().status;
    assert_eq!(status(r#""labs": []"#), S::Due);
    assert_eq!(status(&lab(r#""analyte": "tsh", "status": "not_done""#)), S::Due);
    assert_eq!(status(&lab(r#""analyte": "tsh", "status": "pending""#)), S::Pending);
    let done =
        r#""analyte": "tsh", "value": 1.5, "unit": "mU/L", "reference_low": 0.4, "reference_high": 4.0"#;
    assert_eq!(status(&lab(done)), S::Unremarkable);
    let of_tomorrow = format!(r#"{done}, "date": "{}""#, ago(-1));
    assert_eq!(status(&lab(&of_tomorrow)), S::Due);
    // A result is judged whoever it is of, and what was ordered is pending.
    let alone = assess(&format!("{WOMAN}, {}", lab(r#""analyte": "tsh", "status": "pending""#)));
    assert_eq!(alone.len(), 1);
    assert_eq!((alone[0].status, alone[0].rule.as_str()), (S::Pending, "ordered"));
}

#[test]
fn shipped_limits_hold_at_just_below_and_just_above() {
    for (country, name, unit, low, high) in [
        ("GB", "calcium_corrected", "mmol/L", Some(2.10), Some(2.60)),
        ("GB", "calcium_corrected", "mg/dL", Some(8.4), Some(10.4)),
        ("GB", "vitamin_d_25oh", "nmol/L", Some(50.0), None),
        ("GB", "vitamin_d_25oh", "ng/mL", Some(20.0), None),
        ("FR", "vitamin_d_25oh", "nmol/L", Some(75.0), Some(150.0)),
        ("FR", "vitamin_d_25oh", "ng/mL", Some(30.0), Some(60.0)),
        ("GB", "egfr", "mL/min/1.73m2", Some(30.0), None),
        ("GB", "crcl", "mL/min", Some(30.0), None),
        ("GB", "alp", "U/L", Some(35.0), None),
        ("GB", "tsh", "mU/L", Some(0.45), None),
        ("GB", "ferritin", "ug/L", None, Some(1000.0)),
        ("GB", "ferritin", "\u{b5}g/L", None, Some(1000.0)),
        ("GB", "cortisol_after_dexamethasone", "nmol/L", None, Some(50.0)),
        ("GB", "cortisol_after_dexamethasone", "ug/dL", None, Some(1.8)),
    ] {
        let status = |value: f64| judged(country, name, &format!(r#""value": {value:.3}, "unit": "{unit}""#));
        for (limit, outwards) in [(low, -0.001), (high, 0.001)] {
            let Some(limit) = limit else { continue };
            assert_ne!(status(limit), S::Flagged, "{name} {limit} {unit}");
            assert_ne!(status(limit - outwards), S::Flagged, "{name} within {limit} {unit}");
            assert_eq!(status(limit + outwards), S::Flagged, "{name} beyond {limit} {unit}");
        }
    }
}

#[test]
fn the_laboratorys_own_limits_come_first() {
    let own = r#""value": 2.15, "unit": "mmol/L", "reference_low": 2.2, "reference_high": 2.55"#;
    assert_eq!(judged("FR", "calcium_corrected", own), S::Flagged);
    assert_eq!(judged("FR", "calcium_corrected", r#""value": 2.15, "unit": "mmol/L""#), S::Unremarkable);
    let tests = assess(&format!(r#"{WOMAN}, {}"#, lab(&format!(r#""analyte": "calcium_corrected", {own}"#))));
    let calcium = of(&tests, "calcium_corrected").unwrap();
    assert_eq!(
        calcium.reference.as_deref(),
        Some("at least 2.2 mmol/L (the laboratory), at most 2.55 mmol/L (the laboratory)")
    );
    assert_eq!(
        (calcium.value, calcium.rule.as_str(), calcium.kind),
        (Some(2.15), "secondary_cause.calcium_corrected_low", TestKind::Blood)
    );
    assert!(calcium.reason.contains("vitamin D deficiency"));
}

#[test]
fn without_a_limit_a_unit_or_a_number_nothing_is_judged() {
    // Limits that are recalled only are not shipped.
    for (name, fields) in [
        ("haemoglobin", r#""value": 9, "unit": "g/dL""#),
        ("phosphate", r#""value": 0.3, "unit": "mmol/L""#),
        ("testosterone", r#""value": 3, "unit": "nmol/L""#),
        ("tryptase", r#""value": 90, "unit": "ug/L""#),
        ("calcium", r#""value": 2.0, "unit": "mmol/L""#),
        ("calcium_corrected", r#""value": 2.0, "unit": "furlongs""#),
        ("serum_protein_electrophoresis", r#""coded": "see report""#),
        // Above the lower limit of a test whose upper one is not known.
        ("alp", r#""value": 400, "unit": "U/L""#),
        ("tsh", r#""value": 9, "unit": "mU/L""#),
    ] {
        assert_eq!(judged("FR", name, fields), S::NotJudged, "{name} {fields}");
    }
    assert_eq!(judged("FR", "ttg_iga", r#""coded": "Positive""#), S::Flagged);
    assert_eq!(judged("FR", "ttg_iga", r#""coded": "negative""#), S::Unremarkable);
    assert_eq!(judged("FR", "alp", r#""value": 130, "unit": "U/L", "reference_high": 120"#), S::Flagged);
    assert_eq!(judged("FR", "pth", r#""value": 66, "unit": "pg/mL", "reference_high": 65"#), S::Flagged);
    // Beyond the range of the method: at most, or at least, so much.
    assert_eq!(
        judged("GB", "vitamin_d_25oh", r#""comparator": "<", "value": 20, "unit": "nmol/L""#),
        S::Flagged
    );
    assert_eq!(
        judged("GB", "vitamin_d_25oh", r#""comparator": ">", "value": 20, "unit": "nmol/L""#),
        S::NotJudged
    );
}

#[test]
fn the_spine_is_imaged_by_the_rule_of_iscd() {
    let vfa = |sex: &str, age: u32, t: f64, more: &str| {
        let tests = assess(&format!(
            r#""sex": "{sex}", "age_years": {age}, "postmenopausal": true,
               "scans": [{{"regions": [{{"region": "total_hip", "t_score": {t}}}]}}]{more}"#
        ));
        of(&tests, "vertebral_fracture_assessment").map(|row| row.status)
    };
    assert_eq!(vfa("female", 70, -1.1, ""), Some(S::Due));
    assert_eq!(vfa("female", 70, -1.0, ""), None);
    assert_eq!(vfa("female", 69, -1.1, ""), None);
    assert_eq!(vfa("male", 79, -1.1, ""), None);
    assert_eq!(vfa("male", 80, -1.1, ""), Some(S::Due));
    let height = |cm: f64| format!(r#", "risk_factors": {{"height_loss_cm": {cm}}}"#);
    assert_eq!(vfa("female", 60, -1.5, &height(4.0)), None);
    assert_eq!(vfa("female", 60, -1.5, &height(4.1)), Some(S::Due));
    let steroid = |mg: f64, days: u32| {
        format!(
            r#", "risk_factors": {{"glucocorticoid": {{"current": true, "mg_per_day": {mg}, "days": {days}}}}}"#
        )
    };
    assert_eq!(vfa("female", 60, -1.5, &steroid(5.0, 90)), Some(S::Due));
    assert_eq!(vfa("female", 60, -1.5, &steroid(4.9, 90)), None);
    assert_eq!(vfa("female", 60, -1.5, &steroid(5.0, 89)), None);
    let said = r#", "fractures": [{"site": "vertebra", "age_years": 58}]"#;
    assert_eq!(vfa("female", 60, -1.5, said), Some(S::Due));
    let seen = r#", "fractures": [{"site": "vertebra", "age_years": 58, "levels": ["T12"]}]"#;
    assert_eq!(vfa("female", 60, -1.5, seen), None);
    for (result, status) in
        [("none", S::Unremarkable), ("fracture", S::Flagged), ("pending", S::Pending), ("unreadable", S::Due)]
    {
        let imaged = format!(r#", "spine_imaging": [{{"method": "vfa", "result": "{result}"}}]"#);
        assert_eq!(vfa("female", 75, -2.0, &imaged), Some(status));
    }
}

#[test]
fn a_suspected_atypical_fracture_asks_for_both_femurs() {
    let femurs = |cause: &str| {
        let tests = assess(&format!(
            r#"{WOMAN}, "treatments": [{{"drug": "alendronate", "start": "2018-01-01"}}],
               "fractures": [{{"site": "femoral_shaft", "date": "{}"{cause}}}]"#,
            ago(20)
        ));
        of(&tests, "imaging_both_femurs").map(|row| (row.status, row.kind))
    };
    assert_eq!(femurs(""), Some((S::Due, TestKind::Imaging)));
    assert_eq!(femurs(r#", "cause": "fragility""#), None);
    let history = assess(&format!(r#"{WOMAN}, "history": {{"atypical_femoral_fracture": true}}"#));
    assert!(of(&history, "imaging_both_femurs").is_some());
}

#[test]
fn ctx_is_asked_for_on_a_bisphosphonate_by_mouth() {
    let ctx = |drug: &str, days: i64, more: &str| {
        let tests = assess(&format!(
            r#"{WOMAN}, "treatments": [{{"drug": "{drug}", "start": "{}"}}]{more}"#,
            ago(days)
        ));
        of(&tests, "ctx").map(|row| row.status)
    };
    assert_eq!(ctx("alendronate", 89, ""), None);
    assert_eq!(ctx("alendronate", 90, ""), Some(S::Due));
    assert_eq!(ctx("zoledronate", 90, ""), None);
    let result = |days: i64| {
        format!(
            ", {}",
            lab(&format!(
                r#""analyte": "ctx", "value": 0.6, "unit": "ng/mL", "reference_high": 0.57, "date": "{}""#,
                ago(days)
            ))
        )
    };
    assert_eq!(ctx("alendronate", 300, &result(10)), Some(S::Flagged));
    assert_eq!(ctx("alendronate", 300, &result(290)), Some(S::Due), "one from before shows nothing");
}

// ---- the next DXA ----

fn next(fields: &str) -> Option<NextDxaAnswer> {
    let engine = engine();
    let mut patient =
        patient(&format!(r#""complete": ["risk_factors", "fractures", "treatments"], {fields}"#));
    let mut session = engine.session();
    let answer = session.answer(&mut patient, true, &mut Vec::new()).unwrap();
    next_dxa(&answer.evidence())
}

fn scanned(days: i64) -> String {
    format!(
        r#""scans": [{{"date": "{}", "regions": [{{"region": "total_hip", "t_score": -1.8}}]}}]"#,
        ago(days)
    )
}

fn due(rule: Rule, months: u32, date: Date) -> Option<NextDxaAnswer> {
    Some(NextDxaAnswer { rule, months: Some(months), date: Some(date) })
}

#[test]
fn the_next_dxa_has_a_rule_and_a_day() {
    let now = Some(NextDxaAnswer { rule: Rule::NeverMeasured, months: None, date: Some(TODAY) });
    assert_eq!(next(&format!(r#"{WOMAN}, {BROKEN}, "scans": []"#)), now);
    assert_eq!(next(&format!(r#"{WOMAN}, "scans": []"#)), None, "no indication");
    assert_eq!(next(&format!("{WOMAN}, {BROKEN}")), None, "whether one was made is unknown");
    let thin = r#""height_cm": 160, "weight_kg": 48.6, "scans": []"#;
    assert_eq!(next(&format!("{WOMAN}, {thin}")), now);
    assert_eq!(next(&format!("{WOMAN}, {}", thin.replace("48.6", "48.7"))), None);
    let hip = format!(r#"{WOMAN}, "risk_factors": {{"parental_hip_fracture": true}}, {}"#, scanned(100));
    assert_eq!(next(&hip), due(Rule::Untreated, 36, ago(100 - 1095)));
    assert_eq!(next(&format!("{WOMAN}, {}", scanned(100))), None, "no risk factor");
    let steroid = format!(
        r#"{WOMAN}, "risk_factors": {{"glucocorticoid": {{"current": true, "mg_per_day": 5}}}}, {}"#,
        scanned(100)
    );
    assert_eq!(next(&steroid), due(Rule::OnGlucocorticoid, 12, ago(100 - 365)));
    let on = |start: i64, scan: i64| {
        let course = format!(r#""treatments": [{{"drug": "alendronate", "start": "{}"}}]"#, ago(start));
        next(&format!("{WOMAN}, {course}, {}", scanned(scan)))
    };
    assert_eq!(on(60, 100), due(Rule::OnTreatment, 24, ago(60 - 730)));
    assert_eq!(on(900, 100), due(Rule::OnTreatment, 24, ago(100 - 730)));
    let stopped = |country: &str, scan: i64| {
        let course = format!(
            r#""country": "{country}", "treatments": [{{"drug": "risedronate", "start": "2019-01-01", "stop": "{}"}}]"#,
            ago(200)
        );
        next(&format!("{WOMAN}, {course}, {}", scanned(scan)))
    };
    assert_eq!(stopped("FR", 210), due(Rule::AfterStop, 24, ago(200 - 730)));
    assert_eq!(stopped("GB", 210), due(Rule::AfterPause, 18, ago(200 - 548)));
    let undated = format!(
        r#"{WOMAN}, "risk_factors": {{"parental_hip_fracture": true}}, "scans": [{{"regions": [{{"region": "total_hip", "t_score": -1.8}}]}}]"#
    );
    assert_eq!(next(&undated), Some(NextDxaAnswer { rule: Rule::Untreated, months: Some(36), date: None }));
}

/// The rule of an untreated first scan speaks neither of a second, nor where treatment is to be decided first.
#[test]
fn an_untreated_first_scan_is_a_first_and_asks_for_no_treatment() {
    let parent = r#""risk_factors": {"parental_hip_fracture": true}"#;
    let at = |days: i64, t: f64| {
        format!(r#"{{"date": "{}", "regions": [{{"region": "total_hip", "t_score": {t}}}]}}"#, ago(days))
    };
    let of = |scans: &str, more: &str| next(&format!(r#"{WOMAN}, {parent}, "scans": [{scans}]{more}"#));
    assert_eq!(of(&at(100, -1.8), ""), due(Rule::Untreated, 36, ago(100 - 1095)));
    assert_eq!(of(&at(100, -2.5), ""), None, "osteoporosis");
    assert_eq!(of(&at(100, -1.8), &format!(", {BROKEN}")), None, "a fracture");
    let vertebra = r#", "fractures": [{"site": "vertebra", "months_ago": 2}]"#;
    assert_eq!(of(&format!("{}, {}", at(1500, -1.2), at(100, -1.8)), vertebra), None);
    assert_eq!(of(&format!("{}, {}", at(1500, -1.2), at(100, -1.8)), ""), None, "a second scan");
}

#[test]
fn total_calcium_is_judged_as_drug_safety_corrects_it() {
    let with = |calcium: f64, albumin: f64| {
        let day = ago(5);
        let tests = assess(&format!(
            r#"{WOMAN}, {BROKEN}, "country": "FR", "labs": [
                {{"analyte": "calcium", "value": {calcium}, "unit": "mmol/L", "date": "{day}"}},
                {{"analyte": "albumin", "value": {albumin}, "unit": "g/L", "date": "{day}"}}]"#
        ));
        assert!(of(&tests, "calcium_corrected").is_none());
        let row = of(&tests, "calcium").unwrap();
        (row.status, row.rule.clone(), row.reason.clone(), row.sources.clone())
    };
    // 2.05 + 0.02 x (40 - 30) is 2.25; 2.20 + 0.02 x (40 - 46) is 2.08.
    let (status, _, reason, sources) = with(2.05, 30.0);
    assert!(status == S::Unremarkable && reason.contains("2.25"), "{status:?} {reason}");
    assert!(sources.contains(&"payne1973".to_owned()));
    let (status, rule, reason, _) = with(2.20, 46.0);
    assert!(status == S::Flagged && rule == "secondary_cause.calcium_low", "{status:?} {rule} {reason}");
}

#[test]
fn creatinine_without_a_limit_is_judged_by_renal_function() {
    let with = |creatinine: f64, weight: &str| {
        let tests = assess(&format!(
            r#"{WOMAN}, {BROKEN}, "country": "FR"{weight}, "labs": [
                {{"analyte": "creatinine", "value": {creatinine}, "unit": "umol/L", "date": "{}"}}]"#,
            ago(5)
        ));
        let row = of(&tests, "creatinine").unwrap();
        (row.status, row.reason.clone())
    };
    let heavy = r#", "weight_kg": 65"#;
    assert_eq!(with(50.0, heavy).0, S::Unremarkable);
    let (status, reason) = with(80.0, heavy);
    assert!(status == S::NotJudged && reason.contains("clearance") && reason.contains("reduced"), "{reason}");
    assert_eq!(with(200.0, heavy).0, S::Flagged);
    assert!(with(80.0, "").1.contains("own limits"));
}

#[test]
fn renal_function_below_60_is_not_called_normal() {
    for (value, status) in [
        (29.9, S::Flagged),
        (30.0, S::NotJudged),
        (48.0, S::NotJudged),
        (59.9, S::NotJudged),
        (60.0, S::Unremarkable),
    ] {
        for name in ["egfr", "crcl"] {
            assert_eq!(
                judged("FR", name, &format!(r#""value": {value}, "unit": "mL/min""#)),
                status,
                "{value}"
            );
        }
    }
}

#[test]
fn a_result_too_old_for_drug_safety_is_due_again() {
    let with = |days: i64| {
        let lab = |name: &str, value: f64, unit: &str| {
            format!(r#"{{"analyte": "{name}", "value": {value}, "unit": "{unit}", "date": "{}"}}"#, ago(days))
        };
        let labs = [
            lab("calcium_corrected", 2.3, "mmol/L"),
            lab("creatinine", 60.0, "umol/L"),
            lab("phosphate", 1.0, "mmol/L"),
        ];
        assess(&format!(
            r#"{WOMAN}, {BROKEN}, "weight_kg": 80, "country": "FR", "labs": [{}]"#,
            labs.join(", ")
        ))
    };
    for name in ["calcium_corrected", "creatinine"] {
        assert_eq!(of(&with(90), name).unwrap().status, S::Unremarkable, "{name}");
        let old = with(91);
        let row = of(&old, name).unwrap();
        assert!(row.status == S::Due && row.reason.contains("too old"), "{name}: {row:?}");
    }
    assert_ne!(of(&with(91), "phosphate").unwrap().status, S::Due);
}
