//! The ABI held to its header, and the calls to the engine.

mod codes;
mod columns;
mod header;
mod json;
mod measure;
mod support;
