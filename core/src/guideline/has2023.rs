//! HAS 2023: good use of the drugs for osteoporosis (France). As GRIO 2018, but for fractures that are not severe.

use crate::citation::{
    Confidence::{A, B},
    ids,
};
use crate::document::guidance::Recommendation as R;
use crate::rule::{Addition, Guideline, Population, Remark, Seen, When, at_least};

use super::fact::fractures::VERTEBRAE_BROKEN;
use super::fact::grio::SEVERE_FRACTURE;
use super::fact::person::POSTMENOPAUSAL;
use super::grio_table::{
    ANOTHER_CAUSE, AT_RISK, BMD_IS_NOT_POSSIBLE, BODY_MASS_INDEX_WAS_READ, FRACTURE_OR_AT_RISK,
    FRAX_AT_OR_ABOVE, FRAX_BELOW, FRAX_SPEAKS, NEVER_OSTEOPOROTIC, NO_FRACTURE_COLUMN, NO_T,
    NON_SEVERE_COLUMN, NOT_AT_RISK, SEVERE_COLUMN, T_3_TO_2, T_ABOVE_1, T_ABOVE_2, T_ABOVE_3, T_TO_1, T_TO_3,
};

/// Specialist advice without a fracture, which a fracture that is not severe does not take away.
const T_3_TO_2_AT_RISK: When = When::All(&[T_3_TO_2, AT_RISK]);

/// The cells that treat.
const TREATS: When = When::Any(&[When::All(&[When::Yes(&SEVERE_FRACTURE), T_TO_1]), T_TO_3]);

/// The guideline.
pub(super) static GUIDELINE: Guideline = Guideline {
    id: "has2023",
    name: "HAS, good use of the drugs for osteoporosis, 2023",
    countries: &["FR"],
    frax: &["FR"],
    published: "2023-01",
    checked_on: Some("2026-11-25"),
    superseded_by: None,
    seen: Seen::Checked,
    verification: "read through a clinician-reviewed French summary, which names the one limit that differs from \
                   GRIO 2018: a fracture that is not severe is treated from T -3 down; that it is not treated \
                   above, and that risk factors call for a specialist there, is our reading",
    citation: ids::HAS2023,
    population: &[
        Population {
            id: "has2023.population",
            when: When::Yes(&POSTMENOPAUSAL),
            outside: "speaks of women past the menopause",
        },
        Population { id: "has2023.fracture_or_at_risk", when: FRACTURE_OR_AT_RISK, outside: NOT_AT_RISK },
    ],
    rules: &[
        SEVERE_COLUMN.cell("has2023.measure_bmd.severe", &NO_T, R::MeasureBmd, ids::HAS2023, B),
        SEVERE_COLUMN.cell("has2023.treat.severe_t_le_-1", &T_TO_1, R::Treat, ids::HAS2023, A),
        SEVERE_COLUMN.cell(
            "has2023.specialist_advice.severe_t_gt_-1",
            &T_ABOVE_1,
            R::SpecialistAdvice,
            ids::HAS2023,
            A,
        ),
        NON_SEVERE_COLUMN.cell("has2023.measure_bmd.non_severe", &NO_T, R::MeasureBmd, ids::HAS2023, B),
        NON_SEVERE_COLUMN.cell("has2023.treat.non_severe_t_le_-3", &T_TO_3, R::Treat, ids::HAS2023, A),
        NON_SEVERE_COLUMN.cell(
            "has2023.specialist_advice.non_severe_at_risk_t_le_-2",
            &T_3_TO_2_AT_RISK,
            R::SpecialistAdvice,
            ids::HAS2023,
            B,
        ),
        NON_SEVERE_COLUMN.cell("has2023.no_drug.non_severe_t_gt_-3", &T_ABOVE_3, R::NoDrug, ids::HAS2023, B),
        NO_FRACTURE_COLUMN.cell("has2023.measure_bmd.no_fracture", &NO_T, R::MeasureBmd, ids::HAS2023, B),
        NO_FRACTURE_COLUMN.cell("has2023.treat.no_fracture_t_le_-3", &T_TO_3, R::Treat, ids::HAS2023, A),
        NO_FRACTURE_COLUMN.cell(
            "has2023.specialist_advice.no_fracture_t_le_-2",
            &T_3_TO_2,
            R::SpecialistAdvice,
            ids::HAS2023,
            A,
        ),
        NO_FRACTURE_COLUMN.cell(
            "has2023.no_drug.no_fracture_t_gt_-2",
            &T_ABOVE_2,
            R::NoDrug,
            ids::HAS2023,
            B,
        ),
    ],
    additions: &[Addition {
        id: "has2023.frax_at_or_above_threshold",
        when: When::All(&[FRAX_SPEAKS, T_3_TO_2_AT_RISK, FRAX_AT_OR_ABOVE]),
        also: R::Treat,
        citation: ids::BRIOT2012,
        confidence: B,
    }],
    remarks: &[
        BODY_MASS_INDEX_WAS_READ,
        Remark {
            code: "frax_below_threshold",
            when: When::All(&[FRAX_SPEAKS, T_3_TO_2_AT_RISK, FRAX_BELOW]),
            text: "FRAX is below the threshold of the age and does not support treating",
        },
        Remark {
            code: "teriparatide_possible",
            when: When::All(&[at_least(&VERTEBRAE_BROKEN, 2.0), T_TO_1]),
            text: "after two or more vertebral fractures teriparatide is possible",
        },
        Remark {
            code: "bisphosphonate_first",
            when: TREATS,
            text: "a bisphosphonate comes first; denosumab follows it",
        },
        ANOTHER_CAUSE,
        BMD_IS_NOT_POSSIBLE,
        NEVER_OSTEOPOROTIC,
    ],
};
