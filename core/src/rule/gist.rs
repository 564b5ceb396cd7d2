//! What a verdict says in short, so that two can be held against each other.

use crate::document::guidance::Recommendation;

use super::asked::Codes;
use super::guideline::Guideline;
use super::mask::{Mask, Truth};
use super::say::Reading;
use super::sets::{Heard as _, Sets as _};
use super::verdict::Verdict;

/// What a verdict says, so far that two can be held against each other: other rules may say the same.
#[derive(Clone, Debug)]
pub(super) struct Gist<M: Mask> {
    applies: Truth<M>,
    outside: M::Sets,
    /// The possible rules, each replaced by the first of the same outcome.
    pub(super) outcomes: M::Sets,
    /// The recommendations that additions make: what is recommended anyway adds nothing.
    pub(super) added: M::Sets,
    /// Those that they may make beyond these.
    open: M::Sets,
}

impl<M: Mask> Default for Gist<M> {
    fn default() -> Self {
        let none = M::Sets::default;
        Self { applies: Truth::UNKNOWN, outside: none(), outcomes: none(), added: none(), open: none() }
    }
}

impl<M: Mask> Gist<M> {
    /// Of a verdict, read.
    pub(super) fn draw(
        &mut self,
        guideline: &Guideline,
        verdict: &Verdict<M>,
        reading: &Reading<M>,
        codes: &impl Codes,
    ) {
        self.applies = verdict.applies;
        self.outside.take(M::ALL, &verdict.outside);
        for sets in [&mut self.outcomes, &mut self.added, &mut self.open] {
            sets.clear();
        }
        verdict.possible.each(|number, of| self.outcomes.insert(codes.outcome(guideline, number), of));
        let also = |number: usize| guideline.additions.get(number).map(|addition| addition.also);
        let [_, agree, _] = reading.agree;
        let beyond = |one: Recommendation| !(agree & reading.recommendation.heard(one, one as usize));
        verdict.added.each(|number, of| {
            if let Some(also) = also(number) {
                self.added.insert(also as usize, of & beyond(also));
            }
        });
        verdict.open.each(|number, of| {
            if let Some(also) = also(number) {
                let open = of & beyond(also) & !self.added.has(also as usize);
                self.open.insert(also as usize, open);
            }
        });
    }

    /// Of whom two say something else.
    pub(super) fn differ(&self, other: &Self) -> M {
        (self.applies.yes ^ other.applies.yes)
            | (self.applies.no ^ other.applies.no)
            | self.outside.differ(&other.outside)
            | self.outcomes.differ(&other.outcomes)
            | self.added.differ(&other.added)
            | self.open.differ(&other.open)
    }

    /// Takes over what another says of some.
    pub(super) fn take(&mut self, of: M, other: &Self) {
        let of_either = |mine: M, theirs: M| (mine & !of) | (theirs & of);
        self.applies = Truth {
            yes: of_either(self.applies.yes, other.applies.yes),
            no: of_either(self.applies.no, other.applies.no),
        };
        self.outside.take(of, &other.outside);
        self.outcomes.take(of, &other.outcomes);
        self.added.take(of, &other.added);
        self.open.take(of, &other.open);
    }
}
