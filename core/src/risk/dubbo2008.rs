//! To be written.

use super::{ModelAnswer, Outcome, Subject, missing, models};

pub(crate) fn answer(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(&models::DUBBO2008, [(Outcome::Any, None)], &missing("model", "to be written"))
}
