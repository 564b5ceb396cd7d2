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

use crate::diagnosis::{FractureAssumptions, PastFracture, any_past_fracture, or, past_fractures};
use crate::document::{FractureSite, QfractureEthnicity, RiskFactors, Smoking, SpineImagingResult};
use crate::facts::{Person, smoking_level};
use crate::risk::reading::{ReadIn, either, fractures_read_as, stated_fragility};

use super::inputs::{Alcohol, Factor, Factors};

/// A key of the patient document, and what it says.
type Key = (&'static str, fn(&Person<'_>) -> Option<bool>);

/// How a factor is read.
struct Reading {
    factor: Factor,
    keys: &'static [Key],
    also: fn(&Person<'_>) -> bool,
    /// What the factor, where it is present, hangs on that was only read into the document.
    read_in: fn(&Person<'_>) -> [Option<ReadIn>; 3],
}

/// One key of `risk_factors`.
macro_rules! key {
    ($key:ident) => {
        (concat!("risk_factors.", stringify!($key)), |p| p.risk_factor(|r| r.$key))
    };
}

const fn by_keys(factor: Factor, keys: &'static [Key]) -> Reading {
    also(factor, keys, |_| false)
}

const fn also(factor: Factor, keys: &'static [Key], also: fn(&Person<'_>) -> bool) -> Reading {
    Reading { factor, keys, also, read_in: |_| [None; 3] }
}

fn stated(p: &Person<'_>, key: impl Fn(&RiskFactors) -> Option<bool>) -> bool {
    p.risk_factor(key) == Some(true)
}

static READINGS: [Reading; Factor::ALL.len()] = [
    by_keys(Factor::Antidepressant, &[key!(antidepressant)]),
    also(Factor::AnyCancer, &[key!(any_cancer)], |p| {
        let history = p.document.history.as_ref();
        history.is_some_and(|h| h.breast_cancer == Some(true) || h.skeletal_malignancy == Some(true))
    }),
    by_keys(Factor::AsthmaOrCopd, &[key!(asthma), key!(copd)]),
    by_keys(Factor::CareHome, &[key!(care_home)]),
    Reading {
        read_in: |p| [p.glucocorticoid().current_from_dose.then_some(ReadIn::DOSE), None, None],
        ..by_keys(Factor::Corticosteroids, &[("risk_factors.glucocorticoid", |p| p.glucocorticoid().current)])
    },
    also(Factor::CardiovascularDisease, &[key!(cardiovascular_disease)], |p| {
        stated(p, |r| r.stroke)
            || p.history(|h| h.myocardial_infarction_or_stroke) == Some(true)
            || p.history(|h| h.coronary_artery_disease) == Some(true)
    }),
    by_keys(Factor::Dementia, &[key!(dementia)]),
    by_keys(Factor::EndocrineDisorder, &[key!(hyperthyroidism), key!(hyperparathyroidism), key!(cushing)]),
    by_keys(Factor::EpilepsyOrAnticonvulsant, &[key!(epilepsy_or_anticonvulsant)]),
    by_keys(Factor::Falls, &[("risk_factors.falls_past_year", |p| p.falls_past_year().any())]),
    Reading {
        read_in: read_into_fractures,
        ..also(
            Factor::PriorFracture,
            &[("fractures", |p| prior_fracture(p, |fracture| fracture.fragility))],
            fracture_is_imaged,
        )
    },
    by_keys(Factor::OestrogenHrt, &[key!(oestrogen_hrt)]),
    by_keys(Factor::ChronicLiverDisease, &[key!(chronic_liver_disease)]),
    also(Factor::Malabsorption, &[key!(malabsorption)], |p| {
        stated(p, |r| r.inflammatory_bowel_disease) || stated(p, |r| r.coeliac_disease)
    }),
    by_keys(Factor::Parkinson, &[key!(parkinson)]),
    by_keys(Factor::RheumatoidArthritisOrLupus, &[key!(rheumatoid_arthritis), key!(systemic_lupus)]),
    also(Factor::ChronicKidneyDisease, &[key!(chronic_kidney_disease)], |p| {
        p.history(|h| h.dialysis) == Some(true) || p.history(|h| h.kidney_transplant) == Some(true)
    }),
    by_keys(Factor::Type1Diabetes, &[key!(type_1_diabetes)]),
    by_keys(Factor::Type2Diabetes, &[("risk_factors.type_2_diabetes", |p| p.type_2_diabetes())]),
    also(Factor::ParentalHistory, &[key!(parental_hip_fracture), key!(parental_osteoporosis)], |p| {
        stated(p, |r| r.maternal_hip_fracture)
    }),
];

/// A fragility fracture of wrist, spine, hip or shoulder.
fn prior_fracture(
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
fn read_into_fractures(person: &Person<'_>) -> [Option<ReadIn>; 3] {
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
        site.then_some(ReadIn { field: "fractures.site", read_as: "wrist or shoulder" }),
    ]
}

/// Whether a site may be the wrist or the shoulder, and is read so.
const fn is_site_read(site: FractureSite) -> bool {
    matches!(site, FractureSite::ForearmUnspecified | FractureSite::HumerusUnspecified)
}

/// Whether an image shows a vertebral fracture that nobody listed: the diagnosis reads it so too.
fn fracture_is_imaged(person: &Person<'_>) -> bool {
    let listed = person.document.fractures.iter().flatten().any(|f| f.site == Some(FractureSite::Vertebra));
    let imaged = |imaging: &crate::document::SpineImaging| {
        imaging.result == Some(SpineImagingResult::Fracture) && person.counts(imaging.date)
    };
    !listed && person.document.spine_imaging.iter().flatten().any(imaged)
}

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
pub(super) struct Read {
    pub(super) alcohol: Level<Alcohol>,
    pub(super) ethnicity: Level<QfractureEthnicity>,
    pub(super) smoking: Level<Smoking>,
    /// The factors as read.
    pub(super) present: Factors,
    /// Those that may be otherwise than they were read.
    pub(super) unknown: Factors,
}

impl Read {
    /// Whether nothing is unknown.
    pub(super) fn is_known(&self) -> bool {
        self.unknown == Factors::NONE
            && self.alcohol.could_be.is_empty()
            && self.ethnicity.could_be.is_empty()
            && self.smoking.could_be.is_empty()
    }

