//! Numbers of few digits, as the decimals that they stand for.
//!
//! A `float32` of 0.558 is 0.55800002813 in full, which as a T-score is on the other side of a limit. Read as the shortest
//! decimal that is stored so, it is the 0.558 that somebody measured, and that a table of text would say.

/// Powers of ten that are exact.
const TENS: [f64; 8] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7];

/// The decimal of fewest digits after the point for which `same` holds, if few do.
pub fn shortest_decimal(number: f64, same: impl Fn(f64) -> bool) -> Option<f64> {
    TENS.iter().map(|ten| (number * ten).round() / ten).find(|&decimal| same(decimal))
}

/// A `float32`, as its shortest decimal.
///
/// ```
/// use osteon::columns::of_f32;
/// assert_eq!(of_f32(0.558_f32), 0.558);
/// assert!(of_f32(f32::NAN).is_nan());
/// ```
#[must_use]
#[allow(clippy::float_cmp, reason = "the same number is looked for")]
pub fn of_f32(number: f32) -> f64 {
    let full = f64::from(number);
    if !number.is_finite() {
        return full;
    }
    // Above this a float32 counts by twos and more, and its shortest decimal ends in zeros.
    let few =
        if number.abs() < 16_777_216.0 { shortest_decimal(full, |few| few as f32 == number) } else { None };
    few.or_else(|| number.to_string().parse().ok()).unwrap_or(full)
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
    }
}
