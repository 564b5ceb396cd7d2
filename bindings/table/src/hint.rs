//! The way out for a table of another form: the command line maps it.

use osteon::columns::{CODES_OF_SEX, Fault, NO_SUCH_COLUMN};

const MAP: &str = "with --columns MAP.toml";

/// What is said of the name of a column that is none.
pub(crate) fn of_name(said: String) -> String {
    if said == NO_SUCH_COLUMN { format!("{said}; map other tables {MAP}") } else { said }
}

/// What is said of a cell.
pub(crate) fn of_cell(fault: Fault) -> Fault {
    if fault.slip.as_deref() != Some(CODES_OF_SEX) {
        return fault;
    }
    fault.with_slip(format!(
        "{CODES_OF_SEX}: map them {MAP}, such as \
         sex = {{ column = \"sex\", values = {{ F = \"female\", M = \"male\" }} }}"
    ))
}
