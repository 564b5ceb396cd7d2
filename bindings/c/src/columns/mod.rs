//! Columns: a row a person, in buffers of the caller, in and out; nothing is copied.

mod answers;
mod describe;
mod fields;
mod input;
mod run;

pub(crate) use describe::Described;
pub(crate) use fields::Fields;

#[cfg(test)]
pub(crate) use self::{answers::*, describe::*, fields::*, input::*, run::*};
