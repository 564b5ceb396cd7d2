//! AACE/ACE guideline for postmenopausal osteoporosis, 2020.
//!
//! Its tiers speak of osteoporosis that is diagnosed; the first two rules are of those in whom it is not.

use crate::citation::{
    Confidence::{A, B},
    ids,
};
use crate::diagnosis::{and, any_past_fracture};
use crate::document::assessment::Category;
use crate::document::guidance::{Recommendation as R, Tier};
use crate::evidence::{Evidence, SiteSet, Window};
use crate::reference::thresholds::SHORT_COURSE_DAYS;
use crate::rule::{
    ALWAYS, Flag, Guideline, Outcome, Population, Remark, Rule, Seen, When, above, at_least, at_most, below,
};

use super::fact::bone_density::{BMD_MEASURED, LOWEST_T_OF_FOUR};
use super::fact::fractures::{
    ANY_FRACTURE, FRACTURE_EVENTS, FRACTURE_ON_TREATMENT, HIP_OR_VERTEBRA, HUMERUS_PELVIS_FOREARM,
    VERTEBRAE_BROKEN,
};
use super::fact::frax::us;
use super::fact::person::{AGE, FALLS, POSTMENOPAUSAL};

/// A diagnosis once made by a T-score stays, whatever the T-score becomes.
static EARLIER_OSTEOPOROSIS: Flag = Flag {
    id: "earlier_osteoporosis",
    field: "scans",
    label: "osteoporosis by an earlier T-score",
    read: |e| {
        e.person.document.scans.as_ref()?;
        let osteoporosis = |c| matches!(c, Category::Osteoporosis | Category::SevereOsteoporosis);
        Some(osteoporosis(e.diagnosis.ever) && !osteoporosis(e.diagnosis.category))
    },
};

static FRACTURE_12_MONTHS: Flag = Flag {
    id: "fragility_fracture_12_months",
    field: "fractures",
    label: "fragility fracture within 12 months",
    read: |e| e.fractures.at(SiteSet::ALL, Window::Months12),
};

/// "On a drug that harms bone" is read as: during the glucocorticoid that is taken now, for more than three months.
static FRACTURE_ON_GLUCOCORTICOID: Flag = Flag {
    id: "fracture_on_glucocorticoid",
    field: "risk_factors.glucocorticoid.days",
    label: "fragility fracture on a long-term glucocorticoid",
    read: fracture_on_glucocorticoid,
};

static INJURIOUS_FALLS: Flag = Flag {
    id: "injurious_falls",
    field: "risk_factors.injurious_falls",
    label: "falls with an injury",
    read: |e| e.risk_factor(|r| r.injurious_falls),
};

fn fracture_on_glucocorticoid(e: &Evidence<'_>) -> Option<bool> {
    let taken = e.glucocorticoid.days_taken;
    let long = and(e.glucocorticoid.current, taken.map(|days| days > SHORT_COURSE_DAYS));
    if long == Some(false) {
        return long;
    }
    and(long, any_past_fracture(e.person, |f| and(f.fragility, taken.and_then(|days| f.within_days(days)))))
}

