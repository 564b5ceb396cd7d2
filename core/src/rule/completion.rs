//! Completing what is unknown: the answers a fact may have, as yes or no, or as bands between the guideline's own
//! limits. From them come `missing` and `would_change`.

use crate::evidence::Seen;
use crate::order::order_few;

use super::condition::{Comparison, When, snapped};
use super::decide::Decision;
use super::fact::{Fact, Quantity, Taken, View};
use super::guideline::Guideline;
use super::limit::{Limit, LimitHere};

/// An answer that a fact may have, and how to say it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// What the fact is taken to be.
    pub taken: Taken,
    /// The limit that it lies on the far side of, and how it compares; none for yes and no.
    pub limit: Option<(Comparison, f64)>,
}

/// A change that would change the decision.
#[derive(Clone, Debug)]
pub struct Change {
    /// The facts that would have to be otherwise.
    pub facts: Vec<(Fact, Answer)>,
    /// The decision then.
    pub decision: Decision,
}

impl Guideline {
    /// The facts that its conditions ask for, each once.
    #[must_use]
    pub fn facts(&self) -> Vec<Fact> {
        let mut facts: Vec<Fact> = Vec::new();
        for condition in self.conditions() {
            condition.for_each(&mut |predicate| {
                if let Some(fact) = predicate.fact()
                    && !facts.contains(&fact)
                {
                    facts.push(fact);
                }
            });
        }
        facts
    }

    /// Unknown facts whose answer could change the decision, alone or once others are answered.
    #[must_use]
    pub fn missing(&self, view: &View<'_>) -> Vec<Fact> {
        let decision = self.decided(view, false);
        if decision.applies == Some(false) || (self.read(decision).decided && decision.adds_nothing_open()) {
            return Vec::new();
        }
        let population = self.population.iter().map(|part| &part.when);
        let rules = self.open_rules(decision).map(|rule| &rule.when);
        let additions = self.open_additions(decision).map(|addition| &addition.when);
        let open: Vec<&When> = population.chain(rules).chain(additions).collect();
        let mut facts = self.facts();
        facts.retain(|&fact| is_open(fact, view) && open.iter().any(|when| when.hangs_on(fact, view)));
        let answers: Vec<(Fact, Vec<Answer>)> =
            facts.into_iter().map(|fact| (fact, self.answers(fact, view))).collect();
        let matters = |index: &usize| self.some_completion_hangs_on(*index, &answers, view);
        (0..answers.len())
            .filter(matters)
            .filter_map(|index| answers.get(index).map(|(fact, _)| *fact))
            .collect()
    }

