//! What the equations are told of a person, and what is unknown.
//!
//! A factor is present where one of its keys, or anything under "also", is true; absent where every key
//! is false; unknown otherwise. What stands under "also" can show that it is present, never that it is
//! absent.
//!
//! | factor | keys of the patient document | also |
//! |---|---|---|
//! | antidepressant | `antidepressant` | |
//! | any_cancer | `any_cancer` | history: `breast_cancer`, `skeletal_malignancy` |
//! | asthma_or_copd | `asthma`, `copd` | |
//! | care_home | `care_home` | |
//! | corticosteroids | `glucocorticoid`: taken now | |
//! | cardiovascular_disease | `cardiovascular_disease` | `stroke`; history: `myocardial_infarction_or_stroke`, `coronary_artery_disease` |
//! | dementia | `dementia` | |
//! | endocrine_disorder | `hyperthyroidism`, `hyperparathyroidism`, `cushing` | |
//! | epilepsy_or_anticonvulsant | `epilepsy_or_anticonvulsant` | |
//! | falls | `falls_past_year`: 1 or more; `injurious_falls` are some | |
//! | prior_fracture | `fractures`: a fragility fracture of wrist, spine, hip or shoulder | spine imaging that shows one |
//! | oestrogen_hrt | `oestrogen_hrt`; a hormone therapy among the treatments may be a combined one | |
//! | chronic_liver_disease | `chronic_liver_disease` | |
//! | malabsorption | `malabsorption` | `inflammatory_bowel_disease`, `coeliac_disease` |
//! | parkinson | `parkinson` | |
//! | rheumatoid_arthritis_or_lupus | `rheumatoid_arthritis`, `systemic_lupus` | |
//! | chronic_kidney_disease | `chronic_kidney_disease` | history: `dialysis`, `kidney_transplant` |
//! | type_1_diabetes | `type_1_diabetes` | |
//! | type_2_diabetes | `type_2_diabetes`; `type_2_diabetes_years` are some | |
//! | parental_history | `parental_hip_fracture`, `parental_osteoporosis` | `maternal_hip_fracture` |
//!
//! A factor that is present only by what is read into the document (low trauma, an age of 50 or more, a dose
//! that is taken now) is present in the value and may be absent in the range.
//!
//! Wrist is a distal or unspecified forearm, shoulder a proximal or unspecified humerus; of a fracture of
//! the femur without a level, below the trochanters, or without a site it cannot be said. What is read so
//! is listed, and the range holds the other reading.

use crate::document::{QfractureEthnicity, Smoking};
use crate::facts::{Person, smoking_level};
use crate::risk::Subject;
use crate::risk::reading::{ReadIn, fractures_read_as};

use super::fractures::read_into_fractures;
use super::inputs::{Alcohol, Factor, Factors};
use super::readings::{ALCOHOL, ETHNICITY, FIRST_READ_IN, Field, READ_IN, READINGS, SMOKING};

/// A value of a closed set as read, and the values that it could be; none of those where it is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Level<T: 'static> {
    pub(super) read_as: T,
    pub(super) could_be: &'static [T],
}

impl<T> Level<T> {
    const fn known(value: T) -> Self {
        Self { read_as: value, could_be: &[] }
    }
}

/// What the equations are told of a person beside sex, age and body mass index.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    pub(super) alcohol: Level<Alcohol>,
    pub(super) ethnicity: Level<QfractureEthnicity>,
    pub(super) smoking: Level<Smoking>,
    /// The factors as read.
    pub(super) present: Factors,
    /// Those of which nobody said.
    pub(super) open: Factors,
}

impl Read {
    /// Read once for both releases.
    pub(super) fn of_subject<'s>(subject: &'s Subject<'_>) -> &'s Self {
        subject.qfracture.get_or_init(|| Self::of(subject.person))
    }

