//! The windows of the pathway as data, and days counted from a fracture.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::citation::{CitationId, ids};

include!(concat!(env!("OUT_DIR"), "/fls_windows.rs"));

/// Days from one day to another; negative where the other is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The day so many days later.
#[must_use]
pub fn days_after(day: Date, days: u32) -> Date {
    day.saturating_add(i64::from(days).days())
}

/// The day so many days earlier.
#[must_use]
pub fn days_before(day: Date, days: u32) -> Date {
    day.saturating_sub(i64::from(days).days())
}

/// The same day of the month so many months later, or the last one of a shorter month.
#[must_use]
pub fn months_after(day: Date, months: u32) -> Date {
    day.saturating_add(i64::from(months).months())
}

/// Whether something was done within so many days after a fracture, both ends included; none where it was
/// not, and still may be in time.
#[must_use]
pub fn within(event: Date, done: Option<Date>, days: u32, over_on: Date) -> Option<bool> {
    let last = days_after(event, days);
    if done.is_some_and(|done| event <= done && done <= last) {
        return Some(true);
    }
    (last <= over_on).then_some(false)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_last_day_of_a_window_counts_and_the_next_does_not() {
        let event = date(2024, 1, 1);
        let report = date(2025, 1, 1);
        for (days, expected) in [(0, true), (84, true), (85, false)] {
            let done = Some(days_after(event, days));
            assert_eq!(within(event, done, DXA_WITHIN_DAYS, report), Some(expected), "day {days}");
        }
        assert_eq!(within(event, Some(date(2023, 12, 31)), DXA_WITHIN_DAYS, report), Some(false));
        for (days, expected) in [(112, true), (113, false)] {
            let done = Some(days_after(event, days));
            assert_eq!(within(event, done, DRUG_WITHIN_DAYS, report), Some(expected), "day {days}");
        }
    }

    #[test]
    fn a_window_is_over_on_its_last_day() {
        let event = date(2024, 1, 1);
        assert_eq!(within(event, None, 84, days_after(event, 83)), None);
        assert_eq!(within(event, None, 84, days_after(event, 84)), Some(false));
        assert_eq!(within(event, Some(event), 84, event), Some(true));
    }

    #[test]
    fn months_end_where_a_short_one_does() {
        assert_eq!(months_after(date(2024, 2, 29), 12), date(2025, 2, 28));
        assert_eq!(days_between(date(2024, 2, 28), date(2024, 3, 1)), 2);
        assert_eq!(days_between(date(2024, 3, 1), date(2024, 2, 28)), -2);
        assert_eq!(days_before(date(2024, 3, 1), 2), date(2024, 2, 28));
    }
}
