//! Trabecular bone score categories.

use crate::citation::CitationId;
use crate::facts::Person;
use crate::reference::thresholds;

/// How degraded the trabecular texture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TbsCategory {
    /// At or above the upper limit.
    Normal,
    /// Between the limits.
    PartiallyDegraded,
    /// At or below the lower limit.
    Degraded,
}

impl TbsCategory {
    /// Each, from the best.
    pub const ALL: [Self; 3] = [Self::Normal, Self::PartiallyDegraded, Self::Degraded];

    /// The spelling in documents.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::PartiallyDegraded => "partially_degraded",
            Self::Degraded => "degraded",
        }
    }
}

/// A TBS and its category.
#[derive(Clone, Copy, Debug)]
pub struct TbsAnswer {
    /// The value.
    pub value: f64,
    /// Its category.
    pub category: TbsCategory,
    /// Whose limits.
    pub scheme: &'static str,
    /// Source of the limits.
    pub citation: CitationId,
}

/// The TBS of the latest scan that has one.
#[must_use]
pub fn tbs(person: &Person<'_>) -> Option<TbsAnswer> {
    let scans = person.document.scans.as_deref().unwrap_or_default();
    let scan = scans
        .iter()
        .filter(|scan| scan.tbs.is_some() && person.counts(scan.date))
        .max_by_key(|scan| scan.date)?;
    let value = scan.tbs?;
    let category = if value >= thresholds::TBS_NORMAL_FROM {
        TbsCategory::Normal
    } else if value <= thresholds::TBS_DEGRADED_TO {
        TbsCategory::Degraded
    } else {
        TbsCategory::PartiallyDegraded
    };
    Some(TbsAnswer { value, category, scheme: "manufacturer", citation: thresholds::TBS_NORMAL_FROM_SOURCE })
}
