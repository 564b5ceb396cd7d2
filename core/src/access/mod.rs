//! Whether each drug is licensed and paid for; never mixed with safety.

use crate::evidence::Evidence;

/// One verdict, before it is written out.
#[derive(Clone, Debug, PartialEq)]
pub struct AccessAnswer {}

/// Every verdict for one person.
#[must_use]
pub fn answers(_evidence: &Evidence<'_>) -> Vec<AccessAnswer> {
    Vec::new()
}
