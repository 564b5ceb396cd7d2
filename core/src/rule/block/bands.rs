//! The answers that a quantity may have: bands between the limits of a guideline, at every age.

use crate::evidence::Seen;
use crate::rule::completion::{self, beside_limit, for_each_limit};
use crate::rule::condition::{Comparison, When};
use crate::rule::fact::{Quantity, Taken};
use crate::rule::guideline::Guideline;
use crate::rule::limit::Limit;

use super::ages::{AGES, AgeSets, Pair, Plane, ages};
use super::facts::usual_ends;
use super::limits::Limits;

/// An answer: the same at every age, or one that is a limit by age and none at some.
#[derive(Clone, Debug)]
enum Answer {
    Fixed(f64),
    ByAge(Box<[Option<f64>; AGES]>),
}

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
    match answer {
        Answer::Fixed(value) => Some(*value),
        Answer::ByAge(values) => values.get(usize::from(age)).copied().flatten(),
    }
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
    let mut stated: Vec<(Comparison, Limit)> = Vec::new();
    for_each_limit(guideline, quantity.id, &mut |comparison, limit| {
        if stated.iter().any(|(known, at)| *known == comparison && at.is(limit)) {
            return;
        }
        stated.push((comparison, *limit));
        let at = |age| {
            let number = |answer: completion::Answer| match answer.taken {
                Taken::Number(value) => Some(value),
                Taken::Flag(_) => None,
            };
            limits.here(limit, age).map_or([None; 4], |here| beside_limit(comparison, here).map(number))
        };
        match limit {
            Limit::Fixed(_) => answers.extend(at(0).into_iter().flatten().map(Answer::Fixed)),
            Limit::ByAge(_) => {
                let mut by_age = [(); 4].map(|()| Box::new([None; AGES]));
                for age in ages() {
                    for (values, value) in by_age.iter_mut().zip(at(age)) {
                        if let Some(slot) = values.get_mut(usize::from(age)) {
                            *slot = value;
                        }
                    }
                }
                answers.extend(by_age.map(Answer::ByAge));
            }
        }
    });
    // Predicates of one slot say the same.
    let mut apart: Vec<&(When, u16)> = Vec::new();
    for predicate in predicates {
        if !apart.iter().any(|(_, slot)| *slot == predicate.1) {
            apart.push(predicate);
        }
    }
    let (low, high) = usual_ends(quantity);
    // The usual limits are answers too, but only where they are what is known. They come first: they are the ones
    // most likely to lead to something else.
    let ends = [low, high].into_iter().filter(|end| end.is_finite());
    let ends = ends.map(|end| (Answer::Fixed(end), true));
    let all = ends.chain(answers.into_iter().map(|answer| (answer, false)));
    let mut told_apart: Vec<(Vec<Pair>, Vec<Answer>, bool)> = Vec::new();
    for (answer, is_end) in all {
        let slots = slots(&answer, &apart, limits, sets);
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
fn slots(answer: &Answer, predicates: &[&(When, u16)], limits: &Limits, sets: &mut AgeSets) -> Vec<Pair> {
    let mut slots = Vec::new();
    for (predicate, slot) in predicates {
        let When::Is(_, comparison, limit) = predicate else { continue };
        let holds = |age| {
            let seen = Seen::Known(of_age(answer, age)?);
            comparison.decides(seen, limits.here(limit, age)).into()
        };
        let pair = match (answer, limit) {
            (Answer::Fixed(_), Limit::Fixed(_)) => Pair::always(holds(0)),
            _ => sets.pair(holds),
        };
        if slots.len() <= usize::from(*slot) {
            slots.resize(usize::from(*slot) + 1, Pair::UNKNOWN);
        }
        if let Some(place) = slots.get_mut(usize::from(*slot)) {
            *place = pair;
        }
    }
    slots
}
