//! Maps of other tables: what expressions mean, and what is refused in a map.

use csv::StringRecord;
use osteon::document::{Drug, FractureSite, Patient, Section, Trauma};
use osteon::error::{Code, Refusal};
use osteon_table::{Map, Plan};

const PERSON: &str = "sex = { column = \"s\", values = { 1 = \"male\", 2 = \"female\" } }\n\
                      age_years = { column = \"a\", top_code = 80 }\n";

fn record(line: &str) -> StringRecord {
    StringRecord::from(line.split(',').collect::<Vec<_>>())
}

fn plan(map: &str, header: &str) -> Result<Plan, Vec<Refusal>> {
    let map = Map::parse(&format!("{PERSON}{map}"))?;
    Plan::of_map(&map, &record(&format!("s,a,{header}")), false)
}

/// Reads one row of a table with the columns `header` after sex and age.
fn read(map: &str, header: &str, cells: &str) -> (Patient, Vec<Refusal>) {
    let (mut patient, mut refusals) = (Patient::default(), Vec::new());
    let plan = plan(map, header).unwrap_or_else(|refusals| panic!("{refusals:?}"));
    plan.read(&record(&format!("2,66,{cells}")), &mut patient, &mut refusals);
    (patient, refusals)
}

fn smoker(expression: &str, cells: &str) -> Option<bool> {
    let (patient, refusals) = read(&format!("current_smoker = {expression}"), "x,y", cells);
    assert_eq!(refusals, []);
    patient.risk_factors.and_then(|risk_factors| risk_factors.current_smoker)
}

fn weight(expression: &str, cells: &str) -> Option<f64> {
    let (patient, refusals) = read(&format!("weight_kg = {expression}"), "x,y", cells);
    assert_eq!(refusals, []);
    patient.weight_kg
}

#[test]
fn codes_compare_as_text_and_as_numbers() {
    let mapped = r#"{ column = "x", values = { 1 = true, 2 = false, yes = true }, missing = [7, "9", "."] }"#;
    for (cell, expected) in [
        ("1", Some(true)),
        ("1.0", Some(true)),
        (" 01 ", Some(true)),
        ("yes", Some(true)),
        ("2", Some(false)),
        ("7", None),
        ("9.0", None),
        (".", None),
        ("", None),
        ("NA", None),
    ] {
        assert_eq!(smoker(mapped, &format!("{cell},")), expected, "{cell}");
    }
}

#[test]
fn what_is_not_mapped_is_refused_by_name() {
    let map = r#"current_smoker = { column = "x", values = { 1 = true } }"#;
    let (patient, refusals) = read(map, "x", "3");
    assert_eq!(patient.risk_factors, None);
    assert_eq!((refusals[0].code, &*refusals[0].field), (Code::NotMapped, "x"));
    assert_eq!(refusals[0].value, "3");
    let mut refusals = Vec::new();
    plan("", "x").unwrap().read(&record("3,66,"), &mut Patient::default(), &mut refusals);
    assert_eq!(refusals[0].field, "sex");
    assert!(refusals[0].refuses_row() && refusals[0].to_string().contains("column s"));
}

#[test]
fn a_bmd_keeps_bmd_in_its_name() {
    let (_, refusals) = read("bmd_total_hip = { column = \"x\" }", "x", "n/a");
    assert_eq!(refusals[0].field, "bmd_total_hip");
}

#[test]
fn blank_is_no_only_where_said_and_then_listed() {
    let map = "stroke = { column = \"x\", values = { I64 = true }, blank = \"no\" }";
    let (patient, _) = read(map, "x", "");
    assert_eq!(patient.risk_factors.and_then(|risk_factors| risk_factors.stroke), Some(false));
    let plan = plan(map, "x").unwrap();
    let assumed: Vec<_> = plan.assumed().iter().map(|blank| &*blank.field).collect();
    assert_eq!(assumed, ["stroke"]);
    assert_eq!(plan.top_coded().collect::<Vec<_>>(), [("age_years", 80.0)]);
    let treatments = "treatments = { column = \"x\", values = { 1 = \"denosumab\" }, blank = \"no\" }";
    assert_eq!(read(treatments, "x", "").0.treatments, Some(Vec::new()));
    assert_eq!(read(treatments, "x", "1").0.treatments.unwrap()[0].drug, Some(Drug::Denosumab));
}

