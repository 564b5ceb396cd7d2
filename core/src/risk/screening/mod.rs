//! To be written.

use super::{ModelAnswer, Outcome, Subject, missing, models};

pub(crate) fn ost(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(&models::OST, [(Outcome::LowBoneDensity, None)], &missing("model", "to be written"))
}

pub(crate) fn osta(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(&models::OSTA, [(Outcome::LowBoneDensity, None)], &missing("model", "to be written"))
}

pub(crate) fn orai(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(&models::ORAI, [(Outcome::LowBoneDensity, None)], &missing("model", "to be written"))
}

pub(crate) fn osiris(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::OSIRIS,
        [(Outcome::LowBoneDensity, None)],
        &missing("model", "to be written"),
    )
}

pub(crate) fn score(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::SCORE,
        [(Outcome::LowBoneDensity, None)],
        &missing("model", "to be written"),
    )
}

pub(crate) fn abone(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::ABONE,
        [(Outcome::LowBoneDensity, None)],
        &missing("model", "to be written"),
    )
}

pub(crate) fn body_weight(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::BODY_WEIGHT,
        [(Outcome::LowBoneDensity, None)],
        &missing("model", "to be written"),
    )
}

pub(crate) fn sofsurf(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::SOFSURF,
        [(Outcome::LowBoneDensity, None)],
        &missing("model", "to be written"),
    )
}

pub(crate) fn mores(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::MORES,
        [(Outcome::LowBoneDensity, None)],
        &missing("model", "to be written"),
    )
}
