//! An encounter: which door it is, and which of its diagnoses is the main one.

use osteon::fls::journey::Door;
use osteon::fls::record::DiagnosisRank;
use serde::Deserialize;

use super::coding::{Concept, Many, Reference};
use super::field::BadFields;
use super::raw::Raw;
use crate::read::key::Key;

/// What is kept of an encounter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Encounter {
    pub(in crate::read) door: Option<Door>,
    /// Its diagnoses, where it ranks any: there are many encounters, and most do not.
    pub(in crate::read) ranks: Option<Box<[(Key, DiagnosisRank)]>>,
    /// Seconds since 1970 of its last change; 0 where nothing is stated.
    pub(in crate::read) updated: u64,
}

impl Encounter {
    /// One that ranks no diagnosis.
    pub(in crate::read) fn through(door: Option<Door>) -> Self {
        Self { door, ranks: None, updated: 0 }
    }

    /// Which diagnosis of it a condition is.
    pub(in crate::read) fn rank(&self, condition: &str) -> Option<DiagnosisRank> {
        let ranks = self.ranks.as_ref()?;
        let condition = Key::of("Condition", condition);
        ranks.iter().find(|(key, _)| *key == condition).map(|(_, rank)| *rank)
    }
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
        Some((Key::of("Condition", id), rank))
    });
    let ranks: Vec<_> = ranks.collect();
    let ranks = (!ranks.is_empty()).then(|| ranks.into_boxed_slice());
    Encounter { door: door.or_else(|| hospitalised(raw)), ranks, updated: 0 }
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
