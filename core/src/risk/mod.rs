//! Fracture-risk models: published equations, one file a model, each with its own outcome and horizon.
//!
//! No model's number is ever turned into another's, nor held against another's threshold. An unknown
//! input is read as the paper's form reads it, listed, and the range over every completion is given.

mod answer;
mod assumed;
mod categories;
pub mod dubbo2008;
pub mod dvo2023;
mod flags;
pub mod life_course;
mod model;
mod no_answer;
pub mod notice;
pub mod nottingham_hip_fracture;
mod numbers;
pub mod points;
#[cfg(feature = "qfracture")]
pub mod qfracture;
mod reading;
pub mod risk_by_points;
pub mod screening;
pub mod sof_fracture_index;
pub mod sof_hip_1y_2017;
mod subject;
pub mod supplied_frax;
pub mod uk2008_published_table;
pub mod van_geel2006;

use crate::densitometry::{Score, Setup};
use crate::facts::Person;

pub use answer::{Horizon, Input, ModelAnswer, OutcomeAnswer, ReadAs, Remark, Variant};
pub(crate) use assumed::{FieldSet, Unknowns, assumed_in_bits};
pub use model::{Model, ModelOutcome, Models, Outcome, Verification, models};
pub(crate) use no_answer::NoAnswer;
pub use numbers::{InNumbers, MOST_OUTCOMES, Numbers};
pub(crate) use subject::{Subject, missing};
use supplied_frax::{glucocorticoid_dose, lumbar_spine_offset, trabecular_bone_score};

/// One model at work on one person.
type Answers = fn(&Subject<'_>) -> ModelAnswer;

/// The same in numbers alone: written for its own outcomes, and for no others.
type WritesNumbers = fn(&Subject<'_>, &mut InNumbers);

/// Every model of this build with the functions that answer, in the order of the registry.
static ANSWERS: &[(&Model, Answers, WritesNumbers)] = &[
    #[cfg(feature = "qfracture")]
    (&models::QFRACTURE2012, qfracture::answer_2012, qfracture::numbers_2012),
    #[cfg(feature = "qfracture")]
    (&models::QFRACTURE2016, qfracture::answer_2016, qfracture::numbers_2016),
    (&models::DVO2023, dvo2023::answer, dvo2023::numbers),
    (&models::DUBBO2008, dubbo2008::answer, dubbo2008::numbers),
    (&models::SOF_FRACTURE_INDEX, sof_fracture_index::answer, sof_fracture_index::numbers),
    (&models::SOF_HIP_1Y_2017, sof_hip_1y_2017::answer, sof_hip_1y_2017::numbers),
    (&models::VAN_GEEL2006, van_geel2006::answer, van_geel2006::numbers),
    (&models::NOTTINGHAM_HIP_FRACTURE, nottingham_hip_fracture::answer, nottingham_hip_fracture::numbers),
    (&models::OST, screening::ost::answer, screening::ost::numbers),
    (&models::OSTA, screening::osta::answer, screening::osta::numbers),
    (&models::ORAI, screening::orai::answer, screening::orai::numbers),
    (&models::OSIRIS, screening::osiris::answer, screening::osiris::numbers),
    (&models::SCORE, screening::score::answer, screening::score::numbers),
    (&models::ABONE, screening::abone::answer, screening::abone::numbers),
    (&models::BODY_WEIGHT, screening::body_weight::answer, screening::body_weight::numbers),
    (&models::SOFSURF, screening::sofsurf::answer, screening::sofsurf::numbers),
    (&models::MORES, screening::mores::answer, screening::mores::numbers),
    (&models::SUPPLIED_FRAX, supplied_frax::answer, supplied_frax::numbers),
    (
        &models::SUPPLIED_MOF_GC_ADJUSTED,
        glucocorticoid_dose::mof_gc_adjusted,
        glucocorticoid_dose::mof_numbers,
    ),
    (
        &models::SUPPLIED_HIP_GC_ADJUSTED,
        glucocorticoid_dose::hip_gc_adjusted,
        glucocorticoid_dose::hip_numbers,
    ),
    (
        &models::SUPPLIED_MOF_LS_ADJUSTED,
        lumbar_spine_offset::mof_ls_adjusted,
        lumbar_spine_offset::mof_numbers,
    ),
    (
        &models::SUPPLIED_MOF_TBS_ADJUSTED,
        trabecular_bone_score::mof_tbs_adjusted,
        trabecular_bone_score::mof_numbers,
    ),
    (
        &models::SUPPLIED_HIP_TBS_ADJUSTED,
        trabecular_bone_score::hip_tbs_adjusted,
        trabecular_bone_score::hip_numbers,
    ),
    (&models::UK2008_PUBLISHED_TABLE, uk2008_published_table::answer, uk2008_published_table::numbers),
];

/// The models that put a T-score into a band: their answer may hang on its rounding.
static BY_BANDS_OF_T: &[&Model] = &[
    &models::DVO2023,
    &models::SOF_FRACTURE_INDEX,
    &models::SOF_HIP_1Y_2017,
    &models::VAN_GEEL2006,
    &models::SUPPLIED_MOF_LS_ADJUSTED,
    &models::UK2008_PUBLISHED_TABLE,
];

/// Writes the numbers of one model for one person: those of its answer, and nothing else. What stands in `to` beyond
/// its outcomes stays there.
pub(crate) fn in_numbers(model: &'static Model, subject: &Subject<'_>, to: &mut InNumbers) {
    // The first models of the registry may be behind a feature.
    let first = ANSWERS.first().map_or(0, |(model, ..)| model.place);
    let there = model.place.checked_sub(first).and_then(|place| ANSWERS.get(usize::from(place)));
    if let Some((.., numbers)) = there.filter(|(known, ..)| *known == model) {
        numbers(subject, to);
    }
}

/// Every model that the setup asks for, at work on one person: the numbers.
pub(crate) fn risks(person: &Person<'_>, scores: &[Score<'_>], setup: &Setup) -> Vec<ModelAnswer> {
    let subject = Subject::of(person, scores, setup);
    let mut said = Vec::with_capacity(ANSWERS.len());
    said.extend(asked(setup).map(|(_, answer, _)| answer(&subject)));
    said
}

/// The same in full.
pub(crate) fn risks_in_full(person: &Person<'_>, scores: &[Score<'_>], setup: &Setup) -> Vec<ModelAnswer> {
    let subject = Subject::of(person, scores, setup).in_full();
    let other = subject.by_the_other_t();
    let treated = flags::on_treatment(person);
    let answered = |&(model, answer, _): &(&'static Model, Answers, WritesNumbers)| {
        let mut said = answer(&subject);
        if let Some(other) = other.as_ref().filter(|_| BY_BANDS_OF_T.contains(&model)) {
            flags::depends_on_rounding(&mut said, &answer(other), setup);
        }
        if let Some(treated) = &treated {
            flags::of_untreated(&mut said, treated);
        }
        said
    };
    asked(setup).map(answered).collect()
}

fn asked(setup: &Setup) -> impl Iterator<Item = &'static (&'static Model, Answers, WritesNumbers)> {
    ANSWERS.iter().filter(|(model, ..)| setup.models.has(model))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_model_of_the_registry_answers() {
        let answering: Vec<&str> = ANSWERS.iter().map(|(model, ..)| model.id).collect();
        let registered: Vec<&str> = Model::all().iter().map(|model| model.id).collect();
        assert_eq!(answering, registered);
        // They are found by their place.
        let first = ANSWERS[0].0.place;
        for (place, (model, ..)) in (first..).zip(ANSWERS) {
            assert_eq!(model.place, place, "{}", model.id);
        }
    }
}
