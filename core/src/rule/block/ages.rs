//! What hangs on the age alone: sets of ages, from which each row takes its bits by one look.

/// Ages in completed years that a document may state: 0 to 120.
pub(super) const AGES: usize = 121;

/// A number of a plane of a block.
pub(super) type Plane = u16;

/// The plane that has no row.
pub(super) const NONE: Plane = 0;
/// The plane that has every row.
pub(super) const ALL: Plane = 1;
/// The planes that are always there.
pub(super) const FIXED_PLANES: usize = 2;

/// Planes of whom something is so, and of whom it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) yes: Plane,
    pub(super) no: Plane,
}

impl Pair {
    pub(super) const UNKNOWN: Self = Self { yes: NONE, no: NONE };

    /// What is so, or not so, or unknown of everybody.
    pub(super) const fn always(holds: Option<bool>) -> Self {
        match holds {
            Some(true) => Self { yes: ALL, no: NONE },
            Some(false) => Self { yes: NONE, no: ALL },
            None => Self::UNKNOWN,
        }
    }

    pub(super) const fn opposite(self) -> Self {
        Self { yes: self.no, no: self.yes }
    }
}

/// Sets of ages, each once; each is a plane of a block.
#[derive(Clone, Debug)]
pub(super) struct AgeSets {
    first: usize,
    sets: Vec<u128>,
}

/// Every age.
const EVERY: u128 = (1 << AGES) - 1;

impl AgeSets {
    /// Without any; the planes of those to come begin here.
    pub(super) const fn from(first: usize) -> Self {
        Self { first, sets: Vec::new() }
    }

    /// The plane of the ages of which it is so.
    pub(super) fn plane(&mut self, is_so: impl Fn(u8) -> bool) -> Plane {
        self.plane_of(ages().filter(|&age| is_so(age)).fold(0_u128, |set, age| set | 1 << age))
    }

    fn plane_of(&mut self, set: u128) -> Plane {
        if set == 0 {
            return NONE;
        }
        if set == EVERY {
            return ALL;
        }
        let place = self.sets.iter().position(|known| *known == set).unwrap_or_else(|| {
            self.sets.push(set);
            self.sets.len() - 1
        });
        (self.first + place) as Plane
    }

    /// The planes of the ages of which it is so, and of which it is not.
    pub(super) fn pair(&mut self, holds: impl Fn(u8) -> Option<bool>) -> Pair {
        let (mut yes, mut no) = (0_u128, 0_u128);
        for age in ages() {
            match holds(age) {
                Some(true) => yes |= 1 << age,
                Some(false) => no |= 1 << age,
                None => {}
            }
        }
        Pair { yes: self.plane_of(yes), no: self.plane_of(no) }
    }

    /// Words of bits that each row takes.
    pub(super) const fn words(&self) -> usize {
        self.sets.len().div_ceil(64)
    }

    /// Of each age its bits: [`AgeSets::words`] of them after each other.
    pub(super) fn bits_by_age(&self) -> Vec<u64> {
        let word = |age: u8, sets: &[u128]| {
            sets.iter().rev().fold(0_u64, |word, set| word << 1 | u64::from(set >> age & 1 == 1))
        };
        ages().flat_map(|age| self.sets.chunks(64).map(move |sets| word(age, sets))).collect()
    }
}

/// Every age in completed years.
pub(super) fn ages() -> impl Iterator<Item = u8> + Clone {
    0..AGES as u8
}
