//! What rules about drugs see of a person. Results of the laboratory are read once, the rest where it is asked.

use core::cell::OnceCell;

use crate::diagnosis::or;
use crate::document::{Drug, FractureSite as S};
use crate::evidence::{Evidence, Range, Seen, SiteSet, Window};
use crate::guideline::fact::grio;

use super::calcium::Calcium;
use super::condition::Condition as C;
use super::renal::Renal;
use super::{bone_laboratory, cardiovascular, past_fracture, past_treatment, reproduction};

/// What is known of a condition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// So, not so, or unknown.
    Flag(Option<bool>),
    /// A number, and whether it is in the conventional unit.
    Number {
        /// The number.
        seen: Seen,
        /// mg/dL or ng/mL rather than mmol/L or nmol/L.
        is_conventional: bool,
    },
}

const PARATHYROID_ANALOGUES: &[Drug] = &[Drug::Teriparatide, Drug::Abaloparatide];
const ROMOSOZUMAB: &[Drug] = &[Drug::Romosozumab];

/// Results of the laboratory that several rules look at.
#[derive(Clone, Copy, Debug)]
struct Laboratory {
    renal: Renal,
    calcium: Calcium,
    vitamin_d: Value,
}

/// What rules about drugs see of a person.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    evidence: &'a Evidence<'a>,
    /// Read when the first rule asks.
    laboratory: OnceCell<Laboratory>,
}

impl<'a> Facts<'a> {
    /// Reads them.
    #[must_use]
    pub fn read(evidence: &'a Evidence<'a>) -> Self {
        Self { evidence, laboratory: OnceCell::new() }
    }

    fn laboratory(&self) -> &Laboratory {
        self.laboratory.get_or_init(|| Laboratory {
            renal: Renal::read(self.evidence),
            calcium: Calcium::read(self.evidence),
            vitamin_d: bone_laboratory::vitamin_d(self.evidence),
        })
    }

    /// Creatinine clearance.
    #[must_use]
    pub fn renal(&self) -> &Renal {
        &self.laboratory().renal
    }

    /// Corrected calcium.
    #[must_use]
    pub fn calcium(&self) -> &Calcium {
        &self.laboratory().calcium
    }

    /// What is known of a condition.
    #[must_use]
    pub fn value(&self, condition: C) -> Value {
        let e = self.evidence;
        let number = |seen| Value::Number { seen, is_conventional: false };
        let calcium = |seen| Value::Number { seen, is_conventional: self.calcium().is_conventional };
        match condition {
            C::CreatinineClearance => number(self.renal().clearance),
            C::CalciumWithoutLaboratoryLimit => calcium(self.calcium().without_lower_limit()),
            C::CalciumWithoutLaboratoryUpperLimit => calcium(self.calcium().without_upper_limit()),
            C::VitaminD => self.laboratory().vitamin_d,
            C::DaysSinceHipFracture => number(past_fracture::days_since_hip(e)),
            C::ParathyroidAnalogueMonths => number(past_treatment::months(e, PARATHYROID_ANALOGUES)),
            C::RomosozumabMonths => number(past_treatment::months(e, ROMOSOZUMAB)),
            C::MonthsSinceMiOrStroke => number(cardiovascular::months_since(e)),
            C::Age => number(Seen::Known(e.age())),
            C::VertebralFractures => number(e.fractures.vertebrae.into()),
            C::LowestT => number(e.bone_density.lowest_spine_or_hip()),
            C::HipT => number(e.bone_density.lowest_hip()),
            C::Falls => number(Range { least: e.falls.at_least, most: e.falls.at_most }.into()),
            flag => Value::Flag(self.flag(flag)),
        }
    }

