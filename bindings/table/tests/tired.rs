//! What tired people write: each slip is read if it can mean one thing only, and refused by name if not.

use osteon::document::{Patient, Region, Section, Vertebrae};
use osteon::error::{Code, Refusal};
use osteon_table::{Dialect, Plan};

/// Reads a whole text as the program does: dialect, header, rows.
fn read(text: &str) -> Result<Vec<(Patient, Vec<Refusal>)>, Vec<Refusal>> {
    let dialect = Dialect::sniff(text.as_bytes()).map_err(|refusal| vec![refusal])?;
    let mut reader =
        csv::ReaderBuilder::new().delimiter(dialect.delimiter).flexible(true).from_reader(text.as_bytes());
    let plan = Plan::of_header(reader.headers().unwrap(), dialect.decimal_comma)?;
    let (mut patient, mut rows) = (Patient::default(), Vec::new());
    for record in reader.records() {
        let mut refusals = Vec::new();
        plan.read(&record.unwrap(), &mut patient, &mut refusals);
        rows.push((patient.clone(), refusals));
    }
    Ok(rows)
}

fn row(text: &str) -> (Patient, Vec<Refusal>) {
    read(text).unwrap().remove(0)
}

/// The only refusal of the first row.
fn refused(text: &str) -> Refusal {
    let (_, mut refusals) = row(text);
    assert_eq!(refusals.len(), 1, "{text}: {refusals:?}");
    refusals.remove(0)
}

#[test]
fn a_plain_row() {
    let (patient, refusals) = row(
        "id,sex,age_years,height_cm,manufacturer,bmd_femoral_neck,bmd_lumbar_spine,bmd_l1,t_total_hip_left,\
         current_smoker,glucocorticoid_mg_per_day,fractures,frax_mof_percent,lab_calcium_mmol_l,complete\n\
         A1,Female,67.4,165,Hologic,0.558,0.9,0.85,-1.5,non,7.5,none,12,<2.1,fractures;labs\n",
    );
    assert_eq!(refusals, []);
    assert_eq!(patient.id.as_deref(), Some("A1"));
    let regions = patient.scans.as_ref().unwrap()[0].regions.as_ref().unwrap();
    assert_eq!(regions.len(), 4);
    assert_eq!(
        (regions[1].region, regions[1].vertebrae),
        (Some(Region::LumbarSpine), Some(Vertebrae::L1_L4))
    );
    assert_eq!(regions[2].vertebrae.unwrap().to_string(), "L1");
    assert_eq!(patient.fractures, Some(Vec::new()));
    let risk_factors = patient.risk_factors.unwrap();
    assert_eq!(risk_factors.current_smoker, Some(false));
    assert_eq!(risk_factors.glucocorticoid.unwrap().mg_per_day, Some(7.5));
    assert_eq!(patient.frax.unwrap().mof_percent, Some(12.0));
    assert_eq!(patient.labs.unwrap()[0].unit.as_deref(), Some("mmol/L"));
    assert_eq!(patient.complete, Some(vec![Section::Fractures, Section::Labs]));
}

#[test]
fn a_french_spreadsheet_is_read() {
    let (patient, refusals) = row("\u{feff}id;sex;age_years;bmd_femoral_neck;fractures\r\n\
         7;female;66,5;\u{a0}0,558 ;\"pelvis@3;heel@66,5y!low\"\r\n");
    assert_eq!(refusals, []);
    assert_eq!((patient.age_years, patient.fractures.map(|list| list.len())), (Some(66.5), Some(2)));
}

#[test]
fn what_is_left_out_is_unknown() {
    for blank in ["", "NA", " ", "\u{a0}"] {
        let (patient, refusals) = row(&format!(
            "sex,age_years,manufacturer,bmd_total_hip,current_smoker,fractures,treatments,lab_crp_mg_l\n\
             male,70,hologic,{blank},{blank},{blank},{blank},{blank}\n"
        ));
        assert_eq!(refusals, [], "{blank:?}");
        let expected = Patient { sex: patient.sex, age_years: Some(70.0), ..Patient::default() };
        assert_eq!(patient, expected, "{blank:?}: a maker alone is no scan");
    }
}

#[test]
fn a_row_leaves_nothing_to_the_next() {
    let rows = read(
        "id,sex,age_years,model,bmd_total_hip,fractures\n\
         1,female,70,Horizon,0.8,pelvis\n,male,,,,\n2,male,60,,0.7,none\n",
    )
    .unwrap();
    let second = &rows[1].0;
    assert_eq!(*second, Patient { sex: second.sex, ..Patient::default() });
    let third = &rows[2].0;
    assert_eq!(third.fractures, Some(Vec::new()));
    assert_eq!(third.scans.as_ref().unwrap()[0].model, None);
}

