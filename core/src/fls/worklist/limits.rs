//! The days of the worklist: `data/fls/worklist.csv`, compiled in.

use jiff::Span;
use jiff::civil::Date;

use crate::citation::{CitationId, ids};

pub use crate::fls::pathway::clock::{DRUG_WITHIN_DAYS, DXA_WITHIN_DAYS, days_between as days_until};

include!(concat!(env!("OUT_DIR"), "/fls_worklist.rs"));

/// The day so many days later; none beyond the calendar.
#[must_use]
pub fn days_after(day: Date, days: u32) -> Option<Date> {
    Span::new().try_days(days).and_then(|span| day.checked_add(span)).ok()
}
