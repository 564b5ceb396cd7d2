//! One person at a time.

use osteon::document::Patient;
use pyo3::prelude::*;

use crate::asked;
use crate::refusal::{one, raised};

/// The engine with its options and references.
#[pyclass(frozen, module = "osteon._osteon")]
pub(crate) struct Engine(osteon::Engine);

#[pymethods]
impl Engine {
    #[new]
    #[pyo3(signature = (options = "{}", references = "[]", outputs = None))]
    fn new(py: Python<'_>, options: &str, references: &str, outputs: Option<Vec<String>>) -> PyResult<Self> {
        let engine = asked::engine(options, references).map_err(|refusals| raised(py, &refusals, None))?;
        match outputs {
            None => Ok(Self(engine)),
            Some(names) => {
                let outputs = asked::sections(&names).map_err(|refusal| one(py, refusal))?;
                Ok(Self(engine.with_outputs(outputs)))
            }
        }
    }

    fn assess(&self, py: Python<'_>, patient: &str) -> PyResult<String> {
        let assessed = py.detach(|| {
            let patient: Patient =
                osteon::json::patient(patient.as_bytes()).map_err(|refusal| vec![refusal])?;
            self.0.assess(&patient).map(|assessment| osteon::json::to_string(&assessment))
        });
        assessed.map_err(|refusals| raised(py, &refusals, None))
    }
}
