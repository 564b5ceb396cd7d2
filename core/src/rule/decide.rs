//! The decision: which rules may decide, over every way of completing what is unknown. Allocates nothing.

use crate::document::guidance::{Recommendation, Tier};
use crate::quantity::Age;
use crate::risk::supplied_frax;

use super::completion::is_open;
use super::condition::When;
use super::fact::{Fact, View};
use super::guideline::{Addition, Guideline, Outcome, Rule};

/// What the rules of a guideline say of one person: which may decide, which hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Whether it speaks of this person.
    pub applies: Option<bool>,
    /// The part of the population that the person is outside of.
    pub outside: Option<u8>,
    /// Rules that decide in some completion of what is unknown.
    possible: u64,
    /// Rules that hold.
    holds: u64,
    /// Additions that hold.
    added: u32,
    /// Additions that may hold.
    open: u32,
}

/// A decision, read: what all possible rules agree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The category, where one is possible.
    pub category: Option<&'static str>,
    /// The recommendation.
    pub recommendation: Recommendation,
    /// The tier, where one is possible.
    pub tier: Option<Tier>,
    /// Whether one outcome is possible.
    pub decided: bool,
    /// The step that answers an unknown on which the recommendation hangs.
    pub next: Option<Recommendation>,
}

/// The column of a table whose cells are being read. Its cells leave no one out: a person in it is in one of them.
#[derive(Default)]
struct Column {
    gate: Option<&'static When>,
    /// Whether the person is in it.
    open: Option<bool>,
    /// Whether one of its cells decided, should the person be in it.
    decided: bool,
}

impl Column {
    /// Whether the person is in the column that was read before this rule, and so in none that follows.
    fn is_left_by(&self, when: &When) -> bool {
        let same =
            matches!((when, self.gate), (When::Cell(gate, _), Some(before)) if core::ptr::eq(*gate, before));
        self.gate.is_some() && !same && self.open == Some(true)
    }

    /// Whether a cell may decide, and whether it does. A person in the column whose row is unknown is in one of
    /// its cells; one whose column is unknown and whose row is known is in that row of it, or in another column.
    fn cell(&mut self, gate: &'static When, row: &When, view: &View<'_>) -> (bool, bool) {
        if !self.gate.is_some_and(|before| core::ptr::eq(before, gate)) {
            *self = Self { gate: Some(gate), open: gate.holds(view), decided: false };
        }
        if self.decided || self.open == Some(false) {
            return (false, false);
        }
        let holds = row.holds(view);
        self.decided = holds == Some(true);
        (holds != Some(false), self.decided && self.open == Some(true))
    }
}

/// A step that answers an unknown.
struct Step {
    /// The beginning of the field of the unknown.
    field: &'static str,
    /// Ages, in completed years, at which the step can be taken.
    ages: core::ops::RangeInclusive<f64>,
    ask: Recommendation,
}

/// Whether bone density can be measured shows once it is asked for.
const STEPS: &[Step] = &[
    Step { field: "frax", ages: supplied_frax::AGES, ask: Recommendation::CalculateFrax },
    Step { field: "history.bmd_not_possible", ages: Age::MIN..=Age::MAX, ask: Recommendation::MeasureBmd },
];

impl Guideline {
    /// Decides for one person, with every rule that holds.
    #[must_use]
    pub fn decide(&self, view: &View<'_>) -> Decision {
        self.decided(view, true)
    }

    /// Decides; rules after the one that decides are read only where they are wanted as further reasons.
    pub(super) fn decided(&self, view: &View<'_>, with_reasons: bool) -> Decision {
        let mut said =
            Decision { applies: Some(true), outside: None, possible: 0, holds: 0, added: 0, open: 0 };
        for (index, part) in (0_u8..).zip(self.population) {
            match part.when.holds(view) {
                Some(true) => {}
                Some(false) => {
                    said.applies = Some(false);
                    said.outside = Some(index);
                    return said;
                }
                None => said.applies = None,
            }
        }
        let mut decided = false;
        let mut column = Column::default();
        for (index, rule) in (0_u8..64).zip(self.rules) {
            if decided && !with_reasons {
                break;
            }
            let holds = rule.when.holds(view);
            if holds == Some(true) {
                said.holds |= 1 << index;
            }
            decided |= column.is_left_by(&rule.when);
            if decided {
                continue;
            }
            let (may_decide, decides) = match rule.when {
                When::Cell(gate, row) => column.cell(gate, row, view),
                _ => (holds != Some(false), holds == Some(true)),
            };
            if may_decide {
                said.possible |= 1 << index;
            }
            decided = decides;
        }
        for (index, addition) in (0_u8..32).zip(self.additions) {
            match addition.when.holds(view) {
                Some(true) => said.added |= 1 << index,
                None => said.open |= 1 << index,
                Some(false) => {}
            }
        }
        said
    }

