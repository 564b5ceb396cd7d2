//! An assessment in words: a report with its chart, and an explanation in plain sentences.
//!
//! Documents in, text out: no clock, no input or output, nothing clinical of its own. The words stand in one
//! catalogue a language, under `messages/`; what a catalogue lacks is said in the words of the document.
//!
//! ```
//! use osteon::document::{Patient, Sex};
//! use osteon_report::{Language, explain, html};
//! let patient = Patient { sex: Some(Sex::Female), age_years: Some(71.0), ..Default::default() };
//! let assessment = osteon::Engine::default().assess(&patient)?;
//! assert!(explain(&patient, &assessment, Language::French).contains("Femme de 71"));
//! assert!(html(&patient, &assessment, Language::English).starts_with("<!DOCTYPE html>"));
//! # Ok::<(), Vec<osteon::error::Refusal>>(())
//! ```
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::todo)
)]

mod catalogue;
mod chart;
mod explanation;
#[cfg(feature = "fls")]
mod fls;
mod language;
mod page;
mod refusal;
mod report;
mod say;
mod svg;

use osteon::document::{Assessment, Patient};

pub use catalogue::Catalogue;
pub use chart::{AtAge, BarIs, BmdForAge, Limits, Point};
#[cfg(feature = "fls")]
pub use fls::{DataQuality, Letter, letters, service_html};
pub use language::Language;
pub use refusal::{effect, refusal};
use say::Speaker;

/// The report as one HTML document that needs nothing else: no script, no network.
#[must_use]
pub fn html(patient: &Patient, assessment: &Assessment, language: Language) -> String {
    let words = Catalogue::new(language);
    page::html::document(&report::report(&Speaker::new(patient, assessment, &words)), &words)
}

/// The report as plain text, to paste into a letter.
#[must_use]
pub fn text(patient: &Patient, assessment: &Assessment, language: Language) -> String {
    let words = Catalogue::new(language);
    page::text::document(&report::report(&Speaker::new(patient, assessment, &words)), &words)
}

/// The assessment in plain sentences, every number with its source and every rule with its margin.
#[must_use]
pub fn explain(patient: &Patient, assessment: &Assessment, language: Language) -> String {
    let words = Catalogue::new(language);
    page::text::document(&explanation::explanation(&Speaker::new(patient, assessment, &words)), &words)
}

/// What the charts of bone density for age show, so that another face can draw them.
///
/// Those of the report come first, in its order; then those of every other current line that has an age reference.
#[must_use]
pub fn charts(patient: &Patient, assessment: &Assessment) -> Vec<BmdForAge> {
    report::for_age(patient, assessment)
}
