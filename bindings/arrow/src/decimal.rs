//! Numbers of few digits, as the decimals that they stand for.
//!
//! A `float32` of 0.558 is 0.55800002813 in full, which as a T-score is on the other side of a limit. Read as
//! the shortest decimal that is stored so, it is the 0.558 that somebody measured, and that a CSV would say.

/// Powers of ten that are exact.
const TENS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];
/// Whole numbers below this are exact.
const EXACT: u128 = 1 << 53;

/// The decimal of fewest digits after the point for which `same` holds, if few do.
pub(crate) fn shortest(number: f64, same: impl Fn(f64) -> bool) -> Option<f64> {
    TENS.iter().take(8).map(|ten| (number * ten).round() / ten).find(|&decimal| same(decimal))
}

/// A `float32`, as its shortest decimal.
#[allow(clippy::float_cmp, reason = "the same number is looked for")]
pub(crate) fn of_f32(number: f32) -> f64 {
    let full = f64::from(number);
    if !number.is_finite() {
        return full;
    }
    // Above this a float32 counts by twos and more, and its shortest decimal ends in zeros.
    let few = if number.abs() < 16_777_216.0 { shortest(full, |few| few as f32 == number) } else { None };
    few.or_else(|| number.to_string().parse().ok()).unwrap_or(full)
}

/// `value` divided by ten to `scale`, as the number that its text would be.
pub(crate) fn scaled(value: i128, scale: i8) -> f64 {
    let exact = value.unsigned_abs() < EXACT;
    match usize::try_from(scale).ok().and_then(|scale| TENS.get(scale)) {
        Some(ten) if exact => value as f64 / ten,
        _ => format!("{value}e{}", -i16::from(scale)).parse().unwrap_or(f64::NAN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_float_is_the_decimal_it_stands_for() {
        for text in ["0.558", "0.564", "-2.5", "67", "0", "1e-12", "3.4e38", "16777216", "0.1", "123456.79"] {
            let (short, full): (f32, f64) = (text.parse().unwrap(), text.parse().unwrap());
            assert!(of_f32(short).total_cmp(&full).is_eq(), "{text}: {}", of_f32(short));
        }
        assert!(of_f32(f32::NAN).is_nan() && of_f32(f32::INFINITY).is_infinite());
        let mut bits = 1_u32;
        for _ in 0..20_000 {
            bits = bits.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let short = f32::from_bits(bits);
            if short.is_finite() {
                let text: f64 = short.to_string().parse().unwrap();
                assert!(of_f32(short).total_cmp(&text).is_eq(), "{short}");
            }
        }
    }

    #[test]
    fn a_decimal_is_the_number_of_its_text() {
        for (value, scale, text) in [
            (558, 3, "0.558"),
            (-25, 1, "-2.5"),
            (67, 0, "67"),
            (67, -2, "6700"),
            (i128::MAX, 30, "170141183.46046923"),
        ] {
            let expected: f64 = text.parse().unwrap();
            assert!((scaled(value, scale) - expected).abs() <= expected.abs() * 1e-15, "{text}");
        }
        assert!(scaled(558, 3).total_cmp(&0.558).is_eq());
    }
}