    /// The outcomes that are possible, in the order of the rules; one may come more than once.
    pub fn possible(&self, decision: Decision) -> impl Iterator<Item = &'static Outcome> + use<> {
        (0_u8..64)
            .zip(self.rules)
            .filter(move |(index, _)| decision.possible & (1 << index) != 0)
            .map(|(_, rule)| &rule.then)
    }

    /// Rules that may decide, while one further down that may decide too would say something else.
    pub(super) fn open_rules(&self, decision: Decision) -> impl Iterator<Item = &'static Rule> + use<> {
        let possible =
            (0_u8..64).zip(self.rules).filter(move |(index, _)| decision.possible & (1 << index) != 0);
        let last = possible.clone();
        possible
            .filter(move |(index, rule)| {
                last.clone().any(|(later, other)| later > *index && other.then != rule.then)
            })
            .map(|(_, rule)| rule)
    }

    /// Additions that may hold, of something that is not recommended anyway.
    pub(super) fn open_additions(
        &self,
        decision: Decision,
    ) -> impl Iterator<Item = &'static Addition> + use<> {
        let (anyway, additions) = (self.read(decision).recommendation, self.additions);
        let of = move |bits: u32| {
            (0_u8..32).zip(additions).filter(move |(index, _)| bits & (1 << index) != 0).map(|(_, one)| one)
        };
        of(decision.open)
            .filter(move |one| one.also != anyway && !of(decision.added).any(|added| added.also == one.also))
    }

    /// What all possible outcomes agree on. Where they do not, the recommendation is to find what is missing.
    #[must_use]
    pub fn read(&self, decision: Decision) -> Said {
        if decision.applies == Some(false) {
            let recommendation = Recommendation::NotApplicable;
            return Said { category: None, recommendation, tier: None, decided: true, next: None };
        }
        let mut possible = self.possible(decision);
        let Some(first) = possible.next() else {
            let recommendation = Recommendation::Undetermined;
            return Said { category: None, recommendation, tier: None, decided: false, next: None };
        };
        let (mut category, mut recommendation, mut tier) = (first.category, first.recommendation, first.tier);
        let mut decided = decision.applies.is_some();
        for other in possible {
            if other.category != category {
                (category, decided) = (None, false);
            }
            if other.tier != tier {
                (tier, decided) = (None, false);
            }
            if other.recommendation != recommendation {
                (recommendation, decided) = (Recommendation::Undetermined, false);
            }
        }
        // Of somebody of whom it may not speak nothing is said.
        if decision.applies.is_none() {
            (category, recommendation, tier) = (None, Recommendation::Undetermined, None);
        }
        Said { category, recommendation, tier, decided, next: None }
    }

    /// What is said of the person: as [`Guideline::read`], and where a step answers an unknown that matters, as
    /// the calculation of a missing probability, that step. What every completion recommends at least stands.
    #[must_use]
    pub fn say(&self, decision: Decision, view: &View<'_>) -> Said {
        let said = self.read(decision);
        if said.recommendation != Recommendation::Undetermined || decision.applies.is_none() {
            return said;
        }
        let least = self.possible(decision).map(|outcome| outcome.recommendation).min();
        let mut steps = STEPS.iter().filter(|step| {
            step.ages.contains(&view.age())
                && self.open_fact(step.field, view).is_some_and(|fact| self.hangs_on(fact, view))
        });
        let next = steps.next().map(|step| step.ask);
        // Whatever the unknown turns out to be, there is treatment. A limit of two readings is no such unknown.
        let treats = least == Some(Recommendation::Treat) && self.open_fact("", view).is_some();
        match (next, least) {
            (step, Some(least)) if treats => Said { recommendation: least, next: step, ..said },
            (Some(step), least) => {
                let recommendation = least.map_or(step, |least| least.max(step));
                Said { recommendation, next, ..said }
            }
            (None, _) => said,
        }
    }

    /// The first unknown fact of the rules whose field begins so. What only adds to a decision does not hold it up.
    fn open_fact(&self, field: &str, view: &View<'_>) -> Option<Fact> {
        let mut found = None;
        for condition in self.rules.iter().map(|rule| &rule.when) {
            condition.for_each(&mut |predicate| {
                if let Some(fact) =
                    predicate.fact().filter(|fact| found.is_none() && fact.field().starts_with(field))
                    && is_open(fact, view)
                {
                    found = Some(fact);
                }
            });
        }
        found
    }

    /// Ids of the rules behind the answer: those that hold and lead to it, and what was added.
    pub fn fired(&self, decision: Decision) -> impl Iterator<Item = &'static str> + use<> {
        let said = self.read(decision);
        let same = move |then: &Outcome| {
            then.recommendation == said.recommendation
                && said.category.is_none_or(|_| then.category == said.category)
        };
        let rules = (0_u8..64)
            .zip(self.rules)
            .filter(move |(index, rule)| decision.holds & (1 << index) != 0 && same(&rule.then))
            .map(|(_, rule)| rule.id);
        let added = (0_u8..32)
            .zip(self.additions)
            .filter(move |(index, _)| decision.added & (1 << index) != 0)
            .map(|(_, addition)| addition.id);
        rules.chain(added)
    }

    /// What is recommended beside: that of the outcome, and what was added.
    pub fn also(&self, decision: Decision) -> impl Iterator<Item = Recommendation> + use<> {
        let decided = self.read(decision).decided && decision.applies == Some(true);
        let outcome = self.possible(decision).next().filter(|_| decided);
        let of_outcome = outcome.map_or(&[][..], |outcome| outcome.also).iter().copied();
        let added = (0_u8..32)
            .zip(self.additions)
            .filter(move |(index, _)| decision.applies == Some(true) && decision.added & (1 << index) != 0)
            .map(|(_, addition)| addition.also);
        of_outcome.chain(added)
    }
}

