//! UK National Osteoporosis Guideline Group, 2024.
//!
//! What makes a risk very high acts before any limit of FRAX; then the lower and upper assessment thresholds
//! without bone density, the intervention thresholds with it. A fragility fracture is at least to be considered.

use crate::citation::{Confidence::A, ids};
use crate::document::guidance::{Recommendation as R, Tier};
use crate::evidence::{SiteSet, Window};
use crate::rule::Comparison::{AtLeast, Below};
use crate::rule::{
    ALWAYS, Flag, Guideline, Limit, Outcome, Population, Remark, Rule, Seen, When, above, at_least, at_most,
};

use super::age_limits as limits;
use super::fact::bone_density::LOWEST_T_OF_FOUR;
use super::fact::fractures::{ANY_FRACTURE, VERTEBRAE_BROKEN, VERTEBRAL_FRACTURE_24_MONTHS};
use super::fact::frax::gb::{COUNTRIES, HIP, MOF, WITH_BMD};
use super::fact::glucocorticoid::{DAYS, DOSE};
use super::fact::person::{AGE, BMD_NOT_POSSIBLE, MALE, POSTMENOPAUSAL};
use crate::diagnosis::days_of_months;

/// Any fragility fracture within 24 months.
static FRACTURE_24_MONTHS: Flag = Flag {
    id: "fragility_fracture_24_months",
    field: "fractures",
    label: "fragility fracture within 24 months",
    read: |e| e.fractures.at(SiteSet::ALL, Window::Months24),
};

/// A high dose for three months.
pub(super) const HIGH_DOSE_FOR_3_MONTHS: When =
    When::All(&[at_least(&DOSE, 7.5), at_least(&DAYS, days_of_months(3.0))]);

/// At or above the intervention threshold.
pub(super) const MOF_AT_INTERVENTION: When =
    When::Is(&MOF, AtLeast, Limit::ByAge(&limits::NOGG2024_MOF_INTERVENTION));

/// The same of the hip, which counts only where bone density was an input.
pub(super) const HIP_AT_INTERVENTION: When = When::All(&[
    When::Yes(&WITH_BMD),
    When::Is(&HIP, AtLeast, Limit::ByAge(&limits::NOGG2024_HIP_INTERVENTION)),
]);

/// Women past the menopause and men.
pub(super) const POSTMENOPAUSAL_OR_MALE: When = When::Any(&[When::Yes(&POSTMENOPAUSAL), When::Yes(&MALE)]);

/// From the lower assessment threshold on, without bone density. A probability with it that reaches the
/// intervention threshold was decided before; saying so keeps the verdict open no wider than it is.
const INTERMEDIATE: When = When::All(&[
    When::Is(&MOF, AtLeast, Limit::ByAge(&limits::NOGG2024_MOF_LOWER_ASSESSMENT)),
    When::Any(&[When::No(&WITH_BMD), MOF_AT_INTERVENTION]),
]);

const VERY_HIGH: Outcome =
    Outcome::in_category("very_high", R::Treat).also(&[R::SpecialistAdvice]).tier(Tier::ParenteralOrAnabolic);
const HIGH: Outcome = Outcome::in_category("high", R::Treat);

