//! The ABI held to its header, and the calls to the engine.

mod allocated;
mod assessment;
mod assessment_calls;
mod assessment_measured;
mod codes;
mod columns;
mod header;
mod json;
mod measure;
mod part;
mod patient;
mod registry;
mod scan;
mod sizes;
mod support;
mod whole;
