//! BHOF 2022: the Clinician's Guide of the Bone Health and Osteoporosis Foundation (United States).

use crate::citation::{
    Confidence::{A, B},
    ids,
};
use crate::diagnosis::or;
use crate::document::RiskFactors;
use crate::document::guidance::Recommendation as R;
use crate::document::stated::KeySet;
use crate::rule::{
    ALWAYS, Flag, Guideline, Outcome, Population, Remark, Rule, Seen, When, above, at_least, at_most,
};

use super::fact::bone_density::{BMD_MEASURED, LOWEST_T, LOWEST_T_OF_FOUR};
use super::fact::fractures::{ANY_FRACTURE, HIP_OR_VERTEBRA, HUMERUS_PELVIS_FOREARM};
use super::fact::frax::us;
use super::fact::person::{AGE, FEMALE, MALE, PARENTAL_HIP_FRACTURE, POSTMENOPAUSAL};
use super::fact::secondary_causes::SECONDARY_CAUSE;

/// What makes testing worth while before 65 in women and 70 in men. The guide speaks of risk factors; which ones is
/// read here as those of FRAX and the secondary causes.
static RISK_FACTOR: Flag = Flag {
    id: "bhof_risk_factor",
    field: "risk_factors",
    label: "risk factor for fracture",
    read: |e| {
        let parent = (PARENTAL_HIP_FRACTURE.read)(e);
        match or(or(parent, e.person.smokes()), e.any_risk_factor(STATED)) {
            Some(true) => Some(true),
            stated => or(stated, (SECONDARY_CAUSE.read)(e)),
        }
    },
};

const STATED: KeySet = RiskFactors::keys(&["rheumatoid_arthritis", "premature_menopause"]);

const FRAX_OVER_A_LIMIT: When = When::Any(&[at_least(&us::HIP, 3.0), at_least(&us::MOF, 20.0)]);
/// From -1.0 down; what lies at -2.5 or below was decided before.
const LOW_BONE_MASS: When = at_most(&LOWEST_T, -1.0);

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "bhof2022",
    name: "BHOF Clinician's Guide to Prevention and Treatment of Osteoporosis, 2022",
    countries: &["US"],
    frax: &["US"],
    published: "2022",
    checked_on: Some("2026-11-25"),
    superseded_by: None,
    seen: Seen::Checked,
    verification: "through a reading of the guide that clinicians reviewed; the limits of FRAX also in two public \
                   summaries",
    citation: ids::BHOF2022,
    population: &[Population {
        id: "bhof2022.population",
        when: When::Any(&[When::Yes(&POSTMENOPAUSAL), When::All(&[When::Yes(&MALE), at_least(&AGE, 50.0)])]),
        outside: "speaks of women past the menopause and men of 50 or more",
    }],
    rules: &[
        Rule {
            id: "bhof2022.treat.hip_or_vertebral_fracture",
            when: When::Yes(&HIP_OR_VERTEBRA),
            then: Outcome::of(R::Treat),
            citation: ids::BHOF2022,
            confidence: B,
        },
        Rule {
            id: "bhof2022.treat.t_le_-2.5",
            when: at_most(&LOWEST_T_OF_FOUR, -2.5),
            then: Outcome::of(R::Treat),
            citation: ids::BHOF2022,
            confidence: B,
        },
        Rule {
            id: "bhof2022.treat.other_fracture_with_low_bone_mass",
            when: When::All(&[When::Yes(&HUMERUS_PELVIS_FOREARM), LOW_BONE_MASS]),
            then: Outcome::of(R::Treat),
            citation: ids::BHOF2022,
            confidence: B,
        },
        Rule {
            id: "bhof2022.treat.frax_with_low_bone_mass",
            when: When::All(&[LOW_BONE_MASS, FRAX_OVER_A_LIMIT]),
            then: Outcome::of(R::Treat),
            citation: ids::BHOF2022,
            confidence: A,
        },
        // With a T-score it is consider or treat; more fractures never ask for less.
        Rule {
            id: "bhof2022.consider.other_fracture_without_bmd",
            when: When::All(&[When::Yes(&HUMERUS_PELVIS_FOREARM), When::No(&BMD_MEASURED)]),
            then: Outcome::of(R::Consider).also(&[R::MeasureBmd]),
            citation: ids::BHOF2022,
            confidence: B,
        },
        Rule {
            id: "bhof2022.consider.other_fracture",
            when: When::Yes(&HUMERUS_PELVIS_FOREARM),
            then: Outcome::of(R::Consider),
            citation: ids::BHOF2022,
            confidence: B,
        },
        Rule {
            id: "bhof2022.measure_bmd.age",
            when: When::All(&[
                When::No(&BMD_MEASURED),
                When::Any(&[When::All(&[When::Yes(&FEMALE), at_least(&AGE, 65.0)]), at_least(&AGE, 70.0)]),
            ]),
            then: Outcome::of(R::MeasureBmd),
            citation: ids::BHOF2022,
            confidence: B,
        },
        Rule {
            id: "bhof2022.measure_bmd.fracture_or_risk_factor",
            when: When::All(&[
                When::No(&BMD_MEASURED),
                When::Any(&[When::Yes(&ANY_FRACTURE), When::Yes(&RISK_FACTOR)]),
            ]),
            then: Outcome::of(R::MeasureBmd),
            citation: ids::BHOF2022,
            confidence: B,
        },
        Rule {
            id: "bhof2022.no_drug.otherwise",
            when: ALWAYS,
            then: Outcome::of(R::NoDrug),
            citation: ids::BHOF2022,
            confidence: B,
        },
    ],
    additions: &[],
    remarks: &[Remark {
        code: "frax_over_limit_without_low_bone_mass",
        when: When::All(&[above(&LOWEST_T, -1.0), FRAX_OVER_A_LIMIT]),
        text: "FRAX is over a limit, which the guide applies to low bone mass only; the T-score is above -1.0: for a \
               clinician to judge",
    }],
};
