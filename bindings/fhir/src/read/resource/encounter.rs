//! An encounter: which door it is, and which of its diagnoses is the main one.

use osteon::fls::journey::Door;
use osteon::fls::record::DiagnosisRank;
use serde::Deserialize;

use super::coding::{Concept, Many, Reference};
use super::field::BadFields;
use super::raw::Raw;

/// What is kept of an encounter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Encounter {
    pub(in crate::read) door: Option<Door>,
    /// Its diagnoses by the id of their condition.
    pub(in crate::read) ranks: Vec<(Box<str>, DiagnosisRank)>,
    /// Seconds since 1970 of its last change; 0 where nothing is stated.
    pub(in crate::read) updated: u64,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Diagnosis<'a> {
    #[serde(borrow)]
    condition: Option<Reference<'a>>,
    rank: Option<u64>,
}

/// Reads an encounter.
pub(in crate::read) fn read(raw: &Raw<'_>, bad: &mut BadFields) -> Encounter {
    let classes: Many<Concept<'_>> = bad.read("class", raw.class).unwrap_or_default();
    let door = classes.0.iter().find_map(|class| class.word().and_then(door));
    let diagnoses: Many<Diagnosis<'_>> = bad.read("diagnosis", raw.diagnosis).unwrap_or_default();
    let ranks = diagnoses.0.iter().filter_map(|diagnosis| {
        let id = diagnosis.condition.as_ref().map(Reference::id).filter(|id| !id.is_empty())?;
        let rank = match diagnosis.rank? {
            1 => DiagnosisRank::Main,
            _ => DiagnosisRank::Associated,
        };
        Some((id.into(), rank))
    });
    Encounter { door: door.or_else(|| hospitalised(raw)), ranks: ranks.collect(), updated: 0 }
}

fn hospitalised(raw: &Raw<'_>) -> Option<Door> {
    let stay = raw.hospitalization.filter(|stay| stay.get() != "null")?;
    (raw.class.is_none() && stay.get().len() > 2).then_some(Door::Inpatient)
}

/// The door of a class of encounters, in the words of any version.
pub(in crate::read) fn door(class: &str) -> Option<Door> {
    match class.to_ascii_lowercase().as_str() {
        "imp" | "acute" | "nonac" | "inpatient" => Some(Door::Inpatient),
        "emer" | "amb" | "obsenc" | "ss" | "prenc" | "emergency" | "ambulatory" | "outpatient"
        | "daytime" => Some(Door::Outpatient),
        _ => None,
    }
}
