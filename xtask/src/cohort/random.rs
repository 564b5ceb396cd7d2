//! SplitMix64 and what is drawn from it.

use osteon::math;

/// The generator of Steele, Lea and Flood (2014): small, and the same on every machine.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform, strictly between 0 and 1.
    pub(crate) fn uniform(&mut self) -> f64 {
        ((self.next() >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// Uniform between two limits.
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.uniform()
    }

    /// Standard normal, within 3.5 SDs: a rarer value reads as a slip of the pen.
    pub(crate) fn normal(&mut self) -> f64 {
        let p = self.between(0.000_233, 0.999_767);
        math::normal_quantile(p).unwrap_or(0.0)
    }

    pub(crate) fn chance(&mut self, p: f64) -> bool {
        self.uniform() < p
    }

    /// One of some values, by their weights.
    pub(crate) fn pick<T: Copy, const N: usize>(&mut self, weighted: &[(f64, T); N]) -> T {
        let total: f64 = weighted.iter().map(|&(weight, _)| weight).sum();
        let mut left = self.uniform() * total;
        for &(weight, value) in weighted {
            left -= weight;
            if left < 0.0 {
                return value;
            }
        }
        weighted[N - 1].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_sequence() {
        // First outputs of the reference implementation in C for the seed 1234567.
        let mut random = Random::new(1_234_567);
        let drawn = [random.next(), random.next(), random.next()];
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn normals_have_mean_zero_and_sd_one() {
        let mut random = Random::new(1);
        let (mut sum, mut squares) = (0.0, 0.0);
        for _ in 0..100_000 {
            let z = random.normal();
            sum += z;
            squares += z * z;
        }
        assert!((sum / 1e5).abs() < 0.02 && (squares / 1e5 - 1.0).abs() < 0.02);
    }
}
