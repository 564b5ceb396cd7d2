//! The citations that an answer used, gathered from what it rests on.

use crate::citation::{CitationId, ids};
use crate::densitometry::{Flag, Reference};
use crate::document::Region;
use crate::engine::Answer;
use crate::facts::{NoT, ScoreDue};
use crate::outputs::Output;
use crate::reference::precision_minimum;

/// Every citation behind an answer, each once, in the order of the list of citations.
pub(crate) fn used(answer: &Answer<'_>) -> Vec<CitationId> {
    let mut used = Vec::new();
    for score in &answer.scores {
        let references =
            [score.reference, score.printed_reference, score.male_t.map(|(_, reference)| reference)];
        used.extend(references.into_iter().flatten().filter_map(Reference::citation));
        if score.reference.is_some() {
            used.push(ids::ISCD2023_ADULT);
        }
        if let Ok(z) = &score.z {
            used.push(z.citation().unwrap_or(ids::COLE1990_LMS));
        }
        if let Some(standardised) = score.standardised(answer.setup.sbmd_spine()) {
            used.extend(standardised.equation.map(|equation| equation.citation));
            used.extend(standardised.error_citation);
        }
        if score.interval.is_some_and(|interval| interval.assumed) {
            used.extend(precision_minimum::citation(score.region));
        }
        if score.flags.has(Flag::ZFromSbmd) {
            used.push(if score.region == Region::TotalHip { ids::HANSON1997 } else { ids::LU2001 });
        }
    }
    let diagnosis = &answer.diagnosis;
    if diagnosis.t.is_some() {
        used.push(ids::WHO1994);
        used.push(ids::ISCD2023_ADULT);
    }
    if diagnosis.z.is_some() {
        used.push(ids::ISCD2023_ADULT);
    }
    if answer.person.score_due == ScoreDue::Z(NoT::Under20) {
        used.push(ids::ISCD2019_PAEDIATRIC);
    }
    if answer.person.is_transgender() {
        used.push(ids::ISCD2019_TRANSGENDER);
    }
    if diagnosis.clinical_osteoporosis.is_some() {
        used.push(ids::BHOF2022);
    }
    if answer.person.document.fractures.as_ref().is_some_and(|listed| !listed.is_empty()) {
        used.push(ids::GRIO2018);
    }
    if !answer.changes.is_empty() {
        used.push(ids::ISCD2019_MONITORING);
        used.extend(answer.changes.iter().filter_map(|change| precision_minimum::citation(change.region)));
    }
    used.extend(crate::render::risks::cited(answer));
    if answer.setup.outputs.has(Output::Benefits) {
        used.extend(crate::render::benefits::cited(answer));
    }
    used.extend(crate::render::guidelines::cited(answer));
    used.extend(crate::render::triage::cited(answer));
    used.extend(crate::render::safety::cited(answer));
    used.extend(crate::render::access::cited(answer));
    used.extend(crate::render::course::cited(answer));
    used.extend(crate::render::work_up::cited(answer));
    used.extend(answer.tbs.map(|tbs| tbs.citation));
    used.sort_unstable();
    used.dedup();
    used
}
