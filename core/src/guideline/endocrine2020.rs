//! Endocrine Society guideline for postmenopausal osteoporosis, 2019 and 2020.

use crate::citation::{Confidence::B, ids};
use crate::document::guidance::Recommendation as R;
use crate::rule::{
    ALWAYS, Guideline, Outcome, Population, Remark, Rule, Seen, When, above, at_least, at_most, below,
};

use super::fact::bone_density::{BMD_MEASURED, LOWEST_T};
use super::fact::fractures::{HIP_OR_VERTEBRA, VERTEBRAE_BROKEN};
use super::fact::frax::us;
use super::fact::person::POSTMENOPAUSAL;

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "endocrine2020",
    name: "Endocrine Society guideline for postmenopausal osteoporosis, 2019 and 2020",
    countries: &["US"],
    frax: &["US"],
    published: "2020",
    checked_on: None,
    superseded_by: None,
    seen: Seen::NotYetVerified,
    verification: "its four groups as recalled, and corroborated by a second reading",
    citation: ids::ENDOCRINE2019,
    population: &[Population {
        id: "endocrine2020.population",
        when: When::Yes(&POSTMENOPAUSAL),
        outside: "speaks of women past the menopause",
    }],
    rules: &[
        Rule {
            id: "endocrine2020.very_high.vertebral_fractures_and_t_le_-2.5",
            when: When::All(&[at_least(&VERTEBRAE_BROKEN, 2.0), at_most(&LOWEST_T, -2.5)]),
            then: Outcome::in_category("very_high", R::TreatAnabolicFirst),
            citation: ids::ENDOCRINE2019,
            confidence: B,
        },
        Rule {
            id: "endocrine2020.high.hip_or_vertebral_fracture",
            when: When::Yes(&HIP_OR_VERTEBRA),
            then: Outcome::in_category("high", R::Treat),
            citation: ids::ENDOCRINE2019,
            confidence: B,
        },
        Rule {
            id: "endocrine2020.high.t_le_-2.5",
            when: at_most(&LOWEST_T, -2.5),
            then: Outcome::in_category("high", R::Treat),
            citation: ids::ENDOCRINE2019,
            confidence: B,
        },
        Rule {
            id: "endocrine2020.high.frax",
            when: When::Any(&[at_least(&us::HIP, 3.0), at_least(&us::MOF, 20.0)]),
            then: Outcome::in_category("high", R::Treat),
            citation: ids::ENDOCRINE2019,
            confidence: B,
        },
        // The two groups below differ by the T-score alone.
        Rule {
            id: "endocrine2020.measure_bmd.group_hangs_on_t",
            when: When::No(&BMD_MEASURED),
            then: Outcome::of(R::MeasureBmd),
            citation: ids::OWN_CHOICE,
            confidence: B,
        },
        Rule {
            id: "endocrine2020.moderate.t_le_-1.0",
            when: at_most(&LOWEST_T, -1.0),
            then: Outcome::in_category("moderate", R::Consider),
            citation: ids::ENDOCRINE2019,
            confidence: B,
        },
        Rule {
            id: "endocrine2020.low.otherwise",
            when: ALWAYS,
            then: Outcome::in_category("low", R::NoDrug),
            citation: ids::ENDOCRINE2019,
            confidence: B,
        },
    ],
    additions: &[],
    remarks: &[Remark {
        code: "romosozumab_an_option",
        when: When::Any(&[
            When::All(&[below(&LOWEST_T, -2.5), When::Yes(&HIP_OR_VERTEBRA)]),
            above(&VERTEBRAE_BROKEN, 1.0),
        ]),
        text: "the update of 2020 names romosozumab for a T-score below -2.5 with fractures and for several \
                   vertebral fractures, and not for women at high risk of heart disease or stroke",
    }],
};
