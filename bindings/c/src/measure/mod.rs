//! Measurements by themselves: scores, classes, standardised BMD, precision and change.

mod arithmetic;
mod change;
mod classes;
mod person;
mod precision_study;
mod scores;

#[cfg(test)]
pub(crate) use self::{arithmetic::*, change::*, classes::*, person::*, precision_study::*, scores::*};
