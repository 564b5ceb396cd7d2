//! Why a value was refused, in the engine's words.

use core::ops::RangeInclusive;

use osteon::densitometry::Withheld;
use osteon::document::{Lms, Patient, Region, Scan, ScanRegion, Sex};
use osteon::error::{Code, Refusal};
use osteon::facts;
use osteon::precision::{LscDesign, Significance, repeat_bmd};
use osteon::quantity::{Age, StandardisedBmd};
use osteon::reference::thresholds::ADULT_AGE_YEARS;
use osteon::rounding::{HalfRule, round};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

use super::looks_up::AgeReference;
use crate::refusal::{one, raised};

/// Box-Cox powers that can be meant, as of a patient document.
pub(super) const L_RANGE: RangeInclusive<f64> = -20.0..=20.0;
/// Coefficients of variation that can be meant.
pub(super) const S_RANGE: RangeInclusive<f64> = 0.001..=1.0;

/// What is refused, one or many.
pub(super) struct Refused(pub(super) Vec<Refusal>);

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self(vec![refusal])
    }
}

impl From<Vec<Refusal>> for Refused {
    fn from(refusals: Vec<Refusal>) -> Self {
        Self(refusals)
    }
}

impl Refused {
    pub(super) fn raised(&self, py: Python<'_>) -> PyErr {
        raised(py, &self.0, None)
    }
}

/// Raises why a ufunc refused these inputs; the field is the name of the argument.
#[pyfunction]
pub(super) fn why_refused(py: Python<'_>, name: &str, inputs: Vec<f64>) -> PyResult<()> {
    let refusal = match (name, &inputs[..]) {
        ("t_score", [bmd, ..]) => repeat_bmd("bmd_g_cm2", *bmd).err(),
        ("z_score", [bmd, age, reference]) => {
            repeat_bmd("bmd_g_cm2", *bmd).err().or_else(|| of_age(*age, AgeReference::of(*reference)?))
        }
        ("z_score_lms", [bmd, l, m, s]) => repeat_bmd("bmd_g_cm2", *bmd)
            .and_then(|_| repeat_bmd("m_g_cm2", *m))
            .err()
            .or_else(|| of_lms(Lms { l: *l, m: *m, s: *s })),
        ("sbmd_mg_cm2", [bmd, ..]) => repeat_bmd("bmd_g_cm2", *bmd).err().or_else(|| {
            let limit = format!("what it standardises to is outside {}", StandardisedBmd::LIMIT);
            Some(Refusal::new(Code::NotUsable, "bmd_g_cm2", *bmd, limit))
        }),
        ("t_score_reported", [score]) => {
            round(*score, 1, HalfRule::AwayFromZero).err().map(|refusal| renamed(refusal, "t_score"))
        }
        ("least_significant_change", [error, ..]) => LscDesign::default().lsc(*error).err(),
        ("is_significant", [change, lsc]) => Significance::of(*change, *lsc).err(),
        _ => None,
    };
    match refusal {
        Some(refusal) => Err(one(py, refusal)),
        None => Err(PyRuntimeError::new_err(format!("{name} refused {inputs:?}, and does not say why"))),
    }
}

fn renamed(refusal: Refusal, field: &'static str) -> Refusal {
    Refusal { field: field.into(), ..refusal }
}

fn of_age(age_years: f64, reference: AgeReference) -> Option<Refusal> {
    let mut person = Patient { sex: Some(Sex::Female), age_years: Some(age_years), ..Patient::default() };
    if let Some(refusal) = facts::check(&mut person).into_iter().next() {
        return Some(renamed(refusal, "age_years"));
    }
    let withheld = if f64::from(Age::new(age_years)?.completed_years()) < ADULT_AGE_YEARS {
        Withheld::Under20NeedsLms
    } else if reference.table.at(age_years).is_none() {
        Withheld::AgeBeyondReference
    } else {
        return None;
    };
    Some(Refusal::new(Code::NotUsable, "age_years", age_years, withheld.text()))
}

/// As the document of a patient with such a scan is refused.
fn of_lms(lms: Lms) -> Option<Refusal> {
    let line = ScanRegion { region: Some(Region::TotalBody), lms: Some(lms), ..ScanRegion::default() };
    let scan = Scan { regions: Some(vec![line]), ..Scan::default() };
    let mut person = Patient {
        sex: Some(Sex::Female),
        age_years: Some(10.0),
        scans: Some(vec![scan]),
        ..Patient::default()
    };
    let refusal = facts::check(&mut person).into_iter().next()?;
    let field = if refusal.field.ends_with(".l") { "l" } else { "s" };
    Some(renamed(refusal, field))
}
