//! To be written.

use super::{ModelAnswer, Outcome, Subject, missing, models};

pub(crate) fn answer_2012(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::QFRACTURE2012,
        [(Outcome::Any, None), (Outcome::Hip, None)],
        &missing("model", "to be written"),
    )
}

pub(crate) fn answer_2016(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::QFRACTURE2016,
        [(Outcome::Any, None), (Outcome::Hip, None)],
        &missing("model", "to be written"),
    )
}
