//! What a code or a name is: `data/fls/drugs.csv`, compiled in.
//!
//! A code goes before a name. A name is read only where a whole word of it is one of the list; a word that is
//! no more than the beginning of one is said, and not read.

use std::collections::BTreeSet;

use crate::document::{Drug, Route};
use crate::fls::code::{Code, CodeSystem};
use crate::fls::finding::{Finding, FindingKind};
use crate::fls::record::{DrugRecord, PatientRecord};

include!(concat!(env!("OUT_DIR"), "/fls_drugs.rs"));

/// Letters from which the beginning of a name is told as what it may be.
const HINT_LETTERS: usize = 6;

/// Whether a code is a drug for osteoporosis; a face keeps no other drug. Calcium, vitamin D, menopausal hormone
/// therapy and glucocorticoids are none.
#[must_use]
pub fn is_read(code: &Code) -> bool {
    of_code(code).is_some()
}

/// Whether what a record calls its drug is a drug for osteoporosis: for records whose codes say nothing.
///
/// ```
/// use osteon::fls::drug::is_read_name;
/// assert!(is_read_name("ACIDE ZOLÉDRONIQUE 5 mg/100 ml") && !is_read_name("predniSONE 5 MG Oral Tablet"));
/// ```
#[must_use]
pub fn is_read_name(display: &str) -> bool {
    words(display).iter().any(|word| of_word(word).is_some())
}

/// The drug of a record, and how it is given, where it is one for osteoporosis.
pub(super) fn of_record(
    person: &PatientRecord,
    record: &DrugRecord,
    findings: &mut Vec<Finding>,
) -> Option<(Drug, Option<Route>)> {
    let mut say = |kind, because: &str| {
        let value = record.codes.first().map_or(&*record.display, |code| &*code.code);
        findings.push(Finding::of_person(kind, &person.patient_id, "drug", value, because));
    };
    let coded: Vec<_> = record.codes.iter().filter_map(of_code).collect();
    let words = words(&record.display);
    let named: Vec<_> = words.iter().filter_map(|word| of_word(word)).collect();
    let told = record.drug.filter(|&drug| counts(drug));
    let (by_code, by_name) = (drugs(&coded), drugs(&named));
    if by_code.len() > 1 {
        say(FindingKind::DrugConflict, "the codes are of different drugs; the record is not read");
        return None;
    }
    let Some(&(drug, route)) = coded.first() else {
        if let Some(drug) = told {
            if by_name.iter().any(|&name| name != drug) {
                say(
                    FindingKind::DrugConflict,
                    "the words name another drug; the drug that is stated is read",
                );
            }
            return Some((drug, record.route.or_else(|| route_of(&named, drug))));
        }
        if record.drug.is_some() {
            return None;
        }
        if by_name.len() > 1 {
            say(FindingKind::DrugConflict, "the words name different drugs; the record is not read");
            return None;
        }
        let Some(&(drug, _)) = named.first() else {
            if let Some(hint) = words.iter().find_map(|word| hint(word)) {
                say(
                    FindingKind::DrugUnknown,
                    &format!("may be {hint}: the word is cut or misspelt; the record is not read"),
                );
            } else if record.codes.is_empty() && record.display.trim().is_empty() {
                say(FindingKind::DrugUnknown, "no code and no name of a drug; the record is not read");
            }
            return None;
        };
        return Some((drug, record.route.or_else(|| route_of(&named, drug))));
    };
    if by_name.iter().any(|&name| name != drug) || told.is_some_and(|told| told != drug) {
        say(FindingKind::DrugConflict, "the words name another drug than the code; the code is read");
    }
    // Of two codes of one drug, one may say how it is given.
    Some((drug, record.route.or(route).or_else(|| route_of(&coded, drug))))
}

/// Whether a drug counts as one for osteoporosis.
const fn counts(drug: Drug) -> bool {
    !matches!(drug, Drug::Calcium | Drug::VitaminD | Drug::MenopausalHormoneTherapy)
}

fn of_code(code: &Code) -> Option<(Drug, Option<Route>)> {
    let written = code.code.trim();
    let is = |own: &str| match code.system {
        // Countries add letters below the fifth level.
        CodeSystem::Atc => {
            written.get(..own.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(own))
        }
        _ => written == own,
    };
    CODES
        .iter()
        .find(|(system, own, ..)| *system == code.system && is(own))
        .map(|&(_, _, drug, route)| (drug, route))
}

