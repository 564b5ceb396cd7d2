//! The days of the worklist: `data/fls/worklist.csv`, compiled in.

use jiff::civil::Date;
use jiff::{Span, Unit};

use crate::citation::{CitationId, ids};

include!(concat!(env!("OUT_DIR"), "/fls_worklist.rs"));

/// The day so many days later; none beyond the calendar.
#[must_use]
pub fn days_after(day: Date, days: u32) -> Option<Date> {
    Span::new().try_days(days).and_then(|span| day.checked_add(span)).ok()
}

/// Whole days from one day to another; negative where the other is before.
#[must_use]
pub fn days_until(from: Date, to: Date) -> i64 {
    from.until((Unit::Day, to)).map_or(0, |span| i64::from(span.get_days()))
}
