//! Where the columns of an answer come from.

use crate::document::Region;
use crate::risk::Model;
use crate::rule::Guideline;
use crate::safety::Product;

/// Where a column of an answer comes from.
#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    Sex,
    Age,
    T(Region),
    Z(Region),
    LowestT,
    Diagnosis,
    ClinicalOsteoporosis,
    Tbs,
    TbsCategory,
    Risk(&'static Model, u8, RiskShows),
    /// What a model read into unknowns.
    RiskAssumed(&'static Model),
    Guideline(&'static Guideline, GuidelineShows),
    /// What is missing for the answer of a guideline.
    Missing(&'static Guideline),
    /// Whether the rules of a guideline are held against the paper.
    Verified(&'static Guideline),
    Safety(Product),
    /// Whether a course of treatment has begun, which is read before any recommendation to start.
    CourseComesFirst,
    TriagePriority,
    TriageWithinWeeks,
    Assumed,
    Flags,
    Refused,
}

impl What {
    pub(super) const fn model(&self) -> Option<&'static Model> {
        match self {
            Self::Risk(model, ..) | Self::RiskAssumed(model) => Some(model),
            _ => None,
        }
    }

    pub(super) const fn guideline(&self) -> Option<&'static Guideline> {
        match self {
            Self::Guideline(guideline, _) | Self::Missing(guideline) | Self::Verified(guideline) => {
                Some(guideline)
            }
            _ => None,
        }
    }

    /// Whether it says how far a recommendation of its guideline holds.
    pub(super) const fn qualifies(&self) -> bool {
        matches!(self, Self::Guideline(_, GuidelineShows::Status) | Self::Missing(_) | Self::Verified(_))
    }
}

/// What is shown of an outcome of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RiskShows {
    Percent,
    ReconciledPercent,
    Points,
    Category,
    AtCutOff,
    Refused,
}

impl RiskShows {
    /// Whether it says something of a person, and not why nothing is said.
    pub(super) const fn answers(self) -> bool {
        !matches!(self, Self::Refused)
    }
}

/// What is shown of the decision of a guideline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GuidelineShows {
    Status,
    Category,
    Recommendation,
    Also,
    Tier,
}

impl GuidelineShows {
    /// Whether it says what to do or what to give; the categories of some guidelines do (`recommend`, `treat_now`).
    pub(super) const fn recommends(self) -> bool {
        !matches!(self, Self::Status)
    }
}
