//! The earlier fracture that the equations ask of.

use crate::diagnosis::{FractureAssumptions, PastFracture, any_past_fracture, past_fractures};
use crate::document::{FractureSite, SpineImaging, SpineImagingResult};
use crate::facts::Person;
use crate::risk::reading::{ReadIn, either, stated_fragility};

/// A fragility fracture of wrist, spine, hip or shoulder.
pub(super) fn prior_fracture(
    person: &Person<'_>,
    fragility: impl Fn(&PastFracture<'_>) -> Option<bool>,
) -> Option<bool> {
    any_past_fracture(person, |fracture| match fracture.site {
        site if is_counted(site) => fragility(fracture),
        FractureSite::FemurUnspecified | FractureSite::Subtrochanteric | FractureSite::Unspecified => {
            fracture.fragility.filter(|&fragility| !fragility)
        }
        _ => Some(false),
    })
}

const fn is_counted(site: FractureSite) -> bool {
    use FractureSite as S;
    matches!(
        site,
        S::ProximalFemur
            | S::Vertebra
            | S::DistalForearm
            | S::ForearmUnspecified
            | S::ProximalHumerus
            | S::HumerusUnspecified
    )
}

/// What was read into the fractures that count, where none counts by what is stated.
pub(super) fn read_into_fractures(person: &Person<'_>) -> [Option<ReadIn>; 3] {
    let stated = |fracture: &PastFracture<'_>| {
        stated_fragility(fracture).filter(|&fragility| !(fragility && is_site_read(fracture.site)))
    };
    if prior_fracture(person, stated) == Some(true) {
        return [None; 3];
    }
    let counted = past_fractures(person).filter(|f| f.fragility == Some(true) && is_counted(f.site));
    // Nor does an image say how hard the blow was.
    let imaged = FractureAssumptions { trauma_low: fracture_is_imaged(person), ..Default::default() };
    let read_in = counted.clone().map(|fracture| fracture.assumptions).fold(imaged, either);
    let site = counted.map(|fracture| fracture.site).any(is_site_read);
    [
        read_in.trauma_low.then_some(ReadIn::TRAUMA),
        read_in.at_fifty_or_more.then_some(ReadIn::AGE),
        site.then_some(SITE),
    ]
}

/// A forearm or a humerus without a level.
pub(super) const SITE: ReadIn = ReadIn { field: "fractures.site", read_as: "wrist or shoulder" };

/// Whether a site may be the wrist or the shoulder, and is read so.
const fn is_site_read(site: FractureSite) -> bool {
    matches!(site, FractureSite::ForearmUnspecified | FractureSite::HumerusUnspecified)
}

/// Whether an image shows a vertebral fracture that nobody listed: the diagnosis reads it so too.
pub(super) fn fracture_is_imaged(person: &Person<'_>) -> bool {
    let listed = person
        .document
        .fractures
        .as_deref()
        .unwrap_or_default()
        .iter()
        .any(|f| f.site == Some(FractureSite::Vertebra));
    let imaged = |imaging: &SpineImaging| {
        imaging.result == Some(SpineImagingResult::Fracture) && person.counts(imaging.date)
    };
    !listed && person.document.spine_imaging.as_deref().unwrap_or_default().iter().any(imaged)
}
