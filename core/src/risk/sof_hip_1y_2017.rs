//! To be written.

use super::{ModelAnswer, Outcome, Subject, missing, models};

pub(crate) fn answer(_: &Subject<'_>) -> ModelAnswer {
    ModelAnswer::refused(&models::SOF_HIP_1Y_2017, [(Outcome::Hip, None)], &missing("model", "to be written"))
}
