//! CAROC 2010: ten-year risk by age and the T-score of the femoral neck, raised by fractures and glucocorticoids.

use crate::citation::{
    Confidence::{self, A, B},
    ids,
};
use crate::document::guidance::Recommendation as R;
use crate::evidence::Seen as Number;
use crate::rule::{
    ALWAYS, AgeLimits, Comparison, Flag, Guideline, Limit, Outcome, Population, Quantity, Remark, Rule, Seen,
    When, above, at_least, at_most,
};

use super::age_limits::{
    CAROC2010_MEN_HIGH_BELOW, CAROC2010_MEN_LOW_ABOVE, CAROC2010_WOMEN_HIGH_BELOW, CAROC2010_WOMEN_LOW_ABOVE,
};
use super::fact::bone_density::{T_FEMORAL_NECK, T_TOTAL_HIP};
use super::fact::fractures_from_40::{ANY_FRACTURE, FRACTURE_EVENTS, HIP_OR_VERTEBRA};
use super::fact::glucocorticoid_past_year::{DAYS, DOSE};
use super::fact::person::{AGE, FEMALE, MALE, POSTMENOPAUSAL};

static T_LUMBAR_SPINE: Quantity = Quantity {
    id: "t_lumbar_spine",
    field: "scans",
    label: "T-score of the lumbar spine",
    unit: "SD",
    read: |e| e.bone_density.lumbar_spine,
};

static NECK_MEASURED: Flag = Flag {
    id: "femoral_neck_measured",
    field: "scans",
    label: "bone density of the femoral neck",
    read: |e| match e.bone_density.femoral_neck {
        Number::Known(_) => Some(true),
        Number::NotMeasured => Some(false),
        Number::Between(..) => None,
    },
};

const GLUCOCORTICOID: When = When::All(&[at_least(&DOSE, 7.5), at_least(&DAYS, 90.0)]);
const RAISED_ONCE: When = When::Any(&[When::Yes(&ANY_FRACTURE), GLUCOCORTICOID]);

const fn neck(comparison: Comparison, limits: &'static AgeLimits) -> When {
    When::Is(&T_FEMORAL_NECK, comparison, Limit::ByAge(limits))
}

/// High by age and femoral neck.
const BASAL_HIGH: When = When::Any(&[
    When::All(&[When::Yes(&FEMALE), neck(Comparison::Below, &CAROC2010_WOMEN_HIGH_BELOW)]),
    When::All(&[When::Yes(&MALE), neck(Comparison::Below, &CAROC2010_MEN_HIGH_BELOW)]),
]);

/// Moderate or high by age and femoral neck: at the limit it is moderate.
const BASAL_NOT_LOW: When = When::Any(&[
    When::All(&[When::Yes(&FEMALE), neck(Comparison::AtMost, &CAROC2010_WOMEN_LOW_ABOVE)]),
    When::All(&[When::Yes(&MALE), neck(Comparison::AtMost, &CAROC2010_MEN_LOW_ABOVE)]),
]);

const HIGH: Outcome = Outcome::in_category("high", R::Treat);
const MODERATE: Outcome = Outcome::in_category("moderate", R::Consider);
const LOW: Outcome = Outcome::in_category("low", R::NoDrug);

const fn rule(id: &'static str, when: When, then: Outcome, confidence: Confidence) -> Rule {
    Rule { id, when, then, citation: ids::CAROC2010, confidence }
}

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "caroc2010",
    name: "CAROC: Canadian Association of Radiologists and Osteoporosis Canada, 2010",
    countries: &["CA"],
    frax: &[],
    published: "2010",
    checked_on: None,
    superseded_by: None,
    seen: Seen::NotYetVerified,
    verification: "thresholds not verified against the paper: they are recalled, those of men with little to check \
                   them by; the steps for glucocorticoids and for the spine and total hip as one table has them",
    citation: ids::CAROC2010,
    population: &[
        Population {
            id: "caroc2010.population",
            when: When::Any(&[When::Yes(&POSTMENOPAUSAL), When::Yes(&MALE)]),
            outside: "speaks of women past the menopause and men",
        },
        Population {
            id: "caroc2010.age",
            when: at_least(&AGE, 50.0),
            outside: "its table begins at 50 years",
        },
    ],
    rules: &[
        rule("caroc2010.high.hip_or_vertebral_fracture", When::Yes(&HIP_OR_VERTEBRA), HIGH, B),
        rule("caroc2010.high.fractures_ge_2", at_least(&FRACTURE_EVENTS, 2.0), HIGH, B),
        rule(
            "caroc2010.high.fracture_and_glucocorticoid",
            When::All(&[When::Yes(&ANY_FRACTURE), GLUCOCORTICOID]),
            HIGH,
            B,
        ),
        rule("caroc2010.measure_bmd.femoral_neck", When::No(&NECK_MEASURED), Outcome::of(R::MeasureBmd), B),
        rule("caroc2010.high.femoral_neck", BASAL_HIGH, HIGH, B),
        rule("caroc2010.high.raised_from_moderate", When::All(&[BASAL_NOT_LOW, RAISED_ONCE]), HIGH, B),
        rule("caroc2010.moderate.femoral_neck", BASAL_NOT_LOW, MODERATE, B),
        rule("caroc2010.moderate.raised_from_low_by_fracture", When::Yes(&ANY_FRACTURE), MODERATE, B),
        rule("caroc2010.moderate.raised_from_low_by_glucocorticoid", GLUCOCORTICOID, MODERATE, A),
        rule(
            "caroc2010.moderate.spine_or_total_hip_t_le_-2.5",
            When::Any(&[at_most(&T_LUMBAR_SPINE, -2.5), at_most(&T_TOTAL_HIP, -2.5)]),
            MODERATE,
            A,
        ),
        rule("caroc2010.low.otherwise", ALWAYS, LOW, B),
    ],
    additions: &[],
    remarks: &[
        Remark {
            code: "men_by_the_reference_of_women",
            when: When::Yes(&MALE),
            text: "the table takes the T-score of a man from the reference of white women, as this engine does",
        },
        Remark {
            code: "row_of_85",
            when: above(&AGE, 85.0),
            text: "the table ends at 85 years: its last row was taken",
        },
    ],
};
