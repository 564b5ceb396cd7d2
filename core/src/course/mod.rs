//! Where a course of treatment stands: duration, pause, failure, the next dose.

use crate::evidence::Evidence;

/// One verdict, before it is written out.
#[derive(Clone, Debug, PartialEq)]
pub struct CourseAnswer {}

/// Every verdict for one person.
#[must_use]
pub fn answers(_evidence: &Evidence<'_>) -> Vec<CourseAnswer> {
    Vec::new()
}

impl CourseAnswer {
    /// Whether the next dose of denosumab is overdue.
    #[must_use]
    pub const fn is_denosumab_overdue(&self) -> bool {
        false
    }
}