const fn rule(id: &'static str, when: When, then: Outcome) -> Rule {
    Rule { id, when, then, citation: ids::NOGG2024, confidence: A }
}

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "nogg2024",
    name: "UK National Osteoporosis Guideline Group, 2024",
    countries: &["GB"],
    frax: COUNTRIES,
    published: "2024",
    checked_on: Some("2026-11-25"),
    superseded_by: None,
    seen: Seen::Checked,
    verification: "rules from two readings of the guideline; thresholds from one transcription that cites its Table 5, in line with an independent transcription of the 2017 edition; very-high thresholds below 70 years are 1.6 times the intervention threshold, computed",
    citation: ids::NOGG2024,
    population: &[
        Population {
            id: "nogg2024.population.age",
            when: at_least(&AGE, 50.0),
            outside: "speaks of people of 50 or more",
        },
        Population {
            id: "nogg2024.population.menopause",
            when: POSTMENOPAUSAL_OR_MALE,
            outside: "speaks of women past the menopause, and of men",
        },
    ],
    rules: &[
        rule(
            "nogg2024.very_high.vertebral_fracture_24_months",
            When::Yes(&VERTEBRAL_FRACTURE_24_MONTHS),
            VERY_HIGH,
        ),
        rule("nogg2024.very_high.vertebral_fractures_ge_2", at_least(&VERTEBRAE_BROKEN, 2.0), VERY_HIGH),
        rule("nogg2024.very_high.t_le_-3.5", at_most(&LOWEST_T_OF_FOUR, -3.5), VERY_HIGH),
        rule("nogg2024.very_high.glucocorticoid_ge_7.5_mg", HIGH_DOSE_FOR_3_MONTHS, VERY_HIGH),
        rule(
            "nogg2024.very_high.mof",
            When::Is(&MOF, AtLeast, Limit::ByAge(&limits::NOGG2024_MOF_VERY_HIGH)),
            VERY_HIGH,
        ),
        rule(
            "nogg2024.very_high.hip_with_bmd",
            When::All(&[
                When::Yes(&WITH_BMD),
                When::Is(&HIP, AtLeast, Limit::ByAge(&limits::NOGG2024_HIP_VERY_HIGH)),
            ]),
            VERY_HIGH,
        ),
        rule(
            "nogg2024.high.mof_above_upper_assessment",
            When::Is(&MOF, AtLeast, Limit::ByAge(&limits::NOGG2024_MOF_UPPER_ASSESSMENT)),
            HIGH,
        ),
        rule("nogg2024.high.mof_with_bmd", When::All(&[When::Yes(&WITH_BMD), MOF_AT_INTERVENTION]), HIGH),
        rule("nogg2024.high.hip_with_bmd", HIP_AT_INTERVENTION, HIGH),
        rule(
            "nogg2024.intermediate.treat_without_bmd",
            When::All(&[
                INTERMEDIATE,
                When::Yes(&BMD_NOT_POSSIBLE),
                When::Any(&[When::Yes(&ANY_FRACTURE), MOF_AT_INTERVENTION]),
            ]),
            Outcome::in_category("intermediate", R::Treat),
        ),
        rule(
            "nogg2024.intermediate.no_drug_without_bmd",
            When::All(&[
                INTERMEDIATE,
                When::Yes(&BMD_NOT_POSSIBLE),
                When::No(&ANY_FRACTURE),
                When::Is(&MOF, Below, Limit::ByAge(&limits::NOGG2024_MOF_INTERVENTION)),
            ]),
            Outcome::in_category("intermediate", R::NoDrug),
        ),
        rule(
            "nogg2024.intermediate.fracture",
            When::All(&[INTERMEDIATE, When::Yes(&ANY_FRACTURE)]),
            Outcome::in_category("intermediate", R::Consider).also(&[R::MeasureBmd]),
        ),
        rule("nogg2024.low.fracture", When::Yes(&ANY_FRACTURE), Outcome::in_category("low", R::Consider)),
        rule(
            "nogg2024.intermediate.measure_bmd",
            INTERMEDIATE,
            Outcome::in_category("intermediate", R::MeasureBmd),
        ),
        rule("nogg2024.low.otherwise", ALWAYS, Outcome::in_category("low", R::NoDrug)),
    ],
    additions: &[],
    remarks: &[
        Remark {
            code: "recent_fracture",
            when: When::Yes(&FRACTURE_24_MONTHS),
            text: "a recent fragility fracture together with several risk factors is very high risk by the clinician's judgement, which no rule here makes",
        },
        Remark {
            code: "frax_above_90",
            when: above(&AGE, 90.0),
            text: "FRAX ends at 90 years: a probability of this person is not used",
        },
    ],
};
