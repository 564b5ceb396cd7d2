//! What cells say.

use osteon::document::Sex;
use osteon::fls::{Code, CodeSystem};

/// A word as closed lists spell theirs: in lower case, with underscores.
pub(in crate::read) fn key(cell: &str) -> String {
    let mut key = String::with_capacity(cell.len());
    for c in cell.trim().chars() {
        let c = if matches!(c, ' ' | '-' | '_') { '_' } else { c.to_ascii_lowercase() };
        if c != '_' || !key.ends_with('_') {
            key.push(c);
        }
    }
    key
}

/// Yes or no.
pub(in crate::read) fn flag(cell: &str) -> Option<bool> {
    match key(cell).as_str() {
        "true" | "yes" | "y" | "1" | "oui" => Some(true),
        "false" | "no" | "n" | "0" | "non" => Some(false),
        _ => None,
    }
}

/// Female or male.
pub(in crate::read) fn sex(cell: &str) -> Option<Sex> {
    match key(cell).as_str() {
        "female" | "f" | "femme" => Some(Sex::Female),
        "male" | "m" | "homme" => Some(Sex::Male),
        _ => None,
    }
}

/// A system by its name or its address.
pub(in crate::read) fn system(cell: &str) -> CodeSystem {
    let plain: String =
        cell.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    match plain.as_str() {
        "icd10who" | "icd10" => CodeSystem::Icd10Who,
        "icd10cm" => CodeSystem::Icd10Cm,
        "cim10fr" | "cim10" | "icd10fr" => CodeSystem::Cim10Fr,
        "snomed" | "snomedct" | "sct" => CodeSystem::Snomed,
        "loinc" => CodeSystem::Loinc,
        "rxnorm" => CodeSystem::Rxnorm,
        "atc" => CodeSystem::Atc,
        "ccam" => CodeSystem::Ccam,
        _ => CodeSystem::from_uri(cell),
    }
}

/// A code in its system, and whether the system is known.
pub(in crate::read) fn code_of(system_cell: &str, code: &str) -> Option<(Code, bool)> {
    let system = system(system_cell);
    let known = system != CodeSystem::Other || key(system_cell) == "other";
    (!code.is_empty()).then(|| (Code::new(system, code), known))
}

/// The word of a list that is spelt most like another, if any is near.
pub(in crate::read) fn nearest<'k>(word: &str, keys: &[&'k str]) -> Option<&'k str> {
    let best = keys.iter().map(|key| (distance(word, key), *key)).min()?;
    (best.0 <= 1 + word.chars().count() / 3).then_some(best.1)
}

/// Letters to add, leave out or change.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(40).collect(), b.chars().collect());
    let mut before: Vec<usize> = (0..=b.len()).collect();
    for (row, from) in (1..).zip(&a) {
        let mut now = vec![row];
        for ((to, diagonal), above) in b.iter().zip(&before).zip(before.iter().skip(1)) {
            let left = now.last().copied().unwrap_or(row);
            now.push((diagonal + usize::from(from != to)).min(above + 1).min(left + 1));
        }
        before = now;
    }
    before.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_named_only_if_it_is_near() {
        assert_eq!(nearest("atended", &["invited", "attended"]), Some("attended"));
        assert_eq!(nearest("xyz", &["invited", "attended"]), None);
        assert_eq!(key(" Falls - Assessment "), "falls_assessment");
    }
}
