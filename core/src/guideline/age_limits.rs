//! Limits by age: `data/guideline/age_limits.csv`, one constant a table with its source.

use crate::citation::{Confidence, ids};
use crate::rule::{AgeLimits, Between};

include!(concat!(env!("OUT_DIR"), "/guideline_age_limits.rs"));
