//! To be written.

use super::{ModelAnswer, Outcome, Subject, missing, models};

pub(crate) fn answer(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::SUPPLIED_FRAX,
        [(Outcome::Mof, None), (Outcome::Hip, None)],
        &missing("model", "to be written"),
    )
}

pub(crate) fn mof_gc_adjusted(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::SUPPLIED_MOF_GC_ADJUSTED,
        [(Outcome::Mof, None)],
        &missing("model", "to be written"),
    )
}

pub(crate) fn hip_gc_adjusted(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::SUPPLIED_HIP_GC_ADJUSTED,
        [(Outcome::Hip, None)],
        &missing("model", "to be written"),
    )
}

pub(crate) fn mof_ls_adjusted(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::SUPPLIED_MOF_LS_ADJUSTED,
        [(Outcome::Mof, None)],
        &missing("model", "to be written"),
    )
}

pub(crate) fn mof_tbs_adjusted(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::SUPPLIED_MOF_TBS_ADJUSTED,
        [(Outcome::Mof, None)],
        &missing("model", "to be written"),
    )
}

pub(crate) fn hip_tbs_adjusted(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::SUPPLIED_HIP_TBS_ADJUSTED,
        [(Outcome::Hip, None)],
        &missing("model", "to be written"),
    )
}
