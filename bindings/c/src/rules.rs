//! The rules of guidelines, as they decide.

use osteon::citation::{CitationId, Confidence};
use osteon::document::guidance::Recommendation;
use osteon::rule::{Guideline, When};

use crate::abi::{
    Failure, Outcome, Sized_, guard, osteon_error, osteon_status, osteon_text, out_struct, out_value, up_to,
};
use crate::codes::{osteon_recommendation, osteon_tier};
use crate::json::osteon_string;

/// What a rule is for.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum osteon_rule_kind {
    /// Nothing that this header knows.
    #[allow(dead_code, reason = "it is only ever in the hands of callers")]
    Unknown = 0,
    /// Whom the guideline speaks of: where one of these does not hold, the person is outside.
    Population = 1,
    /// It decides, if none before it of this kind did.
    Decides = 2,
    /// It adds a recommendation beside the decision.
    Adds = 3,
    /// Something to know.
    Remark = 4,
}

/// A rule of a guideline. It is about nobody: what it means for a person is only in an assessment. Texts are static.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_guideline_rule {
    /// sizeof(osteon_guideline_rule).
    pub size: u32,
    /// What it is for.
    pub kind: osteon_rule_kind,
    /// What it recommends; not known where it recommends nothing.
    pub recommendation: osteon_recommendation,
    /// Which kind of drug it puts first; not known where it says nothing of it.
    pub tier: osteon_tier,
    /// What it recommends beside, as bits: 1 << an osteon_recommendation.
    pub also: u32,
    /// Zero.
    pub reserved: u32,
    /// Its id, as in the trace of an assessment.
    pub id: osteon_text,
    /// The guideline's own word for the group.
    pub category: osteon_text,
    /// Of a population, why a person is outside; of a remark, the sentence.
    pub said: osteon_text,
    /// Id of its source; that of the guideline where it has none of its own.
    pub citation: osteon_text,
    /// How far its wording is trusted.
    pub confidence: osteon_text,
}

// SAFETY: integers and pointers; it begins with `size`. Only the library writes one.
unsafe impl Sized_ for osteon_guideline_rule {
    const FIRST: usize = up_to!(osteon_guideline_rule, confidence);
}

/// A rule of a guideline, by its place from 0: the population, then the rules in the order in which they decide, then what
/// is added, then remarks. OSTEON_STATUS_NOT_FOUND beyond the last, and where no guideline has this id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_guideline_rule_at(
    guideline: osteon_text,
    index: usize,
    rule: *mut osteon_guideline_rule,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(core::ptr::null_mut(), || {
            out_struct(rule, find(guideline.needed("guideline")?, index)?.0, "rule")
        })
    }
}

/// When that rule holds, in words: facts, signs and limits, joined by and, or and not. Of limits by age the table is named,
/// which stands in `core/data/guideline`. Free it by osteon_string_free; `when` is NULL where the call fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_guideline_rule_when(
    guideline: osteon_text,
    index: usize,
    when: *mut *mut osteon_string,
    error: *mut osteon_error,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        guard(error, || {
            out_value(when, core::ptr::null_mut(), "when")?;
            let (_, condition) = find(guideline.needed("guideline")?, index)?;
            out_value(when, osteon_string::owned(condition.describe()), "when")
        })
    }
}

type Found = (osteon_guideline_rule, &'static When);

fn find(id: &str, index: usize) -> Outcome<Found> {
    let none = || Failure::not_found("no such guideline, or no such rule of it");
    let guideline = osteon::guideline::from_id(id).ok_or_else(none)?;
    all(guideline).nth(index).ok_or_else(none)
}

fn all(guideline: &'static Guideline) -> impl Iterator<Item = Found> {
    let of = |kind, id: &'static str| osteon_guideline_rule {
        size: 0,
        kind,
        recommendation: osteon_recommendation::Unknown,
        tier: osteon_tier::Unknown,
        also: 0,
        reserved: 0,
        id: id.into(),
        category: osteon_text::default(),
        said: osteon_text::default(),
        citation: guideline.citation.id().into(),
        confidence: osteon_text::default(),
    };
    let sourced = |rule, citation: CitationId, confidence: Confidence| osteon_guideline_rule {
        citation: citation.id().into(),
        confidence: confidence.as_str().into(),
        ..rule
    };
    let population = guideline.population.iter().map(move |part| {
        let rule = of(osteon_rule_kind::Population, part.id);
        (osteon_guideline_rule { said: part.outside.into(), ..rule }, &part.when)
    });
    let decide = guideline.rules.iter().map(move |rule| {
        let row = osteon_guideline_rule {
            recommendation: rule.then.recommendation.into(),
            tier: rule.then.tier.into(),
            also: bits(rule.then.also),
            category: rule.then.category.into(),
            ..of(osteon_rule_kind::Decides, rule.id)
        };
        (sourced(row, rule.citation, rule.confidence), &rule.when)
    });
    let add = guideline.additions.iter().map(move |addition| {
        let row = of(osteon_rule_kind::Adds, addition.id);
        let row = osteon_guideline_rule { recommendation: addition.also.into(), ..row };
        (sourced(row, addition.citation, addition.confidence), &addition.when)
    });
    let remarks = guideline.remarks.iter().map(move |remark| {
        let row = of(osteon_rule_kind::Remark, remark.code);
        (osteon_guideline_rule { said: remark.text.into(), ..row }, &remark.when)
    });
    population.chain(decide).chain(add).chain(remarks)
}

fn bits(all: &[Recommendation]) -> u32 {
    all.iter().fold(0, |bits, one| bits | 1 << osteon_recommendation::from(*one) as u32)
}