/// At -1.0 or below; at -2.5 or below the T-score diagnoses by itself.
const LOW_BONE_MASS: When = at_most(&LOWEST_T_OF_FOUR, -1.0);
const FRAX_OVER_A_LIMIT: When = When::Any(&[at_least(&us::MOF, 20.0), at_least(&us::HIP, 3.0)]);
const UNDIAGNOSED: When = When::NoneOf(&[
    When::Yes(&HIP_OR_VERTEBRA),
    at_most(&LOWEST_T_OF_FOUR, -2.5),
    When::Yes(&EARLIER_OSTEOPOROSIS),
    When::All(&[LOW_BONE_MASS, When::Yes(&HUMERUS_PELVIS_FOREARM)]),
    When::All(&[LOW_BONE_MASS, FRAX_OVER_A_LIMIT]),
]);
const VERY_HIGH: Outcome = Outcome::in_category("very_high", R::Treat).tier(Tier::AnabolicOrPotent);

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "aace2020",
    name: "AACE/ACE guideline for postmenopausal osteoporosis, 2020",
    countries: &["US"],
    frax: &["US"],
    published: "2020",
    checked_on: Some("2026-11-25"),
    superseded_by: None,
    seen: Seen::Checked,
    verification: "its limits as two public summaries print them; the list of very high risk through a reading that \
                   clinicians reviewed",
    citation: ids::AACE2020,
    population: &[Population {
        id: "aace2020.population",
        when: When::All(&[When::Yes(&POSTMENOPAUSAL), at_least(&AGE, 50.0)]),
        outside: "speaks of women past the menopause of 50 or more",
    }],
    rules: &[
        Rule {
            id: "aace2020.measure_bmd.diagnosis_hangs_on_t",
            when: When::All(&[
                UNDIAGNOSED,
                When::No(&BMD_MEASURED),
                When::Any(&[When::Yes(&ANY_FRACTURE), FRAX_OVER_A_LIMIT]),
            ]),
            then: Outcome::of(R::MeasureBmd),
            citation: ids::OWN_CHOICE,
            confidence: B,
        },
        Rule {
            id: "aace2020.no_drug.not_diagnosed",
            when: UNDIAGNOSED,
            then: Outcome::of(R::NoDrug),
            citation: ids::AACE2020,
            confidence: B,
        },
        Rule {
            id: "aace2020.very_high.fracture_12_months",
            when: When::Yes(&FRACTURE_12_MONTHS),
            then: VERY_HIGH,
            citation: ids::AACE2020,
            confidence: A,
        },
        Rule {
            id: "aace2020.very_high.fracture_on_treatment",
            when: When::Yes(&FRACTURE_ON_TREATMENT),
            then: VERY_HIGH,
            citation: ids::AACE2020,
            confidence: B,
        },
        Rule {
            id: "aace2020.very_high.multiple_fractures",
            when: When::Any(&[at_least(&FRACTURE_EVENTS, 2.0), at_least(&VERTEBRAE_BROKEN, 2.0)]),
            then: VERY_HIGH,
            citation: ids::AACE2020,
            confidence: B,
        },
        Rule {
            id: "aace2020.very_high.fracture_on_glucocorticoid",
            when: When::Yes(&FRACTURE_ON_GLUCOCORTICOID),
            then: VERY_HIGH,
            citation: ids::AACE2020,
            confidence: B,
        },
        Rule {
            id: "aace2020.very_high.t_lt_-3.0",
            when: below(&LOWEST_T_OF_FOUR, -3.0),
            then: VERY_HIGH,
            citation: ids::AACE2020,
            confidence: A,
        },
        Rule {
            id: "aace2020.very_high.injurious_falls",
            when: When::Yes(&INJURIOUS_FALLS),
            then: VERY_HIGH,
            citation: ids::AACE2020,
            confidence: B,
        },
        // The guideline says a high risk of falls and gives no number.
        Rule {
            id: "aace2020.very_high.two_falls",
            when: at_least(&FALLS, 2.0),
            then: VERY_HIGH,
            citation: ids::OWN_CHOICE,
            confidence: B,
        },
        Rule {
            id: "aace2020.very_high.frax",
            when: When::Any(&[above(&us::MOF, 30.0), above(&us::HIP, 4.5)]),
            then: VERY_HIGH,
            citation: ids::AACE2020,
            confidence: A,
        },
        Rule {
            id: "aace2020.high.diagnosed",
            when: ALWAYS,
            then: Outcome::in_category("high", R::Treat),
            citation: ids::AACE2020,
            confidence: B,
        },
    ],
    additions: &[],
    remarks: &[Remark {
        code: "bone_density_not_measured",
        when: When::All(&[UNDIAGNOSED, When::No(&BMD_MEASURED)]),
        text: "bone density was not measured: osteoporosis is neither diagnosed nor excluded",
    }],
};
