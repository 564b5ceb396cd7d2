//! Diseases and drugs that harm bone: what makes an osteoporosis secondary.

use crate::diagnosis::or;
use crate::document::RiskFactors;
use crate::evidence::Evidence;
use crate::reference::thresholds::SHORT_COURSE_DAYS;
use crate::rule::{Flag, View, When, above};

use super::glucocorticoid::DAYS;

/// Causes asked for as yes or no.
const CAUSES: [fn(&RiskFactors) -> Option<bool>; 16] = [
    |r| r.type_1_diabetes,
    |r| r.chronic_liver_disease,
    |r| r.malabsorption,
    |r| r.inflammatory_bowel_disease,
    |r| r.coeliac_disease,
    |r| r.gastrectomy,
    |r| r.bariatric_surgery,
    |r| r.hyperparathyroidism,
    |r| r.hyperthyroidism,
    |r| r.cushing,
    |r| r.hypogonadism,
    |r| r.growth_hormone_deficiency,
    |r| r.aromatase_inhibitor,
    |r| r.androgen_deprivation,
    |r| r.mgus,
    |r| r.hiv,
];

/// A glucocorticoid for more than three months or more, or another cause. Guidelines name secondary osteoporosis without a
/// list: this one is a choice of this project.
pub static SECONDARY_CAUSE: Flag = Flag {
    id: "secondary_cause",
    field: "risk_factors",
    label: "secondary cause of osteoporosis",
    read: secondary_cause,
};

/// Days of a glucocorticoid are none where none is taken.
const LONG_COURSE: When = above(&DAYS, SHORT_COURSE_DAYS);

fn secondary_cause(e: &Evidence<'_>) -> Option<bool> {
    let stated = CAUSES.iter().map(|cause| e.risk_factor(cause)).reduce(or).unwrap_or(Some(false));
    or(stated, LONG_COURSE.holds(&View::of(e)))
}
