//! Writes `access[]` out.

use crate::access::{AccessAnswer, RULES};
use crate::citation::CitationId;
use crate::document::guidance as doc;
use crate::engine::Answer;
use crate::safety::Facts;

use super::safety::reason;

/// Id of what decides where no rule does.
const NO_RULE: &str = "no_rule_known";

pub(super) fn access(answer: &Answer<'_>) -> Vec<doc::Access> {
    if answer.access.is_empty() {
        return Vec::new();
    }
    let evidence = answer.evidence();
    let facts = Facts::read(&evidence);
    answer.access.iter().map(|said| one(said, &facts)).collect()
}

fn one(said: &AccessAnswer, facts: &Facts<'_>) -> doc::Access {
    let rule = said.rule();
    let mut needs: Vec<String> = Vec::new();
    if said.status == doc::AccessStatus::Unknown {
        let open = said.verdicts.deciding.of(&RULES).flat_map(|rule| facts.needs(rule.condition));
        for need in open {
            if !needs.iter().any(|other| other == need) {
                needs.push((*need).to_owned());
            }
        }
    }
    doc::Access {
        drug: said.product.drug(),
        jurisdiction: said.market.as_str().to_owned(),
        status: said.status,
        rule: rule.map_or(NO_RULE, |rule| rule.id).to_owned(),
        text: rule.map_or_else(
            || "no rule of licence or reimbursement is known here for this person".to_owned(),
            |rule| reason(rule, facts, said.status != doc::AccessStatus::Unknown),
        ),
        needs,
        sources: sources(said).into_iter().map(|id| id.id().to_owned()).collect(),
    }
}

fn sources(said: &AccessAnswer) -> Option<CitationId> {
    said.rule().map(|rule| rule.source(said.product))
}

/// Every source behind it.
pub(crate) fn cited(answer: &Answer<'_>) -> Vec<CitationId> {
    answer.access.iter().filter_map(sources).collect()
}
