//! ESCEO/IOF European guidance, 2019, with the categories of 2020: thresholds by band of age, the mean of five
//! countries.

use crate::citation::{Confidence, Confidence::A, Confidence::B, ids};
use crate::document::guidance::{Recommendation as R, Tier};
use crate::rule::Comparison::{Above, AtLeast};
use crate::rule::{
    ALWAYS, Guideline, Limit, Outcome, Population, Remark, Rule, Seen, When, above, at_least, below,
};

use super::age_limits as limits;
use super::fact::fractures::ANY_FRACTURE;
use super::fact::frax::eu5::{COUNTRIES, MOF, WITH_BMD};
use super::fact::person::{AGE, POSTMENOPAUSAL};

const MOF_AT_INTERVENTION: When = When::Is(&MOF, AtLeast, Limit::ByAge(&limits::ESCEO_EU5_MOF_INTERVENTION));

/// From the lower assessment threshold on, without bone density. A probability with it that reaches the
/// intervention threshold was decided before; saying so keeps the verdict open no wider than it is.
const INTERMEDIATE: When = When::All(&[
    When::Is(&MOF, AtLeast, Limit::ByAge(&limits::ESCEO_EU5_MOF_LOWER_ASSESSMENT)),
    When::Any(&[When::No(&WITH_BMD), MOF_AT_INTERVENTION]),
]);

const fn rule(id: &'static str, when: When, then: Outcome, confidence: Confidence) -> Rule {
    Rule { id, when, then, citation: ids::ESCEO2019, confidence }
}

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "esceo2019",
    name: "ESCEO/IOF European guidance for postmenopausal women, 2019",
    countries: &[],
    frax: COUNTRIES,
    published: "2019",
    checked_on: None,
    superseded_by: None,
    seen: Seen::NotYetVerified,
    verification: "definitions of the categories from their text, actions recalled; thresholds from a fragment of Table 7 of the guidance of 2013, of which the row of 70-74 years contradicts itself",
    citation: ids::ESCEO2019,
    population: &[
        Population {
            id: "esceo2019.population.menopause",
            when: When::Yes(&POSTMENOPAUSAL),
            outside: "speaks of women past the menopause",
        },
        Population {
            id: "esceo2019.population.age",
            when: at_least(&AGE, 40.0),
            outside: "its thresholds begin at 40 years",
        },
    ],
    rules: &[
        // Treated without bone density by the guidance of 2019; of very high risk by that of 2020.
        rule(
            "esceo2019.very_high.mof_above_upper_assessment",
            When::Is(&MOF, Above, Limit::ByAge(&limits::ESCEO_EU5_MOF_UPPER_ASSESSMENT)),
            Outcome::in_category("very_high", R::TreatAnabolicFirst),
            B,
        ),
        rule(
            "esceo2019.high.mof_with_bmd",
            When::All(&[When::Yes(&WITH_BMD), MOF_AT_INTERVENTION]),
            Outcome::in_category("high", R::Treat).tier(Tier::OralBisphosphonateFirst),
            B,
        ),
        rule(
            "esceo2019.intermediate.fracture",
            When::All(&[INTERMEDIATE, When::Yes(&ANY_FRACTURE)]),
            Outcome::in_category("intermediate", R::Consider).also(&[R::MeasureBmd]),
            B,
        ),
        rule("esceo2019.low.fracture", When::Yes(&ANY_FRACTURE), Outcome::in_category("low", R::Consider), B),
        rule(
            "esceo2019.intermediate.measure_bmd",
            INTERMEDIATE,
            Outcome::in_category("intermediate", R::MeasureBmd),
            A,
        ),
        rule("esceo2019.low.otherwise", ALWAYS, Outcome::in_category("low", R::NoDrug), B),
    ],
    additions: &[],
    remarks: &[
        Remark {
            code: "mean_of_five_countries",
            when: ALWAYS,
            text: "the thresholds are the mean of France, Germany, Italy, Spain and the United Kingdom, of no country by itself; a FRAX probability of any other country is not held against them",
        },
        Remark {
            code: "two_readings",
            when: When::All(&[at_least(&AGE, 70.0), below(&AGE, 75.0)]),
            text: "at 70-74 years the published thresholds contradict each other: from 17.6 to 17.9 % and from 21.1 to 21.5 % the category cannot be said",
        },
        Remark {
            code: "frax_above_90",
            when: above(&AGE, 90.0),
            text: "FRAX ends at 90 years: a probability of this person is not used",
        },
    ],
};
