//! Where each factor is stated, and the fields that may be read into, each with its place in a set of them.

use crate::document::stated::KeySet;
use crate::document::{History, RiskFactors};
use crate::facts::Person;
use crate::risk::reading::ReadIn;

use super::fractures::{SITE, fracture_is_imaged, prior_fracture};
use super::inputs::Factor;

/// A key of yes or no, and the set of it.
type Key = (&'static str, KeySet);

/// How a factor is read.
pub(super) struct Reading {
    pub(super) factor: Factor,
    says: Says,
    also: Also,
    /// The place of its first field among [`fields`].
    first_field: u8,
}

/// Where a factor is stated.
enum Says {
    /// By keys of `risk_factors`: one that is true, or all that are false.
    Keys(&'static [Key], KeySet),
    /// By this field, as the document is read elsewhere.
    Field(&'static str, fn(&Person<'_>) -> Option<bool>),
}

/// What can show that a factor is present, never that it is absent.
enum Also {
    /// Keys of `risk_factors` and of `history`.
    Keys(KeySet, KeySet),
    An(fn(&Person<'_>) -> bool),
}

impl Reading {
    #[inline]
    pub(super) fn of(&self, person: &Person<'_>) -> Option<bool> {
        let also = match self.also {
            Also::Keys(factors, history) => {
                person.any_risk_factor(factors) == Some(true) || person.any_of_history(history) == Some(true)
            }
            Also::An(shows) => shows(person),
        };
        match self.says {
            _ if also => Some(true),
            Says::Keys(_, set) => person.any_risk_factor(set),
            Says::Field(_, says) => says(person),
        }
    }

    /// The fields that leave it open.
    pub(super) fn open(&self, person: &Person<'_>) -> impl Iterator<Item = Field> {
        let (keys, field) = match self.says {
            Says::Keys(keys, _) => (keys, None),
            Says::Field(field, says) => (&[][..], says(person).is_none().then_some(field)),
        };
        let first = self.first_field;
        let keys = (first..).zip(keys).filter(|(_, (_, key))| person.any_risk_factor(*key).is_none());
        let field = field.map(|name| Field { place: first, name });
        keys.map(|(place, (name, _))| Field { place, name }).chain(field)
    }

    /// The fields in which it is stated.
    fn fields(&self) -> impl Iterator<Item = &'static str> {
        let (keys, field) = match self.says {
            Says::Keys(keys, _) => (keys, None),
            Says::Field(field, _) => (&[][..], Some(field)),
        };
        keys.iter().map(|(name, _)| *name).chain(field)
    }
}

/// A field of the patient document that may be read into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// Its place among [`fields`].
    pub(super) place: u8,
    pub(super) name: &'static str,
}

/// The levels, in the order in which they are listed.
pub(super) const ETHNICITY: Field = Field { place: 0, name: "qfracture_ethnicity" };
pub(super) const ALCOHOL: Field = Field { place: 1, name: "risk_factors.alcohol_units_per_day" };
pub(super) const SMOKING: Field = Field { place: 2, name: "risk_factors.smoking" };

/// What a factor that is present may hang on, after the levels.
pub(super) const READ_IN: [ReadIn; 4] = [ReadIn::DOSE, ReadIn::TRAUMA, ReadIn::AGE, SITE];
pub(super) const FIRST_READ_IN: u8 = SMOKING.place + 1;

/// The place of the first key of a factor, after those.
const FIRST_KEY: u8 = FIRST_READ_IN + READ_IN.len() as u8;

/// Every field that may be read into, each at its place.
pub(crate) fn fields() -> Vec<&'static str> {
    let levels = [ETHNICITY, ALCOHOL, SMOKING].map(|field| field.name);
    let read_in = READ_IN.map(|read_in| read_in.field);
    levels.into_iter().chain(read_in).chain(READINGS.iter().flat_map(Reading::fields)).collect()
}

/// Gives each reading the place of its first field.
const fn numbered<const N: usize>(mut readings: [Reading; N]) -> [Reading; N] {
    let (mut next, mut rest): (u8, &mut [Reading]) = (FIRST_KEY, &mut readings);
    while let Some((reading, others)) = rest.split_first_mut() {
        reading.first_field = next;
        next += match reading.says {
            Says::Keys(keys, _) => keys.len() as u8,
            Says::Field(..) => 1,
        };
        rest = others;
    }
    readings
}

