//! What models read into unknowns: listed once by each, in words or as a set of fields.

use super::answer::ReadAs;
use super::model::{Model, models};
use super::supplied_frax::{self, glucocorticoid_dose};
use super::{
    ModelAnswer, Subject, dubbo2008, dvo2023, nottingham_hip_fracture, screening, sof_fracture_index,
    sof_hip_1y_2017, van_geel2006,
};

/// Takes what a model read into unknowns.
pub(crate) trait Unknowns {
    /// An unknown that was read as something. What the other reading would do is made only where it is kept.
    fn read_as(&mut self, field: &'static str, read_as: &'static str, effect: impl FnOnce() -> String);
}

impl Unknowns for Vec<ReadAs> {
    fn read_as(&mut self, field: &'static str, read_as: &'static str, effect: impl FnOnce() -> String) {
        self.push(ReadAs { field, read_as, effect: effect() });
    }
}

/// Kept where the answer is one in full.
impl Unknowns for ModelAnswer {
    fn read_as(&mut self, field: &'static str, read_as: &'static str, effect: impl FnOnce() -> String) {
        if self.in_full {
            self.assumed.read_as(field, read_as, effect);
        }
    }
}

/// The fields alone: bit `n` is field `n` of the model.
pub(crate) struct FieldSet {
    fields: &'static [&'static str],
    bits: u64,
    /// The place after the last that was found.
    next: usize,
}

impl Unknowns for FieldSet {
    fn read_as(&mut self, field: &'static str, _: &'static str, _: impl FnOnce() -> String) {
        // They are mostly listed in the order in which they stand.
        let (before, after) = self.fields.split_at_checked(self.next).unwrap_or((self.fields, &[]));
        let found = (self.next..).zip(after).chain((0..).zip(before)).find(|(_, known)| **known == field);
        if let Some((place, _)) = found {
            self.bits |= 1 << place;
            self.next = place + 1;
        }
    }
}

/// How the fields of a model are found.
#[derive(Clone, Copy)]
enum Listed {
    /// Each by its name: the fields that the model may list, and what lists them.
    ByName(&'static [&'static str], fn(&Subject<'_>, &mut FieldSet)),
    /// As bits at once, where a hundred million rows are asked.
    #[cfg(feature = "qfracture")]
    AsBits(fn() -> Vec<&'static str>, fn(&Subject<'_>) -> u64),
}

/// Of the models that may read something into an unknown.
static LISTED: &[(&Model, Listed)] = &[
    #[cfg(feature = "qfracture")]
    (&models::QFRACTURE2012, Listed::AsBits(super::qfracture::fields, super::qfracture::open_2012)),
    #[cfg(feature = "qfracture")]
    (&models::QFRACTURE2016, Listed::AsBits(super::qfracture::fields, super::qfracture::open_2016)),
    (&models::DVO2023, Listed::ByName(dvo2023::FIELDS, dvo2023::unknowns)),
    (&models::DUBBO2008, Listed::ByName(dubbo2008::FIELDS, dubbo2008::unknowns)),
    (&models::SOF_FRACTURE_INDEX, Listed::ByName(sof_fracture_index::FIELDS, sof_fracture_index::unknowns)),
    (&models::SOF_HIP_1Y_2017, Listed::ByName(sof_hip_1y_2017::FIELDS, sof_hip_1y_2017::unknowns)),
    (&models::VAN_GEEL2006, Listed::ByName(van_geel2006::FIELDS, van_geel2006::unknowns)),
    (
        &models::NOTTINGHAM_HIP_FRACTURE,
        Listed::ByName(nottingham_hip_fracture::FIELDS, nottingham_hip_fracture::unknowns),
    ),
    (&models::OST, Listed::ByName(screening::MENOPAUSE, screening::ost::unknowns)),
    (&models::OSTA, Listed::ByName(screening::MENOPAUSE, screening::list_menopause)),
    (&models::ORAI, Listed::ByName(screening::orai::FIELDS, screening::orai::unknowns)),
    (&models::OSIRIS, Listed::ByName(screening::osiris::FIELDS, screening::osiris::unknowns)),
    (&models::SCORE, Listed::ByName(screening::score::FIELDS, screening::score::unknowns)),
    (&models::ABONE, Listed::ByName(screening::abone::FIELDS, screening::abone::unknowns)),
    (&models::BODY_WEIGHT, Listed::ByName(screening::MENOPAUSE, screening::list_menopause)),
    (&models::SOFSURF, Listed::ByName(screening::sofsurf::FIELDS, screening::sofsurf::unknowns)),
    (&models::MORES, Listed::ByName(screening::mores::FIELDS, screening::mores::unknowns)),
    (&models::SUPPLIED_FRAX, Listed::ByName(supplied_frax::FIELDS, supplied_frax::unknowns)),
    (
        &models::SUPPLIED_MOF_GC_ADJUSTED,
        Listed::ByName(glucocorticoid_dose::FIELDS, glucocorticoid_dose::unknowns),
    ),
    (
        &models::SUPPLIED_HIP_GC_ADJUSTED,
        Listed::ByName(glucocorticoid_dose::FIELDS, glucocorticoid_dose::unknowns),
    ),
    (&models::SUPPLIED_MOF_LS_ADJUSTED, Listed::ByName(supplied_frax::FIELDS, supplied_frax::unknowns)),
    (&models::SUPPLIED_MOF_TBS_ADJUSTED, Listed::ByName(supplied_frax::FIELDS, supplied_frax::unknowns)),
    (&models::SUPPLIED_HIP_TBS_ADJUSTED, Listed::ByName(supplied_frax::FIELDS, supplied_frax::unknowns)),
];

fn listed(model: &Model) -> Option<Listed> {
    LISTED.iter().find(|(known, _)| *known == model).map(|(_, listed)| *listed)
}

/// The fields that an answered model read something into, as a set of those of [`Model::assumes`]: the fields of the
/// [`assumed`](ModelAnswer::assumed) of its answer in full. Of a refused model it means nothing.
pub(crate) fn assumed_in_bits(model: &Model, subject: &Subject<'_>) -> u64 {
    match listed(model) {
        Some(Listed::ByName(fields, list)) => {
            let mut set = FieldSet { fields, bits: 0, next: 0 };
            list(subject, &mut set);
            set.bits
        }
        #[cfg(feature = "qfracture")]
        Some(Listed::AsBits(_, bits)) => bits(subject),
        None => 0,
    }
}

impl Model {
    /// The fields of the patient document that it may read something into where they are unknown; none of a model
    /// that is refused without them.
    ///
    /// ```
    /// use osteon::risk::Model;
    /// let index = Model::from_id("sof_fracture_index").unwrap();
    /// assert!(index.assumes().contains(&"risk_factors.current_smoker"));
    /// assert!(Model::from_id("uk2008_published_table").unwrap().assumes().is_empty());
    /// ```
    #[must_use]
    pub fn assumes(&self) -> Vec<&'static str> {
        match listed(self) {
            Some(Listed::ByName(fields, _)) => fields.to_vec(),
            #[cfg(feature = "qfracture")]
            Some(Listed::AsBits(fields, _)) => fields(),
            None => Vec::new(),
        }
    }
}
