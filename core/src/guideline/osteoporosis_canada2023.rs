//! Osteoporosis Canada, 2023.

use crate::citation::{
    Confidence::{self, B, BMinus},
    ids,
};
use crate::document::guidance::Recommendation as R;
use crate::evidence::{Evidence, Range, Seen as Number};
use crate::rule::{
    ALWAYS, Addition, Guideline, Outcome, Population, Quantity, Remark, Rule, Seen, View, When, above,
    at_least, at_most, below,
};

use super::fact::bone_density::{BMD_MEASURED, LOWEST_T};
use super::fact::canada::{ALCOHOL, NO_FRAX, SECONDARY_OSTEOPOROSIS, SEVERE_VERTEBRAL_FRACTURE_24_MONTHS};
use super::fact::fractures::{VERTEBRAE_BROKEN, VERTEBRAL_FRACTURE};
use super::fact::fractures_from_40::{ANY_FRACTURE, FRACTURE_EVENTS, HIP_OR_VERTEBRA};
use super::fact::frax::ca::{COUNTRIES, MOF};
use super::fact::glucocorticoid_past_year::{DAYS, DOSE};
use super::fact::person::{
    AGE, BODY_MASS_INDEX, BODY_MASS_INDEX_READ, FALLS, MALE, PARENTAL_HIP_FRACTURE, POSTMENOPAUSAL, SMOKES,
};

/// The clinical risk factors that are counted, beside a fracture.
const COUNTED: &[When] = &[
    When::All(&[above(&DOSE, 5.0), at_least(&DAYS, 90.0)]),
    at_least(&FALLS, 2.0),
    When::Yes(&PARENTAL_HIP_FRACTURE),
    below(&BODY_MASS_INDEX, 20.0),
    When::Yes(&SECONDARY_OSTEOPOROSIS),
    When::Yes(&SMOKES),
    at_least(&ALCOHOL, 3.0),
];

static RISK_FACTORS: Quantity = Quantity {
    id: "clinical_risk_factors",
    field: "risk_factors",
    label: "clinical risk factors",
    unit: "",
    read: counted,
};

fn counted(e: &Evidence<'_>) -> Number {
    let view = View::of(e);
    let count = |range: Range, factor: &When| match factor.holds(&view) {
        Some(true) => Range { least: range.least + 1, most: range.most + 1 },
        Some(false) => range,
        None => Range { most: range.most + 1, ..range },
    };
    COUNTED.iter().fold(Range::default(), count).into()
}

/// Whom to send for bone density.
const TESTING: When = When::Any(&[
    at_least(&AGE, 70.0),
    When::Yes(&ANY_FRACTURE),
    When::All(&[at_least(&AGE, 65.0), at_least(&RISK_FACTORS, 1.0)]),
    at_least(&RISK_FACTORS, 2.0),
]);
const NOT_MEASURED: When = When::No(&BMD_MEASURED);
const LOW_T: When = at_most(&LOWEST_T, -2.5);
const MOF_15_TO_20: When = When::All(&[at_least(&MOF, 15.0), below(&MOF, 20.0)]);

const RECOMMEND: Outcome = Outcome::in_category("recommend", R::Treat);
const SUGGEST: Outcome = Outcome::in_category("suggest", R::Consider);

const fn rule(id: &'static str, when: When, then: Outcome, confidence: Confidence) -> Rule {
    Rule { id, when, then, citation: ids::OSTEOPOROSIS_CANADA2023, confidence }
}

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "osteoporosis_canada2023",
    name: "Osteoporosis Canada: management of osteoporosis and fracture prevention, 2023 update",
    countries: &["CA"],
    frax: COUNTRIES,
    published: "2023-10",
    checked_on: None,
    superseded_by: None,
    seen: Seen::NotYetVerified,
    verification: "whom to test and whom to image as the paper's own page has them; whom to treat with the opening words \
                   seen and the rest recalled; which clinical risk factors are counted recalled",
    citation: ids::OSTEOPOROSIS_CANADA2023,
    population: &[Population {
        id: "osteoporosis_canada2023.population",
        when: When::Any(&[When::Yes(&POSTMENOPAUSAL), When::All(&[When::Yes(&MALE), at_least(&AGE, 50.0)])]),
        outside: "speaks of women past the menopause and men of 50 or more",
    }],
    rules: &[
        rule(
            "osteoporosis_canada2023.recommend.hip_or_vertebral_fracture",
            When::Yes(&HIP_OR_VERTEBRA),
            RECOMMEND,
            B,
        ),
        rule(
            "osteoporosis_canada2023.recommend.fracture_events_ge_2",
            at_least(&FRACTURE_EVENTS, 2.0),
            RECOMMEND,
            B,
        ),
        rule("osteoporosis_canada2023.recommend.mof_ge_20", at_least(&MOF, 20.0), RECOMMEND, B),
        rule(
            "osteoporosis_canada2023.recommend.age_ge_70_t_le_-2.5",
            When::All(&[at_least(&AGE, 70.0), LOW_T]),
            RECOMMEND,
            B,
        ),
        rule("osteoporosis_canada2023.suggest.mof_15_to_20", MOF_15_TO_20, SUGGEST, B),
        rule(
            "osteoporosis_canada2023.suggest.age_lt_70_t_le_-2.5",
            When::All(&[below(&AGE, 70.0), LOW_T]),
            SUGGEST,
            B,
        ),
        rule(
            "osteoporosis_canada2023.measure_bmd.due",
            When::All(&[NOT_MEASURED, TESTING]),
            Outcome::of(R::MeasureBmd),
            BMinus,
        ),
        rule("osteoporosis_canada2023.none.otherwise", ALWAYS, Outcome::in_category("none", R::NoDrug), B),
    ],
    additions: &[
        Addition {
            id: "osteoporosis_canada2023.also.measure_bmd",
            when: When::All(&[NOT_MEASURED, TESTING]),
            also: R::MeasureBmd,
            citation: ids::OSTEOPOROSIS_CANADA2023,
            confidence: BMinus,
        },
        Addition {
            id: "osteoporosis_canada2023.also.anabolic_advice",
            when: When::All(&[
                LOW_T,
                When::Any(&[When::Yes(&SEVERE_VERTEBRAL_FRACTURE_24_MONTHS), above(&VERTEBRAE_BROKEN, 1.0)]),
            ]),
            also: R::SpecialistAdvice,
            citation: ids::OSTEOPOROSIS_CANADA2023,
            confidence: B,
        },
    ],
    remarks: &[
        BODY_MASS_INDEX_READ,
        Remark {
            code: "image_the_spine",
            when: When::All(&[
                When::No(&VERTEBRAL_FRACTURE),
                When::Any(&[When::All(&[at_least(&AGE, 65.0), LOW_T]), MOF_15_TO_20]),
            ]),
            text: "imaging of the spine is due: no vertebral fracture is known, and the T-score is -2.5 or lower at 65 \
                   or more, or the ten-year probability is 15 to 19.9 %",
        },
        Remark {
            code: "caroc_may_stand_for_frax",
            when: When::Yes(&NO_FRAX),
            text: "the guideline takes the category of CAROC (caroc2010) where FRAX is not at hand",
        },
        Remark {
            code: "anabolic_advice",
            when: When::All(&[
                LOW_T,
                When::Any(&[When::Yes(&SEVERE_VERTEBRAL_FRACTURE_24_MONTHS), above(&VERTEBRAE_BROKEN, 1.0)]),
            ]),
            text: "a specialist's advice on an anabolic drug is sought: a severe vertebral fracture within 24 months or \
                   more than one, and a T-score of -2.5 or lower",
        },
    ],
};
