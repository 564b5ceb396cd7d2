//! Columns of numbers and of bits, and how they are held against limits and turned into planes.
//!
//! A column of numbers is ordered so that a comparison of it with a limit needs no bits moved: rows a word apart lie
//! beside each other.

use crate::rule::condition::Comparison;
use crate::rule::mask::{BLOCK, Lanes, Truth, WORDS};

/// Where the number of a row lies in its column.
#[inline(always)]
pub(super) const fn place(row: usize) -> usize {
    (row % 64) * WORDS + row / 64
}

/// The ranges in which a quantity of each row lies, binary dust removed.
#[derive(Clone, Debug)]
pub(super) struct Ranges {
    pub(super) low: [f64; BLOCK],
    pub(super) high: [f64; BLOCK],
    /// Whether some row has a range that is neither one number nor the usual one of what is unknown.
    pub(super) unusual: bool,
}

/// The limits that a column is held against: the same for all rows, or one of each row of one reading or of two.
pub(super) enum Against<'a> {
    All(f64),
    Each(&'a [f64; BLOCK], Option<&'a [f64; BLOCK]>),
}

impl Ranges {
    pub(super) const NONE: Self = Self { low: [0.0; BLOCK], high: [0.0; BLOCK], unusual: false };

    /// The range of a row.
    pub(super) fn of_row(&self, row: usize) -> Option<(f64, f64)> {
        self.low.get(place(row)).copied().zip(self.high.get(place(row)).copied())
    }

    /// Whether a comparison holds: of ranges, or of their least alone where no range is asked of.
    pub(super) fn compare(
        &self,
        comparison: Comparison,
        limits: &Against<'_>,
        of_ranges: bool,
    ) -> Truth<Lanes> {
        let ends = |of: &dyn Fn(&[f64; BLOCK]) -> Lanes| {
            let low = of(&self.low);
            (low, if of_ranges { of(&self.high) } else { low })
        };
        let ((a, b), (c, d)) = match *limits {
            Against::All(limit) => {
                let both = ends(&|values| fixed(values, comparison, limit));
                (both, both)
            }
            Against::Each(lower, higher) => {
                let of_lower = ends(&|values| by_row(values, comparison, lower));
                let of_higher = |higher| ends(&|values| by_row(values, comparison, higher));
                (of_lower, higher.map_or(of_lower, of_higher))
            }
        };
        Comparison::at_corners([a, b, c, d])
    }
}

/// One loop for each comparison, which the compiler makes wide.
macro_rules! loops {
    ($comparison:expr, $of:expr) => {
        match $comparison {
            Comparison::Below => $of(|pair| Comparison::Below.orders(pair)),
            Comparison::AtMost => $of(|pair| Comparison::AtMost.orders(pair)),
            Comparison::AtLeast => $of(|pair| Comparison::AtLeast.orders(pair)),
            Comparison::Above => $of(|pair| Comparison::Above.orders(pair)),
        }
    };
}

fn fixed(values: &[f64; BLOCK], comparison: Comparison, limit: f64) -> Lanes {
    #[inline(never)]
    fn of(values: &[f64; BLOCK], limit: f64, holds: impl Fn((f64, f64)) -> bool) -> Lanes {
        let mut words = [0; WORDS];
        for values in values.as_chunks::<WORDS>().0.iter().rev() {
            for (word, &value) in words.iter_mut().zip(values) {
                *word = *word << 1 | u64::from(holds((value, limit)));
            }
        }
        Lanes(words)
    }
    loops!(comparison, |holds| of(values, limit, holds))
}

fn by_row(values: &[f64; BLOCK], comparison: Comparison, limits: &[f64; BLOCK]) -> Lanes {
    #[inline(never)]
    fn of(values: &[f64; BLOCK], limits: &[f64; BLOCK], holds: impl Fn((f64, f64)) -> bool) -> Lanes {
        let mut words = [0; WORDS];
        let rows = values.as_chunks::<WORDS>().0.iter().zip(limits.as_chunks::<WORDS>().0);
        for (values, limits) in rows.rev() {
            for ((word, &value), &limit) in words.iter_mut().zip(values).zip(limits) {
                *word = *word << 1 | u64::from(holds((value, limit)));
            }
        }
        Lanes(words)
    }
    loops!(comparison, |holds| of(values, limits, holds))
}

/// Turns 64 words of bits, one a row, into 64 planes of one word: bit `b` of row `r` becomes bit `r` of word `b`.
pub(super) fn turn(words: &mut [u64; 64]) {
    let mut mask = 0x0000_0000_ffff_ffff_u64;
    let mut span = 32_usize;
    while span > 0 {
        for pair in words.chunks_exact_mut(span * 2) {
            let (low, high) = pair.split_at_mut(span);
            for (low, high) in low.iter_mut().zip(high) {
                let moved = (*low >> span ^ *high) & mask;
                *low ^= moved << span;
                *high ^= moved;
            }
        }
        span /= 2;
        mask ^= mask << span;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_moves_each_bit_to_its_row() {
        let mut words = [0_u64; 64];
        let bit = |row: usize, bit: usize| matches!((row * 37 + bit * bit * 11 + row * bit) % 5, 0 | 3);
        for (row, word) in words.iter_mut().enumerate() {
            *word = (0..64).fold(0, |word, at| word | u64::from(bit(row, at)) << at);
        }
        turn(&mut words);
        for (at, word) in words.iter().enumerate() {
            for row in 0..64 {
                assert_eq!(word >> row & 1 == 1, bit(row, at), "row {row}, bit {at}");
            }
        }
    }

    #[test]
    fn a_column_compares_as_each_of_its_rows() {
        use crate::evidence::Seen;
        use crate::rule::limit::LimitHere;
        let ends = |row: usize| match row % 4 {
            0 => (f64::NEG_INFINITY, f64::INFINITY),
            1 => (-2.5, -2.5),
            2 => (-3.0 + row as f64 / 100.0, -2.0 + row as f64 / 100.0),
            _ => (row as f64 / 100.0 - 4.0, row as f64 / 100.0 - 4.0),
        };
        let readings = |row: usize| (-2.5, if row % 3 < 1 { -2.5 } else { -2.2 });
        let mut ranges = Ranges::NONE;
        let (mut lower, mut higher) = ([0.0; BLOCK], [0.0; BLOCK]);
        for row in 0..BLOCK {
            (ranges.low[place(row)], ranges.high[place(row)]) = ends(row);
            (lower[place(row)], higher[place(row)]) = readings(row);
        }
        for comparison in [Comparison::Below, Comparison::AtMost, Comparison::AtLeast, Comparison::Above] {
            let one = ranges.compare(comparison, &Against::All(-2.5), true);
            let two = ranges.compare(comparison, &Against::Each(&lower, Some(&higher)), true);
            for row in 0..BLOCK {
                let ((low, high), (reading, other)) = (ends(row), readings(row));
                for (block, other) in [(one, reading), (two, other)] {
                    let limit = LimitHere { low: reading, high: other, interpolated: false };
                    let alone = comparison.decides(Seen::Between(low, high), Some(limit));
                    let here = Truth { yes: block.yes.has(row), no: block.no.has(row) };
                    assert_eq!(here, alone, "{comparison:?} {low} to {high}, {reading} to {other}");
                }
            }
        }
    }
}
