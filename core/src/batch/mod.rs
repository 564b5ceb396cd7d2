//! Columns of people: the answers of one person at a time, to the last bit, for a hundred million.
//!
//! [`Columns`] borrows what its store has (values, bitmaps, text), [`assess_columns`] answers into buffers of the
//! caller. Rows go through the engine in blocks that stay in the cache: what is found in a document is found row by
//! row, by the functions that answer one person; what rules say is decided for a whole block at once, by the
//! functions that decide for one person, over masks of [`BLOCK`](crate::rule::BLOCK) rows in place of one truth.
//!
//! For one thing at a time there are [`t_scores`], [`risk`], [`recommendation`] and their like; for bare numbers
//! [`t_score_column`] and, with the feature `qfracture`, `risk::qfracture::ColumnEquations`.

mod answer_column;
mod answers;
mod asked_for;
mod assess;
mod bits;
mod block;
mod column;
mod columns;
mod companions;
mod field;
mod flags;
#[cfg(feature = "parallel")]
mod parallel;
mod person;
mod plan;
mod recommended;
mod single;
mod what;
mod write;

pub use crate::densitometry::t_score_column;
pub use answer_column::{AnswerColumn, Holds};
pub use answers::{Answered, Answers, Buffer, Owned};
pub use asked_for::asked_for;
pub use assess::{Batch, Block, Pushed, Reject, assess_columns};
pub use bits::Bits;
pub use column::{Codes, TextRows, Values};
pub use columns::Columns;
#[cfg(feature = "parallel")]
pub use parallel::assess_columns_parallel;
pub use person::People;
pub use single::{assess_column, category, diagnosis, recommendation, risk, t_scores, triage, z_scores};
