//! The patient document, `osteon/patient/1`.

use jiff::civil::Date;
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

use super::choice::{Ethnicity, GenderIdentity, QfractureEthnicity, Section, Sex};
use super::fracture::Fracture;
use super::frax::Frax;
use super::history::History;
use super::lab::Lab;
use super::risk_factors::RiskFactors;
use super::scan::Scan;
use super::slot::{nested, section};
use super::spine_imaging::SpineImaging;
use super::treatment::Treatment;

/// The value of `schema` in a patient document.
pub const PATIENT_SCHEMA: &str = "osteon/patient/1";

section! {
    /// One person. Only `sex` and `age_years` (or `birth_date` and `assessed_on`) are required.
    ///
    /// A field left out is unknown, never "no"; an empty list is "asked, none"; and in a section
    /// named in `complete` a key left out is "asked and no".
    pub struct Patient {
        /// `osteon/patient/1`.
        schema: String,
        /// The caller's identifier.
        id: String,
        /// Day of the assessment; the engine has no clock.
        assessed_on: Date,
        /// Day of birth.
        birth_date: Date,
        /// ISO 3166 country code.
        country: String,
        /// Jurisdiction for drug rules; left out: the country's, else the strictest.
        jurisdiction: String,
        /// Sections in which everything was asked.
        complete: Vec<Section>,
        /// The sex used for references.
        sex: Sex,
        /// Sex recorded at birth.
        sex_recorded_at_birth: Sex,
        /// Gender identity.
        gender_identity: GenderIdentity,
        /// Age in years; 0-120.
        age_years: f64,
        /// Past the menopause.
        postmenopausal: bool,
        /// Age at the menopause.
        menopause_age_years: f64,
        /// Chooses a Z-score reference and nothing else.
        ethnicity: Ethnicity,
        /// Ethnic group of the QFracture equations.
        qfracture_ethnicity: QfractureEthnicity,
        /// Height, cm; 100-230.
        height_cm: f64,
        /// Weight, kg; 20-300.
        weight_kg: f64,
        /// Body mass index, only where height and weight are not known.
        bmi_kg_m2: f64,
        /// DXA scans; an empty list means that no BMD was measured.
        scans: Vec<Scan>,
        /// Fractures; an empty list means "asked, none".
        fractures: Vec<Fracture>,
        /// Laboratory results.
        labs: Vec<Lab>,
        /// Treatments.
        treatments: Vec<Treatment>,
        /// Imaging of the spine.
        spine_imaging: Vec<SpineImaging>,
        /// Risk factors.
        risk_factors: RiskFactors,
        /// Medical history.
        history: History,
        /// A FRAX result, taken in and never computed.
        frax: Frax,
    }
}

nested!(
    Vec<Section>,
    Vec<Scan>,
    Vec<Fracture>,
    Vec<Lab>,
    Vec<Treatment>,
    Vec<SpineImaging>,
    RiskFactors,
    History
);

/// An identifier: text, or a whole number.
pub(super) struct Id(String);

impl Id {
    pub(super) fn text(self) -> String {
        self.0
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IdVisitor)
    }
}

struct IdVisitor;

fn no_id<E: Error>() -> E {
    E::custom("text or a whole number")
}

impl<'de> Visitor<'de> for IdVisitor {
    type Value = Id;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text or a whole number")
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Id, E> {
        Ok(Id(text.to_owned()))
    }
    fn visit_i64<E: Error>(self, number: i64) -> Result<Id, E> {
        Ok(Id(number.to_string()))
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<Id, E> {
        i64::try_from(number).map_err(|_| no_id()).and_then(|number| self.visit_i64(number))
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<Id, E> {
        Err(no_id())
    }
    fn visit_bool<E: Error>(self, _: bool) -> Result<Id, E> {
        Err(no_id())
    }
    // A list or an object is read to its end, so that what is no JSON in it is said first.
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Id, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Err(no_id())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Id, A::Error> {
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Err(no_id())
    }
}
