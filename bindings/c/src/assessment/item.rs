//! The parts of an assessment, one call a section. They say OSTEON_STATUS_NOT_FOUND beyond the last.

use crate::abi::{Failure, Outcome, Sized_, guard, osteon_status, out_struct, out_value, reference};

use super::drug::{osteon_access, osteon_course, osteon_safety};
use super::guideline::{osteon_disagreement, osteon_guideline};
use super::head::{osteon_citation, osteon_counts, osteon_head, osteon_notice};
use super::lists::{osteon_assumed, osteon_reason};
use super::next::{osteon_triage, osteon_work_up};
use super::osteon_assessment;
use super::risk::{osteon_benefit, osteon_risk};
use super::score::{osteon_change, osteon_diagnosis, osteon_score, osteon_tbs};
use super::views::Views;

/// Hands a view to the caller.
///
/// # Safety
/// `assessment` and `out` are NULL or what they say.
#[inline(always)]
pub(super) unsafe fn give<T: Sized_>(
    assessment: *const osteon_assessment,
    out: *mut T,
    view: impl FnOnce(&Views) -> Outcome<T>,
) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let view = view(&reference(assessment, "assessment")?.views)?;
            out_struct(out, view, "out")
        })
    }
}

/// The same for what has no size.
///
/// # Safety
/// As of [`give`].
#[inline(always)]
pub(super) unsafe fn give_plain<T: Copy>(
    assessment: *const osteon_assessment,
    out: *mut T,
    view: impl FnOnce(&Views) -> Outcome<T>,
) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard(core::ptr::null_mut(), || {
            let view = view(&reference(assessment, "assessment")?.views)?;
            out_value(out, view, "out")
        })
    }
}

fn at<T: Copy>(all: &[T], index: usize) -> Outcome<T> {
    all.get(index).copied().ok_or_else(nothing)
}

pub(super) fn nothing() -> Failure {
    Failure::not_found("there is nothing at this place")
}

/// The guidelines, of which there are any; with what must stand beside them, or not at all.
pub(super) fn guidelines(views: &Views) -> Outcome<&[osteon_guideline]> {
    if views.counts.guidelines == 0 {
        return Err(nothing());
    }
    views.guidelines.as_deref().ok_or_else(|| {
        Failure::of(
            osteon_status::Incomplete,
            "the engine was not asked for safety, which a recommendation needs",
        )
    })
}

/// How much there is in an assessment.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_counts(
    assessment: *const osteon_assessment,
    out: *mut osteon_counts,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| Ok(views.counts)) }
}

/// Whom an assessment is of, and which engine made it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_head(
    assessment: *const osteon_assessment,
    out: *mut osteon_head,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| Ok(views.head)) }
}

/// A score.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_score(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_score,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| at(&views.scores, index)) }
}

/// The trabecular bone score, where there is one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_tbs(
    assessment: *const osteon_assessment,
    out: *mut osteon_tbs,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| views.tbs.ok_or_else(nothing)) }
}

/// The diagnosis, where it was asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_diagnosis(
    assessment: *const osteon_assessment,
    out: *mut osteon_diagnosis,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| views.diagnosis.ok_or_else(nothing)) }
}

/// A change between two scans.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_change(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_change,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| at(&views.changes, index)) }
}

/// What a risk model says of one outcome, or why it says nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_risk(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_risk,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| at(&views.risks, index)) }
}

/// What treatment would be worth, by one trial.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_benefit(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_benefit,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| at(&views.benefits, index)) }
}

/// What a guideline recommends, with the status of the drugs, the missing facts and how far its rules are verified.
/// OSTEON_STATUS_INCOMPLETE, and nothing written, where the engine was not asked for `safety`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_guideline(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_guideline,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| at(guidelines(views)?, index)) }
}

/// A point on which guidelines disagree.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_disagreement(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_disagreement,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| at(&views.disagreements, index)) }
}

/// How soon the person should be seen, where it was asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_triage(
    assessment: *const osteon_assessment,
    out: *mut osteon_triage,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| views.triage.ok_or_else(nothing)) }
}

/// Whether a drug may be given.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_safety(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_safety,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| at(&views.safety, index)) }
}

/// Whether a drug is licensed and paid for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_access(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_access,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| at(&views.access, index)) }
}

/// Where a course of treatment stands; for a person on treatment these are read before any recommendation to start.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_course(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_course,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| at(&views.courses, index)) }
}

/// A test of the work-up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_work_up(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_work_up,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give(assessment, out, |views| at(&views.work_up, index)) }
}

/// A notice that must be shown wherever the numbers of its model are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_notice(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_notice,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give_plain(assessment, out, |views| at(&views.notices, index)) }
}

/// Something unknown that was read as something.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_assumed(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_assumed,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give_plain(assessment, out, |views| at(&views.assumed, index)) }
}

/// What holds of the whole answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_flag(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_reason,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give_plain(assessment, out, |views| at(&views.flags, index)) }
}

/// A source that the answer used.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_citation(
    assessment: *const osteon_assessment,
    index: usize,
    out: *mut osteon_citation,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { give_plain(assessment, out, |views| at(&views.citations, index)) }
}
