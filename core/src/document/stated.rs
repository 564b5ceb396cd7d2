//! The yes-or-no keys of an object of the document, packed: "any of these" is then one test of a mask.

use super::slot::Slotted;

/// A set of the keys of one object, by their place among its `KEYS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeySet(u64);

impl KeySet {
    /// The keys with these names. Made for constants: a name that is no key, or an object of more than 64 keys, does
    /// not compile there.
    ///
    /// # Panics
    /// Where a name is no key.
    #[must_use]
    pub const fn named(keys: &[&str], names: &[&str]) -> Self {
        assert!(keys.len() <= 64, "an object of more keys than a set has room for");
        let (mut set, mut rest) = (0, names);
        while let Some((name, others)) = rest.split_first() {
            set |= 1 << place(keys, name);
            rest = others;
        }
        Self(set)
    }

    /// Either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const fn place(keys: &[&str], name: &str) -> usize {
    let (mut place, mut rest) = (0, keys);
    while let Some((key, others)) = rest.split_first() {
        if same(key.as_bytes(), name.as_bytes()) {
            return place;
        }
        (place, rest) = (place + 1, others);
    }
    #[allow(clippy::panic, reason = "stops the build, where constants are made")]
    {
        panic!("no such key")
    }
}

const fn same(mut a: &[u8], mut b: &[u8]) -> bool {
    while let (Some((x, more_a)), Some((y, more_b))) = (a.split_first(), b.split_first()) {
        if *x != *y {
            return false;
        }
        (a, b) = (more_a, more_b);
    }
    a.is_empty() && b.is_empty()
}

/// What is stated of the yes-or-no keys of an object: yes, no, or nothing.
///
/// ```
/// use osteon::document::{RiskFactors, stated::KeySet};
/// const BOWEL: KeySet = RiskFactors::keys(&["coeliac_disease", "inflammatory_bowel_disease"]);
/// let said = RiskFactors { coeliac_disease: Some(false), ..Default::default() };
/// assert_eq!(said.stated().any(BOWEL), None);
/// assert_eq!(said.stated().or_no_if(true).any(BOWEL), Some(false));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    yes: u64,
    known: u64,
}

impl Stated {
    /// Adds the field at a place, if it is one of yes or no.
    #[inline(always)]
    pub(crate) fn put<T: Slotted>(&mut self, place: u32, field: &Option<T>) {
        let said = T::yes_or_no(field);
        self.yes |= u64::from(said == Some(true)) << place;
        self.known |= u64::from(said.is_some()) << place;
    }

    /// Whether any of these keys is so; `None` where none is and one is unknown.
    #[must_use]
    #[inline]
    pub const fn any(self, keys: KeySet) -> Option<bool> {
        if self.yes & keys.0 != 0 {
            Some(true)
        } else if self.known & keys.0 == keys.0 {
            Some(false)
        } else {
            None
        }
    }

    /// Whether any of these keys is stated to be so.
    #[must_use]
    #[inline]
    pub const fn says(self, keys: KeySet) -> bool {
        self.yes & keys.0 != 0
    }

    /// The same, a key left out being "no" where everything was asked.
    #[must_use]
    pub const fn or_no_if(self, asked: bool) -> Self {
        if asked { Self { known: u64::MAX, ..self } } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{History, RiskFactors};

    #[test]
    fn every_flag_is_found_by_its_name_and_no_other() {
        for (index, name) in RiskFactors::KEYS.iter().enumerate() {
            let mut said = RiskFactors::default();
            let Some(crate::document::slot::Slot::Flag(field)) =
                RiskFactors::slot_of(name).map(|slot| slot(&mut said))
            else {
                continue;
            };
            *field = Some(true);
            for (other, key) in RiskFactors::KEYS.iter().enumerate() {
                let expected = if index == other { Some(true) } else { None };
                assert_eq!(said.stated().any(RiskFactors::keys(&[key])), expected, "{name} {key}");
            }
        }
    }

    #[test]
    fn one_that_is_so_decides_and_one_unknown_leaves_it_open() {
        const TWO: KeySet = History::keys(&["dialysis", "pregnant"]);
        let of = |dialysis, pregnant| History { dialysis, pregnant, ..Default::default() }.stated().any(TWO);
        assert_eq!(of(Some(true), None), Some(true));
        assert_eq!(of(Some(false), None), None);
        assert_eq!(of(Some(false), Some(false)), Some(false));
        assert!(!History::default().stated().or_no_if(true).says(TWO));
    }
}
