//! UK National Osteoporosis Guideline Group, 2024: glucocorticoid-induced osteoporosis.

use crate::citation::{Confidence::B, ids};
use crate::document::guidance::Recommendation as R;
use crate::rule::{ALWAYS, Guideline, Outcome, Rule, Seen};

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "nogg2024_giop",
    name: "UK National Osteoporosis Guideline Group, 2024: glucocorticoid-induced osteoporosis",
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
        id: "nogg2024_giop.to_be_written",
        when: ALWAYS,
        then: Outcome::of(R::Undetermined),
        citation: ids::OWN_CHOICE,
        confidence: B,
    }],
    additions: &[],
    remarks: &[],
};
