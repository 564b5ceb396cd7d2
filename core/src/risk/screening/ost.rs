//! OST, the Osteoporosis Self-assessment Tool: weight less age (Koh 2001, Geusens 2002, Adler 2003).

use crate::citation::ids;
use crate::document::Sex;
use crate::document::options::OstRounding;
use crate::error::Refusal;
use crate::risk::points::terms::ost as terms;
use crate::risk::{ModelAnswer, OutcomeAnswer, Subject, models};

use super::decimal::Decimal;
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
    let kg_less_years = tool::weight(weight_kg)?.minus(Decimal::of(tool::age(age_years)?));
    let exact = kg_less_years.times(Decimal::of(terms::POINTS_PER_KG_LESS_YEAR));
    let rounded = match rounding {
        OstRounding::Truncate => exact.truncated(),
        OstRounding::Floor => exact.floor(),
        OstRounding::Round => exact.rounded(),
        OstRounding::TwoDecimals => exact.hundredths(),
    };
    Ok(rounded.to_f64())
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

pub(crate) fn answer(subject: &Subject<'_>) -> ModelAnswer {
    tool::answer(&models::OST, subject, |subject, said| {
        let sex = subject.sex();
        let lowest = if subject.is_female() {
            tool::postmenopausal(subject, said)?;
            said.cite(&[ids::GEUSENS2002, ids::USPSTF2018]);
            0.0
        } else {
            said.cite(&[ids::ADLER2003]);
            terms::MEN_FROM_AGE
        };
        by_rounding(subject, said, lowest, |points| Verdict {
            points,
            category: of_sex(points, sex),
            at_cut_off: at_cut_off(points, sex),
        })
    })
}

/// The verdict by the rounding asked for, and by those others that decide otherwise.
pub(super) fn by_rounding(
    subject: &Subject<'_>,
    said: &mut ModelAnswer,
    lowest_age: f64,
    verdict: impl Fn(f64) -> Verdict,
) -> Result<OutcomeAnswer, Refusal> {
    let age = tool::age_of(subject, said, lowest_age)?;
    let weight = tool::weight_of(subject, said).ok_or_else(|| tool::no_weight(subject))?;
    let chosen = subject.setup.options.ost_rounding.unwrap_or(OstRounding::Truncate);
    let by = |rounding| points(age, weight, rounding).map(&verdict);
    let read = by(chosen)?;
    let mut outcome = tool::outcome(Ok(read), Worse::Low, core::iter::once(read));
    for &rounding in OstRounding::ALL {
        let other = by(rounding)?;
        if !other.decides_as(read) {
            outcome.variants.push(other.variant(reading(rounding)));
        }
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
