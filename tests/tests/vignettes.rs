//! Hand-written vignettes: what each guideline, drug rule and treatment rule must say of a made-up person.
//!
//! A vignette is read as a document whose sections are all complete, with an empty list of scans where no T-score
//! is given, and women of 50 or more past the menopause.

use std::path::Path;

use osteon::Engine;
use osteon::document::Options;
use osteon::document::assessment::Assessment;
use serde_json::{Map, Value, json};

struct Vignette {
    id: String,
    about: String,
    inputs: Map<String, Value>,
    category: String,
    recommendation: String,
}

fn vignettes() -> Vec<Vignette> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/guideline_vignettes.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            let inputs: Value = serde_json::from_str(&row[2]).unwrap();
            Vignette {
                id: row[0].to_owned(),
                about: row[1].to_owned(),
                inputs: inputs.as_object().unwrap().clone(),
                category: row[3].to_owned(),
                recommendation: row[4].to_owned(),
            }
        })
        .collect()
}

/// Our id of what a vignette calls a guideline.
fn guideline_id(about: &str) -> &str {
    match about {
        "france_giop2014" => "giop_france_2014",
        "has2023_fr" => "has2023",
        "esceo_iof_eu5" => "esceo2019",
        "endo2019" => "endocrine2020",
        "oc2023" => "osteoporosis_canada2023",
        other => other,
    }
}

