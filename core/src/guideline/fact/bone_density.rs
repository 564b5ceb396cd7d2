//! T- and Z-scores.

use crate::evidence::Seen;
use crate::rule::{Flag, Quantity};

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

/// T-score of the femoral neck.
pub static T_FEMORAL_NECK: Quantity = Quantity {
    id: "t_femoral_neck",
    field: "scans",
    label: "T-score of the femoral neck",
    unit: "SD",
    read: |e| e.bone_density.femoral_neck,
};

/// T-score of the total hip.
pub static T_TOTAL_HIP: Quantity = Quantity {
    id: "t_total_hip",
    field: "scans",
    label: "T-score of the total hip",
    unit: "SD",
    read: |e| e.bone_density.total_hip,
};

/// Lowest Z-score of spine, femoral neck and total hip.
pub static LOWEST_Z: Quantity = Quantity {
    id: "lowest_z",
    field: "scans",
    label: "lowest Z-score of spine and hip",
    unit: "SD",
    read: |e| e.bone_density.lowest_z,
};

/// Whether bone density of spine or hip was measured.
pub static BMD_MEASURED: Flag = Flag {
    id: "bmd_measured",
    field: "scans",
    label: "bone density of spine or hip",
    read: |e| match e.bone_density.lowest_spine_or_hip() {
        Seen::Known(_) => Some(true),
        Seen::NotMeasured => Some(false),
        // Measured, and withheld; or nobody said.
        Seen::Between(..) => e.person.document.scans.as_ref().map(|_| true),
    },
};
