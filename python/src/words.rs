//! An assessment in words and pictures.

use osteon::document::{Assessment, Patient};
use osteon::error::{Code, Refusal};
use osteon_report::Language;
use pyo3::prelude::*;

use crate::refusal::one;

fn documents(patient: &str, assessment: &str) -> Result<(Patient, Assessment), Refusal> {
    Ok((osteon::json::patient(patient.as_bytes())?, osteon::json::read(assessment.as_bytes())?))
}

fn language(lang: &str) -> Result<Language, Refusal> {
    match lang {
        "en" => Ok(Language::English),
        "fr" => Ok(Language::French),
        other => Err(Refusal::new(Code::NotAChoice, "lang", other.to_owned(), "allowed: en, fr")),
    }
}

/// What `of` says of both documents.
fn said(
    py: Python<'_>,
    (patient, assessment): (&str, &str),
    of: impl FnOnce(&Patient, &Assessment) -> Result<String, Refusal> + Send,
) -> PyResult<String> {
    let said = py.detach(|| {
        let (patient, assessment) = documents(patient, assessment)?;
        of(&patient, &assessment)
    });
    said.map_err(|refusal| one(py, refusal))
}

#[pyfunction]
pub(crate) fn explain(py: Python<'_>, patient: &str, assessment: &str, lang: &str) -> PyResult<String> {
    said(py, (patient, assessment), |patient, assessment| {
        Ok(osteon_report::explain(patient, assessment, language(lang)?))
    })
}

#[pyfunction]
pub(crate) fn report(py: Python<'_>, patient: &str, assessment: &str, lang: &str) -> PyResult<String> {
    said(py, (patient, assessment), |patient, assessment| {
        Ok(osteon_report::html(patient, assessment, language(lang)?))
    })
}

#[pyfunction]
pub(crate) fn charts(py: Python<'_>, patient: &str, assessment: &str) -> PyResult<String> {
    said(py, (patient, assessment), |patient, assessment| {
        Ok(osteon::json::to_string(&osteon_report::charts(patient, assessment)))
    })
}
