//! The next dose of zoledronate.

use crate::diagnosis::days_of_months;
use crate::document::guidance::CourseStatus;
use crate::safety::Product;

use super::answer::{Action, CourseAnswer, CourseRule};
use super::calcium;
use super::limits::ZOLEDRONATE_INTERVAL_MONTHS;
use super::taken::{Taken, after_months};

const RULE: CourseRule = CourseRule::ZoledronateInterval;

/// Where the next dose stands.
pub(super) fn next_dose(taken: &Taken<'_>) -> CourseAnswer {
    let person = taken.evidence.person;
    let stated = taken.treatment.last_dose.filter(|&day| person.counts(Some(day)));
    let start = taken.treatment.start;
    let first_year = |start| {
        taken.days_since(start).is_some_and(|days| days < days_of_months(ZOLEDRONATE_INTERVAL_MONTHS))
    };
    let single = taken.treatment.doses == Some(1);
    let last = stated.or_else(|| start.filter(|&start| single || first_year(start)));
    let Some((last, days)) = last.and_then(|last| Some((last, taken.days_since(last)?))) else {
        let field = if last.is_some() { "assessed_on" } else { "treatments.last_dose" };
        return CourseAnswer::unknown(taken.drug, RULE, vec![field]);
    };
    let year = days_of_months(ZOLEDRONATE_INTERVAL_MONTHS);
    let (status, action) = if days < year {
        (CourseStatus::Continue, Action::NextDoseAtMonths(ZOLEDRONATE_INTERVAL_MONTHS as u32))
    } else if days <= year {
        (CourseStatus::Due, Action::GiveNow)
    } else {
        (CourseStatus::Overdue, Action::GiveNow)
    };
    let said = CourseAnswer::new(taken.drug, RULE, status, action)
        .by(after_months(last, ZOLEDRONATE_INTERVAL_MONTHS));
    if status == CourseStatus::Continue { said } else { calcium::first(taken, Product::Zoledronate, said) }
}
