//! How soon the person should be seen, and what comes next: an order of this project, named so.

mod next_dxa;

use crate::course::CourseAnswer;
use crate::document::guidance::Priority;
use crate::evidence::Evidence;
use crate::guideline::GuidelineAnswer;

pub use next_dxa::{NextDxaAnswer, NextDxaRule, next_dxa};

/// The order, before it is written out.
#[derive(Clone, Debug, PartialEq)]
pub struct TriageAnswer {
    /// The priority.
    pub priority: Priority,
}

/// The order for one person.
#[must_use]
pub fn triage(
    _evidence: &Evidence<'_>,
    _guidelines: &[GuidelineAnswer],
    _course: &[CourseAnswer],
) -> TriageAnswer {
    TriageAnswer { priority: Priority::Undetermined }
}
