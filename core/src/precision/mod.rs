//! Precision and change.
mod change;
pub use change::{Because, Change, changes, is_significant};
