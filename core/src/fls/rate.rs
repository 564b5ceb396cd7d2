//! A rate with what it is a rate of: numerator, denominator, Wilson's interval.

use crate::math;

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

    /// Wilson's score interval at 95 %, in percent; none of nobody.
    ///
    /// ```
    /// use osteon::fls::Rate;
    /// let (low, high) = Rate { numerator: 256, denominator: 736 }.wilson_percent().unwrap();
    /// assert!((low - 31.4).abs() < 0.1 && (high - 38.3).abs() < 0.1);
    /// ```
    #[must_use]
    pub fn wilson_percent(self) -> Option<(f64, f64)> {
        if self.denominator == 0 {
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

/// The 97.5th percentile of the normal distribution.
pub const Z_95: f64 = 1.959_963_984_540_054;
