//! Whole documents: a patient in JSON in, an assessment in JSON out.

use core::ffi::c_char;

use crate::abi::{
    Failure, Outcome, bytes, guard, osteon_buffer, osteon_error, osteon_status, osteon_text, out_value,
    reference, reference_mut,
};
use crate::engine::osteon_engine;

/// Text that the library made and the caller frees.
pub struct osteon_string {
    text: Box<str>,
}

impl osteon_string {
    /// A string that the caller is to free.
    pub(crate) fn owned(text: String) -> *mut Self {
        Box::into_raw(Box::new(Self { text: text.into_boxed_str() }))
    }
}

/// Assesses one person: a patient document (osteon/patient/1) in, an assessment document (osteon/assessment/1) out, both
/// in JSON. The answer is written whole or not at all: where the buffer is too small, OSTEON_STATUS_BUFFER_TOO_SMALL, and
/// `answer->length` says what it needs. A document has some 100 kB. To answer only once, see osteon_assess_json_owned.
///
/// Refused: what is no JSON, a key that does not exist (with the nearest that does), a value outside its limits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assess_json(
    engine: *const osteon_engine,
    patient: *const c_char,
    patient_length: usize,
    answer: *mut osteon_buffer,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            let answer = reference_mut(answer, "answer")?;
            answer.length = 0;
            let text = answer_of(reference(engine, "engine")?, patient, patient_length)?;
            answer.write_whole(&text)
        })
    }
}

/// The same into a string that the library makes; free it by osteon_string_free. `answer` is NULL where the call fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assess_json_owned(
    engine: *const osteon_engine,
    patient: *const c_char,
    patient_length: usize,
    answer: *mut *mut osteon_string,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            out_value(answer, core::ptr::null_mut(), "answer")?;
            let text = answer_of(reference(engine, "engine")?, patient, patient_length)?;
            out_value(answer, osteon_string::owned(text), "answer")
        })
    }
}

/// The text of a string; it goes with the string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_string_text(
    string: *const osteon_string,
    text: *mut osteon_text,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            out_value(text, osteon_text::from(&*reference(string, "string")?.text), "text")
        })
    }
}

/// Frees a string; NULL is nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_string_free(string: *mut osteon_string) {
    if !string.is_null() {
        // SAFETY: it was made by this library and is not freed yet, as the header asks.
        drop(unsafe { Box::from_raw(string) });
    }
}

/// # Safety
/// `patient` is NULL or points at `length` bytes.
unsafe fn answer_of(engine: &osteon_engine, patient: *const c_char, length: usize) -> Outcome<String> {
    // SAFETY: the caller's promise.
    let json = unsafe { bytes(patient, length, "patient") }?.ok_or_else(|| Failure::null("patient"))?;
    if core::str::from_utf8(json).is_err() {
        return Err(Failure::of(osteon_status::NotUtf8, "patient is not UTF-8"));
    }
    let document = osteon::json::patient(json)?;
    let assessment = engine.engine.assess(&document)?;
    Ok(osteon::json::to_string(&assessment))
}
