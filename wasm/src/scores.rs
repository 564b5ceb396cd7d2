//! T-scores of a column against one reference.

use osteon::densitometry::t_score_column;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::references::of_t_scores;
use crate::refused::{Thrown, not_a_choice};

/// T-scores of densities (g/cm2) against the reference of this id; NaN where the density is none.
///
/// # Errors
/// A reference that is none.
#[wasm_bindgen(js_name = tScores)]
pub fn t_scores(bmd_g_cm2: &[f64], reference: &str) -> Result<Vec<f64>, Thrown> {
    let row = of_t_scores().find(|row| row.id == reference).ok_or_else(|| {
        let ids: Vec<&str> = of_t_scores().map(|row| row.id).collect();
        not_a_choice("reference", reference, &ids)
    })?;
    let (mut t, mut valid) = (vec![0.0; bmd_g_cm2.len()], vec![0; bmd_g_cm2.len().div_ceil(8)]);
    // The lengths are those that it asks for.
    let _ = t_score_column(bmd_g_cm2, None, row.mean, row.sd, &mut t, &mut valid);
    for (row, t) in t.iter_mut().enumerate() {
        if valid.get(row / 8).is_none_or(|byte| byte >> (row % 8) & 1 == 0) {
            *t = f64::NAN;
        }
    }
    Ok(t)
}