/// One key of `risk_factors`.
macro_rules! key {
    ($key:literal) => {
        (concat!("risk_factors.", $key), RiskFactors::keys(&[$key]))
    };
}

const NOTHING: Also = Also::Keys(RiskFactors::keys(&[]), History::keys(&[]));

const fn by_keys(factor: Factor, keys: &'static [Key]) -> Reading {
    Reading { factor, says: Says::Keys(keys, together(keys)), also: NOTHING, first_field: 0 }
}

const fn by_keys_also(factor: Factor, keys: &'static [Key], factors: &[&str], history: &[&str]) -> Reading {
    Reading { also: Also::Keys(RiskFactors::keys(factors), History::keys(history)), ..by_keys(factor, keys) }
}

const fn by_field(factor: Factor, field: &'static str, says: fn(&Person<'_>) -> Option<bool>) -> Reading {
    Reading { factor, says: Says::Field(field, says), also: NOTHING, first_field: 0 }
}

const fn together(mut keys: &[Key]) -> KeySet {
    let mut set = RiskFactors::keys(&[]);
    while let Some(((_, key), others)) = keys.split_first() {
        (set, keys) = (set.or(*key), others);
    }
    set
}

/// Every factor, in the order in which what was unknown is listed.
pub(super) static READINGS: [Reading; Factor::ALL.len()] = numbered([
    by_keys(Factor::Antidepressant, &[key!("antidepressant")]),
    by_keys_also(Factor::AnyCancer, &[key!("any_cancer")], &[], &["breast_cancer", "skeletal_malignancy"]),
    by_keys(Factor::AsthmaOrCopd, &[key!("asthma"), key!("copd")]),
    by_keys(Factor::CareHome, &[key!("care_home")]),
    by_field(Factor::Corticosteroids, "risk_factors.glucocorticoid", |p| p.glucocorticoid().current),
    by_keys_also(
        Factor::CardiovascularDisease,
        &[key!("cardiovascular_disease")],
        &["stroke"],
        &["myocardial_infarction_or_stroke", "coronary_artery_disease"],
    ),
    by_keys(Factor::Dementia, &[key!("dementia")]),
    by_keys(
        Factor::EndocrineDisorder,
        &[key!("hyperthyroidism"), key!("hyperparathyroidism"), key!("cushing")],
    ),
    by_keys(Factor::EpilepsyOrAnticonvulsant, &[key!("epilepsy_or_anticonvulsant")]),
    by_field(Factor::Falls, "risk_factors.falls_past_year", |p| p.falls_past_year().any()),
    Reading {
        also: Also::An(fracture_is_imaged),
        ..by_field(Factor::PriorFracture, "fractures", |p| prior_fracture(p, |fracture| fracture.fragility))
    },
    by_keys(Factor::OestrogenHrt, &[key!("oestrogen_hrt")]),
    by_keys(Factor::ChronicLiverDisease, &[key!("chronic_liver_disease")]),
    by_keys_also(
        Factor::Malabsorption,
        &[key!("malabsorption")],
        &["inflammatory_bowel_disease", "coeliac_disease"],
        &[],
    ),
    by_keys(Factor::Parkinson, &[key!("parkinson")]),
    by_keys(Factor::RheumatoidArthritisOrLupus, &[key!("rheumatoid_arthritis"), key!("systemic_lupus")]),
    by_keys_also(
        Factor::ChronicKidneyDisease,
        &[key!("chronic_kidney_disease")],
        &[],
        &["dialysis", "kidney_transplant"],
    ),
    by_keys(Factor::Type1Diabetes, &[key!("type_1_diabetes")]),
    by_field(Factor::Type2Diabetes, "risk_factors.type_2_diabetes", |p| p.type_2_diabetes()),
    by_keys_also(
        Factor::ParentalHistory,
        &[key!("parental_hip_fracture"), key!("parental_osteoporosis")],
        &["maternal_hip_fracture"],
        &[],
    ),
]);
