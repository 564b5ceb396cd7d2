//! The facts that some guidelines ask for, and what they are of each row of a block.

use crate::evidence::{Evidence, Seen};
use crate::rule::condition::snapped;
use crate::rule::fact::{Flag, Quantity};
use crate::rule::mask::{BLOCK, Lanes, Mask as _};

use super::BlockGuidelines;
use super::ages::{ALL, NONE, Pair, Plane};
use super::columns::{Against, Ranges, place, turn};
use super::limits::{OfRows, Ready};

/// The distinct facts that some guidelines ask for. A fact is the one that its guideline names: two of one id may
/// read different things, as a probability of the model of one country or of another.
#[derive(Clone, Debug, Default)]
pub struct FactTable {
    flags: Vec<&'static Flag>,
    quantities: Vec<&'static Quantity>,
}

/// Bits of a flag in each row: so, not so.
const BITS_OF_FLAG: usize = 2;

/// Bits of a quantity in each row: not measured; known within limits only; and those limits not the usual ones.
const BITS_OF_QUANTITY: usize = 3;

/// Writes the bits of a row one after another.
struct Bits<'a> {
    words: core::slice::IterMut<'a, u64>,
    word: u64,
    filled: u32,
}

impl Bits<'_> {
    #[inline(always)]
    fn push(&mut self, bit: bool) {
        self.word |= u64::from(bit) << self.filled;
        self.filled += 1;
        if self.filled == 64 {
            self.flush();
        }
    }

    fn flush(&mut self) {
        if self.filled > 0 {
            let word = self.word;
            self.push_word(word);
        }
        (self.word, self.filled) = (0, 0);
    }

    fn push_word(&mut self, word: u64) {
        if let Some(slot) = self.words.next() {
            *slot = word;
        }
    }
}

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
        (BITS_OF_FLAG * self.flags.len() + BITS_OF_QUANTITY * self.quantities.len()).div_ceil(64)
    }

    /// The planes of a flag, the bits of rows beginning at one.
    pub(super) fn pair_of(&self, flag: &'static Flag, first: usize) -> Pair {
        let at = self.flags.iter().position(|known| core::ptr::eq(*known, flag));
        at.map_or(Pair::UNKNOWN, |at| {
            let yes = (first + BITS_OF_FLAG * at) as Plane;
            Pair { yes, no: yes + 1 }
        })
    }

    /// The usual limits of a quantity, by its place.
    pub(super) fn usual_ends(&self, at: usize) -> (f64, f64) {
        self.quantities.get(at).map_or((f64::NEG_INFINITY, f64::INFINITY), |quantity| usual_ends(quantity))
    }

    /// The planes of a quantity, by its place, the bits of rows beginning at one.
    pub(super) fn planes_of(&self, at: usize, first: usize) -> QuantityPlanes {
        let plane = (first + BITS_OF_FLAG * self.flags.len() + BITS_OF_QUANTITY * at) as Plane;
        QuantityPlanes { not_measured: plane, open: plane + 1, unusual: plane + 2 }
    }
}

/// The rows in which a quantity was not measured; in which it is known within limits only; in which these are not
/// the usual ones.
#[derive(Clone, Copy, Debug)]
pub(super) struct QuantityPlanes {
    pub(super) not_measured: Plane,
    pub(super) open: Plane,
    pub(super) unusual: Plane,
}

impl QuantityPlanes {
    pub(super) const NONE: Self = Self { not_measured: NONE, open: NONE, unusual: NONE };
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
            ranges.unusual = false;
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
        let mut bits = Bits { words: words.iter_mut(), word: 0, filled: 0 };
        for flag in &table.flags {
            let value = (flag.read)(evidence);
            bits.push(value == Some(true));
            bits.push(value == Some(false));
        }
        let place = place(row);
        for (quantity, ranges) in table.quantities.iter().zip(&mut self.ranges) {
            let seen = (quantity.read)(evidence);
            let unusual = matches!(seen, Seen::Between(low, high) if (low, high) != usual_ends(quantity));
            bits.push(seen == Seen::NotMeasured);
            bits.push(matches!(seen, Seen::Between(..)));
            bits.push(unusual);
            ranges.unusual |= unusual;
            let (low, high) = match seen {
                Seen::Known(value) => {
                    let value = snapped(value);
                    (value, value)
                }
                Seen::Between(low, high) => (snapped(low), snapped(high)),
                Seen::NotMeasured => (0.0, 0.0),
            };
            if let (Some(least), Some(most)) = (ranges.low.get_mut(place), ranges.high.get_mut(place)) {
                (*least, *most) = (low, high);
            }
        }
        bits.flush();
        let age = evidence.person.age.completed_years();
        guidelines.bits_of_age(age).iter().for_each(|&word| bits.push_word(word));
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
            let (against, known) = match compared.limit {
                Ready::Fixed(limit) => (Against::All(limit), ALL),
                Ready::ByAge(at) => {
                    let limits = self.limits.get(at).zip(guidelines.limits.by_age.get(at));
                    let Some((of_rows, limit)) = limits else { continue };
                    let higher = (!limit.is_one).then_some(&of_rows.high);
                    (Against::Each(&of_rows.low, higher), limit.known)
                }
            };
            let QuantityPlanes { not_measured, open, .. } = compared.of_quantity;
            // What is unknown within the usual limits is unknown to the comparison: two corners say as much as four.
            let of_ranges = ranges.unusual || !compared.usual_is_open;
            let mut truth = ranges.compare(compared.comparison, &against, of_ranges);
            let mut known = self.plane(known);
            if !of_ranges {
                known = known & !self.plane(open);
            }
            let not_measured = self.plane(not_measured);
            truth.yes = truth.yes & known & !not_measured;
            truth.no = (truth.no & known) | not_measured;
            self.put(compared.planes.yes, truth.yes);
            self.put(compared.planes.no, truth.no);
        }
    }

    /// Turns the bits of rows into planes.
    fn turn(&mut self, guidelines: &BlockGuidelines) {
        self.put(ALL, Lanes::ALL);
        let stride = guidelines.words().max(1);
        let mut square = [0_u64; 64];
        for (word, rows) in self.words.chunks_exact(64 * stride).enumerate() {
            let planes = self.planes.get_mut(guidelines.first_of_rows..).unwrap_or_default();
            for (at, planes) in planes.chunks_exact_mut(64).enumerate() {
                for (slot, bits) in square.iter_mut().zip(rows.chunks_exact(stride)) {
                    *slot = bits.get(at).copied().unwrap_or_default();
                }
                turn(&mut square);
                for (plane, &bits) in planes.iter_mut().zip(&square) {
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
