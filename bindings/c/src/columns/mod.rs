//! Columns: a row a person, in buffers of the caller, in and out; nothing is copied.

mod answers;
mod describe;
mod input;
mod run;

pub(crate) use describe::Described;

#[cfg(test)]
pub(crate) use self::{answers::*, describe::*, input::*, run::*};
