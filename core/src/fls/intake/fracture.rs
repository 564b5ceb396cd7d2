//! Fractures of a document from fracture events: what a record can state, and no more.

use jiff::civil::Date;

use crate::document::{DateIs, Fracture, FractureCause, Trauma};
use crate::fls::event::{Counted, CountedBecause, Event, TraumaEvidence};

/// The fractures up to a day. An event that a measure counts out may still be a fracture of the person: one
/// before the period, one before 50, a finger. One that somebody must look at first, and one that is not held
/// to be a new fracture, is not stated.
pub(super) fn fractures(events: &[Event], birth: Option<Date>, on: Date) -> Vec<Fracture> {
    let happened =
        events.iter().filter(|event| event.counted != Counted::Review && is_a_fracture(event.because));
    let stated = happened.filter_map(|event| {
        let day = event.day().filter(|&day| day <= on && birth.is_none_or(|birth| birth <= day))?;
        Some(Fracture {
            site: Some(event.site),
            date: Some(day),
            date_is: Some(DateIs::Event),
            event_id: Some(event.event_id.clone()),
            trauma: match event.trauma {
                TraumaEvidence::Low => Some(Trauma::Low),
                TraumaEvidence::High => Some(Trauma::High),
                TraumaEvidence::NotStated => None,
            },
            cause: match event.because {
                CountedBecause::Tumour => Some(FractureCause::Tumour),
                CountedBecause::StressFracture => Some(FractureCause::Stress),
                _ => None,
            },
            ..Fracture::default()
        })
    });
    stated.collect()
}

const fn is_a_fracture(because: CountedBecause) -> bool {
    use CountedBecause as B;
    match because {
        B::FragilitySite
        | B::OutsidePeriod
        | B::UnderAge
        | B::AgeUnknown
        | B::OverAge
        | B::OtherSex
        | B::SiteExcluded
        | B::Tumour
        | B::StressFracture
        | B::OtherBoneDisease
        | B::HighTrauma
        | B::TraumaNotStated
        | B::TraumaUnclear => true,
        // The engine knows what to think of such a femur.
        B::PossibleAtypicalFemoral => true,
        // The same fracture again, or none.
        B::LaterEncounter
        | B::Washout
        | B::HardwareRemoval
        | B::NotMainDiagnosis
        | B::Refuted
        | B::DateOrder
        | B::ActOnly => false,
        B::Periprosthetic
        | B::VertebraWithoutFirstAppearance
        | B::SiteUnclear
        | B::Unconfirmed
        | B::DateIncomplete
        | B::PathologicalCauseUnclear => false,
    }
}
