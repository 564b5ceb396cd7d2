//! How soon the person should be seen, and what comes next: an order of this project, named so. It never hides
//! what a guideline says.

mod cause;
mod next_dxa;
mod next_step;

use crate::course::CourseAnswer;
use crate::document::assessment::Category;
use crate::document::guidance::{Priority, Recommendation};
use crate::document::{Drug, FractureSite as S};
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
        match self.priority {
            Priority::VeryHigh => Some(4),
            Priority::High => Some(8),
            Priority::Intermediate => Some(16),
            Priority::Low | Priority::Undetermined => None,
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
    let mut causes = Causes::default();
    let mut add = |holds: bool, cause: Cause| {
        if holds {
            causes.add(cause);
        }
    };
    for said in guidelines.iter().filter(|said| said.applies()) {
        let g = said.guideline;
        let recommends =
            |one| said.said.recommendation == one || g.also(said.decision).any(|also| also == one);
        let very_high = said.said.category == Some("very_high");
        add(very_high || recommends(Recommendation::TreatAnabolicFirst), Cause::GuidelineVeryHigh);
        add(recommends(Recommendation::Treat), Cause::GuidelineTreat);
        add(recommends(Recommendation::MeasureBmd), Cause::GuidelineMeasureBmd);
        add(recommends(Recommendation::CalculateFrax), Cause::GuidelineCalculateFrax);
        add(recommends(Recommendation::Consider), Cause::GuidelineConsider);
        add(recommends(Recommendation::SpecialistAdvice), Cause::GuidelineSpecialist);
        add(recommends(Recommendation::NoDrug), Cause::GuidelineNoDrug);
        add(recommends(Recommendation::Undetermined), Cause::GuidelineUndetermined);
    }
    add(!guidelines.iter().any(GuidelineAnswer::applies), Cause::NoGuidelineApplies);
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
    let jaw = evidence.person.history(|h| h.osteonecrosis_of_jaw) == Some(true);
    if fractures.atypical.stated || jaw {
        let takes = |drug| evidence.person.osteoporosis_treatments().any(|course| course.drug == Some(drug));
        if takes(Drug::Denosumab) {
            add(true, Cause::DenosumabWithAntiresorptiveBlocked);
        } else if untreated {
            add(true, Cause::AntiresorptiveBlocked);
        } else {
            add(true, Cause::TreatedWithAntiresorptiveBlocked);
        }
    }
    let osteoporosis = [Category::Osteoporosis, Category::SevereOsteoporosis]
        .contains(&evidence.diagnosis.category)
        || evidence.diagnosis.clinical_osteoporosis == Some(true);
    add(osteoporosis && untreated, Cause::Osteoporosis);
    add(course.iter().any(CourseAnswer::is_denosumab_overdue), Cause::DenosumabOverdue);
    let circumstances = Circumstances {
        on_denosumab: evidence
            .person
            .osteoporosis_treatments()
            .any(|course| course.drug == Some(Drug::Denosumab)),
        pregnant: evidence.person.history(|h| h.pregnant) == Some(true),
        palliative: evidence.person.history(|h| h.palliative_care) == Some(true),
        atypical: fractures.atypical.until_excluded || fractures.atypical.stated,
    };
    TriageAnswer { priority: causes.priority(), causes, circumstances, next_dxa: next_dxa(evidence) }
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
