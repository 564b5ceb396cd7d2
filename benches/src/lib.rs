//! What the benches share: people to measure on, the paths that are measured, and the ratios that come of it. Every
//! figure is a ratio against a yardstick of the same run.
#![forbid(unsafe_code)]

pub mod machine;
pub mod paths;
pub mod people;
mod ratio;
mod run;
pub mod table;

pub use ratio::{Promised, Ratio};
pub use run::{Measured, Run, kept_ratios, target};
