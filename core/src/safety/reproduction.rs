//! Pregnancy and breastfeeding: asked of those who could be.

use crate::diagnosis::and;
use crate::evidence::Evidence;

/// Whether the person could be pregnant at all, as far as sex and menopause tell.
fn could_be(evidence: &Evidence<'_>) -> Option<bool> {
    if evidence.person.is_transgender() {
        return None;
    }
    if evidence.is_female() { evidence.is_postmenopausal().map(|after| !after) } else { Some(false) }
}

fn of(evidence: &Evidence<'_>, stated: Option<bool>) -> Option<bool> {
    if stated == Some(true) { stated } else { and(could_be(evidence), stated) }
}

/// Pregnant.
pub(super) fn pregnant(evidence: &Evidence<'_>) -> Option<bool> {
    of(evidence, evidence.person.history(|h| h.pregnant))
}

/// Pregnancy is possible.
pub(super) fn possible(evidence: &Evidence<'_>) -> Option<bool> {
    of(evidence, evidence.person.history(|h| h.pregnancy_possible))
}

/// Pregnancy is possible and nobody excluded it.
pub(super) fn not_excluded(evidence: &Evidence<'_>) -> Option<bool> {
    let asked = evidence.person.history(|h| h.pregnant).is_some();
    and(possible(evidence), Some(!asked))
}

/// Breastfeeding.
pub(super) fn breastfeeding(evidence: &Evidence<'_>) -> Option<bool> {
    of(evidence, evidence.person.history(|h| h.breastfeeding))
}
