//! The verdict: which rules may decide, over every way of completing what is unknown. One code for one person and
//! for a block of them; it allocates nothing.

use super::asked::Asked;
use super::condition::When;
use super::guideline::Guideline;
use super::mask::{Mask, Truth};
use super::sets::Sets;

/// What the rules of a guideline say: which may decide, which hold.
#[derive(Clone, Debug)]
pub(super) struct Verdict<M: Mask> {
    /// Of whom it speaks.
    pub(super) applies: Truth<M>,
    /// The first part of the population that the person is outside of.
    pub(super) outside: M::Sets,
    /// Rules that decide in some completion of what is unknown.
    pub(super) possible: M::Sets,
    /// Rules that hold; those that only give further reasons among them where these were wanted.
    pub(super) holds: M::Sets,
    /// Additions that hold.
    pub(super) added: M::Sets,
    /// Additions that may hold.
    pub(super) open: M::Sets,
}

impl<M: Mask> Default for Verdict<M> {
    fn default() -> Self {
        let none = M::Sets::default;
        Self {
            applies: Truth::UNKNOWN,
            outside: none(),
            possible: none(),
            holds: none(),
            added: none(),
            open: none(),
        }
    }
}

/// The column of a table whose cells are being read. Its cells leave no one out: a person in it is in one of them.
struct Column<M> {
    gate: Option<&'static When>,
    /// Who is in it.
    open: Truth<M>,
    /// Of whom one of its cells decided, should the person be in it.
    decided: M,
}

/// What a rule does: of whom it holds, whom it may decide, and whom it decides.
struct Reach<M> {
    holds: M,
    may_decide: M,
    decides: M,
}

impl<M: Mask> Column<M> {
    fn is_of(&self, gate: &'static When) -> bool {
        self.gate.is_some_and(|before| core::ptr::eq(before, gate))
    }

    /// Who is in the column that was read before this rule, and so in none that follows.
    fn left_by(&self, when: &When) -> M {
        let same = matches!(when, When::Cell(gate, _) if self.is_of(gate));
        if self.gate.is_some() && !same { self.open.yes } else { M::NONE }
    }

    /// Whom a cell may decide, and whom it does. A person in the column whose row is unknown is in one of its cells;
    /// one whose column is unknown and whose row is known is in that row of it, or in another column.
    fn cell(&mut self, gate: &'static When, row: &When, asked: &impl Asked<M = M>) -> Reach<M> {
        if !self.is_of(gate) {
            *self = Self { gate: Some(gate), open: gate.truth(asked), decided: M::NONE };
        }
        if self.open.no.all() {
            return Reach { holds: M::NONE, may_decide: M::NONE, decides: M::NONE };
        }
        let row = row.truth(asked);
        let asks = !(self.decided | self.open.no);
        let decided = asks & row.yes;
        self.decided = self.decided | decided;
        Reach { holds: row.yes & self.open.yes, may_decide: asks & !row.no, decides: decided & self.open.yes }
    }
}

impl Guideline {
    /// Decides; rules after the one that decides are read only where they are wanted as further reasons.
    pub(super) fn judge<A: Asked>(&self, asked: &A, with_reasons: bool, said: &mut Verdict<A::M>) {
        let whose = asked.whose();
        let mut applies = Truth { yes: whose, no: !whose };
        for sets in [&mut said.outside, &mut said.possible, &mut said.holds, &mut said.added, &mut said.open]
        {
            sets.clear();
        }
        for (number, part) in self.population.iter().enumerate() {
            let belongs = part.when.truth(asked);
            said.outside.insert(number, belongs.no & !applies.no);
            applies = applies.and(belongs);
            if applies.no.all() {
                break;
            }
        }
        said.applies = applies;
        if applies.no.all() {
            return;
        }
        let speaks = !applies.no;
        let mut decided = applies.no;
        let mut column = Column { gate: None, open: Truth::UNKNOWN, decided: A::M::NONE };
        for (number, rule) in self.rules.iter().enumerate() {
            if !with_reasons && decided.all() {
                break;
            }
            decided = decided | column.left_by(&rule.when);
            let reach = match rule.when {
                When::Cell(gate, row) => column.cell(gate, row, asked),
                ref when => {
                    let holds = when.truth(asked);
                    Reach { holds: holds.yes, may_decide: !holds.no, decides: holds.yes }
                }
            };
            said.holds.insert(number, reach.holds & speaks);
            said.possible.insert(number, reach.may_decide & !decided);
            decided = decided | reach.decides;
        }
        for (number, addition) in self.additions.iter().enumerate() {
            let holds = addition.when.truth(asked);
            said.added.insert(number, holds.yes & speaks);
            said.open.insert(number, holds.open() & speaks);
        }
    }
}
