//! How much there is in an assessment, and which engine made it.

use osteon::document::Assessment;
use osteon::document::assessment::ModelNotice;
use osteon::outputs::{Output, Outputs};

use crate::abi::{Sized_, osteon_text, up_to};

use super::lists::{Kept, osteon_texts};

/// Bit of the scores in `sections` of osteon_counts.
pub const OSTEON_SECTION_SCORES: u32 = 1;
/// Bit of the trabecular bone score.
pub const OSTEON_SECTION_TBS: u32 = 2;
/// Bit of the diagnosis.
pub const OSTEON_SECTION_DIAGNOSIS: u32 = 4;
/// Bit of the changes.
pub const OSTEON_SECTION_CHANGES: u32 = 8;
/// Bit of the risks.
pub const OSTEON_SECTION_RISKS: u32 = 16;
/// Bit of the benefits.
pub const OSTEON_SECTION_BENEFITS: u32 = 32;
/// Bit of the courses of treatment.
pub const OSTEON_SECTION_COURSE: u32 = 64;
/// Bit of the guidelines.
pub const OSTEON_SECTION_GUIDELINES: u32 = 128;
/// Bit of the triage.
pub const OSTEON_SECTION_TRIAGE: u32 = 256;
/// Bit of drug safety.
pub const OSTEON_SECTION_SAFETY: u32 = 512;
/// Bit of drug access.
pub const OSTEON_SECTION_ACCESS: u32 = 1024;
/// Bit of the work-up.
pub const OSTEON_SECTION_WORK_UP: u32 = 2048;

/// How much there is in an assessment. Where a section was not asked for its count is 0, and its bit is not in
/// `sections`: nothing was said, which is not "none".
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct osteon_counts {
    /// sizeof(osteon_counts).
    pub size: u32,
    /// Bits of OSTEON_SECTION_SCORES and the like: the sections that were asked for.
    pub sections: u32,
    /// Scores.
    pub scores: usize,
    /// Changes between scans.
    pub changes: usize,
    /// Answers of risk models, those refused among them.
    pub risks: usize,
    /// Benefits of treatment.
    pub benefits: usize,
    /// Guidelines.
    pub guidelines: usize,
    /// Points on which guidelines disagree.
    pub disagreements: usize,
    /// Verdicts of drug safety.
    pub safety: usize,
    /// Verdicts of drug access.
    pub access: usize,
    /// Verdicts on courses of treatment; more than none: the person is on treatment, and they are read first.
    pub courses: usize,
    /// Tests of the work-up.
    pub work_up: usize,
    /// Notices that a used model obliges to show.
    pub notices: usize,
    /// What was unknown and read as something.
    pub assumed: usize,
    /// What holds of the whole answer.
    pub flags: usize,
    /// Sources.
    pub citations: usize,
}

/// Whom an assessment is of, and which engine made it.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_head {
    /// sizeof(osteon_head).
    pub size: u32,
    /// Zero.
    pub reserved: u32,
    /// The caller's identifier of the person.
    pub patient_id: osteon_text,
    /// Version of the engine.
    pub engine_version: osteon_text,
    /// Version of the data compiled in.
    pub data_version: osteon_text,
    /// The caller's reference sets.
    pub reference_sets: osteon_texts,
}

/// A notice that a used model obliges to show, wherever its numbers are.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_notice {
    /// Id of the model.
    pub model: osteon_text,
    /// The words.
    pub text: osteon_text,
}

/// A source that an answer used.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_citation {
    /// Its id, as in the lists of sources.
    pub id: osteon_text,
    /// The citation in full.
    pub text: osteon_text,
}

// SAFETY: they begin with `size`, and are only ever written to the caller, never read.
unsafe impl Sized_ for osteon_counts {
    const FIRST: usize = up_to!(osteon_counts, citations);
}
// SAFETY: as above.
unsafe impl Sized_ for osteon_head {
    const FIRST: usize = up_to!(osteon_head, reference_sets);
}

const BITS: [(Output, u32); 12] = [
    (Output::Scores, OSTEON_SECTION_SCORES),
    (Output::Tbs, OSTEON_SECTION_TBS),
    (Output::Diagnosis, OSTEON_SECTION_DIAGNOSIS),
    (Output::Changes, OSTEON_SECTION_CHANGES),
    (Output::Risks, OSTEON_SECTION_RISKS),
    (Output::Benefits, OSTEON_SECTION_BENEFITS),
    (Output::Course, OSTEON_SECTION_COURSE),
    (Output::Guidelines, OSTEON_SECTION_GUIDELINES),
    (Output::Triage, OSTEON_SECTION_TRIAGE),
    (Output::Safety, OSTEON_SECTION_SAFETY),
    (Output::Access, OSTEON_SECTION_ACCESS),
    (Output::WorkUp, OSTEON_SECTION_WORK_UP),
];

pub(super) fn counts(document: &Assessment, asked: Outputs) -> osteon_counts {
    fn of<T>(section: &Option<Vec<T>>) -> usize {
        section.as_ref().map_or(0, Vec::len)
    }
    osteon_counts {
        size: 0,
        sections: BITS.iter().filter(|(output, _)| asked.has(*output)).map(|(_, bit)| bit).sum(),
        scores: of(&document.scores),
        changes: of(&document.changes),
        risks: of(&document.risks),
        benefits: of(&document.benefits),
        guidelines: of(&document.guidelines),
        disagreements: document.disagreements.len(),
        safety: of(&document.safety),
        access: of(&document.access),
        courses: of(&document.course),
        work_up: of(&document.work_up),
        notices: document.notices.len(),
        assumed: document.assumed.len(),
        flags: document.flags.len(),
        citations: document.citations.len(),
    }
}

pub(super) fn head(document: &Assessment, kept: &mut Kept) -> osteon_head {
    osteon_head {
        size: 0,
        reserved: 0,
        patient_id: document.patient_id.as_deref().into(),
        engine_version: (&*document.engine.version).into(),
        data_version: (&*document.engine.data_version).into(),
        reference_sets: kept.strings(&document.engine.reference_sets),
    }
}

pub(super) fn notice(one: &ModelNotice) -> osteon_notice {
    osteon_notice { model: (&*one.model).into(), text: (&*one.text).into() }
}

pub(super) fn citation((id, text): (&String, &String)) -> osteon_citation {
    osteon_citation { id: (&**id).into(), text: (&**text).into() }
}
