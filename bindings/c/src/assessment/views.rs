//! The parts of an assessment as the header has them, made once.

use osteon::document::Assessment;
use osteon::outputs::Outputs;

use super::drug::{access, course, osteon_access, osteon_course, osteon_safety, safety};
use super::guideline::{Drugs, disagreement, guideline, osteon_disagreement, osteon_guideline};
use super::head::{
    citation, counts, head, notice, osteon_citation, osteon_counts, osteon_head, osteon_notice,
};
use super::lists::{Kept, assumed, osteon_assumed, osteon_reason, reason};
use super::next::{osteon_triage, osteon_work_up, triage, work_up};
use super::risk::{benefit, osteon_benefit, osteon_risk, risk};
use super::score::{
    change, diagnosis, osteon_change, osteon_diagnosis, osteon_score, osteon_tbs, score, tbs,
};

/// Views of a document. They point at its texts and at the lists that are kept here; the document and the lists are
/// never changed after this, and what they hold on the heap stays where it is when they are moved.
pub(super) struct Views {
    pub(super) counts: osteon_counts,
    pub(super) head: osteon_head,
    pub(super) scores: Vec<osteon_score>,
    pub(super) tbs: Option<osteon_tbs>,
    pub(super) diagnosis: Option<osteon_diagnosis>,
    pub(super) changes: Vec<osteon_change>,
    pub(super) risks: Vec<osteon_risk>,
    pub(super) benefits: Vec<osteon_benefit>,
    /// `None` where the safety of drugs, which must stand beside them, was not asked for.
    pub(super) guidelines: Option<Vec<osteon_guideline>>,
    pub(super) disagreements: Vec<osteon_disagreement>,
    pub(super) triage: Option<osteon_triage>,
    pub(super) safety: Vec<osteon_safety>,
    pub(super) access: Vec<osteon_access>,
    pub(super) courses: Vec<osteon_course>,
    pub(super) work_up: Vec<osteon_work_up>,
    pub(super) notices: Vec<osteon_notice>,
    pub(super) assumed: Vec<osteon_assumed>,
    pub(super) flags: Vec<osteon_reason>,
    pub(super) citations: Vec<osteon_citation>,
    /// What the views point at beside the document.
    #[allow(dead_code, reason = "it is there to be kept")]
    kept: Kept,
}

/// The views of a section; none where it was not asked for.
fn all<T, V>(section: Option<&Vec<T>>, view: impl FnMut(&T) -> V) -> Vec<V> {
    section.into_iter().flatten().map(view).collect()
}

impl Views {
    pub(super) fn of(document: &Assessment, asked: Outputs, course_comes_first: Option<bool>) -> Self {
        let mut kept = Kept::default();
        let k = &mut kept;
        let guidelines = document.safety.as_ref().map(|safety| {
            let drugs = Drugs::of(safety, k);
            all(document.guidelines.as_ref(), |one| guideline(one, drugs, course_comes_first.into(), k))
        });
        Self {
            counts: counts(document, asked),
            head: head(document, k),
            scores: all(document.scores.as_ref(), |one| score(one, k)),
            tbs: document.tbs.as_ref().map(tbs),
            diagnosis: document.diagnosis.as_ref().map(|one| diagnosis(one, k)),
            changes: all(document.changes.as_ref(), |one| change(one, k)),
            risks: all(document.risks.as_ref(), |one| risk(one, &document.notices, k)),
            benefits: all(document.benefits.as_ref(), |one| benefit(one, k)),
            guidelines,
            disagreements: document.disagreements.iter().map(|one| disagreement(one, k)).collect(),
            triage: document.triage.as_ref().map(|one| triage(one, k)),
            safety: all(document.safety.as_ref(), |one| safety(one, k)),
            access: all(document.access.as_ref(), |one| access(one, k)),
            courses: all(document.course.as_ref(), |one| course(one, k)),
            work_up: all(document.work_up.as_ref(), |one| work_up(one, k)),
            notices: document.notices.iter().map(notice).collect(),
            assumed: document.assumed.iter().map(assumed).collect(),
            flags: document.flags.iter().map(reason).collect(),
            citations: document.citations.iter().map(citation).collect(),
            kept,
        }
    }
}
