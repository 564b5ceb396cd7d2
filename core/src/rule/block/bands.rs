//! The answers that a quantity may have: bands between the limits of a guideline, at every age.

use crate::evidence::Seen;
use crate::rule::completion::for_each_band;
use crate::rule::condition::When;
use crate::rule::fact::{Quantity, Taken};
use crate::rule::guideline::Guideline;

use super::ages::{AGES, AgeSets, Pair, Plane, ages};
use super::facts::usual_ends;
use super::limits::Limits;

/// An answer, by age; one that is a limit by age is none at some.
type Answer = Box<[Option<f64>; AGES]>;

/// Answers that no predicate of the guideline tells apart.
#[derive(Clone, Debug)]
pub(super) struct Band {
    /// Of each predicate of the quantity, by its slot, of whom it holds and of whom it does not.
    pub(super) slots: Vec<Pair>,
    /// Who may give one of them, of those of whom the usual limits are known and no more.
    pub(super) usual: Plane,
    answers: Vec<Answer>,
}

fn of_age(answer: &Answer, age: u8) -> Option<f64> {
    answer.get(usize::from(age)).copied().flatten()
}

fn lies_within(answers: &[Answer], age: u8, (low, high): (f64, f64)) -> bool {
    answers.iter().filter_map(|answer| of_age(answer, age)).any(|value| value >= low && value <= high)
}

impl Band {
    /// Whether somebody of this age of whom such limits are known may give one of them; the limits themselves are no
    /// answers of a band.
    pub(super) fn lies_within(&self, age: u8, ends: (f64, f64)) -> bool {
        lies_within(&self.answers, age, ends)
    }
}

/// The answers that a quantity may have, by what its predicates, each with its slot, say of them.
pub(super) fn bands(
    guideline: &Guideline,
    quantity: &Quantity,
    predicates: &[(When, u16)],
    limits: &Limits,
    sets: &mut AgeSets,
) -> Vec<Band> {
    let mut answers: Vec<Answer> = Vec::new();
    for age in ages() {
        for_each_band(guideline, quantity.id, |limit| limits.here(limit, age), &mut |number, answer| {
            let Taken::Number(value) = answer.taken else { return };
            if answers.len() <= number {
                answers.resize(number + 1, Box::new([None; AGES]));
            }
            let of_number = answers.get_mut(number);
            if let Some(slot) = of_number.and_then(|answer| answer.get_mut(usize::from(age))) {
                *slot = Some(value);
            }
        });
    }
    let (low, high) = usual_ends(quantity);
    // The usual limits are answers too, but only where they are what is known. They come first: they are the ones
    // most likely to lead to something else.
    let ends = [low, high].into_iter().filter(|end| end.is_finite());
    let ends = ends.map(|end| (Box::new([Some(end); AGES]), true));
    let all = ends.chain(answers.into_iter().map(|answer| (answer, false)));
    let mut told_apart: Vec<(Vec<Pair>, Vec<Answer>, bool)> = Vec::new();
    for (answer, is_end) in all {
        let slots = slots(&answer, predicates, limits, sets);
        let place = told_apart.iter().position(|(known, ..)| *known == slots).unwrap_or_else(|| {
            told_apart.push((slots, Vec::new(), false));
            told_apart.len() - 1
        });
        if let Some((_, answers, with_end)) = told_apart.get_mut(place) {
            if is_end {
                *with_end = true;
            } else {
                answers.push(answer);
            }
        }
    }
    let band = |(slots, answers, with_end): (Vec<Pair>, Vec<Answer>, bool)| {
        let usual = sets.plane(|age| with_end || lies_within(&answers, age, (low, high)));
        Band { slots, usual, answers }
    };
    told_apart.into_iter().map(band).collect()
}

/// What each predicate says of an answer.
fn slots(answer: &Answer, predicates: &[(When, u16)], limits: &Limits, sets: &mut AgeSets) -> Vec<Pair> {
    let mut slots = Vec::new();
    for (predicate, slot) in predicates {
        let When::Is(_, comparison, limit) = predicate else { continue };
        let pair = sets.pair(|age| {
            let seen = Seen::Known(of_age(answer, age)?);
            comparison.decides(seen, limits.here(limit, age)).into()
        });
        if slots.len() <= usize::from(*slot) {
            slots.resize(usize::from(*slot) + 1, Pair::UNKNOWN);
        }
        if let Some(place) = slots.get_mut(usize::from(*slot)) {
            *place = pair;
        }
    }
    slots
}
