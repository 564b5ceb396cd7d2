//! Documents of the DVO tables of 2023: what leaves a factor open, and what is refused.

use osteon::Engine;
use osteon::document::assessment::Risk;
use osteon::document::{Options, Patient};
use osteon::error::{Code, Refusal};
use serde_json::{Value, json};

fn assess(document: &Value, models: &str) -> Result<Vec<Risk>, Vec<Refusal>> {
    let options = Options { models: Some(models.to_owned()), ..Default::default() };
    let patient: Patient = serde_json::from_value(document.clone()).unwrap();
    Engine::new(options, Vec::new()).unwrap().assess(&patient).map(|assessment| assessment.risks.unwrap())
}

fn risk(document: &Value) -> Risk {
    assess(document, "dvo2023").unwrap().remove(0)
}

/// Everything was asked, and nothing is there: at 70 with -2.5 5 % requires 1.1 and 10 % requires 2.2.
fn woman() -> Value {
    json!({
        "sex": "female", "age_years": 70, "postmenopausal": true, "bmi_kg_m2": 25,
        "complete": ["fractures", "risk_factors", "history", "labs"],
        "scans": [{"regions": [{"region": "total_hip", "t_score": -2.5}]}]
    })
}

fn with(key: &str, value: &Value) -> Value {
    let mut document = woman();
    document[key] = value.clone();
    document
}

#[test]
fn what_is_no_vertebral_level_is_refused() {
    let fractures = |levels: &Value| {
        with("fractures", &json!([{"site": "vertebra", "levels": levels, "trauma": "low", "months_ago": 30}]))
    };
    let imaged = |levels: &Value| with("spine_imaging", &json!([{"result": "fracture", "levels": levels}]));
    for (document, field) in [
        (fractures as fn(&Value) -> Value, "fractures[0].levels"),
        (imaged as fn(&Value) -> Value, "spine_imaging[0].levels"),
    ] {
        for bad in ["T12-L2", "L9", "foo", "", "T12, L1"] {
            let refusals = assess(&document(&json!(["T8", bad])), "dvo2023").unwrap_err();
            let [refusal] = &refusals[..] else { panic!("{refusals:?}") };
            assert_eq!((refusal.code, &*refusal.field), (Code::NotAChoice, field));
            assert_eq!((&*refusal.value, &*refusal.limit), (bad, "write each level by itself, as T12 or L1"));
        }
        let known = json!(["T12", "th 11", "D10", "BWK 9", "l1", "LWK2", "C3", "HWK 4"]);
        assert_eq!(risk(&document(&known)).category.as_deref(), Some("ge10"));
    }
}

/// What a document without a result says leaves room for what any result says.
#[test]
fn a_result_that_is_not_there_leaves_room_for_every_result() {
    for (analyte, unit, results) in
        [("tsh", "mU/L", [0.05, 0.3, 2.0]), ("egfr", "mL/min/1.73m2", [10.0, 45.0, 80.0])]
    {
        let lab = |more: &Value| {
            let mut lab = json!({"analyte": analyte, "unit": unit});
            lab.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            with("labs", &json!([lab]))
        };
        let mut tiers: Vec<String> =
            results.iter().map(|value| risk(&lab(&json!({"value": value}))).category.unwrap()).collect();
        tiers.sort();
        tiers.dedup();
        for open in [
            json!({"status": "pending"}),
            json!({"status": "not_done"}),
            json!({}),
            json!({"status": "pending", "value": 50}),
        ] {
            let said = risk(&lab(&open));
            assert_eq!(said.could_be, tiers, "{open}");
            let assumed: Vec<&str> = said.inputs_assumed.iter().map(|one| &*one.field).collect();
            assert_eq!(assumed, [format!("labs.{analyte}")], "{open}");
        }
    }
    let below = json!([{"analyte": "egfr", "comparator": "<", "value": 60, "unit": "mL/min/1.73m2"}]);
    assert_eq!(risk(&with("labs", &below)).could_be, ["3_to_5", "5_to_10"]);
}

#[test]
fn a_glucocorticoid_of_91_days_is_new() {
    let glucocorticoid = json!({"glucocorticoid": {"current": true, "mg_per_day": 6, "days": 91}});
    let said = risk(&with("risk_factors", &glucocorticoid));
    let factor = said.inputs.get("factor_1").cloned();
    assert_eq!(factor, Some("glucocorticoid_above_5_mg_new 4.9".into()));
    assert!(said.inputs_assumed.is_empty() && said.could_be.is_empty());
}

/// One reading for every model.
#[test]
fn years_of_type_2_diabetes_are_type_2_diabetes() {
    for complete in [json!([]), json!(["risk_factors"])] {
        let of = |risk_factors: Value| {
            let mut document = with("risk_factors", &risk_factors);
            document["complete"] = complete.clone();
            let risks = assess(&document, "dvo2023,qfracture2012,qfracture2016").unwrap();
            assert!(risks.len() > 1);
            risks
                .into_iter()
                .map(|risk| (risk.percent, risk.range_percent, risk.category))
                .collect::<Vec<_>>()
        };
        let years = of(json!({"type_2_diabetes_years": 7}));
        assert_eq!(years, of(json!({"type_2_diabetes": true, "type_2_diabetes_years": 7})));
        assert_ne!(years, of(json!({"type_2_diabetes": false})));
    }
}
