//! What a verdict says: what all possible outcomes agree on, and the step that answers an unknown. One code for one
//! person and for a block of them.

use core::cmp::Ordering;

use crate::document::guidance::{Recommendation, Tier};
use crate::quantity::Age;
use crate::risk::supplied_frax;

use super::asked::{Asked, Codes};
use super::condition::When;
use super::gist::Gist;
use super::guideline::Guideline;
use super::mask::{Mask, Truth};
use super::sets::{Heard, Sets};
use super::verdict::Verdict;

/// A step that answers an unknown.
#[derive(Debug)]
pub(super) struct Step {
    /// The beginning of the field of the unknown.
    pub(super) field: &'static str,
    /// Ages, in completed years, at which the step can be taken.
    pub(super) ages: core::ops::RangeInclusive<f64>,
    /// What the step is.
    pub(super) ask: Recommendation,
}

/// Whether bone density can be measured shows once it is asked for.
pub(super) const STEPS: [Step; 2] = [
    Step { field: "frax", ages: supplied_frax::AGES, ask: Recommendation::CalculateFrax },
    Step { field: "history.bmd_not_possible", ages: Age::MIN..=Age::MAX, ask: Recommendation::MeasureBmd },
];

/// What all possible outcomes agree on.
#[derive(Clone, Debug)]
pub(super) struct Reading<M: Mask> {
    pub(super) category: M::Heard<Option<&'static str>>,
    pub(super) recommendation: M::Heard<Recommendation>,
    pub(super) tier: M::Heard<Option<Tier>>,
    /// Of whom outcomes agree on the category, the recommendation, the tier.
    pub(super) agree: [M; 3],
    /// Of whom one outcome is possible.
    pub(super) decided: M,
    /// Steps that answer an unknown on which the recommendation hangs: the first of each person.
    pub(super) next: [M; STEPS.len()],
    /// Who is treated, whatever the unknown turns out to be.
    pub(super) treats: M,
}

impl<M: Mask> Default for Reading<M> {
    fn default() -> Self {
        Self {
            category: Default::default(),
            recommendation: Default::default(),
            tier: Default::default(),
            agree: [M::NONE; 3],
            decided: M::NONE,
            next: [M::NONE; STEPS.len()],
            treats: M::NONE,
        }
    }
}

/// The code of a tier.
pub(super) fn tier_code(tier: Option<Tier>) -> usize {
    tier.map_or(0, |tier| tier as usize + 1)
}

impl<M: Mask> Reading<M> {
    /// Reads a verdict. Where possible outcomes do not agree, the recommendation is to find what is missing; of
    /// somebody of whom a guideline may not speak nothing is said.
    pub(super) fn read(&mut self, guideline: &Guideline, verdict: &Verdict<M>, codes: &impl Codes) {
        self.category.clear();
        self.recommendation.clear();
        self.tier.clear();
        verdict.possible.each(|number, of| {
            let Some(then) = guideline.rules.get(number).map(|rule| &rule.then) else { return };
            self.category.hear(then.category, codes.category(number), of);
            self.recommendation.hear(then.recommendation, then.recommendation as usize, of);
            self.tier.hear(then.tier, tier_code(then.tier), of);
        });
        let heard = verdict.applies.yes & self.recommendation.any();
        self.agree = [self.category.split(), self.recommendation.split(), self.tier.split()]
            .map(|split| heard & !split);
        let [category, recommendation, tier] = self.agree;
        self.decided = verdict.applies.no | (category & recommendation & tier);
        self.next = [M::NONE; STEPS.len()];
        self.treats = M::NONE;
    }

    /// Who is recommended this first.
    pub(super) fn recommended(&self, applies: Truth<M>, one: Recommendation) -> M {
        let [_, agree, _] = self.agree;
        let step = self.next.iter().fold(M::NONE, |all, next| all | *next) & !self.treats;
        let settled = applies.no | agree | self.treats | step;
        let mut whom = match one {
            Recommendation::NotApplicable => applies.no,
            Recommendation::Undetermined => !settled,
            Recommendation::Treat => self.treats,
            _ => M::NONE,
        };
        whom = whom | (agree & self.recommendation.heard(one, one as usize));
        // The step, or what every completion recommends, whichever is more.
        for (next, step) in self.next.iter().zip(&STEPS) {
            let least = match one.cmp(&step.ask) {
                Ordering::Less => M::NONE,
                Ordering::Equal => {
                    let more = Recommendation::ALL.iter().filter(|more| **more > one);
                    !more.fold(M::NONE, |more, &least| {
                        more | self.recommendation.least_is(least, least as usize)
                    })
                }
                Ordering::Greater => self.recommendation.least_is(one, one as usize),
            };
            whom = whom | (*next & !self.treats & least);
        }
        whom
    }

