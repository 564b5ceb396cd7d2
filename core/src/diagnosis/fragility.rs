//! Which fractures are fragility fractures, in three states.

use super::atypical::atypical_until_excluded;
use super::imaged_vertebrae::{Listed, imaged, is_vertebra};
use super::past_fracture::past_fractures;
use crate::document::{Fracture, FractureCause, FractureSite, Section, Trauma};
use crate::facts::{Person, days_between, years_between};
use crate::reference::thresholds::{ADULT_AGE_YEARS, FRACTURE_COUNTS_AGE_YEARS};

/// What was read into a fracture that the document leaves open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FractureAssumptions {
    /// Unknown trauma was read as low.
    pub trauma_low: bool,
    /// A fracture without a date or an age was read as one at 50 or more.
    pub at_fifty_or_more: bool,
}

/// The fractures of a person, in three states each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FragilityFractures {
    /// Any fragility fracture.
    pub any: Option<bool>,
    /// Of the hip or a vertebra.
    pub hip_or_vertebra: Option<bool>,
    /// Of the humerus, the pelvis or the forearm.
    pub humerus_pelvis_forearm: Option<bool>,
    /// What was read into them.
    pub assumptions: FractureAssumptions,
}

/// Sites that are never osteoporotic (GRIO 2018): look for another cause.
pub(crate) const fn never_counts(site: FractureSite) -> bool {
    use FractureSite as S;
    matches!(
        site,
        S::UpperThoracicVertebra
            | S::CervicalVertebra
            | S::Hand
            | S::Finger
            | S::Foot
            | S::Toe
            | S::Skull
            | S::Face
    )
}

const fn is_hip_or_vertebra(site: FractureSite) -> bool {
    matches!(site, FractureSite::ProximalFemur | FractureSite::Vertebra)
}

const fn is_humerus_pelvis_forearm(site: FractureSite) -> bool {
    use FractureSite as S;
    matches!(
        site,
        S::ProximalHumerus | S::HumerusUnspecified | S::Pelvis | S::DistalForearm | S::ForearmUnspecified
    )
}

/// Kleene's "or".
pub(crate) fn or(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    }
}

/// Kleene's "and".
pub(crate) fn and(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    or(a.map(|a| !a), b.map(|b| !b)).map(|c| !c)
}

/// Reads the fractures of a person.
#[must_use]
pub fn fragility_fractures(person: &Person<'_>) -> FragilityFractures {
    let listed = person.document.fractures.as_deref();
    let asked = listed.is_some() || person.is_complete(Section::Fractures);
    let none = asked.then_some(false);
    let mut found = FragilityFractures {
        any: none,
        hip_or_vertebra: none,
        humerus_pelvis_forearm: none,
        assumptions: FractureAssumptions::default(),
    };
    let mut listed_vertebrae = Listed::default();
    for fracture in past_fractures(person) {
        // One that is atypical until excluded makes no diagnosis.
        let counts = and(fracture.fragility, atypical_until_excluded(&fracture, person).map(|is| !is));
        if counts != Some(false) {
            found.assumptions.trauma_low |= fracture.assumptions.trauma_low;
            found.assumptions.at_fifty_or_more |= fracture.assumptions.at_fifty_or_more;
        }
        if is_vertebra(fracture.fracture) {
            listed_vertebrae.add(fracture.fracture, counts);
        }
        let at = |group: fn(FractureSite) -> bool| match fracture.site {
            FractureSite::Unspecified => counts.filter(|&counts| !counts),
            site if group(site) => counts,
            // It may have been a hip.
            FractureSite::FemurUnspecified | FractureSite::Subtrochanteric
                if group(FractureSite::ProximalFemur) =>
            {
                counts.filter(|&counts| !counts)
            }
            _ => Some(false),
        };
        found.any = or(found.any, counts);
        found.hip_or_vertebra = or(found.hip_or_vertebra, at(is_hip_or_vertebra));
        found.humerus_pelvis_forearm = or(found.humerus_pelvis_forearm, at(is_humerus_pelvis_forearm));
    }
    // An image that shows a vertebral fracture proves it, whether or not anybody listed it; but not one that the
    // list explains as none of fragility.
    match imaged(person, listed_vertebrae).map(|imaged| imaged.proves) {
        Some(Some(true)) => {
            found.assumptions.trauma_low |= found.hip_or_vertebra != Some(true);
            found.any = Some(true);
            found.hip_or_vertebra = Some(true);
        }
        Some(None) => {
            found.any = or(found.any, None);
            found.hip_or_vertebra = or(found.hip_or_vertebra, None);
        }
        Some(Some(false)) | None => {}
    }
    found
}

/// Whether one fracture is a fragility fracture.
pub(crate) fn counts(
    f: &Fracture,
    person: &Person<'_>,
    assumptions: &mut FractureAssumptions,
) -> Option<bool> {
    let site = f.site.unwrap_or(FractureSite::Unspecified);
    let other_cause = matches!(
        f.cause,
        Some(
            FractureCause::Atypical
                | FractureCause::Tumour
                | FractureCause::Periprosthetic
                | FractureCause::Stress
        )
    );
    let not_a_fracture = site == FractureSite::Vertebra && f.genant_grade == Some(0);
    if never_counts(site) || other_cause || not_a_fracture || f.trauma == Some(Trauma::High) {
        return Some(false);
    }
    let said_low = f.trauma == Some(Trauma::Low) || f.cause == Some(FractureCause::Fragility);
    match age_at(f, person) {
        // A child's fracture says nothing of an adult's bone.
        Some(age) if age.floor() < ADULT_AGE_YEARS => return Some(false),
        // Unknown trauma is read as low from 50 on only.
        Some(age) if age.floor() < FRACTURE_COUNTS_AGE_YEARS && !said_low => return None,
        Some(_) => {}
        None if f64::from(person.age.completed_years()) >= FRACTURE_COUNTS_AGE_YEARS => {
            assumptions.at_fifty_or_more = true;
        }
        None => return None,
    }
    // Genant 1 alone: both answers are given. An unspecified site may be one that never counts.
    let doubtful =
        (site == FractureSite::Vertebra && f.genant_grade == Some(1)) || site == FractureSite::Unspecified;
    if doubtful {
        return None;
    }
    assumptions.trauma_low |= !said_low;
    Some(true)
}

/// Age at the fracture, as far as the document says.
pub(crate) fn age_at(f: &Fracture, person: &Person<'_>) -> Option<f64> {
    if let Some(age) = f.age_years {
        return Some(age);
    }
    if let Some(months) = f.months_ago {
        return Some(person.age.years() - months / 12.0);
    }
    let date = f.date?;
    match (person.document.birth_date, person.today) {
        (Some(birth), _) => Some(years_between(birth, date)),
        (None, Some(today)) => Some(person.age.years() - days_between(date, today) / 365.25),
        (None, None) => None,
    }
}
