//! Diseases and drugs that harm bone: what makes an osteoporosis secondary.

use crate::diagnosis::or;
use crate::document::RiskFactors;
use crate::document::stated::KeySet;
use crate::evidence::Evidence;
use crate::reference::thresholds::SHORT_COURSE_DAYS;
use crate::rule::{Flag, View, When, above};

use super::glucocorticoid::DAYS;

/// Causes asked for as yes or no.
const CAUSES: KeySet = RiskFactors::keys(&[
    "type_1_diabetes",
    "chronic_liver_disease",
    "malabsorption",
    "inflammatory_bowel_disease",
    "coeliac_disease",
    "gastrectomy",
    "bariatric_surgery",
    "hyperparathyroidism",
    "hyperthyroidism",
    "cushing",
    "hypogonadism",
    "growth_hormone_deficiency",
    "aromatase_inhibitor",
    "androgen_deprivation",
    "mgus",
    "hiv",
]);

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
    match e.any_risk_factor(CAUSES) {
        Some(true) => Some(true),
        stated => or(stated, LONG_COURSE.holds(&View::of(e))),
    }
}
