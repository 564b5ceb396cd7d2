//! The algebra of rules: conditions over three-valued facts, from which the decision, its trace, what is missing,
//! what would change it and the printed rules all follow.
//!
//! A guideline is an ordered list of rules; the first that holds decides. Where a rule hangs on something unknown,
//! it and the next that may hold are both possible: the possible outcomes contain those of every completion.
//!
//! One code decides for one person and for a block of [`BLOCK`] at once: it is written over yes and no as such, a
//! `bool` or a bit a row.

mod asked;
mod block;
mod completion;
mod condition;
mod decide;
mod describe;
mod fact;
mod gist;
mod guideline;
mod limit;
mod mask;
mod say;
mod sets;
mod trace;
mod verdict;

pub use block::{BlockDecision, BlockGuidelines, FactBlock, FactTable, Status};
pub use completion::{Answer, COMPLETIONS_TRIED, Change, is_open};
pub use condition::{ALWAYS, Comparison, When, above, at_least, at_most, below};
pub use decide::{Decision, Said};
pub use fact::{Fact, Flag, Quantity, Taken, View};
pub use guideline::{Addition, Guideline, Outcome, Population, Remark, Rule, Seen};
pub use limit::{AgeLimits, Between, Limit, LimitHere};
pub use mask::{BLOCK, Lanes};

/// Id of the one quantity that limits by age hang on.
pub(crate) const AGE_ID: &str = "age";
/// Id of the one flag that says whether the scores that rules hold against limits were measured.
pub(crate) const MEASURED_ID: &str = "bmd_measured";
