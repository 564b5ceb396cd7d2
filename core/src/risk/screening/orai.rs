//! ORAI, the Osteoporosis Risk Assessment Instrument (Cadarette 2000).

use crate::error::{Code, Refusal};
use crate::risk::points::{points as of, terms::orai as terms};
use crate::risk::{FieldSet, InNumbers, ModelAnswer, NoAnswer, Subject, Unknowns, models};

use super::decimal::Decimal;
use super::tool::{self, Asked, Verdict, Worse};

/// Points for age (completed years, from 45), weight (20-300 kg) and no oestrogen now: 0 to 26.
///
/// The cuts are at 60.0 and 70.0 kg. A weight in pounds is converted first: 154 lb are 69.85 kg, below
/// the cut, where implementations that cut at whole pounds put them above it.
///
/// # Errors
/// An age below 45 or above 120, and a weight that is outside its range or no number.
///
/// ```
/// use osteon::risk::screening::orai::points;
/// assert_eq!(points(60, 55.0, false)?, 16.0);
/// assert!(points(44, 55.0, false).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn points(age_years: u8, weight_kg: f64, current_oestrogen: bool) -> Result<f64, Refusal> {
    tool::age_from(age_years, terms::FROM_AGE)?;
    Ok(sum(age_years, tool::weight(weight_kg)?, current_oestrogen))
}

fn sum(age_years: u8, weight: Decimal, current_oestrogen: bool) -> f64 {
    let of_age = of(terms::AGE_YEARS, f64::from(age_years)).unwrap_or_default();
    let of_weight = of(terms::WEIGHT_KG, weight.to_f64()).unwrap_or_default();
    let of_oestrogen = if current_oestrogen { 0.0 } else { terms::NO_CURRENT_OESTROGEN };
    of_age + of_weight + of_oestrogen
}

/// Whether the points are a reason to measure; `None` for NaN.
#[must_use]
pub fn at_cut_off(points: f64) -> Option<bool> {
    tool::number(points).map(|points| points >= terms::CUT_OFF_AT_LEAST)
}

/// What the tool reads of a woman.
struct Read {
    age_years: u8,
    weight: Option<f64>,
    oestrogen: Asked,
}

impl Read {
    fn of<E: NoAnswer>(subject: &Subject<'_>) -> Result<Self, E> {
        subject.women_only()?;
        Ok(Self {
            age_years: tool::age_of::<E>(subject, terms::FROM_AGE)?,
            weight: tool::weight_of(subject),
            oestrogen: Asked::of("risk_factors.oestrogen_hrt", subject.person.takes_oestrogen()),
        })
    }

    fn verdict(&self, weight: f64, oestrogen: bool) -> Verdict {
        Verdict::at_least(sum(self.age_years, Decimal::of(weight), oestrogen), terms::CUT_OFF_AT_LEAST)
    }

    fn reckon<E: NoAnswer>(&self, subject: &Subject<'_>) -> Result<Verdict, E> {
        let weight = self.weight.ok_or_else(|| tool::no_weight(subject));
        weight.map(|weight| self.verdict(weight, self.oestrogen.read))
    }

    /// Lists what was unknown, with the verdict of the other reading.
    fn list_unknowns(&self, to: &mut impl Unknowns) {
        self.oestrogen.list(to, |other| self.weight.map(|weight| self.verdict(weight, other)));
    }
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    tool::numbers(to, Read::of(subject).and_then(|read| read.reckon(subject)))
}

/// The fields that the tool may read something into.
pub(crate) const FIELDS: &[&str] = &["risk_factors.oestrogen_hrt"];

pub(crate) fn unknowns(subject: &Subject<'_>, to: &mut FieldSet) {
    if let Ok(read) = Read::of::<Code>(subject) {
        read.list_unknowns(to);
    }
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    tool::answer(&models::ORAI, subject, |subject, said| {
        let read = Read::of::<Refusal>(subject)?;
        let oestrogen = read.oestrogen;
        tool::list_age(subject, said, terms::FROM_AGE, read.age_years);
        tool::list_weight(said, read.weight);
        said.input("current_oestrogen", oestrogen.read);
        read.list_unknowns(said);
        let mut completions = Vec::new();
        for &weight in &*tool::weights(&read.weight, terms::WEIGHT_KG) {
            completions.extend(oestrogen.could().map(|oestrogen| read.verdict(weight, oestrogen)));
        }
        Ok(tool::outcome(read.reckon(subject), Worse::High, &completions))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "points are whole")]

    use super::*;

    #[test]
    fn both_edges_of_each_band() {
        let by_age = |age| points(age, 80.0, true).unwrap();
        assert_eq!([45, 54, 55, 64, 65, 74, 75, 120].map(by_age), [0.0, 0.0, 5.0, 5.0, 9.0, 9.0, 15.0, 15.0]);
        let by_weight = |weight| points(50, weight, true).unwrap();
        assert_eq!([59.9, 60.0, 69.9, 70.0].map(by_weight), [9.0, 3.0, 3.0, 0.0]);
        assert_eq!(points(50, 80.0, false).unwrap(), 2.0);
        assert!(points(44, 80.0, false).is_err() && points(50, f64::NAN, false).is_err());
        assert_eq!([8.0, 9.0, f64::NAN].map(at_cut_off), [Some(false), Some(true), None]);
    }
}
