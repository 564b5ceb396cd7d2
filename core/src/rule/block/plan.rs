//! What is worked out of a guideline before any block is decided.

use crate::evidence::Seen;
use crate::rule::asked::Codes;
use crate::rule::condition::When;
use crate::rule::fact::Fact;
use crate::rule::guideline::Guideline;
use crate::rule::say::STEPS;

use super::ages::{AgeSets, Pair};
use super::bands::{Band, bands};
use super::facts::{FactTable, QuantityPlanes};
use super::leaves::{Leaf, Leaves};
use super::limits::Limits;
use super::{Compared, Stated};

/// A guideline, ready to be decided.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) guideline: &'static Guideline,
    pub(super) leaves: Leaves,
    /// The quantities whose answers are tried.
    tried: Vec<Tried>,
    /// Its categories, in the order of its rules.
    pub(super) categories: Vec<&'static str>,
    /// Of each rule the code of its category, and the first rule of the same outcome.
    codes: Vec<(u8, u8)>,
}

/// A quantity that a step answers, and the answers that it may have.
#[derive(Clone, Debug)]
struct Tried {
    fact: u16,
    bands: Vec<Band>,
}

/// What plans share.
pub(super) struct Room<'a> {
    pub(super) facts: &'a FactTable,
    pub(super) stated: &'a [Stated],
    pub(super) compared: &'a [Compared],
    pub(super) limits: &'a Limits,
    pub(super) first_of_rows: usize,
}

impl Room<'_> {
    fn pair(&self, predicate: &When, sets: &mut AgeSets) -> Pair {
        match predicate {
            When::Yes(flag) => self.facts.pair_of(flag, self.first_of_rows),
            When::No(flag) => self.facts.pair_of(flag, self.first_of_rows).opposite(),
            When::Is(quantity, comparison, limit) => {
                let at = self.facts.place_of(quantity);
                let stated = self.stated.iter().position(|stated| stated.is(at, *comparison, limit));
                match stated.and_then(|at| self.compared.get(at)) {
                    Some(compared) => compared.planes,
                    // The age is known, so that its comparisons hang on nothing else.
                    None => sets.pair(|age| {
                        let seen = Seen::Known(age.into());
                        comparison.decides(seen, self.limits.here(limit, age)).into()
                    }),
                }
            }
            When::All(_) | When::Any(_) | When::NoneOf(_) | When::Cell(..) => Pair::UNKNOWN,
        }
    }
}

impl Plan {
    pub(super) fn of(guideline: &'static Guideline, room: &Room<'_>, sets: &mut AgeSets) -> Self {
        let mut ids: Vec<&str> = Vec::new();
        let mut slots: Vec<(u16, Pair)> = Vec::new();
        let mut predicates: Vec<(When, Leaf)> = Vec::new();
        let mut leaves = Leaves::default();
        for condition in guideline.conditions() {
            condition.for_each(&mut |predicate| {
                let Some(fact) = predicate.fact() else { return };
                let pair = room.pair(predicate, sets);
                let number = place_or_push(&mut ids, fact.id()) as u16;
                let slot = place_or_push(&mut slots, (number, pair));
                let before = slots.iter().take(slot).filter(|(other, _)| *other == number).count();
                let (quantity, planes) = match fact {
                    Fact::Flag(_) => (u16::MAX, QuantityPlanes::NONE),
                    Fact::Quantity(quantity) => {
                        let at = room.facts.place_of(quantity);
                        (at as u16, room.facts.planes_of(at, room.first_of_rows))
                    }
                };
                let leaf = Leaf { pair, fact: number, slot: before as u16, quantity, planes };
                leaves.push(predicate, leaf);
                predicates.push((*predicate, leaf));
            });
        }
        let of_fact = |fact: u16| -> Vec<(When, u16)> {
            let own = predicates.iter().filter(|(_, leaf)| leaf.fact == fact);
            own.map(|(predicate, leaf)| (*predicate, leaf.slot)).collect()
        };
        let mut tried: Vec<Tried> = Vec::new();
        for (predicate, leaf) in &predicates {
            if let When::Is(quantity, ..) = predicate
                && STEPS.iter().any(|step| quantity.field.starts_with(step.field))
                && !tried.iter().any(|tried| tried.fact == leaf.fact)
            {
                let bands = bands(guideline, quantity, &of_fact(leaf.fact), room.limits, sets);
                tried.push(Tried { fact: leaf.fact, bands });
            }
        }
        let categories = guideline.categories();
        let place = |one: &str| categories.iter().position(|known| *known == one);
        let codes = guideline.rules.iter().enumerate().map(|(number, rule)| {
            let category = rule.then.category.and_then(place).map_or(0, |place| place + 1);
            (category as u8, guideline.first_alike(number) as u8)
        });
        let codes = codes.collect();
        Self { guideline, leaves, tried, categories, codes }
    }

    /// The answers that are tried of a fact.
    pub(super) fn bands(&self, fact: u16) -> &[Band] {
        self.tried.iter().find(|tried| tried.fact == fact).map_or(&[], |tried| &tried.bands)
    }
}

impl Codes for &Plan {
    fn category(&self, rule: usize) -> usize {
        self.codes.get(rule).map_or(0, |(category, _)| usize::from(*category))
    }

    fn outcome(&self, _: &Guideline, rule: usize) -> usize {
        self.codes.get(rule).map_or(rule, |(_, first)| usize::from(*first))
    }
}

/// The place of one, after what was there where it is new.
fn place_or_push<T: PartialEq>(all: &mut Vec<T>, one: T) -> usize {
    all.iter().position(|known| *known == one).unwrap_or_else(|| {
        all.push(one);
        all.len() - 1
    })
}
