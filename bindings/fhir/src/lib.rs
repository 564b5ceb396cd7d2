//! The records of a service in and out: FHIR bundles and Bulk NDJSON, OMOP tables, plain tables.
//!
//! A face: it reads files into [`osteon::fls::PatientRecord`] and writes answers as FHIR resources. What a code
//! means is not decided here.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::todo)
)]

pub mod read;
pub mod write;
