//! Fracture-risk models: published equations, one file a model, each with its own outcome and horizon.
//!
//! No model's number is ever turned into another's, nor held against another's threshold. An unknown
//! input is read as the paper's form reads it, listed, and the range over every completion is given.

mod answer;
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
pub use model::{Model, ModelOutcome, Models, Outcome, Verification, models};
pub(crate) use no_answer::NoAnswer;
pub use numbers::{InNumbers, MOST_OUTCOMES, Numbers};
pub(crate) use subject::{Subject, missing};
use supplied_frax::{glucocorticoid_dose, lumbar_spine_offset, trabecular_bone_score};

/// One model at work on one person.
type Answers = fn(&Subject<'_>) -> ModelAnswer;

/// Every model of this build with the function that answers, in the order of the registry.
static ANSWERS: &[(&Model, Answers)] = &[
    #[cfg(feature = "qfracture")]
    (&models::QFRACTURE2012, qfracture::answer_2012),
    #[cfg(feature = "qfracture")]
    (&models::QFRACTURE2016, qfracture::answer_2016),
    (&models::DVO2023, dvo2023::answer),
    (&models::DUBBO2008, dubbo2008::answer),
    (&models::SOF_FRACTURE_INDEX, sof_fracture_index::answer),
    (&models::SOF_HIP_1Y_2017, sof_hip_1y_2017::answer),
    (&models::VAN_GEEL2006, van_geel2006::answer),
    (&models::NOTTINGHAM_HIP_FRACTURE, nottingham_hip_fracture::answer),
    (&models::OST, screening::ost::answer),
    (&models::OSTA, screening::osta::answer),
    (&models::ORAI, screening::orai::answer),
    (&models::OSIRIS, screening::osiris::answer),
    (&models::SCORE, screening::score::answer),
    (&models::ABONE, screening::abone::answer),
    (&models::BODY_WEIGHT, screening::body_weight::answer),
    (&models::SOFSURF, screening::sofsurf::answer),
    (&models::MORES, screening::mores::answer),
    (&models::SUPPLIED_FRAX, supplied_frax::answer),
    (&models::SUPPLIED_MOF_GC_ADJUSTED, glucocorticoid_dose::mof_gc_adjusted),
    (&models::SUPPLIED_HIP_GC_ADJUSTED, glucocorticoid_dose::hip_gc_adjusted),
    (&models::SUPPLIED_MOF_LS_ADJUSTED, lumbar_spine_offset::mof_ls_adjusted),
    (&models::SUPPLIED_MOF_TBS_ADJUSTED, trabecular_bone_score::mof_tbs_adjusted),
    (&models::SUPPLIED_HIP_TBS_ADJUSTED, trabecular_bone_score::hip_tbs_adjusted),
    (&models::UK2008_PUBLISHED_TABLE, uk2008_published_table::answer),
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

/// Writes the numbers of one model for one person: of its own outcomes, and of no others.
pub(crate) type InNumbersOf = fn(&Subject<'_>, &mut InNumbers);

/// The models that have their numbers without an answer around them; of the others it is taken apart.
static NUMBERS: &[(&Model, InNumbersOf)] = &[
    #[cfg(feature = "qfracture")]
    (&models::QFRACTURE2012, qfracture::numbers_2012),
    #[cfg(feature = "qfracture")]
    (&models::QFRACTURE2016, qfracture::numbers_2016),
    (&models::DVO2023, dvo2023::numbers),
    (&models::DUBBO2008, dubbo2008::numbers),
    (&models::SOF_FRACTURE_INDEX, sof_fracture_index::numbers),
    (&models::SOF_HIP_1Y_2017, sof_hip_1y_2017::numbers),
    (&models::VAN_GEEL2006, van_geel2006::numbers),
    (&models::NOTTINGHAM_HIP_FRACTURE, nottingham_hip_fracture::numbers),
    (&models::OST, screening::ost::numbers),
    (&models::OSTA, screening::osta::numbers),
    (&models::ORAI, screening::orai::numbers),
    (&models::OSIRIS, screening::osiris::numbers),
    (&models::SCORE, screening::score::numbers),
    (&models::ABONE, screening::abone::numbers),
    (&models::BODY_WEIGHT, screening::body_weight::numbers),
    (&models::SOFSURF, screening::sofsurf::numbers),
    (&models::MORES, screening::mores::numbers),
    (&models::SUPPLIED_FRAX, supplied_frax::numbers),
    (&models::SUPPLIED_MOF_GC_ADJUSTED, glucocorticoid_dose::mof_numbers),
    (&models::SUPPLIED_HIP_GC_ADJUSTED, glucocorticoid_dose::hip_numbers),
    (&models::SUPPLIED_MOF_LS_ADJUSTED, lumbar_spine_offset::mof_numbers),
    (&models::SUPPLIED_MOF_TBS_ADJUSTED, trabecular_bone_score::mof_numbers),
    (&models::SUPPLIED_HIP_TBS_ADJUSTED, trabecular_bone_score::hip_numbers),
    (&models::UK2008_PUBLISHED_TABLE, uk2008_published_table::numbers),
];

/// Writes the numbers of one model for one person: those of its answer, and nothing else. What stands in `to` beyond
/// its outcomes stays there.
pub(crate) fn in_numbers(model: &'static Model, subject: &Subject<'_>, to: &mut InNumbers) {
    if let Some((_, numbers)) = by_place(NUMBERS, model) {
        numbers(subject, to);
    } else if let Some((_, answer)) = by_place(ANSWERS, model) {
        *to = InNumbers::from(&answer(subject));
    }
}

/// What belongs to a model in a table in the order of the registry, whose first models may be behind a feature.
fn by_place<T>(table: &'static [(&'static Model, T)], model: &Model) -> Option<&'static (&'static Model, T)> {
    let (first, _) = table.first()?;
    let there = table.get(usize::from(model.place.checked_sub(first.place)?));
    there.filter(|(known, _)| *known == model).or_else(|| table.iter().find(|(known, _)| *known == model))
}

/// Every model that the setup asks for, at work on one person: the numbers.
pub(crate) fn risks(person: &Person<'_>, scores: &[Score<'_>], setup: &Setup) -> Vec<ModelAnswer> {
    let subject = Subject::of(person, scores, setup);
    let mut said = Vec::with_capacity(ANSWERS.len());
    said.extend(asked(setup).map(|(_, answer)| answer(&subject)));
    said
}

/// The same in full.
pub(crate) fn risks_in_full(person: &Person<'_>, scores: &[Score<'_>], setup: &Setup) -> Vec<ModelAnswer> {
    let subject = Subject::of(person, scores, setup).in_full();
    let other = subject.by_the_other_t();
    let treated = flags::on_treatment(person);
    let answered = |&(model, answer): &(&'static Model, Answers)| {
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

fn asked(setup: &Setup) -> impl Iterator<Item = &'static (&'static Model, Answers)> {
    ANSWERS.iter().filter(|(model, _)| setup.models.has(model))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_model_of_the_registry_answers() {
        let answering: Vec<&str> = ANSWERS.iter().map(|(model, _)| model.id).collect();
        let registered: Vec<&str> = Model::all().iter().map(|model| model.id).collect();
        assert_eq!(answering, registered);
        let mut in_numbers: Vec<&str> = NUMBERS.iter().map(|(model, _)| model.id).collect();
        in_numbers.sort_by_key(|id| registered.iter().position(|known| known == id));
        assert_eq!(in_numbers, registered, "a model without its numbers costs columns an answer around them");
    }
}
