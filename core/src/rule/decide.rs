//! The decision on one person: which rules may decide, and what follows. Allocates nothing.

use crate::document::guidance::{Recommendation, Tier};

use super::asked::NoCodes;
use super::fact::View;
use super::gist::Gist;
use super::guideline::{Addition, Guideline, Outcome, Rule};
use super::say::{Reading, STEPS, Thought};
use super::verdict::Verdict;

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

impl Guideline {
    /// Decides for one person, with every rule that holds.
    #[must_use]
    pub fn decide(&self, view: &View<'_>) -> Decision {
        self.decided(view, true)
    }

    /// Decides; rules after the one that decides are read only where they are wanted as further reasons.
    pub(super) fn decided(&self, view: &View<'_>, with_reasons: bool) -> Decision {
        let mut verdict = Verdict::default();
        self.judge(view, with_reasons, &mut verdict);
        verdict.into()
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
        self.reading(&decision.into()).said(decision.applies)
    }

    fn reading(&self, verdict: &Verdict<bool>) -> Reading<bool> {
        let mut reading = Reading::default();
        reading.read(self, verdict, &NoCodes);
        reading
    }

    /// What is said of the person: as [`Guideline::read`], and where a step answers an unknown that matters, as
    /// the calculation of a missing probability, that step. What every completion recommends at least stands.
    #[must_use]
    pub fn say(&self, decision: Decision, view: &View<'_>) -> Said {
        let verdict = decision.into();
        let mut reading = self.reading(&verdict);
        self.look_ahead(view, &verdict, &NoCodes, &mut reading, &mut Thought::default());
        reading.said(decision.applies)
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
        !self.gist(guideline).differ(&other.gist(guideline))
    }

    /// Whether two decisions recommend the same, whatever is still open beside them.
    pub(super) fn recommends_the_same(self, other: Self, guideline: &Guideline) -> bool {
        let (mine, theirs) = (self.gist(guideline), other.gist(guideline));
        guideline.read(self) == guideline.read(other)
            && mine.outcomes == theirs.outcomes
            && mine.added == theirs.added
    }

    fn gist(self, guideline: &Guideline) -> Gist<bool> {
        let (verdict, mut gist) = (self.into(), Gist::default());
        gist.draw(guideline, &verdict, &guideline.reading(&verdict), &NoCodes);
        gist
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

impl From<Verdict<bool>> for Decision {
    fn from(verdict: Verdict<bool>) -> Self {
        let outside = (verdict.outside != 0).then(|| verdict.outside.trailing_zeros() as u8);
        Self {
            applies: verdict.applies.into(),
            outside,
            possible: verdict.possible,
            holds: verdict.holds,
            added: verdict.added as u32,
            open: verdict.open as u32,
        }
    }
}

impl From<Decision> for Verdict<bool> {
    fn from(decision: Decision) -> Self {
        Self {
            applies: decision.applies.into(),
            outside: decision.outside.map_or(0, |part| 1 << part),
            possible: decision.possible,
            holds: decision.holds,
            added: decision.added.into(),
            open: decision.open.into(),
        }
    }
}

impl Reading<bool> {
    /// What is said of one person.
    fn said(&self, applies: Option<bool>) -> Said {
        let [category, recommendation, tier] = self.agree;
        let one = self.recommendation.value.filter(|_| recommendation);
        let recommended = |one: &Recommendation| self.recommended(applies.into(), *one);
        let one = one.or_else(|| Recommendation::ALL.iter().copied().find(recommended));
        let next = STEPS.iter().zip(self.next).find(|(_, next)| *next).map(|(step, _)| step.ask);
        Said {
            category: self.category.value.filter(|_| category).flatten(),
            recommendation: one.unwrap_or(Recommendation::Undetermined),
            tier: self.tier.value.filter(|_| tier).flatten(),
            decided: self.decided,
            next,
        }
    }
}
