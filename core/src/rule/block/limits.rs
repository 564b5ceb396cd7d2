//! Limits that quantities are held against, of every age worked out once.

use crate::document::options::NoggBetweenAges;
use crate::rule::condition::snapped;
use crate::rule::limit::{AgeLimits, Limit, LimitHere};
use crate::rule::mask::BLOCK;

use super::ages::{AGES, AgeSets, Plane, ages};

/// A limit, ready to be held against a column of numbers.
#[derive(Clone, Debug)]
pub(super) enum Ready {
    /// The same for all.
    Fixed(f64),
    /// By age: a place among [`Limits::by_age`].
    ByAge(usize),
}

/// A limit by age, its binary dust removed.
#[derive(Clone, Debug)]
pub(super) struct ReadyByAge {
    table: &'static AgeLimits,
    /// As guidelines state it.
    here: Box<[Option<LimitHere>; AGES]>,
    low: Box<[f64; AGES]>,
    high: Box<[f64; AGES]>,
    /// Whether its two readings are one at every age.
    pub(super) is_one: bool,
    /// Of whom there is one.
    pub(super) known: Plane,
}

/// The limits of some guidelines.
#[derive(Clone, Debug)]
pub(super) struct Limits {
    between: NoggBetweenAges,
    pub(super) by_age: Vec<ReadyByAge>,
}

impl Limits {
    pub(super) const fn new(between: NoggBetweenAges) -> Self {
        Self { between, by_age: Vec::new() }
    }

    /// The limit of a person of this age.
    pub(super) fn here(&self, limit: &Limit, age: u8) -> Option<LimitHere> {
        let looked_up = match limit {
            Limit::Fixed(_) => None,
            Limit::ByAge(table) => self.by_age.iter().find(|ready| core::ptr::eq(ready.table, *table)),
        };
        match looked_up {
            Some(ready) => ready.here.get(usize::from(age)).copied().flatten(),
            None => limit.at(f64::from(age), self.between),
        }
    }

    /// Makes one ready.
    pub(super) fn ready(&mut self, limit: &Limit, sets: &mut AgeSets) -> Ready {
        let table = match limit {
            Limit::Fixed(value) => return Ready::Fixed(snapped(*value)),
            Limit::ByAge(table) => *table,
        };
        let known = self.by_age.iter().position(|ready| core::ptr::eq(ready.table, table));
        Ready::ByAge(known.unwrap_or_else(|| {
            let mut here = Box::new([None; AGES]);
            for (slot, age) in here.iter_mut().zip(ages()) {
                *slot = self.here(limit, age);
            }
            let of = |reading: fn(LimitHere) -> f64| {
                Box::new(here.map(|here| here.map_or(0.0, |here| snapped(reading(here)))))
            };
            let (low, high) = (of(|here| here.low), of(|here| here.high));
            let is_one = low == high;
            let known = sets.plane(|age| here.get(usize::from(age)).is_some_and(Option::is_some));
            self.by_age.push(ReadyByAge { table, here, low, high, is_one, known });
            self.by_age.len() - 1
        }))
    }
}

/// The readings of one limit by age, of each row of a block.
#[derive(Clone, Debug)]
pub(super) struct OfRows {
    pub(super) low: [f64; BLOCK],
    pub(super) high: [f64; BLOCK],
}

impl OfRows {
    pub(super) const NONE: Self = Self { low: [0.0; BLOCK], high: [0.0; BLOCK] };

    /// Looks them up.
    pub(super) fn look_up(&mut self, limit: &ReadyByAge, ages: &[u8; BLOCK]) {
        let look = |readings: &mut [f64; BLOCK], by_age: &[f64; AGES]| {
            for (reading, &age) in readings.iter_mut().zip(ages) {
                *reading = by_age.get(usize::from(age)).copied().unwrap_or_default();
            }
        };
        look(&mut self.low, &limit.low);
        if !limit.is_one {
            look(&mut self.high, &limit.high);
        }
    }
}
