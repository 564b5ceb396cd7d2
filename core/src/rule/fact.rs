//! Facts that rules ask for: yes-or-no facts and quantities, each named, each with three values.

use crate::evidence::{Evidence, Seen};

/// A yes-or-no fact of a person.
#[derive(Debug)]
pub struct Flag {
    /// Id, the same in every guideline that asks for it.
    pub id: &'static str,
    /// Field of the patient document that answers it.
    pub field: &'static str,
    /// In words, as in "severe fracture".
    pub label: &'static str,
    /// Reads it; `None` is unknown.
    pub read: fn(&Evidence<'_>) -> Option<bool>,
}

/// A number of a person.
#[derive(Debug)]
pub struct Quantity {
    /// Id, the same in every guideline that asks for it.
    pub id: &'static str,
    /// Field of the patient document that answers it.
    pub field: &'static str,
    /// In words, as in "lowest T-score of spine and hip".
    pub label: &'static str,
    /// Its unit, empty where it has none.
    pub unit: &'static str,
    /// Reads it.
    pub read: fn(&Evidence<'_>) -> Seen,
}

/// A fact, whichever kind.
#[derive(Clone, Copy, Debug)]
pub enum Fact {
    /// Yes or no.
    Flag(&'static Flag),
    /// A number.
    Quantity(&'static Quantity),
}

impl Fact {
    /// Its id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Flag(flag) => flag.id,
            Self::Quantity(quantity) => quantity.id,
        }
    }

    /// The field that answers it.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Flag(flag) => flag.field,
            Self::Quantity(quantity) => quantity.field,
        }
    }

    /// In words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Flag(flag) => flag.label,
            Self::Quantity(quantity) => quantity.label,
        }
    }
}

impl PartialEq for Fact {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Fact {}

/// What a fact is taken to be, whatever the person's document says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Taken {
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
}

/// Evidence, some of whose facts may be taken as something else: the one door through which rules see facts.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// What the person's document says.
    pub evidence: &'a Evidence<'a>,
    /// Facts taken as something else.
    pub taken: &'a [(Fact, Taken)],
}

impl<'a> View<'a> {
    /// The evidence as it is.
    #[must_use]
    pub const fn of(evidence: &'a Evidence<'a>) -> Self {
        Self { evidence, taken: &[] }
    }

    /// A yes-or-no fact.
    #[must_use]
    pub fn flag(&self, flag: &'static Flag) -> Option<bool> {
        match self.taken_as(Fact::Flag(flag)) {
            Some(Taken::Flag(value)) => Some(value),
            // A score that is taken as something was measured.
            _ if flag.id == super::MEASURED_ID && self.takes_a_number_of(flag.field) => Some(true),
            _ => (flag.read)(self.evidence),
        }
    }

    /// A number.
    #[must_use]
    pub fn quantity(&self, quantity: &'static Quantity) -> Seen {
        match self.taken_as(Fact::Quantity(quantity)) {
            Some(Taken::Number(value)) => Seen::Known(value),
            _ => (quantity.read)(self.evidence),
        }
    }

    /// Age in completed years, which some limits hang on.
    #[must_use]
    pub fn age(&self) -> f64 {
        let taken = self.taken.iter().find(|(fact, _)| fact.id() == super::AGE_ID).map(|(_, taken)| *taken);
        match taken {
            Some(Taken::Number(age)) => age,
            _ => self.evidence.age(),
        }
    }

    fn takes_a_number_of(&self, field: &str) -> bool {
        self.taken.iter().any(|(fact, taken)| fact.field() == field && matches!(taken, Taken::Number(_)))
    }

    fn taken_as(&self, fact: Fact) -> Option<Taken> {
        self.taken.iter().find(|(other, _)| *other == fact).map(|(_, taken)| *taken)
    }
}
