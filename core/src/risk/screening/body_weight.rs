//! The body weight criterion: below 70 kg (table 1 of BMC Musculoskelet Disord 2008;9:13).

use crate::error::{Code, Refusal};
use crate::risk::points::{points as of, terms::body_weight as terms};
use crate::risk::{InNumbers, ModelAnswer, NoAnswer, Subject, models};

use super::decimal::Decimal;
use super::tool::{self, Verdict, Worse};

/// One point below 70 kg, none from 70 kg on. Weight 20-300 kg.
///
/// # Errors
/// A weight that is outside its range or no number.
///
/// ```
/// use osteon::risk::screening::body_weight::points;
/// assert_eq!([points(69.9)?, points(70.0)?], [1.0, 0.0]);
/// assert!(points(f64::NAN).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn points(weight_kg: f64) -> Result<f64, Refusal> {
    Ok(sum(tool::weight(weight_kg)?))
}

fn sum(weight: Decimal) -> f64 {
    of(terms::WEIGHT_KG, weight.to_f64()).unwrap_or_default()
}

fn verdict(weight: f64) -> Verdict {
    Verdict::at_least(sum(Decimal::of(weight)), terms::CUT_OFF_AT_LEAST)
}

fn reckon<E: NoAnswer>(subject: &Subject<'_>) -> Result<Verdict, E> {
    tool::weight_of(subject).map(verdict).ok_or_else(|| tool::no_weight(subject))
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    let women = subject.postmenopausal_only().map_err(Code::from);
    tool::numbers(to, women.and_then(|()| reckon(subject)))
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    tool::answer(&models::BODY_WEIGHT, subject, |subject, said| {
        subject.postmenopausal_only()?;
        tool::list_menopause(subject, said);
        let weight = tool::weight_of(subject);
        tool::list_weight(said, weight);
        let completions: Vec<_> =
            tool::weights(&weight, terms::WEIGHT_KG).iter().copied().map(verdict).collect();
        Ok(tool::outcome(reckon(subject), Worse::High, &completions))
    })
}
