//! The funnel: how many reached each step, of the step before and of all who were identified.

use super::journey::Journey;
use super::options::Settings;
use super::output::{EventRow, Funnel, Persistence};

/// The funnel and the persistence of a service, by group.
#[must_use]
pub fn funnel(_journeys: &[Journey], _events: &[EventRow], _settings: &Settings) -> Funnel {
    Funnel::default()
}

/// Persistence of those who began, by group.
#[must_use]
pub fn persistence(_journeys: &[Journey], _settings: &Settings) -> Vec<Persistence> {
    Vec::new()
}