    pub(super) fn of(person: &Person<'_>) -> Self {
        let (mut present, mut unknown) = (Factors::NONE, Factors::NONE);
        for reading in &READINGS {
            let first = (reading.also)(person).then_some(true).or(Some(false));
            match reading.keys.iter().fold(first, |any, (_, says)| or(any, says(person))) {
                Some(true) => {
                    present = present.with(reading.factor);
                    if (reading.read_in)(person).iter().any(Option::is_some) {
                        unknown = unknown.with(reading.factor);
                    }
                }
                Some(false) => {}
                None => unknown = unknown.with(reading.factor),
            }
        }
        let ethnicity = person.document.qfracture_ethnicity.map_or(
            Level { read_as: QfractureEthnicity::WhiteOrNotRecorded, could_be: QfractureEthnicity::ALL },
            Level::known,
        );
        let alcohol = person.alcohol_units_per_day().and_then(Alcohol::from_units_per_day);
        let alcohol = alcohol.map_or(Level { read_as: Alcohol::None, could_be: Alcohol::ALL }, Level::known);
        Self { alcohol, ethnicity, smoking: smoking(person), present, unknown }
    }
}

fn reading(factor: Factor) -> impl Iterator<Item = &'static Reading> {
    READINGS.iter().filter(move |reading| reading.factor == factor)
}

/// The keys of a factor that leave it open.
pub(super) fn open_keys(person: &Person<'_>, factor: Factor) -> impl Iterator<Item = &'static str> {
    let keys = reading(factor).flat_map(|reading| reading.keys);
    keys.filter(|(_, says)| says(person).is_none()).map(|(key, _)| *key)
}

/// What a factor that is present hangs on that was only read into the document.
pub(super) fn read_in(person: &Person<'_>, factor: Factor) -> impl Iterator<Item = ReadIn> {
    reading(factor).flat_map(|reading| (reading.read_in)(person)).flatten()
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
    use crate::document::{Drug, Fracture, History, Patient, Section, Sex, SpineImaging, Treatment};

    fn read(sex: Sex, change: impl FnOnce(&mut Patient)) -> Read {
        let mut patient = Patient { sex: Some(sex), age_years: Some(70.0), ..Default::default() };
        change(&mut patient);
        Read::of(&Person::read(&patient, Some(jiff::civil::date(2026, 6, 1))).unwrap())
    }

    fn says(read: &Read, factor: Factor) -> Option<bool> {
        if read.unknown.has(factor) { None } else { Some(read.present.has(factor)) }
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
        assert!(imaged.present.has(Factor::PriorFracture) && imaged.unknown.has(Factor::PriorFracture));
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
            (read.smoking.read_as, read.smoking.could_be.len())
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
            assert_eq!((read.smoking.read_as, read.smoking.could_be.len()), (level, 0), "{n}");
        }
    }
}
