//! What is said of everyone at once: sets of small numbers, and a value on which what was heard agrees.

use super::mask::{Lanes, Mask};

/// The numbers of one guideline's lists: rules, additions, parts of the population, recommendations.
pub(super) const MOST: usize = 64;

/// Of each person a set of numbers below [`MOST`].
pub(super) trait Sets<M>: Clone + Default + core::fmt::Debug {
    /// Makes it empty.
    fn clear(&mut self);

    /// Adds a number for some.
    fn insert(&mut self, number: usize, of: M);

    /// Whose sets have a number.
    fn has(&self, number: usize) -> M;

    /// Calls back with every number that somebody has, in order, and who has it.
    fn each(&self, visit: impl FnMut(usize, M));

    /// Whose sets differ.
    fn differ(&self, other: &Self) -> M;

    /// Takes over the sets of some.
    fn take(&mut self, of: M, other: &Self);
}

/// The set of one person: a bit a number.
impl Sets<bool> for u64 {
    #[inline(always)]
    fn clear(&mut self) {
        *self = 0;
    }

    #[inline(always)]
    fn insert(&mut self, number: usize, of: bool) {
        *self |= u64::from(of) << (number % MOST);
    }

    #[inline(always)]
    fn has(&self, number: usize) -> bool {
        number < MOST && self >> number & 1 == 1
    }

    #[inline(always)]
    fn each(&self, mut visit: impl FnMut(usize, bool)) {
        let mut left = *self;
        while left != 0 {
            visit(left.trailing_zeros() as usize, true);
            left &= left - 1;
        }
    }

    #[inline(always)]
    fn differ(&self, other: &Self) -> bool {
        self != other
    }

    #[inline(always)]
    fn take(&mut self, of: bool, other: &Self) {
        if of {
            *self = *other;
        }
    }
}

/// The sets of a block: of each number the rows that have it, as far as numbers were added.
#[derive(Clone, Debug)]
pub(super) struct Planes {
    planes: Box<[Lanes; MOST]>,
    used: usize,
}

impl Default for Planes {
    fn default() -> Self {
        Self { planes: Box::new([Lanes::NONE; MOST]), used: 0 }
    }
}

impl Planes {
    fn used(&self) -> &[Lanes] {
        self.planes.get(..self.used).unwrap_or_default()
    }
}

impl Sets<Lanes> for Planes {
    fn clear(&mut self) {
        self.used = 0;
    }

    #[inline]
    fn insert(&mut self, number: usize, of: Lanes) {
        if number >= self.used {
            if let Some(unused) = self.planes.get_mut(self.used..=number) {
                unused.fill(Lanes::NONE);
            }
            self.used = MOST.min(number + 1);
        }
        if let Some(plane) = self.planes.get_mut(number) {
            *plane = *plane | of;
        }
    }

    #[inline]
    fn has(&self, number: usize) -> Lanes {
        self.used().get(number).copied().unwrap_or(Lanes::NONE)
    }

    #[inline]
    fn each(&self, mut visit: impl FnMut(usize, Lanes)) {
        for (number, &plane) in self.used().iter().enumerate() {
            if plane.any() {
                visit(number, plane);
            }
        }
    }

    fn differ(&self, other: &Self) -> Lanes {
        let mut differ = Lanes::NONE;
        for number in 0..self.used.max(other.used) {
            differ = differ | (self.has(number) ^ other.has(number));
        }
        differ
    }

    fn take(&mut self, of: Lanes, other: &Self) {
        for number in 0..self.used.max(other.used) {
            let taken = (self.has(number) & !of) | (other.has(number) & of);
            self.insert(number, Lanes::NONE);
            if let Some(plane) = self.planes.get_mut(number) {
                *plane = taken;
            }
        }
    }
}

/// The most values that a block tells apart in one [`Heard`].
pub(super) const CODES: usize = 16;

/// Of each person a value that was heard, once or again, or several that differ. A block tells values apart by
/// their codes, below [`CODES`]; one person hears the value itself.
pub(super) trait Heard<T, M>: Clone + Default + core::fmt::Debug {
    /// Forgets.
    fn clear(&mut self);

    /// Hears a value of some.
    fn hear(&mut self, value: T, code: usize, of: M);

    /// Of whom a value was heard.
    fn any(&self) -> M;

    /// Of whom values were heard that differ.
    fn split(&self) -> M;

    /// Who heard this one; of whom values differ, whichever.
    fn heard(&self, value: T, code: usize) -> M;

    /// Whose least value is this one.
    fn least_is(&self, value: T, code: usize) -> M;
}

/// What was heard of one person.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeardOfOne<T> {
    pub(super) value: Option<T>,
    least: Option<T>,
    split: bool,
}

impl<T> Default for HeardOfOne<T> {
    fn default() -> Self {
        Self { value: None, least: None, split: false }
    }
}

impl<T: Copy + Ord + core::fmt::Debug> Heard<T, bool> for HeardOfOne<T> {
    #[inline(always)]
    fn clear(&mut self) {
        *self = Self::default();
    }

    #[inline(always)]
    fn hear(&mut self, value: T, _: usize, of: bool) {
        if of {
            let first = *self.value.get_or_insert(value);
            if first != value {
                self.split = true;
                self.least = Some(self.least.map_or(value.min(first), |least| least.min(value)));
            }
        }
    }

    #[inline(always)]
    fn any(&self) -> bool {
        self.value.is_some()
    }

    #[inline(always)]
    fn split(&self) -> bool {
        self.split
    }

    #[inline(always)]
    fn heard(&self, value: T, _: usize) -> bool {
        self.value == Some(value)
    }

    #[inline(always)]
    fn least_is(&self, value: T, _: usize) -> bool {
        self.least.or(self.value) == Some(value)
    }
}

/// What was heard of a block.
#[derive(Clone, Debug, Default)]
pub(super) struct HeardOfBlock {
    pub(super) of: [Lanes; CODES],
    any: Lanes,
    split: Lanes,
}

impl<T> Heard<T, Lanes> for HeardOfBlock {
    fn clear(&mut self) {
        *self = Self::default();
    }

    #[inline]
    fn hear(&mut self, _: T, code: usize, of: Lanes) {
        if let Some(plane) = self.of.get_mut(code) {
            self.split = self.split | (of & self.any & !*plane);
            *plane = *plane | of;
            self.any = self.any | of;
        }
    }

    fn any(&self) -> Lanes {
        self.any
    }

    fn split(&self) -> Lanes {
        self.split
    }

    fn heard(&self, _: T, code: usize) -> Lanes {
        self.of.get(code).copied().unwrap_or(Lanes::NONE)
    }

    fn least_is(&self, _: T, code: usize) -> Lanes {
        let less = self.of.iter().take(code).fold(Lanes::NONE, |less, plane| less | *plane);
        self.of.get(code).map_or(Lanes::NONE, |plane| *plane & !less)
    }
}
