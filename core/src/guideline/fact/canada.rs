//! Clinical risk factors and fractures as Osteoporosis Canada asks for them.

use crate::diagnosis::{PastFracture, and, any_past_fracture};
use crate::document::stated::KeySet;
use crate::document::{FractureSite, RiskFactors};
use crate::evidence::Seen;
use crate::reference::thresholds::{SEVERE_GENANT_GRADE, SEVERE_HEIGHT_LOSS_PERCENT};
use crate::rule::{Flag, Quantity};

use super::frax::ca::COUNTRIES;

/// Alcohol in units.
pub static ALCOHOL: Quantity = Quantity {
    id: "alcohol_units_per_day",
    field: "risk_factors.alcohol_units_per_day",
    label: "alcohol",
    unit: "units a day",
    read: |e| e.person.alcohol_units_per_day().map_or(Seen::Between(0.0, f64::INFINITY), Seen::Known),
};

/// A disease that makes osteoporosis secondary.
pub static SECONDARY_OSTEOPOROSIS: Flag = Flag {
    id: "secondary_osteoporosis_canada2023",
    field: "risk_factors",
    label: "disease that makes osteoporosis secondary",
    read: |e| e.any_risk_factor(SECONDARY),
};

const SECONDARY: KeySet = RiskFactors::keys(&[
    "type_1_diabetes",
    "rheumatoid_arthritis",
    "hyperthyroidism",
    "hyperparathyroidism",
    "hypogonadism",
    "premature_menopause",
    "malabsorption",
    "inflammatory_bowel_disease",
    "coeliac_disease",
    "chronic_liver_disease",
    "cushing",
    "primary_osteoporosis",
]);

/// A vertebral fracture of more than 40 % of the height, which is Genant's grade 3, within 24 months.
pub static SEVERE_VERTEBRAL_FRACTURE_24_MONTHS: Flag = Flag {
    id: "severe_vertebral_fracture_24_months",
    field: "fractures",
    label: "severe vertebral fracture within 24 months",
    read: |e| any_past_fracture(e.person, |fracture| is_severe(fracture)),
};

fn is_severe(past: &PastFracture<'_>) -> Option<bool> {
    let site = match past.site {
        FractureSite::Vertebra => Some(true),
        FractureSite::Unspecified => None,
        _ => Some(false),
    };
    let by_height = past.fracture.height_loss_percent.map(|percent| percent > SEVERE_HEIGHT_LOSS_PERCENT);
    let by_grade = past.fracture.genant_grade.map(|grade| f64::from(grade) >= SEVERE_GENANT_GRADE);
    let severe = by_height.or(by_grade);
    and(and(site, past.fragility), and(severe, past.within_months(24.0)))
}

/// No Canadian probability is at hand.
pub static NO_FRAX: Flag = Flag {
    id: "no_frax",
    field: "frax",
    label: "no FRAX probability",
    read: |e| Some(!e.frax.is_usable(COUNTRIES)),
};
