//! A supplied probability adjusted for the trabecular bone score (McCloskey 2016).
//!
//! The coefficients were seen in one transcription; the paper is still to be read. The effect of TBS
//! weakens with age. For the hip the equation turns at 80.4 years, so that from 81 on a higher TBS
//! raises the probability: by 0.009 on the logit for each 0.1 of TBS at 81, and 0.150 at 90.

use super::adjust::{self, adjust};
use super::{
    InNumbers, Model, ModelAnswer, NoAnswer, Outcome, Remark, Subject, missing, models, mof_or_hip,
    probability, published_age,
};
use crate::densitometry::tbs;
use crate::error::{Code, Refusal};
use crate::facts::limits;
use crate::math::{exp, ln};

/// Coefficients on the logit of the adjusted probability.
struct Coefficients {
    a0: f64,
    a1: f64,
    a2: f64,
    a3: f64,
    a4: f64,
}

include!(concat!(env!("OUT_DIR"), "/frax_tbs.rs"));

impl Coefficients {
    fn of(outcome: Outcome) -> Result<&'static Self, Refusal> {
        match outcome {
            Outcome::Mof => Ok(&MOF),
            Outcome::Hip => Ok(&HIP),
            _ => Err(mof_or_hip(outcome)),
        }
    }
}

/// `100 / (1 + exp(-w))`, %, with `w = a0 + a1 TBS + a2 age + a3 TBS age + a4 L` and
/// `L = -ln(100/p - 1)`: a supplied ten-year probability `percent` (0-100 %, neither of them) adjusted
/// for a TBS (0.5-2.0, no unit) at an age of 40-90 completed years.
///
/// ```
/// use osteon::risk::Outcome;
/// use osteon::risk::supplied_frax::trabecular_bone_score::adjusted;
/// assert!((adjusted(Outcome::Mof, 10.0, 65, 1.300)? - 10.22).abs() < 0.005);
/// assert!((adjusted(Outcome::Hip, 3.0, 65, 1.300)? - 2.83).abs() < 0.005);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
/// Another outcome than `mof` and `hip`; a percentage, an age or a TBS that is not finite or is out of
/// range.
pub fn adjusted(outcome: Outcome, percent: f64, age_years: u8, tbs: f64) -> Result<f64, Refusal> {
    adjusted_by(Coefficients::of(outcome)?, percent, age_years, tbs)
}

fn adjusted_by<E: NoAnswer>(
    coefficients: &Coefficients,
    percent: f64,
    age_years: u8,
    tbs: f64,
) -> Result<f64, E> {
    let Coefficients { a0, a1, a2, a3, a4 } = coefficients;
    let p = probability::<E>(percent)?;
    if p <= 0.0 || p >= 100.0 {
        return Err(E::because(Code::OutOfRange, "percent", p, || "0-100 %, neither 0 nor 100".into()));
    }
    let age = published_age::<E>(age_years)?;
    if !tbs.is_finite() {
        return Err(E::because(Code::NotFinite, "tbs", tbs, || "must be a number".into()));
    }
    if !(limits::TBS.low..=limits::TBS.high).contains(&tbs) {
        return Err(E::because(Code::OutOfRange, "tbs", tbs, || limits::TBS.words.into()));
    }
    let l = -ln(100.0 / p - 1.0);
    let w = a0 + a1 * tbs + a2 * age + a3 * tbs * age + a4 * l;
    Ok(100.0 / (1.0 + exp(-w)))
}

/// How the logit changes for one unit of TBS, at an age of 40-90 completed years: below 0 where a higher
/// TBS lowers the probability.
///
/// # Errors
/// Another outcome than `mof` and `hip`; an age out of range.
pub fn slope(outcome: Outcome, age_years: u8) -> Result<f64, Refusal> {
    let Coefficients { a1, a3, .. } = Coefficients::of(outcome)?;
    Ok(a1 + a3 * published_age::<Refusal>(age_years)?)
}

/// The score that counts.
fn score<E: NoAnswer>(subject: &Subject<'_>) -> Result<f64, E> {
    let latest = tbs(subject.person).map(|tbs| tbs.value);
    latest.ok_or_else(|| missing("tbs", "the model needs a TBS").into())
}

