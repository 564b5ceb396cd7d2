//! The columns of the input, each bound by its name to its place in the document.

use crate::columns::{Column, Fault, Kind, Target, Value, column, measures};
use crate::error::{Code, Refusal, shortened};

use super::bits::Bits;
use super::column::{Values, of_text};

/// A column with its place in the document.
#[derive(Clone, Debug)]
pub(super) struct Bound<'a> {
    pub(super) name: String,
    pub(super) target: Target,
    pub(super) kind: Kind,
    /// Whether a value in it says that a scan was made.
    pub(super) measures: bool,
    pub(super) values: Values<'a>,
    pub(super) validity: Option<Bits<'a>>,
    /// What each word of a list of words says; `None` for one that cannot be read.
    words: Vec<Option<Value<'a>>>,
}

impl<'a> Bound<'a> {
    /// What each word of a list of words says; `None` for one that cannot be read.
    pub(super) fn words(&self) -> &[Option<Value<'a>>] {
        &self.words
    }

    /// Whether a row says in so many words that its value is not known.
    pub(super) fn says_unknown(&self, row: usize) -> bool {
        let has_text = matches!(self.values, Values::Text(_) | Values::Words(..));
        has_text && self.validity.is_none_or(|bits| bits.get(row)) && self.values.says_unknown(row)
    }

    /// The value of a row.
    ///
    /// # Errors
    /// What is wrong with one that cannot be read.
    #[inline]
    pub(super) fn get(&self, row: usize) -> Result<Value<'_>, Fault> {
        if self.validity.is_some_and(|bits| !bits.get(row)) {
            return Ok(Value::Unknown);
        }
        if let Values::Words(codes, _) = &self.values
            && let Some(Some(value)) = codes.get(row).and_then(|code| self.words.get(code))
        {
            return Ok(*value);
        }
        self.values.get(row, self.kind)
    }
}

/// Columns of people: a row a person, a column a field of the document, named as tables name it.
///
/// Nothing is copied: values, bitmaps and text stay where they are. A null is "unknown"; a column that is not there
/// is unknown for everybody.
///
/// ```
/// use osteon::batch::{Columns, Values};
/// let mut people = Columns::new(2);
/// people.push("age_years", Values::from(&[67.0, 71.0][..]), None)?;
/// assert!(people.push("heigth_cm", Values::from(&[161.0, 158.0][..]), None).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Columns<'a> {
    rows: usize,
    pub(super) bound: Vec<Bound<'a>>,
}

impl<'a> Columns<'a> {
    /// So many rows, and no column yet.
    #[must_use]
    pub const fn new(rows: usize) -> Self {
        Self { rows, bound: Vec::new() }
    }

    /// How many rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// Adds a column. `validity`: a bit for each row, set where there is a value; `None` where all have one.
    ///
    /// # Errors
    /// A name that is no column, with the nearest that is; one that is there already; another number of rows; a
    /// way of storing that the column cannot have.
    pub fn push(
        &mut self,
        name: &str,
        values: Values<'a>,
        validity: Option<Bits<'a>>,
    ) -> Result<(), Refusal> {
        let Column { name, target, kind } = column(&name.to_ascii_lowercase()).map_err(|hint| {
            let name = shortened(name).into_owned();
            Refusal::new(Code::UnknownKey, name.clone(), name, hint)
        })?;
        if self.bound.iter().any(|bound| bound.name == name) {
            let limit = "this column is there twice; delete one";
            return Err(Refusal::new(Code::Contradiction, name.clone(), name, limit));
        }
        let rows = validity
            .map_or(values.rows(), |bits| if bits.len() == self.rows { values.rows() } else { bits.len() });
        if rows != self.rows {
            return Err(Refusal::new(
                Code::WrongType,
                name,
                rows,
                format!("{} rows, as the others have", self.rows),
            ));
        }
        if !values.fits(kind) {
            let limit = format!("holds {}, and is stored as {}", kind.words(), values.stored());
            return Err(Refusal::new(Code::WrongType, name, "", limit));
        }
        let measures = measures(&name);
        let words = match &values {
            Values::Words(_, words) => words.iter().map(|word| of_text(word, kind).ok()).collect(),
            _ => Vec::new(),
        };
        self.bound.push(Bound { name, target, kind, measures, values, validity, words });
        Ok(())
    }

    /// Whether anybody can be answered by these columns.
    ///
    /// # Errors
    /// None for sex, or for age.
    pub fn check(&self) -> Result<(), Refusal> {
        let has = |name: &str| self.bound.iter().any(|bound| bound.name == name);
        if !has("sex") {
            let limit = "the columns need sex (female or male)";
            return Err(Refusal::new(Code::Missing, "sex", "", limit));
        }
        if !has("age_years") && !has("birth_date") {
            let limit = "the columns need age_years, or birth_date and assessed_on";
            return Err(Refusal::new(Code::Missing, "age_years", "", limit));
        }
        Ok(())
    }
}
