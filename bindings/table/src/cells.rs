//! A row of cells, whatever the table is stored in.

use csv::StringRecord;
use jiff::civil::{Date, DateTime};
use osteon::columns::{Fault, Kind, Value, number, whole_number};
use osteon::error::Code;

/// A cell, as its table stores it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'r> {
    /// Null: nothing is said.
    Empty,
    /// Text, to be read as in a CSV; blank text says nothing.
    Text(&'r str),
    /// A floating-point number.
    Number(f64),
    /// A whole number.
    Whole(i64),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Date(Date),
    /// A time of a day.
    Moment(DateTime),
}

/// A row of a table.
pub trait Cells {
    /// How many cells the row has.
    fn width(&self) -> usize;
    /// A cell of the row, from 0; `Empty` beyond its end.
    fn cell(&self, index: usize) -> Cell<'_>;
}

impl Cells for StringRecord {
    #[inline]
    fn width(&self) -> usize {
        self.len()
    }

    #[inline]
    fn cell(&self, index: usize) -> Cell<'_> {
        Cell::Text(self.get(index).unwrap_or(""))
    }
}

impl Cell<'_> {
    /// The value of a cell that is no text; `Text` and `Empty` are read elsewhere.
    ///
    /// A type that the field does not take is refused as its text would be.
    pub(crate) fn value(self, kind: Kind) -> Result<Value<'static>, Fault> {
        match (kind, self) {
            (Kind::Flag, Self::Flag(flag)) => Ok(Value::Flag(flag)),
            (Kind::Date, Self::Date(date)) => Ok(Value::Date(date)),
            (Kind::Date, Self::Moment(moment))
                if moment == moment.date().to_datetime(jiff::civil::Time::midnight()) =>
            {
                Ok(Value::Date(moment.date()))
            }
            (Kind::Flag, _) => match self.number() {
                Some(0.0) => Ok(Value::Flag(false)),
                Some(1.0) => Ok(Value::Flag(true)),
                _ => self.refused(kind),
            },
            (Kind::Number | Kind::Result, Self::Whole(_) | Self::Number(_)) => match self.number() {
                Some(number) if number.is_finite() => Ok(Value::Number(number)),
                _ => self.refused(kind),
            },
            (Kind::Count, Self::Whole(_) | Self::Number(_)) => match self.number().and_then(whole_number) {
                Some(count) => Ok(Value::Count(count)),
                None => self.refused(kind),
            },
            _ => self.refused(kind),
        }
    }

    /// What a text of the same words would be told.
    #[cold]
    fn refused(self, kind: Kind) -> Result<Value<'static>, Fault> {
        let text = self.text();
        match kind.read(&text, false) {
            Err(fault) => Err(fault),
            // A choice may be spelled in digits.
            Ok(Value::Choice(key)) => Ok(Value::Choice(key)),
            Ok(_) => Err(Fault::new(Code::WrongType, format!("must be {}", kind.words()))),
        }
    }

    /// As a number, which yes and no are not.
    fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Whole(number) => Some(number as f64),
            _ => None,
        }
    }

    /// As a CSV would have it; of a number, the shortest text that reads back as the same.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Whole(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Moment(moment) => moment.to_string(),
        }
    }

    /// Whether a code of a map means this cell: `1`, `1.0` and `"1"` are the same, and so are `1` and true.
    pub(crate) fn is(self, text: &str, code: Option<f64>) -> bool {
        match self {
            Self::Empty => false,
            Self::Text(cell) => cell == text || code.is_some() && number(cell, false).ok() == code,
            Self::Number(_) | Self::Whole(_) => self.number() == code,
            Self::Flag(flag) => {
                text.eq_ignore_ascii_case(if flag { "true" } else { "false" })
                    || code == Some(f64::from(u8::from(flag)))
            }
            Self::Date(_) | Self::Moment(_) => self.text() == text,
        }
    }
}
