mod answer;
mod labs;
mod reading;

use jiff::civil::date;

use super::factors::{as_read, read};
use super::reading::Reading;
use super::*;
use crate::document::assessment::{Assumed, Risk};
use crate::document::options::Options;
use crate::document::{Fracture, FractureSite, Patient, RiskFactors, Scan, ScanRegion, Section, Trauma};
use crate::engine::Engine;
use crate::facts::Person;

/// A woman of 70 of whom everything was asked, with a T-score of -2.5.
fn woman() -> Patient {
    Patient {
        sex: Some(Sex::Female),
        age_years: Some(70.0),
        assessed_on: Some(date(2026, 6, 1)),
        postmenopausal: Some(true),
        bmi_kg_m2: Some(25.0),
        complete: Some(Section::ALL.to_vec()),
        scans: Some(vec![scan(-2.5)]),
        ..Default::default()
    }
}

fn scan(t: f64) -> Scan {
    let region = ScanRegion { region: Some(Region::TotalHip), t_score: Some(t), ..Default::default() };
    Scan { regions: Some(vec![region]), ..Default::default() }
}

fn with(set: impl Fn(&mut RiskFactors)) -> Patient {
    let mut risk_factors = RiskFactors::default();
    set(&mut risk_factors);
    Patient { risk_factors: Some(risk_factors), ..woman() }
}

fn broken(fractures: Vec<Fracture>) -> Patient {
    Patient { fractures: Some(fractures), ..woman() }
}

fn fracture(site: FractureSite) -> Fracture {
    Fracture { site: Some(site), trauma: Some(Trauma::Low), months_ago: Some(30.0), ..Default::default() }
}

fn reading(patient: &Patient) -> Reading {
    let person = Person::read(patient, None).unwrap();
    let reading = read(&person);
    assert_eq!(as_read(&person), reading.read(), "with and without questions");
    reading
}

/// The factors of a person of whom all is known.
fn ids(patient: &Patient) -> Vec<&'static str> {
    let reading = reading(patient);
    assert!(reading.questions.is_empty(), "{:?}", reading.questions);
    reading.known.iter().map(Factor::id).collect()
}

/// The factors as read, where what was read into the document is all that is open.
fn ids_as_read(patient: &Patient) -> Vec<&'static str> {
    let reading = reading(patient);
    assert!(
        reading.questions.iter().all(|q| q.others_of_field().next().is_none()),
        "{:?}",
        reading.questions
    );
    reading.read().iter().map(Factor::id).collect()
}

/// The unknowns: field, what it is read as, and every other reading.
fn asked(patient: &Patient) -> Vec<(&'static str, &'static str, Vec<Vec<&'static str>>)> {
    let ids = |factors: Factors| factors.iter().map(Factor::id).collect();
    let questions = reading(patient).questions;
    questions.iter().map(|q| (q.field, q.read_as, q.others_of_field().map(ids).collect())).collect()
}

fn answers(patient: &Patient, options: Options) -> (Risk, Vec<Assumed>) {
    let engine = Engine::new(Options { models: Some("dvo2023".into()), ..options }, Vec::new()).unwrap();
    let risk = engine.assess(patient).unwrap().risks.unwrap().remove(0);
    let assumed = risk.inputs_assumed.clone();
    (risk, assumed)
}

fn variants(risk: &Risk) -> Vec<(&str, &str)> {
    risk.variants.iter().map(|v| (v.reading.as_str(), v.category.as_deref().unwrap())).collect()
}
