//! Length and pause of a bisphosphonate, by NOGG 2024.

use crate::diagnosis::{and, past_fractures};
use crate::document::guidance::CourseStatus;
use crate::document::{FractureSite as S, Route, StopReason};
use crate::evidence::{SiteSet, Window};

use super::answer::{Action, CourseAnswer, CourseRule, CourseWhy};
use super::limits::{self, Duration};
use super::taken::{
    Criterion, Taken, after_months, any_holds, at_most, is_bisphosphonate, open_fields, reached, that_hold,
};

const RULE: CourseRule = CourseRule::DurationNogg;
const HIP_OR_VERTEBRA: SiteSet = SiteSet::of(&[S::ProximalFemur, S::Vertebra]);

/// Where the length of the course stands; `None` where the rule does not speak of the drug.
pub(super) fn duration(taken: &Taken<'_>) -> Option<CourseAnswer> {
    let row = limits::duration(taken.drug)?;
    // By vein NOGG speaks of zoledronate only.
    if taken.treatment.route.is_some_and(|route| route != row.route) {
        return None;
    }
    if taken.stopped.is_some() {
        return pause(taken, row);
    }
    let mut said = running(taken, row);
    if row.route == Route::Oral && taken.treatment.route.is_none() {
        said = said.because(CourseWhy::RouteReadAsOral);
    }
    Some(said)
}

fn running(taken: &Taken<'_>, row: &Duration) -> CourseAnswer {
    let new = |status, action| CourseAnswer::new(taken.drug, RULE, status, action);
    let start = first_start(taken);
    let Some((start, days)) = start.and_then(|start| Some((start, taken.days_since(start)?))) else {
        return CourseAnswer::unknown(taken.drug, RULE, taken.missing_days());
    };
    let (review, most) = (f64::from(row.review_months), f64::from(row.extend_to_months));
    if !reached(days, review) {
        return new(CourseStatus::Continue, Action::ContinueToReview)
            .by(after_months(start, review))
            .because(CourseWhy::NotYet);
    }
    let criteria = criteria(taken, start);
    let holds = that_hold(&criteria);
    let any = any_holds(&criteria);
    let over = reached(days, most);
    match any {
        Some(true) if over => new(CourseStatus::Continue, Action::SpecialistAdvice)
            .by(after_months(start, most))
            .because(CourseWhy::LongestCourse)
            .because_all(holds),
        Some(true) => new(CourseStatus::Continue, Action::ExtendToYears(row.extend_to_months / 12))
            .by(after_months(start, most))
            .because_all(holds),
        Some(false) => {
            let months = row.pause_reassess_months;
            let due = taken.today.and_then(|today| after_months(today, f64::from(months)));
            new(CourseStatus::Pause, Action::PauseReassessMonths(months))
                .by(due)
                .because(CourseWhy::NoneApplies)
        }
        None => CourseAnswer::unknown(taken.drug, RULE, open_fields(&criteria)),
    }
}

/// Where one bisphosphonate by mouth follows another, the first start of the chain.
fn first_start(taken: &Taken<'_>) -> Option<jiff::civil::Date> {
    let mut start = taken.treatment.start?;
    if taken.drug == crate::document::Drug::Zoledronate {
        return Some(start);
    }
    let oral = |other: &Taken<'_>| {
        limits::duration(other.drug).is_some_and(|row| row.route == Route::Oral)
            && other.treatment.route.is_none_or(|route| route == Route::Oral)
    };
    // Each turn finds an earlier start; a list has few.
    loop {
        let earlier = taken.others().filter(oral).find_map(|other| {
            let (from, to) = (other.treatment.start?, other.stopped?);
            let joined = after_months(to, limits::CHAIN_GAP_MONTHS)? >= start;
            (from < start && joined).then_some(from)
        });
        match earlier {
            Some(earlier) => start = earlier,
            None => return Some(start),
        }
    }
}

fn criteria(taken: &Taken<'_>, start: jiff::civil::Date) -> [Criterion; 5] {
    let e = taken.evidence;
    let dose = match (e.glucocorticoid.current, e.glucocorticoid.mg_per_day) {
        (Some(false), _) => Some(false),
        (current, Some(mg)) => and(current, Some(mg >= limits::EXTEND_GLUCOCORTICOID_MG)),
        _ => None,
    };
    let hip_t = at_most(taken.end_hip_t(), limits::EXTEND_HIP_T.to_f64());
    [
        (CourseWhy::AgeAtStart, old_at(taken, start), "birth_date"),
        (CourseWhy::HipOrVertebralFracture, e.fractures.at(HIP_OR_VERTEBRA, Window::Ever), "fractures"),
        (CourseWhy::Glucocorticoid, dose, "risk_factors.glucocorticoid.mg_per_day"),
        (CourseWhy::FractureOnTreatment, taken.any_fracture(), "fractures.on_treatment"),
        (CourseWhy::HipT, hip_t, "scans"),
    ]
}

/// Whether the person was old at the start. An age in whole years leaves a year open.
fn old_at(taken: &Taken<'_>, start: jiff::civil::Date) -> Option<bool> {
    let person = taken.evidence.person;
    let then = person.age_on(Some(start)).years();
    if then >= limits::EXTEND_AGE_YEARS {
        return Some(true);
    }
    let whole = person.document.birth_date.is_none() && person.age.years().fract() == 0.0;
    if whole && then + 1.0 > limits::EXTEND_AGE_YEARS { None } else { Some(false) }
}

/// A course that is over and was long enough: its pause, until it is reassessed.
fn pause(taken: &Taken<'_>, row: &Duration) -> Option<CourseAnswer> {
    let stopped = taken.stopped?;
    let long = taken.days().map(|days| reached(days, f64::from(row.review_months)));
    let completed = taken.treatment.stop_reason == Some(StopReason::Completed);
    // What stopped early, or was followed by another drug, is no pause.
    if long != Some(true) && !completed || taken.followed_by(stopped, |_| true).is_some() {
        return None;
    }
    let again = |other: &Taken<'_>| is_bisphosphonate(other.drug) && other.treatment.start >= Some(stopped);
    if taken.others().any(|other| again(&other)) {
        return None;
    }
    let new = |status, action| CourseAnswer::new(taken.drug, RULE, status, action);
    let broke = past_fractures(taken.evidence.person)
        .any(|f| and(f.fragility, f.happened_after(stopped, taken.today)) == Some(true));
    if broke {
        return Some(
            new(CourseStatus::Due, Action::ReassessNow).by(taken.today).because(CourseWhy::FractureInPause),
        );
    }
    let months = f64::from(row.pause_reassess_months);
    let due = after_months(stopped, months);
    let Some(days) = taken.days_since(stopped) else {
        return Some(CourseAnswer::unknown(taken.drug, RULE, vec!["assessed_on"]));
    };
    Some(if reached(days, months) {
        new(CourseStatus::Due, Action::ReassessNow).by(due)
    } else {
        new(CourseStatus::Pause, Action::PauseReassessMonths(row.pause_reassess_months)).by(due)
    })
}
