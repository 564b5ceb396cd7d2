//! `e^x`, the same bits in a loop over a column as for one value.

/// Beyond these the answer is infinite or nought; between them no step overflows.
const LARGEST: f64 = 710.0;
const SMALLEST: f64 = -746.0;

/// ln 2 in two parts. The first ends in 21 zero bits, so that its product with any power here is exact.
const LN_2_HIGH: f64 = f64::from_bits(0x3fe6_2e42_fee0_0000);
const LN_2_LOW: f64 = f64::from_bits(0x3dea_39ef_3579_3c76);
const INVERSE_LN_2: f64 = core::f64::consts::LOG2_E;

/// `P1` to `P5` of fdlibm.
const P: [f64; 5] = [
    f64::from_bits(0x3fc5_5555_5555_553e),
    f64::from_bits(0xbf66_c16c_16be_bd93),
    f64::from_bits(0x3f11_566a_af25_de2c),
    f64::from_bits(0xbebb_bd41_c5d2_6bf1),
    f64::from_bits(0x3e66_3769_72be_a4d0),
];

/// 2^52 + 2^51, at which a double has no fraction bits, and twice the bias of exponents. Adding it rounds
/// to a whole number, and leaves that number, biased, in the low bits.
const TO_WHOLE: f64 = 6_755_399_441_055_744.0 + 2046.0;

/// `e^x`, with an error below 0.9 units in the last place: at most one from the nearest double.
///
/// The nearest is given for nine values of ten, the other neighbour for the rest. Infinite above 709.79,
/// nought below -745.14, a subnormal between there and -708.40; NaN of NaN, without its payload.
///
/// # Method
/// `x = k ln 2 + r` with a whole `k` and `|r| <= ln 2 / 2`, ln 2 in two parts (Cody & Waite 1980, *Software
/// Manual for the Elementary Functions*). Of `r` the rational form of fdlibm, with its constants (K. C.
/// Ng, Sun Microsystems 1993, 2004, `e_exp.c`: "Permission to use, copy, modify, and distribute this software
/// is freely granted, provided that this notice is preserved"). `2^k` is multiplied on in two halves, the
/// first exactly, so that a subnormal is rounded once.
///
/// # The same bits everywhere
/// No branch, no table and no call: a compiler turns a loop over this into vectors. Each step is an operation
/// that IEEE 754 defines to the bit, in an order that Rust keeps; nothing is fused, since Rust contracts
/// no products and sums by itself. So SSE2, AVX2, NEON and WebAssembly agree, in vectors or not. That a NaN
/// is one constant matters, since the payload that arithmetic gives it is not defined.
///
/// ```
/// use osteon::math::exp;
/// assert_eq!(exp(-0.0), 1.0);
/// assert!((exp(1.0) - core::f64::consts::E).abs() <= f64::EPSILON * 2.0);
/// assert_eq!((exp(f64::NEG_INFINITY), exp(710.0)), (0.0, f64::INFINITY));
/// ```
#[must_use]
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    if x.is_nan() { f64::NAN } else { exp_of_number(x) }
}

/// [`exp`] of what is not NaN; of NaN, any number.
#[must_use]
#[inline(always)]
pub(crate) fn exp_of_number(x: f64) -> f64 {
    // Comparisons and not `clamp`, so that NaN passes and one vector instruction does for each.
    let within = if x > LARGEST { LARGEST } else { x };
    let within = if within < SMALLEST { SMALLEST } else { within };

    let biased = within * INVERSE_LN_2 + TO_WHOLE;
    let k = biased - TO_WHOLE;
    let (high, low) = (within - k * LN_2_HIGH, k * LN_2_LOW);
    let r = high - low;

    let square = r * r;
    let [p1, p2, p3, p4, p5] = P;
    let c = r - square * (p1 + square * (p2 + square * (p3 + square * (p4 + square * p5))));
    let e_to_r = 1.0 + (r * c / (2.0 - c) - low + high);

    // The low bits are k + 2046; an exponent of k has k + 1023 there, so these are two of halves of k.
    let bits = biased.to_bits();
    let half = bits >> 1;
    let rest = bits.wrapping_sub(half);
    e_to_r * f64::from_bits(half << 52) * f64::from_bits(rest << 52)
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "compares with the exponential of libm")]
mod tests {
    use super::exp;
    use core::f64::consts::LN_2;
    use core::hint::black_box;

    /// How many values a sweep has; many more in a release build.
    const SWEEP: u32 = if cfg!(debug_assertions) { 200_000 } else { 40_000_000 };

    /// Units in the last place between two results. Doubles that are not negative lie in the order of
    /// their bits.
    fn apart(a: f64, b: f64) -> u64 {
        a.to_bits().abs_diff(b.to_bits())
    }

