//! What guidelines recommend, never without what must stand beside it.

use osteon::document::guidance::{Disagreement, Guideline, Safety, SafetyStatus};

use crate::abi::{Sized_, osteon_text, osteon_truth, up_to};
use crate::codes::{osteon_recommendation, osteon_tier};

use super::lists::{Kept, osteon_assumptions, osteon_reasons, osteon_texts};

/// What one guideline says of the person. It is only handed out with the status of the drugs, the facts that are
/// missing, and how far its rules are verified: all three are to be shown with the recommendation.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_guideline {
    /// sizeof(osteon_guideline).
    pub size: u32,
    /// Whether it speaks of this person; unknown where that cannot be said.
    pub applicable: osteon_truth,
    /// What it recommends.
    pub recommendation: osteon_recommendation,
    /// Which kind of drug it puts first.
    pub tier: osteon_tier,
    /// Whether its rules were checked against the paper or a reviewed reading of it.
    pub verified: osteon_truth,
    /// Yes for a person on treatment: the course of treatment is read before any recommendation to start. Unknown where
    /// treatments were not asked of the person, or the course not of the engine.
    pub course_comes_first: osteon_truth,
    /// Id of the guideline.
    pub id: osteon_text,
    /// Its name in full.
    pub name: osteon_text,
    /// Day, month or year of publication.
    pub published: osteon_text,
    /// Day on which its rules were last held against its source.
    pub checked_on: osteon_text,
    /// What replaced it, where that is known.
    pub superseded_by: osteon_text,
    /// The guideline's own word for the group the person is in.
    pub category: osteon_text,
    /// What it recommends beside, as words such as `measure_bmd`.
    pub also: osteon_texts,
    /// The recommendations that remain possible, mildest first; empty where one does.
    pub could_be: osteon_texts,
    /// The categories that remain possible; empty where one does.
    pub could_be_categories: osteon_texts,
    /// Ids of the rules behind the answer.
    pub fired: osteon_texts,
    /// Fields of the patient document whose answer could change this one.
    pub missing: osteon_texts,
    /// The smallest changes that would change it, a sentence each.
    pub would_change: osteon_texts,
    /// What was unknown and read as something.
    pub assumed: osteon_assumptions,
    /// What to know first: superseded, not yet verified; then what holds of this answer.
    pub flags: osteon_reasons,
    /// How its rules were seen.
    pub verification: osteon_text,
    /// Ids of the sources; osteon_assessment_find_citation has them in full.
    pub sources: osteon_texts,
    /// The drugs against which no rule speaks, such as `alendronate` or `ibandronate_iv`; the reasons are in
    /// osteon_safety.
    pub drugs_allowed: osteon_texts,
    /// The drugs for which a rule cautions.
    pub drugs_caution: osteon_texts,
    /// The drugs that must not be given.
    pub drugs_blocked: osteon_texts,
    /// The drugs for which it cannot be said: something must be known first.
    pub drugs_cannot_be_said: osteon_texts,
}

/// A point on which guidelines of one country that apply disagree.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_disagreement {
    /// sizeof(osteon_disagreement).
    pub size: u32,
    /// Zero.
    pub reserved: u32,
    /// Ids of the guidelines.
    pub guidelines: osteon_texts,
    /// The point, in one sentence.
    pub text: osteon_text,
}

// SAFETY: they begin with `size`, and are only ever written to the caller, never read.
unsafe impl Sized_ for osteon_guideline {
    const FIRST: usize = up_to!(osteon_guideline, drugs_cannot_be_said);
}
// SAFETY: as above.
unsafe impl Sized_ for osteon_disagreement {
    const FIRST: usize = up_to!(osteon_disagreement, text);
}

/// The drugs by what is said of them; the same beside every recommendation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drugs {
    allowed: osteon_texts,
    caution: osteon_texts,
    blocked: osteon_texts,
    cannot_be_said: osteon_texts,
}

impl Drugs {
    pub(super) fn of(safety: &[Safety], kept: &mut Kept) -> Self {
        let mut of = |status: SafetyStatus| {
            let drugs = safety.iter().filter(|drug| drug.status == status);
            let words = drugs.map(|drug| match drug.route {
                None => drug.drug.as_str().into(),
                Some(route) => kept.word(format!("{}_{route}", drug.drug)),
            });
            let words = words.collect();
            kept.list(words)
        };
        Self {
            allowed: of(SafetyStatus::Allowed),
            caution: of(SafetyStatus::Caution),
            blocked: of(SafetyStatus::Blocked),
            cannot_be_said: of(SafetyStatus::Unknown),
        }
    }
}

pub(super) fn guideline(
    one: &Guideline,
    drugs: Drugs,
    course_comes_first: osteon_truth,
    kept: &mut Kept,
) -> osteon_guideline {
    osteon_guideline {
        size: 0,
        applicable: one.applicable.into(),
        recommendation: one.recommendation.into(),
        tier: one.tier.into(),
        verified: one.verified.into(),
        course_comes_first,
        id: (&*one.guideline).into(),
        name: (&*one.name).into(),
        published: (&*one.published).into(),
        checked_on: one.checked_on.as_deref().into(),
        superseded_by: one.superseded_by.as_deref().into(),
        category: one.category.as_deref().into(),
        also: kept.texts(one.also.iter().map(|also| also.as_str())),
        could_be: kept.texts(one.could_be.iter().map(|possible| possible.as_str())),
        could_be_categories: kept.strings(&one.could_be_categories),
        fired: kept.strings(&one.fired),
        missing: kept.strings(&one.missing),
        would_change: kept.texts(one.would_change.iter().map(|change| &*change.text)),
        assumed: kept.assumptions(&one.assumed),
        flags: kept.reasons(&one.flags),
        verification: (&*one.verification).into(),
        sources: kept.strings(&one.sources),
        drugs_allowed: drugs.allowed,
        drugs_caution: drugs.caution,
        drugs_blocked: drugs.blocked,
        drugs_cannot_be_said: drugs.cannot_be_said,
    }
}

pub(super) fn disagreement(one: &Disagreement, kept: &mut Kept) -> osteon_disagreement {
    osteon_disagreement {
        size: 0,
        reserved: 0,
        guidelines: kept.strings(&one.guidelines),
        text: (&*one.text).into(),
    }
}
