//! To be written.

use super::{ModelAnswer, Outcome, Subject, missing, models};

pub(crate) fn answer(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::NOTTINGHAM_HIP_FRACTURE,
        [(Outcome::Death, None)],
        &missing("model", "to be written"),
    )
}
