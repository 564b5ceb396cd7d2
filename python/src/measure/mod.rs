//! Measurements by themselves, on numpy arrays: ufuncs, and what chooses their numbers.

mod kernels;
mod looks_up;
mod precision;
mod refused;
#[allow(unsafe_code, reason = "numpy calls the loops of a ufunc with pointers")]
mod ufunc;

use pyo3::prelude::*;

/// Puts them into the module.
pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(kernels::ufunc, module)?)?;
    module.add_function(wrap_pyfunction!(ufunc::any_refused, module)?)?;
    module.add_function(wrap_pyfunction!(refused::why_refused, module)?)?;
    module.add_function(wrap_pyfunction!(looks_up::young_adult, module)?)?;
    module.add_function(wrap_pyfunction!(looks_up::age_reference, module)?)?;
    module.add_function(wrap_pyfunction!(looks_up::sbmd_equation, module)?)?;
    module.add_function(wrap_pyfunction!(precision::lsc_factor, module)?)?;
    module.add_function(wrap_pyfunction!(precision::precision_report, module)?)
}
