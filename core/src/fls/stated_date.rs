//! A day as a record states it: whole, or only the month or the year.

use core::fmt;

use jiff::civil::{Date, date};

/// A day, a month or a year, as the record states it. What is not stated is not made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatedDate {
    /// A day.
    Day(Date),
    /// A year and a month.
    Month(i16, i8),
    /// A year.
    Year(i16),
}

impl StatedDate {
    /// Reads `2024`, `2024-05`, `2024-05-01` and any date and time that begins so. A time with a zone keeps the
    /// day that was written: the calendar of the place where it happened.
    ///
    /// ```
    /// use osteon::fls::StatedDate;
    /// use jiff::civil::date;
    /// let written = StatedDate::parse("2018-10-18T01:38:55-04:00");
    /// assert_eq!(written, Some(StatedDate::Day(date(2018, 10, 18))));
    /// assert_eq!(StatedDate::parse("2018-13"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (day, rest) = match text.find(['T', ' ']) {
            Some(at) => (text.get(..at)?, text.get(at + 1..)?),
            None => (text, ""),
        };
        if text.len() > day.len() && !rest.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let whole = |digits: &str, length: usize| -> Option<i16> {
            let fits = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
            fits.then(|| digits.parse().ok()).flatten()
        };
        let mut parts = day.split('-');
        let year = whole(parts.next()?, 4)?;
        let (month, day) = (parts.next(), parts.next());
        if parts.next().is_some() || year < 1 {
            return None;
        }
        let small = |digits: &str| whole(digits, 2).and_then(|number| i8::try_from(number).ok());
        match (month, day) {
            (None, _) => Some(Self::Year(year)),
            (Some(month), None) => {
                let month = small(month)?;
                (1..=12).contains(&month).then_some(Self::Month(year, month))
            }
            (Some(month), Some(day)) => Date::new(year, small(month)?, small(day)?).ok().map(Self::Day),
        }
    }

    /// The day, where it is stated.
    #[must_use]
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            _ => None,
        }
    }

    /// The first day that it may be.
    #[must_use]
    pub fn earliest(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Month(year, month) => date(year, month, 1),
            Self::Year(year) => date(year, 1, 1),
        }
    }

    /// The last day that it may be.
    #[must_use]
    pub fn latest(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Month(..) => self.earliest().last_of_month(),
            Self::Year(year) => date(year, 12, 31),
        }
    }
}

impl fmt::Display for StatedDate {
    /// As it was stated.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}