    fn near_libm(x: f64) {
        let (ours, theirs) = (exp(x), libm::exp(x));
        assert!(apart(ours, theirs) <= 1, "exp({x:e}) is {ours:e}, and {theirs:e} by libm");
    }

    /// The neighbours of a value within so many steps.
    fn around(x: f64, steps: u64) -> impl Iterator<Item = f64> {
        let first = x.to_bits() - steps;
        (0..=2 * steps).map(move |step| f64::from_bits(first + step))
    }

    #[test]
    fn within_a_unit_of_the_nearest_double() {
        // mpmath 1.4, 66 digits, rounded to the nearest double: points drawn evenly over the range, over
        // -40 to 5 and about nought, the worst of ten million each, halves of ln 2 and where results end.
        let values = include_str!("exp_values.csv").lines().skip(1);
        let bits = |text: &str| f64::from_bits(u64::from_str_radix(text, 16).unwrap());
        let mut tried = 0;
        for (x, nearest) in values.map(|line| line.split_once(',').unwrap()) {
            let (x, nearest) = (bits(x), bits(nearest));
            assert!(apart(exp(x), nearest) <= 1, "exp({x:e}) is {:e}, not {nearest:e}", exp(x));
            tried += 1;
        }
        assert_eq!(tried, 230);
    }

    #[test]
    fn within_a_unit_of_libm_everywhere() {
        let spans = [(-746.0, -708.0), (-708.0, 710.0), (-40.0, 5.0), (-1.5 * LN_2, 1.5 * LN_2)];
        for (from, to) in spans {
            for i in 0..SWEEP / 4 {
                near_libm(from + (to - from) * (f64::from(i) / f64::from(SWEEP / 4)));
            }
        }
        for halves in 1..=2150_i32 {
            let x = f64::from(halves) * 0.5 * LN_2;
            around(x, 8).flat_map(|x| [x, -x]).for_each(near_libm);
        }
        for x in
            [745.133_219_101_941_1, 745.2, 709.782_712_893_384, 709.79, 708.396_418_532_264_1, 746.0, 710.0]
        {
            around(x, 50).flat_map(|x| [x, -x]).for_each(near_libm);
        }
        for power in 0..0x7ff_u64 {
            let x = f64::from_bits(power << 52 | 0x8_1234_5678_9abc);
            [x, -x].into_iter().for_each(near_libm);
        }
    }

    #[test]
    fn ends_and_what_is_no_number() {
        for (x, expected) in [
            (0.0, 1.0),
            (-0.0, 1.0),
            (5e-324, 1.0),
            (-5e-324, 1.0),
            (f64::INFINITY, f64::INFINITY),
            (f64::NEG_INFINITY, 0.0),
            (f64::MAX, f64::INFINITY),
            (f64::MIN, 0.0),
            (709.79, f64::INFINITY),
            (-745.2, 0.0),
            (-745.1, 5e-324),
        ] {
            assert_eq!(exp(x).to_bits(), f64::to_bits(expected), "exp({x:e})");
        }
        assert!(exp(709.78).is_finite());
        for bits in [0x7ff8_0000_0000_0000, 0xfff8_0000_0000_0001, 0x7ff0_0000_0000_0001, u64::MAX] {
            assert_eq!(exp(f64::from_bits(bits)).to_bits(), f64::NAN.to_bits());
        }
    }

    struct Each<'a>(&'a mut [f64]);

    impl pulp::WithSimd for Each<'_> {
        type Output = ();

        #[inline(always)]
        fn with_simd<S: pulp::Simd>(self, _: S) {
            for x in self.0 {
                *x = exp(*x);
            }
        }
    }

    #[test]
    fn a_loop_in_vectors_gives_the_bits_of_one_value() {
        let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0, 709.79, -745.2, -740.0, 5e-324];
        let spread = (0..120_000_u32).map(|i| -800.0 + f64::from(i) * 0.012_7);
        let narrow = (0..120_000_u32).map(|i| -12.0 + f64::from(i) * 0.000_127);
        // Every value comes to stand in every lane: the odd ones lie nine apart, and vectors start anew.
        let all: Vec<f64> = spread.zip(narrow).flat_map(|(x, y)| [x, y]).collect();
        let mixed: Vec<f64> = all
            .chunks(8)
            .zip(odd.iter().cycle())
            .flat_map(|(eight, odd)| eight.iter().chain([odd]))
            .copied()
            .collect();
        for start in 0..8 {
            let values = mixed.get(start..).unwrap();
            let mut column = values.to_vec();
            pulp::Arch::new().dispatch(Each(&mut column));
            for (x, y) in values.iter().zip(&column) {
                assert_eq!(y.to_bits(), one(black_box(*x)).to_bits(), "exp({x:e})");
            }
        }
    }

    #[inline(never)]
    fn one(x: f64) -> f64 {
        exp(x)
    }
}
