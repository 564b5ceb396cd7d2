//! BHOF 2022: the Clinician's Guide of the Bone Health and Osteoporosis Foundation (United States).

use crate::citation::{Confidence::B, ids};
use crate::document::guidance::Recommendation as R;
use crate::rule::{ALWAYS, Guideline, Outcome, Population, Rule, Seen, When, at_least, at_most};

use super::fact::bone_density::LOWEST_T_OF_FOUR;
use super::fact::fractures::HIP_OR_VERTEBRA;
use super::fact::person::{AGE, FEMALE, POSTMENOPAUSAL};

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "bhof2022",
    name: "BHOF Clinician's Guide to Prevention and Treatment of Osteoporosis, 2022",
    countries: &["US"],
    frax: &["US"],
    published: "2022",
    checked_on: Some("2026-11-25"),
    superseded_by: None,
    seen: Seen::Checked,
    verification: "",
    citation: ids::BHOF2022,
    population: &[Population {
        id: "bhof2022.population",
        when: When::Any(&[When::Yes(&POSTMENOPAUSAL), When::All(&[When::No(&FEMALE), at_least(&AGE, 50.0)])]),
        outside: "speaks of women past the menopause and men of 50 or more",
    }],
    rules: &[
        Rule {
            id: "bhof2022.treat.hip_or_vertebral_fracture",
            when: When::Yes(&HIP_OR_VERTEBRA),
            then: Outcome::of(R::Treat),
            citation: ids::BHOF2022,
            confidence: B,
        },
        Rule {
            id: "bhof2022.treat.t_le_-2.5",
            when: at_most(&LOWEST_T_OF_FOUR, -2.5),
            then: Outcome::of(R::Treat),
            citation: ids::BHOF2022,
            confidence: B,
        },
        Rule {
            id: "bhof2022.no_drug.otherwise",
            when: ALWAYS,
            then: Outcome::of(R::NoDrug),
            citation: ids::BHOF2022,
            confidence: B,
        },
    ],
    additions: &[],
    remarks: &[],
};
