//! The funnel: how many reached each step, of the step before and of all who were identified.

use super::journey::Journey;
use super::options::Settings;
use super::output::{EventRow, Funnel};

/// The funnel of a service, by group.
#[must_use]
pub fn funnel(_journeys: &[Journey], _events: &[EventRow], _settings: &Settings) -> Funnel {
    Funnel::default()
}
