//! T-scores as machines printed them, against the references that their reports name.
//!
//! `data/printed_t_scores.csv` holds maker, model, database, region, BMD and T of printed reports; a row
//! that cannot be reproduced says why in `because`.

use osteon::Engine;
use osteon::document::assessment::Score;
use osteon::document::{Manufacturer, Patient, Region, Scan, ScanRegion, Sex};

const PRINTED: &str = include_str!("../data/printed_t_scores.csv");

struct Row {
    manufacturer: String,
    model: String,
    database: String,
    region: String,
    vertebrae: String,
    unit: String,
    bmd: f64,
    t: Option<f64>,
    reference: String,
    because: String,
}

fn rows() -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(PRINTED.as_bytes());
    let header = reader.headers().unwrap().clone();
    assert_eq!(
        header.iter().collect::<Vec<_>>().join(","),
        "manufacturer,model,database,region,vertebrae,unit,bmd,t_score,reference,because"
    );
    let row = |record: csv::StringRecord| {
        let cell = |i: usize| record[i].to_owned();
        Row {
            manufacturer: cell(0),
            model: cell(1),
            database: cell(2),
            region: cell(3),
            vertebrae: cell(4),
            unit: cell(5),
            bmd: record[6].parse().unwrap(),
            t: (!record[7].is_empty()).then(|| record[7].parse().unwrap()),
            reference: cell(8),
            because: cell(9),
        }
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

/// What the engine says of a print: of someone of 70, of the sex of the reference.
fn scored(row: &Row, printed: Option<f64>) -> Option<Score> {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let standardised = row.unit == "sbmd_mg_cm2";
    let region = ScanRegion {
        region: Some(Region::from_key(&row.region)?),
        vertebrae: (!row.vertebrae.is_empty()).then(|| row.vertebrae.parse().unwrap()),
        bmd_g_cm2: (!standardised).then_some(row.bmd),
        sbmd_mg_cm2: standardised.then_some(row.bmd),
        t_score: printed,
        ..Default::default()
    };
    let patient = Patient {
        sex: Some(if row.reference.contains(".male.") { Sex::Male } else { Sex::Female }),
        age_years: Some(70.0),
        postmenopausal: Some(true),
        scans: Some(vec![Scan {
            manufacturer: Manufacturer::from_key(&row.manufacturer),
            model: text(&row.model),
            database: text(&row.database),
            regions: Some(vec![region]),
            ..Default::default()
        }]),
        ..Default::default()
    };
    Engine::default().assess(&patient).unwrap().scores().first().cloned()
}

#[test]
fn every_print_with_a_reference_is_reproduced() {
    let rows = rows();
    let (mut reproduced, mut cannot) = (0, std::collections::BTreeMap::new());
    for row in &rows {
        if !row.because.is_empty() {
            *cannot.entry(row.because.as_str()).or_insert(0) += 1;
            continue;
        }
        let place =
            format!("{} {} {} {} {}", row.manufacturer, row.database, row.region, row.vertebrae, row.bmd);
        let score = scored(row, row.t).unwrap();
        assert_eq!(score.printed_t_reference.as_deref(), Some(row.reference.as_str()), "{place}");
        if row.reference.contains(".male.") {
            // ISCD 2023 measures men against women: the print stays, and is named for what it is.
            assert!(
                score.flags.contains(&"printed_t_fits_male_reference".to_owned()),
                "{place}: {:?}",
                score.flags
            );
        } else {
            assert!(
                !score.flags.iter().any(|flag| flag.starts_with("printed_t")),
                "{place}: {:?}",
                score.flags
            );
            let (ours, printed) = (score.t_score.unwrap(), row.t.unwrap());
            // Half a unit of the print, and what half a unit of the printed BMD makes of it.
            let slack = if row.manufacturer == "norland" { 0.005 } else { 0.05 } + 0.0005 / 0.08;
            assert!((ours - printed).abs() <= slack + 1e-9, "{place}: {ours} for {printed}");
        }
        reproduced += 1;
    }
    println!("{reproduced} of {} printed rows reproduced; the others:", rows.len());
    cannot.iter().for_each(|(because, count)| println!("  {count:>3}  {because}"));
    assert_eq!((reproduced, rows.len()), (43, 88));
}

/// What has no mean here gets no T-score from somewhere else, and the print still drives.
#[test]
fn no_other_reference_is_taken_in_its_place() {
    for row in
        rows().iter().filter(|row| row.because.starts_with("no mean") || row.database.contains("not stated"))
    {
        let place = format!("{} {} {} {}", row.database, row.region, row.vertebrae, row.bmd);
        let score = scored(row, None).unwrap();
        assert_eq!(score.t_score, None, "{place}");
        assert!(score.withheld.is_some(), "{place}");
        let printed = scored(row, row.t).unwrap();
        assert_eq!((printed.t_score, printed.t_source.as_deref()), (row.t, Some("printed")), "{place}");
    }
}

/// A wrong reference would show: the same print one tenth of an SD away fits nothing that applies.
#[test]
fn a_print_that_is_off_is_flagged() {
    for row in rows().iter().filter(|row| row.because.is_empty() && !row.reference.contains(".male.")) {
        let score = scored(row, row.t.map(|t| t + 0.3)).unwrap();
        assert!(
            score.flags.iter().any(|flag| flag == "printed_t_differs" || flag.starts_with("printed_t_fits")),
            "{} {} {}: {:?}",
            row.database,
            row.region,
            row.bmd,
            score.flags
        );
    }
}
