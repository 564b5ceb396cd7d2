//! Denosumab: the next dose, and the end, which no rule of length or pause ever decides.

use jiff::civil::Date;

use crate::diagnosis::days_of_months;
use crate::document::guidance::CourseStatus;
use crate::document::{Drug, SpineImagingResult};
use crate::facts::days_between;
use crate::safety::Product;

use super::answer::{Action, CourseAnswer, CourseRule, CourseWhy};
use super::calcium;
use super::taken::{Taken, after_months, is_bisphosphonate, reached};
use super::{limits, pregnancy};

/// What is said of denosumab.
pub(super) fn denosumab(taken: &Taken<'_>) -> Option<CourseAnswer> {
    if taken.goes_on_elsewhere() {
        return None;
    }
    let said = match taken.stopped {
        None => running(taken),
        Some(stopped) => after_the_end(taken, stopped),
    };
    said.map(|said| pregnancy::no_dose(taken, said))
}

/// A course without an end; a drug begun since the last dose ends it, whether or not anybody wrote so.
fn running(taken: &Taken<'_>) -> Option<CourseAnswer> {
    let last = last_dose(taken);
    let since = |fits| {
        let next: Taken<'_> = taken.followed_by(last?, fits)?;
        (next.treatment.start >= last).then_some(next)
    };
    if let Some(next) = since(is_bisphosphonate) {
        return after_bisphosphonate(taken, last, &next);
    }
    Some(if since(is_rebound_anabolic).is_some() { anabolic_followed(taken) } else { next_dose(taken) })
}

/// Anabolic drugs that after denosumab do not hold what was gained.
const fn is_rebound_anabolic(drug: Drug) -> bool {
    matches!(drug, Drug::Teriparatide | Drug::Abaloparatide)
}

fn anabolic_followed(taken: &Taken<'_>) -> CourseAnswer {
    let rule = CourseRule::DenosumabExit;
    CourseAnswer::new(Drug::Denosumab, rule, CourseStatus::Switch, Action::SpecialistAdvice)
        .by(taken.today)
        .because(CourseWhy::AnabolicFollowed)
        .because(CourseWhy::NoAnabolicAfter)
}

/// The day of the last dose: stated, or the first where there was no other.
fn last_dose(taken: &Taken<'_>) -> Option<Date> {
    let stated = taken.treatment.last_dose.filter(|&day| taken.evidence.person.counts(Some(day)));
    stated.or_else(|| {
        let start = taken.treatment.start?;
        let single = taken.treatment.doses == Some(1);
        let recent =
            taken.days_since(start).is_some_and(|days| !reached(days, limits::DENOSUMAB_BOOK_MONTHS));
        (single || recent).then_some(start)
    })
}

/// Whether so many doses were given that a delay is a risk of rebound.
fn many_doses(taken: &Taken<'_>, last: Option<Date>) -> Option<bool> {
    let counted = taken.treatment.doses.map(|doses| f64::from(doses) >= limits::DENOSUMAB_REBOUND_DOSES);
    counted.or_else(|| {
        let days = days_between(taken.treatment.start?, last?);
        reached(days, limits::DENOSUMAB_BOOK_MONTHS).then_some(true)
    })
}

/// Past the limit of a delay, what it means; doses that are not stated are read as many.
fn rebound(taken: &Taken<'_>, last: Date, said: CourseAnswer) -> CourseAnswer {
    let mut said = said;
    match many_doses(taken, Some(last)) {
        Some(false) => return said,
        Some(true) => {}
        None => {
            said.reasons.push(CourseWhy::DosesUnknown);
            said.missing.push("treatments.doses");
        }
    }
    said.action = Action::EscalateReboundRisk;
    said.reasons.insert(0, CourseWhy::ReboundRisk);
    said
}

fn is_late(days: f64) -> bool {
    days > days_of_months(limits::DENOSUMAB_REBOUND_MONTHS)
}

fn next_dose(taken: &Taken<'_>) -> CourseAnswer {
    let rule = CourseRule::DenosumabDelay;
    let new = |status, action| CourseAnswer::new(Drug::Denosumab, rule, status, action);
    let last = last_dose(taken);
    let warned =
        |said: CourseAnswer| said.because(CourseWhy::NeverStopped).because(CourseWhy::NoAnabolicAfter);
    let Some((last, days)) = last.and_then(|last| Some((last, taken.days_since(last)?))) else {
        if last.is_some() {
            return warned(CourseAnswer::unknown(Drug::Denosumab, rule, vec!["assessed_on"]));
        }
        let mut said = CourseAnswer::unknown(Drug::Denosumab, rule, vec!["treatments.last_dose"]);
        said.action = Action::FindLastDose;
        return warned(said.by(taken.today));
    };
    let due = after_months(last, limits::DENOSUMAB_DUE_MONTHS);
    if taken.treatment.planned_stop.is_some() && !is_late(days) {
        let months = limits::DENOSUMAB_EXIT_MONTHS as u32;
        let said = CourseAnswer::new(
            Drug::Denosumab,
            CourseRule::DenosumabExit,
            CourseStatus::Switch,
            Action::ZoledronateAtMonths(months),
        );
        return warned(said.by(due).because(CourseWhy::StopPlanned));
    }
    let said = warned(dose(days, &new, due, |said| rebound(taken, last, said)));
    if said.status == CourseStatus::Continue { said } else { calcium::first(taken, Product::Denosumab, said) }
}

