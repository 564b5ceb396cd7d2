//! Concepts of OMOP as codes of their vocabularies, where the table of concepts is here.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead};

use osteon::fls::{Code, CodeSystem};

use crate::read::Codes;
use crate::read::table::rows::{Row, rows};

/// The concepts whose codes are read.
#[derive(Debug, Default)]
pub(in crate::read) struct Concepts {
    by_id: HashMap<Box<str>, Code>,
    /// The same by the code alone; a code that two vocabularies have is none.
    by_code: HashMap<Box<str>, Code>,
    twice: HashSet<Box<str>>,
}

impl Concepts {
    /// Reads a table of concepts. Of millions, those remain whose codes are read.
    pub(in crate::read) fn read(&mut self, reader: Box<dyn BufRead + '_>, codes: &Codes) -> io::Result<()> {
        rows(reader, &mut 0, &mut |row| {
            let Ok(row) = row else { return };
            let Some(system) = vocabulary(row.cell("vocabulary_id")) else { return };
            let code = Code::new(system, row.cell("concept_code"));
            let sets =
                [codes.is_anchor, codes.is_condition, codes.is_act, codes.is_drug, codes.is_observation];
            if !sets.iter().any(|is_read| is_read(&code)) {
                return;
            }
            let by_code = self.by_code.insert(code.code.clone(), code.clone());
            if by_code.is_some_and(|other| other != code) {
                self.twice.insert(code.code.clone());
            }
            self.by_id.insert(row.cell("concept_id").into(), code);
        })
        .map(|_| ())
    }

    /// The codes of a row: of its concept, of the concept that it was mapped from, and of the value that was
    /// there before, where a concept says which vocabulary that is of.
    pub(in crate::read) fn codes(&self, row: &Row<'_>, columns: [&str; 3]) -> Vec<Code> {
        let [concept, source, value] = columns;
        let mut codes: Vec<Code> = Vec::new();
        let by_id = [concept, source].map(|column| self.by_id.get(row.cell(column)));
        let by_value = row.cell(value);
        let by_value = self.by_code.get(by_value).filter(|_| !self.twice.contains(by_value));
        for code in by_id.into_iter().flatten().chain(by_value) {
            if !codes.contains(code) {
                codes.push(code.clone());
            }
        }
        codes
    }
}

fn vocabulary(name: &str) -> Option<CodeSystem> {
    Some(match name.to_ascii_lowercase().as_str() {
        "snomed" => CodeSystem::Snomed,
        "icd10cm" => CodeSystem::Icd10Cm,
        "icd10" => CodeSystem::Icd10Who,
        "cim10" => CodeSystem::Cim10Fr,
        "loinc" => CodeSystem::Loinc,
        "rxnorm" | "rxnorm extension" => CodeSystem::Rxnorm,
        "atc" => CodeSystem::Atc,
        "ccam" => CodeSystem::Ccam,
        _ => return None,
    })
}
