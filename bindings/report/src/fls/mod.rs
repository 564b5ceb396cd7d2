//! The report of a service, and its letters.

use osteon::fls::{Finding, ServiceAnswer};

use crate::catalogue::Catalogue;
use crate::language::Language;

/// A letter as a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// File name.
    pub file: String,
    /// The page.
    pub html: String,
}

/// What a report says of its data: the findings, added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataQuality {
    /// Files read: name, kind, records.
    pub files: Vec<(String, String, u64)>,
    /// One line a kind and file: how many, and the first of them.
    pub lines: Vec<(u64, Finding)>,
}

/// The report of a service as one page that needs nothing else: no script, no network.
#[must_use]
pub fn service_html(_answer: &ServiceAnswer, _quality: &DataQuality, language: Language) -> String {
    let _words = Catalogue::new(language);
    String::new()
}

/// The letters of the worklist, and the recall list, in a language.
#[must_use]
pub fn letters(_answer: &ServiceAnswer, language: Language) -> Vec<Letter> {
    let _words = Catalogue::new(language);
    Vec::new()
}
