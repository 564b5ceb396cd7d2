//! The yes-or-no keys of an object of the document, packed: "any of these" is then one test of a mask.

use super::slot::Slotted;
use crate::bytes::lowest_bits;

/// A set of the keys of yes or no of one object, by their place among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeySet(u64);

impl KeySet {
    /// The keys with these names, `flags` saying which keys are of yes or no. Made for constants: a name that is no
    /// such key, or an object of more than 64 of them, does not compile there.
    ///
    /// # Panics
    /// Where a name is no key of yes or no.
    #[must_use]
    pub const fn named(keys: &[&str], flags: &[bool], names: &[&str]) -> Self {
        let (mut set, mut rest) = (0, names);
        while let Some((name, others)) = rest.split_first() {
            set |= 1 << place(keys, flags, name);
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

const fn place(keys: &[&str], flags: &[bool], name: &str) -> usize {
    let (mut place, mut rest) = (0, (keys, flags));
    while let (Some((key, keys)), Some((flag, flags))) = (rest.0.split_first(), rest.1.split_first()) {
        if *flag && same(key.as_bytes(), name.as_bytes()) {
            assert!(place < MOST, "an object of more flags than a set has room for");
            return place;
        }
        (place, rest) = (place + *flag as usize, (keys, flags));
    }
    #[allow(clippy::panic, reason = "stops the build, where constants are made")]
    {
        panic!("no such key")
    }
}

/// As many flags as an object may have.
const MOST: usize = 64;

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

/// Flags before they are packed, copied in a few moves where they stand side by side in memory.
pub(crate) struct Unpacked {
    said: [Option<bool>; MOST],
    len: usize,
}

impl Default for Unpacked {
    #[inline(always)]
    fn default() -> Self {
        Self { said: [None; MOST], len: 0 }
    }
}

impl Unpacked {
    /// Adds the field, if it is one of yes or no.
    #[inline(always)]
    pub(crate) fn put<T: Slotted>(&mut self, field: &Option<T>) {
        if !T::IS_FLAG {
            return;
        }
        if let Some(place) = self.said.get_mut(self.len) {
            *place = T::yes_or_no(field);
        }
        self.len += 1;
    }

    #[inline(always)]
    pub(crate) fn packed(self) -> Stated {
        pack(&self.said)
    }
}

/// Eight flags at a time. Not inlined, so that they are copied to it as they are and not taken apart one by one.
#[inline(never)]
fn pack(said: &[Option<bool>; MOST]) -> Stated {
    let mut bytes = [0_u8; MOST];
    for (byte, said) in bytes.iter_mut().zip(said) {
        // Bit 0: yes. Bit 1: unknown.
        *byte = said.map_or(2, u8::from);
    }
    let (mut yes, mut unknown) = (0, 0);
    let (eights, _) = bytes.as_chunks::<8>();
    for (eight, at) in eights.iter().zip((0..).step_by(8)) {
        let eight = u64::from_le_bytes(*eight);
        yes |= lowest_bits(eight) << at;
        unknown |= lowest_bits(eight >> 1) << at;
    }
    Stated { yes, known: !unknown }
}

/// What is stated of each flag, one after another.
pub(crate) struct Each {
    yes: u64,
    known: u64,
}

impl Each {
    /// Makes the field, if it is one of yes or no, what is stated next.
    #[inline(always)]
    pub(crate) fn set<T: Slotted>(&mut self, field: &mut Option<T>) {
        if T::IS_FLAG {
            T::say(field, (self.known & 1 != 0).then_some(self.yes & 1 != 0));
            (self.yes, self.known) = (self.yes >> 1, self.known >> 1);
        }
    }
}

impl Stated {
    /// The statement that one key is so; `None` for a name that is no key of yes or no.
    pub(crate) fn yes(keys: &[&str], flags: &[bool], name: &str) -> Option<Self> {
        let of_flags = keys.iter().zip(flags).filter(|(_, is_flag)| **is_flag);
        let place = of_flags.map(|(key, _)| *key).position(|key| key == name)?;
        let one = 1 << place;
        Some(Self { yes: one, known: one })
    }

    /// The same with one key stated too, where that is known.
    #[inline(always)]
    pub(crate) const fn with(self, key: Self, known: bool, yes: bool) -> Self {
        let known = key.known & (known as u64).wrapping_neg();
        Self { yes: self.yes | known & (yes as u64).wrapping_neg(), known: self.known | known }
    }

    /// What is stated of each flag, in their order.
    pub(crate) const fn each(self) -> Each {
        Each { yes: self.yes, known: self.known }
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
        let set = |said: &mut RiskFactors, name: &str, value: bool| {
            if let Some(crate::document::slot::Slot::Flag(field)) =
                RiskFactors::slot_of(name).map(|slot| slot(said))
            {
                *field = Some(value);
                return true;
            }
            false
        };
        let flags: Vec<&str> = RiskFactors::KEYS
            .iter()
            .copied()
            .filter(|name| set(&mut RiskFactors::default(), name, true))
            .collect();
        assert!(flags.len() > 40);
        for name in &flags {
            for value in [true, false] {
                let mut said = RiskFactors::default();
                set(&mut said, name, value);
                for key in &flags {
                    let expected = (name == key).then_some(value);
                    assert_eq!(said.stated().any(RiskFactors::keys(&[key])), expected, "{name} {key}");
                }
            }
        }
    }

    #[test]
    #[should_panic(expected = "no such key")]
    fn a_number_is_no_flag() {
        let _ = RiskFactors::keys(&["falls_past_year"]);
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
