//! To be written.

use super::{ModelAnswer, Outcome, Subject, missing, models};

pub(crate) fn answer(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::UK2008_PUBLISHED_TABLE,
        [(Outcome::Mof, None)],
        &missing("model", "to be written"),
    )
}
