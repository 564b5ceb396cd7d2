//! The facts that some guidelines ask for, and what they are of each row of a block.

use crate::evidence::{Evidence, Seen};
use crate::rule::condition::snapped;
use crate::rule::fact::{Flag, Quantity};
use crate::rule::mask::{BLOCK, Lanes, WORDS};

use super::BlockGuidelines;
use super::ages::{ALL, FIXED_PLANES, Pair, Plane};
use super::columns::{Ranges, place, turn};
use super::limits::OfRows;

/// The distinct facts that some guidelines ask for. A fact is the one that its guideline names: two of one id may
/// read different things, as a probability of the model of one country or of another.
#[derive(Clone, Debug, Default)]
pub struct FactTable {
    flags: Vec<&'static Flag>,
    quantities: Vec<&'static Quantity>,
}

/// Words of bits in which 64 quantities lie: not measured, known within limits only, and so within limits that are
/// not the usual ones.
const WORDS_OF_QUANTITIES: usize = 3;

impl FactTable {
    /// The yes-or-no facts.
    #[must_use]
    pub fn flags(&self) -> &[&'static Flag] {
        &self.flags
    }

    /// The quantities.
    #[must_use]
    pub fn quantities(&self) -> &[&'static Quantity] {
        &self.quantities
    }

    pub(super) fn add_flag(&mut self, flag: &'static Flag) {
        if !self.flags.iter().any(|known| core::ptr::eq(*known, flag)) {
            self.flags.push(flag);
        }
    }

    pub(super) fn add_quantity(&mut self, quantity: &'static Quantity) {
        if !self.quantities.iter().any(|known| core::ptr::eq(*known, quantity)) {
            self.quantities.push(quantity);
        }
    }

    pub(super) fn place_of(&self, quantity: &'static Quantity) -> usize {
        self.quantities.iter().position(|known| core::ptr::eq(*known, quantity)).unwrap_or(usize::MAX)
    }

    /// Words of bits that each row takes.
    pub(super) fn words(&self) -> usize {
        2 * self.flags.len().div_ceil(64) + WORDS_OF_QUANTITIES * self.quantities.len().div_ceil(64)
    }

    /// The planes of a flag, the bits of rows beginning at one.
    pub(super) fn pair_of(&self, flag: &'static Flag, first: usize) -> Pair {
        let at = self.flags.iter().position(|known| core::ptr::eq(*known, flag)).unwrap_or(usize::MAX / 256);
        let yes = (first + at / 64 * 128 + at % 64) as Plane;
        Pair { yes, no: yes + 64 }
    }

    /// The plane of the rows in which a quantity, by its place, was not measured. That of those in which it is
    /// unknown is 64 further, that of those in which its limits are not the usual ones as far again.
    pub(super) fn not_measured(&self, at: usize, first: usize) -> Plane {
        let flags = 128 * self.flags.len().div_ceil(64);
        (first + flags + at / 64 * 64 * WORDS_OF_QUANTITIES + at % 64) as Plane
    }
}

/// The usual limits of a quantity that is not known: a percentage lies between 0 and 100.
pub(super) fn usual_ends(quantity: &Quantity) -> (f64, f64) {
    if quantity.unit == "%" { (0.0, 100.0) } else { (f64::NEG_INFINITY, f64::INFINITY) }
}

/// What the facts of some guidelines are of each row of a block. Made once and filled again and again: a row is set
/// without allocating.
#[derive(Clone, Debug)]
pub struct FactBlock {
    rows: Lanes,
    /// Of each row its words of bits.
    words: Vec<u64>,
    pub(super) ages: Box<[u8; BLOCK]>,
    pub(super) ranges: Vec<Ranges>,
    limits: Vec<OfRows>,
    pub(super) planes: Vec<Lanes>,
}

impl FactBlock {
    /// An empty block for these guidelines.
    #[must_use]
    pub fn new(guidelines: &BlockGuidelines) -> Self {
        Self {
            rows: Lanes::default(),
            words: vec![0; BLOCK * guidelines.words()],
            ages: Box::new([0; BLOCK]),
            ranges: vec![Ranges::NONE; guidelines.facts().quantities.len()],
            limits: vec![OfRows::NONE; guidelines.limits.by_age.len()],
            planes: vec![Lanes::default(); guidelines.first_of_rows + 64 * guidelines.words()],
        }
    }

    /// Forgets every row.
    pub fn clear(&mut self) {
        self.rows = Lanes::default();
        for ranges in &mut self.ranges {
            ranges.spread = false;
        }
    }

    /// The rows that were set.
    #[must_use]
    pub const fn rows(&self) -> Lanes {
        self.rows
    }

