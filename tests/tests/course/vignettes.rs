//! The vignettes on courses of treatment, each as a document. They are not on every machine.

use super::*;
use serde_json::Value;

/// Rules of the vignettes that are about a course.
const RULES: [&str; 4] = ["duration_nogg", "stop_grio", "failure_iof2012", "denosumab_delay"];

fn number(inputs: &Value, key: &str) -> Option<f64> {
    inputs[key].as_f64()
}

/// Sites as the vignettes write them.
fn site(text: &str) -> &str {
    match text {
        "vertebra_T4_L5" => "vertebra",
        "foot_forefoot_toe" => "foot",
        "hand_finger" => "hand",
        other => other,
    }
}

fn document(inputs: &Value) -> Vec<Course> {
    let months = number(inputs, "adherent_months").or(number(inputs, "years").map(|years| years * 12.0));
    let days = (months.unwrap_or(60.0) * 365.0 / 12.0).ceil() as i64;
    let mut fractures = Vec::new();
    if inputs["prior_hip_or_vertebral"] == true || inputs["prior_severe"] == true {
        fractures.push(on("vertebra", days + 400));
    }
    if inputs["fracture_on_treatment"] == true {
        fractures.push(on("distal_forearm", 60));
    }
    for (index, broken) in inputs["fractures_on_treatment"].as_array().into_iter().flatten().enumerate() {
        fractures.push(on(site(broken.as_str().unwrap()), 60 + 10 * index as i64));
    }
    let t = number(inputs, "t_hip").or(number(inputs, "t_hip_end"));
    let region = if t.is_some() { "total_hip" } else { "lumbar_spine" };
    let loss = number(inputs, "bmd_loss_g_cm2").unwrap_or_default();
    let gain = number(inputs, "bmd_change_ls_percent").unwrap_or_default();
    let line = |days: i64, bmd: f64| {
        let t = t.map_or_else(String::new, |t| format!(r#", "t_score": {t}"#));
        format!(
            r#"{{"date": "{}", "manufacturer": "hologic", "scanner_serial": "1", "regions": [{{"region": "{region}", "bmd_g_cm2": {bmd}{t}}}]}}"#,
            ago(days)
        )
    };
    let scans = [line(days + 5, 0.8), line(3, 0.8 * (1.0 + gain / 100.0) - loss)].join(", ");
    let fall = number(inputs, "btm_fall_percent");
    let labs: Vec<String> = fall
        .into_iter()
        .flat_map(|fall| [(days, 0.5), (4, 0.5 * (1.0 - fall / 100.0))])
        .map(|(days, value)| {
            format!(r#"{{"analyte": "ctx", "value": {value}, "unit": "ng/mL", "date": "{}"}}"#, ago(days))
        })
        .collect();
    let drug = inputs["drug"].as_str().unwrap_or("alendronate");
    let course = match number(inputs, "months_since_last") {
        Some(months) => format!(
            r#"{{"drug": "denosumab", "last_dose": "{}", "doses": {}}}"#,
            ago((months * 365.0 / 12.0) as i64),
            inputs["doses"]
        ),
        None => format!(r#"{{"drug": "{drug}", "start": "{}", "adherent": true}}"#, ago(days)),
    };
    let age = number(inputs, "age").unwrap_or(66.0);
    let dose = if inputs["gc_ge_7_5"] == true { r#""current": true, "mg_per_day": 10"# } else { "" };
    assess(&format!(
        r#""age_years": {age}, "treatments": [{course}], "fractures": [{}], "labs": [{}], "scans": [{scans}],
            "risk_factors": {{"glucocorticoid": {{{dose}}}}}"#,
        fractures.join(", "),
        labs.join(", ")
    ))
}

fn on(site: &str, days: i64) -> String {
    failure::on(site, days)
}

#[test]
fn each_vignette_has_its_status_and_action() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/guideline_vignettes.csv");
    let mut seen = 0;
    for row in csv::Reader::from_path(&path).unwrap().records() {
        let row = row.unwrap();
        if !RULES.contains(&&row[1]) {
            continue;
        }
        let inputs: Value = serde_json::from_str(&row[2]).unwrap();
        let said = document(&inputs);
        let answer = of(&said, &row[1]);
        assert_eq!(
            (answer.status.as_str(), answer.action.as_str()),
            (&row[3], &row[4]),
            "{}: {answer:#?}",
            &row[0]
        );
        seen += 1;
    }
    assert!(seen >= 6, "{seen} vignettes");
}
