//! Parts of an assessment by what they are, where an index says little.

use core::cmp::Reverse;

use osteon::document::Vertebrae;

use crate::abi::{osteon_number, osteon_status, osteon_text};
use crate::codes::{osteon_region, osteon_report_role, osteon_side};

use super::guideline::osteon_guideline;
use super::item::{give, give_plain, guidelines, nothing};
use super::osteon_assessment;
use super::risk::osteon_risk;
use super::score::osteon_score;

/// Whether two texts, of which one is ours, are the same.
///
/// # Safety
/// `own` points at a text that is there.
unsafe fn is(own: osteon_text, asked: &str) -> bool {
    // SAFETY: the caller's promise.
    unsafe { own.get("own") }.is_ok_and(|own| own == Some(asked))
}

/// The current score of a region, the one of the most vertebrae where there are several. `region` is an osteon_region;
/// `side` an osteon_side, of which 0 is any: then the first that there is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_find_score(
    assessment: *const osteon_assessment,
    region: i32,
    side: i32,
    out: *mut osteon_score,
) -> osteon_status {
    // SAFETY: pointers are the caller's, of whom the header asks that they are what they say.
    unsafe {
        give(assessment, out, |views| {
            let region = osteon_region::from(osteon_region::read(region)?);
            let side = osteon_side::from(osteon_side::read(side)?);
            let asked = |score: &&osteon_score| {
                score.report_role == osteon_report_role::Current
                    && score.region == region
                    && (side == osteon_side::Unknown || score.side == side)
            };
            // L1-L4 before L2-L4 before L1.
            let vertebrae = |score: &osteon_score| {
                let set = score.vertebrae.get("vertebrae").ok().flatten();
                set.and_then(|set| set.parse().ok()).map_or(0, Vertebrae::len)
            };
            let found = views.scores.iter().filter(asked).enumerate();
            let found = found.max_by_key(|(place, score)| (vertebrae(score), Reverse(*place)));
            found.map(|(_, score)| *score).ok_or_else(nothing)
        })
    }
}

/// What a model says of an outcome over so many years (0: not in years), such as `qfracture2012`, `hip`, 10.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_find_risk(
    assessment: *const osteon_assessment,
    model: osteon_text,
    outcome: osteon_text,
    horizon_years: u32,
    out: *mut osteon_risk,
) -> osteon_status {
    // SAFETY: the caller's promise; our own texts are there.
    unsafe {
        give(assessment, out, |views| {
            let (model, outcome) = (model.needed("model")?, outcome.needed("outcome")?);
            let horizon = osteon_number::from((horizon_years != 0).then_some(horizon_years));
            let asked = |risk: &&osteon_risk| {
                is(risk.model, model) && is(risk.outcome, outcome) && risk.horizon_years == horizon
            };
            views.risks.iter().find(asked).copied().ok_or_else(nothing)
        })
    }
}

/// What the guideline with this id recommends, such as `nogg2024`. OSTEON_STATUS_INCOMPLETE, and nothing written, where
/// the engine was not asked for `safety`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_find_guideline(
    assessment: *const osteon_assessment,
    id: osteon_text,
    out: *mut osteon_guideline,
) -> osteon_status {
    // SAFETY: the caller's promise; our own texts are there.
    unsafe {
        give(assessment, out, |views| {
            let id = id.needed("id")?;
            let mut all = guidelines(views)?.iter();
            all.find(|guideline| is(guideline.id, id)).copied().ok_or_else(nothing)
        })
    }
}

/// The citation in full of the source with this id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn osteon_assessment_find_citation(
    assessment: *const osteon_assessment,
    id: osteon_text,
    out: *mut osteon_text,
) -> osteon_status {
    // SAFETY: the caller's promise; our own texts are there.
    unsafe {
        give_plain(assessment, out, |views| {
            let id = id.needed("id")?;
            let mut all = views.citations.iter();
            all.find(|citation| is(citation.id, id)).map(|citation| citation.text).ok_or_else(nothing)
        })
    }
}
