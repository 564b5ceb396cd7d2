//! ABONE: age, bulk, one or never oestrogen (Weinstein 2000).

use crate::error::{Code, Refusal};
use crate::risk::points::{points as of, terms::abone as terms};
use crate::risk::{FieldSet, InNumbers, ModelAnswer, NoAnswer, Remark, Subject, Unknowns, models};

use super::decimal::Decimal;
use super::tool::{self, Asked, Verdict, Worse};

/// A point each for an age above 65 (completed years), a weight below 63.5 kg (20-300 kg), and neither
/// an oral contraceptive nor oestrogen ever taken for six months: 0 to 3.
///
/// # Errors
/// An age above 120, and a weight that is outside its range or no number.
///
/// ```
/// use osteon::risk::screening::abone::points;
/// assert_eq!(points(66, 60.0, false)?, 3.0);
/// assert_eq!(points(65, 63.5, false)?, 1.0);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn points(age_years: u8, weight_kg: f64, ever_oestrogen_6_months: bool) -> Result<f64, Refusal> {
    tool::age(age_years)?;
    Ok(sum(age_years, tool::weight(weight_kg)?, ever_oestrogen_6_months))
}

fn sum(age_years: u8, weight: Decimal, ever_oestrogen_6_months: bool) -> f64 {
    let age = of(terms::AGE_YEARS, f64::from(age_years)).unwrap_or_default();
    let weight = of(terms::WEIGHT_KG, weight.to_f64()).unwrap_or_default();
    let never = if ever_oestrogen_6_months { 0.0 } else { terms::NEVER_OESTROGEN };
    age + weight + never
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
    ever: Asked,
}

impl Read {
    fn of<E: NoAnswer>(subject: &Subject<'_>) -> Result<Self, E> {
        subject.postmenopausal_only()?;
        Ok(Self {
            age_years: tool::age_of::<E>(subject, 0.0)?,
            weight: tool::weight_of(subject),
            ever: Asked::of("risk_factors.oestrogen_ever", subject.person.ever_took_oestrogen()),
        })
    }

    fn verdict(&self, weight: f64, ever: bool) -> Verdict {
        Verdict::at_least(sum(self.age_years, Decimal::of(weight), ever), terms::CUT_OFF_AT_LEAST)
    }

    fn reckon<E: NoAnswer>(&self, subject: &Subject<'_>) -> Result<Verdict, E> {
        let weight = self.weight.ok_or_else(|| tool::no_weight(subject));
        weight.map(|weight| self.verdict(weight, self.ever.read))
    }

    /// Lists what was unknown, with the verdict of the other reading.
    fn list_unknowns(&self, to: &mut impl Unknowns) {
        self.ever.list(to, |other| self.weight.map(|weight| self.verdict(weight, other)));
    }
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    tool::numbers(to, Read::of(subject).and_then(|read| read.reckon(subject)))
}

/// The fields that the tool may read something into.
pub(crate) const FIELDS: &[&str] = &["postmenopausal", "risk_factors.oestrogen_ever"];

pub(crate) fn unknowns(subject: &Subject<'_>, to: &mut FieldSet) {
    if let Ok(read) = Read::of::<Code>(subject) {
        tool::list_menopause(subject, to);
        read.list_unknowns(to);
    }
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    tool::answer(&models::ABONE, subject, |subject, said| {
        let read = Read::of::<Refusal>(subject)?;
        let ever = read.ever;
        tool::list_menopause(subject, said);
        tool::list_age(subject, said, 0.0, read.age_years);
        tool::list_weight(said, read.weight);
        said.input("ever_oestrogen_6_months", ever.read);
        read.list_unknowns(said);
        let mut completions = Vec::new();
        for &weight in &*tool::weights(&read.weight, terms::WEIGHT_KG) {
            completions.extend(ever.could().map(|ever| read.verdict(weight, ever)));
        }
        let mut outcome = tool::outcome(read.reckon(subject), Worse::High, &completions);
        if said.in_full && ever.read {
            outcome.flags.push(Remark {
                code: "oestrogen_duration_not_asked",
                text:
                    "the tool asks for six months of oestrogen or an oral contraceptive; the document says \
                       that oestrogen was taken, not for how long"
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
    fn both_edges_of_each_term() {
        assert_eq!([65, 66].map(|age| points(age, 80.0, true).unwrap()), [0.0, 1.0]);
        assert_eq!([63.4, 63.5].map(|weight| points(60, weight, true).unwrap()), [1.0, 0.0]);
        assert_eq!([1.0, 2.0, f64::NAN].map(at_cut_off), [Some(false), Some(true), None]);
        assert!(points(60, f64::NAN, true).is_err());
    }
}
