//! Osteon, the open fracture-risk engine.
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

pub mod document;
pub mod error;
pub mod facts;
pub mod math;
pub mod precision;
pub mod quantity;
