//! Licence and reimbursement.

use super::mirrors;

/// Whether a drug is licensed and paid for.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_access_status {
    /// Not known, or not stated.
    Unknown = 0,
    /// Reimbursed.
    Reimbursed = 1,
    /// Not reimbursed.
    NotReimbursed = 2,
    /// Not licensed.
    NotLicensed = 3,
    /// It cannot be said.
    CannotBeSaid = 4,
}

mirrors!(osteon_access_status, osteon::document::guidance::AccessStatus, { Reimbursed, NotReimbursed, NotLicensed } CannotBeSaid is Unknown);