#[test]
fn any_and_all_are_three_valued() {
    let of = |form: &str| {
        let cell = |name| format!("{{ column = \"{name}\", values = {{ 1 = true, 0 = false }} }}");
        format!("{{ {form} = [{}, {}] }}", cell("x"), cell("y"))
    };
    for (cells, any, all) in [
        ("1,1", Some(true), Some(true)),
        ("1,0", Some(true), Some(false)),
        ("0,0", Some(false), Some(false)),
        ("1,", Some(true), None),
        (",0", None, Some(false)),
        (",", None, None),
    ] {
        assert_eq!(smoker(&of("any"), cells), any, "any {cells}");
        assert_eq!(smoker(&of("all"), cells), all, "all {cells}");
    }
}

#[test]
fn first_product_scale_constant_and_when() {
    let first = r#"{ first = [{ column = "x", missing = [999] }, { column = "y", scale = 0.5 }, 60] }"#;
    for (cells, expected) in [("70,1", 70.0), ("999,130", 65.0), (",", 60.0)] {
        assert_eq!(weight(first, cells), Some(expected), "{cells}");
    }
    let product = r#"{ product = [{ column = "x" }, { column = "y" }, 2] }"#;
    assert_eq!(weight(product, "3,4"), Some(24.0));
    assert_eq!(weight(product, "3,"), None);
    let when = r#"{ column = "x", when = { column = "y", in = [1, "b"] } }"#;
    for (cells, expected) in [("70,1", Some(70.0)), ("70,b", Some(70.0)), ("70,2", None), ("70,", None)] {
        assert_eq!(weight(when, cells), expected, "{cells}");
    }
    let constant = "{ constant = 70, when = { all = [{ column = \"x\" }, { column = \"y\" }] } }";
    assert_eq!(weight(constant, "yes,1"), Some(70.0));
    assert_eq!(weight(constant, "yes,"), None);
}

const BLOCKS: &str = r#"
[[fracture]]
site = "proximal_femur"
when = { column = "hip", in = [1], missing = [9] }
age_years = { column = "hip_age", missing = [99] }
trauma = { column = "hip_cause", values = { 1 = "low", 2 = "high" } }
[[fracture]]
site = { column = "other", values = { 23 = "ankle" }, missing = [77] }
[complete]
fractures = { column = "asked", values = { 1 = true, 2 = false } }
history = true
"#;

#[test]
fn fracture_blocks() {
    let header = "hip,hip_age,hip_cause,other,asked";
    let fractures = |cells| {
        let (patient, refusals) = read(BLOCKS, header, cells);
        assert_eq!(refusals, []);
        let complete = patient.complete.unwrap_or_default().contains(&Section::Fractures);
        (patient.fractures, complete)
    };
    let (both, complete) = fractures("1,60,1,23,1");
    let both = both.unwrap();
    assert!(complete);
    assert_eq!(
        (both[0].site, both[0].age_years, both[0].trauma),
        (Some(FractureSite::ProximalFemur), Some(60.0), Some(Trauma::Low))
    );
    assert_eq!(both[1].site, Some(FractureSite::Ankle));
    assert_eq!(fractures("1,99,,,1").0.unwrap()[0].age_years, None);
    assert_eq!(fractures("2,,,,1"), (Some(Vec::new()), true));
    assert_eq!(fractures("2,,,,2"), (None, false));
    // Not known whether, or where: no fracture, and the list is not complete.
    assert_eq!(fractures("9,,,,1"), (None, false));
    assert_eq!(fractures("2,,,77,1"), (None, false));
}

#[test]
fn a_site_that_is_not_mapped_withdraws_complete() {
    let (patient, refusals) = read(BLOCKS, "hip,hip_age,hip_cause,other,asked", "2,,,5,1");
    assert_eq!(refusals[0].code, Code::NotMapped);
    assert_eq!((patient.fractures, patient.complete), (None, Some(vec![Section::History])));
}

#[test]
fn a_refusal_leads_back_to_its_column() {
    let plan = plan(BLOCKS, "hip,hip_age,hip_cause,other,asked").unwrap();
    let row = record("2,66,2,,,23,1");
    assert_eq!(plan.column_of("fractures[0].site", &row), Some("other"));
    let row = record("2,66,1,70,1,23,1");
    assert_eq!(plan.column_of("fractures[0].age_years", &row), Some("hip_age"));
    assert_eq!(plan.column_of("age_years", &row), Some("a"));
}

