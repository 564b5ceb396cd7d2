//! What one guideline says of every row of a block.

use crate::document::guidance::Recommendation;
use crate::rule::mask::{Lanes, Mask as _, Truth};
use crate::rule::say::{Reading, Thought};
use crate::rule::sets::CODES;
use crate::rule::verdict::Verdict;

use super::BlockGuidelines;
use super::facts::FactBlock;
use super::plan::Plan;
use super::scatter::{put_bits, put_codes};
use super::view::{BlockView, Taken};

/// Recommendations that are told apart.
const RECOMMENDATIONS: usize = Recommendation::ALL.len();

/// How far a guideline answers; [`BlockDecision::status`] writes its place in [`Status::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// One outcome is possible.
    Answered,
    /// Something unknown is in the way.
    Undetermined,
    /// It does not speak of the person.
    NotApplicable,
}

impl Status {
    /// Each, in the order of their codes.
    pub const ALL: [Self; 3] = [Self::Answered, Self::Undetermined, Self::NotApplicable];

    /// As documents write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Undetermined => "undetermined",
            Self::NotApplicable => "not_applicable",
        }
    }
}

/// What one guideline says of every row of a block; made once and decided again and again.
///
/// Codes are written for as many rows as the slice is long, from the first on. Of a row that was not set it says that
/// the guideline does not apply.
#[derive(Clone, Debug, Default)]
pub struct BlockDecision {
    verdict: Verdict<Lanes>,
    reading: Reading<Lanes>,
    thought: Thought<Lanes>,
    applies: Truth<Lanes>,
    category: [Lanes; CODES],
    very_high: Lanes,
    tier: [Lanes; CODES],
    recommendation: [Lanes; RECOMMENDATIONS],
    also: [Lanes; RECOMMENDATIONS],
}

impl BlockDecision {
    pub(super) fn decide(&mut self, guidelines: &BlockGuidelines, plan: &Plan, facts: &FactBlock) {
        let view = BlockView { guidelines, plan, facts, taken: Taken::Nothing };
        let Self { verdict, reading, thought, .. } = self;
        plan.guideline.judge(&view, false, verdict);
        reading.read(plan.guideline, verdict, &plan);
        plan.guideline.look_ahead(&view, verdict, &plan, reading, thought);
        self.write(plan);
    }

    fn write(&mut self, plan: &Plan) {
        let (applies, reading) = (self.verdict.applies, &self.reading);
        let [category, _, tier] = reading.agree;
        self.applies = applies;
        self.category = reading.category.of.map(|of| of & category);
        self.tier = reading.tier.of.map(|of| of & tier);
        let very_high = plan.categories.iter().position(|category| *category == "very_high");
        self.very_high = very_high.and_then(|at| self.category.get(at + 1)).copied().unwrap_or_default();
        for (slot, &one) in self.recommendation.iter_mut().zip(Recommendation::ALL) {
            *slot = reading.recommended(applies, one);
        }
        self.also = [Lanes::NONE; RECOMMENDATIONS];
        let also = &mut self.also;
        plan.guideline.each_also(&self.verdict, reading, |one, of| {
            if let Some(slot) = also.get_mut(one as usize) {
                *slot = *slot | of;
            }
        });
    }

    /// The code of each row's category: its place in [`BlockGuidelines::categories`] and one more; 0 is none.
    pub fn category(&self, codes: &mut [u8]) {
        put_codes(self.category.iter().copied(), codes);
    }

    /// The code of each row's recommendation: its place in [`Recommendation::ALL`].
    pub fn recommendation(&self, codes: &mut [u8]) {
        put_codes(self.recommendation.iter().copied(), codes);
    }

    /// The code of each row's tier: its place in [`crate::document::guidance::Tier::ALL`] and one more; 0 is none.
    pub fn tier(&self, codes: &mut [u8]) {
        put_codes(self.tier.iter().copied(), codes);
    }

    /// The code of each row's status: its place in [`Status::ALL`].
    pub fn status(&self, codes: &mut [u8]) {
        let undetermined = !(self.reading.decided | self.applies.no);
        put_codes([Lanes::NONE, undetermined, self.applies.no].into_iter(), codes);
    }

    /// What is recommended beside to each row, the step that answers an unknown among it: a bit for each
    /// recommendation, by its place in [`Recommendation::ALL`].
    pub fn also(&self, bits: &mut [u8]) {
        let beside = Recommendation::ALL.iter().map(|&one| {
            let place = one as usize;
            let of = |all: &[Lanes; RECOMMENDATIONS]| all.get(place).copied().unwrap_or_default();
            (of(&self.also) | self.reading.next_is(one)) & !of(&self.recommendation)
        });
        put_bits(beside, bits);
    }

    /// The rows of which the guideline speaks, or may speak.
    #[must_use]
    pub fn applies(&self) -> Lanes {
        !self.applies.no
    }

    /// The rows to which something is recommended, first or beside, where the guideline applies; the step that
    /// answers an unknown counts only where it comes first.
    #[must_use]
    pub fn recommends(&self, one: Recommendation) -> Lanes {
        let of = |all: &[Lanes; RECOMMENDATIONS]| all.get(one as usize).copied().unwrap_or_default();
        (of(&self.recommendation) | of(&self.also)) & self.applies()
    }

    /// The rows whose category is a very high risk.
    #[must_use]
    pub const fn very_high(&self) -> Lanes {
        self.very_high
    }
}
