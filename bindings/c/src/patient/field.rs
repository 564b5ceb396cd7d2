//! One field of a person, by the name of its column.

use jiff::civil::Date;
use osteon::columns::{Value, clear, set};

use crate::abi::{
    Outcome, guard, osteon_date, osteon_error, osteon_number, osteon_status, osteon_text, osteon_truth,
    reference_mut,
};

use super::osteon_patient;

/// Sets a field, or makes it unknown where it is one that takes values such as `like`.
///
/// # Safety
/// `patient` is NULL or the caller's alone; `field` is what it says.
unsafe fn put(
    patient: *mut osteon_patient,
    field: osteon_text,
    value: Option<Value<'_>>,
    like: Value<'_>,
) -> Outcome<()> {
    // SAFETY: the caller's promise.
    let (patient, field) =
        unsafe { (&mut reference_mut(patient, "patient")?.document, field.needed("field")?) };
    Ok(match value {
        Some(value) => set(patient, field, value),
        None => clear(patient, field, like),
    }?)
}

/// Sets a number in the unit of the field's name (`age_years`, `height_cm`, `falls_past_year`, `lab_calcium_mmol_l`);
/// `known` 0 makes it unknown.
///
/// Fields are named as the columns of tables; osteon_field_at lists them, with what each takes. Refused: a name that is
/// none, with the nearest that is; a field that takes no number, also where it is to be unknown; a number that is not
/// finite, or not whole where a whole one is asked for; and every field of a scan (`bmd_femoral_neck`), which is given whole by osteon_patient_add_scan.
/// Where a call is refused nothing is set. Limits of values are looked at when the person is assessed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_patient_set_number(
    patient: *mut osteon_patient,
    field: osteon_text,
    value: osteon_number,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe { guard(error, || put(patient, field, value.get()?.map(Value::Number), Value::Number(0.0))) }
}

/// Sets yes or no (`current_smoker`, `postmenopausal`); `value` is an osteon_truth, and OSTEON_TRUTH_UNKNOWN makes it
/// unknown. As osteon_patient_set_number otherwise.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_patient_set_truth(
    patient: *mut osteon_patient,
    field: osteon_text,
    value: i32,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard(error, || put(patient, field, osteon_truth::read(value)?.map(Value::Flag), Value::Flag(false)))
    }
}

/// Sets a day (`birth_date`, `assessed_on`); `known` 0 makes it unknown. `lab_date` dates every laboratory result that
/// is there. As osteon_patient_set_number otherwise.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_patient_set_date(
    patient: *mut osteon_patient,
    field: osteon_text,
    value: osteon_date,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard(error, || {
            let value = value.get(field.needed("field")?)?;
            put(patient, field, value.map(Value::Date), Value::Date(Date::ZERO))
        })
    }
}

/// Sets text (`id`, `country`, `frax_model`), a choice (`sex`: `female`), or a list in the shorthand of tables, whole:
/// `fractures`: `proximal_femur@24!low;vertebra@66y` (months ago, an age or a date; how much force), `treatments`:
/// `alendronate@2019-01-01..2023-12-31`, `complete`: `fractures;history`, the sections in which everything was asked, so
/// that what was left out there is "no". `none` is "asked, none". A laboratory result may be `>90`, `pending` or
/// `not_done`. No text, or an empty one, makes the field unknown, but for `scans` and `spine_imaging` where there are
/// some: they are refused. As osteon_patient_set_number otherwise.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_patient_set_text(
    patient: *mut osteon_patient,
    field: osteon_text,
    value: osteon_text,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe { guard(error, || put(patient, field, value.get("value")?.map(Value::Text), Value::Text(""))) }
}

/// Makes a field of any kind unknown, as if it had never been set. Refused: a name that is none; fields of a scan; `scans`
/// and `spine_imaging` where there are some.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_patient_unset(
    patient: *mut osteon_patient,
    field: osteon_text,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: the caller's promise.
    unsafe {
        guard(error, || {
            let patient = &mut reference_mut(patient, "patient")?.document;
            Ok(set(patient, field.needed("field")?, Value::Unknown)?)
        })
    }
}
