//! One column of the input, borrowed as its store has it.

use jiff::Span;
use jiff::civil::Date;
use ndarray::ArrayView1;

use crate::columns::{Fault, Kind, NOT_AVAILABLE, Value, of_f32, trimmed, whole_number};
use crate::error::Code;

use super::bits::Bits;

/// Text of rows, one after another: row `i` is `bytes[offsets[i]..offsets[i + 1]]`, as Arrow has it.
#[derive(Clone, Copy, Debug)]
pub struct TextRows<'a> {
    offsets: Offsets<'a>,
    bytes: &'a [u8],
    /// All of it, where all of it is text.
    whole: Option<&'a str>,
}

#[derive(Clone, Copy, Debug)]
enum Offsets<'a> {
    I32(&'a [i32]),
    I64(&'a [i64]),
}

impl<'a> TextRows<'a> {
    /// With offsets of 32 bits (`utf8`).
    #[must_use]
    pub fn utf8(offsets: &'a [i32], bytes: &'a [u8]) -> Self {
        Self { offsets: Offsets::I32(offsets), bytes, whole: core::str::from_utf8(bytes).ok() }
    }

    /// With offsets of 64 bits (`large_utf8`).
    #[must_use]
    pub fn large_utf8(offsets: &'a [i64], bytes: &'a [u8]) -> Self {
        Self { offsets: Offsets::I64(offsets), bytes, whole: core::str::from_utf8(bytes).ok() }
    }

    fn rows(&self) -> usize {
        let offsets = match self.offsets {
            Offsets::I32(offsets) => offsets.len(),
            Offsets::I64(offsets) => offsets.len(),
        };
        offsets.saturating_sub(1)
    }

    /// The text of a row; `None` where the offsets are out of order or the bytes no UTF-8.
    #[inline]
    fn get(&self, row: usize) -> Option<&'a str> {
        let at = |i: usize| match self.offsets {
            Offsets::I32(offsets) => offsets.get(i).and_then(|&at| usize::try_from(at).ok()),
            Offsets::I64(offsets) => offsets.get(i).and_then(|&at| usize::try_from(at).ok()),
        };
        let range = at(row)?..at(row + 1)?;
        match self.whole {
            Some(text) => text.get(range),
            None => core::str::from_utf8(self.bytes.get(range)?).ok(),
        }
    }
}

