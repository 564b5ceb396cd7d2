//! Whom to call today, and why.

use super::journey::Journey;
use super::options::Settings;
use super::output::{EventRow, WorklistRow};

/// The worklist of the day, in its order.
#[must_use]
pub fn worklist(_journeys: &[Journey], _events: &[EventRow], _settings: &Settings) -> Vec<WorklistRow> {
    Vec::new()
}