fn of_word(word: &str) -> Option<(Drug, Option<Route>)> {
    NAMES.iter().find(|(name, ..)| *name == word).map(|&(_, drug, route)| (drug, route))
}

/// The drug that the beginning of a word may be.
fn hint(word: &str) -> Option<Drug> {
    let begins = |name: &str| {
        let common = name.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
        common >= HINT_LETTERS && common + 2 >= word.len()
    };
    NAMES.iter().find(|(name, ..)| begins(name)).map(|&(_, drug, _)| drug)
}

fn drugs(found: &[(Drug, Option<Route>)]) -> BTreeSet<Drug> {
    found.iter().map(|&(drug, _)| drug).collect()
}

fn route_of(found: &[(Drug, Option<Route>)], drug: Drug) -> Option<Route> {
    found.iter().filter(|(of, _)| *of == drug).find_map(|&(_, route)| route)
}

/// Words in small letters without accents.
fn words(display: &str) -> Vec<String> {
    let plain: String = display.to_lowercase().chars().map(without_accent).collect();
    plain
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

const fn without_accent(letter: char) -> char {
    match letter {
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'à' | 'â' => 'a',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(
        codes: &[(CodeSystem, &str)],
        display: &str,
    ) -> (Option<(Drug, Option<Route>)>, Vec<FindingKind>) {
        let record = DrugRecord {
            codes: codes.iter().map(|(system, code)| Code::new(*system, code)).collect(),
            display: display.to_owned(),
            ..DrugRecord::default()
        };
        let mut findings = Vec::new();
        let read = of_record(&PatientRecord::default(), &record, &mut findings);
        (read, findings.iter().map(|finding| finding.kind).collect())
    }

    #[test]
    fn codes_of_each_system() {
        use CodeSystem::{Atc, Rxnorm, Snomed};
        for (system, code, drug) in [
            (Rxnorm, "904419", Some(Drug::Alendronate)),
            (Rxnorm, "312617", None),
            (Snomed, "904419", None),
            (Atc, "M05BA08", Some(Drug::Zoledronate)),
            (Atc, "m05bb03", Some(Drug::Alendronate)),
            (Atc, "M05BB031", Some(Drug::Alendronate)),
            (Atc, "M05BA", None),
            (Atc, "A12AX", None),
            (Atc, "H02AB07", None),
            (Atc, "G03XC02", Some(Drug::Other)),
        ] {
            assert_eq!(of_code(&Code::new(system, code)).map(|(drug, _)| drug), drug, "{code}");
            assert_eq!(is_read(&Code::new(system, code)), drug.is_some(), "{code}");
        }
    }

    #[test]
    fn a_name_is_read_where_no_code_is() {
        assert_eq!(read(&[], "Acide Zolédronique 5mg").0, Some((Drug::Zoledronate, Some(Route::Iv))));
        assert_eq!(
            read(&[(CodeSystem::Other, "34009")], "PROLIA 60 mg").0.map(|r| r.0),
            Some(Drug::Denosumab)
        );
        assert_eq!(read(&[], "Paracetamol"), (None, vec![]));
        assert_eq!(read(&[(CodeSystem::Rxnorm, "312617")], "predniSONE 5 MG"), (None, vec![]));
    }

    #[test]
    fn a_code_goes_before_a_name() {
        let (read, findings) = read(&[(CodeSystem::Rxnorm, "904419")], "Prolia");
        assert_eq!(read, Some((Drug::Alendronate, Some(Route::Oral))));
        assert_eq!(findings, [FindingKind::DrugConflict]);
    }

    #[test]
    fn two_drugs_are_none() {
        let two = [(CodeSystem::Atc, "M05BX04"), (CodeSystem::Rxnorm, "904419")];
        assert_eq!(read(&two, ""), (None, vec![FindingKind::DrugConflict]));
        assert_eq!(read(&[], "alendronate, then Prolia"), (None, vec![FindingKind::DrugConflict]));
    }

    #[test]
    fn a_beginning_and_a_silence_are_said() {
        assert_eq!(read(&[], "Alendron. 70"), (None, vec![FindingKind::DrugUnknown]));
        assert_eq!(read(&[], " "), (None, vec![FindingKind::DrugUnknown]));
    }

    #[test]
    fn two_codes_of_one_drug_are_one() {
        let two = [(CodeSystem::Atc, "M05BA06"), (CodeSystem::Rxnorm, "904951")];
        assert_eq!(read(&two, ""), (Some((Drug::Ibandronate, Some(Route::Iv))), vec![]));
    }
}
