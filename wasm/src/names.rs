//! Names of what documents hold, in the words of the reports.

use osteon_report::{Catalogue, Language, field_names};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::refused::{Thrown, not_a_choice};

/// The language of a code.
pub(crate) fn language(code: &str) -> Result<Language, Thrown> {
    let codes: Vec<&str> = Language::ALL.iter().map(|language| language.code()).collect();
    Language::from_code(code).ok_or_else(|| not_a_choice("lang", code, &codes))
}

/// The names of ids of a kind (`drug`, `site`, `region`, `test`, `guideline`); of the kind `field`, of fields of
/// the patient document by their paths.
///
/// # Errors
/// A language that is none.
#[wasm_bindgen]
pub fn names(lang: &str, kind: &str, ids: Vec<String>) -> Result<Vec<String>, Thrown> {
    let language = language(lang)?;
    if kind == "field" {
        return Ok(field_names(ids.iter().map(String::as_str), language));
    }
    let words = Catalogue::new(language);
    Ok(ids.iter().map(|id| language.typeset(&words.name(kind, id))).collect())
}
