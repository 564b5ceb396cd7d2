//! Myocardial infarction, stroke, and disease of the vessels.

use crate::diagnosis::or;
use crate::evidence::{Evidence, Seen};

fn stated_months(evidence: &Evidence<'_>) -> Option<f64> {
    evidence.person.document.history.as_ref()?.months_since_myocardial_infarction_or_stroke
}

/// Myocardial infarction or stroke, at any time. Months since one say that there was one.
pub(super) fn infarction_or_stroke(evidence: &Evidence<'_>) -> Option<bool> {
    if stated_months(evidence).is_some() || evidence.risk_factor(|r| r.stroke) == Some(true) {
        return Some(true);
    }
    evidence.person.history(|h| h.myocardial_infarction_or_stroke)
}

/// Months since the last one.
pub(super) fn months_since(evidence: &Evidence<'_>) -> Seen {
    match infarction_or_stroke(evidence) {
        Some(false) => Seen::NotMeasured,
        _ => Seen::or_unknown(stated_months(evidence)),
    }
}

/// Coronary artery disease.
pub(super) fn coronary(evidence: &Evidence<'_>) -> Option<bool> {
    evidence.person.history(|h| h.coronary_artery_disease)
}

/// Any disease of the vessels of heart or brain.
pub(super) fn any_disease(evidence: &Evidence<'_>) -> Option<bool> {
    let stated = evidence.risk_factor(|r| r.cardiovascular_disease);
    if stated == Some(true) { stated } else { or(coronary(evidence), infarction_or_stroke(evidence)) }
}
