//! NICE technology appraisal 464, bisphosphonates, 2017.

use crate::citation::{Confidence::B, ids};
use crate::document::guidance::Recommendation as R;
use crate::rule::{ALWAYS, Guideline, Outcome, Rule, Seen};

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "nice_ta464",
    name: "NICE technology appraisal 464, bisphosphonates, 2017",
    countries: &["GB"],
    frax: &[],
    published: "",
    checked_on: None,
    superseded_by: None,
    seen: Seen::NotYetVerified,
    verification: "",
    citation: ids::OWN_CHOICE,
    population: &[],
    rules: &[Rule {
        id: "nice_ta464.to_be_written",
        when: ALWAYS,
        then: Outcome::of(R::Undetermined),
        citation: ids::OWN_CHOICE,
        confidence: B,
    }],
    additions: &[],
    remarks: &[],
};
