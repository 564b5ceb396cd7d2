//! The limits of classes and rules: `data/thresholds.csv`, one constant a row with its source.

pub use super::tables::threshold_values::*;
