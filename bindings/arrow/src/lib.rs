//! Tables that keep their types: the rows of Parquet and Arrow files as patient documents, and answers as
//! Arrow record batches.
//!
//! The columns are those of `osteon-table`, and so are the answers: only how they are stored is another.
//!
//! ```
//! use std::sync::Arc;
//! use arrow_array::{ArrayRef, Float32Array, RecordBatch, StringArray};
//! use osteon::document::Patient;
//! use osteon_arrow::Rows;
//! use osteon_table::Plan;
//! let sex: ArrayRef = Arc::new(StringArray::from(vec!["female"]));
//! let age: ArrayRef = Arc::new(Float32Array::from(vec![67.0]));
//! let batch = RecordBatch::try_from_iter([("sex", sex), ("age_years", age)])?;
//! let plan = Plan::of_header(["sex", "age_years"], false).expect("documented columns");
//! let rows = Rows::of(&batch, &plan.reads()).expect("columns of plain types");
//! let (mut patient, mut refusals) = (Patient::default(), Vec::new());
//! plan.read(&rows.row(0), &mut patient, &mut refusals);
//! assert_eq!((patient.age_years, refusals.len()), (Some(67.0), 0));
//! # Ok::<(), arrow_schema::ArrowError>(())
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

mod answers;
mod column;
mod decimal;
mod error;
mod filled;
mod held;
mod pass;
#[cfg(feature = "files")]
mod read;
mod rows;
#[cfg(feature = "files")]
mod write;

pub use answers::{AnswerBuilder, AnswerSchema};
pub use error::Error;
pub use filled::{Always, answer_array, answer_batch, answer_field, numbered_sets};
pub use held::Held;
pub use pass::{Texts, copied, kept};
#[cfg(feature = "files")]
pub use read::{Batches, Table};
pub use rows::{Row, Rows, check};
#[cfg(feature = "files")]
pub use write::Writer;
