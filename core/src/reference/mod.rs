//! Reference populations and constants, compiled in from `data/`; one kind a file.

pub mod age_matched;
pub mod caller;
pub mod label;
pub mod precision_minimum;
pub mod sbmd_equation;
pub mod thresholds;
pub mod young_adult;

/// The rows of `data/`, as the build checked them.
mod tables {
    use super::age_matched::{AgeMatched, Node};
    use super::precision_minimum::PrecisionMinimum;
    use super::sbmd_equation::{SbmdEquation, SbmdError};
    use super::young_adult::{Purpose, Unit, YoungAdult};
    use crate::citation::{Confidence, ids};
    use crate::document::{Ethnicity, Manufacturer, Region, Sex, Vertebrae};
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}
