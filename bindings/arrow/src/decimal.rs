//! Whole numbers with a scale, as the decimals that they stand for.

/// Powers of ten that are exact.
const TENS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];
/// Whole numbers below this are exact.
const EXACT: u128 = 1 << 53;

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
