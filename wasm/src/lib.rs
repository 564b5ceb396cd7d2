//! Trial.
use osteon::document::Patient;
use wasm_bindgen::prelude::*;

/// One.
#[wasm_bindgen]
pub fn assess(patient: &str) -> Result<String, JsError> {
    let patient: Patient =
        osteon::json::patient(patient.as_bytes()).map_err(|r| JsError::new(&r.to_string()))?;
    let a = osteon::Engine::default().assess(&patient).map_err(|r| JsError::new(&r[0].to_string()))?;
    Ok(osteon::json::to_string(&a))
}
#[cfg(feature = "report")]
/// Two.
#[wasm_bindgen]
pub fn report(patient: &str) -> Result<String, JsError> {
    let patient: Patient =
        osteon::json::patient(patient.as_bytes()).map_err(|r| JsError::new(&r.to_string()))?;
    let a = osteon::Engine::default().assess(&patient).map_err(|r| JsError::new(&r[0].to_string()))?;
    Ok(osteon_report::html(&patient, &a, osteon_report::Language::French))
}
