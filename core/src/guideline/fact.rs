//! Facts that more than one guideline asks for. A fact that is one guideline's own stands in its file.

use crate::document::Sex;
use crate::evidence::Seen;
use crate::rule::{Flag, Quantity};

/// Completed years.
pub static AGE: Quantity =
    Quantity { id: "age", field: "age_years", label: "age", unit: "years", read: |e| Seen::Known(e.age()) };

/// A woman, by the sex used for references.
pub static FEMALE: Flag =
    Flag { id: "female", field: "sex", label: "woman", read: |e| Some(e.person.sex == Sex::Female) };

/// A woman past the menopause.
pub static POSTMENOPAUSAL: Flag = Flag {
    id: "postmenopausal",
    field: "postmenopausal",
    label: "woman past the menopause",
    read: |e| e.is_postmenopausal(),
};

/// Lowest T-score of spine, femoral neck and total hip.
pub static LOWEST_T: Quantity = Quantity {
    id: "lowest_t",
    field: "scans",
    label: "lowest T-score of spine and hip",
    unit: "SD",
    read: |e| e.bone_density.lowest_spine_or_hip(),
};

/// Lowest T-score of spine, femoral neck, total hip and the 33 % radius.
pub static LOWEST_T_OF_FOUR: Quantity = Quantity {
    id: "lowest_t_of_four",
    field: "scans",
    label: "lowest T-score of spine, hip and 33 % radius",
    unit: "SD",
    read: |e| e.bone_density.lowest_of_four(),
};
