//! Vitamin D and alkaline phosphatase.

use crate::document::{Analyte, Lab};
use crate::evidence::{Evidence, Seen};
use crate::reference::thresholds::ALP_LOW_WITHOUT_LIMIT;
use crate::rule::Comparison;

use super::facts::Value;
use super::laboratory::{ends, is_in, value};

/// 25-hydroxyvitamin D, nmol/L or ng/mL.
pub(super) fn vitamin_d(evidence: &Evidence<'_>) -> Value {
    let lab = evidence.person.latest_result(Analyte::VitaminD25oh);
    let of = |lab: &Lab, is_conventional| Value::Number { seen: value(lab), is_conventional };
    match lab {
        Some(lab) if is_in(lab, "nmol/l") => of(lab, false),
        // ug/L is ng/mL by another name.
        Some(lab) if is_in(lab, "ng/ml") || is_in(lab, "ug/l") => of(lab, true),
        _ => Value::Number { seen: Seen::UNKNOWN, is_conventional: false },
    }
}

/// Whether alkaline phosphatase is below the laboratory's own limit, or without one below 35 U/L.
pub(super) fn alkaline_phosphatase_is_low(evidence: &Evidence<'_>) -> Option<bool> {
    let lab = evidence.person.latest_result(Analyte::Alp)?;
    let units = ["u/l", "iu/l", "ui/l"].iter().any(|unit| is_in(lab, unit));
    let limit = lab.reference_low.filter(|&low| low > 0.0).or(units.then_some(ALP_LOW_WITHOUT_LIMIT))?;
    compares(lab, Comparison::Below, limit)
}

/// Whether alkaline phosphatase is above the laboratory's own limit.
pub(super) fn alkaline_phosphatase_is_high(evidence: &Evidence<'_>) -> Option<bool> {
    let lab = evidence.person.latest_result(Analyte::Alp)?;
    compares(lab, Comparison::Above, lab.reference_high?)
}

fn compares(lab: &Lab, comparison: Comparison, limit: f64) -> Option<bool> {
    let (low, high) = ends(value(lab))?;
    let first = comparison.holds(low, limit);
    (first == comparison.holds(high, limit)).then_some(first)
}
