//! Fractures that keep a drug away: a hip fracture of these days, and an atypical one of the femur.

use crate::diagnosis::{fractures_are_known, past_fractures};
use crate::document::{Drug, FractureCause, FractureSite as S};
use crate::evidence::{Evidence, Seen};

use super::laboratory::between;
use super::past_treatment::is_listed;

/// Days since the last hip fracture.
pub(super) fn days_since_hip(evidence: &Evidence<'_>) -> Seen {
    let person = evidence.person;
    if !fractures_are_known(person) {
        return Seen::UNKNOWN;
    }
    let (mut least, mut most) = (f64::INFINITY, f64::INFINITY);
    for fracture in past_fractures(person) {
        let (low, high) = fracture.days_ago();
        match fracture.site {
            S::ProximalFemur => (least, most) = (least.min(low), most.min(high)),
            S::FemurUnspecified => least = least.min(low),
            _ => {}
        }
    }
    if least == f64::INFINITY { Seen::NotMeasured } else { between(least, most) }
}

/// An atypical femoral fracture: stated, or of the shaft on an antiresorptive and not yet excluded.
pub(super) fn atypical_of_femur(evidence: &Evidence<'_>) -> Option<bool> {
    let atypical = evidence.fractures.atypical;
    if atypical.stated || atypical.until_excluded {
        return Some(true);
    }
    if may_be_atypical(evidence) {
        return None;
    }
    evidence.person.history(|h| h.atypical_femoral_fracture)
}

/// Whether a fracture of the shaft is listed, and whether an antiresorptive came before it is not known.
fn may_be_atypical(evidence: &Evidence<'_>) -> bool {
    let unnamed = is_listed(evidence, &[Drug::Other, Drug::Unspecified]);
    (unnamed || !evidence.treatments_are_known())
        && past_fractures(evidence.person).any(|fracture| {
            matches!(fracture.site, S::FemoralShaft | S::Subtrochanteric)
                && fracture.fragility != Some(false)
                && matches!(fracture.fracture.cause, None | Some(FractureCause::Unknown))
        })
}
