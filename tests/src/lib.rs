//! Tests across the faces, and the rules of the house; see `tests/`.
#![forbid(unsafe_code)]

pub mod people;
pub mod table;

/// The Rust of the README runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
