//! The groups that a funnel is told by. Nobody is marked down for belonging to one: they show whom a service
//! reaches.

use crate::document::FractureSite as S;
use crate::document::choice::choice;
use crate::fls::journey::Journey;

include!(concat!(env!("OUT_DIR"), "/fls_groups.rs"));

choice! {
    /// What a group is by.
    pub enum By {
        Door = "door",
        Site = "site",
        AgeBand = "age_band",
        Sex = "sex",
        LivingAlone = "living_alone",
        Schooling = "schooling",
    }
}

/// The group of those of whom it is not known.
pub const NOT_STATED: &str = "not_stated";

impl By {
    /// Every group, in the order in which they are told.
    #[must_use]
    pub const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Door => &["inpatient", "outpatient", "referral", NOT_STATED],
            Self::Site => {
                &["proximal_femur", "vertebra", "distal_forearm", "proximal_humerus", "pelvis", "other"]
            }
            Self::AgeBand => &["under_50", "50-64", "65-74", "75-84", "85+", NOT_STATED],
            Self::Sex => &["female", "male", NOT_STATED],
            Self::LivingAlone => &["alone", "not_alone", NOT_STATED],
            Self::Schooling => &["up_to_9_years", "over_9_years", NOT_STATED],
        }
    }

    /// The group of a journey.
    #[must_use]
    pub fn of(self, journey: &Journey) -> &'static str {
        let band = |bands: &'static [(u32, &'static str)], years: Option<u32>| {
            let found = years.and_then(|years| bands.iter().rfind(|(from, _)| *from <= years));
            found.map_or(NOT_STATED, |(_, group)| *group)
        };
        match self {
            Self::Door => journey.event.door.map_or(NOT_STATED, |door| door.as_str()),
            Self::Site => site(journey.event.site),
            Self::AgeBand => band(AGE_BANDS, journey.event.age_years),
            Self::Sex => journey.sex.map_or(NOT_STATED, |sex| sex.as_str()),
            Self::LivingAlone => match journey.living_alone {
                Some(true) => "alone",
                Some(false) => "not_alone",
                None => NOT_STATED,
            },
            Self::Schooling => band(SCHOOLING_BANDS, journey.schooling_years),
        }
    }
}

/// The group of a site: hip fractures with those just below, the spine as a whole, and the sites that papers
/// name.
const fn site(site: S) -> &'static str {
    match site {
        S::ProximalFemur | S::Subtrochanteric => "proximal_femur",
        S::Vertebra | S::UpperThoracicVertebra | S::CervicalVertebra => "vertebra",
        S::DistalForearm => "distal_forearm",
        S::ProximalHumerus => "proximal_humerus",
        S::Pelvis | S::Sacrum => "pelvis",
        _ => "other",
    }
}
