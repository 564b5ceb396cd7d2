//! MORES, the Male Osteoporosis Risk Estimation Score (Shepherd 2007).
//!
//! The bands and the cut-off were seen in the paper; the points of each band are recalled.

use crate::error::Refusal;
use crate::risk::points::{points as of, terms::mores as terms};
use crate::risk::{ModelAnswer, Remark, Subject, models};

use super::tool::{self, Asked, Verdict, Worse};

/// Points for age (completed years, from 50), weight (20-300 kg) and chronic obstructive pulmonary
/// disease: 0 to 13.
///
/// # Errors
/// An age below 50 or above 120, and a weight that is outside its range or no number.
///
/// ```
/// use osteon::risk::screening::mores::points;
/// assert_eq!(points(60, 85.0, true)?, 6.0);
/// assert!(points(49, 85.0, true).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn points(age_years: u8, weight_kg: f64, copd: bool) -> Result<f64, Refusal> {
    let age = of(terms::AGE_YEARS, tool::age_from(age_years, terms::FROM_AGE)?).unwrap_or_default();
    let weight = of(terms::WEIGHT_KG, tool::weight(weight_kg)?.to_f64()).unwrap_or_default();
    Ok(age + weight + if copd { terms::COPD } else { 0.0 })
}

/// Whether the points are a reason to measure; `None` for NaN.
#[must_use]
pub fn at_cut_off(points: f64) -> Option<bool> {
    tool::number(points).map(|points| points >= terms::CUT_OFF_AT_LEAST)
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    tool::answer(&models::MORES, subject, |subject, said| {
        subject.men_only()?;
        let age = tool::age_of(subject, said, terms::FROM_AGE)?;
        let weight = tool::weight_of(subject, said);
        let copd = Asked::of("risk_factors.copd", subject.person.risk_factor(|r| r.copd));
        said.input("copd", copd.read);
        let verdict = |weight, copd| {
            points(age, weight, copd).map(|points| Verdict::at_least(points, terms::CUT_OFF_AT_LEAST))
        };
        let known = weight.ok_or_else(|| tool::no_weight(subject));
        copd.list(said, |other| known.clone().and_then(|weight| verdict(weight, other)));
        let completions = tool::weights(weight, terms::WEIGHT_KG)
            .flat_map(|weight| copd.could().filter_map(move |copd| verdict(weight, copd).ok()));
        let read = known.clone().and_then(|weight| verdict(weight, copd.read));
        let mut outcome = tool::outcome(read, Worse::High, completions);
        if said.in_full {
            outcome.flags.push(Remark {
                code: "points_recalled",
                text:
                    "the bands and the cut-off were seen in the paper; the points of each band are recalled"
                        .to_owned(),
            });
        }
        Ok(outcome)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "points are whole")]

    use super::*;

    #[test]
    fn both_edges_of_each_band() {
        let by_age = |age| points(age, 90.0, false).unwrap();
        assert_eq!([50, 55, 56, 74, 75].map(by_age), [0.0, 0.0, 3.0, 3.0, 4.0]);
        let by_weight = |weight| points(50, weight, false).unwrap();
        assert_eq!([70.0, 70.1, 80.0, 80.1].map(by_weight), [6.0, 4.0, 4.0, 0.0]);
        assert_eq!([5.0, 6.0, f64::NAN].map(at_cut_off), [Some(false), Some(true), None]);
        assert!(points(49, 80.0, false).is_err() && points(60, f64::NAN, false).is_err());
    }
}
