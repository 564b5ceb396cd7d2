//! The example is what the generator writes, and the engine takes all of it.

use std::collections::HashMap;

use osteon::document::assessment::Category;
use serde_json::{Value, json};

use super::*;

fn cohort(rows: u64, seed: u64) -> String {
    let mut out = Vec::new();
    write(&mut out, rows, seed).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn the_example_is_what_the_generator_writes() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/clinic.csv");
    let written = std::fs::read_to_string(path).unwrap();
    assert!(
        written == cohort(ROWS, SEED),
        "examples/clinic.csv is out of date: cargo xtask cohort > examples/clinic.csv"
    );
}

#[test]
fn every_line_has_the_cells_of_the_header() {
    let text = cohort(2000, 1);
    let columns = HEADER.split(',').count();
    assert!(text.lines().all(|line| line.split(',').count() == columns));
    assert_eq!(text.lines().count(), 2001);
    assert!(!text.contains("NaN"));
}

#[test]
fn fewer_rows_are_the_start_of_more() {
    assert!(cohort(50, 7).starts_with(&cohort(20, 7)));
    assert_ne!(cohort(20, 7), cohort(20, 8));
}

/// The patient document of a line. Fractures are read by the tests of the tables.
fn document(cells: &HashMap<&str, &str>) -> Value {
    let number = |key: &str| cells[key].parse::<f64>().ok();
    let text = |key: &str| (!cells[key].is_empty()).then_some(cells[key]);
    let mut regions = Vec::new();
    for region in ["femoral_neck", "total_hip", "lumbar_spine"] {
        if let Some(bmd) = number(&format!("bmd_{region}")) {
            regions.push(json!({"region": region, "bmd_g_cm2": bmd}));
        }
    }
    for vertebra in 1..=4 {
        if let Some(bmd) = number(&format!("bmd_l{vertebra}")) {
            let area = number(&format!("area_l{vertebra}"));
            let vertebrae = [format!("L{vertebra}")];
            regions.push(
                json!({"region": "lumbar_spine", "vertebrae": vertebrae, "bmd_g_cm2": bmd, "area_cm2": area}),
            );
        }
    }
    let scan = json!({"manufacturer": cells["manufacturer"], "model": text("model"),
        "database": text("database"), "regions": regions});
    json!({"id": cells["id"], "sex": cells["sex"], "age_years": number("age_years"),
        "height_cm": number("height_cm"), "weight_kg": number("weight_kg"), "ethnicity": text("ethnicity"),
        "postmenopausal": text("postmenopausal").map(|flag| flag == "true"), "scans": [scan]})
}

#[test]
fn nobody_is_refused_and_the_classes_all_occur() {
    let engine = osteon::Engine::default();
    let text = cohort(3000, SEED);
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut categories = Vec::new();
    for line in lines {
        let cells: HashMap<&str, &str> = header.iter().copied().zip(line.split(',')).collect();
        let patient = osteon::json::patient(document(&cells).to_string().as_bytes())
            .unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
        let answer = engine.assess(&patient).unwrap_or_else(|refusals| panic!("{line}: {refusals:?}"));
        for score in answer.scores.iter().flatten() {
            let unknown = score.flags.iter().any(|flag| flag.ends_with("_not_recognised"));
            assert!(!unknown, "{line}: {:?}", score.flags);
        }
        categories.push(answer.diagnosis.unwrap().category);
    }
    for category in [
        Category::Normal,
        Category::LowBoneMass,
        Category::Osteoporosis,
        Category::BelowExpectedForAge,
        Category::WithinExpectedForAge,
        Category::Undetermined,
    ] {
        let share = categories.iter().filter(|&&other| other == category).count();
        println!("{category}: {share} of {}", categories.len());
        assert!(share > 0, "{category}: nobody");
    }
}
