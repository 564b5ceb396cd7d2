//! Bloods and imaging that a fracture liaison service asks for, and what results suggest.

use crate::evidence::Evidence;

/// One verdict, before it is written out.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkUpAnswer {}

/// Every verdict for one person.
#[must_use]
pub fn answers(_evidence: &Evidence<'_>) -> Vec<WorkUpAnswer> {
    Vec::new()
}
