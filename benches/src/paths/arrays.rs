//! Loops over arrays, dispatched at run time as the engine's own are: what arithmetic alone takes.

use osteon::math;
use osteon_tests::people::Draw;

/// Exponentials of an array.
#[derive(Debug)]
pub struct Exponentials {
    from: Vec<f64>,
    to: Vec<f64>,
}

impl Exponentials {
    /// So many of them, of -4 to 2 as the predictors of risk models are.
    #[must_use]
    pub fn new(count: usize) -> Self {
        let mut draw = Draw(0x1357);
        let from = (0..count).map(|_| draw.below(6_000_000) as f64 / 1e6 - 4.0).collect();
        Self { from, to: vec![1.0; count] }
    }

    /// All of them.
    pub fn run(&mut self) {
        pulp::Arch::new().dispatch(ExpLoop { from: &self.from, to: &mut self.to });
    }

    /// What was computed.
    #[must_use]
    pub fn to(&self) -> &[f64] {
        &self.to
    }
}

struct ExpLoop<'a> {
    from: &'a [f64],
    to: &'a mut [f64],
}

impl pulp::WithSimd for ExpLoop<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) {
        for (to, from) in self.to.iter_mut().zip(self.from) {
            *to = math::exp(*from);
        }
    }
}

/// Work that touches no memory, in parts: what a second core is worth on this machine at this moment.
#[derive(Clone, Copy, Debug)]
pub struct Grinding {
    parts: u64,
    steps: u64,
}

impl Grinding {
    /// So many parts of so many steps.
    #[must_use]
    pub const fn new(parts: u64, steps: u64) -> Self {
        Self { parts, steps }
    }

    /// All parts, on the threads of the current pool.
    #[must_use]
    pub fn run(&self) -> u64 {
        use rayon::prelude::*;
        (0..self.parts)
            .into_par_iter()
            .map(|part| Self::part(part, self.steps))
            .reduce(|| 0, u64::wrapping_add)
    }

    fn part(seed: u64, steps: u64) -> u64 {
        (0..steps).fold(seed, |x, step| (x ^ step).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23))
    }
}