    fn flag(&self, condition: C) -> Option<bool> {
        let e = self.evidence;
        let p = e.person;
        match condition {
            C::CalciumBelowLaboratoryLimit => self.calcium().is_below_laboratory_limit(),
            C::CalciumAboveLaboratoryLimit => self.calcium().is_above_laboratory_limit(),
            C::AlkalinePhosphataseLow => bone_laboratory::alkaline_phosphatase_is_low(e),
            C::AlkalinePhosphataseHigh => bone_laboratory::alkaline_phosphatase_is_high(e),
            C::AtypicalFemoralFracture => past_fracture::atypical_of_femur(e),
            C::StraightAfterDenosumab => past_treatment::straight_after_denosumab(e),
            C::BisphosphonateBefore => past_treatment::bisphosphonate_before(e),
            C::MiOrStroke => cardiovascular::infarction_or_stroke(e),
            C::CoronaryArteryDisease => cardiovascular::coronary(e),
            C::CardiovascularDisease => cardiovascular::any_disease(e),
            C::CalciumPending => Some(self.calcium().newer_pending),
            C::CreatininePending => Some(self.renal().newer_pending),
            C::Pregnant => reproduction::pregnant(e),
            C::PregnancyNotExcluded => reproduction::not_excluded(e),
            C::PregnancyPossible => reproduction::possible(e),
            C::Breastfeeding => reproduction::breastfeeding(e),
            C::Man => (!p.is_transgender()).then(|| !e.is_female()),
            C::Adult => Some(true),
            C::Postmenopausal => e.is_postmenopausal(),
            C::SevereFracture => (grio::SEVERE_FRACTURE.read)(e),
            C::NonVertebralFracture => {
                e.fractures.at(SiteSet::ALL.without(SiteSet::one(S::Vertebra)), Window::Ever)
            }
            C::DoubtfulAbsorption => {
                let intestine = or(e.risk_factor(|r| r.malabsorption), e.risk_factor(|r| r.coeliac_disease));
                let surgery = or(e.risk_factor(|r| r.gastrectomy), e.risk_factor(|r| r.bariatric_surgery));
                or(intestine, surgery)
            }
            C::Hyperparathyroidism => e.risk_factor(|r| r.hyperparathyroidism),
            C::Immobility => e.risk_factor(|r| r.immobility),
            C::ChronicLiverDisease => e.risk_factor(|r| r.chronic_liver_disease),
            C::Dialysis => p.history(|h| h.dialysis).or(self.renal().excludes_dialysis()),
            C::Hypercalcaemia => {
                p.history(|h| h.hypercalcaemia).or(self.calcium().is_known().then_some(false))
            }
            C::UnexplainedHighAlkalinePhosphatase => p.history(|h| h.unexplained_high_alp),
            C::Osteomalacia => p.history(|h| h.osteomalacia),
            C::Hypophosphatasia => p.history(|h| h.hypophosphatasia),
            C::OsteonecrosisOfJaw => p.history(|h| h.osteonecrosis_of_jaw),
            C::DentalExtractionPlanned => p.history(|h| h.dental_extraction_planned),
            C::OesophagealDisorder => p.history(|h| h.oesophageal_disorder),
            C::CannotSitUpright => p.history(|h| h.cannot_sit_upright),
            C::OralBisphosphonateUnsuitable => p.history(|h| h.oral_bisphosphonate_unsuitable),
            C::SkeletalMalignancy => p.history(|h| h.skeletal_malignancy),
            C::SkeletalRadiotherapy => p.history(|h| h.skeletal_radiotherapy),
            C::PagetDisease => p.history(|h| h.paget_disease),
            C::Urolithiasis => p.history(|h| h.urolithiasis),
            C::VenousThromboembolism => p.history(|h| h.venous_thromboembolism),
            C::BreastCancer => p.history(|h| h.breast_cancer),
            // These are numbers.
            C::CreatinineClearance
            | C::CalciumWithoutLaboratoryLimit
            | C::CalciumWithoutLaboratoryUpperLimit
            | C::VitaminD
            | C::DaysSinceHipFracture
            | C::ParathyroidAnalogueMonths
            | C::RomosozumabMonths
            | C::MonthsSinceMiOrStroke
            | C::Age
            | C::VertebralFractures
            | C::LowestT
            | C::HipT
            | C::Falls => None,
        }
    }

    /// Whether a condition is unknown because its result is too old.
    #[must_use]
    pub fn is_too_old(&self, condition: C) -> bool {
        (condition == C::CreatinineClearance && self.renal().too_old)
            || (condition.is_calcium() && self.calcium().too_old)
    }

    /// The tests to order or the fields to fill in that would answer a condition.
    #[must_use]
    pub fn needs(&self, condition: C) -> &'static [&'static str] {
        match condition {
            C::CreatinineClearance => self.renal().needs,
            C::DaysSinceHipFracture if !crate::diagnosis::fractures_are_known(self.evidence.person) => {
                &["fractures"]
            }
            C::MonthsSinceMiOrStroke if cardiovascular::infarction_or_stroke(self.evidence).is_none() => {
                C::MiOrStroke.fields()
            }
            calcium if calcium.is_calcium() => self.calcium().needs,
            other => other.fields(),
        }
    }
}
