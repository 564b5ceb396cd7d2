//! A supplied MOF probability adjusted for a spine that is lower or higher than the neck (Leslie 2011):
//! one tenth of it for each rounded unit of T-score.

use super::adjust::{self, adjust, within_100};
use super::constants::PER_SPINE_UNIT;
use super::{InNumbers, ModelAnswer, NoAnswer, Outcome, Remark, Subject, models, probability};
use crate::document::Region;
use crate::error::{Code, Refusal};
use crate::quantity::{Compared, PrintedT};
use crate::risk::Variant;

/// `T_FN - T_LS` before and after rounding to whole units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offset {
    /// The difference of the T-scores, exact on their decimals.
    pub difference: f64,
    /// In whole units, half away from zero: how halves go was not published, this is our reading.
    pub units: f64,
}

impl Offset {
    /// The offset of two T-scores (-10 to +10).
    ///
    /// # Errors
    /// A T-score that is not finite or is out of range.
    pub fn of(t_femoral_neck: f64, t_lumbar_spine: f64) -> Result<Self, Refusal> {
        Self::read(t_femoral_neck, t_lumbar_spine)
    }

    fn read<E: NoAnswer>(t_femoral_neck: f64, t_lumbar_spine: f64) -> Result<Self, E> {
        let t = |field, t: f64| match PrintedT::new(t) {
            Some(t) => Ok(Compared::exact(t.sd())),
            None if t.is_finite() => Err(E::because(Code::OutOfRange, field, t, || PrintedT::LIMIT.into())),
            None => Err(E::because(Code::NotFinite, field, t, || "must be a T-score".into())),
        };
        let (neck, spine) = (t("t_femoral_neck", t_femoral_neck)?, t("t_lumbar_spine", t_lumbar_spine)?);
        let difference = neck.minus(spine).to_f64();
        Ok(Self { difference, units: difference.round() })
    }

    /// Whether the difference lies halfway between two whole numbers.
    #[must_use]
    #[allow(clippy::float_cmp, reason = "a half of a decimal is exact")]
    pub fn is_half(&self) -> bool {
        self.difference.fract().abs() == 0.5
    }
}

/// `p (1 + 0.1 round(T_FN - T_LS))`, %: a supplied ten-year MOF probability `percent` (0-100 %) adjusted
/// for the T-scores of femoral neck and lumbar spine. A lower spine raises it.
///
/// ```
/// use osteon::risk::supplied_frax::lumbar_spine_offset::adjusted;
/// assert_eq!(adjusted(20.0, -2.5, -1.5)?, 18.0);
/// assert_eq!(adjusted(20.0, -1.5, -3.4)?, 24.0);
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
///
/// # Errors
/// As [`Offset::of`]; a spine ten units above the neck, of which nothing would be left; a percentage
/// outside 0-100, before or after.
pub fn adjusted(percent: f64, t_femoral_neck: f64, t_lumbar_spine: f64) -> Result<f64, Refusal> {
    by(percent, Offset::of(t_femoral_neck, t_lumbar_spine)?.units)
}

fn by<E: NoAnswer>(percent: f64, units: f64) -> Result<f64, E> {
    let factor = 1.0 + PER_SPINE_UNIT * units;
    let percent = probability::<E>(percent)?;
    if factor <= 0.0 {
        let limit = || "the rule: it would leave no risk at all".into();
        return Err(E::because(Code::OutOfRange, "t_femoral_neck_minus_t_lumbar_spine", units, limit));
    }
    within_100(percent * factor)
}

/// The T-scores of neck and spine.
fn t_scores<E: NoAnswer>(subject: &Subject<'_>) -> Result<(f64, f64), E> {
    let t = |region| subject.t(region).ok_or_else(|| subject.no_t::<E>(region));
    Ok((t(Region::FemoralNeck)?, t(Region::LumbarSpine)?))
}

fn reckon<E: NoAnswer>(subject: &Subject<'_>, supplied: f64) -> Result<f64, E> {
    let (neck, spine) = t_scores::<E>(subject)?;
    by(supplied, Offset::read::<E>(neck, spine)?.units)
}

pub(crate) fn mof_numbers(subject: &Subject<'_>, to: &mut InNumbers) {
    adjust::numbers(to, subject, Outcome::Mof, |supplied| reckon(subject, supplied))
}

pub(crate) fn mof_ls_adjusted(subject: &Subject<'_>) -> ModelAnswer {
    adjust(subject, &models::SUPPLIED_MOF_LS_ADJUSTED, Outcome::Mof, |supplied, said, answer| {
        let (neck, spine) = t_scores::<Refusal>(subject)?;
        said.input("t_femoral_neck", neck);
        said.input("t_lumbar_spine", spine);
        let adjusted = reckon::<Refusal>(subject, supplied)?;
        let offset = Offset::of(neck, spine)?;
        if offset.is_half() {
            let toward_zero = offset.difference.trunc();
            if let Ok(percent) = by::<Code>(supplied, toward_zero) {
                answer.variants.push(Variant {
                    reading: "half_unit=toward_zero",
                    percent: Some(percent),
                    points: None,
                    category: None,
                });
            }
        }
        if !said.in_full {
            return Ok(adjusted);
        }
        if offset.is_half() {
            let toward_zero = offset.difference.trunc();
            answer.flags.push(Remark {
                code: "half_unit_rounding",
                text: format!(
                    "T of neck and spine differ by {}: how half units are rounded was not published; read as \
                     {}, away from zero, where toward zero is {toward_zero}",
                    offset.difference, offset.units
                ),
            });
        }
        if subject.person.document.frax.as_ref().and_then(|frax| frax.with_bmd) == Some(false) {
            answer.flags.push(Remark {
                code: "computed_without_bmd",
                text:
                    "the rule was made for probabilities computed with the femoral neck's BMD; this one was \
                       computed without"
                        .to_owned(),
            });
        }
        Ok(adjusted)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero_on_the_stated_decimals() {
        for (neck, spine, units, half) in [
            (-2.0, -2.0, 0.0, false),
            (-1.6, -2.0, 0.0, false),
            (-1.5, -2.0, 1.0, true),
            (-2.0, -1.5, -1.0, true),
            (-0.7, -2.2, 2.0, true),
            // 0.3 - (-0.2) and -2.3 - (-3.8) are no halves in binary.
            (0.3, -0.2, 1.0, true),
            (-2.3, -3.8, 2.0, true),
            (-1.5, -2.9, 1.0, false),
        ] {
            let offset = Offset::of(neck, spine).unwrap();
            assert_eq!((Some(offset.units), offset.is_half()), (Some(units), half), "{neck} {spine}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let code = |neck, spine, percent| adjusted(percent, neck, spine).unwrap_err().code;
        assert_eq!(code(-5.0, 5.0, 20.0), Code::OutOfRange);
        assert_eq!(code(-5.0, 4.5, 20.0), Code::OutOfRange, "9.5 units round to 10");
        assert!(adjusted(20.0, -5.0, 4.4).unwrap() > 0.0);
        assert_eq!(code(10.0, -10.0, 34.0), Code::OutOfRange, "102 %");
        assert_eq!(code(f64::NAN, -1.0, 20.0), Code::NotFinite);
        assert_eq!(code(-1.0, -10.1, 20.0), Code::OutOfRange);
        assert_eq!(code(-1.0, -1.0, f64::INFINITY), Code::NotFinite);
    }
}
