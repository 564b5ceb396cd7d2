//! The fractures that screening tools ask for, each by its own definition.

use crate::diagnosis::{
    FractureAssumptions, PastFracture, and, any_past_fracture, fractures_are_known, fragility_fractures, or,
    past_fractures,
};
use crate::document::{FractureSite, SpineImagingResult};
use crate::facts::Person;
use crate::risk::reading::{self, Count, fractures_read_as};

use super::tool::Asked;

/// Any low-impact fracture of an adult.
pub(super) fn low_impact(person: &Person<'_>) -> Asked {
    let any = fragility_fractures(person).any;
    let stated = |past: &PastFracture<'_>| {
        past.fragility == Some(true) && past.assumptions == FractureAssumptions::default()
    };
    // It may be one by what was read into it: low trauma, or an age.
    let is_stated = any == Some(false) || past_fractures(person).any(|past| stated(&past));
    asked(person, any.filter(|_| is_stated), any == Some(true))
}

/// The question about fractures, with what those in doubt were read as.
fn asked(person: &Person<'_>, said: Option<bool>, read: bool) -> Asked {
    Asked { read, open: said.is_none().then(|| ("fractures", fractures_read_as(person, read))) }
}

/// Any fracture since the menopause, whatever the trauma. A menopause of unknown age is read as at 50, and a
/// fracture of unknown age as after it, as in the other models; either leaves the question open.
pub(super) fn since_menopause(person: &Person<'_>) -> Asked {
    let read = past_fractures(person).any(|past| reading::read_since_menopause(person, &past));
    asked(person, stated_since_menopause(person), read)
}

fn stated_since_menopause(person: &Person<'_>) -> Option<bool> {
    let listed = any_past_fracture(person, |past| reading::since_menopause(person, past));
    let imaged =
        person.document.spine_imaging.as_deref().unwrap_or_default().iter().any(|imaging| {
            imaging.result == Some(SpineImagingResult::Fracture) && person.counts(imaging.date)
        });
    // An image does not say when.
    if imaged { or(listed, None) } else { listed }
}

/// How many non-traumatic fractures of wrist, hip or rib a woman has had since an age: entries of the list,
/// ribs broken at once as one; more than `most` count as `most`. Unknown trauma at 50 or more is read as
/// low; what cannot be said does not count.
pub(super) fn wrist_hip_rib(person: &Person<'_>, from_age: f64, most: u32) -> Count {
    let mut count = Count { at_least: 0, read: 0, at_most: 0 };
    for past in past_fractures(person) {
        let counts = and(is_wrist_hip_rib(past.site), and(past.fragility, past.at_age_or_later(from_age)));
        // Without an age it was read as one at 50 or more.
        let undated = past.age_years.is_none() && past.assumptions.at_fifty_or_more;
        let read = if undated { and(is_wrist_hip_rib(past.site), past.fragility) } else { counts };
        let stated = counts == Some(true) && past.assumptions == FractureAssumptions::default();
        count.at_least += u32::from(stated && count.at_least < most);
        count.read += u32::from(read == Some(true) && count.read < most);
        count.at_most += u32::from(counts != Some(false) && count.at_most < most);
    }
    if !fractures_are_known(person) {
        count.at_most = most;
    }
    count
}

