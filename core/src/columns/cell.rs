//! One cell of a table: what a column takes, and its value from text.

use crate::document::slot::Slot;
use crate::document::{Comparator, Sex};
use crate::error::{Code, Refusal, Words, nearest};
use jiff::civil::Date;

use super::lab;
use super::number::number;

/// What tables write where something was asked and is not known.
pub const NOT_AVAILABLE: &str = "NA";

/// The slip that a word of sex looks like which is none.
pub const CODES_OF_SEX: &str = "codes of sex differ between countries";

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    Flag,
    /// A finite number in the unit of the column's name.
    Number,
    /// A whole number, 0 or more.
    Count,
    /// Free text.
    Text,
    /// A day.
    Date,
    /// One of these spellings.
    Choice(&'static [&'static str]),
    /// A list in the table's own shorthand, in which `none` says "asked, none".
    List,
    /// A number, perhaps with a leading `<` or `>`, or the state of a laboratory result.
    Result,
}

/// A value read, or nothing known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing known.
    Unknown,
    /// Yes or no.
    Flag(bool),
    /// A finite number in the unit of the column's name.
    Number(f64),
    /// A whole number.
    Count(u32),
    /// Free text, or a list in its shorthand.
    Text(&'a str),
    /// A day.
    Date(Date),
    /// The canonical spelling of one of a closed list.
    Choice(&'static str),
    /// Below or above a number.
    Compared(Comparator, f64),
}

/// What is wrong with a value, before the field is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Why.
    pub code: Code,
    /// What it should have been.
    pub limit: String,
    /// The slip that it looks like, with the way out.
    pub slip: Option<String>,
}

impl Fault {
    /// A fault without a slip.
    pub fn new(code: Code, limit: impl Into<String>) -> Self {
        Self { code, limit: limit.into(), slip: None }
    }

    /// The same with the slip that it looks like.
    #[must_use]
    pub fn with_slip(mut self, slip: impl Into<String>) -> Self {
        self.slip = Some(slip.into());
        self
    }

    /// The refusal of this value of a field.
    #[must_use]
    pub fn at(self, field: impl Into<Words>, value: &str) -> Refusal {
        let refusal = Refusal::new(self.code, field, value.to_owned(), self.limit);
        match self.slip {
            Some(slip) => refusal.with_slip(slip),
            None => refusal,
        }
    }
}

impl Kind {
    /// What the field behind a slot takes; `None` for an object.
    #[must_use]
    pub fn of(slot: &Slot<'_>) -> Option<Self> {
        Some(match slot {
            Slot::Flag(_) => Self::Flag,
            Slot::Number(_) => Self::Number,
            Slot::Count(_) => Self::Count,
            Slot::Text(_) => Self::Text,
            Slot::Date(_) => Self::Date,
            Slot::Choice(choice) => Self::Choice(choice.keys()),
            _ => return None,
        })
    }

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Flag => "yes or no",
            Self::Number => "a number",
            Self::Count => "a whole number",
            Self::Text => "text",
            Self::Date => "a date",
            Self::Choice(_) => "one of a closed list",
            Self::List => "a list",
            Self::Result => "a laboratory result",
        }
    }

    /// What "no" is for a field; a number or a choice has none.
    #[must_use]
    pub const fn no(self) -> Value<'static> {
        match self {
            Self::Flag => Value::Flag(false),
            Self::Count => Value::Count(0),
            Self::List => Value::Text("none"),
            _ => Value::Unknown,
        }
    }

    /// Reads a trimmed, non-empty cell of text. Inlined, so that no value goes through memory on its way.
    ///
    /// # Errors
    /// What the text is not, with what it should have been.
    #[inline(always)]
    pub fn read(self, text: &str, decimal_comma: bool) -> Result<Value<'_>, Fault> {
        match self {
            Self::Flag => flag(text).map(Value::Flag),
            Self::Number => number(text, decimal_comma).map(Value::Number),
            Self::Count => count(text, decimal_comma).map(Value::Count),
            Self::Text | Self::List => Ok(Value::Text(text)),
            Self::Date => date(text).map(Value::Date),
            Self::Choice(keys) => choice(text, keys).map(Value::Choice),
            Self::Result => lab::result(text, decimal_comma),
        }
    }
}

/// A cell without the blanks around it, no-break spaces among them.
#[must_use]
pub fn trimmed(text: &str) -> &str {
    let bytes = text.as_bytes();
    match (bytes.first(), bytes.last()) {
        (Some(b'!'..=b'~'), Some(b'!'..=b'~')) => text,
        (None, _) => text,
        _ => text.trim(),
    }
}

/// Writes a known value into a field; the kinds agree because the field's kind chose the value's.
pub fn fill(slot: Slot<'_>, value: Value<'_>) {
    match (slot, value) {
        (Slot::Flag(field), Value::Flag(value)) => *field = Some(value),
        (Slot::Number(field), Value::Number(value)) => *field = Some(value),
        (Slot::Count(field), Value::Count(value)) => *field = Some(value),
        (Slot::Date(field), Value::Date(value)) => *field = Some(value),
        (Slot::Text(field), Value::Text(value)) => match field {
            Some(text) => {
                text.clear();
                text.push_str(value);
            }
            None => *field = Some(value.to_owned()),
        },
        (Slot::Choice(field), Value::Choice(key)) => {
            field.set_key(key);
        }
        _ => {}
    }
}

