//! A fracture event: one fracture, however many records speak of it.

use jiff::civil::Date;

use crate::document::FractureSite;
use crate::document::choice::choice;

use super::code::Code;
use super::journey::Door;
use super::stated_date::StatedDate;

choice! {
    /// Whether an event is counted.
    pub enum Counted {
        Yes = "true",
        No = "false",
        /// Somebody must look: it may be one.
        Review = "review",
    }
}

choice! {
    /// Why an event is counted, counted out, or to be looked at.
    pub enum CountedBecause {
        // Counted.
        FragilitySite = "fragility_site",
        // Counted out.
        OutsidePeriod = "outside_period",
        UnderAge = "under_age",
        AgeUnknown = "age_unknown",
        OverAge = "over_age",
        OtherSex = "other_sex",
        SiteExcluded = "site_excluded",
        Tumour = "tumour",
        StressFracture = "stress_fracture",
        OtherBoneDisease = "other_bone_disease",
        HighTrauma = "high_trauma",
        LaterEncounter = "later_encounter",
        Washout = "washout",
        HardwareRemoval = "hardware_removal",
        NotMainDiagnosis = "not_main_diagnosis",
        Refuted = "refuted",
        /// Before birth, or after death.
        DateOrder = "date_order",
        /// Evidence of low trauma is asked for, and none is on record.
        TraumaNotStated = "trauma_not_stated",
        // To be looked at.
        Periprosthetic = "periprosthetic",
        VertebraWithoutFirstAppearance = "vertebra_without_first_appearance",
        PossibleAtypicalFemoral = "possible_atypical_femoral",
        SiteUnclear = "site_unclear",
        Unconfirmed = "unconfirmed",
        DateIncomplete = "date_incomplete",
        PathologicalCauseUnclear = "pathological_cause_unclear",
        /// Records of low and of high trauma, or an injury that takes force.
        TraumaUnclear = "trauma_unclear",
        /// An act of immobilisation without a diagnosis.
        ActOnly = "act_only",
    }
}

choice! {
    /// What the records say of the force. Silence is not evidence of either.
    pub enum TraumaEvidence { Low = "low", High = "high", NotStated = "not_stated", }
}

/// One fracture of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Stable identifier: the person's, `@`, and the day; a letter follows where two events share the day.
    pub event_id: String,
    /// When.
    pub on: StatedDate,
    /// Where.
    pub site: FractureSite,
    /// The code that says most of it.
    pub code: Code,
    /// Age in whole years at the event; the lower one where the birthday is not known.
    pub age_years: Option<u32>,
    /// Day of birth, for measures that take age on another day than that of the fracture.
    pub born: Option<StatedDate>,
    /// Which door.
    pub door: Option<Door>,
    /// Whether it is counted.
    pub counted: Counted,
    /// Why.
    pub because: CountedBecause,
    /// The force.
    pub trauma: TraumaEvidence,
    /// Identifiers of the conditions and encounters that speak of it; empty in the answer of a service, which
    /// does not keep them.
    pub record_ids: Vec<String>,
    /// How many records were read into it.
    pub records: u32,
}

impl Event {
    /// The day, where it is stated.
    #[must_use]
    pub const fn day(&self) -> Option<Date> {
        self.on.day()
    }

    /// Whether it is counted.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.counted == Counted::Yes
    }
}
