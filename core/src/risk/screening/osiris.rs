//! OSIRIS, the Osteoporosis Index of Risk (Sedrine 2002). Fewer points are worse.

use crate::citation::ids;
use crate::error::{Code, Refusal};
use crate::risk::points::terms::osiris as terms;
use crate::risk::{FieldSet, InNumbers, ModelAnswer, NoAnswer, Subject, Unknowns, models};

use super::decimal::{Decimal, Factor};
use super::fractures;
use super::tool::{self, Asked, Verdict, Worse};

/// `floor(weight kg / 5) - floor(age years / 5)`, 2 more for oestrogen now, 2 less for an earlier
/// low-impact fracture. Age in completed years, weight 20-300 kg.
///
/// # Errors
/// An age above 120, and a weight that is outside its range or no number.
///
/// ```
/// use osteon::risk::screening::osiris::{category, points};
/// assert_eq!(points(70, 60.0, false, true)?, -4.0);
/// assert_eq!(category(-4.0), Some("high"));
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn points(
    age_years: u8,
    weight_kg: f64,
    current_oestrogen: bool,
    low_impact_fracture: bool,
) -> Result<f64, Refusal> {
    let weight = tool::weight(weight_kg)?;
    tool::age(age_years)?;
    Ok(sum(age_years, weight, current_oestrogen, low_impact_fracture))
}

fn sum(age_years: u8, weight: Decimal, current_oestrogen: bool, low_impact_fracture: bool) -> f64 {
    const OF_WEIGHT: Factor = Factor::over(terms::KG_PER_POINT);
    const OF_AGE: Factor = Factor::over(terms::YEARS_PER_POINT);
    let weight = weight.by(OF_WEIGHT).floor();
    let age = Decimal::whole(age_years).by(OF_AGE).floor();
    let oestrogen = if current_oestrogen { terms::CURRENT_OESTROGEN } else { 0.0 };
    let fracture = if low_impact_fracture { terms::LOW_IMPACT_FRACTURE } else { 0.0 };
    weight.to_f64() - age.to_f64() + oestrogen + fracture
}

/// `low`, `intermediate` or `high`; `None` for NaN.
///
/// ```
/// use osteon::risk::screening::osiris::category;
/// assert_eq!([2.0, 1.0].map(category), [Some("low"), Some("intermediate")]);
/// assert_eq!([-3.0, -4.0].map(category), [Some("intermediate"), Some("high")]);
/// ```
#[must_use]
pub fn category(points: f64) -> Option<&'static str> {
    tool::number(points).map(band)
}

fn band(points: f64) -> &'static str {
    if points > terms::LOW_ABOVE {
        "low"
    } else if points < terms::HIGH_BELOW {
        "high"
    } else {
        "intermediate"
    }
}

/// Whether the points are a reason to measure (US Preventive Services Task Force); `None` for NaN.
#[must_use]
pub fn at_cut_off(points: f64) -> Option<bool> {
    tool::number(points).map(|points| points < terms::CUT_OFF_BELOW)
}

/// What the tool reads of a woman.
struct Read {
    age_years: u8,
    weight: Option<f64>,
    oestrogen: Asked,
    fracture: Asked,
}

impl Read {
    fn of<E: NoAnswer>(subject: &Subject<'_>) -> Result<Self, E> {
        subject.postmenopausal_only()?;
        Ok(Self {
            age_years: tool::age_of::<E>(subject, 0.0)?,
            weight: tool::weight_of(subject),
            oestrogen: Asked::of("risk_factors.oestrogen_hrt", subject.person.takes_oestrogen()),
            fracture: fractures::low_impact(subject.person),
        })
    }

    fn verdict(&self, oestrogen: bool, fracture: bool) -> Option<Verdict> {
        let points = sum(self.age_years, Decimal::of(self.weight?), oestrogen, fracture);
        Some(Verdict { points, category: band(points), at_cut_off: at_cut_off(points) })
    }

    fn reckon<E: NoAnswer>(&self, subject: &Subject<'_>) -> Result<Verdict, E> {
        let verdict = self.verdict(self.oestrogen.read, self.fracture.read);
        verdict.ok_or_else(|| tool::no_weight(subject))
    }

    /// Lists what was unknown, with the verdict of the other reading.
    fn list_unknowns(&self, to: &mut impl Unknowns) {
        let (oestrogen, fracture) = (self.oestrogen, self.fracture);
        oestrogen.list(to, |other| self.verdict(other, fracture.read));
        fracture.list(to, |other| self.verdict(oestrogen.read, other));
    }
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    tool::numbers(to, Read::of(subject).and_then(|read| read.reckon(subject)))
}

/// The fields that the tool may read something into.
pub(crate) const FIELDS: &[&str] = &["postmenopausal", "risk_factors.oestrogen_hrt", "fractures"];

pub(crate) fn unknowns(subject: &Subject<'_>, to: &mut FieldSet) {
    if let Ok(read) = Read::of::<Code>(subject) {
        tool::list_menopause(subject, to);
        read.list_unknowns(to);
    }
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    tool::answer(&models::OSIRIS, subject, |subject, said| {
        let read = Read::of::<Refusal>(subject)?;
        tool::list_menopause(subject, said);
        tool::list_age(subject, said, 0.0, read.age_years);
        tool::list_weight(said, read.weight);
        let reckoned = read.reckon::<Refusal>(subject)?;
        let (oestrogen, fracture) = (read.oestrogen, read.fracture);
        said.input("current_oestrogen", oestrogen.read);
        said.input("low_impact_fracture", fracture.read);
        said.cite(&[ids::USPSTF2018]);
        read.list_unknowns(said);
        let mut completions = Vec::new();
        for oestrogen in oestrogen.could() {
            completions.extend(fracture.could().filter_map(|fracture| read.verdict(oestrogen, fracture)));
        }
        Ok(tool::outcome(Ok(reckoned), Worse::Low, &completions))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "points are whole")]

    use super::*;

    #[test]
    fn whole_fives_of_the_stated_decimal() {
        let by_weight = |weight| points(60, weight, false, false).unwrap();
        assert_eq!([59.9, 60.0, 64.9, 65.0].map(by_weight), [-1.0, 0.0, 0.0, 1.0]);
        let by_age = |age| points(age, 60.0, false, false).unwrap();
        assert_eq!([59, 60, 64, 65].map(by_age), [1.0, 0.0, 0.0, -1.0]);
        assert_eq!([0.0, 1.0, f64::NAN].map(at_cut_off), [Some(true), Some(false), None]);
        assert!(points(60, f64::NAN, false, false).is_err());
    }
}
