//! What is said of drugs: safety, access, courses of treatment.

use osteon::document::guidance::{Access, Course, Safety};

use crate::abi::{Sized_, osteon_date, osteon_text, osteon_truth, up_to};
use crate::codes::{
    osteon_access_status, osteon_course_status, osteon_drug, osteon_route, osteon_safety_status,
};

use super::lists::{
    Kept, osteon_assumptions, osteon_inputs, osteon_reasons, osteon_safety_rules, osteon_texts,
};

/// Whether a drug may be given.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_safety {
    /// sizeof(osteon_safety).
    pub size: u32,
    /// The drug.
    pub drug: osteon_drug,
    /// The route, where the rules differ by it.
    pub route: osteon_route,
    /// The verdict.
    pub status: osteon_safety_status,
    /// Id of the rule that decides.
    pub rule: osteon_text,
    /// Why, in a sentence.
    pub reason: osteon_text,
    /// What the rule saw and its limit.
    pub values: osteon_inputs,
    /// The tests to order, by analyte, or the fields to fill in.
    pub needs: osteon_texts,
    /// Every other rule that cautions, blocks or cannot be answered.
    pub others: osteon_safety_rules,
    /// What was unknown and read as something.
    pub assumed: osteon_assumptions,
    /// The jurisdiction whose rules were used.
    pub jurisdiction: osteon_text,
    /// Confidence in the rule.
    pub confidence: osteon_text,
    /// Ids of the sources.
    pub sources: osteon_texts,
}

/// Whether a drug is licensed and paid for.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_access {
    /// sizeof(osteon_access).
    pub size: u32,
    /// The drug.
    pub drug: osteon_drug,
    /// The verdict.
    pub status: osteon_access_status,
    /// Zero.
    pub reserved: u32,
    /// The jurisdiction.
    pub jurisdiction: osteon_text,
    /// Id of the rule.
    pub rule: osteon_text,
    /// The rule in words.
    pub text: osteon_text,
    /// The fields to fill in, where the verdict is unknown for want of them.
    pub needs: osteon_texts,
    /// Ids of the sources.
    pub sources: osteon_texts,
}

/// Where a course of treatment stands, by one rule.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct osteon_course {
    /// sizeof(osteon_course).
    pub size: u32,
    /// The drug.
    pub drug: osteon_drug,
    /// The verdict.
    pub status: osteon_course_status,
    /// Whether the rule was checked against its paper or a reviewed reading of it.
    pub verified: osteon_truth,
    /// Id of the rule.
    pub rule: osteon_text,
    /// What to do, as a code.
    pub action: osteon_text,
    /// The same in words.
    pub text: osteon_text,
    /// By when.
    pub due: osteon_date,
    /// Why.
    pub reasons: osteon_reasons,
    /// What would have to be known.
    pub missing: osteon_texts,
    /// Ids of the sources.
    pub sources: osteon_texts,
}

// SAFETY: they begin with `size`, and are only ever written to the caller, never read.
unsafe impl Sized_ for osteon_safety {
    const FIRST: usize = up_to!(osteon_safety, sources);
}
// SAFETY: as above.
unsafe impl Sized_ for osteon_access {
    const FIRST: usize = up_to!(osteon_access, sources);
}
// SAFETY: as above.
unsafe impl Sized_ for osteon_course {
    const FIRST: usize = up_to!(osteon_course, sources);
}

pub(super) fn safety(one: &Safety, kept: &mut Kept) -> osteon_safety {
    osteon_safety {
        size: 0,
        drug: one.drug.into(),
        route: one.route.into(),
        status: one.status.into(),
        rule: (&*one.rule).into(),
        reason: (&*one.reason).into(),
        values: kept.values(&one.values),
        needs: kept.strings(&one.needs),
        others: kept.safety_rules(&one.others),
        assumed: kept.assumptions(&one.assumed),
        jurisdiction: (&*one.jurisdiction).into(),
        confidence: (&*one.confidence).into(),
        sources: kept.strings(&one.sources),
    }
}

pub(super) fn access(one: &Access, kept: &mut Kept) -> osteon_access {
    osteon_access {
        size: 0,
        drug: one.drug.into(),
        status: one.status.into(),
        reserved: 0,
        jurisdiction: (&*one.jurisdiction).into(),
        rule: (&*one.rule).into(),
        text: (&*one.text).into(),
        needs: kept.strings(&one.needs),
        sources: kept.strings(&one.sources),
    }
}

pub(super) fn course(one: &Course, kept: &mut Kept) -> osteon_course {
    osteon_course {
        size: 0,
        drug: one.drug.into(),
        status: one.status.into(),
        verified: one.verified.into(),
        rule: (&*one.rule).into(),
        action: (&*one.action).into(),
        text: (&*one.text).into(),
        due: one.due.into(),
        reasons: kept.reasons(&one.reasons),
        missing: kept.strings(&one.missing),
        sources: kept.strings(&one.sources),
    }
}
