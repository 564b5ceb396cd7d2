//! Values that may be unknown.

use jiff::civil::Date;
use osteon::error::{Code, Refusal};

use super::guard::{Failure, Outcome};
use super::sized::too_new;
use super::status::osteon_status;

/// A number that may be unknown.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct osteon_number {
    /// The value; it means nothing where `known` is 0.
    pub value: f64,
    /// 1 where there is a value, 0 where there is none.
    pub known: u32,
    /// Zero.
    pub reserved: u32,
}

impl osteon_number {
    /// As the engine has it.
    pub(crate) fn get(self) -> Outcome<Option<f64>> {
        match self.known {
            _ if self.reserved != 0 => Err(too_new("a number")),
            0 => Ok(None),
            1 => Ok(Some(self.value)),
            _ => Err(Failure::of(osteon_status::UnknownCode, "known of a number is neither 0 nor 1")),
        }
    }
}

impl From<Option<f64>> for osteon_number {
    fn from(value: Option<f64>) -> Self {
        Self { value: value.unwrap_or_default(), known: u32::from(value.is_some()), reserved: 0 }
    }
}

impl From<Option<u32>> for osteon_number {
    fn from(value: Option<u32>) -> Self {
        value.map(f64::from).into()
    }
}

/// Yes, no, or not known: never a bare 0 or 1.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_truth {
    /// Not known, or not stated.
    Unknown = 0,
    /// No.
    No = 1,
    /// Yes.
    Yes = 2,
}

impl From<Option<bool>> for osteon_truth {
    fn from(value: Option<bool>) -> Self {
        match value {
            None => Self::Unknown,
            Some(false) => Self::No,
            Some(true) => Self::Yes,
        }
    }
}

impl From<bool> for osteon_truth {
    fn from(value: bool) -> Self {
        Some(value).into()
    }
}

impl osteon_truth {
    /// What a caller's code says.
    pub(crate) fn read(code: i32) -> Outcome<Option<bool>> {
        match code {
            0 => Ok(None),
            1 => Ok(Some(false)),
            2 => Ok(Some(true)),
            _ => Err(Failure::of(osteon_status::UnknownCode, format!("{code} is no osteon_truth"))),
        }
    }
}

/// A day of the Gregorian calendar, or none.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct osteon_date {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: i32,
    /// The day, 1 to 31.
    pub day: i32,
    /// 1 where there is a date, 0 where there is none.
    pub known: u32,
}

impl osteon_date {
    /// As the engine has it; `field` is what a refusal calls it.
    pub(crate) fn get(self, field: &str) -> Outcome<Option<Date>> {
        match self.known {
            0 => return Ok(None),
            1 => {}
            _ => return Err(Failure::of(osteon_status::UnknownCode, "known of a date is neither 0 nor 1")),
        }
        let Self { year, month, day, .. } = self;
        let part = |value: i32| i8::try_from(value).ok();
        let date = i16::try_from(year)
            .ok()
            .and_then(|year| Date::new(year, part(month)?, part(day)?).ok())
            .ok_or_else(|| {
            let shown = format!("{year:04}-{month:02}-{day:02}");
            Refusal::new(Code::NotADate, field.to_owned(), shown, "a day of the calendar")
        })?;
        Ok(Some(date))
    }
}

impl From<Option<Date>> for osteon_date {
    fn from(date: Option<Date>) -> Self {
        date.map_or(Self::default(), |date| Self {
            year: date.year().into(),
            month: date.month().into(),
            day: date.day().into(),
            known: 1,
        })
    }
}
