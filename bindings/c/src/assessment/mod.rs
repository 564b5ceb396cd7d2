//! The assessment of one person: a document behind a handle, and views of its parts.

mod drug;
mod find;
mod guideline;
mod head;
mod item;
mod lists;
mod next;
mod risk;
mod score;
mod views;

use osteon::document::Assessment;
use osteon::outputs::Output;

use crate::abi::{
    guard, osteon_buffer, osteon_error, osteon_status, out_value, reference, reference_mut,
    shared_between_threads,
};
use crate::engine::osteon_engine;
use crate::patient::osteon_patient;

use views::Views;

#[cfg(test)]
pub(crate) use {drug::*, find::*, guideline::*, head::*, item::*, lists::*, next::*, risk::*, score::*};

/// What the engine says of one person. It never changes: any number of threads may look at one at once. It needs neither
/// the engine nor the person any more.
pub struct osteon_assessment {
    /// Its texts are what the views point at: it is never changed.
    document: Assessment,
    views: Views,
}

// The views are pointers at what the assessment owns and never changes, and are only read.
const _: () = shared_between_threads::<Assessment>();

/// Assesses one person. A single value that is refused refuses the person: `error` tells every one of them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assess(
    engine: *const osteon_engine,
    patient: *const osteon_patient,
    assessment: *mut *mut osteon_assessment,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            out_value(assessment, core::ptr::null_mut(), "assessment")?;
            let engine = &reference(engine, "engine")?.engine;
            let (mut patient, mut refusals) = (reference(patient, "patient")?.document.clone(), Vec::new());
            let answer = engine.session().answer_in_full(&mut patient, true, &mut refusals);
            let answer = answer.ok_or(refusals)?;
            let outputs = engine.setup().outputs;
            // An empty list of courses does not say whether treatments are known.
            let course_comes_first = outputs
                .has(Output::Course)
                .then(|| osteon::course::comes_first(&answer.evidence(), &answer.course))
                .flatten();
            let document = answer.to_document();
            let views = Views::of(&document, outputs, course_comes_first);
            let made = Box::into_raw(Box::new(osteon_assessment { document, views }));
            out_value(assessment, made, "assessment")
        })
    }
}

/// Frees an assessment, and with it every text and list that was asked of it; NULL is nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_free(assessment: *mut osteon_assessment) {
    if !assessment.is_null() {
        // SAFETY: the caller's promise.
        drop(unsafe { Box::from_raw(assessment) });
    }
}

/// Writes the whole assessment document, osteon/assessment/1, in JSON, or nothing and OSTEON_STATUS_BUFFER_TOO_SMALL
/// with the length that it needs. It has what the structures leave out: every rule of a guideline with what it saw, and
/// the options of the engine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_json(
    assessment: *const osteon_assessment,
    json: *mut osteon_buffer,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard(error, || {
            let json = reference_mut(json, "json")?;
            json.length = 0;
            let document = &reference(assessment, "assessment")?.document;
            json.write_whole(&osteon::json::to_string(document))
        })
    }
}
