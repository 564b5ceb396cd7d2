//! The engine for JavaScript: documents as text, columns as typed arrays, refusals as JSON.
//!
//! This is what the npm package `osteon` calls; it types the documents, and turns refusals into its `OsteonError`.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::todo)
)]

mod engine;
mod names;
mod qfracture;
mod references;
mod refused;
mod scores;

pub use engine::{JsEngine, refusal_in_words};
pub use names::names;
pub use qfracture::{QfractureRisks, qfracture_factor_sets, qfracture_risks, qfracture_words};
pub use references::references;
pub use scores::t_scores;

use wasm_bindgen::prelude::wasm_bindgen;

/// Versions of the engine and its data.
#[wasm_bindgen]
#[must_use]
pub fn versions() -> Vec<String> {
    vec![osteon::VERSION.to_owned(), osteon::DATA_VERSION.to_owned()]
}
