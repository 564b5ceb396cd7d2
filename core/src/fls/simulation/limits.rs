//! The numbers of the simulation that no journey shows: `data/fls/simulation.csv`, compiled in.

use crate::citation::{CitationId, ids};

include!(concat!(env!("OUT_DIR"), "/fls_simulation.rs"));
