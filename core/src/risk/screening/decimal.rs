//! Decimals as stated: weights and scores in whole billionths, so that 2.0 stays 2.0.

/// Billionths in one.
const ONE: i64 = 1_000_000_000;

/// A number of at most nine decimals. Two stated decimals subtract and divide without binary rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Decimal(i64);

impl Decimal {
    /// The nearest; the caller has refused NaN and what is far outside the range of a weight.
    pub(super) fn of(x: f64) -> Self {
        let billionths = x * ONE as f64;
        Self((billionths + if billionths < 0.0 { -0.5 } else { 0.5 }) as i64)
    }

    pub(super) fn to_f64(self) -> f64 {
        self.0 as f64 / ONE as f64
    }

    pub(super) const fn minus(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }

    /// The product, to the nearest billionth.
    pub(super) fn times(self, other: Self) -> Self {
        Self(nearest(self.0, other.0, ONE))
    }

    /// The quotient by a positive number, to the nearest billionth.
    pub(super) fn over(self, other: Self) -> Self {
        Self(nearest(self.0, ONE, other.0.max(1)))
    }

    /// Without its decimals: toward zero.
    pub(super) const fn truncated(self) -> Self {
        Self(self.0 - self.0 % ONE)
    }

    /// The whole number at or below.
    pub(super) const fn floor(self) -> Self {
        Self(self.0 - self.0.rem_euclid(ONE))
    }

    /// The nearest whole number, half away from zero.
    pub(super) fn rounded(self) -> Self {
        self.to_nearest(ONE)
    }

    /// The nearest hundredth, half away from zero.
    pub(super) fn hundredths(self) -> Self {
        self.to_nearest(ONE / 100)
    }

    fn to_nearest(self, unit: i64) -> Self {
        Self(nearest(self.0, 1, unit) * unit)
    }
}

/// The whole number nearest to `a b / divisor`, half away from zero; the divisor is positive.
fn nearest(a: i64, b: i64, divisor: i64) -> i64 {
    in_one_word(a, b, divisor).unwrap_or_else(|| in_two_words(a, b, divisor))
}

/// The same where no step needs more than a word: all weights, ages and scores. Division by two words is slow.
fn in_one_word(a: i64, b: i64, divisor: i64) -> Option<i64> {
    let (size, factor, by) = (a.unsigned_abs(), b.unsigned_abs(), divisor.unsigned_abs());
    let rest = (size % by).checked_mul(factor)?.checked_add(by / 2)? / by;
    let quotient = (size / by).checked_mul(factor)?.checked_add(rest)?;
    let quotient = i64::try_from(quotient).ok()?;
    Some(if (a < 0) == (b < 0) { quotient } else { -quotient })
}

fn in_two_words(a: i64, b: i64, divisor: i64) -> i64 {
    let (product, divisor) = (i128::from(a) * i128::from(b), i128::from(divisor));
    let half = if product < 0 { -divisor / 2 } else { divisor / 2 };
    // Weights, ages and scores are thousands at most.
    ((product + half) / divisor) as i64
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "decimals are exact")]

    use super::*;

    #[test]
    fn a_stated_decimal_stays_what_it_is() {
        let fifth = Decimal::of(0.2);
        assert_eq!(Decimal::of(60.1).minus(Decimal::of(50.1)).times(fifth).to_f64(), 2.0);
        assert_eq!(Decimal::of(60.1).minus(Decimal::of(50.0)).times(fifth).to_f64(), 2.02);
        assert_eq!(Decimal::of(154.0 * 0.453_592_37).over(Decimal::of(0.453_592_37)).to_f64(), 154.0);
    }

    #[test]
    fn roundings_on_both_sides_of_zero() {
        let all = |x: f64| {
            let x = Decimal::of(x);
            [x.truncated(), x.floor(), x.rounded(), x.hundredths()].map(Decimal::to_f64)
        };
        assert_eq!(all(1.985), [1.0, 1.0, 2.0, 1.99]);
        assert_eq!(all(-1.985), [-1.0, -2.0, -2.0, -1.99]);
        assert_eq!(all(2.5), [2.0, 2.0, 3.0, 2.5]);
        assert_eq!(all(-2.5), [-2.0, -3.0, -3.0, -2.5]);
        assert_eq!(all(-3.0), [-3.0; 4]);
        assert!(all(-0.2).iter().take(1).all(|zero| zero.is_sign_positive()));
    }

    #[test]
    fn one_word_says_what_two_do_and_leaves_them_what_it_cannot_hold() {
        let sizes = [0, 1, 2, 3, 499_999_999, 500_000_000, 500_000_001, ONE, 60 * ONE + 7, 299_999_999_999];
        let divisors = [1, 2, 3, 453_592_370, ONE / 100, ONE, 5 * ONE, 10 * ONE];
        for a in sizes.into_iter().flat_map(|size| [size, -size]) {
            for b in [1, 200_000_000, ONE, -ONE] {
                for divisor in divisors {
                    let expected = i128::from(a) * i128::from(b) / i128::from(divisor);
                    if expected.unsigned_abs() < 1 << 60 {
                        assert_eq!(
                            in_one_word(a, b, divisor),
                            Some(in_two_words(a, b, divisor)),
                            "{a} {b} {divisor}"
                        );
                    }
                }
            }
        }
        assert_eq!(in_one_word(i64::MAX, ONE, ONE - 1), None);
        assert_eq!(nearest(i64::MAX, 3, 4), 6_917_529_027_641_081_855);
    }
}
