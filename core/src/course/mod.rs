//! Where a course of treatment stands: duration, pause, failure, the next dose.
//!
//! What must not wait stands first: a femoral fracture that may be atypical, then denosumab, then the drug that
//! follows an anabolic one.

mod anabolic;
mod answer;
mod atypical;
mod calcium;
mod denosumab;
mod density;
mod failure;
mod holiday;
mod jaw;
pub mod limits;
mod marker;
mod pregnancy;
mod stopping;
pub(crate) mod taken;
mod zoledronate;

use crate::document::Drug;
use crate::document::guidance::CourseStatus;
use crate::evidence::Evidence;

pub use answer::{Action, CourseAnswer, CourseRule, CourseWhy};
use taken::{Taken, courses, is_anabolic};

/// Every verdict for one person; none for one who was never treated.
#[must_use]
pub fn answers(evidence: &Evidence<'_>) -> Vec<CourseAnswer> {
    let mut said = Vec::new();
    for taken in courses(evidence) {
        of_course(&taken, &mut said);
    }
    // A stable sort: within a rule the order of the document stays.
    crate::order::order_few(&mut said, |a, b| (a.rule as u8).cmp(&(b.rule as u8)));
    said
}

/// Whether where a course stands is read before any recommendation to start: a course is there to be spoken of. `None`
/// where it is not known whether the person is treated.
#[must_use]
pub fn comes_first(evidence: &Evidence<'_>, courses: &[CourseAnswer]) -> Option<bool> {
    if courses.is_empty() { evidence.on_treatment.map(|_| false) } else { Some(true) }
}

fn of_course(taken: &Taken<'_>, said: &mut Vec<CourseAnswer>) {
    let hazard =
        || atypical::atypical(taken).or_else(|| jaw::jaw(taken)).or_else(|| pregnancy::pregnancy(taken));
    if let Some(answer) = hazard() {
        // Nothing else that is said of the drug may go against it; a dose of denosumab that is late stands beside.
        said.push(answer);
        said.extend(denosumab::delay_to_specialist(taken));
        return;
    }
    if taken.drug == Drug::Denosumab {
        said.extend(denosumab::denosumab(taken));
    } else if is_anabolic(taken.drug) {
        said.extend(anabolic::sequence(taken));
    }
    if taken.stopped.is_none() {
        said.push(failure::failure(taken));
    }
    let length = holiday::duration(taken);
    let pauses = length.as_ref().is_some_and(|length| length.status == CourseStatus::Pause);
    if taken.drug == Drug::Zoledronate && taken.stopped.is_none() && !pauses {
        said.push(zoledronate::next_dose(taken));
    }
    said.extend(length);
    said.extend(stopping::stopping(taken));
}

impl CourseAnswer {
    /// Whether the next dose of denosumab is overdue.
    #[must_use]
    pub const fn is_denosumab_overdue(&self) -> bool {
        matches!((self.drug, self.status), (Drug::Denosumab, CourseStatus::Overdue))
    }
}
