//! Rates of attendance: one service has several, that differ by nothing but the denominator.

use crate::fls::journey::{EndCause, Journey, Step, StepOutcome};
use crate::fls::output::NamedRate;
use crate::fls::pathway::clock::{DXA_WITHIN_DAYS, days_after};
use crate::fls::rate::Rate;

use super::count;

/// Attended of all who were identified, of those who were invited, and of those whom there was to invite; of a
/// door also of all doors together. None where nothing says who came.
pub(super) fn rates(members: &[&Journey], all_doors: Option<u64>) -> Vec<NamedRate> {
    if !members.iter().any(|journey| journey.attended.is_known()) {
        return Vec::new();
    }
    let attended = |journey: &&&Journey| journey.attended.is_done();
    let number = |is: &dyn Fn(&&&Journey) -> bool| {
        let found: Vec<&&Journey> = members.iter().filter(|journey| is(journey)).collect();
        count(&found)
    };
    let came = number(&attended);
    let invited = |journey: &&&Journey| journey.invited.is_done();
    let rate = |id: &str, numerator: u64, denominator: u64| NamedRate {
        id: id.to_owned(),
        rate: Rate { numerator, denominator }.into(),
    };
    let mut rates = vec![
        rate("attended_of_identified", came, count(members)),
        rate("attended_of_invited", number(&|j| attended(j) && invited(j)), number(&invited)),
        rate("attended_of_invitable", came, number(&|journey| is_invitable(journey))),
    ];
    if let Some(identified) = all_doors {
        rates.push(rate("attended_of_identified_all_doors", came, identified));
    }
    rates
}

/// Whether there was somebody to invite: whoever was invited; else neither rightly left out, nor dead or moved
/// before that could be. Who lived on for the weeks of an assessment could have been invited.
fn is_invitable(journey: &Journey) -> bool {
    let in_time = days_after(journey.day, DXA_WITHIN_DAYS);
    let gone = journey.end.is_some_and(|(cause, on)| cause != EndCause::Refractured && on <= in_time);
    let left_out = |step: Step| {
        matches!(
            step,
            Step::Not { outcome: StepOutcome::NotInvited | StepOutcome::Dead | StepOutcome::Moved, .. }
        )
    };
    journey.attended.is_done()
        || journey.invited.is_done()
        || !(left_out(journey.invited) || left_out(journey.attended) || gone)
}