impl Decision {
    /// Whether two decisions of a guideline say the same, though by other rules.
    #[must_use]
    pub fn says_the_same(self, other: Self, guideline: &Guideline) -> bool {
        self.applies == other.applies
            && self.outside == other.outside
            && self.outcomes(guideline) == other.outcomes(guideline)
            && self.beside(guideline) == other.beside(guideline)
    }

    /// Whether two decisions recommend the same, whatever is still open beside them.
    pub(super) fn recommends_the_same(self, other: Self, guideline: &Guideline) -> bool {
        guideline.read(self) == guideline.read(other)
            && self.outcomes(guideline) == other.outcomes(guideline)
            && self.beside(guideline).0 == other.beside(guideline).0
    }

    /// The recommendations that additions make, and those that they may make beyond these: what is recommended
    /// anyway, or by another addition, adds nothing.
    fn beside(self, guideline: &Guideline) -> (u32, u32) {
        let bit = |recommendation: Recommendation| 1_u32 << recommendation as u8;
        let of = |additions: u32| {
            let chosen =
                (0_u8..32).zip(guideline.additions).filter(|(index, _)| additions & (1 << index) != 0);
            chosen.fold(0, |bits, (_, addition)| bits | bit(addition.also))
        };
        let anyway = bit(guideline.read(self).recommendation);
        let (added, open) = (of(self.added), of(self.open));
        (added & !anyway, open & !added & !anyway)
    }

    /// The possible rules, each replaced by the first of the same outcome.
    fn outcomes(self, guideline: &Guideline) -> u64 {
        let mut outcomes = 0;
        for (index, rule) in (0_u8..64).zip(guideline.rules) {
            if self.possible & (1 << index) != 0 {
                let first = guideline.rules.iter().position(|other| other.then == rule.then);
                outcomes |= 1_u64 << first.unwrap_or(usize::from(index));
            }
        }
        outcomes
    }

    /// Whether no addition hangs on something unknown.
    pub(super) const fn adds_nothing_open(self) -> bool {
        self.open == 0
    }

    /// Whether a rule, by its place, holds.
    #[must_use]
    pub const fn holds(self, index: u8) -> bool {
        self.holds & (1 << index) != 0
    }
}
