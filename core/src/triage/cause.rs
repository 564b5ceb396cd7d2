//! Why a person has a priority: the table of causes, each with the priority that it leads to.

use crate::document::choice::choice;
use crate::document::guidance::{Priority, Recommendation};

choice! {
    /// A cause of a priority.
    pub enum Cause {
        /// A guideline that applies calls the risk very high, or puts an anabolic drug first.
        GuidelineVeryHigh = "guideline_very_high",
        /// A hip or vertebral fracture within 24 months, not treated: do not wait for DXA.
        RecentHipOrVertebralFractureUntreated = "recent_hip_or_vertebral_fracture_untreated",
        /// The next dose of denosumab is overdue.
        DenosumabOverdue = "denosumab_overdue",
        /// A femoral fracture that is atypical until excluded.
        AtypicalUntilExcluded = "atypical_femoral_fracture_until_excluded",
        /// An atypical femoral fracture or a necrosis of the jaw, in somebody on denosumab: it can neither go on nor
        /// be left out.
        DenosumabWithAntiresorptiveBlocked = "denosumab_with_antiresorptive_blocked",
        /// An atypical femoral fracture or a necrosis of the jaw, in somebody on another antiresorptive.
        TreatedWithAntiresorptiveBlocked = "treated_with_antiresorptive_blocked",
        /// A guideline that applies says: treat.
        GuidelineTreat = "guideline_treat",
        /// A fracture within 24 months at a major site.
        RecentMajorFracture = "recent_major_fracture",
        /// A guideline asks for bone density.
        GuidelineMeasureBmd = "guideline_measure_bmd",
        /// A guideline asks for FRAX.
        GuidelineCalculateFrax = "guideline_calculate_frax",
        /// A guideline says: consider.
        GuidelineConsider = "guideline_consider",
        /// A guideline asks for a specialist.
        GuidelineSpecialist = "guideline_specialist_advice",
        /// Another fracture that counts within 24 months.
        RecentOtherFracture = "recent_other_fracture",
        /// A fracture that counts, of which nobody knows the day: it may be recent.
        FractureOfUnknownDay = "fracture_of_unknown_day",
        /// A fracture on the list that may count and may be recent.
        RecentFractureInDoubt = "recent_fracture_in_doubt",
        /// An atypical femoral fracture or a necrosis of the jaw in the history.
        AntiresorptiveBlocked = "antiresorptive_blocked",
        /// Osteoporosis by the diagnosis, whether or not a guideline speaks of the person.
        Osteoporosis = "osteoporosis",
        /// No guideline that was asked speaks of the person.
        NoGuidelineApplies = "no_guideline_applies",
        /// A guideline cannot say.
        GuidelineUndetermined = "guideline_undetermined",
        /// A guideline says: no drug.
        GuidelineNoDrug = "guideline_no_drug",
    }
}

impl Cause {
    /// The priority that it leads to.
    #[must_use]
    pub const fn priority(self) -> Priority {
        match self {
            Self::GuidelineVeryHigh
            | Self::RecentHipOrVertebralFractureUntreated
            | Self::DenosumabOverdue
            | Self::AtypicalUntilExcluded
            | Self::DenosumabWithAntiresorptiveBlocked => Priority::VeryHigh,
            Self::TreatedWithAntiresorptiveBlocked | Self::GuidelineTreat | Self::RecentMajorFracture => {
                Priority::High
            }
            Self::GuidelineMeasureBmd
            | Self::GuidelineCalculateFrax
            | Self::GuidelineConsider
            | Self::GuidelineSpecialist
            | Self::RecentOtherFracture
            | Self::FractureOfUnknownDay
            | Self::RecentFractureInDoubt
            | Self::AntiresorptiveBlocked
            | Self::Osteoporosis => Priority::Intermediate,
            Self::NoGuidelineApplies | Self::GuidelineUndetermined => Priority::Undetermined,
            Self::GuidelineNoDrug => Priority::Low,
        }
    }

