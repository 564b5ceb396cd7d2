//! Persistence: for how long those who began a treatment stay on it.

use super::journey::Journey;
use super::options::Settings;
use super::output::Persistence;

/// Persistence of those who began, by group.
#[must_use]
pub fn persistence(_journeys: &[Journey], _settings: &Settings) -> Vec<Persistence> {
    Vec::new()
}
