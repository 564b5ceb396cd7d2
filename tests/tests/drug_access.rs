//! Licence and reimbursement, which never stand in drug safety.

mod drugs;

use std::collections::BTreeSet;

use drugs::{assess, well, with};
use osteon::access::RULES;
use osteon::document::guidance::{Access, AccessStatus};
use serde_json::{Value, json};

use AccessStatus::{NotLicensed, NotReimbursed, Reimbursed, Unknown};

/// A French woman of 66 with a vertebral fracture after a bisphosphonate.
fn woman() -> Value {
    let patch = json!({
        "age_years": 66, "jurisdiction": null, "country": "FR",
        "fractures": [{"site": "vertebra", "levels": ["T12", "L1"], "date": "2026-01-01", "trauma": "low"}],
        "treatments": [{"drug": "alendronate", "start": "2020-01-01", "stop": "2025-01-01"}],
        "scans": [{"regions": [{"region": "femoral_neck", "t_score": -2.0}, {"region": "lumbar_spine", "t_score": -2.8}]}],
    });
    with(well(), patch)
}

fn access(document: &Value, drug: &str) -> Access {
    let assessment = assess(document);
    let mut found = assessment.access.iter().flatten().filter(|access| access.drug.as_str() == drug);
    let access = found.next().unwrap_or_else(|| panic!("no entry of {drug}")).clone();
    assert!(found.next().is_none(), "{drug} twice");
    access
}

fn status(document: &Value, drug: &str) -> AccessStatus {
    access(document, drug).status
}

#[test]
fn every_rule_is_met_by_somebody() {
    let mut met = BTreeSet::new();
    let cases: Vec<(&str, Value)> = vec![
        ("romosozumab.man", json!({"sex": "male"})),
        ("romosozumab.premenopausal", json!({"postmenopausal": false})),
        ("raloxifene.premenopausal", json!({"postmenopausal": false})),
        ("romosozumab.age", json!({"age_years": 75})),
        ("romosozumab.coronary_artery_disease", json!({"history": {"coronary_artery_disease": true}})),
        ("romosozumab.severe_fracture", json!({"fractures": [{"site": "distal_forearm", "trauma": "low"}]})),
        ("romosozumab.reimbursed", json!({})),
        ("denosumab.first_line", json!({"treatments": []})),
        ("denosumab.reimbursed", json!({})),
        ("teriparatide.vertebral_fractures", json!({"fractures": [{"site": "vertebra", "trauma": "low"}]})),
        (
            "teriparatide.duration",
            json!({"treatments": [{"drug": "teriparatide", "start": "2022-01-01", "stop": "2023-07-03"}]}),
        ),
        ("teriparatide.reimbursed", json!({})),
        ("raloxifene.age", json!({"age_years": 70})),
        (
            "raloxifene.lowest_t",
            json!({"scans": [{"regions": [{"region": "lumbar_spine", "t_score": -3.0}]}]}),
        ),
        ("raloxifene.hip_t", json!({"scans": [{"regions": [{"region": "femoral_neck", "t_score": -2.5}]}]})),
        ("raloxifene.falls", json!({"risk_factors": {"falls_past_year": 2}})),
        ("raloxifene.non_vertebral_fracture", json!({"fractures": [{"site": "ankle", "trauma": "low"}]})),
        ("raloxifene.reimbursed", json!({})),
        ("alendronate.reimbursed", json!({})),
        ("risedronate.reimbursed", json!({})),
        ("zoledronate.reimbursed", json!({})),
    ];
    for (id, patch) in cases {
        let rule = RULES.iter().find(|rule| rule.id == id).unwrap_or_else(|| panic!("no rule {id}"));
        let drug = id.split('.').next().unwrap();
        let said = access(&with(woman(), patch.clone()), drug);
        // A man is also no woman past the menopause: the first of both speaks.
        assert_eq!((said.rule.as_str(), said.status), (id, rule.status), "{said:?}");
        assert!(
            said.jurisdiction == "FR" && !said.sources.is_empty() && !said.text.contains('{'),
            "{said:?}"
        );
        met.insert(id);
    }
    let all: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(met, all);
}

#[test]
fn both_sides_of_the_french_limits() {
    for (age, romosozumab, raloxifene) in [
        (69, Reimbursed, Reimbursed),
        (70, Reimbursed, NotReimbursed),
        (74, Reimbursed, NotReimbursed),
        (75, NotReimbursed, NotReimbursed),
    ] {
        let document = with(woman(), json!({"age_years": age}));
        assert_eq!(status(&document, "romosozumab"), romosozumab, "{age}");
        assert_eq!(status(&document, "raloxifene"), raloxifene, "{age}");
    }
    let spine =
        |t: f64| with(woman(), json!({"scans": [{"regions": [{"region": "lumbar_spine", "t_score": t}]}]}));
    assert_eq!(status(&spine(-2.9), "raloxifene"), Reimbursed);
    assert_eq!(status(&spine(-3.0), "raloxifene"), NotReimbursed);
}

#[test]
fn what_nobody_asked_is_not_reimbursed_yet() {
    let open =
        with(woman(), json!({"treatments": null, "complete": ["fractures", "risk_factors", "history"]}));
    let said = access(&open, "denosumab");
    assert_eq!((said.status, said.needs), (Unknown, vec!["treatments".to_owned()]));
    assert_eq!(status(&with(woman(), json!({"sex": "male"})), "alendronate"), Unknown);
    assert_eq!(status(&woman(), "abaloparatide"), Unknown);
}

#[test]
fn elsewhere_few_licences_are_known() {
    let man = |country: &str| with(woman(), json!({"sex": "male", "country": country}));
    assert_eq!(status(&man("DE"), "romosozumab"), NotLicensed);
    assert_eq!(status(&man("US"), "romosozumab"), NotLicensed);
    let german = access(&with(woman(), json!({"country": "DE"})), "denosumab");
    assert_eq!(
        (german.status, german.rule.as_str(), german.jurisdiction.as_str()),
        (Unknown, "no_rule_known", "EU")
    );
    // The jurisdiction of labels is the Union's; what is paid for is the country's.
    let french = access(&with(woman(), json!({"jurisdiction": "EU"})), "denosumab");
    assert_eq!((french.status, french.jurisdiction.as_str()), (Reimbursed, "FR"));
}