fn flag(text: &str) -> Result<bool, Fault> {
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    match text.len() {
        1 if is("1") => Ok(true),
        1 if is("0") => Ok(false),
        2 if is("no") => Ok(false),
        3 if is("yes") || is("oui") => Ok(true),
        3 if is("non") => Ok(false),
        4 if is("true") || is("vrai") => Ok(true),
        4 if is("faux") => Ok(false),
        5 if is("false") => Ok(false),
        _ => {
            let limit = "must be true or false (also yes/no, 1/0, oui/non, vrai/faux); empty if unknown";
            Err(Fault::new(Code::WrongType, limit))
        }
    }
}

fn count(text: &str, decimal_comma: bool) -> Result<u32, Fault> {
    let whole = "must be a whole number, 0 or more";
    let number = number(text, decimal_comma).map_err(|fault| Fault { limit: whole.to_owned(), ..fault })?;
    whole_number(number).ok_or_else(|| Fault::new(Code::WrongType, whole))
}

/// A number without fraction or sign, such as the `2.0` that a data frame writes for a count.
#[must_use]
pub fn whole_number(number: f64) -> Option<u32> {
    let whole = number as u32;
    f64::from(whole).total_cmp(&(number + 0.0)).is_eq().then_some(whole)
}

/// An ISO date; the midnight that data frames and spreadsheets append is dropped.
pub(super) fn date(text: &str) -> Result<Date, Fault> {
    let bytes = text.as_bytes();
    let digits = |range: core::ops::Range<usize>| -> Option<i16> {
        bytes
            .get(range)?
            .iter()
            .try_fold(0_i16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i16::from(byte - b'0')))
    };
    let iso = || -> Option<Date> {
        let dashed = bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
        let tail = text.get(10..)?.trim_end_matches('Z').trim_start_matches(['T', ' ']);
        let midnight = tail.is_empty() || tail.bytes().all(|b| matches!(b, b'0' | b':' | b'.'));
        let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
        let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        (dashed && midnight).then_some(date)
    };
    iso().ok_or_else(|| {
        let fault = Fault::new(Code::NotADate, "must be a date as year-month-day, such as 1950-04-03");
        let ambiguous = text.bytes().filter(|b| matches!(b, b'/' | b'.')).count() == 2;
        if ambiguous {
            return fault.with_slip("day and month of this form change places between countries");
        }
        fault
    })
}

/// The canonical spelling of one of a closed list.
fn choice(text: &str, keys: &'static [&'static str]) -> Result<&'static str, Fault> {
    if let Some(key) = keys.iter().find(|key| key.eq_ignore_ascii_case(text)) {
        return Ok(key);
    }
    let near = nearest(text, keys).map_or(String::new(), |near| format!("did you mean {near}? "));
    let fault = Fault::new(Code::NotAChoice, format!("{near}allowed: {}", keys.join(", ")));
    if keys == Sex::KEYS {
        return Err(Fault::new(Code::NotAChoice, "must be female or male").with_slip(CODES_OF_SEX));
    }
    Err(fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_in_two_languages() {
        for text in ["true", "TRUE", "yes", "1", "Oui", "vrai"] {
            assert_eq!(flag(text), Ok(true), "{text}");
        }
        for text in ["false", "No", "0", "NON", "faux"] {
            assert_eq!(flag(text), Ok(false), "{text}");
        }
        for text in ["y", "2", "-", "maybe", "é"] {
            assert!(flag(text).unwrap_err().limit.contains("oui/non"), "{text}");
        }
    }

    #[test]
    fn dates_are_iso() {
        let expected = Date::constant(1950, 4, 3);
        for text in ["1950-04-03", "1950-04-03 00:00:00", "1950-04-03T00:00:00Z"] {
            assert_eq!(date(text), Ok(expected), "{text}");
        }
        assert!(date("03/04/1950").unwrap_err().slip.is_some());
        for text in ["1950", "1950-13-01", "1950-02-30", "1950-4-3", "1950-04-03 08:15:00", "50-04-03", "é"]
        {
            assert_eq!(date(text).unwrap_err().code, Code::NotADate, "{text}");
        }
    }

    #[test]
    fn counts_are_whole() {
        assert_eq!(count("2", false), Ok(2));
        assert_eq!(count("2.0", false), Ok(2));
        assert_eq!(whole_number(-0.0), Some(0));
        for text in ["-1", "1.5", "two", "5000000000"] {
            assert_eq!(count(text, false).unwrap_err().code, Code::WrongType, "{text}");
        }
    }

    #[test]
    fn choices_name_what_is_allowed() {
        assert_eq!(choice("Female", Sex::KEYS), Ok("female"));
        for code in ["F", "M", "1", "2"] {
            assert!(choice(code, Sex::KEYS).unwrap_err().slip.is_some(), "{code}");
        }
        let fault = choice("lunar", crate::document::Manufacturer::KEYS).unwrap_err();
        assert!(fault.limit.contains("allowed: hologic, ge_lunar, norland"), "{}", fault.limit);
    }
}
