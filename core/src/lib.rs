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

pub mod access;
mod assumption;
pub mod batch;
mod bytes;
pub mod citation;
pub mod columns;
pub mod course;
pub mod densitometry;
pub mod diagnosis;
pub mod document;
pub mod engine;
pub mod error;
pub mod evidence;
pub mod facts;
pub mod fls;
pub mod guideline;
#[cfg(feature = "json")]
pub mod json;
pub mod math;
mod order;
pub mod outputs;
pub mod precision;
pub mod quantity;
pub mod reference;
mod render;
pub mod risk;
pub mod rounding;
pub mod rule;
pub mod safety;
#[cfg(feature = "schema")]
pub mod schema;
mod sources;
pub mod triage;
pub mod work_up;

pub use citation::DATA_VERSION;
pub use engine::{Answer, Engine, Session};

/// Version of the engine.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