#[test]
fn values_that_cannot_be_read_are_refused_by_name() {
    let one =
        |column: &str, value: &str| refused(&format!("sex,age_years,{column}\nfemale,70,\"{value}\"\n"));
    for (column, value, code, says) in [
        ("height_cm", "1,65", Code::WrongType, "decimal comma"),
        ("weight_kg", "1,234.5", Code::WrongType, "thousands"),
        ("bmd_total_hip", "NaN", Code::NotFinite, "bmd_total_hip"),
        ("bmd_total_hip", "0.8 g/cm2", Code::WrongType, "must be a number"),
        ("birth_date", "03/04/1950", Code::NotADate, "year-month-day"),
        ("current_smoker", "sometimes", Code::WrongType, "true or false"),
        ("ethnicity", "whyte", Code::NotAChoice, "did you mean white?"),
        ("manufacturer", "GE", Code::NotAChoice, "ge_lunar"),
        ("falls_past_year", "1.5", Code::WrongType, "whole number"),
        ("fractures", "pelvys", Code::NotAChoice, "pelvis"),
        ("treatments", "alendronate@2020", Code::NotADate, "year-month-day"),
        ("lab_calcium_mmol_l", "normal", Code::WrongType, "must be a number"),
        ("complete", "fracture", Code::NotAChoice, "did you mean fractures?"),
        ("scans", "two", Code::NotAChoice, "none"),
    ] {
        let refusal = one(column, value);
        assert_eq!((refusal.code, &*refusal.field), (code, column), "{refusal}");
        assert!(refusal.to_string().contains(says), "{refusal}");
    }
}

#[test]
fn codes_of_sex_are_refused_with_the_way_out() {
    for code in ["F", "M", "1", "2"] {
        let refusal = refused(&format!("sex,age_years\n{code},70\n"));
        assert!(refusal.refuses_row() && refusal.to_string().contains("--columns"), "{refusal}");
    }
}

#[test]
fn a_height_in_metres_is_for_the_engine_to_refuse() {
    let (mut patient, mut refusals) = row("sex,age_years,height_cm\nfemale,70,1.65\n");
    assert_eq!((refusals.as_slice(), patient.height_cm), ([].as_slice(), Some(1.65)));
    osteon::Engine::default().session().answer(&mut patient, false, &mut refusals);
    assert_eq!(refusals[0].code, Code::UnitSlip);
}

#[test]
fn headers_that_cannot_be() {
    for (header, code, says) in [
        ("sex,age_years,heigth_cm", Code::UnknownKey, "did you mean height_cm?"),
        ("sex,age_years,zzzzzzzzzzzz", Code::UnknownKey, "--columns MAP.toml"),
        ("sex,age_years,lab_calcium", Code::UnknownKey, "lab_calcium_<unit>"),
        ("sex,age_years,sex", Code::Contradiction, "twice"),
        ("sex,age_years,Sex", Code::Contradiction, "twice"),
        ("sex,age_years,bmd_lumbar_spine,bmd_l1_l4", Code::Contradiction, "twice"),
        ("\"\",sex,age_years", Code::Syntax, "row.names"),
        ("id,age_years", Code::Missing, "column sex"),
        ("id,sex", Code::Missing, "age_years"),
    ] {
        let refusals = read(&format!("{header}\n")).unwrap_err();
        assert_eq!(refusals.len(), 1, "{header}: {refusals:?}");
        assert_eq!(refusals[0].code, code, "{}", refusals[0]);
        assert!(refusals[0].to_string().contains(says), "{}", refusals[0]);
    }
    assert!(read("\u{feff}Sex,AGE_years,bmd_L1\nfemale,70,1\n").is_ok());
}

#[test]
fn cells_never_shift() {
    let rows = read("id,sex,age_years,height_cm\n1,female,70\n2,female,70,165,9\n3,female,70,165\n").unwrap();
    for (patient, refusals) in &rows[..2] {
        assert_eq!(*patient, Patient::default());
        assert_eq!((&*refusals[0].field, refusals[0].code), ("row", Code::Syntax));
    }
    assert_eq!(rows[2].1, []);
}

#[test]
fn a_quoted_newline_and_quote_stay_in_their_cell() {
    let (patient, refusals) =
        row("id,sex,age_years,model\n\"A\n1\",female,70,\"Lunar \"\"Prodigy\"\", DF+1\"\n");
    assert_eq!(refusals, []);
    assert_eq!(patient.id.as_deref(), Some("A\n1"));
}

#[test]
fn no_bmd_was_measured() {
    let text = "sex,age_years,scans,bmd_total_hip\nmale,70,none,\nmale,70,none,0.8\n";
    let rows = read(text).unwrap();
    assert_eq!(rows[0].0.scans, Some(Vec::new()));
    assert_eq!(rows[1].0.scans.as_ref().unwrap().len(), 1);
    assert_eq!(rows[1].1[0].code, Code::Contradiction);
}

#[test]
fn a_section_with_a_doubt_is_not_complete() {
    let header = "sex,age_years,current_smoker,fractures,complete\n";
    let complete = |cells: &str| row(&format!("{header}female,70,{cells},risk_factors|fractures\n")).0;
    assert_eq!(complete(",").complete, Some(vec![Section::Fractures, Section::RiskFactors]));
    assert_eq!(complete(",").fractures, Some(Vec::new()));
    assert_eq!(complete("maybe,").complete, Some(vec![Section::Fractures]));
    assert_eq!(complete("NA,").complete, Some(vec![Section::Fractures]));
    let doubtful = complete(",pelvys");
    assert_eq!((doubtful.complete, doubtful.fractures), (Some(vec![Section::RiskFactors]), None));
}
