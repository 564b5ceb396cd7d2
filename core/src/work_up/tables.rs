//! Panels and limits: `data/work_up/*.csv`, compiled in.

use crate::citation::{CitationId, ids};
use crate::document::Analyte;
use crate::quantity::Tenths;

/// A list of tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// What French fracture liaison services ask for.
    FlsFrance,
    /// What most services ask for: a choice of this project.
    FlsCommon,
    /// Whether a treatment acts.
    Monitoring,
    /// Imaging.
    Imaging,
}

impl Panel {
    /// The name in documents.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FlsFrance => "fls_france",
            Self::FlsCommon => "fls_common",
            Self::Monitoring => "monitoring",
            Self::Imaging => "imaging",
        }
    }
}

/// Of whom a test is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Of everyone.
    Everyone,
    /// Of the young.
    Young,
    /// Of men.
    Men,
    /// Of young men.
    YoungMen,
}

/// A test of a panel.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    /// The panel.
    pub panel: Panel,
    /// What is measured.
    pub analyte: Analyte,
    /// What stands for it.
    pub instead: Option<Analyte>,
    /// Of whom it is asked.
    pub who: Who,
    /// Where it stands.
    pub citation: CitationId,
}

/// The side on which a result is remarkable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Below the limit.
    Low,
    /// Above the limit.
    High,
}

/// A limit for results that come without the laboratory's own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// What is measured.
    pub analyte: Analyte,
    /// The unit; empty where it does not matter.
    pub unit: &'static str,
    /// The country whose limit it is; empty for all others.
    pub country: &'static str,
    /// Which side.
    pub side: Side,
    /// The limit, in the unit.
    pub limit: f64,
    /// Where it stands.
    pub citation: CitationId,
}

include!(concat!(env!("OUT_DIR"), "/work_up.rs"));
