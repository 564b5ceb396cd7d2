//! Courses of treatment, as drug rules read them: how long, and what came straight before.

use crate::diagnosis::{days_of_months, or};
use crate::document::{Drug, Treatment};
use crate::evidence::{Evidence, Seen};
use crate::facts::{Person, days_between};
use crate::reference::thresholds::STRAIGHT_AFTER_DENOSUMAB_MONTHS;

use super::laboratory::between;

fn courses<'p>(person: &'p Person<'_>, drugs: &'static [Drug]) -> impl Iterator<Item = &'p Treatment> {
    let listed = person.document.treatments.as_deref().unwrap_or_default().iter();
    listed.filter(move |course| {
        course.drug.is_some_and(|drug| drugs.contains(&drug)) && person.counts(course.start)
    })
}

/// Whether any course of these drugs is listed.
pub(super) fn is_listed(evidence: &Evidence<'_>, drugs: &'static [Drug]) -> bool {
    courses(evidence.person, drugs).next().is_some()
}

/// Months on these drugs, all courses together: 12 are 365 days.
pub(super) fn months(evidence: &Evidence<'_>, drugs: &'static [Drug]) -> Seen {
    let person = evidence.person;
    let (mut least, mut most) = (0.0, if evidence.treatments_are_known() { 0.0 } else { f64::INFINITY });
    for course in courses(person, drugs) {
        // A course runs until it is stopped, and one that is to stop later runs until today.
        let stop = course.stop.filter(|&stop| person.counts(Some(stop))).or(person.today);
        match course.start.zip(stop) {
            Some((start, stop)) => {
                let months = days_between(start, stop).max(0.0) * 12.0 / days_of_months(12.0);
                (least, most) = (least + months, most + months);
            }
            None => most = f64::INFINITY,
        }
    }
    between(least, most)
}

/// The drugs whose loss of effect is not covered by bone that keeps them.
const BISPHOSPHONATES: &[Drug] =
    &[Drug::Alendronate, Drug::Risedronate, Drug::Ibandronate, Drug::Zoledronate];

/// Whether the next drug would follow denosumab straight: it is not stopped, or its last dose is recent, and no
/// bisphosphonate was begun after it.
pub(super) fn straight_after_denosumab(evidence: &Evidence<'_>) -> Option<bool> {
    let person = evidence.person;
    let none = evidence.treatments_are_known().then_some(false);
    courses(person, &[Drug::Denosumab]).fold(none, |any, course| {
        let stop = course.stop.filter(|&stop| person.counts(Some(stop)));
        let straight = match (stop, course.last_dose.or(stop), person.today) {
            (None, ..) => Some(true),
            (Some(_), Some(last), Some(today)) => {
                let bridged = courses(person, BISPHOSPHONATES)
                    .any(|bridge| bridge.start.is_some_and(|start| start >= last));
                let recent = days_between(last, today) <= days_of_months(STRAIGHT_AFTER_DENOSUMAB_MONTHS);
                Some(recent && !bridged)
            }
            _ => None,
        };
        or(any, straight)
    })
}

/// Whether a bisphosphonate was taken, or is.
pub(super) fn bisphosphonate_before(evidence: &Evidence<'_>) -> Option<bool> {
    if is_listed(evidence, BISPHOSPHONATES) {
        return Some(true);
    }
    let unnamed = is_listed(evidence, &[Drug::Other, Drug::Unspecified]);
    (evidence.treatments_are_known() && !unnamed).then_some(false)
}
