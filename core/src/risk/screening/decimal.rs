//! Decimals as stated: weights and scores in whole billionths, so that 2.0 stays 2.0.

/// Billionths in one.
const ONE: i64 = 1_000_000_000;

/// A number of at most nine decimals. Two stated decimals subtract and divide without binary rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Decimal(i64);

impl Decimal {
    /// The nearest; the caller has refused NaN and what is far outside the range of a weight.
    pub(super) const fn of(x: f64) -> Self {
        let billionths = x * ONE as f64;
        Self((billionths + if billionths < 0.0 { -0.5 } else { 0.5 }) as i64)
    }

    /// A whole number.
    pub(super) const fn whole(n: u8) -> Self {
        Self(n as i64 * ONE)
    }

    pub(super) const fn to_f64(self) -> f64 {
        self.0 as f64 / ONE as f64
    }

    pub(super) const fn minus(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }

    /// The product with a factor, to the nearest billionth, half away from zero.
    #[inline]
    pub(super) const fn by(self, Factor { numerator, denominator }: Factor) -> Self {
        // The whole part and the rest apart: the product of a weight with a numerator may not fit.
        let whole = self.0 / denominator * numerator;
        Self(whole + nearest(self.0 % denominator * numerator, denominator))
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
    pub(super) const fn rounded(self) -> Self {
        self.to_nearest(ONE)
    }

    /// The nearest hundredth, half away from zero.
    pub(super) const fn hundredths(self) -> Self {
        self.to_nearest(ONE / 100)
    }

    #[inline]
    const fn to_nearest(self, unit: i64) -> Self {
        Self(nearest(self.0, unit) * unit)
    }
}

/// The nearest whole quotient, half away from zero; the divisor is positive.
#[inline]
const fn nearest(dividend: i64, divisor: i64) -> i64 {
    let half = if dividend < 0 { -divisor / 2 } else { divisor / 2 };
    (dividend + half) / divisor
}

/// A positive decimal to multiply or divide by, as a fraction in lowest terms. Made for constants: the compiler then
/// divides by multiplying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Factor {
    numerator: i64,
    denominator: i64,
}

impl Factor {
    /// That multiplies by a stated decimal.
    pub(super) const fn times(x: f64) -> Self {
        Self::of(Decimal::of(x).0, ONE)
    }

    /// That divides by it.
    pub(super) const fn over(x: f64) -> Self {
        Self::of(ONE, Decimal::of(x).0)
    }

    /// Does not compile in a constant where a number is not positive, or where [`Decimal::by`] would leave 64 bits.
    const fn of(numerator: i64, denominator: i64) -> Self {
        assert!(numerator > 0 && denominator > 0, "a factor that is not positive");
        let (mut a, mut b) = (numerator, denominator);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let (numerator, denominator) = (numerator / a, denominator / a);
        assert!(numerator < i64::MAX / 2 / denominator, "a factor of too many digits");
        Self { numerator, denominator }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "decimals are exact")]

    use super::*;

    const FIFTH: Factor = Factor::times(0.2);

    #[test]
    fn a_stated_decimal_stays_what_it_is() {
        assert_eq!(Decimal::of(60.1).minus(Decimal::of(50.1)).by(FIFTH).to_f64(), 2.0);
        assert_eq!(Decimal::of(60.1).minus(Decimal::whole(50)).by(FIFTH).to_f64(), 2.02);
        assert_eq!(Decimal::of(154.0 * 0.453_592_37).by(Factor::over(0.453_592_37)).to_f64(), 154.0);
        assert_eq!(Decimal::whole(120), Decimal::of(120.0));
    }

    /// The product as defined, in 128 bits.
    fn in_full(x: i64, numerator: i64, denominator: i64) -> i64 {
        let (dividend, divisor) = (i128::from(x) * i128::from(numerator), i128::from(denominator));
        let half = if dividend < 0 { -divisor / 2 } else { divisor / 2 };
        i64::try_from((dividend + half) / divisor).unwrap()
    }

    #[test]
    fn sixty_four_bits_round_as_a_hundred_and_twenty_eight_do() {
        let of = |x: f64| Decimal::of(x).0;
        let factors = [
            (Factor::times(0.2), of(0.2), ONE),
            (Factor::over(5.0), ONE, of(5.0)),
            (Factor::over(10.0), ONE, of(10.0)),
            (Factor::over(0.453_592_37), ONE, of(0.453_592_37)),
            (Factor::times(0.453_592_37), of(0.453_592_37), ONE),
            (Factor::over(3.0), ONE, of(3.0)),
            (Factor::times(0.75), of(0.75), ONE),
            (Factor::over(63.5), ONE, of(63.5)),
        ];
        let mut state = 1_u64;
        let mut draw = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as i64
        };
        for (factor, numerator, denominator) in factors {
            let same = |x: i64| {
                for x in [x, -x] {
                    assert_eq!(Decimal(x).by(factor).0, in_full(x, numerator, denominator), "{x} {factor:?}");
                }
            };
            // At the limits of weights and ages, around every kind of half, and anywhere between.
            for x in [0, 20 * ONE, 120 * ONE, 300 * ONE, 420 * ONE] {
                (-20..=20).for_each(|step| same(x + step));
            }
            let half = factor.denominator / 2;
            for multiple in 0..2000 {
                (-2..=2).for_each(|step| same(multiple * factor.denominator + half + step));
            }
            for _ in 0..20_000 {
                same(draw() % (420 * ONE));
            }
        }
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
}
