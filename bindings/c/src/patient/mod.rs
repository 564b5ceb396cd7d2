//! A person: a document behind a handle, read whole from JSON or filled field by field.

mod field;
mod fracture;
mod lab;
mod treatment;

use core::ffi::c_char;

use osteon::document::Patient;

use crate::abi::{
    Outcome, guard, in_array, in_struct, osteon_buffer, osteon_error, osteon_status, osteon_text, out_value,
    reference, reference_mut, shared_between_threads,
};
use crate::region::{osteon_scan, osteon_scan_region};

pub(crate) use fracture::osteon_fracture;
pub(crate) use lab::osteon_lab;
pub(crate) use treatment::osteon_treatment;

#[cfg(test)]
pub(crate) use field::*;

/// A person. What is never set is unknown, and never "no". One thread at a time may change it; while nobody does, any
/// number may have it assessed.
pub struct osteon_patient {
    pub(crate) document: Patient,
}

const _: () = shared_between_threads::<osteon_patient>();

/// # Safety
/// `patient` is NULL or may be written.
unsafe fn hand_out(document: Patient, patient: *mut *mut osteon_patient) -> Outcome<()> {
    // SAFETY: the caller's promise. It is looked at before anything is made that nobody could free.
    unsafe {
        out_value(patient, core::ptr::null_mut(), "patient")?;
        out_value(patient, Box::into_raw(Box::new(osteon_patient { document })), "patient")
    }
}

/// Makes a person of whom nothing is known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_patient_new(
    patient: *mut *mut osteon_patient,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { guard(error, || hand_out(Patient::default(), patient)) }
}

/// Makes a person of a patient document, osteon/patient/1, in JSON.
///
/// Refused: what is no JSON, a key that does not exist (with the nearest that does), a value of another type. Limits
/// of values are looked at when the person is assessed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_patient_from_json(
    json: *const c_char,
    json_length: usize,
    patient: *mut *mut osteon_patient,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard(error, || {
            out_value(patient, core::ptr::null_mut(), "patient")?;
            let json = osteon_text { data: json, length: json_length }.needed("json")?;
            hand_out(osteon::json::patient(json.as_bytes())?, patient)
        })
    }
}

/// Frees a person; NULL is nothing. Assessments of the person stay.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_patient_free(patient: *mut osteon_patient) {
    if !patient.is_null() {
        // SAFETY: the caller's promise.
        drop(unsafe { Box::from_raw(patient) });
    }
}

/// Writes the patient document, osteon/patient/1, in JSON: whole, or nothing and OSTEON_STATUS_BUFFER_TOO_SMALL with
/// the length that it needs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_patient_json(
    patient: *const osteon_patient,
    json: *mut osteon_buffer,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard(error, || {
            let json = reference_mut(json, "json")?;
            json.length = 0;
            let patient = reference(patient, "patient")?;
            json.write_whole(&osteon::json::to_string(&patient.document))
        })
    }
}

/// Adds a scan with its regions, of which there may be none (then only what stands in the scan is known).
///
/// Refused: a code that is none, a day that is none, two different precision errors of one region. Limits of values are
/// looked at when the person is assessed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_patient_add_scan(
    patient: *mut osteon_patient,
    scan: *const osteon_scan,
    regions: *const osteon_scan_region,
    region_count: usize,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard(error, || {
            let regions = in_array(regions, region_count, "regions")?;
            let scan = in_struct(scan, "scan")?;
            let patient = reference_mut(patient, "patient")?;
            let index = patient.document.scans.as_ref().map_or(0, Vec::len);
            let scan = scan.read(&regions, index)?;
            patient.document.scans.get_or_insert_default().push(scan);
            Ok(())
        })
    }
}

/// Adds a fracture; it must have its site.
///
/// Refused: no site, a code that is none, a day that is none, a grade that is no whole number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_patient_add_fracture(
    patient: *mut osteon_patient,
    fracture: *const osteon_fracture,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard(error, || {
            let fracture = in_struct(fracture, "fracture")?.read()?;
            reference_mut(patient, "patient")?.document.fractures.get_or_insert_default().push(fracture);
            Ok(())
        })
    }
}

/// Adds a course of a drug; it must have its drug.
///
/// Refused: no drug, a code that is none, a day that is none, a number of doses that is no whole number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_patient_add_treatment(
    patient: *mut osteon_patient,
    treatment: *const osteon_treatment,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard(error, || {
            let treatment = in_struct(treatment, "treatment")?.read()?;
            reference_mut(patient, "patient")?.document.treatments.get_or_insert_default().push(treatment);
            Ok(())
        })
    }
}

/// Adds a laboratory result; it must have its analyte.
///
/// Refused: an analyte that is not known (with the nearest that is), a code that is none, a day that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_patient_add_lab(
    patient: *mut osteon_patient,
    lab: *const osteon_lab,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard(error, || {
            let lab = in_struct(lab, "lab")?.read()?;
            reference_mut(patient, "patient")?.document.labs.get_or_insert_default().push(lab);
            Ok(())
        })
    }
}
