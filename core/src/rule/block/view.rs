//! A block, as rules see it.

use crate::evidence::Seen;
use crate::rule::asked::Asked;
use crate::rule::condition::When;
use crate::rule::guideline::Guideline;
use crate::rule::mask::{Lanes, Mask, Truth};
use crate::rule::say::{STEPS, Step};

use super::BlockGuidelines;
use super::ages::{NONE, Pair};
use super::facts::FactBlock;
use super::plan::Plan;

/// A block that one guideline asks, one fact perhaps taken as something else.
#[derive(Clone, Copy, Debug)]
pub(super) struct BlockView<'a> {
    pub(super) guidelines: &'a BlockGuidelines,
    pub(super) plan: &'a Plan,
    pub(super) facts: &'a FactBlock,
    pub(super) taken: Taken<'a>,
}

/// What a fact is taken to be, of all rows.
#[derive(Clone, Copy, Debug)]
pub(super) enum Taken<'a> {
    /// None is.
    Nothing,
    /// Yes or no.
    Flag(u16, bool),
    /// An answer of a band: what its predicates, by their slots, say of it.
    Band(u16, &'a [Pair]),
    /// The least that it may be, or the most, of some rows.
    End(u16, usize, bool, Lanes),
}

impl BlockView<'_> {
    #[inline(always)]
    fn truth(&self, pair: Pair) -> Truth<Lanes> {
        Truth { yes: self.facts.plane(pair.yes), no: self.facts.plane(pair.no) }
    }

    /// The limits between which a quantity of a row lies.
    fn ends(&self, quantity: usize, row: usize) -> Option<(f64, f64)> {
        self.facts.ranges.get(quantity).and_then(|ranges| ranges.of_row(row))
    }

    /// What a comparison says of the least or of the most that a quantity may be.
    fn at_end(&self, predicate: &When, quantity: usize, most: bool, rows: Lanes) -> Truth<Lanes> {
        let mut truth = Truth::UNKNOWN;
        let When::Is(_, comparison, limit) = predicate else { return truth };
        for row in rows.rows() {
            let Some((low, high)) = self.ends(quantity, row) else { continue };
            let limit = self.guidelines.limits.here(limit, self.facts.age(row));
            let holds = comparison.decides(Seen::Known(if most { high } else { low }), limit);
            if holds.yes {
                truth.yes.insert(row);
            }
            if holds.no {
                truth.no.insert(row);
            }
        }
        truth
    }
}

impl<'a> Asked for BlockView<'a> {
    type M = Lanes;
    type Supposed<'s> = BlockView<'s>;

    fn whose(&self) -> Lanes {
        self.facts.rows()
    }

    #[inline]
    fn predicate(&self, predicate: &When) -> Truth<Lanes> {
        let Some(leaf) = self.plan.leaves.get(predicate) else { return Truth::UNKNOWN };
        match self.taken {
            Taken::Flag(fact, value) if fact == leaf.fact => {
                if matches!(predicate, When::Yes(_)) == value {
                    Truth::YES
                } else {
                    Truth::NO
                }
            }
            Taken::Band(fact, slots) if fact == leaf.fact => {
                self.truth(slots.get(usize::from(leaf.slot)).copied().unwrap_or(Pair::UNKNOWN))
            }
            Taken::End(fact, quantity, most, rows) if fact == leaf.fact => {
                self.at_end(predicate, quantity, most, rows)
            }
            _ => self.truth(leaf.pair),
        }
    }

    fn open(&self, predicate: &When) -> Lanes {
        match (predicate, self.plan.leaves.get(predicate)) {
            (When::Is(..), Some(leaf)) => self.facts.plane(leaf.planes.open),
            (_, Some(leaf)) => self.truth(leaf.pair).open(),
            (_, None) => Lanes::NONE,
        }
    }

    fn of_age_for(&self, step: &Step) -> Lanes {
        let mut planes = STEPS.iter().zip(self.guidelines.of_age_for);
        let plane = planes.find(|(one, _)| one.field == step.field).map_or(NONE, |(_, plane)| plane);
        self.facts.plane(plane)
    }

    fn suppose(
        &self,
        _: &Guideline,
        predicate: &When,
        of: Lanes,
        mut visit: impl FnMut(&BlockView<'_>, Lanes),
    ) {
        let Some(leaf) = self.plan.leaves.get(predicate) else { return };
        if !matches!(predicate, When::Is(..)) {
            for value in [true, false] {
                visit(&BlockView { taken: Taken::Flag(leaf.fact, value), ..*self }, of);
            }
            return;
        }
        let quantity = usize::from(leaf.quantity);
        let unusual = of & self.facts.plane(leaf.planes.unusual);
        for band in self.plan.bands(leaf.fact) {
            let mut may = of & !unusual & self.facts.plane(band.usual);
            for row in unusual.rows() {
                if self.ends(quantity, row).is_some_and(|ends| band.lies_within(self.facts.age(row), ends)) {
                    may.insert(row);
                }
            }
            visit(&BlockView { taken: Taken::Band(leaf.fact, &band.slots), ..*self }, may);
        }
        for most in [false, true] {
            let mut finite = Lanes::NONE;
            for row in unusual.rows() {
                let end = self.ends(quantity, row).map(|(low, high)| if most { high } else { low });
                if end.is_some_and(f64::is_finite) {
                    finite.insert(row);
                }
            }
            if finite.any() {
                visit(&BlockView { taken: Taken::End(leaf.fact, quantity, most, finite), ..*self }, finite);
            }
        }
    }
}
