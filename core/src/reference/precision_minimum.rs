//! ISCD's minimum acceptable precision: `data/precision_minimum.csv`.

use super::tables::PRECISION_MINIMUM;
use crate::citation::CitationId;
use crate::document::Region;

/// The largest precision error that ISCD accepts of a technologist.
#[derive(Clone, Copy, Debug)]
pub struct PrecisionMinimum {
    /// Region.
    pub region: Region,
    /// Coefficient of variation, %.
    pub cv_percent: f64,
    /// Source.
    pub citation: CitationId,
}

/// The minimum for a region, where ISCD states one: spine, total hip and femoral neck.
#[must_use]
pub fn find(region: Region) -> Option<&'static PrecisionMinimum> {
    PRECISION_MINIMUM.iter().find(|row| row.region == region)
}

/// The coefficient of variation for a region, %.
#[must_use]
pub fn cv_percent(region: Region) -> Option<f64> {
    find(region).map(|row| row.cv_percent)
}

/// The source of [`cv_percent`].
#[must_use]
pub fn citation(region: Region) -> Option<CitationId> {
    find(region).map(|row| row.citation)
}