    /// Reads every fact of one row, each once. A row beyond [`BLOCK`] is left out.
    ///
    /// The guidelines are those that the block was made for, the evidence one under the same options.
    pub fn set_row(&mut self, guidelines: &BlockGuidelines, row: usize, evidence: &Evidence<'_>) {
        let (table, stride) = (guidelines.facts(), guidelines.words());
        let Some(words) = self.words.get_mut(row * stride..(row + 1) * stride) else { return };
        let mut words = words.iter_mut();
        let mut put = |word: u64| {
            if let Some(slot) = words.next() {
                *slot = word;
            }
        };
        for flags in table.flags.chunks(64) {
            let (mut yes, mut no) = (0, 0);
            for (bit, flag) in flags.iter().enumerate() {
                let value = (flag.read)(evidence);
                yes |= u64::from(value == Some(true)) << bit;
                no |= u64::from(value == Some(false)) << bit;
            }
            put(yes);
            put(no);
        }
        let place = place(row);
        let mut ranges = self.ranges.iter_mut();
        for quantities in table.quantities.chunks(64) {
            let (mut not_measured, mut open, mut unusual) = (0, 0, 0);
            for (bit, (quantity, ranges)) in quantities.iter().zip(&mut ranges).enumerate() {
                let (low, high) = match (quantity.read)(evidence) {
                    Seen::Known(value) => {
                        let value = snapped(value);
                        (value, value)
                    }
                    Seen::Between(low, high) => {
                        open |= 1 << bit;
                        unusual |= u64::from((low, high) != usual_ends(quantity)) << bit;
                        ranges.spread = true;
                        (snapped(low), snapped(high))
                    }
                    Seen::NotMeasured => {
                        not_measured |= 1 << bit;
                        (0.0, 0.0)
                    }
                };
                if let (Some(least), Some(most)) = (ranges.low.get_mut(place), ranges.high.get_mut(place)) {
                    (*least, *most) = (low, high);
                }
            }
            put(not_measured);
            put(open);
            put(unusual);
        }
        let age = evidence.person.age.completed_years();
        guidelines.bits_of_age(age).iter().copied().for_each(put);
        if let Some(slot) = self.ages.get_mut(place) {
            *slot = age;
            self.rows.insert(row);
        }
    }

    /// Makes the block ready to be decided: once its rows are set.
    pub fn ready(&mut self, guidelines: &BlockGuidelines) {
        self.turn(guidelines);
        for (limits, limit) in self.limits.iter_mut().zip(&guidelines.limits.by_age) {
            limits.look_up(limit, &self.ages);
        }
        for compared in &guidelines.compared {
            let Some(ranges) = self.ranges.get(compared.quantity) else { continue };
            let (mut truth, known) = match compared.limit {
                super::limits::Ready::Fixed(limit) => (ranges.compare(compared.comparison, limit), ALL),
                super::limits::Ready::ByAge(at) => {
                    let (Some(of_rows), Some(limit)) =
                        (self.limits.get(at), guidelines.limits.by_age.get(at))
                    else {
                        continue;
                    };
                    let higher = (!limit.is_one).then_some(&of_rows.high);
                    (ranges.compare_by_row(compared.comparison, &of_rows.low, higher), limit.known)
                }
            };
            let (known, not_measured) = (self.plane(known), self.plane(compared.not_measured));
            truth.yes = truth.yes & known & !not_measured;
            truth.no = (truth.no & known) | not_measured;
            self.put(compared.planes.yes, truth.yes);
            self.put(compared.planes.no, truth.no);
        }
    }

    /// Turns the bits of rows into planes.
    fn turn(&mut self, guidelines: &BlockGuidelines) {
        use crate::rule::mask::Mask as _;
        self.put(ALL, Lanes::ALL);
        let stride = guidelines.words();
        debug_assert!(guidelines.first_of_rows >= FIXED_PLANES);
        for word in 0..WORDS {
            for at in 0..stride {
                let mut square = [0_u64; 64];
                let of_rows = self.words.iter().skip(word * 64 * stride + at).step_by(stride.max(1));
                for (slot, bits) in square.iter_mut().zip(of_rows) {
                    *slot = *bits;
                }
                turn(&mut square);
                let planes = self.planes.iter_mut().skip(guidelines.first_of_rows + at * 64);
                for (plane, bits) in planes.zip(square) {
                    if let Some(slot) = plane.0.get_mut(word) {
                        *slot = bits;
                    }
                }
            }
        }
    }

    /// The age of a row, in completed years.
    pub(super) fn age(&self, row: usize) -> u8 {
        self.ages.get(place(row)).copied().unwrap_or_default()
    }

    #[inline(always)]
    pub(super) fn plane(&self, plane: Plane) -> Lanes {
        self.planes.get(usize::from(plane)).copied().unwrap_or_default()
    }

    fn put(&mut self, plane: Plane, lanes: Lanes) {
        if let Some(slot) = self.planes.get_mut(usize::from(plane)) {
            *slot = lanes;
        }
    }
}