    fn of(person: &Person<'_>) -> Self {
        let (mut present, mut open) = (Factors::NONE, Factors::NONE);
        for reading in &READINGS {
            match reading.of(person) {
                Some(true) => present = present.with(reading.factor),
                Some(false) => {}
                None => open = open.with(reading.factor),
            }
        }
        let ethnicity = person.document.qfracture_ethnicity.map_or(
            Level { read_as: QfractureEthnicity::WhiteOrNotRecorded, could_be: QfractureEthnicity::ALL },
            Level::known,
        );
        let alcohol = person.alcohol_units_per_day().and_then(Alcohol::from_units_per_day);
        let alcohol = alcohol.map_or(Level { read_as: Alcohol::None, could_be: Alcohol::ALL }, Level::known);
        Self { alcohol, ethnicity, smoking: smoking(person), present, open }
    }

    /// The factors that may be otherwise than they were read: those of which nobody said, and those that are
    /// present by what was read into the document.
    pub(super) fn unknown(&self, person: &Person<'_>) -> Factors {
        let hangs = |factor: &Factor| {
            self.present.has(*factor) && read_in(person, *factor).iter().any(Option::is_some)
        };
        MAY_HANG.into_iter().filter(hangs).fold(self.open, Factors::with)
    }

    /// Sees every field that was unknown and read as something: of levels, and of these factors, which may be
    /// otherwise than they were read.
    #[inline]
    pub(super) fn each_open(&self, person: &Person<'_>, factors: Factors, mut see: impl FnMut(Field, Open)) {
        if !self.ethnicity.could_be.is_empty() {
            see(ETHNICITY, Open::Ethnicity);
        }
        if !self.alcohol.could_be.is_empty() {
            see(ALCOHOL, Open::Alcohol);
        }
        if !self.smoking.could_be.is_empty() {
            see(SMOKING, Open::Smoking);
        }
        for reading in READINGS.iter().filter(|reading| factors.has(reading.factor)) {
            let factor = reading.factor;
            if !self.present.has(factor) {
                reading.open(person).for_each(|field| see(field, Open::Absent(factor)));
                continue;
            }
            let hangs_on = read_in(person, factor);
            for (place, known) in (FIRST_READ_IN..).zip(READ_IN) {
                if hangs_on.contains(&Some(known)) {
                    see(Field { place, name: known.field }, Open::Present(factor, known.read_as));
                }
            }
        }
    }

    /// Whether no level is unknown.
    pub(super) fn levels_are_known(&self) -> bool {
        self.alcohol.could_be.is_empty()
            && self.ethnicity.could_be.is_empty()
            && self.smoking.could_be.is_empty()
    }
}

/// The factors that may be present by what was read into the document.
const MAY_HANG: [Factor; 2] = [Factor::Corticosteroids, Factor::PriorFracture];

/// What a factor that is present hangs on that was only read into the document.
fn read_in(person: &Person<'_>, factor: Factor) -> [Option<ReadIn>; 3] {
    match factor {
        Factor::Corticosteroids => {
            [person.glucocorticoid().current_from_dose.then_some(ReadIn::DOSE), None, None]
        }
        Factor::PriorFracture => read_into_fractures(person),
        _ => [None; 3],
    }
}

