//! Whether each drug is licensed and paid for; never mixed with safety.
//!
//! Rules are known for France, and of licences for the European Union; elsewhere the verdict is unknown.

use crate::document::guidance::AccessStatus;
use crate::evidence::Evidence;
use crate::safety::{Facts, Jurisdiction, Product, Rule, RuleSet, Verdicts};

mod table {
    use crate::citation::{Confidence, ids};
    use crate::document::guidance::AccessStatus;
    use crate::rule::Comparison;
    use crate::safety::{Condition, Rule, Test, Unknown};
    include!(concat!(env!("OUT_DIR"), "/access.rs"));
}

pub use table::RULES;

/// Where a drug is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Market {
    /// A member of the European Union: its licences, and no rule of what is paid for.
    Eu,
    /// France.
    Fr,
    /// The United States: one licence.
    Us,
    /// Anywhere else, or nobody said: no rule is known.
    Unknown,
}

impl Market {
    fn of(evidence: &Evidence<'_>) -> Self {
        let document = evidence.person.document;
        // What is paid for is a matter of the country, also where the jurisdiction is the Union.
        let is_france = |code: &Option<String>| {
            code.as_deref().is_some_and(|code| code.trim().eq_ignore_ascii_case("FR"))
        };
        match Jurisdiction::of(document) {
            Jurisdiction::Eu if is_france(&document.country) || is_france(&document.jurisdiction) => Self::Fr,
            Jurisdiction::Eu => Self::Eu,
            Jurisdiction::Us => Self::Us,
            _ => Self::Unknown,
        }
    }

    /// As documents write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Eu => "EU",
            Self::Fr => "FR",
            Self::Us => "US",
            Self::Unknown => "unknown",
        }
    }

    const fn areas(self) -> u8 {
        match self {
            Self::Eu => 1,
            Self::Fr => 2,
            Self::Us => 4,
            Self::Unknown => 0,
        }
    }
}

/// The verdict on one drug, before it is written out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AccessAnswer {
    /// The drug.
    pub product: Product,
    /// The verdict.
    pub status: AccessStatus,
    /// Its rules that hold, and those that may.
    pub verdicts: Verdicts,
    /// Where.
    pub market: Market,
}

impl AccessAnswer {
    /// The rule that decides; none where no rule of the drug is known, or none speaks of the person.
    #[must_use]
    pub fn rule(&self) -> Option<&'static Rule<AccessStatus>> {
        match self.status {
            AccessStatus::Unknown => self.verdicts.deciding.of(&RULES).next(),
            status => self.verdicts.holding.of(&RULES).find(|rule| rule.status == status),
        }
    }
}

/// The verdict on every drug for one person; of ibandronate one, since no rule differs by its route.
#[must_use]
pub fn answers(evidence: &Evidence<'_>) -> Vec<AccessAnswer> {
    let facts = Facts::read(evidence);
    let market = Market::of(evidence);
    let verdicts = Verdicts::of(&RULES, &facts, market.areas());
    let of = |product: Product| {
        let rules = table::RULES_OF.get(product as usize).copied().unwrap_or_default();
        let verdicts = verdicts.among(RuleSet::from_bits(rules));
        AccessAnswer { product, status: status(verdicts), verdicts, market }
    };
    Product::ALL.into_iter().filter(|&product| product != Product::IbandronateIv).map(of).collect()
}

/// The worst decides; what is unknown keeps a drug from being called reimbursed.
fn status(verdicts: Verdicts) -> AccessStatus {
    let says = |status: AccessStatus| verdicts.holding.of(&RULES).any(|rule| rule.status == status);
    if says(AccessStatus::NotLicensed) {
        AccessStatus::NotLicensed
    } else if says(AccessStatus::NotReimbursed) {
        AccessStatus::NotReimbursed
    } else if says(AccessStatus::Reimbursed) && verdicts.deciding == RuleSet::default() {
        AccessStatus::Reimbursed
    } else {
        AccessStatus::Unknown
    }
}
