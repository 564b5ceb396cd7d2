//! Tables of the OMOP common data model, version 5.

mod concepts;
mod facts;

use std::io::{self, BufRead};

use osteon::fls::{FindingKind, StatedDate};

use super::Codes;
use super::anchor::Anchors;
use super::key::Key;
use super::table::Taker;
use super::table::rows::{Row, rows};
pub(super) use concepts::Concepts;

/// A table of OMOP, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OmopTable {
    Person,
    Condition,
    Measurement,
    Procedure,
    Drug,
    Death,
    Visit,
    Concept,
    /// Of the model, and without facts of a service.
    Other,
}

impl OmopTable {
    /// By the name of its file, without the end.
    pub(super) fn of(stem: &str) -> Option<Self> {
        Some(match stem.strip_suffix("_subset").unwrap_or(stem) {
            "person" => Self::Person,
            "condition_occurrence" | "condition" => Self::Condition,
            "measurement" => Self::Measurement,
            "procedure_occurrence" | "procedure" => Self::Procedure,
            "drug_exposure" | "drug" => Self::Drug,
            "death" => Self::Death,
            "visit_occurrence" | "visit" => Self::Visit,
            "concept" => Self::Concept,
            "cdm_source"
            | "observation_period"
            | "observation"
            | "location"
            | "care_site"
            | "provider"
            | "drug_era"
            | "condition_era"
            | "dose_era"
            | "device_exposure"
            | "visit_detail"
            | "note"
            | "cost"
            | "payer_plan_period"
            | "concept_ancestor"
            | "concept_relationship"
            | "concept_synonym"
            | "vocabulary"
            | "domain"
            | "relationship"
            | "concept_class"
            | "drug_strength"
            | "metadata"
            | "specimen"
            | "episode"
            | "episode_event"
            | "fact_relationship" => Self::Other,
            _ => return None,
        })
    }

    /// The column without which it is none.
    const fn needs(self) -> &'static str {
        match self {
            Self::Concept => "concept_code",
            Self::Other => "",
            _ => "person_id",
        }
    }
}

/// The first look at a table: who has a fracture, and on which visit.
pub(super) fn anchors(
    table: OmopTable,
    reader: Box<dyn BufRead + '_>,
    codes: &Codes,
    concepts: &Concepts,
    anchors: &mut Anchors,
) -> io::Result<()> {
    let (columns, days) = match table {
        OmopTable::Condition => (
            ["condition_concept_id", "condition_source_concept_id", "condition_source_value"],
            facts::CONDITION_DAYS,
        ),
        OmopTable::Procedure => (
            ["procedure_concept_id", "procedure_source_concept_id", "procedure_source_value"],
            facts::PROCEDURE_DAYS,
        ),
        _ => return Ok(()),
    };
    rows(reader, &mut 0, &mut |row| {
        let Ok(row) = row else { return };
        let found = concepts.codes(&row, columns);
        if found.iter().any(codes.is_anchor) && !row.cell("person_id").is_empty() {
            let on = days.into_iter().find_map(|column| StatedDate::parse(row.cell(column)));
            anchors.keep_for(row.cell("person_id"), on);
            let visit = row.cell("visit_occurrence_id");
            if !visit.is_empty() {
                anchors.encounters.insert(Key::of("Encounter", visit));
            }
        }
    })
    .map(|_| ())
}

/// The second look: facts of people who are kept.
pub(super) fn read(
    table: OmopTable,
    reader: Box<dyn BufRead + '_>,
    concepts: &Concepts,
    taker: &mut Taker<'_, '_>,
) -> io::Result<()> {
    let mut bytes = 0;
    let header = rows(reader, &mut bytes, &mut |row| match row {
        Ok(row) => {
            taker.file.records += 1;
            one(table, &row, concepts, taker);
        }
        Err((line, because)) => taker.doubts.at(FindingKind::Malformed, line, None, "", "", &because),
    })?;
    taker.file.bytes = bytes;
    let needs = table.needs();
    if header.is_empty() {
        taker.doubts.of_file(FindingKind::FileNotRead, "The table is empty.");
    } else if table == OmopTable::Other {
        let because = "A table of OMOP without facts of a service.";
        taker.doubts.of_file(FindingKind::FileNotRead, because);
    } else if !header.iter().any(|name| name == needs) {
        let because = format!("The table lacks the column {needs}; it is not read.");
        taker.doubts.at(FindingKind::TableRefused, 1, None, needs, "", &because);
    }
    Ok(())
}

fn one(table: OmopTable, row: &Row<'_>, concepts: &Concepts, taker: &mut Taker<'_, '_>) {
    let patient_id = row.cell("person_id");
    if matches!(table, OmopTable::Concept | OmopTable::Other) || !taker.anchors.keeps(patient_id) {
        return;
    }
    let anchors = taker.anchors;
    let patient_id = anchors.survivor(patient_id);
    match table {
        OmopTable::Person => facts::person(row, patient_id, taker),
        OmopTable::Condition => facts::condition(row, patient_id, concepts, taker),
        OmopTable::Measurement => facts::measurement(row, patient_id, concepts, taker),
        OmopTable::Procedure => facts::procedure(row, patient_id, concepts, taker),
        OmopTable::Drug => facts::drug(row, patient_id, concepts, taker),
        OmopTable::Death => facts::death(row, patient_id, taker),
        OmopTable::Visit => facts::visit(row, taker),
        OmopTable::Concept | OmopTable::Other => {}
    }
}
