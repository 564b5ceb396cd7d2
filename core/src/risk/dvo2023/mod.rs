//! To be written.

use super::{ModelAnswer, Outcome, Subject, missing, models};

pub(crate) fn answer(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::DVO2023,
        [(Outcome::VertebralOrHip, None)],
        &missing("model", "to be written"),
    )
}
