//! The vignettes, where they are at hand.

use std::path::Path;

use serde_json::{Value, json};

use super::{asked, merge, outcome, say};

fn site(site: &str) -> &str {
    match site {
        "vertebra_T4_L5" => "vertebra",
        "vertebra_C1_T3" => "upper_thoracic_vertebra",
        "foot_forefoot_toe" => "toe",
        "hand_finger" => "finger",
        "skull_face" => "skull",
        "ribs_ge3_simultaneous" => "ribs_multiple",
        "clavicle_elbow_other_long_bone" => "clavicle",
        other => other,
    }
}

fn document(inputs: &Value) -> Value {
    let sex = if inputs["sex"] == "F" { "female" } else { "male" };
    let age = u32::try_from(inputs["age"].as_u64().unwrap()).unwrap();
    let mut document = asked(sex, age, None, json!({}));
    let regions: Vec<Value> = [("t_ls", "lumbar_spine"), ("t_fn", "femoral_neck"), ("t_th", "total_hip")]
        .into_iter()
        .filter(|(key, _)| !inputs[key].is_null())
        .map(|(key, region)| json!({"region": region, "t_score": inputs[key]}))
        .collect();
    if !regions.is_empty() {
        document["scans"] = json!([{"regions": regions}]);
    }
    let fractures = inputs["fractures"].as_array().unwrap();
    document["fractures"] =
        fractures.iter().map(|f| json!({"site": site(f.as_str().unwrap()), "trauma": "low"})).collect();
    if let Some(mof) = inputs["frax_mof"].as_f64() {
        document["frax"] = json!({"mof_percent": mof});
    }
    if inputs["risk_factor"] == true {
        document["risk_factors"]["parental_hip_fracture"] = json!(true);
    }
    if inputs["frailty_or_fall_risk"] == true {
        document["risk_factors"]["frailty"] = json!(true);
    }
    if let Some(mg) = inputs["gc_mg_day"].as_f64() {
        let days = inputs["gc_months"].as_f64().unwrap() * 30.0;
        let g = json!({"current": true, "mg_per_day": mg, "days": days});
        merge(&mut document, json!({"risk_factors": {"glucocorticoid": g}}));
    }
    document
}

#[test]
fn vignettes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/guideline_vignettes.csv");
    let mut found = 0;
    for row in csv::Reader::from_path(path).unwrap().records() {
        let row = row.unwrap();
        let id = match &row[1] {
            "france_giop2014" => "giop_france_2014",
            "has2023_fr" => "has2023",
            id @ ("grio2018_women" | "grio2021_men") => id,
            _ => continue,
        };
        let said = say(id, &document(&serde_json::from_str(&row[2]).unwrap()));
        let (recommendation, also): (&str, &[&str]) = match &row[4] {
            "treat+specialist_advice" => ("treat", &["specialist_advice"]),
            "specialist_advice_frax_above_threshold" => ("specialist_advice", &["treat"]),
            "specialist_advice_frax_below_threshold" => ("specialist_advice", &[]),
            "no_drug_by_t_threshold" => ("no_drug", &[]),
            "frax_or_specialist" => ("specialist_advice", &["calculate_frax"]),
            other => (other, &[]),
        };
        let (category, got, beside) = outcome(&said);
        let beside: Vec<&str> = beside.iter().map(|one| one.as_str()).collect();
        assert_eq!(
            (category, got.as_str(), beside.as_slice(), said.tier),
            (Some(&row[3]), recommendation, also, None),
            "{}",
            &row[0]
        );
        found += 1;
    }
    assert!(found >= 16, "{found}");
}
