//! Whether each drug may be given: renal function, calcium, vitamin D, history, by jurisdiction.
//!
//! Every rule of `data/safety.csv` is asked once, in three values; then the worst decides for each drug. A drug is
//! blocked if any rule blocks it, whatever else is unknown; the rule that is named is the first that cannot be
//! corrected, so that a low calcium never hides an infarction. Otherwise it is unknown while any rule that would block
//! it is, and while the two things are that must be known before a first dose though they only caution: renal
//! function before denosumab, vitamin D before the parenteral antiresorptives. The unknowns of other cautions are
//! listed beside, but where a result is there and too old: then it is asked again first. So an answer to an open
//! question never turns "allowed" into "blocked", but for raloxifene, whose renal limit only European labels have and
//! nobody tests for.

mod bone_laboratory;
mod calcium;
mod cardiovascular;
mod condition;
mod facts;
mod jurisdiction;
mod laboratory;
mod past_fracture;
mod past_treatment;
mod product;
mod renal;
mod reproduction;
mod rule;

use crate::diagnosis::or;
use crate::document::guidance::SafetyStatus;
use crate::evidence::Evidence;

pub use calcium::Calcium;
pub(crate) use calcium::corrected_for_albumin;
pub use condition::Condition;
pub use facts::{Facts, Value};
pub use jurisdiction::Jurisdiction;
pub(crate) use laboratory::is_too_old;
pub use product::Product;
pub use renal::{Renal, RenalSource};
pub use rule::{Rule, RuleSet, Test, Unknown, Verdicts};

mod table {
    use super::{Condition, Rule, Test, Unknown};
    use crate::citation::{Confidence, ids};
    use crate::document::guidance::SafetyStatus;
    use crate::rule::Comparison;
    include!(concat!(env!("OUT_DIR"), "/safety.rs"));
}

pub use table::RULES;

/// The verdict on one drug, before it is written out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SafetyAnswer {
    /// The drug.
    pub product: Product,
    /// The verdict.
    pub status: SafetyStatus,
    /// Its rules that hold, and those that may.
    pub verdicts: Verdicts,
    /// Whose labels hold.
    pub jurisdiction: Jurisdiction,
    /// What the laboratory's results were read as.
    pub read: Readings,
}

/// What the results of the laboratory were read as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Readings {
    /// Where the creatinine clearance comes from.
    pub renal: RenalSource,
    /// Whether calcium was corrected for albumin here.
    pub calcium_was_corrected: bool,
    /// Whether the result behind the clearance has no date.
    pub renal_undated: bool,
    /// Whether the calcium has no date.
    pub calcium_undated: bool,
}

impl SafetyAnswer {
    /// The rule that decides; none where the drug is allowed.
    #[must_use]
    pub fn rule(&self) -> Option<&'static Rule<SafetyStatus>> {
        match self.status {
            SafetyStatus::Unknown => self.verdicts.deciding.of(&RULES).next(),
            status => {
                let says = || self.verdicts.holding.of(&RULES).filter(|rule| rule.status == status);
                says().find(|rule| !rule.correctable).or_else(|| says().next())
            }
        }
    }

    /// Every rule of the drug.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule<SafetyStatus>> {
        rules_of(self.product).of(&RULES).filter(|rule| rule.areas & self.jurisdiction.areas() != 0)
    }

    /// Whether a rule of this drug looks at a result without a date.
    #[must_use]
    pub fn reads_undated(&self) -> bool {
        let has = |of: fn(Condition) -> bool| self.rules().any(|rule| of(rule.condition));
        (self.read.renal_undated && has(|condition| condition == Condition::CreatinineClearance))
            || (self.read.calcium_undated && has(Condition::is_calcium))
    }
}

fn rules_of(product: Product) -> RuleSet {
    let rules = table::RULES_OF.get(product as usize).copied().unwrap_or_default();
    RuleSet::from_bits(rules)
}

/// Whether calcium blocks a drug; `None` where it is not known well enough.
#[must_use]
pub(crate) fn calcium_blocks(facts: &Facts<'_>, product: Product) -> Option<bool> {
    rules_of(product)
        .of(&RULES)
        .filter(|rule| rule.condition.is_calcium() && rule.status == SafetyStatus::Blocked)
        .map(|rule| rule.holds(facts))
        .reduce(or)
        .unwrap_or(Some(false))
}

/// The verdict on every drug for one person.
#[must_use]
pub fn answers(evidence: &Evidence<'_>) -> Vec<SafetyAnswer> {
    of_products(evidence).into()
}

/// The verdict on each of [`Product::ALL`]. Allocates nothing.
pub(crate) fn of_products(evidence: &Evidence<'_>) -> [SafetyAnswer; Product::ALL.len()] {
    let facts = Facts::read(evidence);
    let jurisdiction = Jurisdiction::of(evidence.person.document);
    let verdicts = Verdicts::of(&RULES, &facts, jurisdiction.areas());
    let read = Readings {
        renal: facts.renal().source,
        calcium_was_corrected: facts.calcium().was_corrected,
        renal_undated: facts.renal().undated,
        calcium_undated: facts.calcium().undated,
    };
    let of = |product| {
        let verdicts = verdicts.among(rules_of(product));
        SafetyAnswer { product, status: status(verdicts), verdicts, jurisdiction, read }
    };
    Product::ALL.map(of)
}

/// The worst decides: blocked, unknown, caution, allowed.
fn status(verdicts: Verdicts) -> SafetyStatus {
    let says = |status| verdicts.holding.of(&RULES).any(|rule| rule.status == status);
    if says(SafetyStatus::Blocked) {
        SafetyStatus::Blocked
    } else if verdicts.deciding != RuleSet::default() {
        SafetyStatus::Unknown
    } else if says(SafetyStatus::Caution) {
        SafetyStatus::Caution
    } else {
        SafetyStatus::Allowed
    }
}
