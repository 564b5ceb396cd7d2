//! Treatment that needs somebody today: a dose that is due, a drug that stopped.

use jiff::civil::Date;

use crate::document::Drug;
use crate::fls::drug::Course;
use crate::fls::journey::{Journey, OnTreatment};

use super::limits::{DENOSUMAB_LAPSED_FOR_DAYS, DENOSUMAB_NOTICE_DAYS, days_until};

/// Denosumab whose next dose is due or overdue, or that ended with nothing after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Denosumab {
    /// The next dose is due on this day, within the notice or past.
    Due(Date),
    /// The cover ended on this day, and no drug followed.
    Lapsed(Date),
}

/// The alarm of denosumab: after a dose left out, vertebrae break within months.
pub(super) fn denosumab(journey: &Journey, as_of: Date) -> Option<Denosumab> {
    // After so long the end of denosumab is a treatment that stopped, like any other.
    let still_an_alarm = |since: Date| days_until(since, as_of) <= i64::from(DENOSUMAB_LAPSED_FOR_DAYS);
    if let Some(calendar) = journey.denosumab {
        let near = days_until(as_of, calendar.due) <= i64::from(DENOSUMAB_NOTICE_DAYS);
        return (near && still_an_alarm(calendar.due)).then_some(Denosumab::Due(calendar.due));
    }
    let last = lapsed_course(journey, as_of).filter(|course| course.drug == Drug::Denosumab)?;
    still_an_alarm(last.covered_until).then_some(Denosumab::Lapsed(last.covered_until))
}

/// Whether a course runs on a day.
pub(super) fn on_treatment(journey: &Journey, as_of: Date) -> bool {
    journey.courses.iter().any(|course| runs(course, as_of))
}

fn runs(course: &Course, as_of: Date) -> bool {
    course.start <= as_of && course.stopped_on.is_none_or(|stopped| stopped > as_of)
}

/// The last course, where it stopped without a plan and none runs. Denosumab has no end that may be left alone:
/// a switch that was planned and never came is one more dose left out.
fn lapsed_course(journey: &Journey, as_of: Date) -> Option<&Course> {
    let last =
        journey.courses.iter().filter(|c| c.start <= as_of).max_by_key(|c| (c.covered_until, c.start))?;
    let may_end = last.planned_end && last.drug != Drug::Denosumab;
    (!on_treatment(journey, as_of) && !may_end).then_some(last)
}

/// A drug that stopped after the fracture without a plan, the last day of its cover, and the reason as a key.
pub(super) fn stopped(journey: &Journey, as_of: Date) -> Option<(Drug, Date, Option<&'static str>)> {
    if on_treatment(journey, as_of) {
        return None;
    }
    let found = if journey.courses.is_empty() {
        stopped_as_seen(journey)
    } else {
        let last = lapsed_course(journey, as_of)?;
        Some((last.drug, last.covered_until, last.stop_reason.map(crate::document::StopReason::as_str)))
    };
    let (drug, since, reason) = found?;
    let looked_at = journey.treatment_reviewed.done_on().is_some_and(|on| on > since);
    (since >= journey.day && !looked_at).then_some((drug, since, reason))
}

/// What the looks at 12 months, 52 weeks and 24 months say, the latest first.
fn stopped_as_seen(journey: &Journey) -> Option<(Drug, Date, Option<&'static str>)> {
    let looks =
        [journey.on_treatment_24_months, journey.on_treatment_12_months, journey.on_treatment_52_weeks];
    let known = looks.into_iter().find(|look| matches!(look, OnTreatment::Yes(_) | OnTreatment::No { .. }));
    match known {
        Some(OnTreatment::No { drug, since, reason }) => {
            let completed = reason == Some(crate::document::StopReason::Completed);
            (!completed).then_some((drug, since, reason.map(crate::document::StopReason::as_str)))
        }
        _ => None,
    }
}
