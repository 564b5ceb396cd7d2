//! Yes or no, of one person or of a block of them at once, and the three values of Kleene over both.

use core::ops::{BitAnd, BitOr, BitXor, Not};

use super::sets::{Heard, HeardOfBlock, HeardOfOne, Planes, Sets};

/// Rows of a block.
pub const BLOCK: usize = 512;

/// Words of a block.
pub(super) const WORDS: usize = BLOCK / 64;

/// Yes or no: of one person as `bool`, of a block of them as [`Lanes`]. Rules are written once over both.
pub(super) trait Mask:
    Copy
    + BitAnd<Output = Self>
    + BitOr<Output = Self>
    + BitXor<Output = Self>
    + Not<Output = Self>
    + core::fmt::Debug
{
    /// No for everyone.
    const NONE: Self;
    /// Yes for everyone.
    const ALL: Self;

    /// Sets of small numbers, one of each person.
    type Sets: Sets<Self>;
    /// Values heard, of each person.
    type Heard<T: Copy + Ord + core::fmt::Debug>: Heard<T, Self>;

    /// Whether it is yes for someone.
    fn any(self) -> bool;

    /// Whether it is yes for everyone.
    fn all(self) -> bool;
}

impl Mask for bool {
    const NONE: Self = false;
    const ALL: Self = true;

    type Sets = u64;
    type Heard<T: Copy + Ord + core::fmt::Debug> = HeardOfOne<T>;

    #[inline(always)]
    fn any(self) -> bool {
        self
    }

    #[inline(always)]
    fn all(self) -> bool {
        self
    }
}

/// Yes or no of each row of a block: row `r` is bit `r % 64` of word `r / 64`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lanes(pub [u64; WORDS]);

impl Lanes {
    /// Whether it is yes of a row; no beyond the block.
    #[must_use]
    pub fn has(self, row: usize) -> bool {
        self.0.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Makes it yes of a row.
    #[inline]
    pub(super) fn insert(&mut self, row: usize) {
        if let Some(word) = self.0.get_mut(row / 64) {
            *word |= 1 << (row % 64);
        }
    }

    /// The rows of which it is yes, in order.
    pub fn rows(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(word, bits)| {
            let mut left = bits;
            core::iter::from_fn(move || {
                let row = (left != 0).then(|| word * 64 + left.trailing_zeros() as usize);
                left &= left.wrapping_sub(1);
                row
            })
        })
    }

    #[inline(always)]
    fn with(self, other: Self, of: impl Fn(u64, u64) -> u64) -> Self {
        let mut words = self.0;
        for (word, other) in words.iter_mut().zip(other.0) {
            *word = of(*word, other);
        }
        Self(words)
    }
}

impl BitAnd for Lanes {
    type Output = Self;

    #[inline(always)]
    fn bitand(self, other: Self) -> Self {
        self.with(other, |a, b| a & b)
    }
}

impl BitOr for Lanes {
    type Output = Self;

    #[inline(always)]
    fn bitor(self, other: Self) -> Self {
        self.with(other, |a, b| a | b)
    }
}

impl BitXor for Lanes {
    type Output = Self;

    #[inline(always)]
    fn bitxor(self, other: Self) -> Self {
        self.with(other, |a, b| a ^ b)
    }
}

impl Not for Lanes {
    type Output = Self;

    #[inline(always)]
    fn not(self) -> Self {
        self.with(self, |a, _| !a)
    }
}

impl Mask for Lanes {
    const NONE: Self = Self([0; WORDS]);
    const ALL: Self = Self([u64::MAX; WORDS]);

    type Sets = Planes;
    type Heard<T: Copy + Ord + core::fmt::Debug> = HeardOfBlock;

    #[inline(always)]
    fn any(self) -> bool {
        self.0.into_iter().fold(0, |any, word| any | word) != 0
    }

    #[inline(always)]
    fn all(self) -> bool {
        self.0.into_iter().fold(u64::MAX, |all, word| all & word) == u64::MAX
    }
}

/// So, not so, or, where it is neither, unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Truth<M> {
    /// It is so.
    pub(super) yes: M,
    /// It is not so.
    pub(super) no: M,
}

impl<M: Mask> Default for Truth<M> {
    fn default() -> Self {
        Self::UNKNOWN
    }
}

