//! Where the predicates of one guideline are found among the planes of a block.

use crate::rule::condition::When;

use super::ages::Pair;
use super::facts::QuantityPlanes;

/// A predicate of a guideline.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaf {
    /// Of whom it holds, and of whom it does not.
    pub(super) pair: Pair,
    /// Its fact: one number for all facts of one id.
    pub(super) fact: u16,
    /// Its place among the predicates of that fact.
    pub(super) slot: u16,
    /// Of a quantity its place and its planes.
    pub(super) quantity: u16,
    pub(super) planes: QuantityPlanes,
}

/// The predicates of a guideline, by where they stand in memory: rules are static, and each predicate is asked
/// where it stands. The slots are those of a table that is half empty at most, taken in turn from the first.
#[derive(Clone, Debug, Default)]
pub(super) struct Leaves {
    slots: Vec<(usize, u16)>,
    leaves: Vec<(usize, Leaf)>,
}

fn address(predicate: &When) -> usize {
    core::ptr::from_ref(predicate).addr()
}

/// The slot at which an address is looked for first, of so many; that is a power of two.
#[inline(always)]
fn first(address: usize, size: usize) -> usize {
    // Fibonacci hashing: the upper half is well mixed.
    let mixed = (address as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    mixed as usize & size.wrapping_sub(1)
}

impl Leaves {
    /// Adds a predicate.
    pub(super) fn push(&mut self, predicate: &When, leaf: Leaf) {
        if self.get(predicate).is_some() {
            return;
        }
        self.leaves.push((address(predicate), leaf));
        let size = (2 * self.leaves.len()).next_power_of_two().max(2);
        let from = if size == self.slots.len() { self.leaves.len() - 1 } else { 0 };
        if from == 0 {
            self.slots.clear();
            self.slots.resize(size, (0, 0));
        }
        for (number, (address, _)) in (0_u16..).zip(&self.leaves).skip(from) {
            let mut at = first(*address, size);
            while let Some(slot) = self.slots.get_mut(at) {
                if slot.0 == 0 {
                    *slot = (*address, number);
                    break;
                }
                at = (at + 1) & (size - 1);
            }
        }
    }

    /// A predicate of the guideline.
    #[inline]
    pub(super) fn get(&self, predicate: &When) -> Option<&Leaf> {
        let address = address(predicate);
        let mut at = first(address, self.slots.len());
        loop {
            let (found, number) = *self.slots.get(at)?;
            if found == address {
                return self.leaves.get(usize::from(number)).map(|(_, leaf)| leaf);
            }
            if found == 0 {
                return None;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}
