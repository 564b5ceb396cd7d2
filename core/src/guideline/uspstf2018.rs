//! USPSTF recommendation on screening, 2018. Its groups are its grades: `b`, and insufficient evidence.

use crate::citation::{
    Confidence::{A, B},
    ids,
};
use crate::document::assessment::Category;
use crate::document::guidance::Recommendation as R;
use crate::document::options::{OstRounding, ScoreArithmetic};
use crate::evidence::{Evidence, Seen as Points};
use crate::quantity::Weight;
use crate::risk::points::terms;
use crate::risk::screening::{orai, osiris, ost, score};
use crate::rule::{
    ALWAYS, Flag, Guideline, Outcome, Population, Quantity, Rule, Seen, When, at_least, below,
};

use super::fact::bone_density::BMD_MEASURED;
use super::fact::fractures::ANY_FRACTURE;
use super::fact::frax::us;
use super::fact::person::{AGE, MALE, POSTMENOPAUSAL};
use super::fact::secondary_causes::SECONDARY_CAUSE;

static KNOWN_OSTEOPOROSIS: Flag = Flag {
    id: "known_osteoporosis",
    field: "scans",
    label: "known osteoporosis",
    read: |e| {
        e.person.document.scans.as_ref()?;
        Some(matches!(e.diagnosis.ever, Category::Osteoporosis | Category::SevereOsteoporosis))
    },
};

static OST: Quantity = Quantity {
    id: "ost_points",
    field: "weight_kg",
    label: "OST",
    unit: "points",
    read: |e| {
        let rounding = e.setup.options.ost_rounding.unwrap_or(OstRounding::Truncate);
        worst_to_best(e, &[()], |age, weight, ()| ost::points(age, weight, rounding).ok())
    },
};

static ORAI: Quantity = Quantity {
    id: "orai_points",
    field: "risk_factors.oestrogen_hrt",
    label: "ORAI",
    unit: "points",
    read: |e| {
        if e.age() < terms::orai::FROM_AGE {
            return Points::NotMeasured;
        }
        worst_to_best(e, could(e.person.takes_oestrogen()), |age, weight, oestrogen| {
            orai::points(age, weight, oestrogen).ok()
        })
    },
};

/// Whoever has had a fragility fracture is not screened, so that none counts here.
static OSIRIS: Quantity = Quantity {
    id: "osiris_points",
    field: "risk_factors.oestrogen_hrt",
    label: "OSIRIS",
    unit: "points",
    read: |e| {
        worst_to_best(e, could(e.person.takes_oestrogen()), |age, weight, oestrogen| {
            osiris::points(age, weight, oestrogen, false).ok()
        })
    },
};

/// As the model of that name: ethnicity is not read.
static SCORE: Quantity = Quantity {
    id: "score_points",
    field: "risk_factors.oestrogen_ever",
    label: "SCORE",
    unit: "points",
    read: |e| {
        let arthritis = could(e.risk_factor(|r| r.rheumatoid_arthritis));
        let ever = could(e.person.ever_took_oestrogen());
        over_weights(e, |age_years, weight_kg| {
            let woman = score::Woman {
                age_years,
                weight_kg,
                black: false,
                rheumatoid_arthritis: false,
                fractures: 0,
                ever_oestrogen: false,
            };
            let ends = score::fewest_and_most(&woman, arthritis, ever, ScoreArithmetic::Truncated);
            ends.map_or(Points::UNKNOWN, |(fewest, most)| Points::within(fewest, most))
        })
    },
};

/// A probability with bone density is none of a tool of screening.
static FRAX_WITHOUT_BMD: Quantity = Quantity {
    id: "frax_mof_without_bmd",
    field: "frax.mof_percent",
    label: "FRAX major osteoporotic fracture without bone density",
    unit: "%",
    read: |e| match (e.frax.with_bmd(us::COUNTRIES), e.frax.mof(us::COUNTRIES)) {
        (Some(true), _) => Points::NotMeasured,
        (None, Points::Known(percent)) => Points::Between(0.0, percent),
        (_, percent) => percent,
    },
};

const fn could(said: Option<bool>) -> &'static [bool] {
    match said {
        Some(true) => &[true],
        Some(false) => &[false],
        None => &[false, true],
    }
}