impl<M: Mask> Truth<M> {
    pub(super) const YES: Self = Self { yes: M::ALL, no: M::NONE };
    pub(super) const NO: Self = Self { yes: M::NONE, no: M::ALL };
    pub(super) const UNKNOWN: Self = Self { yes: M::NONE, no: M::NONE };

    /// Kleene's "and".
    #[inline(always)]
    pub(super) fn and(self, other: Self) -> Self {
        Self { yes: self.yes & other.yes, no: self.no | other.no }
    }

    /// Kleene's "or".
    #[inline(always)]
    pub(super) fn or(self, other: Self) -> Self {
        Self { yes: self.yes | other.yes, no: self.no & other.no }
    }

    /// The opposite.
    #[inline(always)]
    pub(super) fn opposite(self) -> Self {
        Self { yes: self.no, no: self.yes }
    }

    /// Of whom it is unknown.
    #[inline(always)]
    pub(super) fn open(self) -> M {
        !(self.yes | self.no)
    }
}

impl From<Option<bool>> for Truth<bool> {
    #[inline(always)]
    fn from(value: Option<bool>) -> Self {
        Self { yes: value == Some(true), no: value == Some(false) }
    }
}

impl From<Truth<bool>> for Option<bool> {
    #[inline(always)]
    fn from(truth: Truth<bool>) -> Self {
        (truth.yes | truth.no).then_some(truth.yes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: [Option<bool>; 3] = [Some(true), Some(false), None];

    /// A block whose rows take the three values in turn, from a first one on.
    fn in_turn(first: usize) -> Truth<Lanes> {
        let mut block = Truth::<Lanes>::UNKNOWN;
        for row in 0..BLOCK {
            match VALUES[(row + first) % 3] {
                Some(true) => block.yes.insert(row),
                Some(false) => block.no.insert(row),
                None => {}
            }
        }
        block
    }

    fn of_row(block: Truth<Lanes>, row: usize) -> Option<bool> {
        value(Truth { yes: block.yes.has(row), no: block.no.has(row) })
    }

    fn value(truth: Truth<bool>) -> Option<bool> {
        truth.into()
    }

    #[test]
    fn one_person_follows_the_tables_of_kleene() {
        let and = |a: Option<bool>, b: Option<bool>| value(Truth::from(a).and(b.into()));
        let or = |a: Option<bool>, b: Option<bool>| value(Truth::from(a).or(b.into()));
        for a in VALUES {
            for b in VALUES {
                let one_is = |value| a == Some(value) || b == Some(value);
                let both_known = a.is_some() && b.is_some();
                let expected = if one_is(false) { Some(false) } else { both_known.then_some(true) };
                assert_eq!(and(a, b), expected, "{a:?} and {b:?}");
                let expected = if one_is(true) { Some(true) } else { both_known.then_some(false) };
                assert_eq!(or(a, b), expected, "{a:?} or {b:?}");
            }
            assert_eq!(value(Truth::from(a).opposite()), a.map(|a| !a));
            assert_eq!(Truth::from(a).open(), a.is_none());
        }
    }

    #[test]
    fn every_row_of_a_block_is_one_person() {
        for second in 0..3 {
            let (a, b) = (in_turn(0), in_turn(second));
            for row in 0..BLOCK {
                let (one, other) = (Truth::from(of_row(a, row)), Truth::from(of_row(b, row)));
                assert_eq!(of_row(a.and(b), row), value(one.and(other)));
                assert_eq!(of_row(a.or(b), row), value(one.or(other)));
                assert_eq!(of_row(a.opposite(), row), value(one.opposite()));
                assert_eq!(a.open().has(row), one.open());
            }
        }
    }

    #[test]
    fn rows_are_those_that_were_put_in() {
        let mut lanes = Lanes::NONE;
        assert!(!lanes.any() && !lanes.all() && Lanes::ALL.all());
        for row in [0, 63, 64, 200, 511, 512] {
            lanes.insert(row);
        }
        assert_eq!(lanes.rows().collect::<Vec<_>>(), [0, 63, 64, 200, 511]);
        assert!(lanes.any() && !lanes.all() && lanes.has(511) && !lanes.has(510) && !lanes.has(512));
        assert_eq!(Lanes::ALL.rows().count(), BLOCK);
        assert_eq!((!lanes ^ Lanes::ALL).rows().count(), 5);
    }
}