/// The next dose beside a hazard that sends denosumab to a specialist: late it is late all the same, and nobody but
/// the specialist gives it.
pub(super) fn delay_to_specialist(taken: &Taken<'_>) -> Option<CourseAnswer> {
    if taken.drug != Drug::Denosumab {
        return None;
    }
    let mut said = denosumab(taken).filter(|said| said.rule == CourseRule::DenosumabDelay)?;
    if matches!(said.action, Action::NextDoseAtMonths(_) | Action::BookNextDose | Action::GiveNow) {
        said.action = Action::SpecialistAtOnce;
    }
    if said.status == CourseStatus::Continue {
        said.status = CourseStatus::Switch;
    }
    Some(said)
}

/// Booked at 5 months, due at 6, overdue from then, and a risk of rebound beyond 7.
fn dose(
    days: f64,
    new: &dyn Fn(CourseStatus, Action) -> CourseAnswer,
    due: Option<Date>,
    rebound: impl Fn(CourseAnswer) -> CourseAnswer,
) -> CourseAnswer {
    let six = days_of_months(limits::DENOSUMAB_DUE_MONTHS);
    if !reached(days, limits::DENOSUMAB_BOOK_MONTHS) {
        new(CourseStatus::Continue, Action::NextDoseAtMonths(limits::DENOSUMAB_DUE_MONTHS as u32)).by(due)
    } else if days < six {
        new(CourseStatus::Due, Action::BookNextDose).by(due)
    } else if days <= six {
        new(CourseStatus::Due, Action::GiveNow).by(due)
    } else if is_late(days) {
        rebound(new(CourseStatus::Overdue, Action::GiveNow).by(due))
    } else {
        new(CourseStatus::Overdue, Action::GiveNow).by(due)
    }
}

/// What must follow, and has not.
fn after_the_end(taken: &Taken<'_>, stopped: Date) -> Option<CourseAnswer> {
    let rule = CourseRule::DenosumabExit;
    let new = |status, action| CourseAnswer::new(Drug::Denosumab, rule, status, action);
    let stated = last_dose(taken);
    let last = stated.unwrap_or(stopped);
    if let Some(next) = taken.followed_by(last, is_bisphosphonate) {
        return after_bisphosphonate(taken, stated, &next);
    }
    if taken.followed_by(last, is_rebound_anabolic).is_some() {
        return Some(anabolic_followed(taken));
    }
    let due = after_months(last, limits::DENOSUMAB_EXIT_MONTHS);
    let Some(days) = taken.days_since(last) else {
        return Some(CourseAnswer::unknown(Drug::Denosumab, rule, vec!["assessed_on"]));
    };
    let six = days_of_months(limits::DENOSUMAB_EXIT_MONTHS);
    let mut said = if days < six {
        new(CourseStatus::Switch, Action::ZoledronateAtMonths(limits::DENOSUMAB_EXIT_MONTHS as u32))
    } else if days <= six {
        new(CourseStatus::Due, Action::ZoledronateNow)
    } else {
        new(CourseStatus::Overdue, Action::ZoledronateNow)
    };
    if is_late(days) {
        said = rebound(taken, last, said);
    }
    if stated.is_none() {
        said.missing.push("treatments.last_dose");
    }
    if said.status != CourseStatus::Switch {
        said = calcium::first(taken, Product::Zoledronate, said);
    }
    Some(
        said.by(due)
            .because(CourseWhy::NoSuccessor)
            .because(CourseWhy::NeverStopped)
            .because(CourseWhy::NoAnabolicAfter),
    )
}

/// CTX at 3 and at 6 months after the drug that follows, and after one that came late a look at the spine.
fn after_bisphosphonate(taken: &Taken<'_>, last: Option<Date>, next: &Taken<'_>) -> Option<CourseAnswer> {
    let given = next.treatment.start?;
    let days = taken.days_since(given)?;
    let new = |status, action| CourseAnswer::new(Drug::Denosumab, CourseRule::DenosumabExit, status, action);
    let late = last.is_some_and(|last| is_late(days_between(last, given)));
    if late && many_doses(taken, last) != Some(false) && next.stopped.is_none() && !imaged_since(taken, given)
    {
        let said = new(CourseStatus::Due, Action::LookForVertebralFractures).by(taken.today);
        return Some(said.because(CourseWhy::SuccessorLate));
    }
    let due = [limits::DENOSUMAB_EXIT_CTX_FIRST_MONTHS, limits::DENOSUMAB_EXIT_CTX_SECOND_MONTHS]
        .into_iter()
        .find(|&months| days <= days_of_months(months))?;
    Some(new(CourseStatus::Continue, Action::CtxAtThreeAndSixMonths).by(after_months(given, due)))
}

/// Whether the spine was imaged, with a result, on this day or later.
fn imaged_since(taken: &Taken<'_>, day: Date) -> bool {
    let person = taken.evidence.person;
    person.document.spine_imaging.as_deref().unwrap_or_default().iter().any(|imaging| {
        matches!(imaging.result, Some(SpineImagingResult::Fracture | SpineImagingResult::None))
            && imaging.date.is_some_and(|imaged| imaged >= day && person.counts(Some(imaged)))
    })
}