    /// In a sentence.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::GuidelineVeryHigh => {
                "a guideline that applies calls the risk very high or puts an anabolic drug first"
            }
            Self::RecentHipOrVertebralFractureUntreated => {
                "a hip or vertebral fracture within 24 months without treatment: do not wait for DXA"
            }
            Self::DenosumabOverdue => "the next dose of denosumab is overdue",
            Self::AtypicalUntilExcluded => {
                "a fracture of the femoral shaft on an antiresorptive is atypical until excluded"
            }
            Self::DenosumabWithAntiresorptiveBlocked => {
                "an atypical femoral fracture or osteonecrosis of the jaw on denosumab, which can neither go on nor be \
                 left out without a successor: a specialist at once"
            }
            Self::TreatedWithAntiresorptiveBlocked => {
                "an atypical femoral fracture or osteonecrosis of the jaw on an antiresorptive: stop it, and a specialist"
            }
            Self::RecentFractureInDoubt => {
                "a fracture that may be recent and may count: how it happened, or which drugs were taken, is not known"
            }
            Self::AntiresorptiveBlocked => {
                "an atypical femoral fracture or osteonecrosis of the jaw in the history: no antiresorptive without a \
                 specialist"
            }
            Self::Osteoporosis => "osteoporosis by the diagnosis",
            Self::NoGuidelineApplies => "no guideline that was asked speaks of this person",
            Self::GuidelineTreat => "a guideline that applies says treat",
            Self::RecentMajorFracture => "a fragility fracture at a major site within 24 months",
            Self::GuidelineMeasureBmd => "a guideline that applies asks for bone density",
            Self::GuidelineCalculateFrax => "a guideline that applies asks for a FRAX probability",
            Self::GuidelineConsider => "a guideline that applies says consider treatment",
            Self::GuidelineSpecialist => "a guideline that applies asks for a specialist's advice",
            Self::RecentOtherFracture => "a fragility fracture at another site within 24 months",
            Self::FractureOfUnknownDay => "a fragility fracture of which the day is not known may be recent",
            Self::GuidelineUndetermined => {
                "a guideline that applies cannot say, because something is unknown"
            }
            Self::GuidelineNoDrug => "a guideline that applies says no drug",
        }
    }
}

/// A set of causes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Causes(u32);

impl Causes {
    /// One cause.
    pub(crate) const fn of(cause: Cause) -> Self {
        Self(1 << cause as u8)
    }

    /// Those of both.
    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What a guideline that applies gives by what it recommends, first or beside.
    pub(crate) const fn of_recommendation(recommendation: Recommendation) -> Self {
        Self::of(match recommendation {
            Recommendation::TreatAnabolicFirst => Cause::GuidelineVeryHigh,
            Recommendation::Treat => Cause::GuidelineTreat,
            Recommendation::MeasureBmd => Cause::GuidelineMeasureBmd,
            Recommendation::CalculateFrax => Cause::GuidelineCalculateFrax,
            Recommendation::Consider => Cause::GuidelineConsider,
            Recommendation::SpecialistAdvice => Cause::GuidelineSpecialist,
            Recommendation::NoDrug => Cause::GuidelineNoDrug,
            Recommendation::Undetermined => Cause::GuidelineUndetermined,
            Recommendation::NotApplicable => return Self(0),
        })
    }

    /// The same with its word for the group.
    pub(crate) fn of_outcome(category: Option<&str>, recommendation: Recommendation) -> Self {
        let by_word =
            category.filter(|&word| word == "very_high").map(|_| Self::of(Cause::GuidelineVeryHigh));
        by_word.unwrap_or_default().union(Self::of_recommendation(recommendation))
    }

    /// Whether a cause holds.
    #[must_use]
    pub const fn has(self, cause: Cause) -> bool {
        self.0 & (1 << cause as u8) != 0
    }

    /// Those that hold, from the most urgent.
    pub fn iter(self) -> impl Iterator<Item = Cause> {
        Cause::ALL.iter().copied().filter(move |&cause| self.has(cause))
    }

    /// The priority: the most urgent; low only where every guideline that applies says no drug, so that one
    /// that cannot say comes before.
    pub(crate) fn priority(self) -> Priority {
        let first = Cause::ALL.get(self.0.trailing_zeros() as usize);
        first.map_or(Priority::Undetermined, |cause| cause.priority())
    }
}
