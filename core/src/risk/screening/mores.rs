//! MORES, the Male Osteoporosis Risk Estimation Score (Shepherd 2007).
//!
//! The bands and the cut-off were seen in the paper; the points of each band are recalled.

use crate::error::{Code, Refusal};
use crate::risk::points::{points as of, terms::mores as terms};
use crate::risk::{FieldSet, InNumbers, ModelAnswer, NoAnswer, Remark, Subject, Unknowns, models};

use super::decimal::Decimal;
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
    tool::age_from(age_years, terms::FROM_AGE)?;
    Ok(sum(age_years, tool::weight(weight_kg)?, copd))
}

fn sum(age_years: u8, weight: Decimal, copd: bool) -> f64 {
    let age = of(terms::AGE_YEARS, f64::from(age_years)).unwrap_or_default();
    let weight = of(terms::WEIGHT_KG, weight.to_f64()).unwrap_or_default();
    age + weight + if copd { terms::COPD } else { 0.0 }
}

/// Whether the points are a reason to measure; `None` for NaN.
#[must_use]
pub fn at_cut_off(points: f64) -> Option<bool> {
    tool::number(points).map(|points| points >= terms::CUT_OFF_AT_LEAST)
}

/// What the tool reads of a man.
struct Read {
    age_years: u8,
    weight: Option<f64>,
    copd: Asked,
}

impl Read {
    fn of<E: NoAnswer>(subject: &Subject<'_>) -> Result<Self, E> {
        subject.men_only()?;
        Ok(Self {
            age_years: tool::age_of::<E>(subject, terms::FROM_AGE)?,
            weight: tool::weight_of(subject),
            copd: Asked::of("risk_factors.copd", subject.person.risk_factor(|r| r.copd)),
        })
    }

    fn verdict(&self, weight: f64, copd: bool) -> Verdict {
        Verdict::at_least(sum(self.age_years, Decimal::of(weight), copd), terms::CUT_OFF_AT_LEAST)
    }

    fn reckon<E: NoAnswer>(&self, subject: &Subject<'_>) -> Result<Verdict, E> {
        let weight = self.weight.ok_or_else(|| tool::no_weight(subject));
        weight.map(|weight| self.verdict(weight, self.copd.read))
    }

    /// Lists what was unknown, with the verdict of the other reading.
    fn list_unknowns(&self, to: &mut impl Unknowns) {
        self.copd.list(to, |other| self.weight.map(|weight| self.verdict(weight, other)));
    }
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    tool::numbers(to, Read::of(subject).and_then(|read| read.reckon(subject)))
}

/// The fields that the tool may read something into.
pub(crate) const FIELDS: &[&str] = &["risk_factors.copd"];

pub(crate) fn unknowns(subject: &Subject<'_>, to: &mut FieldSet) {
    if let Ok(read) = Read::of::<Code>(subject) {
        read.list_unknowns(to);
    }
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    tool::answer(&models::MORES, subject, |subject, said| {
        let read = Read::of::<Refusal>(subject)?;
        let copd = read.copd;
        tool::list_age(subject, said, terms::FROM_AGE, read.age_years);
        tool::list_weight(said, read.weight);
        said.input("copd", copd.read);
        read.list_unknowns(said);
        let mut completions = Vec::new();
        for &weight in &*tool::weights(&read.weight, terms::WEIGHT_KG) {
            completions.extend(copd.could().map(|copd| read.verdict(weight, copd)));
        }
        let mut outcome = tool::outcome(read.reckon(subject), Worse::High, &completions);
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
