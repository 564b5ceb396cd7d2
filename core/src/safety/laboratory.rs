//! Results of the laboratory as drug rules read them: what is there, in which unit, and how old it is.

use crate::diagnosis::days_of_months;
use crate::document::options::LAB_VALID_MONTHS;
use crate::document::{Analyte, Comparator, Lab, LabStatus};
use crate::evidence::{Evidence, Seen};
use crate::facts::days_between;
use crate::facts::limits::normalised;

/// How far "below 15" is below 15: more than the dust of binary numbers, less than any laboratory's step.
const STRICTLY: f64 = 1e-8;

/// A result, or why there is none.
#[derive(Clone, Copy, Debug)]
pub(super) enum Found<'p> {
    /// There, and recent enough.
    Current(&'p Lab),
    /// There, and too old.
    TooOld,
    /// Not there: not asked, pending, or not done.
    Absent,
}

impl<'p> Found<'p> {
    pub(super) const fn current(self) -> Option<&'p Lab> {
        match self {
            Self::Current(lab) => Some(lab),
            _ => None,
        }
    }

    pub(super) const fn is_too_old(self) -> bool {
        matches!(self, Self::TooOld)
    }
}

/// The latest result, if it is no older than the option `lab_valid_months` allows. One without a date, or in
/// an assessment without a day, is read as current; the answer says so.
pub(super) fn recent<'p>(evidence: &Evidence<'p>, analyte: Analyte) -> Found<'p> {
    let person = evidence.person;
    let Some(lab) = person.latest_result(analyte) else { return Found::Absent };
    let months = evidence.setup.options.lab_valid_months.unwrap_or(LAB_VALID_MONTHS);
    match (lab.date, person.today) {
        (Some(date), Some(today)) if days_between(date, today) > days_of_months(f64::from(months)) => {
            Found::TooOld
        }
        _ => Found::Current(lab),
    }
}

/// Whether a result of one of these is pending that is newer than the one that was read. One without a day is: it is
/// not back yet.
pub(super) fn newer_is_pending(evidence: &Evidence<'_>, analytes: &[Analyte], read: &Lab) -> bool {
    let person = evidence.person;
    person.document.labs.as_deref().unwrap_or_default().iter().any(|lab| {
        lab.status == Some(LabStatus::Pending)
            && lab.analyte.is_some_and(|analyte| analytes.contains(&analyte))
            && person.counts(lab.date)
            && lab.date.is_none_or(|day| read.date.is_none_or(|read| day > read))
    })
}

/// Whether there is a result of an analyte, and it is too old to count.
pub(crate) fn is_too_old(evidence: &Evidence<'_>, analyte: Analyte) -> bool {
    recent(evidence, analyte).is_too_old()
}

/// Whether nothing says how old a result is.
pub(super) fn is_undated(evidence: &Evidence<'_>, lab: &Lab) -> bool {
    lab.date.is_none() || evidence.person.today.is_none()
}

/// The value: a number, or a range where it is beyond that of the method.
pub(super) fn value(lab: &Lab) -> Seen {
    let Some(value) = lab.value else { return Seen::UNKNOWN };
    match lab.comparator {
        None => Seen::Known(value),
        Some(Comparator::Below) => Seen::Between(0.0, value - STRICTLY),
        Some(Comparator::Above) => Seen::Between(value + STRICTLY, f64::INFINITY),
    }
}

/// Lowest and highest; `None` where nothing was measured.
pub(super) const fn ends(seen: Seen) -> Option<(f64, f64)> {
    match seen {
        Seen::Known(value) => Some((value, value)),
        Seen::Between(low, high) => Some((low, high)),
        Seen::NotMeasured => None,
    }
}

/// A number where both ends are one.
pub(super) fn between(low: f64, high: f64) -> Seen {
    if low >= high { Seen::Known(low) } else { Seen::Between(low, high) }
}

/// Whether the unit of a result is this one, in lower case and without blanks.
pub(super) fn is_in(lab: &Lab, unit: &str) -> bool {
    let mut key = [0; 12];
    lab.unit.as_deref().is_some_and(|stated| normalised(stated, &mut key) == unit)
}

/// Whether a result is a rate in millilitres a minute, for the body or for 1.73 m2.
pub(super) fn is_ml_per_min(lab: &Lab) -> bool {
    let stated = lab.unit.as_deref().unwrap_or("").trim_start();
    stated.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("ml/min"))
}
