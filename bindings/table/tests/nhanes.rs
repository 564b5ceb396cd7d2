//! The maps in `examples/` over CDC's own records, where those are at hand.

use std::collections::BTreeMap;
use std::path::PathBuf;

use osteon::document::{Fracture, FractureSite, Patient, Section, Trauma};
use osteon::error::Code;
use osteon_table::{Dialect, Map, Plan};

/// A file beside the workspace, or at `OSTEON_SHARED`; `None` is said aloud.
fn table(name: &str) -> Option<Vec<u8>> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("OSTEON_SHARED").map_or_else(beside, PathBuf::from);
    let path = shared.join("data/nhanes").join(name);
    match std::fs::File::open(&path) {
        Ok(file) => {
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(file), &mut bytes).unwrap();
            Some(bytes)
        }
        Err(error) => {
            // Written past the test harness, which swallows what a passing test prints.
            let said = format!("SKIPPED: the map of NHANES was not tried; {}: {error}\n", path.display());
            std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes()).unwrap();
            None
        }
    }
}

fn plan_of(map: &str, bytes: &[u8]) -> (Plan, csv::Reader<std::io::Cursor<Vec<u8>>>) {
    let dialect = Dialect::sniff(bytes).unwrap();
    let map = Map::parse(map).unwrap_or_else(|refusals| panic!("{refusals:#?}"));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(dialect.delimiter)
        .flexible(true)
        .from_reader(std::io::Cursor::new(bytes.to_vec()));
    let header = reader.headers().unwrap().clone();
    let plan = Plan::of_map(&map, &header, dialect.decimal_comma);
    (plan.unwrap_or_else(|refusals| panic!("{refusals:#?}")), reader)
}

/// Every row read; nothing may be refused on the way.
fn people(map: &str, bytes: &[u8]) -> Vec<Patient> {
    let (plan, mut reader) = plan_of(map, bytes);
    let (mut patient, mut people, mut refusals) = (Patient::default(), Vec::new(), Vec::new());
    for record in reader.records() {
        plan.read(&record.unwrap(), &mut patient, &mut refusals);
        people.push(patient.clone());
    }
    assert!(refusals.is_empty(), "{} refused, first {:?}", refusals.len(), refusals.first());
    people
}

#[test]
fn every_respondent_of_2017_2020_is_read() {
    let Some(bytes) = table("nhanes_2017_2020_fracture_risk.csv.gz") else { return };
    let people = people(include_str!("../../../examples/nhanes.toml"), &bytes);
    assert_eq!(people.len(), 4987);
    let count = |is: &dyn Fn(&Patient) -> bool| people.iter().filter(|person| is(person)).count();
    let fractures = || people.iter().flat_map(|person| person.fractures.iter().flatten());
    let broken = |is: &dyn Fn(&Fracture) -> bool| fractures().filter(|fracture| is(fracture)).count();
    let site = |site: FractureSite| broken(&move |fracture| fracture.site == Some(site));

    // The frequencies of CDC's codebook: people, then occasions.
    let has = |person: &Patient, site: FractureSite| {
        person.fractures.iter().flatten().any(|fracture| fracture.site == Some(site))
    };
    assert_eq!(count(&|person| has(person, FractureSite::ProximalFemur)), 117);
    assert_eq!(count(&|person| has(person, FractureSite::DistalForearm)), 519);
    assert_eq!(count(&|person| has(person, FractureSite::Vertebra)), 180);
    assert_eq!(site(FractureSite::ProximalFemur), 117 + 13 + 2);
    assert_eq!(site(FractureSite::DistalForearm), 519 + 101 + 27 + 8 + 5 + 2);
    assert_eq!(site(FractureSite::Vertebra), 180 + 30 + 10 + 4 + 2);
    assert_eq!(site(FractureSite::Ankle), 84 + 11 + 1);
    let low_hip = |f: &Fracture| f.site == Some(FractureSite::ProximalFemur) && f.trauma == Some(Trauma::Low);
    assert_eq!(broken(&low_hip), 40 + 8 + 1);

    let risk = |person: &Patient| person.risk_factors.clone().unwrap_or_default();
    assert_eq!(count(&|person| risk(person).current_smoker == Some(true)), 619 + 159);
    assert_eq!(count(&|person| risk(person).current_smoker.is_none()), 3);
    assert_eq!(count(&|person| risk(person).maternal_hip_fracture == Some(true)), 394);
    let steroids = |person: &Patient| risk(person).glucocorticoid.unwrap_or_default();
    assert_eq!(count(&|person| steroids(person).ever == Some(true)), 383);
    assert_eq!(count(&|person| steroids(person).current == Some(true)), 0);
    assert_eq!(count(&|person| person.treatments.as_ref().is_some_and(|list| !list.is_empty())), 312);
    assert_eq!(count(&|person| person.treatments.as_ref().is_some_and(Vec::is_empty)), 293);
    assert_eq!(count(&|person| person.scans.as_ref().is_some_and(Vec::is_empty)), 0);

    // Where a count is not known, or an answer, the list of fractures is not complete.
    let complete = |person: &Patient| person.complete == Some(vec![Section::Fractures]);
    let incomplete = people.iter().filter(|person| !complete(person)).count();
    assert!((20..60).contains(&incomplete), "{incomplete}");
    assert_eq!(count(&|person| complete(person) && person.fractures.is_none()), 0);
}

#[test]
fn the_engine_answers_every_respondent() {
    let Some(bytes) = table("nhanes_2017_2020_fracture_risk.csv.gz") else { return };
    let engine = osteon::Engine::default();
    let (plan, mut reader) = plan_of(include_str!("../../../examples/nhanes.toml"), &bytes);
    let mut refused: BTreeMap<String, usize> = BTreeMap::new();
    let (mut patient, mut answered) = (Patient::default(), 0);
    for record in reader.records() {
        let record = record.unwrap();
        let mut refusals = Vec::new();
        plan.read(&record, &mut patient, &mut refusals);
        answered += usize::from(engine.session().answer(&mut patient, false, &mut refusals).is_some());
        for refusal in refusals {
            let column = plan.column_of(&refusal.field, &record).unwrap_or("-").to_owned();
            *refused.entry(format!("{column}: {}", refusal.code)).or_default() += 1;
        }
    }
    assert_eq!(answered, 4987, "{refused:?}");
    // Two people have a BMD below the limit of 0.1 g/cm2 in a region that never diagnoses.
    let expected = [("bmd_femur_troch: out_of_range", 1), ("bmd_femur_ward: out_of_range", 1)];
    assert_eq!(refused, expected.map(|(said, times)| (said.to_owned(), times)).into());
    let weights: Vec<_> = plan.pass().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(weights, ["WTMECPRP", "SDMVPSU", "SDMVSTRA"]);
    assert!(plan.assumed().is_empty());
}

#[test]
fn every_femur_of_2005_2014_is_read() {
    let Some(bytes) = table("nhanes_2005_2014_femur.csv.gz") else { return };
    let people = people(include_str!("../../../examples/nhanes_femur.toml"), &bytes);
    assert_eq!(people.len(), 27347);
    assert_eq!(people.iter().filter(|person| person.scans.is_some()).count(), 22683);
}

#[test]
fn the_maps_name_only_what_a_map_has() {
    for map in
        [include_str!("../../../examples/nhanes.toml"), include_str!("../../../examples/nhanes_femur.toml")]
    {
        let refusals = Map::parse(map).map(|_| ()).err().unwrap_or_default();
        assert!(refusals.iter().all(|refusal| refusal.code != Code::UnknownKey), "{refusals:#?}");
        assert_eq!(refusals, []);
    }
}
