//! Which codes mean what: versioned sets, one data file each in `core/data/fls`.

use super::code::Code;

/// Whether case finding, intake or the pathway read this code at all; a face keeps no other condition.
#[must_use]
pub fn is_read(_code: &Code) -> bool {
    true
}

/// Whether a condition or an act with this code makes its person one whose records are read.
#[must_use]
pub fn is_anchor(_code: &Code) -> bool {
    true
}
