//! DVO guideline, 2023: the three-year risk by its tables, and what is treated whatever they say.

use crate::citation::{
    Confidence::{A, B},
    ids,
};
use crate::document::FractureSite as S;
use crate::document::guidance::Recommendation as R;
use crate::evidence::{Evidence, Seen as Number, SiteSet, Window};
use crate::risk::dvo2023::{Tier, has_new_glucocorticoid};
use crate::rule::{
    ALWAYS, Flag, Guideline, Outcome, Population, Quantity, Remark, Rule, Seen, When, above, at_least,
    at_most, below,
};

use super::fact::bone_density::LOWEST_T;
use super::fact::fractures::HIP_OR_VERTEBRA;
use super::fact::glucocorticoid::{DAYS, DOSE};
use super::fact::person::{AGE, FALLS, MALE, POSTMENOPAUSAL};

/// The risk that the tables say is reached: 0, 3, 5 or 10 %.
static REACHED: Quantity = Quantity {
    id: "dvo2023_percent_reached",
    field: "risk_factors",
    label: "three-year risk reached in the tables",
    unit: "%",
    read: reached,
};

fn reached(e: &Evidence<'_>) -> Number {
    let percent = |tier| match tier {
        Tier::Below3 => 0.0,
        Tier::From3To5 => 3.0,
        Tier::From5To10 => 5.0,
        Tier::From10 => 10.0,
    };
    match e.dvo2023 {
        Some(tiers) if tiers.lowest == tiers.highest => Number::Known(percent(tiers.lowest)),
        Some(tiers) => Number::Between(percent(tiers.lowest), percent(tiers.highest)),
        None => Number::Between(percent(Tier::Below3), percent(Tier::From10)),
    }
}

/// More than one tier remains possible.
static OPEN: Flag = Flag {
    id: "dvo2023_tier_open",
    field: "risk_factors",
    label: "tier that hangs on unknown risk factors",
    read: |e| Some(e.dvo2023.is_none_or(|tiers| tiers.lowest != tiers.highest)),
};

static HANGS_ON_AGE_ROW: Flag = Flag {
    id: "dvo2023_hangs_on_age_row",
    field: "age_years",
    label: "another tier in the other age row",
    read: |e| Some(e.dvo2023.is_some_and(|tiers| tiers.hangs_on_age_row)),
};

static BODY_MASS_INDEX_READ: Flag = Flag {
    id: "dvo2023_body_mass_index_read",
    field: "bmi_kg_m2",
    label: "body mass index that was not stated",
    read: |e| Some(e.dvo2023.is_some_and(|tiers| tiers.body_mass_index_read)),
};

static HIP_12_MONTHS: Flag = Flag {
    id: "hip_fracture_12_months",
    field: "fractures",
    label: "hip fracture within 12 months",
    read: |e| e.fractures.at(SiteSet::of(&[S::ProximalFemur]), Window::Months12),
};

static VERTEBRA_12_MONTHS: Flag = Flag {
    id: "vertebral_fracture_12_months",
    field: "fractures",
    label: "vertebral fracture within 12 months",
    read: |e| e.fractures.at(SiteSet::of(&[S::Vertebra]), Window::Months12),
};

static NEW_GLUCOCORTICOID: Flag = Flag {
    id: "glucocorticoid_above_5_mg_new",
    field: "risk_factors.glucocorticoid.started_or_raised_months_ago",
    label: "glucocorticoid of more than 5 mg a day for more than 3 months, started or raised within 12 months",
    read: |e| has_new_glucocorticoid(&e.glucocorticoid),
};

static BROKEN: When = When::Yes(&HIP_OR_VERTEBRA);
/// 7.5 mg a day or more for more than 3 months, with low bone density.
static GLUCOCORTICOID: When =
    When::All(&[at_least(&DOSE, 7.5), above(&DAYS, 90.0), at_most(&LOWEST_T, -1.5)]);

const REACHES_3: When = at_least(&REACHED, 3.0);
const REACHES_5: When = at_least(&REACHED, 5.0);
const REACHES_10: When = at_least(&REACHED, 10.0);

const GE_10: Outcome = Outcome::in_category("ge10", R::TreatAnabolicFirst);
const FROM_5: Outcome = Outcome::in_category("5_to_10", R::Treat);
const FROM_3_TREAT: Outcome = Outcome::in_category("3_to_5", R::Treat);
const BELOW_3_TREAT: Outcome = Outcome::in_category("lt3", R::Treat);

const fn rule(id: &'static str, when: When, then: Outcome) -> Rule {
    Rule { id, when, then, citation: ids::DVO2023, confidence: A }
}