#[test]
fn objects_and_lists_as_tables() {
    let map = "pass = [\"w\"]\ncomplete = [\"history\"]\n[risk_factors]\ncopd = true\n\
               glucocorticoid = { current = { column = \"x\" } }\n[history]\npaget_disease = false\n";
    let (patient, refusals) = read(map, "x,w", "yes,7");
    assert_eq!(refusals, []);
    let risk_factors = patient.risk_factors.unwrap();
    assert_eq!((risk_factors.copd, risk_factors.glucocorticoid.unwrap().current), (Some(true), Some(true)));
    assert_eq!(patient.history.unwrap().paget_disease, Some(false));
    assert_eq!(patient.complete, Some(vec![Section::History]));
    assert_eq!(plan(map, "x,w").unwrap().pass().collect::<Vec<_>>(), [("w", 3)]);
}

#[test]
fn what_is_wrong_in_a_map_is_named() {
    for (map, code, field, says) in [
        ("heigth_cm = { column = \"x\" }", Code::UnknownKey, "heigth_cm", "height_cm"),
        ("height_cm = { colum = \"x\" }", Code::UnknownKey, "height_cm.colum", "did you mean column?"),
        ("height_cm = { column = \"x\", missin = [9] }", Code::UnknownKey, "height_cm.missin", "missing"),
        ("height_cm = { column = \"x\", any = [] }", Code::Missing, "height_cm", "has 2"),
        ("height_cm = { any = [true] }", Code::WrongType, "height_cm.any", "takes a number"),
        ("height_cm = \"tall\"", Code::WrongType, "height_cm", "a number"),
        ("copd = { column = \"x\", scale = 2 }", Code::Contradiction, "copd.scale", "yes or no"),
        (
            "height_cm = { column = \"x\", blank = \"no\" }",
            Code::Contradiction,
            "height_cm.blank",
            "no \"no\"",
        ),
        ("copd = { column = \"x\", blank = \"nope\" }", Code::NotAChoice, "copd.blank", "unknown"),
        (
            "copd = { column = \"x\", values = { \"\" = false } }",
            Code::Contradiction,
            "copd.values.",
            "blank",
        ),
        (
            "ethnicity = { column = \"x\", values = { 1 = \"blak\" } }",
            Code::NotAChoice,
            "ethnicity.values.1",
            "black",
        ),
        (
            "copd = { column = \"x\", when = { column = \"x\", inn = [1], in = [1] } }",
            Code::UnknownKey,
            "copd.when.inn",
            "in",
        ),
        ("fractures_ = 1", Code::UnknownKey, "fractures_", "fractures"),
        ("complete = { fracture = true }", Code::UnknownKey, "complete.fracture", "fractures"),
        ("pass = \"w\"", Code::WrongType, "pass", "list"),
        ("[history]\ncopd = true", Code::UnknownKey, "history.copd", "outside history"),
        ("[[fracture]]\nsite = \"pelvis\"", Code::Missing, "fracture[0].when", "everyone"),
        ("[[fracture]]\nwhen = true", Code::Missing, "fracture[0].site", "site"),
        (
            "[[fracture]]\nsite = \"pelvis\"\nwhen = true\nage_year = 3",
            Code::UnknownKey,
            "fracture[0].age_year",
            "age_years",
        ),
        (
            "[[fracture]]\nsite = \"pelvis\"\nwhen = true\nage_years = 3\nmonths_ago = 3",
            Code::Contradiction,
            "fracture[0]",
            "one of",
        ),
        ("height_cm = ", Code::Syntax, "map", "not TOML"),
    ] {
        let refusals = Map::parse(map).unwrap_err();
        let found = refusals.iter().find(|refusal| refusal.field == field);
        let found = found.unwrap_or_else(|| panic!("{map}: {refusals:?}"));
        assert_eq!(found.code, code, "{found}");
        assert!(found.to_string().contains(says), "{found}");
    }
}

#[test]
fn a_column_that_the_table_lacks_is_named() {
    let refusals = plan("height_cm = { column = \"BMXHT\" }", "BMXHTX,x,x").unwrap_err();
    assert!(refusals[0].to_string().contains("did you mean BMXHTX?"), "{}", refusals[0]);
    let refusals = plan("height_cm = { column = \"x\" }\npass = [\"w\"]", "x,x").unwrap_err();
    let said: Vec<_> = refusals.iter().map(|refusal| (&*refusal.field, refusal.code)).collect();
    assert_eq!(said, [("pass", Code::Missing), ("x", Code::Contradiction)]);
}
