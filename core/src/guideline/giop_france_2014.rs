//! French recommendations for osteoporosis by glucocorticoids, 2014. They decide at the start of the treatment.

use crate::citation::{
    Confidence::{A, B},
    ids,
};
use crate::document::guidance::Recommendation as R;
use crate::evidence::{Evidence, Seen as Number};
use crate::risk::Outcome as RiskOutcome;
use crate::risk::supplied_frax::glucocorticoid_dose;
use crate::rule::{
    ALWAYS, Addition, Comparison, Guideline, Limit, Outcome, Population, Quantity, Remark, Rule, Seen, When,
    above, at_least, at_most, below,
};

use super::age_limits::FRANCE2012_MOF_INTERVENTION;
use super::fact::bone_density::{BMD_MEASURED, LOWEST_T};
use super::fact::fractures::{ANY_FRACTURE, VERTEBRAE_BROKEN};
use super::fact::frax::fr;
use super::fact::glucocorticoid::{DAYS, DOSE, TAKEN};
use super::fact::person::{AGE, MALE, POSTMENOPAUSAL};
use super::grio_table::FRAX_SPEAKS;

/// FRAX adjusted for the dose, from a supplied one that asked for glucocorticoids and not how much.
static MOF_FOR_THE_DOSE: Quantity = Quantity {
    id: "frax_mof_for_the_dose",
    field: "frax.mof_percent",
    label: "FRAX major osteoporotic fracture, adjusted for the glucocorticoid dose",
    unit: "%",
    read: mof_for_the_dose,
};

fn mof_for_the_dose(e: &Evidence<'_>) -> Number {
    let supplied = e.frax.mof(fr::COUNTRIES);
    let (Number::Known(percent), Some(dose)) = (supplied, e.glucocorticoid.mg_per_day) else {
        return Number::Between(0.0, 100.0);
    };
    let age = Some(e.person.age.completed_years());
    let adjusted = glucocorticoid_dose::adjusted(RiskOutcome::Mof, percent, age, dose);
    adjusted.map_or(Number::Between(0.0, 100.0), Number::Known)
}

/// Any of these, and the risk is high.
const HIGH: When = When::Any(&[
    at_least(&DOSE, 7.5),
    When::Yes(&ANY_FRACTURE),
    at_least(&AGE, 70.0),
    at_most(&LOWEST_T, -2.5),
]);

/// FRAX supports treating; only where nothing else already asks for it.
const NOT_HIGH_FRAX_AT_OR_ABOVE: When = When::All(&[
    below(&DOSE, 7.5),
    When::No(&ANY_FRACTURE),
    below(&AGE, 70.0),
    When::Any(&[above(&LOWEST_T, -2.5), When::No(&BMD_MEASURED)]),
    FRAX_SPEAKS,
    When::Is(&MOF_FOR_THE_DOSE, Comparison::AtLeast, Limit::ByAge(&FRANCE2012_MOF_INTERVENTION)),
]);

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "giop_france_2014",
    name: "French recommendations for glucocorticoid-induced osteoporosis, 2014",
    countries: &["FR"],
    frax: &["FR"],
    published: "2014",
    checked_on: Some("2026-11-25"),
    superseded_by: None,
    seen: Seen::Checked,
    verification: "read through a clinician-reviewed French summary",
    citation: ids::BRIOT2014,
    population: &[
        Population {
            id: "giop_france_2014.population",
            when: When::Any(&[
                When::Yes(&POSTMENOPAUSAL),
                When::All(&[When::Yes(&MALE), at_least(&AGE, 50.0)]),
            ]),
            outside: "speaks of women past the menopause and men of 50 or more",
        },
        Population {
            id: "giop_france_2014.glucocorticoid",
            when: When::Yes(&TAKEN),
            outside: "speaks of people on a glucocorticoid",
        },
        Population {
            id: "giop_france_2014.three_months",
            when: at_least(&DAYS, 90.0),
            outside: "speaks of glucocorticoids for three months or more, taken or planned",
        },
    ],
    rules: &[
        Rule {
            id: "giop_france_2014.treat.high",
            when: HIGH,
            then: Outcome::in_category("high", R::Treat),
            citation: ids::BRIOT2014,
            confidence: A,
        },
        Rule {
            id: "giop_france_2014.specialist_advice.not_high",
            when: ALWAYS,
            then: Outcome::in_category("not_high", R::SpecialistAdvice).also(&[R::CalculateFrax]),
            citation: ids::BRIOT2014,
            confidence: A,
        },
    ],
    additions: &[Addition {
        id: "giop_france_2014.frax_at_or_above_threshold",
        when: NOT_HIGH_FRAX_AT_OR_ABOVE,
        also: R::Treat,
        citation: ids::BRIOT2012,
        confidence: B,
    }],
    remarks: &[
        Remark {
            code: "glucocorticoids_entered",
            when: NOT_HIGH_FRAX_AT_OR_ABOVE,
            text: "FRAX supports treating where glucocorticoids were entered for it",
        },
        Remark {
            code: "teriparatide_possible",
            when: at_least(&VERTEBRAE_BROKEN, 2.0),
            text: "after two or more vertebral fractures teriparatide is possible",
        },
    ],
};
