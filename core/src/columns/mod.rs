//! The patient document, flattened: the names of its columns, where each goes, and the shorthand of lists.
//!
//! A column has one name, one place in the document and one kind of value, whatever the table is stored
//! in. Text is read by [`Kind::read`]; a store that keeps types makes a [`Value`] itself. [`fill`] writes it.
//!
//! ```
//! use osteon::columns::{Kind, Target, Value, column, fill};
//! use osteon::document::Patient;
//! let height = column("height_cm")?;
//! assert_eq!(height.kind, Kind::Number);
//! let mut patient = Patient::default();
//! if let Target::Patient(slot) = height.target {
//!     fill(slot(&mut patient), Value::Number(165.0));
//! }
//! assert_eq!(patient.height_cm, Some(165.0));
//! assert!(column("heigth_cm").unwrap_err().contains("height_cm"));
//! # Ok::<(), String>(())
//! ```

mod cell;
mod column;
mod float32;
mod fractures;
mod lab;
mod lists;
mod number;
mod place;
mod set;
mod treatments;

pub use cell::{CODES_OF_SEX, Fault, Kind, NOT_AVAILABLE, Value, fill, trimmed, whole_number};
pub use column::{Column, NO_SUCH_COLUMN, SlotOf, Target, column, measures, names, region_prefix};
pub use float32::{of_f32, shortest_decimal};
pub use fractures::read as fractures;
pub use lab::{LabColumn, lab};
pub use lists::{Sections, entries, is_none, levels, sections};
pub use number::number;
pub use place::Place;
pub use set::{clear, set};
pub use treatments::read as treatments;