    /// Whether some completion of the other open facts leaves a decision that hangs on this one. Beyond so many
    /// completions it is taken to: a question too many is better than one too few.
    fn some_completion_hangs_on(&self, index: usize, open: &[(Fact, Vec<Answer>)], view: &View<'_>) -> bool {
        let Some((fact, own)) = open.get(index) else { return false };
        let others = || open.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, other)| other);
        let all = others().fold(1_usize, |all, (_, answers)| all.saturating_mul(answers.len().max(1)));
        if all > COMPLETIONS_TRIED {
            return true;
        }
        let mut taken: Vec<(Fact, Taken)> = Vec::with_capacity(open.len());
        for completion in 0..all {
            let mut rest = completion;
            taken.clear();
            for (other, answers) in others() {
                let count = answers.len().max(1);
                taken.extend(answers.get(rest % count).map(|answer| (*other, answer.taken)));
                rest /= count;
            }
            let mut first = None;
            for answer in own {
                taken.push((*fact, answer.taken));
                let said = self.decided(&View { evidence: view.evidence, taken: &taken }, false);
                taken.pop();
                if !said.says_the_same(*first.get_or_insert(said), self) {
                    return true;
                }
            }
        }
        false
    }

    /// The decision, some facts taken otherwise.
    #[must_use]
    pub fn decide_with(&self, taken: &[(Fact, Taken)], view: &View<'_>) -> Decision {
        self.decide(&View { evidence: view.evidence, taken })
    }

    /// The smallest changes that would change the decision: of one fact, or of two where one is not enough. Of a
    /// quantity the nearest limit on each side.
    #[must_use]
    pub fn would_change(&self, view: &View<'_>) -> Vec<Change> {
        let now = self.decide(view);
        let mut facts = self.facts();
        // Nobody's sex changes.
        facts.retain(|fact| fact.field() != "sex");
        let mut changes = Vec::new();
        for &fact in &facts {
            for answer in self.other_answers(fact, view) {
                self.push_if_other(&mut changes, now, vec![(fact, answer)], view);
            }
        }
        // Of an answer that is still open, two facts at once say little that `missing` does not.
        if !changes.is_empty() || !self.read(now).decided {
            return changes;
        }
        for (index, &first) in facts.iter().enumerate() {
            for &second in facts.iter().skip(index + 1) {
                for one in self.other_answers(first, view) {
                    for other in self.other_answers(second, view) {
                        self.push_if_other(&mut changes, now, vec![(first, one), (second, other)], view);
                    }
                }
            }
        }
        changes
    }

    fn push_if_other(
        &self,
        changes: &mut Vec<Change>,
        now: Decision,
        facts: Vec<(Fact, Answer)>,
        view: &View<'_>,
    ) {
        let taken: Vec<(Fact, Taken)> = facts.iter().map(|(fact, answer)| (*fact, answer.taken)).collect();
        let decision = self.decided(&View { evidence: view.evidence, taken: &taken }, false);
        let said = self.read(decision);
        // What stays open is no change, but a question; nor is it one to be somebody else.
        if !said.decided || decision.applies == Some(false) || now.recommends_the_same(decision, self) {
            return;
        }
        // Of a quantity the nearest limit that leads there.
        let farther = changes.iter().any(|other| {
            other.decision.says_the_same(decision, self)
                && other.facts.len() == facts.len()
                && other.facts.iter().zip(&facts).all(|(a, b)| a.0 == b.0 && same_side(&a.1, &b.1))
        });
        if !farther {
            changes.push(Change { facts, decision });
        }
    }

    /// Answers other than the one seen, from the nearest.
    fn other_answers(&self, fact: Fact, view: &View<'_>) -> Vec<Answer> {
        let mut answers = self.answers(fact, view);
        match fact {
            Fact::Flag(flag) => {
                if let Some(now) = view.flag(flag) {
                    answers = vec![Answer { taken: Taken::Flag(!now), limit: None }];
                }
            }
            Fact::Quantity(quantity) => {
                if let Seen::Known(now) = view.quantity(quantity) {
                    answers.clear();
                    bands(self, quantity, view, &mut |answer| answers.push(answer));
                    answers.retain(|answer| {
                        answer.limit.is_some_and(|(comparison, limit)| !comparison.holds(now, limit))
                    });
                    let distance =
                        |answer: &Answer| answer.limit.map_or(0.0, |(_, limit)| (limit - now).abs());
                    order_few(&mut answers, |a, b| distance(a).total_cmp(&distance(b)));
                } else {
                    answers = self.half_lines(fact, &answers, view);
                }
            }
        }
        answers
    }

    /// Of an unknown quantity the limits from which on, all the way, the answer is one: `T <= -3`, but not `T > -2`
    /// where something else holds above -1. The widest first.
    fn half_lines(&self, fact: Fact, answers: &[Answer], view: &View<'_>) -> Vec<Answer> {
        let number = |answer: &Answer| match answer.taken {
            Taken::Number(value) => value,
            Taken::Flag(_) => 0.0,
        };
        let said: Vec<(&Answer, Decision)> = answers
            .iter()
            .map(|answer| {
                let taken = [(fact, answer.taken)];
                (answer, self.decided(&View { evidence: view.evidence, taken: &taken }, false))
            })
            .collect();
        let holds_on = |(answer, here): &&(&Answer, Decision)| {
            let Some((comparison, _)) = answer.limit else { return false };
            let mut farther = said.iter().filter(|(other, _)| match comparison {
                Comparison::AtMost | Comparison::Below => number(other) < number(answer),
                Comparison::AtLeast | Comparison::Above => number(other) > number(answer),
            });
            farther.all(|(_, other)| other.recommends_the_same(*here, self))
        };
        let mut kept: Vec<Answer> = said.iter().filter(holds_on).map(|(answer, _)| **answer).collect();
        let narrowness = |answer: &Answer| match answer.limit {
            Some((Comparison::AtMost | Comparison::Below, limit)) => -limit,
            Some((_, limit)) => limit,
            None => f64::INFINITY,
        };
        order_few(&mut kept, |a, b| narrowness(a).total_cmp(&narrowness(b)));
        kept
    }

    /// Every answer that a fact may have, within what is known of it.
    #[must_use]
    pub fn answers(&self, fact: Fact, view: &View<'_>) -> Vec<Answer> {
        let mut answers = Vec::new();
        self.for_each_answer(fact, view, &mut |answer| {
            if !answers.contains(&answer) {
                answers.push(answer);
            }
        });
        answers
    }

    /// Calls back with every answer that a fact may have, within what is known of it. Allocates nothing.
    pub(super) fn for_each_answer(&self, fact: Fact, view: &View<'_>, visit: &mut dyn FnMut(Answer)) {
        match fact {
            Fact::Flag(flag) => {
                let known = view.flag(flag);
                for value in [true, false] {
                    if known.is_none_or(|known| known == value) {
                        visit(Answer { taken: Taken::Flag(value), limit: None });
                    }
                }
            }
            Fact::Quantity(quantity) => match view.quantity(quantity) {
                Seen::Known(value) => visit(Answer { taken: Taken::Number(value), limit: None }),
                Seen::Between(low, high) => {
                    for end in [low, high].into_iter().filter(|end| end.is_finite()) {
                        visit(Answer { taken: Taken::Number(end), limit: None });
                    }
                    let (low, high) = (snapped(low), snapped(high));
                    bands(self, quantity, view, &mut |answer| {
                        if matches!(answer.taken, Taken::Number(value) if value >= low && value <= high) {
                            visit(answer);
                        }
                    });
                }
                Seen::NotMeasured => bands(self, quantity, view, visit),
            },
        }
    }
}