fn reckon<E: NoAnswer>(subject: &Subject<'_>, coefficients: &Coefficients, supplied: f64) -> Result<f64, E> {
    let score = score::<E>(subject)?;
    adjusted_by(coefficients, supplied, subject.person.age.completed_years(), score)
}

pub(crate) fn mof_numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    adjust::numbers(to, subject, Outcome::Mof, |supplied| reckon(subject, &MOF, supplied))
}

pub(crate) fn hip_numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    adjust::numbers(to, subject, Outcome::Hip, |supplied| reckon(subject, &HIP, supplied))
}

pub(crate) fn mof_tbs_adjusted(subject: &Subject<'_>) -> ModelAnswer {
    answer(subject, &models::SUPPLIED_MOF_TBS_ADJUSTED, Outcome::Mof, &MOF)
}

pub(crate) fn hip_tbs_adjusted(subject: &Subject<'_>) -> ModelAnswer {
    answer(subject, &models::SUPPLIED_HIP_TBS_ADJUSTED, Outcome::Hip, &HIP)
}

fn answer(
    subject: &Subject<'_>,
    model: &'static Model,
    outcome: Outcome,
    coefficients: &Coefficients,
) -> ModelAnswer {
    adjust(subject, model, outcome, |supplied, said, answer| {
        let age = subject.person.age.completed_years();
        let score = score::<Refusal>(subject)?;
        let adjusted = reckon::<Refusal>(subject, coefficients, supplied);
        if !said.in_full {
            return adjusted;
        }
        said.input("age_years", subject.age());
        said.input("tbs", score);
        answer.flags.push(Remark {
            code: "one_transcription",
            text: "the coefficients were seen in one transcription, not yet in the paper".to_owned(),
        });
        let slope = slope(outcome, age)?;
        if slope > 0.0 {
            answer.flags.push(Remark {
                code: "tbs_reversed",
                text: format!(
                    "at {age} years the equation raises this probability with a higher TBS, by {:.3} on the \
                     logit for each 0.1",
                    slope / 10.0
                ),
            });
        }
        adjusted
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slope_falls_with_age_and_turns_for_the_hip_alone() {
        let ages = || 40_u8..=90;
        assert!(ages().all(|age| slope(Outcome::Mof, age).unwrap() < 0.0));
        for age in ages() {
            assert_eq!(slope(Outcome::Hip, age).unwrap() > 0.0, age >= 81, "{age}");
        }
        assert!((slope(Outcome::Hip, 81).unwrap() - 0.090).abs() < 1e-9);
        assert!((slope(Outcome::Hip, 90).unwrap() - 1.503).abs() < 1e-9);
        assert!((slope(Outcome::Mof, 50).unwrap() + 2.248).abs() < 1e-9);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let code = |percent, age, tbs| adjusted(Outcome::Mof, percent, age, tbs).unwrap_err().code;
        for percent in [0.0, 100.0, -1.0, 101.0] {
            assert_eq!(code(percent, 60, 1.3), Code::OutOfRange, "{percent} %");
        }
        assert_eq!(code(f64::NAN, 60, 1.3), Code::NotFinite);
        assert_eq!(code(10.0, 60, f64::NAN), Code::NotFinite);
        assert_eq!(code(10.0, 60, 0.49), Code::OutOfRange);
        assert_eq!(code(10.0, 39, 1.3), Code::OutOfRange);
        assert_eq!(code(10.0, 91, 1.3), Code::OutOfRange);
        assert_eq!(adjusted(Outcome::Death, 10.0, 60, 1.3).unwrap_err().code, Code::NotPublished);
    }

    #[test]
    fn extreme_probabilities_stay_probabilities() {
        for percent in [f64::MIN_POSITIVE, 1e-300, 1e-9, 99.999_999_999_999_99] {
            for outcome in [Outcome::Mof, Outcome::Hip] {
                let p = adjusted(outcome, percent, 60, 1.0).unwrap();
                assert!((0.0..=100.0).contains(&p), "{percent} -> {p}");
            }
        }
    }
}
