//! Writes `course[]` out.

use crate::citation::CitationId;
use crate::document::guidance as doc;
use crate::engine::Answer;

pub(super) fn course(_answer: &Answer<'_>) -> Vec<doc::Course> {
    Vec::new()
}

/// Every source behind it.
pub(crate) fn cited(_answer: &Answer<'_>) -> Vec<CitationId> {
    Vec::new()
}
