//! What rules ask: the one door through which they see one person or a block of them.

use super::completion::is_open;
use super::condition::When;
use super::fact::View;
use super::guideline::Guideline;
use super::mask::{Mask, Truth};
use super::say::Step;

/// One person, or a block of them, whom rules ask.
pub(super) trait Asked {
    /// Yes or no, of as many.
    type M: Mask;
    /// The same, a fact taken as something else.
    type Supposed<'s>: Asked<M = Self::M>;

    /// Who is asked.
    fn whose(&self) -> Self::M;

    /// Whether a predicate holds: a yes, a no or a comparison.
    fn predicate(&self, predicate: &When) -> Truth<Self::M>;

    /// Of whom the fact of a predicate is unknown.
    fn open(&self, predicate: &When) -> Self::M;

    /// Who is of an age at which a step can be taken.
    fn of_age_for(&self, step: &Step) -> Self::M;

    /// Calls back with the fact of a predicate taken as every answer that it may have, for the guideline, of some;
    /// and with those of them who may give that answer.
    fn suppose(
        &self,
        guideline: &Guideline,
        predicate: &When,
        of: Self::M,
        visit: impl FnMut(&Self::Supposed<'_>, Self::M),
    );
}

impl<'a> Asked for View<'a> {
    type M = bool;
    type Supposed<'s> = View<'s>;

    #[inline(always)]
    fn whose(&self) -> bool {
        true
    }

    #[inline]
    fn predicate(&self, predicate: &When) -> Truth<bool> {
        match predicate {
            When::Yes(flag) => self.flag(flag).into(),
            When::No(flag) => Truth::from(self.flag(flag)).opposite(),
            When::Is(quantity, comparison, limit) => {
                comparison.decides(self.quantity(quantity), limit.here(self))
            }
            When::All(_) | When::Any(_) | When::NoneOf(_) | When::Cell(..) => Truth::UNKNOWN,
        }
    }

    fn open(&self, predicate: &When) -> bool {
        predicate.fact().is_some_and(|fact| is_open(fact, self))
    }

    fn of_age_for(&self, step: &Step) -> bool {
        step.ages.contains(&self.age())
    }

    fn suppose(
        &self,
        guideline: &Guideline,
        predicate: &When,
        of: bool,
        mut visit: impl FnMut(&View<'_>, bool),
    ) {
        let Some(fact) = predicate.fact().filter(|_| of) else { return };
        guideline.for_each_answer(fact, self, &mut |answer| {
            visit(&View { evidence: self.evidence, taken: &[(fact, answer.taken)] }, true);
        });
    }
}

/// Codes by which a block tells values apart; one person needs none.
pub(super) trait Codes {
    /// The code of a rule's category, below [`super::sets::CODES`].
    fn category(&self, rule: usize) -> usize;

    /// The first rule with the outcome of this one.
    fn outcome(&self, guideline: &Guideline, rule: usize) -> usize;
}

/// One person's values are told apart by themselves.
#[derive(Clone, Copy, Debug)]
pub(super) struct NoCodes;

impl Codes for NoCodes {
    fn category(&self, _: usize) -> usize {
        0
    }

    fn outcome(&self, guideline: &Guideline, rule: usize) -> usize {
        guideline.first_alike(rule)
    }
}

impl Guideline {
    /// The first rule with the outcome of this one.
    pub(super) fn first_alike(&self, rule: usize) -> usize {
        let then = self.rules.get(rule).map(|rule| &rule.then);
        self.rules.iter().position(|other| Some(&other.then) == then).unwrap_or(rule)
    }

    /// Calls back with the predicates of its rules, in order.
    pub(super) fn for_each_predicate_of_rules(&self, visit: &mut dyn FnMut(&When)) {
        for rule in self.rules {
            rule.when.for_each(visit);
        }
    }
}
