//! Rounding to decimals by a stated rule, for whoever reports a number: a half is a half whatever binary floating point
//! makes of it.

use core::cmp::Ordering;

use crate::document::choice::choice;
use crate::error::{Code, Refusal};
use crate::quantity::SNAP_TENTHS;

choice! {
    /// Where a number goes that lies half way between two decimals.
    pub enum HalfRule {
        /// To the larger size: -2.45 is -2.5. What reports print, and what Osteon reports.
        AwayFromZero = "away_from_zero",
        /// To the even digit: -2.45 is -2.4.
        ToEven = "to_even",
        /// To the larger number: -2.45 is -2.4.
        Up = "up",
        /// To the smaller number: 2.45 is 2.4.
        Down = "down",
    }
}

/// The most decimals: those of a billionth.
const MOST_DECIMALS: u8 = 9;

/// The most digits, before and after the point together: with these a double still tells a half from its neighbours.
const MOST_DIGITS: i32 = 12;

/// What binary rounding moves a number of so many digits by at most, as a part of its size, and some more for the
/// arithmetic that made it.
const DUST: f64 = 1e-14;

/// Rounds to so many decimals (0 to 9): the nearest double of the decimal, never -0.
///
/// A number is half way where it is within a hundred-millionth of the last decimal of it, which with one decimal is the
/// billionth of an SD within which scores are at a limit; or within 1e-14 of its own size, where that is more, which is
/// what binary rounding may have moved it by.
///
/// # Errors
/// A number that is not finite, more than 9 decimals, and a number that would have more than 12 digits.
///
/// ```
/// use osteon::rounding::{HalfRule, round};
/// // 0.564 g/cm2 against 0.858/0.120 is -2.45 exactly; as a double it is not.
/// let t = (0.564 - 0.858) / 0.120;
/// assert_eq!(round(t, 1, HalfRule::AwayFromZero)?, -2.5);
/// assert_eq!(round(t, 1, HalfRule::ToEven)?, -2.4);
/// assert_eq!(round(1.005, 2, HalfRule::Up)?, 1.01);
/// assert!(round(t, 10, HalfRule::Up).is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
pub fn round(value: f64, decimals: u8, half: HalfRule) -> Result<f64, Refusal> {
    if !value.is_finite() {
        return Err(Refusal::new(Code::NotFinite, "value", value, "must be finite"));
    }
    if decimals > MOST_DECIMALS {
        let limit = format!("0-{MOST_DECIMALS} decimals");
        return Err(Refusal::new(Code::OutOfRange, "decimals", decimals, limit));
    }
    // Both are whole numbers that a double holds exactly.
    let (in_one, most) = (power_of_ten(decimals.into()), power_of_ten(MOST_DIGITS));
    let size = value.abs() * in_one;
    if size >= most {
        let limit = format!("{MOST_DIGITS} digits, {decimals} of them decimals");
        return Err(Refusal::new(Code::OutOfRange, "value", value, limit));
    }
    let snap = SNAP_TENTHS.max(DUST * size);
    // The same but half way, where they are neighbours.
    let (farther, nearer) = ((size + 0.5 + snap).floor(), (size - 0.5 - snap).ceil());
    let goes_farther = match half {
        HalfRule::AwayFromZero => true,
        HalfRule::ToEven => farther % 2.0 == 0.0,
        HalfRule::Up => value > 0.0,
        HalfRule::Down => value < 0.0,
    };
    let rounded = if goes_farther { farther } else { nearer } / in_one;
    Ok(match rounded.partial_cmp(&0.0) {
        Some(Ordering::Greater) if value < 0.0 => -rounded,
        Some(Ordering::Greater) => rounded,
        _ => 0.0,
    })
}

fn power_of_ten(exponent: i32) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::TScore;

    fn bits(value: f64, decimals: u8, half: HalfRule) -> u64 {
        round(value, decimals, half).unwrap().to_bits()
    }

    #[test]
    fn at_the_edge_of_a_half_it_is_what_scores_report() {
        for tenths in 0..400 {
            let mut score = f64::from(tenths) / 10.0 + 0.05 - 1e-9;
            for _ in 0..40 {
                score = score.next_down();
            }
            for _ in 0..80 {
                score = score.next_up();
                for score in [score, -score] {
                    let reported = TScore(score).reported().to_f64();
                    assert_eq!(bits(score, 1, HalfRule::AwayFromZero), reported.to_bits(), "{score:e}");
                }
            }
        }
    }

    #[test]
    fn what_is_not_half_way_is_not_taken_for_it() {
        let rounded = |value, decimals, half| round(value, decimals, half).unwrap();
        assert_eq!(rounded(4.999_96e-10, 9, HalfRule::AwayFromZero), 0.0);
        assert_eq!(rounded(5e-10, 9, HalfRule::AwayFromZero), 1e-9);
        assert_eq!(rounded(0.123_456_784_999_995, 8, HalfRule::Up), 0.123_456_78);
        assert_eq!(rounded(0.000_000_125, 8, HalfRule::AwayFromZero), 0.000_000_13);
    }

    #[test]
    fn nothing_is_minus_nothing() {
        for &half in HalfRule::ALL {
            for value in [0.0, -0.0, -0.04, -1e-300] {
                assert_eq!(bits(value, 1, half), 0.0_f64.to_bits(), "{value} {half}");
            }
        }
        assert_eq!(bits(-0.5, 0, HalfRule::ToEven), 0.0_f64.to_bits());
    }

    #[test]
    fn what_cannot_be_exact_is_refused() {
        let code = |value, decimals| round(value, decimals, HalfRule::Up).unwrap_err().code;
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(code(value, 1), Code::NotFinite);
        }
        assert_eq!(code(1.0, 10), Code::OutOfRange);
        assert_eq!(code(1e12, 0), Code::OutOfRange);
        assert_eq!(code(-1000.0, 9), Code::OutOfRange);
        assert_eq!(bits(999_999_999_999.0, 0, HalfRule::Up), 999_999_999_999.0_f64.to_bits());
        assert_eq!(bits(999.999_999_999, 9, HalfRule::ToEven), 999.999_999_999_f64.to_bits());
    }
}
