//! Guidelines decided for a block of people at once: the code that decides for one person, over as many rows.
//!
//! Every fact of a row is read once, into bits and ranges; predicates are then read off planes, one bit a row, and
//! each guideline is decided for the whole block by operations on planes. Nothing is allocated after the set-up.

mod ages;
mod bands;
mod columns;
mod facts;
mod leaves;
mod limits;
mod plan;
mod said;
mod scatter;
mod view;

use crate::document::options::NoggBetweenAges;
use crate::evidence::Seen;

use super::condition::{Comparison, When};
use super::guideline::Guideline;
use super::limit::Limit;
use super::mask::Truth;
use super::say::STEPS;
use ages::{AgeSets, FIXED_PLANES, Pair, Plane};
use facts::QuantityPlanes;
use limits::{Limits, Ready};
use plan::Plan;

pub use facts::{FactBlock, FactTable};
pub use said::{BlockDecision, Status};

/// Guidelines, made ready to decide blocks of people. Built once; any number of threads may share it.
///
/// ```
/// use osteon::document::guidance::Recommendation;
/// use osteon::document::options::NoggBetweenAges;
/// use osteon::document::{Patient, Sex};
/// use osteon::rule::{BlockDecision, BlockGuidelines, FactBlock};
///
/// let asked = [osteon::guideline::from_id("nogg2024").unwrap()];
/// let guidelines = BlockGuidelines::new(&asked, NoggBetweenAges::Interpolate);
/// let mut block = FactBlock::new(&guidelines);
/// let engine = osteon::Engine::default();
/// let mut session = engine.session();
/// for (row, age) in [30.0, 75.0].into_iter().enumerate() {
///     let mut woman = Patient { sex: Some(Sex::Female), age_years: Some(age), ..Default::default() };
///     let answer = session.answer(&mut woman, true, &mut Vec::new()).unwrap();
///     block.set_row(&guidelines, row, &answer.evidence());
/// }
/// block.ready(&guidelines);
/// let (mut said, mut codes) = (BlockDecision::default(), [0; 2]);
/// guidelines.decide(0, &block, &mut said);
/// said.recommendation(&mut codes);
/// let said = codes.map(|code| Recommendation::ALL[usize::from(code)]);
/// assert_eq!(said, [Recommendation::NotApplicable, Recommendation::CalculateFrax]);
/// ```
#[derive(Clone, Debug)]
pub struct BlockGuidelines {
    guidelines: Vec<&'static Guideline>,
    facts: FactTable,
    compared: Vec<Compared>,
    limits: Limits,
    plans: Vec<Plan>,
    /// The first plane of the bits of rows.
    first_of_rows: usize,
    /// Of each age the bits that hang on it alone.
    by_age: Vec<u64>,
    words_by_age: usize,
    /// Of each step the plane of the ages at which it can be taken.
    of_age_for: [Plane; STEPS.len()],
}

/// A quantity that is held against a limit, and where the answer goes.
#[derive(Clone, Debug)]
struct Compared {
    quantity: usize,
    comparison: Comparison,
    limit: Ready,
    of_quantity: QuantityPlanes,
    /// Whether it is unknown, at every age, of a quantity of which the usual limits are known and no more.
    usual_is_open: bool,
    planes: Pair,
}

/// A comparison as guidelines state it; each is made once a block.
#[derive(Clone, Copy, Debug)]
struct Stated {
    quantity: usize,
    comparison: Comparison,
    limit: Limit,
}

impl Stated {
    fn is(&self, quantity: usize, comparison: Comparison, limit: &Limit) -> bool {
        self.quantity == quantity && self.comparison == comparison && self.limit.is(limit)
    }

    /// Whether it is unknown, at every age, of a quantity of which these limits are known and no more.
    fn is_open_within(&self, (low, high): (f64, f64), limits: &Limits) -> bool {
        let seen = Seen::Between(low, high);
        let is_open = |age| self.comparison.decides(seen, limits.here(&self.limit, age)) == Truth::UNKNOWN;
        match self.limit {
            Limit::Fixed(_) => is_open(0),
            Limit::ByAge(_) => ages::ages().all(is_open),
        }
    }
}

