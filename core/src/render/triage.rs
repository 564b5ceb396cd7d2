//! Writes `triage` out.

use crate::citation::CitationId;
use crate::document::guidance as doc;
use crate::engine::Answer;

pub(super) fn triage(answer: &Answer<'_>) -> Option<doc::Triage> {
    let said = answer.triage.as_ref()?;
    Some(doc::Triage {
        priority: said.priority,
        within_weeks: None,
        next_steps: Vec::new(),
        next_dxa_due: None,
        reasons: Vec::new(),
        scheme: "osteon".to_owned(),
    })
}

/// Every source behind it.
pub(crate) fn cited(_answer: &Answer<'_>) -> Vec<CitationId> {
    Vec::new()
}
