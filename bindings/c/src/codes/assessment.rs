//! Words of the assessment.

use super::mirrors;

/// Densitometric category.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_category {
    /// Not known, or not stated.
    Unknown = 0,
    /// Normal.
    Normal = 1,
    /// Low bone mass.
    LowBoneMass = 2,
    /// Osteoporosis.
    Osteoporosis = 3,
    /// Severe osteoporosis.
    SevereOsteoporosis = 4,
    /// Below expected for age.
    BelowExpectedForAge = 5,
    /// Within expected for age.
    WithinExpectedForAge = 6,
    /// It cannot be said; the reasons say why.
    Undetermined = 7,
}

mirrors!(osteon_category, osteon::document::assessment::Category, { Normal, LowBoneMass, Osteoporosis, SevereOsteoporosis, BelowExpectedForAge, WithinExpectedForAge, Undetermined });

/// Whether a score is of the latest scan of its region.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_report_role {
    /// Not known, or not stated.
    Unknown = 0,
    /// Current.
    Current = 1,
    /// Prior.
    Prior = 2,
}

mirrors!(osteon_report_role, osteon::document::assessment::ReportRole, { Current, Prior });

/// Which T-score drives.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_t_source {
    /// Not known, or not stated.
    Unknown = 0,
    /// The one that the machine printed.
    Printed = 1,
    /// The computed one.
    Computed = 2,
}

mirrors!(osteon_t_source, osteon::document::options::TSource, { Printed, Computed });
