//! Endocrine Society guideline for postmenopausal osteoporosis, 2019 and 2020.

use crate::citation::{Confidence::B, ids};
use crate::document::guidance::Recommendation as R;
use crate::rule::{ALWAYS, Guideline, Outcome, Rule, Seen};

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "endocrine2020",
    name: "Endocrine Society guideline for postmenopausal osteoporosis, 2019 and 2020",
    countries: &["US"],
    frax: &[],
    published: "",
    checked_on: None,
    superseded_by: None,
    seen: Seen::NotYetVerified,
    verification: "",
    citation: ids::OWN_CHOICE,
    population: &[],
    rules: &[Rule {
        id: "endocrine2020.to_be_written",
        when: ALWAYS,
        then: Outcome::of(R::Undetermined),
        citation: ids::OWN_CHOICE,
        confidence: B,
    }],
    additions: &[],
    remarks: &[],
};
