//! GRIO/SFR 2021: osteoporosis in men (France).

use crate::citation::{
    Confidence::{A, B},
    ids,
};
use crate::diagnosis::and;
use crate::document::RiskFactors;
use crate::document::guidance::Recommendation as R;
use crate::document::stated::KeySet;
use crate::rule::{Addition, Flag, Guideline, Population, Remark, Seen, When, at_least, at_most, below};

use super::fact::bone_density::LOWEST_T;
use super::fact::fractures::{ANY_FRACTURE, HIP_FRACTURE, VERTEBRAE_BROKEN};
use super::fact::person::{ADULT, AGE, FALLS, MALE, ORAL_BISPHOSPHONATE_UNSUITABLE};
use super::grio_table::{
    ANOTHER_CAUSE, BMD_IS_NOT_POSSIBLE, NEVER_OSTEOPOROTIC, NO_FRACTURE_COLUMN, NO_T, NON_SEVERE_COLUMN,
    SEVERE_COLUMN, T_2_TO_1, T_ABOVE_1, T_ABOVE_2, T_TO_1, T_TO_2, T_TO_3,
};

/// Frailty, or what makes a man fall; falls themselves stand beside it.
static FRAILTY_OR_FALL_RISK: Flag = Flag {
    id: "frailty_or_fall_risk",
    field: "risk_factors.frailty",
    label: "frailty or risk of falls",
    read: |e| e.any_risk_factor(FRAIL_OR_LIKELY_TO_FALL),
};

const FRAIL_OR_LIKELY_TO_FALL: KeySet = RiskFactors::keys(&[
    "frailty",
    "immobility",
    "parkinson",
    "stroke",
    "dementia",
    "care_home",
    "needs_arms_to_rise",
    "poor_tandem_walk",
]);

/// Hypogonadism, but not by the treatment of a prostate cancer.
static HYPOGONADISM: Flag = Flag {
    id: "hypogonadism_outside_prostate_cancer",
    field: "risk_factors.hypogonadism",
    label: "hypogonadism outside prostate cancer",
    read: |e| {
        let deprived = e.risk_factor(|r| r.androgen_deprivation);
        and(e.risk_factor(|r| r.hypogonadism), deprived.map(|deprived| !deprived))
    },
};

/// The end of a course of treatment.
static COURSE_COMPLETED: Flag = Flag {
    id: "course_completed",
    field: "treatments",
    label: "end of a course of treatment",
    read: |e| e.person.completed_an_osteoporosis_treatment(),
};

/// From T -3 down a man without a fracture is treated only where he is frail or may fall.
const T_TO_3_FRAIL: When =
    When::All(&[T_TO_3, When::Any(&[When::Yes(&FRAILTY_OR_FALL_RISK), at_least(&FALLS, 1.0)])]);

const fn specialist(id: &'static str, when: When) -> Addition {
    Addition { id, when, also: R::SpecialistAdvice, citation: ids::BOUVARD2021, confidence: A }
}

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "grio2021_men",
    name: "GRIO/SFR recommendations for osteoporosis in men, 2021",
    countries: &["FR"],
    frax: &[],
    published: "2021",
    checked_on: Some("2026-11-25"),
    superseded_by: None,
    seen: Seen::Checked,
    verification: "read through a clinician-reviewed French summary; what counts as frailty or a risk of falls is \
                   our reading",
    citation: ids::BOUVARD2021,
    population: &[Population {
        id: "grio2021_men.population",
        when: When::All(&[When::Yes(&MALE), ADULT]),
        outside: "speaks of men",
    }],
    rules: &[
        SEVERE_COLUMN.cell("grio2021_men.measure_bmd.severe", &NO_T, R::MeasureBmd, ids::BOUVARD2021, B),
        SEVERE_COLUMN.cell("grio2021_men.treat.severe_t_le_-1", &T_TO_1, R::Treat, ids::BOUVARD2021, A),
        SEVERE_COLUMN.cell(
            "grio2021_men.specialist_advice.severe_t_gt_-1",
            &T_ABOVE_1,
            R::SpecialistAdvice,
            ids::BOUVARD2021,
            A,
        ),
        NON_SEVERE_COLUMN.cell(
            "grio2021_men.measure_bmd.non_severe",
            &NO_T,
            R::MeasureBmd,
            ids::BOUVARD2021,
            B,
        ),
        NON_SEVERE_COLUMN.cell(
            "grio2021_men.treat.non_severe_t_le_-2",
            &T_TO_2,
            R::Treat,
            ids::BOUVARD2021,
            A,
        ),
        NON_SEVERE_COLUMN.cell(
            "grio2021_men.specialist_advice.non_severe_t_le_-1",
            &T_2_TO_1,
            R::SpecialistAdvice,
            ids::BOUVARD2021,
            A,
        ),
        NON_SEVERE_COLUMN.cell(
            "grio2021_men.no_drug.non_severe_t_gt_-1",
            &T_ABOVE_1,
            R::NoDrug,
            ids::BOUVARD2021,
            B,
        ),
        NO_FRACTURE_COLUMN.cell(
            "grio2021_men.measure_bmd.no_fracture",
            &NO_T,
            R::MeasureBmd,
            ids::BOUVARD2021,
            B,
        ),
        NO_FRACTURE_COLUMN.cell(
            "grio2021_men.treat.no_fracture_frail_t_le_-3",
            &T_TO_3_FRAIL,
            R::Treat,
            ids::BOUVARD2021,
            A,
        ),
        NO_FRACTURE_COLUMN.cell(
            "grio2021_men.specialist_advice.no_fracture_t_le_-2",
            &T_TO_2,
            R::SpecialistAdvice,
            ids::BOUVARD2021,
            B,
        ),
        NO_FRACTURE_COLUMN.cell(
            "grio2021_men.no_drug.no_fracture_t_gt_-2",
            &T_ABOVE_2,
            R::NoDrug,
            ids::BOUVARD2021,
            B,
        ),
    ],
    additions: &[
        specialist(
            "grio2021_men.specialist_advice.under_70",
            When::All(&[below(&AGE, 70.0), When::Any(&[When::Yes(&ANY_FRACTURE), at_most(&LOWEST_T, -2.5)])]),
        ),
        specialist("grio2021_men.specialist_advice.hypogonadism", When::Yes(&HYPOGONADISM)),
        specialist(
            "grio2021_men.specialist_advice.bisphosphonate_unsuitable",
            When::Yes(&ORAL_BISPHOSPHONATE_UNSUITABLE),
        ),
        specialist("grio2021_men.specialist_advice.course_completed", When::Yes(&COURSE_COMPLETED)),
    ],
    remarks: &[
        Remark {
            code: "zoledronate_first",
            when: When::All(&[When::Yes(&HIP_FRACTURE), T_TO_1]),
            text: "after a hip fracture zoledronate comes first",
        },
        Remark {
            code: "teriparatide_possible",
            when: When::All(&[at_least(&VERTEBRAE_BROKEN, 2.0), T_TO_1]),
            text: "after two or more vertebral fractures teriparatide for 18 months is possible, and a \
                   bisphosphonate after it",
        },
        ANOTHER_CAUSE,
        BMD_IS_NOT_POSSIBLE,
        NEVER_OSTEOPOROTIC,
    ],
};
