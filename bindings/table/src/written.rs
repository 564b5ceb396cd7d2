//! How the cells of an answer are written: as typed values, of which a CSV makes text.

use std::io::Write;

/// What the cells of an output column are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// Yes or no.
    Truth,
    /// One of these words.
    Word(Vec<&'static str>),
    /// Text, or a list of words separated by `;`.
    Text,
}

/// Where the cells of answers go, in the order of the columns; each has a call.
pub trait AnswerCells {
    /// Why a cell could not be written.
    type Error;

    /// A number, exact; as text it has at least so many decimals.
    ///
    /// # Errors
    /// The cell could not be written.
    fn number(&mut self, value: Option<f64>, decimals: usize) -> Result<(), Self::Error>;

    /// A whole number.
    ///
    /// # Errors
    /// The cell could not be written.
    fn whole(&mut self, value: Option<u32>) -> Result<(), Self::Error>;

    /// Yes or no.
    ///
    /// # Errors
    /// The cell could not be written.
    fn truth(&mut self, value: Option<bool>) -> Result<(), Self::Error>;

    /// One of the words of the column; empty if unknown.
    ///
    /// # Errors
    /// The cell could not be written.
    fn word(&mut self, word: &str) -> Result<(), Self::Error>;

    /// Text; empty if there is none.
    ///
    /// # Errors
    /// The cell could not be written.
    fn text(&mut self, text: &str) -> Result<(), Self::Error>;
}

impl<W: Write> AnswerCells for csv::Writer<W> {
    type Error = csv::Error;

    fn number(&mut self, value: Option<f64>, decimals: usize) -> csv::Result<()> {
        let Some(value) = value else { return self.write_field("") };
        let mut cell = String::with_capacity(24);
        number(&mut cell, value, decimals);
        self.write_field(cell)
    }

    fn whole(&mut self, value: Option<u32>) -> csv::Result<()> {
        self.number(value.map(f64::from), 0)
    }

    fn truth(&mut self, value: Option<bool>) -> csv::Result<()> {
        self.write_field(value.map_or("", |value| if value { "true" } else { "false" }))
    }

    fn word(&mut self, word: &str) -> csv::Result<()> {
        self.write_field(word)
    }

    fn text(&mut self, text: &str) -> csv::Result<()> {
        self.write_field(text)
    }
}

/// The shortest decimal that reads back as the same number, with at least so many decimals.
pub(crate) fn number(cell: &mut String, value: f64, decimals: usize) {
    let start = cell.len();
    // The fast writer turns to exponents outside this range, and no spreadsheet wants those.
    if value == 0.0 || (1e-4..1e15).contains(&value.abs()) {
        let mut buffer = zmij::Buffer::new();
        let shortest = buffer.format_finite(value);
        cell.push_str(if decimals == 0 { shortest.strip_suffix(".0").unwrap_or(shortest) } else { shortest });
    } else {
        cell.push_str(&value.to_string());
    }
    let written = cell.as_bytes().get(start..).unwrap_or_default();
    let after = written.iter().position(|&byte| byte == b'.').map_or(0, |dot| written.len() - dot - 1);
    if after == 0 && decimals > 0 {
        cell.push('.');
    }
    cell.extend(core::iter::repeat_n('0', decimals.saturating_sub(after)));
}

/// Items separated by `;`, each of some pieces.
pub(crate) fn list<'a, const N: usize>(cell: &mut String, items: impl Iterator<Item = [&'a str; N]>) {
    for (index, pieces) in items.enumerate() {
        if index > 0 {
            cell.push(';');
        }
        pieces.iter().for_each(|piece| cell.push_str(piece));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_with_at_least_so_many_decimals() {
        for (value, decimals, expected) in [
            (-2.5, 4, "-2.5000"),
            (-2.499_999_999_999_999_6, 4, "-2.4999999999999996"),
            (0.0, 4, "0.0000"),
            (67.0, 0, "67"),
            (67.5, 0, "67.5"),
            (-2.5, 1, "-2.5"),
            (1.25e-7, 4, "0.000000125"),
            (-1.0, 1, "-1.0"),
        ] {
            let mut cell = String::new();
            number(&mut cell, value, decimals);
            assert_eq!(cell, expected);
        }
    }
}
