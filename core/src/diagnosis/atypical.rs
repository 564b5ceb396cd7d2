//! Femoral fractures that are atypical until excluded.

use crate::document::{Drug, FractureCause, FractureSite as S, Section};
use crate::facts::Person;

use super::fragility::or;
use super::past_fracture::PastFracture;

/// Whether a fracture is atypical until excluded: one of the femoral shaft, of no known cause, in anyone who took a
/// bisphosphonate or denosumab before it.
pub(crate) fn atypical_until_excluded(fracture: &PastFracture<'_>, person: &Person<'_>) -> Option<bool> {
    let shaft = matches!(fracture.site, S::FemoralShaft | S::Subtrochanteric);
    let excluded = fracture.fracture.cause.is_some_and(|cause| cause != FractureCause::Unknown);
    // One that is not localised may be of the shaft.
    let may_be = fracture.site == S::FemurUnspecified;
    if !(shaft || may_be) || excluded || fracture.fragility == Some(false) {
        return Some(false);
    }
    let taken = antiresorptive_before(fracture, person);
    if may_be { taken.filter(|&taken| !taken) } else { taken }
}

/// Whether the person took a bisphosphonate or denosumab before the fracture.
fn antiresorptive_before(fracture: &PastFracture<'_>, person: &Person<'_>) -> Option<bool> {
    let asked = person.document.treatments.is_some() || person.is_complete(Section::Treatments);
    let mut found = asked.then_some(false);
    for course in person
        .document
        .treatments
        .as_deref()
        .unwrap_or_default()
        .iter()
        .filter(|course| person.counts(course.start))
    {
        let drug = course.drug.unwrap_or(Drug::Unspecified);
        let could = match drug {
            Drug::Alendronate
            | Drug::Risedronate
            | Drug::Ibandronate
            | Drug::Zoledronate
            | Drug::Denosumab => Some(true),
            Drug::Other | Drug::Unspecified => None,
            _ => Some(false),
        };
        // A course begun after the fracture did not cause it; without a day it may have.
        let before = course.start.and_then(|start| fracture.happened_after(start, person.today));
        let before =
            if before == Some(false) && fracture.fracture.date == course.start { None } else { before };
        let counts = if before == Some(false) { Some(false) } else { could };
        found = or(found, counts);
    }
    found
}
