//! UK National Osteoporosis Guideline Group, 2024: who starts bone protection together with a glucocorticoid.

use crate::citation::{Confidence::A, ids};
use crate::document::guidance::Recommendation as R;
use crate::rule::{ALWAYS, Guideline, Outcome, Population, Remark, Rule, Seen, When, above, at_least};

use super::fact::fractures::ANY_FRACTURE;
use super::fact::frax::gb::COUNTRIES;
use super::fact::glucocorticoid::{DAYS, DOSE, TAKEN};
use super::fact::person::{AGE, FEMALE};
use super::nogg2024::{
    HIGH_DOSE_FOR_3_MONTHS, HIP_AT_INTERVENTION, MOF_AT_INTERVENTION, POSTMENOPAUSAL_OR_MALE,
};

const TREAT_NOW: Outcome = Outcome::in_category("treat_now", R::Treat);

const fn rule(id: &'static str, when: When, then: Outcome) -> Rule {
    Rule { id, when, then, citation: ids::NOGG2024, confidence: A }
}

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "nogg2024_giop",
    name: "UK National Osteoporosis Guideline Group, 2024: glucocorticoids",
    countries: &["GB"],
    frax: COUNTRIES,
    published: "2024",
    checked_on: Some("2026-11-25"),
    superseded_by: None,
    seen: Seen::Checked,
    verification: "criteria from a copy of the text of the guideline's section on glucocorticoids; thresholds from one transcription that cites its Table 5",
    citation: ids::NOGG2024,
    population: &[
        Population {
            id: "nogg2024_giop.population.glucocorticoid",
            when: When::Yes(&TAKEN),
            outside: "speaks of people who take, or begin, a glucocorticoid",
        },
        Population {
            id: "nogg2024_giop.population.age",
            when: When::Any(&[
                When::All(&[at_least(&AGE, 50.0), POSTMENOPAUSAL_OR_MALE]),
                When::Yes(&ANY_FRACTURE),
            ]),
            outside: "speaks of women past the menopause and men, of 50 or more, and of anyone with a fragility fracture",
        },
    ],
    rules: &[
        rule("nogg2024_giop.treat_now.fracture", When::Yes(&ANY_FRACTURE), TREAT_NOW),
        rule(
            "nogg2024_giop.treat_now.woman_of_70",
            When::All(&[When::Yes(&FEMALE), at_least(&AGE, 70.0)]),
            TREAT_NOW,
        ),
        rule("nogg2024_giop.treat_now.ge_7.5_mg_for_3_months", HIGH_DOSE_FOR_3_MONTHS, TREAT_NOW),
        rule(
            "nogg2024_giop.treat_now.ge_30_mg_for_4_weeks",
            When::All(&[at_least(&DOSE, 30.0), at_least(&DAYS, 28.0)]),
            TREAT_NOW,
        ),
        rule("nogg2024_giop.treat_now.mof", MOF_AT_INTERVENTION, TREAT_NOW),
        rule("nogg2024_giop.treat_now.hip_with_bmd", HIP_AT_INTERVENTION, TREAT_NOW),
        rule(
            "nogg2024_giop.assess.otherwise",
            ALWAYS,
            Outcome::in_category("assess", R::MeasureBmd).also(&[R::CalculateFrax]),
        ),
    ],
    additions: &[],
    remarks: &[Remark {
        code: "frax_above_90",
        when: above(&AGE, 90.0),
        text: "FRAX ends at 90 years: a probability of this person is not used",
    }],
};
