//! Whether each drug may be given: renal function, calcium, vitamin D, history, by jurisdiction.

use crate::evidence::Evidence;

/// One verdict, before it is written out.
#[derive(Clone, Debug, PartialEq)]
pub struct SafetyAnswer {}

/// Every verdict for one person.
#[must_use]
pub fn answers(_evidence: &Evidence<'_>) -> Vec<SafetyAnswer> {
    Vec::new()
}
