//! Rules about drugs as data, and which of them hold for a person.

use crate::citation::{CitationId, Confidence};
use crate::evidence::Seen;
use crate::rule::Comparison;

use super::condition::Condition;
use super::facts::{Facts, Value};
use super::product::Product;

/// What a rule asks of its condition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Test {
    /// That it is so, or not so.
    Is(bool),
    /// That it compares with a limit, in the unit in which the laboratory gave it.
    Compares {
        /// How.
        comparison: Comparison,
        /// The limit.
        limit: f64,
        /// Its unit.
        unit: &'static str,
        /// The same limit in the conventional unit, as it is used there: 2.10 mmol/L and 8.4 mg/dL.
        conventional: Option<(f64, &'static str)>,
    },
}

impl Test {
    /// The limit and its unit, for a value in SI or conventional units.
    #[must_use]
    pub fn limit(self, is_conventional: bool) -> Option<(f64, &'static str)> {
        match self {
            Self::Is(_) => None,
            Self::Compares { conventional: Some(limit), .. } if is_conventional => Some(limit),
            Self::Compares { limit, unit, .. } => Some((limit, unit)),
        }
    }

    fn holds(self, value: Value) -> Option<bool> {
        match (self, value) {
            (Self::Is(wanted), Value::Flag(flag)) => flag.map(|flag| flag == wanted),
            (Self::Compares { comparison, .. }, Value::Number { seen, is_conventional }) => {
                let (limit, _) = self.limit(is_conventional)?;
                match seen {
                    Seen::NotMeasured => Some(false),
                    Seen::Known(value) => Some(comparison.holds(value, limit)),
                    Seen::Between(low, high) => {
                        let first = comparison.holds(low, limit);
                        (first == comparison.holds(high, limit)).then_some(first)
                    }
                }
            }
            _ => None,
        }
    }
}

/// What becomes of a rule whose condition is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// The verdict is unknown, unless the drug is blocked anyway.
    Decides,
    /// It is listed beside the verdict, and what would answer it among the needs.
    Listed,
    /// Nothing: another rule asks for the same, or nobody would ask for it.
    Silent,
}

/// A rule about a drug: a row of `data/safety.csv` or `data/access.csv`.
#[derive(Clone, Copy, Debug)]
pub struct Rule<S: 'static> {
    /// Id.
    pub id: &'static str,
    /// What it looks at.
    pub condition: Condition,
    /// What it asks of that.
    pub test: Test,
    /// What it says where it holds.
    pub status: S,
    /// What it says where that is unknown.
    pub unknown: Unknown,
    /// Whether what it says passes or can be put right, as a low calcium does; what cannot decides first.
    pub correctable: bool,
    /// Bits of the areas whose rule it is.
    pub areas: u8,
    /// Source; `None` is the label of the drug.
    pub citation: Option<CitationId>,
    /// Confidence.
    pub confidence: Confidence,
    /// Why, with `{limit}` for the limit in the unit that was seen.
    pub reason: &'static str,
}

impl<S> Rule<S> {
    /// Whether it holds; `None` where that hangs on something unknown.
    #[must_use]
    pub fn holds(&self, facts: &Facts<'_>) -> Option<bool> {
        self.test.holds(facts.value(self.condition))
    }

    /// The source, for a drug.
    #[must_use]
    pub fn source(&self, product: Product) -> CitationId {
        self.citation.unwrap_or_else(|| product.label())
    }
}

/// Rules of one table, by their place in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleSet(u128);

impl RuleSet {
    /// From bits.
    #[must_use]
    pub const fn from_bits(bits: u128) -> Self {
        Self(bits)
    }

    /// Those in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The rules, in the order of the table.
    pub fn of<S>(self, rules: &'static [Rule<S>]) -> impl Iterator<Item = &'static Rule<S>> {
        let mut left = self.0;
        core::iter::from_fn(move || {
            let place = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            rules.get(usize::try_from(place).ok()?)
        })
    }
}

/// Which rules hold, and which may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verdicts {
    /// Those that hold.
    pub holding: RuleSet,
    /// Those that hang on something unknown and decide.
    pub deciding: RuleSet,
    /// Those that hang on something unknown and are only listed.
    pub listed: RuleSet,
}

impl Verdicts {
    /// Asks every rule of a table that is of one of these areas, each once.
    #[must_use]
    pub fn of<S>(rules: &'static [Rule<S>], facts: &Facts<'_>, areas: u8) -> Self {
        let (mut holding, mut deciding, mut listed) = (0_u128, 0_u128, 0_u128);
        let mut bit = 1_u128;
        for rule in rules {
            if rule.areas & areas != 0 {
                match (rule.holds(facts), rule.unknown) {
                    (Some(true), _) => holding |= bit,
                    (Some(false), _) | (None, Unknown::Silent) => {}
                    (None, Unknown::Decides) => deciding |= bit,
                    // Somebody asked once, and the answer no longer counts: it is asked again first.
                    (None, Unknown::Listed) if facts.is_too_old(rule.condition) => deciding |= bit,
                    (None, Unknown::Listed) => listed |= bit,
                }
            }
            bit <<= 1;
        }
        Self { holding: RuleSet(holding), deciding: RuleSet(deciding), listed: RuleSet(listed) }
    }

    /// Those of one product.
    #[must_use]
    pub const fn among(self, rules: RuleSet) -> Self {
        Self {
            holding: self.holding.and(rules),
            deciding: self.deciding.and(rules),
            listed: self.listed.and(rules),
        }
    }
}