/// Whether a fact is unknown.
#[must_use]
pub fn is_open(fact: Fact, view: &View<'_>) -> bool {
    match fact {
        Fact::Flag(flag) => view.flag(flag).is_none(),
        Fact::Quantity(quantity) => matches!(view.quantity(quantity), Seen::Between(..)),
    }
}

fn same_side(a: &Answer, b: &Answer) -> bool {
    match (a.limit, b.limit) {
        (Some((one, _)), Some((other, _))) => {
            let is_low = |c| matches!(c, Comparison::Below | Comparison::AtMost);
            is_low(one) == is_low(other)
        }
        (None, None) => a.taken == b.taken,
        _ => false,
    }
}

/// Completions tried before a fact is taken to matter.
pub const COMPLETIONS_TRIED: usize = 64;

/// How near to a limit the representative of a band lies: nearer than any document states a number.
const BESIDE: f64 = 1e-6;

/// One value of each band between the limits that the guideline holds a quantity against, and the limits
/// themselves.
fn bands(guideline: &Guideline, quantity: &'static Quantity, view: &View<'_>, visit: &mut dyn FnMut(Answer)) {
    for_each_band(guideline, quantity.id, |limit| limit.here(view), visit);
}

/// The same of the quantity of an id, where limits are what they are `here`.
fn for_each_band(
    guideline: &Guideline,
    id: &str,
    here: impl Fn(&Limit) -> Option<LimitHere>,
    visit: &mut dyn FnMut(Answer),
) {
    for_each_limit(guideline, id, &mut |comparison, limit| {
        if let Some(here) = here(limit) {
            beside_limit(comparison, here).into_iter().for_each(&mut *visit);
        }
    });
}

/// Every limit that the guideline holds the quantity of an id against.
pub(super) fn for_each_limit(guideline: &Guideline, id: &str, visit: &mut dyn FnMut(Comparison, &Limit)) {
    for condition in guideline.conditions() {
        condition.for_each(&mut |predicate| {
            if let When::Is(_, comparison, limit) = predicate
                && predicate.fact().is_some_and(|fact| fact.id() == id)
            {
                visit(*comparison, limit);
            }
        });
    }
}

/// Both sides of both readings of a limit: what the comparison asks for, and its opposite.
pub(super) fn beside_limit(comparison: Comparison, here: LimitHere) -> [Answer; 4] {
    let of = |comparison, value| Answer {
        taken: Taken::Number(beside(comparison, value)),
        limit: Some((comparison, value)),
    };
    let other = opposite(comparison);
    [of(comparison, here.low), of(other, here.low), of(comparison, here.high), of(other, here.high)]
}

/// A value on the side of a limit that a comparison asks for.
fn beside(comparison: Comparison, limit: f64) -> f64 {
    match comparison {
        Comparison::Below => limit - BESIDE,
        Comparison::Above => limit + BESIDE,
        Comparison::AtMost | Comparison::AtLeast => limit,
    }
}

const fn opposite(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Below => Comparison::AtLeast,
        Comparison::AtMost => Comparison::Above,
        Comparison::AtLeast => Comparison::Below,
        Comparison::Above => Comparison::AtMost,
    }
}
