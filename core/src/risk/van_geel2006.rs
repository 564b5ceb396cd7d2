//! To be written.

use super::{ModelAnswer, Outcome, Subject, missing, models};

pub(crate) fn answer(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(
        &models::VAN_GEEL2006,
        [(Outcome::AnyClinical, None)],
        &missing("model", "to be written"),
    )
}
