//! The engine for Python, as the private module `osteon._osteon`: documents and columns in, documents and columns out.
//! What is public is in the package around it.
#![deny(unsafe_code)]

mod answers;
mod asked;
mod batch;
mod engine;
mod inside;
mod lent;
mod measure;
mod objects;
mod reads;
mod refusal;
mod run;
mod source;
mod stream;
mod words;

#[pyo3::pymodule(gil_used = false)]
mod _osteon {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::answers::Answers;
    #[pymodule_export]
    use super::batch::{Batch, patients};
    #[pymodule_export]
    use super::engine::Engine;
    #[pymodule_export]
    use super::inside::{check_fields, fields, listed, schema};
    #[pymodule_export]
    use super::reads::map_columns;
    #[pymodule_export]
    use super::words::{charts, explain, report};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        super::measure::register(module)?;
        module.add("VERSION", osteon::VERSION)?;
        module.add("DATA_VERSION", osteon::DATA_VERSION)?;
        module.add("DEBUG", cfg!(debug_assertions))
    }
}
