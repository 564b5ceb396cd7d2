//! OST, the Osteoporosis Self-assessment Tool: weight less age (Koh 2001, Geusens 2002, Adler 2003).

use crate::citation::ids;
use crate::document::Sex;
use crate::document::options::OstRounding;
use crate::error::Refusal;
use crate::risk::points::terms::ost as terms;
use crate::risk::{InNumbers, ModelAnswer, NoAnswer, OutcomeAnswer, Subject, Unknowns, models};

use super::decimal::{Decimal, Factor};
use super::tool::{self, Verdict, Worse};

/// `0.2 * (weight kg - age years)`, the age in completed years.
///
/// The weight (20-300 kg) is taken as the decimal that it states, so that 60.1 kg at 50 is 2.02 and
/// 65 kg at 55 is 2.
///
/// # Errors
/// An age above 120, and a weight that is outside its range or no number.
///
/// ```
/// use osteon::document::options::OstRounding;
/// use osteon::risk::screening::ost::points;
/// assert_eq!(points(68, 56.0, OstRounding::Truncate)?, -2.0);
/// assert_eq!(points(68, 56.0, OstRounding::TwoDecimals)?, -2.4);
/// assert!(points(68, f64::NAN, OstRounding::Truncate).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn points(age_years: u8, weight_kg: f64, rounding: OstRounding) -> Result<f64, Refusal> {
    let weight = tool::weight(weight_kg)?;
    tool::age(age_years)?;
    Ok(rounded(age_years, weight, rounding))
}

fn rounded(age_years: u8, weight: Decimal, rounding: OstRounding) -> f64 {
    const FOR_EACH: Factor = Factor::times(terms::POINTS_PER_KG_LESS_YEAR);
    let exact = weight.minus(Decimal::whole(age_years)).by(FOR_EACH);
    let rounded = match rounding {
        OstRounding::Truncate => exact.truncated(),
        OstRounding::Floor => exact.floor(),
        OstRounding::Round => exact.rounded(),
        OstRounding::TwoDecimals => exact.hundredths(),
    };
    rounded.to_f64()
}

/// `low`, `moderate` or `high`: above the upper limit of the moderate band, in it, or below. `None` for
/// NaN.
///
/// ```
/// use osteon::document::Sex;
/// use osteon::risk::screening::ost::category;
/// assert_eq!(category(-2.0, Sex::Female), Some("moderate"));
/// assert_eq!(category(-2.0, Sex::Male), Some("high"));
/// ```
#[must_use]
pub fn category(points: f64, sex: Sex) -> Option<&'static str> {
    tool::number(points).map(|points| of_sex(points, sex))
}

fn of_sex(points: f64, sex: Sex) -> &'static str {
    match sex {
        Sex::Female => band(points, terms::WOMEN_LOW_ABOVE, terms::WOMEN_HIGH_BELOW),
        Sex::Male => band(points, terms::MEN_LOW_ABOVE, terms::MEN_HIGH_BELOW),
    }
}

/// Whether a woman's points are a reason to measure (US Preventive Services Task Force); `None` for
/// men, who have no such cut-off, and for NaN.
#[must_use]
pub fn at_cut_off(points: f64, sex: Sex) -> Option<bool> {
    let points = tool::number(points).filter(|_| sex == Sex::Female);
    points.map(|points| points < terms::WOMEN_CUT_OFF_BELOW)
}

/// Low above one limit and high below the other; between them, decimals too, moderate.
pub(super) fn band(points: f64, low_above: f64, high_below: f64) -> &'static str {
    if points > low_above {
        "low"
    } else if points < high_below {
        "high"
    } else {
        "moderate"
    }
}

/// The lowest age of whom the tool speaks; women past the menopause are of any.
fn lowest_age<E: NoAnswer>(subject: &Subject<'_>) -> Result<f64, E> {
    if !subject.is_female() {
        return Ok(terms::MEN_FROM_AGE);
    }
    subject.postmenopausal_only()?;
    Ok(0.0)
}

fn verdict_of(sex: Sex) -> impl Fn(f64) -> Verdict {
    move |points| Verdict { points, category: of_sex(points, sex), at_cut_off: at_cut_off(points, sex) }
}

pub(crate) fn numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    let read = lowest_age(subject).and_then(|lowest| Read::of(subject, lowest));
    tool::numbers(to, read.and_then(|read| read.reckon(subject, verdict_of(subject.sex()))))
}

