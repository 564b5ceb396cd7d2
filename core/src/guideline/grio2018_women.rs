//! GRIO/SFR 2018: postmenopausal osteoporosis (France).

use crate::citation::{
    Confidence::{A, B},
    ids,
};
use crate::document::guidance::Recommendation as R;
use crate::rule::{Addition, Guideline, Population, Remark, Seen, When, at_least};

use super::fact::fractures::{HIP_FRACTURE, VERTEBRAE_BROKEN};
use super::fact::grio::{NON_SEVERE_FRACTURE, SEVERE_FRACTURE};
use super::fact::person::POSTMENOPAUSAL;
use super::grio_table::{
    ANOTHER_CAUSE, BMD_IS_NOT_POSSIBLE, BODY_MASS_INDEX_WAS_READ, FRACTURE_OR_AT_RISK, FRAX_AT_OR_ABOVE,
    FRAX_BELOW, FRAX_SPEAKS, NEVER_OSTEOPOROTIC, NO_FRACTURE_COLUMN, NO_T, NON_SEVERE_COLUMN, NOT_AT_RISK,
    SEVERE_COLUMN, T_2_TO_1, T_3_TO_2, T_ABOVE_1, T_ABOVE_2, T_TO_1, T_TO_2, T_TO_3,
};

/// The cells in which FRAX speaks: specialist advice, without a severe fracture.
const SPECIALIST_CELL: When = When::Any(&[
    When::All(&[When::Yes(&NON_SEVERE_FRACTURE), T_2_TO_1]),
    When::All(&[When::No(&NON_SEVERE_FRACTURE), T_3_TO_2]),
]);

/// The cells that treat.
const TREATS: When = When::Any(&[
    When::All(&[When::Yes(&SEVERE_FRACTURE), T_TO_1]),
    When::All(&[When::Yes(&NON_SEVERE_FRACTURE), T_TO_2]),
    T_TO_3,
]);

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "grio2018_women",
    name: "GRIO/SFR recommendations for postmenopausal osteoporosis, 2018",
    countries: &["FR"],
    frax: &["FR"],
    published: "2018",
    checked_on: Some("2026-11-25"),
    superseded_by: None,
    seen: Seen::Checked,
    verification: "read through a clinician-reviewed French summary; which diseases and drugs are risk factors, and \
                   two falls in a year as repeated falls, are our reading",
    citation: ids::GRIO2018,
    population: &[
        Population {
            id: "grio2018_women.population",
            when: When::Yes(&POSTMENOPAUSAL),
            outside: "speaks of women past the menopause",
        },
        Population {
            id: "grio2018_women.fracture_or_at_risk",
            when: FRACTURE_OR_AT_RISK,
            outside: NOT_AT_RISK,
        },
    ],
    rules: &[
        SEVERE_COLUMN.cell("grio2018_women.measure_bmd.severe", &NO_T, R::MeasureBmd, ids::GRIO2018, B),
        SEVERE_COLUMN.cell("grio2018_women.treat.severe_t_le_-1", &T_TO_1, R::Treat, ids::GRIO2018, A),
        SEVERE_COLUMN.cell(
            "grio2018_women.specialist_advice.severe_t_gt_-1",
            &T_ABOVE_1,
            R::SpecialistAdvice,
            ids::GRIO2018,
            A,
        ),
        NON_SEVERE_COLUMN.cell(
            "grio2018_women.measure_bmd.non_severe",
            &NO_T,
            R::MeasureBmd,
            ids::GRIO2018,
            B,
        ),
        NON_SEVERE_COLUMN.cell(
            "grio2018_women.treat.non_severe_t_le_-2",
            &T_TO_2,
            R::Treat,
            ids::GRIO2018,
            A,
        ),
        NON_SEVERE_COLUMN.cell(
            "grio2018_women.specialist_advice.non_severe_t_le_-1",
            &T_2_TO_1,
            R::SpecialistAdvice,
            ids::GRIO2018,
            A,
        ),
        NON_SEVERE_COLUMN.cell(
            "grio2018_women.no_drug.non_severe_t_gt_-1",
            &T_ABOVE_1,
            R::NoDrug,
            ids::GRIO2018,
            B,
        ),
        NO_FRACTURE_COLUMN.cell(
            "grio2018_women.measure_bmd.no_fracture",
            &NO_T,
            R::MeasureBmd,
            ids::GRIO2018,
            B,
        ),
        NO_FRACTURE_COLUMN.cell(
            "grio2018_women.treat.no_fracture_t_le_-3",
            &T_TO_3,
            R::Treat,
            ids::GRIO2018,
            A,
        ),
        NO_FRACTURE_COLUMN.cell(
            "grio2018_women.specialist_advice.no_fracture_t_le_-2",
            &T_3_TO_2,
            R::SpecialistAdvice,
            ids::GRIO2018,
            A,
        ),
        NO_FRACTURE_COLUMN.cell(
            "grio2018_women.no_drug.no_fracture_t_gt_-2",
            &T_ABOVE_2,
            R::NoDrug,
            ids::GRIO2018,
            B,
        ),
    ],
    additions: &[Addition {
        id: "grio2018_women.frax_at_or_above_threshold",
        when: When::All(&[FRAX_SPEAKS, SPECIALIST_CELL, FRAX_AT_OR_ABOVE]),
        also: R::Treat,
        citation: ids::BRIOT2012,
        confidence: A,
    }],
    remarks: &[
        BODY_MASS_INDEX_WAS_READ,
        Remark {
            code: "frax_below_threshold",
            when: When::All(&[FRAX_SPEAKS, SPECIALIST_CELL, FRAX_BELOW]),
            text: "FRAX is below the threshold of the age and does not support treating",
        },
        Remark {
            code: "zoledronate_first",
            when: When::All(&[When::Yes(&HIP_FRACTURE), T_TO_1]),
            text: "after a hip fracture zoledronate comes first, not before day 15",
        },
        Remark {
            code: "teriparatide_possible",
            when: When::All(&[at_least(&VERTEBRAE_BROKEN, 2.0), T_TO_1]),
            text: "after two or more vertebral fractures teriparatide is possible",
        },
        Remark {
            code: "bisphosphonate_first",
            when: TREATS,
            text: "alendronate, risedronate or zoledronate come first; denosumab follows a bisphosphonate",
        },
        ANOTHER_CAUSE,
        BMD_IS_NOT_POSSIBLE,
        NEVER_OSTEOPOROTIC,
    ],
};