const fn by_glucocorticoid(id: &'static str, when: When, then: Outcome) -> Rule {
    Rule { confidence: B, ..rule(id, when, then) }
}

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "dvo2023",
    name: "DVO guideline on prophylaxis, diagnosis and treatment of osteoporosis, 2023",
    countries: &["DE"],
    frax: &[],
    published: "2023",
    checked_on: Some("2026-11-25"),
    superseded_by: None,
    seen: Seen::Checked,
    verification: "tables and factors as two independent transcriptions have them, cell by cell; actions and general \
                   indications by readings of the short version 2.2; the glucocorticoid rule by one reading; which \
                   age row an age between two takes was not seen",
    citation: ids::DVO2023,
    population: &[
        Population {
            id: "dvo2023.population",
            when: When::Any(&[
                When::Yes(&POSTMENOPAUSAL),
                When::All(&[When::Yes(&MALE), at_least(&AGE, 50.0)]),
            ]),
            outside: "speaks of women past the menopause and men of 50 or more",
        },
        Population { id: "dvo2023.age", when: at_least(&AGE, 50.0), outside: "its tables begin at 50 years" },
    ],
    // What is treated whatever the tier has a column of its own, so that an unknown tier leaves the action known.
    rules: &[
        rule("dvo2023.ge10.hip_or_vertebral_fracture", When::Cell(&BROKEN, &REACHES_10), GE_10),
        rule("dvo2023.5_to_10.hip_or_vertebral_fracture", When::Cell(&BROKEN, &REACHES_5), FROM_5),
        rule("dvo2023.3_to_5.hip_or_vertebral_fracture", When::Cell(&BROKEN, &REACHES_3), FROM_3_TREAT),
        rule("dvo2023.lt3.hip_or_vertebral_fracture", When::Cell(&BROKEN, &ALWAYS), BELOW_3_TREAT),
        by_glucocorticoid("dvo2023.ge10.glucocorticoid", When::Cell(&GLUCOCORTICOID, &REACHES_10), GE_10),
        by_glucocorticoid("dvo2023.5_to_10.glucocorticoid", When::Cell(&GLUCOCORTICOID, &REACHES_5), FROM_5),
        by_glucocorticoid(
            "dvo2023.3_to_5.glucocorticoid",
            When::Cell(&GLUCOCORTICOID, &REACHES_3),
            FROM_3_TREAT,
        ),
        by_glucocorticoid("dvo2023.lt3.glucocorticoid", When::Cell(&GLUCOCORTICOID, &ALWAYS), BELOW_3_TREAT),
        rule("dvo2023.ge10.anabolic_first", REACHES_10, GE_10),
        rule("dvo2023.5_to_10.treat", REACHES_5, FROM_5),
        rule("dvo2023.3_to_5.consider", REACHES_3, Outcome::in_category("3_to_5", R::Consider)),
        rule("dvo2023.lt3.no_drug", ALWAYS, Outcome::in_category("lt3", R::NoDrug)),
    ],
    additions: &[],
    remarks: &[
        Remark {
            code: "start_promptly",
            when: When::Yes(&HIP_OR_VERTEBRA),
            text: "after a low-trauma fracture of the hip or a vertebra treatment begins promptly, whatever the \
                   tables say",
        },
        Remark {
            code: "consider_with_trigger",
            when: When::All(&[at_least(&REACHED, 3.0), below(&REACHED, 5.0)]),
            text: "from 3 to below 5 % a drug may be considered where a risk factor is strong or irreversible, or \
                   makes a fracture imminent",
        },
        Remark {
            code: "imminent_hip_fracture",
            when: When::Yes(&HIP_12_MONTHS),
            text: "imminent risk of fracture: hip fracture within 12 months",
        },
        Remark {
            code: "imminent_vertebral_fracture",
            when: When::Yes(&VERTEBRA_12_MONTHS),
            text: "imminent risk of fracture: vertebral fracture within 12 months",
        },
        Remark {
            code: "imminent_falls",
            when: at_least(&FALLS, 2.0),
            text: "imminent risk of fracture: two falls or more within 12 months",
        },
        Remark {
            code: "imminent_glucocorticoid",
            when: When::Yes(&NEW_GLUCOCORTICOID),
            text: "imminent risk of fracture: glucocorticoid of more than 5 mg a day for more than 3 months, started \
                   or raised within 12 months",
        },
        Remark {
            code: "age_row",
            when: When::Yes(&HANGS_ON_AGE_ROW),
            text: "another tier would be reached in the other age row: the guideline's rule for an age between two \
                   rows was not seen (option dvo_age_row)",
        },
        Remark {
            code: "body_mass_index_not_stated",
            when: When::Yes(&BODY_MASS_INDEX_READ),
            text: "the body mass index was not stated; as every risk factor was asked, a low one was read as not \
                   there",
        },
        Remark {
            code: "tier_open",
            when: When::Yes(&OPEN),
            text: "the tier hangs on what is unknown: the entry of dvo2023 under risks lists it, with the tier by \
                   each answer",
        },
    ],
};