/// Codes of rows, each the place of a word in a list of words.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Codes<'a> {
    /// Of 8 bits.
    U8(&'a [u8]),
    /// Of 8 bits, with a sign.
    I8(&'a [i8]),
    /// Of 16 bits.
    U16(&'a [u16]),
    /// Of 16 bits, with a sign.
    I16(&'a [i16]),
    /// Of 32 bits.
    U32(&'a [u32]),
    /// Of 32 bits, with a sign.
    I32(&'a [i32]),
}

impl Codes<'_> {
    pub(super) const fn len(&self) -> usize {
        match self {
            Self::U8(codes) => codes.len(),
            Self::I8(codes) => codes.len(),
            Self::U16(codes) => codes.len(),
            Self::I16(codes) => codes.len(),
            Self::U32(codes) => codes.len(),
            Self::I32(codes) => codes.len(),
        }
    }

    #[inline]
    pub(super) fn get(&self, row: usize) -> Option<usize> {
        match self {
            Self::U8(codes) => codes.get(row).map(|&code| usize::from(code)),
            Self::I8(codes) => codes.get(row).and_then(|&code| usize::try_from(code).ok()),
            Self::U16(codes) => codes.get(row).map(|&code| usize::from(code)),
            Self::I16(codes) => codes.get(row).and_then(|&code| usize::try_from(code).ok()),
            Self::U32(codes) => codes.get(row).and_then(|&code| usize::try_from(code).ok()),
            Self::I32(codes) => codes.get(row).and_then(|&code| usize::try_from(code).ok()),
        }
    }
}

/// The values of a column. Views may have strides; nothing is copied.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Values<'a> {
    /// Numbers.
    F64(ArrayView1<'a, f64>),
    /// Numbers of half the width.
    F32(ArrayView1<'a, f32>),
    /// Whole numbers.
    I64(ArrayView1<'a, i64>),
    /// Whole numbers.
    I32(ArrayView1<'a, i32>),
    /// Whole numbers, such as ages and counts.
    U8(ArrayView1<'a, u8>),
    /// Yes or no.
    Bits(Bits<'a>),
    /// Dates, days since 1970-01-01.
    Days(ArrayView1<'a, i32>),
    /// Text, and lists in the shorthand of tables.
    Text(TextRows<'a>),
    /// Words of a list, by their place in it.
    Words(Codes<'a>, &'a [&'a str]),
}

impl<'a> From<&'a [f64]> for Values<'a> {
    fn from(values: &'a [f64]) -> Self {
        Self::F64(ArrayView1::from(values))
    }
}

impl<'a> From<&'a [u8]> for Values<'a> {
    fn from(values: &'a [u8]) -> Self {
        Self::U8(ArrayView1::from(values))
    }
}

impl<'a> From<Bits<'a>> for Values<'a> {
    fn from(values: Bits<'a>) -> Self {
        Self::Bits(values)
    }
}

impl Values<'_> {
    pub(super) fn rows(&self) -> usize {
        match self {
            Self::F64(values) => values.len(),
            Self::F32(values) => values.len(),
            Self::I64(values) => values.len(),
            Self::I32(values) | Self::Days(values) => values.len(),
            Self::U8(values) => values.len(),
            Self::Bits(values) => values.len(),
            Self::Text(values) => values.rows(),
            Self::Words(codes, _) => codes.len(),
        }
    }

    /// What is stored, in words.
    pub(super) const fn stored(&self) -> &'static str {
        match self {
            Self::F64(_) | Self::F32(_) => "numbers",
            Self::I64(_) | Self::I32(_) | Self::U8(_) => "whole numbers",
            Self::Bits(_) => "yes or no",
            Self::Days(_) => "dates",
            Self::Text(_) => "text",
            Self::Words(..) => "words of a list",
        }
    }

    /// Whether a column of this kind may be stored so.
    pub(super) const fn fits(&self, kind: Kind) -> bool {
        match self {
            Self::F64(_) | Self::F32(_) => {
                matches!(kind, Kind::Number | Kind::Count | Kind::Flag | Kind::Result)
            }
            Self::I64(_) | Self::I32(_) | Self::U8(_) => {
                matches!(kind, Kind::Number | Kind::Count | Kind::Flag | Kind::Result)
            }
            Self::Bits(_) => matches!(kind, Kind::Flag),
            Self::Days(_) => matches!(kind, Kind::Date),
            Self::Text(_) => true,
            Self::Words(..) => {
                matches!(kind, Kind::Choice(_) | Kind::Text | Kind::List | Kind::Date | Kind::Flag)
            }
        }
    }

    /// The value of a row, by the kind of its column.
    ///
    /// # Errors
    /// What is wrong with a value that the kind does not hold.
    #[inline]
    pub(super) fn get(&self, row: usize, kind: Kind) -> Result<Value<'_>, Fault> {
        match self {
            Self::F64(values) => number(values.get(row).copied(), kind),
            Self::F32(values) => number(values.get(row).map(|&value| of_f32(value)), kind),
            // Whole numbers beyond 2^53 are no quantity of a document.
            Self::I64(values) => number(values.get(row).map(|&value| value as f64), kind),
            Self::I32(values) => number(values.get(row).map(|&value| f64::from(value)), kind),
            Self::U8(values) => number(values.get(row).map(|&value| f64::from(value)), kind),
            Self::Bits(values) => Ok(Value::Flag(values.get(row))),
            Self::Days(values) => days(values.get(row).copied()),
            Self::Text(values) => match values.get(row) {
                Some(text) => of_text(text, kind),
                None => Err(Fault::new(Code::Syntax, "is no text: its offsets or its bytes are wrong")),
            },
            Self::Words(codes, words) => match codes.get(row).and_then(|code| words.get(code)) {
                Some(text) => of_text(text, kind),
                None => Err(Fault::new(Code::NotAChoice, "the code has no word in the list of the column")),
            },
        }
    }
}

impl Values<'_> {
    /// Whether a row says in so many words that its value is not known.
    #[cold]
    pub(super) fn says_unknown(&self, row: usize) -> bool {
        let text = match self {
            Self::Text(values) => values.get(row),
            Self::Words(codes, words) => codes.get(row).and_then(|code| words.get(code)).copied(),
            _ => None,
        };
        text.is_some_and(|text| trimmed(text) == NOT_AVAILABLE)
    }

    /// The value of a row as it is stored, for a refusal.
    pub(super) fn shown(&self, row: usize) -> String {
        match self {
            Self::F64(values) => values.get(row).map_or(String::new(), f64::to_string),
            Self::F32(values) => values.get(row).map_or(String::new(), f32::to_string),
            Self::I64(values) => values.get(row).map_or(String::new(), i64::to_string),
            Self::I32(values) | Self::Days(values) => values.get(row).map_or(String::new(), i32::to_string),
            Self::U8(values) => values.get(row).map_or(String::new(), u8::to_string),
            Self::Bits(values) => values.get(row).to_string(),
            Self::Text(values) => values.get(row).unwrap_or_default().to_owned(),
            Self::Words(codes, words) => {
                codes.get(row).and_then(|code| words.get(code)).copied().unwrap_or_default().to_owned()
            }
        }
    }
}

#[inline]
fn number(value: Option<f64>, kind: Kind) -> Result<Value<'static>, Fault> {
    let Some(value) = value else { return Ok(Value::Unknown) };
    match kind {
        Kind::Number | Kind::Result if value.is_finite() => Ok(Value::Number(value)),
        Kind::Number | Kind::Result => {
            Err(Fault::new(Code::NotFinite, "must be a number; leave it null if unknown"))
        }
        Kind::Count => whole_number(value)
            .map(Value::Count)
            .ok_or_else(|| Fault::new(Code::WrongType, "must be a whole number, 0 or more")),
        _ => match whole_number(value) {
            Some(0) => Ok(Value::Flag(false)),
            Some(1) => Ok(Value::Flag(true)),
            _ => Err(Fault::new(Code::WrongType, "must be yes or no, or 1 or 0")),
        },
    }
}

fn days(days: Option<i32>) -> Result<Value<'static>, Fault> {
    let Some(days) = days else { return Ok(Value::Unknown) };
    let day = Span::new().try_days(days).and_then(|span| Date::constant(1970, 1, 1).checked_add(span));
    day.map(Value::Date).map_err(|_| Fault::new(Code::NotADate, "days since 1970-01-01 that are no date"))
}

#[inline]
pub(super) fn of_text(text: &str, kind: Kind) -> Result<Value<'_>, Fault> {
    let text = trimmed(text);
    if text.is_empty() || text == NOT_AVAILABLE { Ok(Value::Unknown) } else { kind.read(text, false) }
}
