//! The C ABI of Osteon. What it promises is written where its callers read it: `include/osteon.h` and `README.md`.
//!
//! A call is written in safe Rust but for its first lines, which turn pointers into values ([`abi`]); it knows nothing
//! of medicine, and says what the engine says. Types have the names of the header.
#![allow(non_camel_case_types, reason = "types are named as in the header")]
#![allow(unreachable_pub, reason = "cbindgen writes what is pub into the header")]
#![allow(clippy::missing_safety_doc, reason = "the header states the rules of all calls once")]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::todo)
)]
#![deny(clippy::undocumented_unsafe_blocks, unsafe_op_in_unsafe_fn, improper_ctypes_definitions)]

mod abi;
mod assessment;
mod codes;
mod columns;
mod engine;
mod json;
mod measure;
mod patient;
mod references;
mod region;
mod registry;
mod rounding;
mod rules;
mod version;

#[cfg(test)]
mod tests;
