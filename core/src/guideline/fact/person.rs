//! Age, sex, menopause, falls.

use crate::diagnosis::or;
use crate::document::stated::KeySet;
use crate::document::{History, Section, Sex};
use crate::evidence::{Range, Seen};
use crate::rule::{Flag, Quantity, Remark, When, at_least};

/// Completed years.
pub static AGE: Quantity =
    Quantity { id: "age", field: "age_years", label: "age", unit: "years", read: |e| Seen::Known(e.age()) };

/// A woman, by the sex used for references.
pub static FEMALE: Flag =
    Flag { id: "female", field: "sex", label: "woman", read: |e| Some(e.person.sex == Sex::Female) };

/// A man, by the sex used for references.
pub static MALE: Flag =
    Flag { id: "male", field: "sex", label: "man", read: |e| Some(e.person.sex == Sex::Male) };

/// A woman past the menopause.
pub static POSTMENOPAUSAL: Flag = Flag {
    id: "postmenopausal",
    field: "postmenopausal",
    label: "woman past the menopause",
    read: |e| e.is_postmenopausal(),
};

/// Falls in the past year.
pub static FALLS: Quantity = Quantity {
    id: "falls_past_year",
    field: "risk_factors.falls_past_year",
    label: "falls in the past year",
    unit: "",
    read: |e| Range { least: e.falls.at_least, most: e.falls.at_most }.into(),
};

/// Bone density cannot be measured.
pub static BMD_NOT_POSSIBLE: Flag = Flag {
    id: "bmd_not_possible",
    field: "history.bmd_not_possible",
    label: "bone density that cannot be measured",
    read: |e| e.person.history(|h| h.bmd_not_possible),
};

/// A parent broke a hip.
pub static PARENTAL_HIP_FRACTURE: Flag = Flag {
    id: "parental_hip_fracture",
    field: "risk_factors.parental_hip_fracture",
    label: "hip fracture of a parent",
    // A mother is a parent; that she broke none says nothing of the father.
    read: |e| {
        let mother = e.risk_factor(|r| r.maternal_hip_fracture).filter(|&broke| broke);
        or(e.risk_factor(|r| r.parental_hip_fracture), mother.or(Some(false)))
    },
};

const NOT_BY_MOUTH: KeySet = History::keys(&["oesophageal_disorder", "cannot_sit_upright"]);

/// A bisphosphonate by mouth is unsuitable: stated, or a reason for it, difficulty in swallowing or no sitting upright.
pub static ORAL_BISPHOSPHONATE_UNSUITABLE: Flag = Flag {
    id: "oral_bisphosphonate_unsuitable",
    field: "history.oral_bisphosphonate_unsuitable",
    label: "oral bisphosphonate that is unsuitable",
    read: |e| {
        let stated = e.person.history(|h| h.oral_bisphosphonate_unsuitable);
        if e.any_of_history(NOT_BY_MOUTH) == Some(true) { Some(true) } else { stated }
    },
};

/// Adults: of children and adolescents no guideline here speaks.
pub const ADULT: When = at_least(&AGE, 18.0);

/// Every risk factor was asked, and nobody took height and weight.
pub static BODY_MASS_INDEX_NOT_STATED: Flag = Flag {
    id: "body_mass_index_not_stated",
    field: "bmi_kg_m2",
    label: "body mass index that was not stated",
    read: |e| Some(e.person.is_complete(Section::RiskFactors) && e.person.bmi().is_none()),
};

/// What was read into that.
pub const BODY_MASS_INDEX_READ: Remark = Remark {
    code: "body_mass_index_not_stated",
    when: When::Yes(&BODY_MASS_INDEX_NOT_STATED),
    text: "the body mass index was not stated; as every risk factor was asked, a low one was read as not there",
};

/// Smokes now.
pub static SMOKES: Flag = Flag {
    id: "current_smoker",
    field: "risk_factors.current_smoker",
    label: "current smoker",
    read: |e| e.person.smokes(),
};

/// Body mass index. Where every risk factor was asked, a low one is one that was not named.
pub static BODY_MASS_INDEX: Quantity = Quantity {
    id: "bmi_kg_m2",
    field: "bmi_kg_m2",
    label: "body mass index",
    unit: "kg/m2",
    read: |e| match e.person.bmi() {
        Some(bmi) => Seen::Known(bmi),
        None if e.person.is_complete(Section::RiskFactors) => Seen::NotMeasured,
        None => Seen::Between(0.0, f64::INFINITY),
    },
};
