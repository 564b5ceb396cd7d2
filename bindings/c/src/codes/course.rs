//! Courses of treatment.

use super::mirrors;

/// Where a course of treatment stands.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_course_status {
    /// Not known, or not stated.
    Unknown = 0,
    /// Continue.
    Continue = 1,
    /// Extend.
    Extend = 2,
    /// Pause.
    Pause = 3,
    /// Stop.
    Stop = 4,
    /// Switch.
    Switch = 5,
    /// Due.
    Due = 6,
    /// Overdue.
    Overdue = 7,
    /// Failure.
    Failure = 8,
    /// Not failure.
    NotFailure = 9,
    /// It cannot be said.
    CannotBeSaid = 10,
}

mirrors!(osteon_course_status, osteon::document::guidance::CourseStatus, { Continue, Extend, Pause, Stop, Switch, Due, Overdue, Failure, NotFailure, CannotBeSaid });
