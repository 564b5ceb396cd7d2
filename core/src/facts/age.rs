//! Ages from dates.

use jiff::civil::Date;

/// Fractional years from one day to another: whole birthdays, and the part of the year since the last.
///
/// ```
/// use jiff::civil::date;
/// use osteon::facts::years_between;
/// assert_eq!(years_between(date(1950, 6, 1), date(2020, 6, 1)), 70.0);
/// assert!(years_between(date(1950, 6, 1), date(2020, 5, 31)) < 70.0);
/// ```
#[must_use]
pub fn years_between(from: Date, to: Date) -> f64 {
    let birthday = |year: i16| {
        // 29 February: the birthday of a common year is 1 March.
        Date::new(year, from.month(), from.day()).or_else(|_| Date::new(year, 3, 1)).unwrap_or(from)
    };
    let mut last = to.year();
    if birthday(last) > to {
        last -= 1;
    }
    let (start, end) = (birthday(last), birthday(last + 1));
    let whole = f64::from(last) - f64::from(from.year());
    let days = days_between(start, to);
    let length = days_between(start, end).max(1.0);
    whole + days / length
}

/// Days from one day to another.
#[must_use]
pub fn days_between(from: Date, to: Date) -> f64 {
    // Twenty years are 175 320 hours: every date is far from the limits of either number.
    (from.duration_until(to).as_hours() / 24) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    #[allow(clippy::float_cmp, reason = "whole years are exact")]
    fn birthdays() {
        assert_eq!(years_between(date(1960, 2, 29), date(2021, 3, 1)), 61.0);
        assert!(years_between(date(1960, 2, 29), date(2021, 2, 28)) < 61.0);
        assert_eq!(days_between(date(2024, 1, 1), date(2024, 12, 31)), 365.0);
        assert!(years_between(date(1950, 1, 1), date(2024, 7, 1)) > 74.49);
    }
}
