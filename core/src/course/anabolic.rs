//! Anabolic drugs: how long, and the antiresorptive drug that follows every one of them.

use crate::diagnosis::days_of_months;
use crate::document::guidance::CourseStatus;

use super::answer::{Action, CourseAnswer, CourseRule, CourseWhy};
use super::limits;
use super::taken::{Taken, after_months, is_antiresorptive, reached};

const RULE: CourseRule = CourseRule::AnabolicSequence;

/// Where an anabolic course stands; `None` once an antiresorptive drug has followed.
pub(super) fn sequence(taken: &Taken<'_>) -> Option<CourseAnswer> {
    let document = taken.evidence.person.document;
    let country = document.jurisdiction.as_deref().or(document.country.as_deref());
    let row = limits::anabolic(taken.drug, country)?;
    let new = |status, action| CourseAnswer::new(taken.drug, RULE, status, action);
    if let Some(stopped) = taken.stopped {
        if taken.goes_on_elsewhere() || taken.followed_by(stopped, is_antiresorptive).is_some() {
            return None;
        }
        return Some(
            new(CourseStatus::Switch, Action::StartAntiresorptiveNow)
                .by(Some(stopped))
                .because(CourseWhy::NoSuccessor),
        );
    }
    let most = f64::from(row.months);
    let Some((start, days)) = taken.treatment.start.and_then(|start| Some((start, taken.days()?))) else {
        return Some(CourseAnswer::unknown(taken.drug, RULE, taken.missing_days()));
    };
    // A drug that is given for a limited time in a life: earlier courses count.
    let earlier: f64 = taken
        .others()
        .filter(|other| other.drug == taken.drug)
        .filter_map(|o| (o.treatment.start < Some(start)).then(|| o.days()).flatten())
        .sum();
    let days = days + earlier.max(0.0);
    let end = after_months(start, most)
        .and_then(|end| end.checked_sub(jiff::Span::new().try_days(earlier as i64).ok()?).ok());
    let near = days_of_months(most) - days_of_months(limits::ANABOLIC_NEAR_END_MONTHS);
    Some(if reached(days, most) {
        new(CourseStatus::Stop, Action::SwitchToAntiresorptive).by(end).because(CourseWhy::MaximumReached)
    } else if days >= near {
        new(CourseStatus::Switch, Action::NameAntiresorptive).by(end).because(CourseWhy::MaximumNear)
    } else {
        new(CourseStatus::Continue, Action::AntiresorptiveAtMonths(row.months)).by(end)
    })
}