/// What a field leaves open.
#[derive(Clone, Copy, Debug)]
pub(super) enum Open {
    Ethnicity,
    Alcohol,
    Smoking,
    /// A factor that is read as absent.
    Absent(Factor),
    /// A factor that is present by what was read into the document, and as what.
    Present(Factor, &'static str),
}

/// What a key that leaves its factor open is read as, and when it would be otherwise.
pub(super) fn words(person: &Person<'_>, key: &str) -> (&'static str, &'static str) {
    match key {
        "fractures" => (fractures_read_as(person, false), " if one counts"),
        "risk_factors.falls_past_year" => ("0", " if 1 or more"),
        "risk_factors.glucocorticoid" => ("none", " if taken now"),
        _ => ("false", " if true"),
    }
}

/// The level of smoking: cigarettes a day before the level stated, as elsewhere in the engine; where
/// neither is stated, the least that fits.
fn smoking(person: &Person<'_>) -> Level<Smoking> {
    const NOW: &[Smoking] = &[Smoking::Light, Smoking::Moderate, Smoking::Heavy];
    const NOT_NOW: &[Smoking] = &[Smoking::Never, Smoking::Former];
    let said = person.document.risk_factors.as_ref();
    let by_count = said.and_then(|r| r.cigarettes_per_day).filter(|&n| n > 0.0).map(smoking_level);
    if let Some(level) = by_count.or_else(|| said.and_then(|r| r.smoking)) {
        return Level::known(level);
    }
    let stated = said.is_some_and(|r| r.current_smoker.is_some() || r.cigarettes_per_day.is_some());
    match person.smokes() {
        Some(true) => Level { read_as: Smoking::Light, could_be: NOW },
        Some(false) if stated => Level { read_as: Smoking::Never, could_be: NOT_NOW },
        // Everything was asked, and no smoking was said.
        Some(false) => Level::known(Smoking::Never),
        None => Level { read_as: Smoking::Never, could_be: Smoking::ALL },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{
        Drug, Fracture, FractureSite, History, Patient, RiskFactors, Section, Sex, SpineImaging,
        SpineImagingResult, Treatment,
    };

    /// What is read, and which factors are unknown.
    struct Known {
        read: Read,
        unknown: Factors,
    }

    fn read(sex: Sex, change: impl FnOnce(&mut Patient)) -> Known {
        let mut patient = Patient { sex: Some(sex), age_years: Some(70.0), ..Default::default() };
        change(&mut patient);
        let person = Person::read(&patient, Some(jiff::civil::date(2026, 6, 1))).unwrap();
        let read = Read::of(&person);
        let unknown = read.unknown(&person);
        Known { read, unknown }
    }

    fn says(known: &Known, factor: Factor) -> Option<bool> {
        if known.unknown.has(factor) { None } else { Some(known.read.present.has(factor)) }
    }

    fn of(factor: Factor, change: impl FnOnce(&mut RiskFactors)) -> Option<bool> {
        let read = read(Sex::Female, |p| change(p.risk_factors.get_or_insert_default()));
        says(&read, factor)
    }

    #[test]
    fn readings_stand_in_the_order_of_the_factors() {
        let order: Vec<Factor> = READINGS.iter().map(|reading| reading.factor).collect();
        assert_eq!(order, Factor::ALL);
    }

    #[test]
    fn factors_of_several_keys() {
        assert_eq!(of(Factor::AsthmaOrCopd, |r| r.asthma = Some(true)), Some(true));
        assert_eq!(of(Factor::AsthmaOrCopd, |r| r.asthma = Some(false)), None);
        assert_eq!(
            of(Factor::AsthmaOrCopd, |r| (r.asthma, r.copd) = (Some(false), Some(false))),
            Some(false)
        );
        assert_eq!(
            of(Factor::CardiovascularDisease, |r| r.cardiovascular_disease = Some(false)),
            Some(false)
        );
        assert_eq!(of(Factor::CardiovascularDisease, |r| r.stroke = Some(false)), None);
        let stroke = |r: &mut RiskFactors| (r.stroke, r.cardiovascular_disease) = (Some(true), Some(false));
        assert_eq!(of(Factor::CardiovascularDisease, stroke), Some(true));
        assert_eq!(of(Factor::Malabsorption, |r| r.coeliac_disease = Some(true)), Some(true));
        assert_eq!(of(Factor::ParentalHistory, |r| r.maternal_hip_fracture = Some(true)), Some(true));
        assert_eq!(of(Factor::ParentalHistory, |r| r.parental_hip_fracture = Some(false)), None);
        assert_eq!(of(Factor::Falls, |r| r.falls_past_year = Some(0)), Some(false));
        assert_eq!(of(Factor::Falls, |r| r.falls_past_year = Some(1)), Some(true));
        assert_eq!(of(Factor::Falls, |r| r.injurious_falls = Some(true)), Some(true));
        assert_eq!(of(Factor::Falls, |r| r.injurious_falls = Some(false)), None);
        assert_eq!(of(Factor::Type2Diabetes, |r| r.type_2_diabetes_years = Some(7.0)), Some(true));
        assert_eq!(of(Factor::Type2Diabetes, |r| r.type_2_diabetes_years = Some(0.0)), None);
        let complete = |change: fn(&mut RiskFactors)| {
            let read = read(Sex::Female, |p| {
                p.complete = Some(vec![Section::RiskFactors]);
                change(p.risk_factors.get_or_insert_default());
            });
            says(&read, Factor::Type2Diabetes)
        };
        assert_eq!(complete(|r| r.type_2_diabetes_years = Some(7.0)), Some(true));
        assert_eq!(complete(|_| ()), Some(false));
        let dialysis = read(Sex::Male, |p| {
            p.history =
                Some(History { dialysis: Some(true), breast_cancer: Some(true), ..Default::default() });
        });
        assert_eq!(says(&dialysis, Factor::ChronicKidneyDisease), Some(true));
        assert_eq!(says(&dialysis, Factor::AnyCancer), Some(true));
    }

    #[test]
    fn fractures_by_site() {
        let at = |site, age: f64| {
            let trauma = (age >= 50.0).then_some(crate::document::Trauma::Low);
            let fracture = Fracture { site: Some(site), age_years: Some(age), trauma, ..Default::default() };
            says(&read(Sex::Female, |p| p.fractures = Some(vec![fracture])), Factor::PriorFracture)
        };
        assert_eq!(at(FractureSite::DistalForearm, 60.0), Some(true));
        // It may be no wrist.
        assert_eq!(at(FractureSite::ForearmUnspecified, 60.0), None);
        assert_eq!(at(FractureSite::ProximalHumerus, 45.0), None);
        assert_eq!(at(FractureSite::Ankle, 60.0), Some(false));
        assert_eq!(at(FractureSite::FemurUnspecified, 60.0), None);
        assert_eq!(at(FractureSite::Unspecified, 12.0), Some(false));
        let imaged = |p: &mut Patient| {
            let result = Some(SpineImagingResult::Fracture);
            p.spine_imaging = Some(vec![SpineImaging { result, ..Default::default() }]);
        };
        // Of an image it is read in that the blow was not hard.
        let imaged = read(Sex::Female, imaged);
        assert!(imaged.read.present.has(Factor::PriorFracture) && imaged.unknown.has(Factor::PriorFracture));
        assert_eq!(says(&read(Sex::Female, |_| ()), Factor::PriorFracture), None);
        assert_eq!(
            says(&read(Sex::Female, |p| p.fractures = Some(vec![])), Factor::PriorFracture),
            Some(false)
        );
    }

    #[test]
    fn a_hormone_therapy_may_be_a_combined_one() {
        let treated = read(Sex::Female, |p| {
            let drug = Some(Drug::MenopausalHormoneTherapy);
            let start = Some(jiff::civil::date(2025, 1, 1));
            p.treatments = Some(vec![Treatment { drug, start, ..Default::default() }]);
        });
        assert_eq!(says(&treated, Factor::OestrogenHrt), None);
        assert_eq!(of(Factor::OestrogenHrt, |r| r.oestrogen_hrt = Some(true)), Some(true));
    }

    #[test]
    fn levels_of_smoking() {
        let of = |change: fn(&mut RiskFactors), complete: bool| {
            let read = read(Sex::Male, |p| {
                change(p.risk_factors.get_or_insert_default());
                p.complete = complete.then(|| vec![Section::RiskFactors]);
            });
            (read.read.smoking.read_as, read.read.smoking.could_be.len())
        };
        assert_eq!(of(|_| (), false), (Smoking::Never, 5));
        assert_eq!(of(|_| (), true), (Smoking::Never, 0));
        assert_eq!(of(|r| r.current_smoker = Some(true), true), (Smoking::Light, 3));
        assert_eq!(of(|r| r.current_smoker = Some(false), false), (Smoking::Never, 2));
        assert_eq!(of(|r| r.cigarettes_per_day = Some(0.0), false), (Smoking::Never, 2));
        assert_eq!(of(|r| r.smoking = Some(Smoking::Former), false), (Smoking::Former, 0));
        for (n, level) in [
            (9.0, Smoking::Light),
            (10.0, Smoking::Moderate),
            (19.9, Smoking::Moderate),
            (20.0, Smoking::Heavy),
        ] {
            let read = read(Sex::Male, |p| {
                p.risk_factors = Some(RiskFactors { cigarettes_per_day: Some(n), ..Default::default() });
            });
            assert_eq!((read.read.smoking.read_as, read.read.smoking.could_be.len()), (level, 0), "{n}");
        }
    }
}
