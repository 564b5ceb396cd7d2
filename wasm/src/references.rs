//! The young adult references that give T-scores.

use osteon::reference::young_adult::{self, Purpose, Unit, YoungAdult};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

#[derive(Serialize)]
struct Listed {
    id: &'static str,
    manufacturer: Option<&'static str>,
    sex: &'static str,
    region: &'static str,
    vertebrae: String,
    mean: f64,
    sd: f64,
    citation: &'static str,
    confidence: &'static str,
}

/// Those that give T-scores of densities in g/cm2: others only recognise what was printed, or are of standardised
/// densities, which are in mg/cm2.
pub(crate) fn of_t_scores() -> impl Iterator<Item = &'static YoungAdult> {
    young_adult::all().iter().filter(|row| row.purpose == Purpose::TScore && row.unit == Unit::GPerCm2)
}

/// A JSON list of them.
#[wasm_bindgen]
#[must_use]
pub fn references() -> String {
    let listed = of_t_scores().map(|row| Listed {
        id: row.id,
        manufacturer: row.manufacturer.map(|maker| maker.as_str()),
        sex: row.sex.as_str(),
        region: row.region.as_str(),
        vertebrae: row.vertebrae.to_string(),
        mean: row.mean,
        sd: row.sd,
        citation: row.citation.id(),
        confidence: row.confidence.as_str(),
    });
    osteon::json::to_string(&listed.collect::<Vec<_>>())
}
