//! Conditions: predicates over facts, joined by all, any and none of, in three values (Kleene).

use crate::evidence::Seen;
use crate::quantity::Compared;

use super::asked::Asked;
use super::fact::{Fact, Flag, Quantity, View};
use super::limit::{Limit, LimitHere};
use super::mask::{Mask, Truth};

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
        self.orders((snapped(value), snapped(limit)))
    }

    /// Whether it holds between two numbers as they are.
    #[inline(always)]
    pub(super) fn orders(self, (value, limit): (f64, f64)) -> bool {
        match self {
            Self::Below => value < limit,
            Self::AtMost => value <= limit,
            Self::AtLeast => value >= limit,
            Self::Above => value > limit,
        }
    }
}

/// Binary dust removed; infinite ends of ranges stay as they are.
#[inline]
pub(super) fn snapped(value: f64) -> f64 {
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
        self.truth(view).into()
    }

    /// Of whom it holds, and of whom it does not.
    pub(super) fn truth<A: Asked>(&self, asked: &A) -> Truth<A::M> {
        match self {
            Self::Yes(_) | Self::No(_) | Self::Is(..) => asked.predicate(self),
            Self::All(parts) => {
                let mut all = Truth::YES;
                for part in *parts {
                    all = all.and(part.truth(asked));
                    if all.no.all() {
                        break;
                    }
                }
                all
            }
            Self::Any(parts) => {
                let mut any = Truth::NO;
                for part in *parts {
                    any = any.or(part.truth(asked));
                    if any.yes.all() {
                        break;
                    }
                }
                any
            }
            Self::Cell(column, row) => column.truth(asked).and(row.truth(asked)),
            Self::NoneOf(parts) => Self::Any(parts).truth(asked).opposite(),
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

impl Comparison {
    /// Whether it holds of a range and a limit of two readings, from their four corners: the least with the lower
    /// reading and with the higher, the most with both. Comparisons are monotonic: what holds at all four holds
    /// everywhere between.
    #[inline(always)]
    pub(super) fn at_corners<M: Mask>(corners: [M; 4]) -> Truth<M> {
        let [a, b, c, d] = corners;
        Truth { yes: a & b & c & d, no: !(a | b | c | d) }
    }

    /// Whether it holds of one person's number; unknown where there is no limit.
    #[inline]
    pub(super) fn decides(self, seen: Seen, limit: Option<LimitHere>) -> Truth<bool> {
        let Some((low, high)) = seen.ends() else { return Truth::NO };
        let Some(limit) = limit else { return Truth::UNKNOWN };
        let again = |before: f64, of: f64| (before.to_bits() != of.to_bits()).then(|| snapped(of));
        let (value, reading) = (snapped(low), snapped(limit.low));
        let (most, higher) =
            (again(low, high).unwrap_or(value), again(limit.low, limit.high).unwrap_or(reading));
        let [a, b, c, d] = [(value, reading), (value, higher), (most, reading), (most, higher)];
        Self::at_corners([self.orders(a), self.orders(b), self.orders(c), self.orders(d)])
    }
}
