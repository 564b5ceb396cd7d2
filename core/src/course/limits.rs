//! What a course of treatment is held against: `data/course/*.csv`, compiled in.

use crate::citation::{CitationId, ids};
use crate::document::{Drug, Route};
use crate::quantity::Tenths;

/// How long a bisphosphonate is given before its end is weighed, and for how long it may then be paused.
#[derive(Clone, Copy, Debug)]
pub struct Duration {
    /// The drug.
    pub drug: Drug,
    /// The route that the row speaks of.
    pub route: Route,
    /// Months after which the course is reviewed.
    pub review_months: u32,
    /// Months to which it may be extended.
    pub extend_to_months: u32,
    /// Months after which a pause is reassessed.
    pub pause_reassess_months: u32,
    /// Where it stands.
    pub citation: CitationId,
}

/// How long an anabolic drug may be given.
#[derive(Clone, Copy, Debug)]
pub struct Anabolic {
    /// The drug.
    pub drug: Drug,
    /// The country of the licence; empty for all others.
    pub country: &'static str,
    /// At most so many months.
    pub months: u32,
    /// Where it stands.
    pub citation: CitationId,
}

include!(concat!(env!("OUT_DIR"), "/course.rs"));

/// The row of a bisphosphonate.
#[must_use]
pub fn duration(drug: Drug) -> Option<&'static Duration> {
    DURATIONS.iter().find(|row| row.drug == drug)
}

/// The row of an anabolic drug in a country; where none is stated, the shorter course.
#[must_use]
pub fn anabolic(drug: Drug, country: Option<&str>) -> Option<&'static Anabolic> {
    let here = |row: &&Anabolic| {
        row.country.is_empty() || country.is_some_and(|country| country.eq_ignore_ascii_case(row.country))
    };
    ANABOLICS.iter().filter(|row| row.drug == drug).find(here)
}