impl BlockGuidelines {
    /// Makes them ready, under the option of what stands between two ages of the thresholds of NOGG.
    #[must_use]
    pub fn new(guidelines: &[&'static Guideline], between: NoggBetweenAges) -> Self {
        let mut facts = FactTable::default();
        for_each(guidelines, &mut |predicate| match predicate {
            When::Yes(flag) | When::No(flag) => facts.add_flag(flag),
            When::Is(quantity, ..) => facts.add_quantity(quantity),
            When::All(_) | When::Any(_) | When::NoneOf(_) | When::Cell(..) => {}
        });
        let mut stated: Vec<Stated> = Vec::new();
        for_each(guidelines, &mut |predicate| {
            if let When::Is(quantity, comparison, limit) = predicate
                && quantity.id != super::AGE_ID
            {
                let quantity = facts.place_of(quantity);
                if !stated.iter().any(|known| known.is(quantity, *comparison, limit)) {
                    stated.push(Stated { quantity, comparison: *comparison, limit: *limit });
                }
            }
        });
        let first_of_rows = FIXED_PLANES + 2 * stated.len();
        let first_of_ages = first_of_rows + 64 * facts.words();
        let mut sets = AgeSets::from(first_of_ages);
        let mut limits = Limits::new(between);
        let compared: Vec<Compared> = (FIXED_PLANES..)
            .step_by(2)
            .zip(&stated)
            .map(|(plane, stated)| Compared {
                quantity: stated.quantity,
                comparison: stated.comparison,
                limit: limits.ready(&stated.limit, &mut sets),
                of_quantity: facts.planes_of(stated.quantity, first_of_rows),
                usual_is_open: stated.is_open_within(facts.usual_ends(stated.quantity), &limits),
                planes: Pair { yes: plane as Plane, no: plane as Plane + 1 },
            })
            .collect();
        let room = plan::Room {
            facts: &facts,
            stated: &stated,
            compared: &compared,
            limits: &limits,
            first_of_rows,
        };
        let plans = guidelines.iter().map(|guideline| Plan::of(guideline, &room, &mut sets)).collect();
        let of_age_for = STEPS.each_ref().map(|step| sets.plane(|age| step.ages.contains(&f64::from(age))));
        Self {
            guidelines: guidelines.to_vec(),
            compared,
            limits,
            plans,
            first_of_rows,
            by_age: sets.bits_by_age(),
            words_by_age: sets.words(),
            of_age_for,
            facts,
        }
    }

    /// The guidelines, in the order in which they were given.
    #[must_use]
    pub fn guidelines(&self) -> &[&'static Guideline] {
        &self.guidelines
    }

    /// The facts that are read of each row.
    #[must_use]
    pub const fn facts(&self) -> &FactTable {
        &self.facts
    }

    /// The categories of a guideline, by its place: code 1 is the first of them, code 0 is none.
    #[must_use]
    pub fn categories(&self, guideline: usize) -> &[&'static str] {
        self.plans.get(guideline).map_or(&[], |plan| &plan.categories)
    }

    /// Decides for every row of a block that is ready, by one guideline, by its place. Says nothing where there is no
    /// guideline at that place.
    pub fn decide(&self, guideline: usize, facts: &FactBlock, said: &mut BlockDecision) {
        if let Some(plan) = self.plans.get(guideline) {
            said.decide(self, plan, facts);
        }
    }

    /// Words of bits that each row takes.
    fn words(&self) -> usize {
        self.facts.words() + self.words_by_age
    }

    fn bits_of_age(&self, age: u8) -> &[u64] {
        let first = usize::from(age) * self.words_by_age;
        self.by_age.get(first..first + self.words_by_age).unwrap_or_default()
    }
}

/// Every predicate that may change an answer.
fn for_each(guidelines: &[&'static Guideline], visit: &mut dyn FnMut(&When)) {
    for condition in guidelines.iter().flat_map(|guideline| guideline.conditions()) {
        condition.for_each(visit);
    }
}

#[cfg(test)]
mod tests {
    use crate::guideline;
    use crate::rule::MEASURED_ID;

    use super::*;

    #[test]
    fn no_step_answers_whether_scores_were_measured() {
        // One person's view reads them as measured once a score is taken as something; a block's does not.
        for guideline in guideline::all() {
            for fact in guideline.facts().into_iter().filter(|fact| fact.id() == MEASURED_ID) {
                assert!(STEPS.iter().all(|step| !fact.field().starts_with(step.field)), "{}", guideline.id);
            }
        }
    }

    #[test]
    fn every_predicate_is_found_where_it_stands() {
        let guidelines = BlockGuidelines::new(guideline::all(), NoggBetweenAges::Interpolate);
        for plan in &guidelines.plans {
            for_each(&[plan.guideline], &mut |predicate| {
                assert!(plan.leaves.get(predicate).is_some(), "{}: {predicate:?}", plan.guideline.id);
                // Elsewhere in memory it is not.
                let elsewhere = *predicate;
                assert!(plan.leaves.get(&elsewhere).is_none());
            });
        }
    }
}
