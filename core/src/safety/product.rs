//! The drugs that the rules speak of, by route where the rules differ by it.

use crate::citation::{CitationId, ids};
use crate::document::{Drug, Route};

/// A drug, and the route where the rules differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Product {
    /// Oral.
    Alendronate,
    /// Oral.
    Risedronate,
    /// Oral.
    IbandronateOral,
    /// Intravenous.
    IbandronateIv,
    /// Intravenous.
    Zoledronate,
    /// Subcutaneous.
    Denosumab,
    /// Subcutaneous.
    Teriparatide,
    /// Subcutaneous.
    Abaloparatide,
    /// Subcutaneous.
    Romosozumab,
    /// Oral.
    Raloxifene,
    /// Any route.
    MenopausalHormoneTherapy,
}

impl Product {
    /// Every product, in the order of the drugs of the document; of ibandronate the oral one first.
    pub const ALL: [Self; 11] = [
        Self::Alendronate,
        Self::Risedronate,
        Self::IbandronateOral,
        Self::IbandronateIv,
        Self::Zoledronate,
        Self::Denosumab,
        Self::Teriparatide,
        Self::Abaloparatide,
        Self::Romosozumab,
        Self::Raloxifene,
        Self::MenopausalHormoneTherapy,
    ];

    /// The drug.
    #[must_use]
    pub const fn drug(self) -> Drug {
        match self {
            Self::Alendronate => Drug::Alendronate,
            Self::Risedronate => Drug::Risedronate,
            Self::IbandronateOral | Self::IbandronateIv => Drug::Ibandronate,
            Self::Zoledronate => Drug::Zoledronate,
            Self::Denosumab => Drug::Denosumab,
            Self::Teriparatide => Drug::Teriparatide,
            Self::Abaloparatide => Drug::Abaloparatide,
            Self::Romosozumab => Drug::Romosozumab,
            Self::Raloxifene => Drug::Raloxifene,
            Self::MenopausalHormoneTherapy => Drug::MenopausalHormoneTherapy,
        }
    }

    /// The route, where the rules differ by it.
    #[must_use]
    pub const fn route(self) -> Option<Route> {
        match self {
            Self::IbandronateOral => Some(Route::Oral),
            Self::IbandronateIv => Some(Route::Iv),
            _ => None,
        }
    }

    /// The label of the drug: the source of the rules that name no other.
    #[must_use]
    pub const fn label(self) -> CitationId {
        match self {
            Self::Alendronate => ids::LABEL_ALENDRONATE,
            Self::Risedronate => ids::LABEL_RISEDRONATE,
            Self::IbandronateOral | Self::IbandronateIv => ids::LABEL_IBANDRONATE,
            Self::Zoledronate => ids::LABEL_ZOLEDRONATE,
            Self::Denosumab => ids::LABEL_DENOSUMAB,
            Self::Teriparatide => ids::LABEL_TERIPARATIDE,
            Self::Abaloparatide => ids::LABEL_ABALOPARATIDE,
            Self::Romosozumab => ids::LABEL_ROMOSOZUMAB,
            Self::Raloxifene => ids::LABEL_RALOXIFENE,
            Self::MenopausalHormoneTherapy => ids::LABEL_MENOPAUSAL_HORMONE_THERAPY,
        }
    }
}
