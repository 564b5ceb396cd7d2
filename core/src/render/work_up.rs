//! Writes `work_up[]` out.

use crate::citation::CitationId;
use crate::document::guidance as doc;
use crate::engine::Answer;

pub(super) fn work_up(_answer: &Answer<'_>) -> Vec<doc::WorkUp> {
    Vec::new()
}

/// Every source behind it.
pub(crate) fn cited(_answer: &Answer<'_>) -> Vec<CitationId> {
    Vec::new()
}
