//! NICE technology appraisal 464: when a bisphosphonate is an option, for those whose risk CG146 has assessed.

use crate::citation::{CitationId, Confidence::B, ids};
use crate::document::RiskFactors;
use crate::document::guidance::{Recommendation as R, Tier};
use crate::document::stated::KeySet;
use crate::evidence::Seen as SeenNumber;
use crate::rule::{
    ALWAYS, Flag, Guideline, Outcome, Population, Quantity, Remark, Rule, Seen, When, above, at_least, below,
};

use super::fact::fractures::ANY_FRACTURE;
use super::fact::frax::gb::{COUNTRIES, MOF};
use super::fact::glucocorticoid::TAKEN;
use super::fact::person::{
    ADULT, AGE, BODY_MASS_INDEX, BODY_MASS_INDEX_READ, FALLS, FEMALE, MALE, ORAL_BISPHOSPHONATE_UNSUITABLE,
    PARENTAL_HIP_FRACTURE, SMOKES,
};

/// Causes of secondary osteoporosis that a patient document has a key for.
const SECONDARY: KeySet = RiskFactors::keys(&[
    "hypogonadism",
    "premature_menopause",
    "aromatase_inhibitor",
    "androgen_deprivation",
    "hyperthyroidism",
    "hyperparathyroidism",
    "cushing",
    "type_1_diabetes",
    "type_2_diabetes",
    "coeliac_disease",
    "inflammatory_bowel_disease",
    "malabsorption",
    "chronic_liver_disease",
    "chronic_kidney_disease",
    "rheumatoid_arthritis",
    "copd",
    "immobility",
]);

static SECONDARY_CAUSE: Flag = Flag {
    id: "secondary_osteoporosis",
    field: "risk_factors",
    label: "cause of secondary osteoporosis",
    read: |e| e.any_risk_factor(SECONDARY),
};

static PREMATURE_MENOPAUSE: Flag = Flag {
    id: "premature_menopause",
    field: "risk_factors.premature_menopause",
    label: "premature menopause",
    read: |e| e.risk_factor(|r| r.premature_menopause),
};

/// Units of alcohol a week; none drunk where everything was asked and none is stated.
static ALCOHOL: Quantity = Quantity {
    id: "alcohol_units_per_week",
    field: "risk_factors.alcohol_units_per_day",
    label: "alcohol",
    unit: "units a week",
    read: |e| match e.person.alcohol_units_per_day() {
        Some(units) => SeenNumber::Known(units * 7.0),
        None => SeenNumber::Between(0.0, f64::INFINITY),
    },
};

/// Whose risk CG146 has assessed: by age alone, from 50 on with a risk factor, below with a major one.
const ASSESSED: When = When::Any(&[
    When::All(&[When::Yes(&FEMALE), at_least(&AGE, 65.0)]),
    When::All(&[When::Yes(&MALE), at_least(&AGE, 75.0)]),
    When::Yes(&ANY_FRACTURE),
    When::Yes(&TAKEN),
    When::Yes(&PREMATURE_MENOPAUSE),
    When::All(&[
        at_least(&AGE, 50.0),
        When::Any(&[
            at_least(&FALLS, 1.0),
            When::Yes(&PARENTAL_HIP_FRACTURE),
            When::Yes(&SECONDARY_CAUSE),
            below(&BODY_MASS_INDEX, 18.5),
            When::Yes(&SMOKES),
            When::All(&[When::Yes(&FEMALE), above(&ALCOHOL, 14.0)]),
            above(&ALCOHOL, 21.0),
        ]),
    ]),
]);

const INTRAVENOUS: Outcome = Outcome::in_category("eligible", R::Consider).tier(Tier::Intravenous);

const fn rule(id: &'static str, when: When, then: Outcome, citation: CitationId) -> Rule {
    Rule { id, when, then, citation, confidence: B }
}

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "nice_ta464",
    name: "NICE technology appraisal TA464: bisphosphonates for treating osteoporosis, 2017",
    countries: &["GB"],
    frax: COUNTRIES,
    published: "2017",
    checked_on: None,
    superseded_by: Some(
        "NICE NG259 (July 2026), as far as the groups to be assessed go (CG146): so a teaching text of 2026 says; the text of NG259 was not seen",
    ),
    seen: Seen::NotYetVerified,
    verification: "the groups to be assessed are those of CG146 as read; the options of TA464 are recalled, and NG259, said to replace CG146, was not seen",
    citation: ids::NICE_TA464,
    population: &[Population { id: "nice_ta464.population", when: ADULT, outside: "speaks of adults" }],
    rules: &[
        rule(
            "nice_ta464.intravenous.risk_ge_10",
            When::All(&[ASSESSED, at_least(&MOF, 10.0)]),
            INTRAVENOUS,
            ids::NICE_TA464,
        ),
        rule(
            "nice_ta464.intravenous.oral_unsuitable",
            When::All(&[
                ASSESSED,
                at_least(&MOF, 1.0),
                below(&MOF, 10.0),
                When::Yes(&ORAL_BISPHOSPHONATE_UNSUITABLE),
            ]),
            INTRAVENOUS,
            ids::NICE_TA464,
        ),
        rule(
            "nice_ta464.oral.risk_ge_1",
            When::All(&[ASSESSED, at_least(&MOF, 1.0), below(&MOF, 10.0)]),
            Outcome::in_category("eligible", R::Consider).tier(Tier::OralBisphosphonateFirst),
            ids::NICE_TA464,
        ),
        rule(
            "nice_ta464.not_eligible.otherwise",
            ALWAYS,
            Outcome::in_category("not_eligible", R::NoDrug),
            ids::NICE_CG146,
        ),
    ],
    additions: &[],
    remarks: &[
        BODY_MASS_INDEX_READ,
        Remark {
            code: "floor_of_cost_effectiveness",
            when: ALWAYS,
            text: "1 % is a floor of cost-effectiveness, no threshold for treatment: read it together with NOGG",
        },
        Remark {
            code: "frax_above_90",
            when: above(&AGE, 90.0),
            text: "FRAX ends at 90 years: CG146 takes people above the upper age of the tool as at high risk",
        },
    ],
};
