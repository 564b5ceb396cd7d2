//! What the guidelines of a block recommend, as triage asks.

use crate::rule::{BlockDecision, Lanes};
use crate::triage::Causes;

/// For each cause that a guideline may give: the rows for which one gives it.
#[derive(Debug, Default)]
pub(super) struct Recommended {
    any: Vec<(Causes, Lanes)>,
    applies: Lanes,
}
