//! What one more slot, one more round of calls or a DXA on the ward would change: seeded, with capacity as a
//! hard limit.
//!
//! A calculator that multiplies percentages lets every change help. Here people wait for places, and whoever a
//! change gains takes a place that all others leave free: where all places are taken, raising attendance changes
//! nothing (Jones 2024).

pub mod limits;
mod measured;
mod queue;
mod random;
mod scenario;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::journey::Journey;
use super::options::Settings;

use limits::WEEKS;
use measured::Measured;

/// One scenario against the present.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scenario {
    /// `present`, `one_more_slot`, `one_more_call_round`, `dxa_on_the_ward`, `attendance_without_slots`.
    pub id: String,
    /// Seen, on average over the runs.
    pub seen: f64,
    /// The middle 95 % of the runs.
    pub seen_low: f64,
    /// Upper end.
    pub seen_high: f64,
    /// Scanned within 12 weeks.
    pub scanned_12_weeks: f64,
    /// Begun on treatment within 16 weeks.
    pub begun_16_weeks: f64,
    /// Weeks from agreeing to come to the visit, mean; 0 where nobody is seen.
    pub wait_weeks: f64,
    /// Places that nobody was booked for, percent: only these can be taken by people that a change gains.
    pub free_slots_percent: f64,
    /// Places that nobody took, or that somebody missed, percent; 0 where there are none.
    pub empty_slots_percent: f64,
}

/// The scenarios, with what they rest on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Simulation {
    /// Why there is none.
    pub because: Option<String>,
    /// Seed.
    pub seed: u32,
    /// Runs of each scenario.
    pub runs: u32,
    /// Weeks of each run.
    pub weeks: u32,
    /// Referrals a week, places a week, and whatever else was measured or set, by name.
    pub rests_on: Vec<(String, f64)>,
    /// The scenarios; the first is the present.
    pub scenarios: Vec<Scenario>,
}

/// Runs the scenarios on what the journeys show.
#[must_use]
pub fn simulate(journeys: &[Journey], settings: &Settings) -> Simulation {
    let seed = settings.simulation_seed;
    match Measured::of(journeys, settings) {
        Err(because) => Simulation { because: Some(because.to_owned()), seed, ..Simulation::default() },
        Ok(measured) => Simulation {
            rests_on: scenario::rests_on(&measured),
            scenarios: scenario::all(&measured, seed),
            because: None,
            seed,
            runs: scenario::runs(&measured),
            weeks: WEEKS,
        },
    }
}
