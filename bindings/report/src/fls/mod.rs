//! The report of a service, and its letters.

mod case_finding;
mod data_quality;
mod funnel_picture;
mod indicators;
mod letter;
mod markup;
mod method;
mod page;
mod persistence_curve;
mod simulation;
mod summary;
mod teller;
mod worklist;

use osteon::fls::{Finding, ServiceAnswer};

use crate::catalogue::Catalogue;
use crate::language::Language;
use teller::Teller;

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
pub fn service_html(answer: &ServiceAnswer, quality: &DataQuality, language: Language) -> String {
    let words = Catalogue::new(language);
    page::page(&Teller { answer, words: &words }, quality)
}

/// The letters of the worklist, and the recall list, in a language.
#[must_use]
pub fn letters(answer: &ServiceAnswer, language: Language) -> Vec<Letter> {
    let words = Catalogue::new(language);
    letter::letters(&Teller { answer, words: &words })
}
