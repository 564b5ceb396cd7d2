//! Laboratory results and tests.

use super::mirrors;

/// A result beyond the range of the method.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_comparator {
    /// Not known, or not stated.
    Unknown = 0,
    /// Below the value.
    Below = 1,
    /// Above the value.
    Above = 2,
}

mirrors!(osteon_comparator, osteon::document::Comparator, { Below, Above });

/// Whether a result is there.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_lab_status {
    /// Not known, or not stated.
    Unknown = 0,
    /// Final.
    Final = 1,
    /// Pending.
    Pending = 2,
    /// Not done.
    NotDone = 3,
}

mirrors!(osteon_lab_status, osteon::document::LabStatus, { Final, Pending, NotDone });

/// What a test of the work-up is.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_test_kind {
    /// Not known, or not stated.
    Unknown = 0,
    /// Blood.
    Blood = 1,
    /// Urine.
    Urine = 2,
    /// Imaging.
    Imaging = 3,
    /// Other.
    Other = 4,
}

mirrors!(osteon_test_kind, osteon::document::guidance::TestKind, { Blood, Urine, Imaging, Other });

/// Where a test of the work-up stands.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_test_status {
    /// Not known, or not stated.
    Unknown = 0,
    /// To be ordered.
    Due = 1,
    /// Ordered, no result yet.
    Pending = 2,
    /// There, and within its limits.
    Unremarkable = 3,
    /// There, and it suggests something.
    Flagged = 4,
    /// There, and it cannot be judged: no unit, no limits.
    NotJudged = 5,
}

mirrors!(osteon_test_status, osteon::document::guidance::TestStatus, { Due, Pending, Unremarkable, Flagged, NotJudged });
