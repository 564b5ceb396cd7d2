//! French recommendations on glucocorticoid-induced osteoporosis, 2014.

use crate::citation::{Confidence::B, ids};
use crate::document::guidance::Recommendation as R;
use crate::rule::{ALWAYS, Guideline, Outcome, Rule, Seen};

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "giop_france_2014",
    name: "French recommendations on glucocorticoid-induced osteoporosis, 2014",
    countries: &["FR"],
    frax: &[],
    published: "",
    checked_on: None,
    superseded_by: None,
    seen: Seen::NotYetVerified,
    verification: "",
    citation: ids::OWN_CHOICE,
    population: &[],
    rules: &[Rule {
        id: "giop_france_2014.to_be_written",
        when: ALWAYS,
        then: Outcome::of(R::Undetermined),
        citation: ids::OWN_CHOICE,
        confidence: B,
    }],
    additions: &[],
    remarks: &[],
};