    /// For whom this is the step that answers an unknown.
    pub(super) fn next_is(&self, one: Recommendation) -> M {
        let steps = self.next.iter().zip(&STEPS).filter(|(_, step)| step.ask == one);
        steps.fold(M::NONE, |all, (next, _)| all | *next)
    }
}

/// Room for what is thought through and thrown away.
#[derive(Clone, Debug)]
pub(super) struct Thought<M: Mask> {
    verdict: Verdict<M>,
    reading: Reading<M>,
    first: Gist<M>,
    now: Gist<M>,
}

impl<M: Mask> Default for Thought<M> {
    fn default() -> Self {
        Self {
            verdict: Verdict::default(),
            reading: Reading::default(),
            first: Gist::default(),
            now: Gist::default(),
        }
    }
}

impl Guideline {
    /// Calls back with what is recommended beside, and to whom: that of the first possible outcome where the answer
    /// is decided, and what was added.
    pub(super) fn each_also<M: Mask>(
        &self,
        verdict: &Verdict<M>,
        reading: &Reading<M>,
        mut visit: impl FnMut(Recommendation, M),
    ) {
        let mut left = reading.decided & verdict.applies.yes;
        verdict.possible.each(|number, of| {
            for &also in self.rules.get(number).map_or(&[][..], |rule| rule.then.also) {
                visit(also, of & left);
            }
            left = left & !of;
        });
        verdict.added.each(|number, of| {
            if let Some(addition) = self.additions.get(number) {
                visit(addition.also, of & verdict.applies.yes);
            }
        });
    }

    /// Adds to a reading the step that answers an unknown that matters, as the calculation of a missing
    /// probability. What every completion recommends at least stands.
    pub(super) fn look_ahead<A: Asked>(
        &self,
        asked: &A,
        verdict: &Verdict<A::M>,
        codes: &impl Codes,
        reading: &mut Reading<A::M>,
        thought: &mut Thought<A::M>,
    ) {
        let [_, agree, _] = reading.agree;
        let undetermined = verdict.applies.yes & !agree;
        if !undetermined.any() {
            return;
        }
        let mut left = undetermined;
        for (next, step) in reading.next.iter_mut().zip(&STEPS) {
            *next = self.hangs_on_field(step, asked, left, codes, thought);
            left = left & !*next;
        }
        // Whatever the unknown turns out to be, there is treatment. A limit of two readings is no such unknown.
        let treat = Recommendation::Treat;
        let least = undetermined & reading.recommendation.least_is(treat, treat as usize);
        if least.any() {
            let mut unknown = A::M::NONE;
            self.for_each_predicate_of_rules(&mut |predicate| {
                if (least & !unknown).any() {
                    unknown = unknown | asked.open(predicate);
                }
            });
            reading.treats = least & unknown;
        }
    }

    /// Whose decision hangs on the first unknown fact of the rules whose field begins as that of a step. What only
    /// adds to a decision does not hold it up.
    fn hangs_on_field<A: Asked>(
        &self,
        step: &Step,
        asked: &A,
        of: A::M,
        codes: &impl Codes,
        thought: &mut Thought<A::M>,
    ) -> A::M {
        let mut left = of & asked.of_age_for(step);
        let mut hangs = A::M::NONE;
        self.for_each_predicate_of_rules(&mut |predicate| {
            if !left.any() || !predicate.fact().is_some_and(|fact| fact.field().starts_with(step.field)) {
                return;
            }
            let open = left & asked.open(predicate);
            if open.any() {
                left = left & !open;
                hangs = hangs | self.hangs_on(predicate, asked, open, codes, thought);
            }
        });
        hangs
    }

    /// Whose decision differs between the answers that the fact of a predicate may have.
    fn hangs_on<A: Asked>(
        &self,
        predicate: &When,
        asked: &A,
        of: A::M,
        codes: &impl Codes,
        thought: &mut Thought<A::M>,
    ) -> A::M {
        let (mut heard, mut differs) = (A::M::NONE, A::M::NONE);
        asked.suppose(self, predicate, of, |supposed, may| {
            let may = may & of & !differs;
            if !may.any() {
                return;
            }
            let Thought { verdict, reading, first, now } = &mut *thought;
            self.judge(supposed, false, verdict);
            reading.read(self, verdict, codes);
            now.draw(self, verdict, reading, codes);
            differs = differs | (may & heard & now.differ(first));
            let new = may & !heard;
            if new.any() {
                first.take(new, now);
                heard = heard | new;
            }
        });
        differs
    }
}