/// The points over every weight, where none is known, and over the answers to one question.
fn worst_to_best<T: Copy>(
    e: &Evidence<'_>,
    answers: &[T],
    points: impl Fn(u8, f64, T) -> Option<f64>,
) -> Points {
    over_weights(e, |age, weight| {
        let each = answers.iter().map(|&answer| Points::or_unknown(points(age, weight, answer)));
        each.reduce(span).unwrap_or(Points::UNKNOWN)
    })
}

/// The points of a woman; over every weight where hers is not known.
fn over_weights(e: &Evidence<'_>, points: impl Fn(u8, f64) -> Points) -> Points {
    if !e.is_female() {
        return Points::NotMeasured;
    }
    let age = e.person.age.completed_years();
    match e.person.weight() {
        Some(weight) => points(age, weight.kg()),
        None => span(points(age, Weight::MIN), points(age, Weight::MAX)),
    }
}

/// From the least to the most of both.
fn span(a: Points, b: Points) -> Points {
    let Some(((low, high), (least, most))) = a.ends().zip(b.ends()) else { return Points::NotMeasured };
    Points::within(low.min(least), high.max(most))
}

const GRADE_B: Outcome = Outcome::in_category("b", R::MeasureBmd);

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "uspstf2018",
    name: "USPSTF recommendation on screening, 2018",
    countries: &["US"],
    frax: &["US"],
    published: "2018",
    checked_on: None,
    superseded_by: Some("USPSTF 2025 (JAMA 2025;333:498-508)"),
    seen: Seen::NotYetVerified,
    verification: "its grades as its page of 2018 gives them; the cut-offs of its tools as recalled, and corroborated \
                   by a public quality measure",
    citation: ids::USPSTF2018,
    population: &[
        Population {
            id: "uspstf2018.age",
            when: at_least(&AGE, 40.0),
            outside: "speaks of adults of 40 or more",
        },
        Population {
            id: "uspstf2018.no_osteoporosis",
            when: When::No(&KNOWN_OSTEOPOROSIS),
            outside: "speaks of screening, and osteoporosis is known",
        },
        Population {
            id: "uspstf2018.no_fracture",
            when: When::No(&ANY_FRACTURE),
            outside: "speaks of screening, and there was a fragility fracture",
        },
        Population {
            id: "uspstf2018.no_secondary_cause",
            when: When::No(&SECONDARY_CAUSE),
            outside: "speaks of people without a secondary cause, and one is stated",
        },
    ],
    rules: &[
        Rule {
            id: "uspstf2018.insufficient_evidence.man",
            when: When::Yes(&MALE),
            then: Outcome::in_category("insufficient_evidence", R::NoDrug),
            citation: ids::USPSTF2018,
            confidence: A,
        },
        Rule {
            id: "uspstf2018.no_drug.screened",
            when: When::Yes(&BMD_MEASURED),
            then: Outcome::of(R::NoDrug),
            citation: ids::OWN_CHOICE,
            confidence: B,
        },
        Rule {
            id: "uspstf2018.b.woman_from_65",
            when: at_least(&AGE, 65.0),
            then: GRADE_B,
            citation: ids::USPSTF2018,
            confidence: A,
        },
        Rule {
            id: "uspstf2018.b.younger_at_risk",
            when: When::All(&[
                When::Yes(&POSTMENOPAUSAL),
                When::Any(&[
                    below(&OST, terms::ost::WOMEN_CUT_OFF_BELOW),
                    at_least(&ORAI, terms::orai::CUT_OFF_AT_LEAST),
                    at_least(&SCORE, terms::score::CUT_OFF_AT_LEAST),
                    below(&OSIRIS, terms::osiris::CUT_OFF_BELOW),
                    at_least(&FRAX_WITHOUT_BMD, 8.4),
                ]),
            ]),
            then: GRADE_B,
            citation: ids::USPSTF2018,
            confidence: B,
        },
        Rule {
            id: "uspstf2018.no_drug.otherwise",
            when: ALWAYS,
            then: Outcome::of(R::NoDrug),
            citation: ids::USPSTF2018,
            confidence: B,
        },
    ],
    additions: &[],
    remarks: &[],
};