fn site(name: &str) -> &str {
    match name {
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

/// The document of a vignette.
fn document(v: &Vignette) -> Value {
    let get = |key: &str| v.inputs.get(key).filter(|value| !value.is_null());
    let number = |key: &str| get(key).and_then(Value::as_f64);
    let flag = |key: &str| get(key).and_then(Value::as_bool);
    let sex = if get("sex") == Some(&json!("M")) { "male" } else { "female" };
    let age = number("age").unwrap_or(70.0);
    let mut d = json!({
        "schema": "osteon/patient/1",
        "id": v.id,
        "assessed_on": "2026-06-01",
        "sex": sex,
        "age_years": age,
        "complete": ["fractures", "risk_factors", "history", "treatments", "labs"],
    });
    if sex == "female" && age >= 50.0 {
        d["postmenopausal"] = json!(true);
    }
    let months = number("months_since_last_fracture");
    let old_vertebra =
        get("risk_factors").is_some_and(|all| all.as_array().unwrap().contains(&json!("vertebral_1_gt12m")));
    let listed =
        get("fractures").or(get("fragility_after_40")).and_then(Value::as_array).cloned().unwrap_or_default();
    let on_treatment = get("fractures_on_treatment").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut fractures: Vec<Value> = Vec::new();
    for name in &listed {
        let mut fracture = json!({"site": site(name.as_str().unwrap())});
        if let Some(months) = months {
            fracture["months_ago"] = json!(months);
        } else if old_vertebra {
            fracture["months_ago"] = json!(36);
        }
        fractures.push(fracture);
    }
    for name in &on_treatment {
        fractures.push(json!({
            "site": site(name.as_str().unwrap()), "trauma": "low", "months_ago": 3, "on_treatment": true,
        }));
    }
    if flag("prior_hip_or_vertebral") == Some(true) || flag("prior_severe") == Some(true) {
        fractures.push(json!({"site": "vertebra", "trauma": "low", "months_ago": 100}));
    }
    if flag("fracture_on_treatment") == Some(true) {
        fractures
            .push(json!({"site": "distal_forearm", "trauma": "low", "months_ago": 6, "on_treatment": true}));
    }
    d["fractures"] = json!(fractures);
    d["scans"] = scans(v);
    for (key, field) in
        [("frax_mof", "mof_percent"), ("frax_hip", "hip_percent"), ("risk_10y", "mof_percent")]
    {
        if let Some(percent) = number(key) {
            d["frax"][field] = json!(percent);
        }
    }
    if let Some(with_bmd) = flag("frax_with_bmd") {
        d["frax"]["with_bmd"] = json!(with_bmd);
    }
    let mut factors = json!({});
    if let Some(dose) = number("gc_mg_day") {
        let days = number("gc_days").or(number("gc_months").map(|months| months * 30.0));
        factors["glucocorticoid"] = json!({"current": true, "mg_per_day": dose, "days": days});
        if let Some(grams) = number("gc_cumulative_g_year") {
            factors["glucocorticoid"]["cumulative_g_per_year"] = json!(grams);
        }
    }
    if flag("gc") == Some(true) {
        factors["glucocorticoid"] = json!({"current": true, "mg_per_day": 7.5, "days": 90});
    }
    if flag("gc_ge_7_5") == Some(true) {
        factors["glucocorticoid"] = json!({"current": true, "mg_per_day": 10, "days": 365});
    }
    if flag("risk_factor") == Some(true) || flag("parental_hip_fracture") == Some(true) {
        factors["parental_hip_fracture"] = json!(true);
    }
    if flag("frailty_or_fall_risk") == Some(true) {
        factors["frailty"] = json!(true);
    }
    for name in get("risk_factors").and_then(Value::as_array).into_iter().flatten() {
        match name.as_str().unwrap() {
            "parent_hip_fracture" => factors["parental_hip_fracture"] = json!(true),
            "smoking_gt_10" => factors["cigarettes_per_day"] = json!(15),
            "falls_1_12m" => factors["falls_past_year"] = json!(1),
            "ppi_gt_3m" => factors["proton_pump_inhibitor"] = json!(true),
            "vertebral_1_gt12m" => {}
            other => panic!("{}: {other}", v.id),
        }
    }
    d["risk_factors"] = factors;
    let mut history = json!({});
    for (key, field) in [
        ("bmd_impossible", "bmd_not_possible"),
        ("vte_history", "venous_thromboembolism"),
        ("prior_skeletal_radiotherapy", "skeletal_radiotherapy"),
        ("prior_mi_or_stroke", "myocardial_infarction_or_stroke"),
    ] {
        if let Some(value) = flag(key) {
            history[field] = json!(value);
        }
    }
    if let Some(months) = number("months_since_mi_or_stroke") {
        history["months_since_myocardial_infarction_or_stroke"] = json!(months);
    }
    if flag("oral_bp_ok") == Some(false) {
        history["oral_bisphosphonate_unsuitable"] = json!(true);
    }
    d["history"] = history;
    let mut labs = Vec::new();
    for (key, analyte, unit) in [
        ("corrected_ca", "calcium_corrected", "mmol/L"),
        ("crcl", "crcl", "mL/min"),
        ("vitd_nmol", "vitamin_d_25oh", "nmol/L"),
    ] {
        if let Some(value) = number(key) {
            labs.push(json!({"analyte": analyte, "value": value, "unit": unit, "date": "2026-05-20"}));
        }
    }
    if let Some(fall) = number("btm_fall_percent") {
        labs.push(json!({"analyte": "ctx", "value": 500, "unit": "ng/L", "date": "2024-11-20"}));
        let now = 500.0 * (1.0 - fall / 100.0);
        labs.push(json!({"analyte": "ctx", "value": now, "unit": "ng/L", "date": "2026-05-20"}));
    }
    d["labs"] = json!(labs);
    d["treatments"] = treatments(v);
    if let Some(jurisdiction) = get("jurisdiction") {
        d["jurisdiction"] = jurisdiction.clone();
    }
    d
}

fn scans(v: &Vignette) -> Value {
    let number = |key: &str| v.inputs.get(key).and_then(Value::as_f64);
    let scan = |date: &str, regions: Vec<Value>| json!({"date": date, "manufacturer": "hologic", "scanner_serial": "1", "regions": regions});
    let mut regions = Vec::new();
    for (key, region) in [
        ("t_fn", "femoral_neck"),
        ("t_ls", "lumbar_spine"),
        ("t_th", "total_hip"),
        ("t_radius33", "radius_33"),
        ("t_hip", "total_hip"),
        ("t_hip_end", "total_hip"),
    ] {
        if let Some(t) = number(key) {
            regions.push(json!({"region": region, "t_score": t}));
        }
    }
    if let Some(z) = number("z_min") {
        regions.push(json!({"region": "lumbar_spine", "z_score": z}));
    }
    if let Some(percent) = number("bmd_percent_yam") {
        regions.push(json!({"region": "lumbar_spine", "percent_young_adult": percent}));
    }
    let mut scans = Vec::new();
    if let Some(loss) = number("bmd_loss_g_cm2") {
        scans.push(scan("2022-05-01", vec![json!({"region": "total_hip", "bmd_g_cm2": 0.612 + loss})]));
        for region in regions.iter_mut().filter(|region| region["region"] == "total_hip") {
            region["bmd_g_cm2"] = json!(0.612);
        }
    }
    if let Some(change) = number("bmd_change_ls_percent") {
        scans.push(scan(
            "2024-11-01",
            vec![json!({"region": "lumbar_spine", "bmd_g_cm2": 0.8, "vertebrae": ["L1", "L2", "L3", "L4"]})],
        ));
        let now = 0.8 * (1.0 + change / 100.0);
        regions
            .push(json!({"region": "lumbar_spine", "bmd_g_cm2": now, "vertebrae": ["L1", "L2", "L3", "L4"]}));
    }
    if regions.is_empty() {
        return json!([]);
    }
    scans.push(scan("2026-05-01", regions));
    json!(scans)
}

fn treatments(v: &Vignette) -> Value {
    let number = |key: &str| v.inputs.get(key).and_then(Value::as_f64);
    match v.about.as_str() {
        "duration_nogg" => {
            let start = format!("{}-06-01", 2026 - number("years").unwrap() as i32);
            json!([{"drug": v.inputs["drug"], "route": "iv", "start": start, "adherent": true, "last_dose": "2026-05-01"}])
        }
        "stop_grio" => {
            json!([{"drug": "alendronate", "route": "oral", "start": "2021-06-01", "adherent": true}])
        }
        "failure_iof2012" => {
            json!([{"drug": "alendronate", "route": "oral", "start": "2024-12-01", "adherent": true}])
        }
        "denosumab_delay" => {
            // 7.5 months of 365/12 days before the assessment.
            assert_eq!(number("months_since_last"), Some(7.5));
            json!([{"drug": "denosumab", "start": "2023-01-01", "doses": v.inputs["doses"], "last_dose": "2025-10-15"}])
        }
        _ => json!([]),
    }
}

fn assess(v: &Vignette) -> Assessment {
    let mut options = Options::default();
    let is_guideline = osteon::guideline::from_id(guideline_id(&v.about)).is_some();
    if is_guideline {
        options.guidelines = Some(guideline_id(&v.about).to_owned());
    }
    let document = document(v);
    let patient =
        osteon::json::patient(document.to_string().as_bytes()).unwrap_or_else(|r| panic!("{}: {r}", v.id));
    let engine = Engine::new(options, Vec::new()).unwrap();
    engine.assess(&patient).unwrap_or_else(|refusals| panic!("{}: {refusals:?}", v.id))
}

/// Recommendation, what stands beside it, and tier, as a label reads.
fn read_label(label: &str) -> (&str, Vec<&str>, Option<&str>) {
    match label {
        "treat+specialist_advice" => ("treat", vec!["specialist_advice"], None),
        "treat_specialist_parenteral" => ("treat", vec!["specialist_advice"], Some("parenteral_or_anabolic")),
        "treat_anabolic_or_potent" => ("treat", vec![], Some("anabolic_or_potent")),
        "treat_anabolic_preferred" => ("treat_anabolic_first", vec![], None),
        "treat_oral_bp_first" => ("treat", vec![], Some("oral_bisphosphonate_first")),
        "specialist_advice_frax_above_threshold" => ("specialist_advice", vec!["treat"], None),
        "specialist_advice_frax_below_threshold" => ("specialist_advice", vec![], None),
        "no_drug_by_t_threshold" | "insufficient_evidence" => ("no_drug", vec![], None),
        "frax_or_specialist" => ("specialist_advice", vec!["calculate_frax"], None),
        "frax_bmd" => ("measure_bmd", vec!["calculate_frax"], None),
        "consider_if_trigger" => ("consider", vec![], None),
        "oral_bp_option" => ("consider", vec![], Some("oral_bisphosphonate_first")),
        "iv_bp_option" => ("consider", vec![], Some("intravenous")),
        other => (other, vec![], None),
    }
}

fn guideline_says(v: &Vignette, assessment: &Assessment) -> Result<(), String> {
    let said = &assessment.guidelines.as_deref().unwrap()[0];
    let (recommendation, also, tier) = read_label(&v.recommendation);
    let category = match v.category.as_str() {
        "n/a" => None,
        // The label names the category.
        "I" => Some("insufficient_evidence"),
        category => Some(category),
    };
    let said_also: Vec<&str> = said.also.iter().map(|also| also.as_str()).collect();
    let same = said.recommendation.as_str() == recommendation
        && said_also == also
        && said.tier.map(|tier| tier.as_str()) == tier
        && said.category.as_deref() == category
        && said.could_be.is_empty();
    if same {
        return Ok(());
    }
    Err(format!(
        "{} {}: wanted {category:?} {recommendation} {also:?} {tier:?}, got {:?} {} {said_also:?} {:?}, could be {:?}, \
         missing {:?}",
        v.id, v.about, said.category, said.recommendation, said.tier, said.could_be, said.missing
    ))
}

fn safety_says(v: &Vignette, assessment: &Assessment) -> Result<(), String> {
    let wanted = match v.recommendation.as_str() {
        "block" | "contraindicated" => "blocked",
        "allow" => "allowed",
        "allow_with_warning" => "caution",
        other => other,
    };
    let drug = v.inputs["drug"].as_str().unwrap();
    let said = assessment.safety.as_deref().unwrap().iter().find(|said| said.drug.as_str() == drug);
    match said {
        Some(said) if said.status.as_str() == wanted => Ok(()),
        other => Err(format!("{} {drug}: wanted {wanted}, got {other:?}", v.id)),
    }
}

fn course_says(v: &Vignette, assessment: &Assessment) -> Result<(), String> {
    let course = assessment.course.as_deref().unwrap();
    let said = course.iter().find(|said| said.rule.starts_with(v.about.as_str()));
    match said {
        Some(said) if said.status.as_str() == v.category && said.action == v.recommendation => Ok(()),
        _ => {
            let all: Vec<_> = course.iter().map(|c| (&c.rule, c.status.as_str(), &c.action)).collect();
            Err(format!("{} {}: wanted {} {}, got {all:?}", v.id, v.about, v.category, v.recommendation))
        }
    }
}

#[test]
fn every_vignette() {
    let all = vignettes();
    assert!(all.len() > 70, "{} vignettes", all.len());
    let mut failed = Vec::new();
    for v in &all {
        let assessment = assess(v);
        let said = match v.about.as_str() {
            "drug_safety" => safety_says(v, &assessment),
            "duration_nogg" | "stop_grio" | "failure_iof2012" | "denosumab_delay" => {
                course_says(v, &assessment)
            }
            _ => guideline_says(v, &assessment),
        };
        failed.extend(said.err());
    }
    assert!(failed.is_empty(), "{} of {} failed:\n{}", failed.len(), all.len(), failed.join("\n"));
}
