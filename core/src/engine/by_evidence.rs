//! The sections of an answer that rest on the evidence of a person: nothing is gathered where none is asked.

use crate::access::{self, AccessAnswer};
use crate::course::{self, CourseAnswer};
use crate::densitometry::Setup;
use crate::evidence::Evidence;
use crate::guideline::{self, GuidelineAnswer};
use crate::outputs::Output;
use crate::safety::{self, SafetyAnswer};
use crate::triage::{self, TriageAnswer};
use crate::work_up::{self, WorkUpAnswer};

/// What rests on the evidence of a person.
#[derive(Default)]
pub(super) struct ByEvidence {
    pub(super) guidelines: Vec<GuidelineAnswer>,
    pub(super) course: Vec<CourseAnswer>,
    pub(super) triage: Option<TriageAnswer>,
    pub(super) safety: Vec<SafetyAnswer>,
    pub(super) access: Vec<AccessAnswer>,
    pub(super) work_up: Vec<WorkUpAnswer>,
}

impl ByEvidence {
    /// The sections that need it.
    pub(super) const OUTPUTS: [Output; 6] =
        [Output::Guidelines, Output::Course, Output::Triage, Output::Safety, Output::Access, Output::WorkUp];

    pub(super) fn read(evidence: &Evidence<'_>, setup: &Setup) -> Self {
        let asked = |output| setup.outputs.has(output);
        let for_triage = asked(Output::Triage);
        let mut found = Self::default();
        if asked(Output::Guidelines) || for_triage {
            found.guidelines = guideline::answers(evidence);
        }
        if asked(Output::Course) || for_triage {
            found.course = course::answers(evidence);
        }
        if for_triage {
            found.triage = Some(triage::triage(evidence, &found.guidelines, &found.course));
        }
        if asked(Output::Safety) {
            found.safety = safety::answers(evidence);
        }
        if asked(Output::Access) {
            found.access = access::answers(evidence);
        }
        if asked(Output::WorkUp) {
            found.work_up = work_up::answers(evidence);
        }
        found
    }
}
