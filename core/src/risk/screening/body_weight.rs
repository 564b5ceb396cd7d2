//! The body weight criterion: below 70 kg (table 1 of BMC Musculoskelet Disord 2008;9:13).

use crate::error::Refusal;
use crate::risk::points::{points as of, terms::body_weight as terms};
use crate::risk::{ModelAnswer, Subject, models};

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
    Ok(of(terms::WEIGHT_KG, tool::weight(weight_kg)?.to_f64()).unwrap_or_default())
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    tool::answer(&models::BODY_WEIGHT, subject, |subject, said| {
        tool::postmenopausal(subject, said)?;
        let weight = tool::weight_of(subject, said);
        let verdict =
            |weight| points(weight).map(|points| Verdict::at_least(points, terms::CUT_OFF_AT_LEAST));
        let completions = tool::weights(weight, terms::WEIGHT_KG).filter_map(|weight| verdict(weight).ok());
        let read = weight.ok_or_else(|| tool::no_weight(subject)).and_then(verdict);
        Ok(tool::outcome(read, Worse::High, completions))
    })
}
