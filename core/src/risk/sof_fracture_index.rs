//! To be written.

use super::{ModelAnswer, Outcome, Subject, missing, models};

pub(crate) fn answer(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::SOF_FRACTURE_INDEX,
        [(Outcome::Hip, None)],
        &missing("model", "to be written"),
    )
}
