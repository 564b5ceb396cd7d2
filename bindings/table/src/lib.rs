//! Tables in: the rows of a table as patient documents, and answers as rows.
//!
//! A header compiles once to a [`Plan`], from the documented columns or from a [`Map`] of any other
//! table; the plan then reads each row. This crate opens no file: it takes rows of [`Cells`], such as the records
//! of a CSV, and text.
//!
//! ```
//! use csv::StringRecord;
//! use osteon::document::Patient;
//! use osteon_table::Plan;
//! let plan = Plan::of_header(&StringRecord::from(vec!["sex", "age_years", "bmd_femoral_neck"]), false)?;
//! let (mut patient, mut refusals) = (Patient::default(), Vec::new());
//! plan.read(&StringRecord::from(vec!["female", "67", "0.558"]), &mut patient, &mut refusals);
//! assert!(refusals.is_empty());
//! assert_eq!(patient.age_years, Some(67.0));
//! # Ok::<(), Vec<osteon::error::Refusal>>(())
//! ```
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::indexing_slicing,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::todo
    )
)]

mod answer;
mod blocks;
mod cells;
mod column_rows;
mod dialect;
mod expression;
mod guideline_column;
mod hint;
pub mod listed;
mod locate;
mod map;
mod plan;
mod read;
mod risk_column;
mod risk_words;
mod row;
mod scan;
mod written;

pub use answer::AnswerTable;
pub use cells::{Cell, Cells};
pub use column_rows::ColumnRows;
pub use dialect::{Dialect, not_utf8};
pub use map::Map;
pub use osteon::columns::names as column_names;
pub use plan::{BlankRead, Plan};
pub use written::{AnswerCells, ColumnKind};
