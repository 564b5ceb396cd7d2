//! ACP guideline on pharmacologic treatment, 2023.

use crate::citation::{Confidence::B, ids};
use crate::document::guidance::Recommendation as R;
use crate::rule::{
    ALWAYS, Guideline, Outcome, Population, Remark, Rule, Seen, When, above, at_least, at_most, below,
};

use super::fact::bone_density::{BMD_MEASURED, LOWEST_T};
use super::fact::fractures::{ANY_FRACTURE, HIP_OR_VERTEBRA, HUMERUS_PELVIS_FOREARM};
use super::fact::person::{AGE, FEMALE, MALE, ORAL_BISPHOSPHONATE_UNSUITABLE, POSTMENOPAUSAL};
use super::fact::secondary_causes::SECONDARY_CAUSE;

/// Strictly below -1.0, and above -2.5: what lies at -2.5 or below was decided before.
const LOW_BONE_MASS: When = below(&LOWEST_T, -1.0);
const OSTEOPOROSIS: When = When::Any(&[
    at_most(&LOWEST_T, -2.5),
    When::Yes(&HIP_OR_VERTEBRA),
    When::All(&[LOW_BONE_MASS, When::Yes(&HUMERUS_PELVIS_FOREARM)]),
]);

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "acp2023",
    name: "ACP guideline on pharmacologic treatment, 2023",
    countries: &["US"],
    frax: &[],
    published: "2023",
    checked_on: None,
    superseded_by: None,
    seen: Seen::NotYetVerified,
    verification: "its recommendations as recalled, and corroborated by a second reading",
    citation: ids::ACP2023,
    population: &[
        Population {
            id: "acp2023.population",
            when: When::Any(&[
                When::Yes(&POSTMENOPAUSAL),
                When::All(&[When::Yes(&MALE), at_least(&AGE, 50.0)]),
            ]),
            outside: "speaks of women past the menopause and of men, whom T-scores speak of from 50 on",
        },
        Population {
            id: "acp2023.primary",
            when: When::No(&SECONDARY_CAUSE),
            outside: "speaks of primary osteoporosis, and a secondary cause is stated",
        },
    ],
    rules: &[
        Rule {
            id: "acp2023.treat.osteoporosis",
            when: OSTEOPOROSIS,
            then: Outcome::in_category("osteoporosis", R::Treat),
            citation: ids::ACP2023,
            confidence: B,
        },
        Rule {
            id: "acp2023.measure_bmd.diagnosis_hangs_on_t",
            when: When::All(&[When::No(&BMD_MEASURED), When::Yes(&ANY_FRACTURE)]),
            then: Outcome::of(R::MeasureBmd),
            citation: ids::OWN_CHOICE,
            confidence: B,
        },
        Rule {
            id: "acp2023.consider.low_bone_mass_woman_over_65",
            when: When::All(&[When::Yes(&FEMALE), above(&AGE, 65.0), LOW_BONE_MASS]),
            then: Outcome::in_category("low_bone_mass", R::Consider),
            citation: ids::ACP2023,
            confidence: B,
        },
        Rule {
            id: "acp2023.no_drug.low_bone_mass",
            when: LOW_BONE_MASS,
            then: Outcome::in_category("low_bone_mass", R::NoDrug),
            citation: ids::ACP2023,
            confidence: B,
        },
        Rule {
            id: "acp2023.no_drug.otherwise",
            when: ALWAYS,
            then: Outcome::of(R::NoDrug),
            citation: ids::ACP2023,
            confidence: B,
        },
    ],
    additions: &[],
    remarks: &[
        Remark {
            code: "bone_density_not_measured",
            when: When::All(&[When::NoneOf(&[OSTEOPOROSIS]), When::No(&BMD_MEASURED)]),
            text: "bone density was not measured: osteoporosis is neither diagnosed nor excluded",
        },
        Remark {
            code: "denosumab_second_line",
            when: When::All(&[OSTEOPOROSIS, When::Yes(&ORAL_BISPHOSPHONATE_UNSUITABLE)]),
            text: "where a bisphosphonate is contraindicated or not tolerated the guideline suggests denosumab",
        },
        Remark {
            code: "very_high_risk_woman",
            when: When::All(&[OSTEOPOROSIS, When::Yes(&FEMALE)]),
            text: "in a woman at very high risk of fracture the guideline suggests romosozumab or teriparatide, then a \
                   bisphosphonate; it gives no limit for very high",
        },
    ],
};
