//! Conditions: predicates over facts, joined by all, any and none of, in three values (Kleene).

use crate::diagnosis::and;
use crate::evidence::Seen;
use crate::quantity::Compared;

use super::fact::{Fact, Flag, Quantity, View};
use super::limit::Limit;

/// How a quantity is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
    /// `>`
    Above,
}

impl Comparison {
    /// As written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::AtLeast => ">=",
            Self::Above => ">",
        }
    }

    /// Whether it holds between two decimals: a stated decimal at a limit is at the limit.
    #[must_use]
    pub fn holds(self, value: f64, limit: f64) -> bool {
        let (value, limit) = (snapped(value), snapped(limit));
        match self {
            Self::Below => value < limit,
            Self::AtMost => value <= limit,
            Self::AtLeast => value >= limit,
            Self::Above => value > limit,
        }
    }
}

/// Binary dust removed; infinite ends of ranges stay as they are.
fn snapped(value: f64) -> f64 {
    if value.abs() < 1e6 { Compared::exact(value).to_f64() } else { value }
}

/// A condition over the facts of a person.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// A fact is so.
    Yes(&'static Flag),
    /// A fact is not so.
    No(&'static Flag),
    /// A quantity compares with a limit. One that was not measured compares with none.
    Is(&'static Quantity, Comparison, Limit),
    /// All of these; true where there are none.
    All(&'static [When]),
    /// Any of these; false where there are none.
    Any(&'static [When]),
    /// A cell of a table: the column that its first part opens, and the row of its second. Rules in a row with one
    /// column (the same static) are one column, of which the first cell that holds decides; its rows leave no one out.
    Cell(&'static When, &'static When),
    /// None of these; true where there are none.
    NoneOf(&'static [When]),
}

/// Holds for everyone.
pub const ALWAYS: When = When::All(&[]);

/// `quantity <= limit`
#[must_use]
pub const fn at_most(quantity: &'static Quantity, limit: f64) -> When {
    When::Is(quantity, Comparison::AtMost, Limit::Fixed(limit))
}

/// `quantity < limit`
#[must_use]
pub const fn below(quantity: &'static Quantity, limit: f64) -> When {
    When::Is(quantity, Comparison::Below, Limit::Fixed(limit))
}

/// `quantity >= limit`
#[must_use]
pub const fn at_least(quantity: &'static Quantity, limit: f64) -> When {
    When::Is(quantity, Comparison::AtLeast, Limit::Fixed(limit))
}

/// `quantity > limit`
#[must_use]
pub const fn above(quantity: &'static Quantity, limit: f64) -> When {
    When::Is(quantity, Comparison::Above, Limit::Fixed(limit))
}

impl When {
    /// Whether it holds; `None` where that hangs on something unknown.
    #[must_use]
    pub fn holds(&self, view: &View<'_>) -> Option<bool> {
        match self {
            Self::Yes(flag) => view.flag(flag),
            Self::No(flag) => view.flag(flag).map(|value| !value),
            Self::Is(quantity, comparison, limit) => compare(view, quantity, *comparison, limit),
            Self::All(parts) => {
                let mut all = Some(true);
                for part in *parts {
                    match part.holds(view) {
                        Some(true) => {}
                        Some(false) => return Some(false),
                        None => all = None,
                    }
                }
                all
            }
            Self::Any(parts) => {
                let mut any = Some(false);
                for part in *parts {
                    match part.holds(view) {
                        Some(false) => {}
                        Some(true) => return Some(true),
                        None => any = None,
                    }
                }
                any
            }
            Self::Cell(column, row) => and(column.holds(view), row.holds(view)),
            Self::NoneOf(parts) => Self::Any(parts).holds(view).map(|any| !any),
        }
    }

    /// Whether it is open, and with it a predicate of this fact that nothing beside has settled.
    pub(super) fn hangs_on(&self, fact: Fact, view: &View<'_>) -> bool {
        self.holds(view).is_none()
            && match self {
                Self::All(parts) | Self::Any(parts) | Self::NoneOf(parts) => {
                    parts.iter().any(|part| part.hangs_on(fact, view))
                }
                Self::Cell(column, row) => column.hangs_on(fact, view) || row.hangs_on(fact, view),
                Self::Yes(_) | Self::No(_) | Self::Is(..) => self.fact() == Some(fact),
            }
    }

    /// Calls back with each predicate, in order.
    pub fn for_each(&self, visit: &mut dyn FnMut(&When)) {
        match self {
            Self::All(parts) | Self::Any(parts) | Self::NoneOf(parts) => {
                parts.iter().for_each(|part| part.for_each(visit));
            }
            Self::Cell(column, row) => {
                column.for_each(visit);
                row.for_each(visit);
            }
            predicate => visit(predicate),
        }
    }

    /// The fact of a predicate.
    #[must_use]
    pub fn fact(&self) -> Option<Fact> {
        match self {
            Self::Yes(flag) | Self::No(flag) => Some(Fact::Flag(flag)),
            Self::Is(quantity, ..) => Some(Fact::Quantity(quantity)),
            Self::All(_) | Self::Any(_) | Self::NoneOf(_) | Self::Cell(..) => None,
        }
    }
}

fn compare(
    view: &View<'_>,
    quantity: &'static Quantity,
    comparison: Comparison,
    limit: &Limit,
) -> Option<bool> {
    let seen = view.quantity(quantity);
    if seen == Seen::NotMeasured {
        return Some(false);
    }
    let limit = limit.here(view)?;
    let (low, high) = match seen {
        Seen::Known(value) => (value, value),
        Seen::Between(low, high) => (low, high),
        Seen::NotMeasured => return Some(false),
    };
    // Comparisons are monotonic: what holds at all four corners holds everywhere between.
    let first = comparison.holds(low, limit.low);
    let same = [(low, limit.high), (high, limit.low), (high, limit.high)]
        .into_iter()
        .all(|(value, limit)| comparison.holds(value, limit) == first);
    same.then_some(first)
}
