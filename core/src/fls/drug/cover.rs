//! For how long one record covers: a dose, a supply, or an order that states neither.

use jiff::civil::Date;

use crate::citation::{CitationId, ids};
use crate::document::{Drug, Route, StopReason};
use crate::fls::finding::{Finding, FindingKind};
use crate::fls::options::AllowedGaps;
use crate::fls::record::{Death, DrugRecord, DrugRecordKind, PatientRecord};
use crate::fls::stated_date::StatedDate;

use super::{after_days, after_months, product};

/// A drug that is given at intervals.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dose {
    drug: Drug,
    route: Option<Route>,
    /// Months that a dose covers.
    pub(super) months: u32,
    /// Whether an order is one dose, and not a course of them.
    order_is_dose: bool,
    /// Whether a supply or a last day may tell of several doses in one record.
    may_be_several: bool,
    /// Where it stands.
    #[allow(dead_code, reason = "the row keeps its source")]
    citation: CitationId,
}

include!(concat!(env!("OUT_DIR"), "/fls_drug_cover.rs"));

/// What says when the cover ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Until {
    /// Nothing does: the next record of the same drug ends it.
    NotStated,
    /// The same, and the record is active.
    Active,
    /// A supply or a last day.
    Stated,
    /// The interval of doses.
    Dose,
}

/// What one record covers.
#[derive(Clone, Debug)]
pub(super) struct Supply {
    pub(super) drug: Drug,
    pub(super) route: Option<Route>,
    pub(super) kind: DrugRecordKind,
    pub(super) start: Date,
    pub(super) end: Date,
    pub(super) until: Until,
    /// Whether what is left of the last supply is used after this one begins.
    pub(super) carried_forward: bool,
    pub(super) stop_reason: Option<StopReason>,
}

/// The interval of a drug that is given at intervals. Ibandronate without a route is taken by mouth.
pub(super) fn dose(drug: Drug, route: Option<Route>) -> Option<&'static Dose> {
    let fits = |row: &&Dose| row.drug == drug && (drug != Drug::Ibandronate || row.route == route);
    DOSES.iter().find(fits)
}

/// The gap that is allowed in a drug, in days.
#[must_use]
pub const fn allowed_gap(drug: Drug, route: Option<Route>, gaps: AllowedGaps) -> u32 {
    match (drug, route) {
        (Drug::Denosumab, _) => gaps.denosumab,
        (Drug::Zoledronate, _) => gaps.zoledronate,
        (Drug::Teriparatide | Drug::Abaloparatide | Drug::Romosozumab, _)
        | (_, Some(Route::Iv | Route::Sc)) => gaps.other,
        _ => gaps.oral,
    }
}

/// What the records of a person cover, up to a day.
pub(super) fn supplies(person: &PatientRecord, as_of: Date, findings: &mut Vec<Finding>) -> Vec<Supply> {
    person.drugs.iter().filter_map(|record| supply(person, record, as_of, findings)).collect()
}

fn supply(
    person: &PatientRecord,
    record: &DrugRecord,
    as_of: Date,
    findings: &mut Vec<Finding>,
) -> Option<Supply> {
    if record.start.is_some_and(|start| start.earliest() > as_of) {
        return None;
    }
    let (drug, route) = product::of_record(person, record, findings)?;
    let mut say = |kind, field: &str, value: &str, because: &str| {
        findings.push(Finding::of_person(kind, &person.patient_id, field, value, because));
    };
    let Some(stated) = record.start else {
        say(FindingKind::DateIncomplete, "start", drug.as_str(), "no first day; the record is not read");
        return None;
    };
    // Only days that are certain are covered: from the last day that it may have begun.
    let start = stated.latest();
    if start > as_of {
        say(FindingKind::DateIncomplete, "start", &stated.to_string(), "may not have begun yet; not read");
        return None;
    }
    if stated.day().is_none() {
        let because = "not stated to the day; read as begun on the last day that it may be";
        say(FindingKind::DateIncomplete, "start", &stated.to_string(), because);
    }
    if let Death::On(death) = person.death
        && start > death.latest()
    {
        let because = "a drug that begins after the death; the record is not read";
        say(FindingKind::DateOrder, "start", &stated.to_string(), because);
        return None;
    }
    if let Some(born) = person.birth_date
        && start < born.earliest()
    {
        let because = "a drug that begins before the birth; the record is not read";
        say(FindingKind::DateOrder, "start", &stated.to_string(), because);
        return None;
    }
    let stop = match record.stop.map(|stop| (stop, StatedDate::earliest(stop))) {
        Some((stop, day)) if day < start => {
            let because = "the last day is before the first; it is taken as not stated";
            say(FindingKind::DateOrder, "stop", &stop.to_string(), because);
            None
        }
        stop => stop.map(|(_, day)| day),
    };
    let days = match record.days_supply {
        Some(days) if days == 0 || days > SUPPLY_DAYS_MOST => {
            let because = "no supply lasts so long; it is taken as not stated";
            say(FindingKind::BadValue, "days_supply", &days.to_string(), because);
            None
        }
        days => days,
    };
    let (end, until) = end(record, drug, route, (start, stop, days), as_of);
    let carried_forward =
        record.kind == DrugRecordKind::Dispensed && until == Until::Stated && stop.is_none();
    let stop_reason = record.stop_reason;
    Some(Supply { drug, route, kind: record.kind, start, end, until, carried_forward, stop_reason })
}

/// The last day that is covered. A supply of 28 days covers the first day and 27 more; a dose covers the day on
/// which the next is due. A stated supply goes before a stated end, unless that comes earlier.
fn end(
    record: &DrugRecord,
    drug: Drug,
    route: Option<Route>,
    (start, stop, days): (Date, Option<Date>, Option<u32>),
    as_of: Date,
) -> (Date, Until) {
    use DrugRecordKind::{Dispensed, Given, Prescribed, Stated};
    let supplied = days.map(|days| after_days(start, days - 1));
    let stated = match (supplied, stop) {
        (Some(supplied), Some(stop)) => Some(supplied.min(stop)),
        (supplied, stop) => supplied.or(stop),
    };
    let at_hand = matches!(record.kind, Dispensed | Given);
    if let Some(dose) = dose(drug, route).filter(|dose| dose.order_is_dose || at_hand) {
        let covered = after_months(start, dose.months);
        // An order or a supply may be of several doses; the end of an infusion is no end of its cover.
        let several = dose.may_be_several && record.kind != Given;
        let longer = stated.filter(|_| several).map_or(covered, |stated| stated.max(covered));
        return (longer, Until::Dose);
    }
    match (stated, record.kind) {
        (Some(stated), _) => (stated, Until::Stated),
        (None, Prescribed | Stated) if record.active == Some(true) => (as_of, Until::Active),
        (None, Prescribed | Stated) => (after_days(start, ORDER_DAYS - 1), Until::NotStated),
        (None, Dispensed | Given) => (after_days(start, DISPENSED_DAYS - 1), Until::NotStated),
    }
}
