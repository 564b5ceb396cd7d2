//! Drugs.

use super::mirrors;

/// A drug.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_drug {
    /// Not known, or not stated.
    Unknown = 0,
    /// Alendronate.
    Alendronate = 1,
    /// Risedronate.
    Risedronate = 2,
    /// Ibandronate.
    Ibandronate = 3,
    /// Zoledronate.
    Zoledronate = 4,
    /// Denosumab.
    Denosumab = 5,
    /// Teriparatide.
    Teriparatide = 6,
    /// Abaloparatide.
    Abaloparatide = 7,
    /// Romosozumab.
    Romosozumab = 8,
    /// Raloxifene.
    Raloxifene = 9,
    /// Menopausal hormone therapy.
    MenopausalHormoneTherapy = 10,
    /// Calcium.
    Calcium = 11,
    /// Vitamin d.
    VitaminD = 12,
    /// Other.
    Other = 13,
    /// Unspecified.
    Unspecified = 14,
}

mirrors!(osteon_drug, osteon::document::Drug, { Alendronate, Risedronate, Ibandronate, Zoledronate, Denosumab, Teriparatide, Abaloparatide, Romosozumab, Raloxifene, MenopausalHormoneTherapy, Calcium, VitaminD, Other, Unspecified });

/// How a drug is given.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_route {
    /// Not known, or not stated.
    Unknown = 0,
    /// By mouth.
    Oral = 1,
    /// Into a vein.
    Iv = 2,
    /// Under the skin.
    Sc = 3,
}

mirrors!(osteon_route, osteon::document::Route, { Oral, Iv, Sc });

/// Why a drug was stopped.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_stop_reason {
    /// Not known, or not stated.
    Unknown = 0,
    /// Intolerance.
    Intolerance = 1,
    /// Failure.
    Failure = 2,
    /// Completed.
    Completed = 3,
    /// The person's choice.
    Choice = 4,
    /// Contraindication.
    Contraindication = 5,
    /// Asked, and not known.
    NotKnown = 6,
}

mirrors!(osteon_stop_reason, osteon::document::StopReason, { Intolerance, Failure, Completed, Choice, Contraindication } NotKnown is Unknown);
