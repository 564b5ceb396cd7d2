//! One number of a scan, read with doubt.

use jiff::civil::Date;

use crate::document::{Region, Side, Vertebrae};
use crate::fls::finding::FindingKind;
use crate::fls::record::{PatientRecord, ScanValue};

use super::doubt::Doubt;
use super::region_vote::vote;
use super::unit::{Measured, measured};

/// A number of a scan, as far as it is known for what it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading<'r> {
    pub(super) value: &'r ScanValue,
    pub(super) day: Option<Date>,
    pub(super) region: Option<Region>,
    pub(super) side: Option<Side>,
    pub(super) vertebrae: Option<Vertebrae>,
    pub(super) measured: Option<Measured>,
}

/// Reads one number.
pub(super) fn read<'r>(value: &'r ScanValue, doubts: &mut Vec<Doubt>) -> Reading<'r> {
    let day = value.on.and_then(crate::fls::StatedDate::day);
    if day.is_none() {
        let stated = value.on.map_or(String::new(), |on| on.to_string());
        let because = "the day is not stated: the scan is not read".to_owned();
        doubts.push(Doubt::new(FindingKind::DateIncomplete, "date", &stated, because).lost());
    }
    let vote = vote(value, doubts);
    let measured = if vote.is_disputed { None } else { measured(value, vote.quantity, doubts) };
    Reading { value, day, region: vote.region, side: vote.side, vertebrae: vote.vertebrae, measured }
}

/// The readings of a person, doubts left aside.
pub(super) fn readings(record: &PatientRecord) -> Vec<Reading<'_>> {
    record.scan_values.iter().map(|value| read(value, &mut Vec::new())).collect()
}
