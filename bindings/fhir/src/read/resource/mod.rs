//! A resource of FHIR as the fields that are read, each by itself: a field of a wrong type loses no other.

pub(super) mod coding;
pub(super) mod field;
pub(super) mod person;
pub(super) mod raw;

pub(super) mod appointment;
pub(super) mod condition;
pub(super) mod drug;
pub(super) mod encounter;
pub(super) mod observation;
pub(super) mod procedure;
pub(super) mod subject;

pub(super) use raw::Raw;
