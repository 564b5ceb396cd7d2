//! The example is what the generator writes, and the engine takes all of it.

use osteon::document::Patient;
use osteon::document::assessment::Category;
use osteon_table::Plan;

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

#[test]
fn nobody_is_refused_and_the_classes_all_occur() {
    let engine = osteon::Engine::default();
    let text = cohort(3000, SEED);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let plan = Plan::of_header(reader.headers().unwrap(), false).unwrap();
    let (mut patient, mut refusals) = (Patient::default(), Vec::new());
    let mut categories = Vec::new();
    for record in reader.records() {
        let record = record.unwrap();
        plan.read(&record, &mut patient, &mut refusals);
        let answer = engine.session().answer(&mut patient, true, &mut refusals);
        assert!(refusals.is_empty(), "{record:?}: {refusals:?}");
        let answer = answer.unwrap();
        let unknown = answer.flags().iter().find(|flag| flag.as_str().ends_with("_not_recognised"));
        assert_eq!(unknown, None, "{record:?}");
        categories.push(answer.diagnosis.category);
    }
    for &category in Category::ALL {
        let people = categories.iter().filter(|&&other| other == category).count();
        println!("{category}: {people} of {}", categories.len());
        assert!(people > 0, "{category}: nobody");
    }
}
