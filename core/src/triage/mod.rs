//! How soon the person should be seen, and what comes next: an order of this project, named so. It never hides
//! what a guideline says.

mod cause;
mod next_dxa;
mod next_step;

use crate::course::CourseAnswer;
use crate::document::assessment::Category;
use crate::document::guidance::Priority;
use crate::document::stated::KeySet;
use crate::document::{Drug, FractureSite as S, History};
use crate::evidence::{Evidence, SiteSet, Window};
use crate::guideline::GuidelineAnswer;

pub use cause::{Cause, Causes};
pub use next_dxa::{NextDxaAnswer, NextDxaRule, next_dxa};
pub use next_step::NextStep;

/// The order for one person, before it is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TriageAnswer {
    /// The priority.
    pub priority: Priority,
    /// Every cause that holds, whichever priority it leads to.
    pub causes: Causes,
    /// What turns a next step into another one.
    pub circumstances: Circumstances,
    /// When the next DXA is due.
    pub next_dxa: Option<NextDxaAnswer>,
}

impl TriageAnswer {
    /// Within how many weeks.
    #[must_use]
    pub const fn within_weeks(&self) -> Option<u32> {
        self.priority.within_weeks()
    }
}

impl Priority {
    /// Within how many weeks.
    #[must_use]
    pub const fn within_weeks(self) -> Option<u32> {
        match self {
            Self::VeryHigh => Some(4),
            Self::High => Some(8),
            Self::Intermediate => Some(16),
            Self::Low | Self::Undetermined => None,
        }
    }
}

/// The sites whose recent fracture is urgent: hip and vertebra.
const HIP_OR_VERTEBRA: SiteSet = SiteSet::of(&[S::ProximalFemur, S::Vertebra]);
/// Major sites: those of a major osteoporotic fracture, and those that the French recommendations call severe.
pub(crate) const MAJOR: SiteSet = SiteSet::of(&[
    S::ProximalFemur,
    S::Vertebra,
    S::DistalForearm,
    S::ProximalHumerus,
    S::Pelvis,
    S::Sacrum,
    S::FemoralShaft,
    S::DistalFemur,
    S::Subtrochanteric,
    S::ProximalTibia,
    S::RibsMultiple,
]);

/// The order for one person.
#[must_use]
pub fn triage(
    evidence: &Evidence<'_>,
    guidelines: &[GuidelineAnswer],
    course: &[CourseAnswer],
) -> TriageAnswer {
    let of_guidelines = causes_of_guidelines(guidelines.iter().filter(|said| said.applies()).map(causes_of));
    let causes = of_guidelines.union(causes_beside_guidelines(evidence, course));
    TriageAnswer {
        priority: causes.priority(),
        causes,
        circumstances: circumstances(evidence),
        next_dxa: next_dxa(evidence),
    }
}

/// The causes that guidelines give, from those that each one that applies gives.
pub(crate) fn causes_of_guidelines(each: impl Iterator<Item = Causes>) -> Causes {
    each.reduce(Causes::union).unwrap_or(Causes::of(Cause::NoGuidelineApplies))
}

fn causes_of(said: &GuidelineAnswer) -> Causes {
    let also = said.guideline.also(said.decision).map(Causes::of_recommendation);
    let said = said.said;
    also.fold(Causes::of_outcome(said.category, said.recommendation), Causes::union)
}

const PALLIATIVE: KeySet = History::keys(&["palliative_care"]);
const PREGNANT: KeySet = History::keys(&["pregnant"]);
const NECROSIS_OF_JAW: KeySet = History::keys(&["osteonecrosis_of_jaw"]);

/// The causes that no guideline gives: fractures, treatment, the diagnosis.
pub(crate) fn causes_beside_guidelines(evidence: &Evidence<'_>, course: &[CourseAnswer]) -> Causes {
    let mut causes = Causes::default();
    let mut add = |holds: bool, cause: Cause| {
        if holds {
            causes = causes.union(Causes::of(cause));
        }
    };
    let fractures = &evidence.fractures;
    let within = |sites| fractures.at(sites, Window::Months24);
    let untreated = evidence.on_treatment != Some(true);
    let urgent = within(HIP_OR_VERTEBRA) == Some(true);
    add(urgent && untreated, Cause::RecentHipOrVertebralFractureUntreated);
    add(within(MAJOR) == Some(true), Cause::RecentMajorFracture);
    add(within(SiteSet::ALL.without(MAJOR)) == Some(true), Cause::RecentOtherFracture);
    // A fracture on the list whose day nobody knows may be recent.
    let undated = fractures.at(SiteSet::ALL, Window::Ever) == Some(true) && within(SiteSet::ALL).is_none();
    add(undated, Cause::FractureOfUnknownDay);
    add(fractures.recent_in_doubt, Cause::RecentFractureInDoubt);
    add(fractures.atypical.until_excluded, Cause::AtypicalUntilExcluded);
    if fractures.atypical.stated || evidence.any_of_history(NECROSIS_OF_JAW) == Some(true) {
        let blocked = if takes_denosumab(evidence) {
            Cause::DenosumabWithAntiresorptiveBlocked
        } else if untreated {
            Cause::AntiresorptiveBlocked
        } else {
            Cause::TreatedWithAntiresorptiveBlocked
        };
        add(true, blocked);
    }
    let osteoporosis = [Category::Osteoporosis, Category::SevereOsteoporosis]
        .contains(&evidence.diagnosis.category)
        || evidence.diagnosis.clinical_osteoporosis == Some(true);
    add(osteoporosis && untreated, Cause::Osteoporosis);
    add(course.iter().any(CourseAnswer::is_denosumab_overdue), Cause::DenosumabOverdue);
    causes
}

/// What turns a next step into another one, for one person.
pub(crate) fn circumstances(evidence: &Evidence<'_>) -> Circumstances {
    let atypical = evidence.fractures.atypical;
    Circumstances {
        on_denosumab: takes_denosumab(evidence),
        pregnant: evidence.any_of_history(PREGNANT) == Some(true),
        palliative: evidence.any_of_history(PALLIATIVE) == Some(true),
        atypical: atypical.until_excluded || atypical.stated,
    }
}

fn takes_denosumab(evidence: &Evidence<'_>) -> bool {
    evidence.person.osteoporosis_treatments().any(|course| course.drug == Some(Drug::Denosumab))
}

/// What turns a next step into another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// Takes denosumab.
    pub on_denosumab: bool,
    /// Pregnant.
    pub pregnant: bool,
    /// In palliative care.
    pub palliative: bool,
    /// An atypical femoral fracture, or one that is atypical until excluded.
    pub atypical: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::guidance::Recommendation as R;

    #[test]
    fn guidelines_together_give_what_each_gives_and_none_is_a_cause_too() {
        let each = [
            Causes::of_outcome(Some("very_high"), R::Treat),
            Causes::of_outcome(Some("low"), R::NoDrug),
            Causes::of_outcome(None, R::NotApplicable),
        ];
        let together: Vec<Cause> = causes_of_guidelines(each.into_iter()).iter().collect();
        let expected = [Cause::GuidelineVeryHigh, Cause::GuidelineTreat, Cause::GuidelineNoDrug];
        assert_eq!(together, expected);
        assert_eq!(causes_of_guidelines(core::iter::empty()), Causes::of(Cause::NoGuidelineApplies));
        assert_eq!(causes_of_guidelines([Causes::default()].into_iter()), Causes::default());
    }
}
