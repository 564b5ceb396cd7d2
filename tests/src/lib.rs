//! Tests across the faces, and the rules of the house; see `tests/`.
#![forbid(unsafe_code)]

pub mod people;

/// The Rust of the README runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
