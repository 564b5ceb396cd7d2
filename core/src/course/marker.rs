//! Whether a bone turnover marker shows that a treatment acts.

use crate::document::{Analyte, Comparator, Lab};
use crate::facts::{days_between, same_unit};
use crate::quantity::Compared;

use super::limits;
use super::taken::{Taken, is_anabolic, reached};

/// Whether a marker changed by less than the limit: it fell too little, or on an anabolic drug rose too
/// little. `None` where no marker was measured both before the course and on it.
pub(super) fn did_not_change(taken: &Taken<'_>) -> Option<bool> {
    let analytes: &[Analyte] =
        if is_anabolic(taken.drug) { &[Analyte::P1np] } else { &[Analyte::Ctx, Analyte::P1np] };
    let known = analytes.iter().filter_map(|&analyte| of(taken, analyte));
    known.fold(None, |any, unchanged| Some(any.unwrap_or(false) || unchanged))
}

fn of(taken: &Taken<'_>, analyte: Analyte) -> Option<bool> {
    let start = taken.treatment.start?;
    let results = || taken.evidence.person.results(analyte);
    let before =
        results().filter(|lab| lab.date.is_some_and(|day| day <= start)).max_by_key(|lab| lab.date)?;
    let on_it = |lab: &&Lab| {
        lab.date.is_some_and(|day| {
            let in_time = reached(days_between(start, day), limits::MARKER_AFTER_MONTHS);
            in_time && taken.stopped.is_none_or(|stopped| day <= stopped)
        })
    };
    let after = results().filter(on_it).max_by_key(|lab| lab.date)?;
    same_unit(before.unit.as_deref()?, after.unit.as_deref()?).then_some(())?;
    let (from, to) = (before.value?, after.value?);
    if from <= 0.0 {
        return None;
    }
    let fall = 100.0 * (from - to) / from;
    let moved = if is_anabolic(taken.drug) { -fall } else { fall };
    let unchanged = Compared::exact(moved) < Compared::exact(limits::FAILURE_MARKER_PERCENT);
    // A result beyond the range of the method says at least so much, or at most.
    let at_least = match (before.comparator, after.comparator) {
        (None, None) => return Some(unchanged),
        (None | Some(Comparator::Above), None | Some(Comparator::Below)) => !is_anabolic(taken.drug),
        (None | Some(Comparator::Below), None | Some(Comparator::Above)) => is_anabolic(taken.drug),
        _ => return None,
    };
    (unchanged != at_least).then_some(unchanged)
}