fn is_wrist_hip_rib(site: FractureSite) -> Option<bool> {
    use FractureSite as S;
    match site {
        S::DistalForearm | S::ProximalFemur | S::RibsMultiple | S::RibSingle | S::RibsUnspecified => {
            Some(true)
        }
        S::ForearmUnspecified | S::FemurUnspecified | S::Subtrochanteric | S::Unspecified => None,
        _ => Some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Fracture, FractureCause, Patient, Sex, Trauma};

    fn woman(fractures: Option<Vec<Fracture>>) -> Patient {
        Patient { sex: Some(Sex::Female), age_years: Some(70.0), fractures, ..Default::default() }
    }

    fn at(site: FractureSite, age_years: f64) -> Fracture {
        let trauma = Some(Trauma::Low);
        Fracture { site: Some(site), age_years: Some(age_years), trauma, ..Default::default() }
    }

    fn counted(fractures: Option<Vec<Fracture>>) -> [u32; 3] {
        let patient = woman(fractures);
        let count = wrist_hip_rib(&Person::read(&patient, None).unwrap(), 45.0, 3);
        [count.at_least, count.read, count.at_most]
    }

    #[test]
    fn wrist_hip_and_rib_count_from_45_on_and_three_at_most() {
        use FractureSite as S;
        assert_eq!(counted(None), [0, 0, 3]);
        assert_eq!(counted(Some(Vec::new())), [0; 3]);
        assert_eq!(counted(Some(vec![at(S::DistalForearm, 45.0), at(S::ProximalFemur, 44.9)])), [1; 3]);
        assert_eq!(counted(Some(vec![at(S::Vertebra, 60.0), at(S::RibSingle, 60.0)])), [1; 3]);
        assert_eq!(counted(Some(vec![at(S::DistalForearm, 60.0); 5])), [3; 3]);
        assert_eq!(counted(Some(vec![at(S::ForearmUnspecified, 60.0)])), [0, 0, 1]);
        let read = |fracture| counted(Some(vec![fracture]));
        assert_eq!(read(Fracture { trauma: None, ..at(S::ProximalFemur, 60.0) }), [0, 1, 1]);
        assert_eq!(read(Fracture { trauma: None, ..at(S::ProximalFemur, 46.0) }), [0, 0, 1]);
        assert_eq!(read(Fracture { age_years: None, ..at(S::ProximalFemur, 46.0) }), [0, 1, 1]);
        assert_eq!(read(Fracture { trauma: Some(Trauma::High), ..at(S::ProximalFemur, 60.0) }), [0; 3]);
    }

    #[test]
    fn a_fracture_since_the_menopause_is_one_whatever_the_trauma() {
        let since = |fracture: Fracture, menopause| {
            let mut patient = woman(Some(vec![fracture]));
            patient.menopause_age_years = menopause;
            stated_since_menopause(&Person::read(&patient, None).unwrap())
        };
        let hip = |age| at(FractureSite::ProximalFemur, age);
        assert_eq!(since(hip(50.0), None), None);
        assert_eq!(since(hip(12.0), None), Some(false));
        assert_eq!(since(hip(49.9), None), None);
        assert_eq!(since(hip(47.0), Some(47.0)), Some(true));
        assert_eq!(since(hip(46.9), Some(47.0)), Some(false));
        assert_eq!(since(Fracture { trauma: Some(Trauma::High), ..hip(60.0) }, Some(50.0)), Some(true));
        assert_eq!(since(Fracture { cause: Some(FractureCause::Tumour), ..hip(60.0) }, None), Some(false));
        assert_eq!(since(Fracture { age_years: None, ..hip(60.0) }, None), None);
    }

    #[test]
    fn a_fracture_without_an_age_is_read_as_since_the_menopause() {
        let read = |fractures: Option<Vec<Fracture>>| {
            let asked = since_menopause(&Person::read(&woman(fractures), None).unwrap());
            (asked.read, asked.open.map(|(_, read_as)| read_as))
        };
        let undated = Fracture { age_years: None, ..at(FractureSite::ProximalFemur, 60.0) };
        assert_eq!(read(Some(vec![undated.clone()])), (true, Some("those in doubt counted")));
        let tumour = Fracture { cause: Some(FractureCause::Tumour), ..undated };
        assert_eq!(read(Some(vec![tumour])), (false, None));
        let at_40 = at(FractureSite::ProximalFemur, 40.0);
        assert_eq!(read(Some(vec![at_40])), (false, Some("those in doubt not counted")));
        assert_eq!(read(Some(Vec::new())), (false, None));
        assert_eq!(read(None), (false, Some("none")));
    }

    #[test]
    fn low_impact_is_open_where_the_trauma_is() {
        let asked = |fracture| {
            let patient = woman(Some(vec![fracture]));
            let asked = low_impact(&Person::read(&patient, None).unwrap());
            (asked.read, asked.open.is_some())
        };
        let hip = at(FractureSite::ProximalFemur, 60.0);
        assert_eq!(asked(hip.clone()), (true, false));
        assert_eq!(asked(Fracture { trauma: None, ..hip.clone() }), (true, true));
        assert_eq!(asked(Fracture { trauma: Some(Trauma::High), ..hip }), (false, false));
    }
}
