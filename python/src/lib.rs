//! Python.
#[pyo3::pymodule]
mod _osteon {}
