//! The indicators of a service, each as data: numerator, denominator, window, exclusions, levels, source.

use super::journey::Journey;
use super::options::Settings;
use super::output::KpiRow;

/// Every indicator, for all doors together and for each.
#[must_use]
pub fn measure(_journeys: &[Journey], _settings: &Settings) -> Vec<KpiRow> {
    Vec::new()
}
