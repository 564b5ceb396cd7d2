//! A rate with what it is a rate of: numerator, denominator, Wilson's interval.

use crate::math;
pub use crate::math::Z_95;

/// A proportion that never travels without its denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many.
    pub numerator: u64,
    /// Of how many.
    pub denominator: u64,
}

impl Rate {
    /// Percent; none of nobody.
    #[must_use]
    pub fn percent(self) -> Option<f64> {
        (self.denominator > 0).then(|| 100.0 * self.numerator as f64 / self.denominator as f64)
    }

    /// Wilson's score interval at 95 %, in percent; none of nobody, and none where more were counted than the
    /// denominator has: an expected number is no proportion's.
    ///
    /// ```
    /// use osteon::fls::Rate;
    /// let (low, high) = Rate { numerator: 256, denominator: 736 }.wilson_percent().unwrap();
    /// assert!((low - 31.4).abs() < 0.1 && (high - 38.3).abs() < 0.1);
    /// ```
    #[must_use]
    pub fn wilson_percent(self) -> Option<(f64, f64)> {
        if self.denominator == 0 || self.numerator > self.denominator {
            return None;
        }
        let (n, z) = (self.denominator as f64, Z_95);
        let p = self.numerator as f64 / n;
        let centre = p + z * z / (2.0 * n);
        let half = z * math::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n));
        let scale = 1.0 + z * z / n;
        let percent = |x: f64| (100.0 * x / scale).clamp(0.0, 100.0);
        // At the ends the sum is 0 or 1 but for its last bits.
        let low = if self.numerator == 0 { 0.0 } else { percent(centre - half) };
        let high = if self.numerator == self.denominator { 100.0 } else { percent(centre + half) };
        Some((low, high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The root of Wilson's equation `(p - x)^2 = z^2 x (1 - x) / n`, found by halving: another way to the ends.
    fn end(numerator: u64, denominator: u64, upper: bool) -> f64 {
        let (n, p) = (denominator as f64, numerator as f64 / denominator as f64);
        let (mut near, mut far) = (p, if upper { 1.0 } else { 0.0 });
        for _ in 0..200 {
            let middle = 0.5 * (near + far);
            if (p - middle) * (p - middle) <= Z_95 * Z_95 * middle * (1.0 - middle) / n {
                near = middle;
            } else {
                far = middle;
            }
        }
        100.0 * near
    }

    #[test]
    fn the_ends_solve_wilsons_equation() {
        for (numerator, denominator) in [(1, 2), (256, 736), (1, 1000), (999, 1000), (28, 45), (3, 7)] {
            let (low, high) = Rate { numerator, denominator }.wilson_percent().unwrap();
            assert!((low - end(numerator, denominator, false)).abs() < 1e-9, "{numerator}/{denominator}");
            assert!((high - end(numerator, denominator, true)).abs() < 1e-9, "{numerator}/{denominator}");
        }
    }

    #[test]
    fn nobody_has_no_rate() {
        let nobody = Rate { numerator: 0, denominator: 0 };
        assert_eq!((nobody.percent(), nobody.wilson_percent()), (None, None));
    }

    #[test]
    fn none_and_all_end_at_the_ends() {
        for denominator in [1, 10, 69_926] {
            let (low, high) = Rate { numerator: 0, denominator }.wilson_percent().unwrap();
            assert!(low.to_bits() == 0 && high > 0.0 && high < 100.0);
            let (low, high) = Rate { numerator: denominator, denominator }.wilson_percent().unwrap();
            assert!(low > 0.0 && low < 100.0 && high.to_bits() == 100.0_f64.to_bits());
        }
    }

    #[test]
    fn more_than_expected_has_a_percentage_and_no_interval() {
        let more = Rate { numerator: 12, denominator: 10 };
        assert_eq!((more.percent(), more.wilson_percent()), (Some(120.0), None));
    }
}