/// Lists what was unknown.
pub(crate) fn unknowns(subject: &Subject<'_>, to: &mut impl Unknowns) {
    if subject.is_female() {
        tool::list_menopause(subject, to);
    }
}

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    tool::answer(&models::OST, subject, |subject, said| {
        let lowest = lowest_age::<Refusal>(subject)?;
        unknowns(subject, said);
        if subject.is_female() {
            said.cite(&[ids::GEUSENS2002, ids::USPSTF2018]);
        } else {
            said.cite(&[ids::ADLER2003]);
        }
        by_rounding(subject, said, lowest, verdict_of(subject.sex()))
    })
}

/// What the tool reads of a person.
pub(super) struct Read {
    age_years: u8,
    weight: Option<f64>,
}

impl Read {
    pub(super) fn of<E: NoAnswer>(subject: &Subject<'_>, lowest_age: f64) -> Result<Self, E> {
        let age_years = tool::age_of::<E>(subject, lowest_age)?;
        Ok(Self { age_years, weight: tool::weight_of(subject) })
    }

    /// By the rounding asked for.
    pub(super) fn reckon<E: NoAnswer>(
        &self,
        subject: &Subject<'_>,
        verdict: impl Fn(f64) -> Verdict,
    ) -> Result<Verdict, E> {
        let rounding = subject.setup.options.ost_rounding.unwrap_or(OstRounding::Truncate);
        self.by(rounding).map(verdict).ok_or_else(|| tool::no_weight(subject))
    }

    fn by(&self, rounding: OstRounding) -> Option<f64> {
        self.weight.map(|weight| rounded(self.age_years, Decimal::of(weight), rounding))
    }
}

/// The verdict by the rounding asked for, and by those others that decide otherwise.
pub(super) fn by_rounding(
    subject: &Subject<'_>,
    said: &mut ModelAnswer,
    lowest_age: f64,
    verdict: impl Fn(f64) -> Verdict,
) -> Result<OutcomeAnswer, Refusal> {
    let read = Read::of::<Refusal>(subject, lowest_age)?;
    tool::list_age(subject, said, lowest_age, read.age_years);
    tool::list_weight(said, read.weight);
    let chosen = read.reckon::<Refusal>(subject, &verdict)?;
    let mut outcome = tool::outcome(Ok(chosen), Worse::Low, &[chosen]);
    for &rounding in OstRounding::ALL {
        let other = read.by(rounding).map(&verdict).filter(|other| !other.decides_as(chosen));
        outcome.variants.extend(other.map(|other| other.variant(reading(rounding))));
    }
    Ok(outcome)
}

const fn reading(rounding: OstRounding) -> &'static str {
    match rounding {
        OstRounding::Truncate => "ost_rounding=truncate",
        OstRounding::Floor => "ost_rounding=floor",
        OstRounding::Round => "ost_rounding=round",
        OstRounding::TwoDecimals => "ost_rounding=two_decimals",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "points are exact decimals")]

    use super::*;

    #[test]
    fn boundaries_are_exact_on_the_stated_decimal() {
        let truncated = |age, weight| points(age, weight, OstRounding::Truncate).unwrap();
        assert_eq!([truncated(55, 65.0), truncated(55, 64.9), truncated(60, 55.1)], [2.0, 1.0, 0.0]);
        assert_eq!([truncated(60, 45.0), truncated(60, 40.1), truncated(60, 40.0)], [-3.0, -3.0, -4.0]);
        for rounding in OstRounding::ALL {
            assert_eq!(points(50, 60.0, *rounding).unwrap(), 2.0, "{rounding}");
        }
        assert_eq!(points(50, 60.1, OstRounding::TwoDecimals).unwrap(), 2.02);
    }

    #[test]
    fn both_edges_of_each_band() {
        for (points, women, men) in [
            (3.01, "low", "low"),
            (3.0, "low", "moderate"),
            (1.01, "low", "moderate"),
            (1.0, "moderate", "moderate"),
            (-1.0, "moderate", "moderate"),
            (-1.01, "moderate", "high"),
            (-3.0, "moderate", "high"),
            (-3.01, "high", "high"),
        ] {
            assert_eq!([Sex::Female, Sex::Male].map(|sex| of_sex(points, sex)), [women, men], "{points}");
        }
        assert_eq!([1.99, 2.0].map(|points| at_cut_off(points, Sex::Female)), [Some(true), Some(false)]);
        assert_eq!(at_cut_off(0.0, Sex::Male), None);
        assert_eq!((at_cut_off(f64::NAN, Sex::Female), category(f64::NAN, Sex::Female)), (None, None));
    }

    #[test]
    fn what_is_no_person_is_refused() {
        for (age, weight) in [(121, 60.0), (60, 19.9), (60, 300.1), (60, f64::NAN), (60, f64::INFINITY)] {
            assert!(points(age, weight, OstRounding::Truncate).is_err(), "{age} {weight}");
        }
    }
}
