//! Writes `safety[]` out.

use crate::citation::{CitationId, Confidence, ids};
use crate::document::assessment::{Assumed, InputValue};
use crate::document::guidance as doc;
use crate::engine::Answer;
use crate::evidence::Seen;
use crate::math::round_significant;
use crate::order::order_few;
use crate::safety::{Condition, Facts, RULES, RenalSource, Rule, SafetyAnswer, Value};

use doc::SafetyStatus;

/// Id of what decides where no rule does.
const NONE_HOLDS: &str = "no_rule_holds";

pub(super) fn safety(answer: &Answer<'_>) -> Vec<doc::Safety> {
    if answer.safety.is_empty() {
        return Vec::new();
    }
    let evidence = answer.evidence();
    let facts = Facts::read(&evidence);
    answer.safety.iter().map(|said| one(said, &facts)).collect()
}

fn one(said: &SafetyAnswer, facts: &Facts<'_>) -> doc::Safety {
    let decides = said.rule();
    let is_unknown = said.status == SafetyStatus::Unknown;
    // What blocks first, and of that first what cannot be corrected.
    let mut holding: Vec<_> = said.verdicts.holding.of(&RULES).collect();
    let place = |status, correctable| (status != SafetyStatus::Blocked, correctable);
    order_few(&mut holding, |a, b| place(a.status, a.correctable).cmp(&place(b.status, b.correctable)));
    let others = holding.into_iter().map(|rule| (rule, true));
    let open = said.verdicts.deciding.of(&RULES).chain(said.verdicts.listed.of(&RULES));
    let others = others.chain(open.map(|rule| (rule, false)));
    let others = others.filter(|(rule, _)| decides.is_none_or(|decides| decides.id != rule.id));
    doc::Safety {
        drug: said.product.drug(),
        route: said.product.route(),
        status: said.status,
        rule: decides.map_or(NONE_HOLDS, |rule| rule.id).to_owned(),
        reason: decides.map_or_else(
            || "no rule of drug safety that could be answered holds".to_owned(),
            |rule| reason(rule, facts, !is_unknown),
        ),
        values: decides.map_or_else(Vec::new, |rule| values(rule, facts)),
        needs: needs(said, facts),
        others: others
            .map(|(rule, holds)| doc::SafetyRule {
                rule: rule.id.to_owned(),
                status: if holds { rule.status } else { SafetyStatus::Unknown },
                reason: reason(rule, facts, holds),
                values: values(rule, facts),
            })
            .collect(),
        assumed: said.reads_undated().then(undated).into_iter().collect(),
        jurisdiction: said.jurisdiction.as_str().to_owned(),
        confidence: confidence(said).as_str().to_owned(),
        sources: sources(said).into_iter().map(|id| id.id().to_owned()).collect(),
    }
}

fn undated() -> Assumed {
    let assumption = &crate::assumption::LABS_CURRENT;
    Assumed {
        field: assumption.field.to_owned(),
        read_as: assumption.read_as.to_owned(),
        effect: assumption.effect.to_owned(),
    }
}

/// Why, in a sentence: the rule with its limit and what was seen, or what would have to be known.
pub(super) fn reason<S>(rule: &Rule<S>, facts: &Facts<'_>, holds: bool) -> String {
    let value = facts.value(rule.condition);
    let is_conventional = matches!(value, Value::Number { is_conventional: true, .. });
    let limit = rule.test.limit(is_conventional);
    let written = limit.map_or_else(String::new, |(limit, unit)| match unit {
        "" => limit.to_string(),
        unit => format!("{limit} {unit}"),
    });
    let said = rule.reason.replace("{limit}", &written);
    if !holds {
        let why = if facts.is_too_old(rule.condition) { "the result is too old" } else { "not known" };
        let needs = facts.needs(rule.condition).join(", ");
        let rule_says = limit.map_or_else(String::new, |_| format!("; it matters: {said}"));
        return format!("{}: {why} (needs {needs}){rule_says}", rule.condition.label());
    }
    match value {
        Value::Number { seen: Seen::Known(value), .. } => {
            let by = if is_computed(rule, facts) { " by Cockcroft and Gault" } else { "" };
            format!("{said} ({}{by})", round_significant(value, 3))
        }
        Value::Number { seen: Seen::Between(..), .. } if is_estimated(rule, facts) => {
            format!("{said} (by an estimated filtration rate)")
        }
        _ => said,
    }
}

fn is_computed<S>(rule: &Rule<S>, facts: &Facts<'_>) -> bool {
    rule.condition == Condition::CreatinineClearance && facts.renal().source == RenalSource::CockcroftGault
}

fn is_estimated<S>(rule: &Rule<S>, facts: &Facts<'_>) -> bool {
    rule.condition == Condition::CreatinineClearance && facts.renal().source == RenalSource::Egfr
}

/// What was seen, where it is known, and the limit in its unit.
fn values<S>(rule: &Rule<S>, facts: &Facts<'_>) -> Vec<InputValue> {
    let Value::Number { seen, is_conventional } = facts.value(rule.condition) else { return Vec::new() };
    let seen = seen.known().map(InputValue::Number);
    let limit = rule.test.limit(is_conventional).into_iter();
    let limit = limit.flat_map(|(limit, unit)| [InputValue::Number(limit), InputValue::from(unit)]);
    seen.into_iter().chain(limit).collect()
}

/// What to order or fill in, first what decides. A blocked drug needs nothing, but where an estimate blocks it.
fn needs(said: &SafetyAnswer, facts: &Facts<'_>) -> Vec<String> {
    let mut needs: Vec<String> = Vec::new();
    let mut add = |condition| {
        for need in facts.needs(condition) {
            if !needs.iter().any(|other| other == need) {
                needs.push((*need).to_owned());
            }
        }
    };
    if let Some(rule) = said.rule().filter(|rule| is_estimated(rule, facts)) {
        add(rule.condition);
    }
    if said.status != SafetyStatus::Blocked {
        let open = said.verdicts.deciding.of(&RULES).chain(said.verdicts.listed.of(&RULES));
        open.for_each(|rule| add(rule.condition));
    }
    needs
}

/// That of the rule that decides; of an allowed drug the weakest of those that could have decided.
fn confidence(said: &SafetyAnswer) -> Confidence {
    let weakest =
        || said.rules().filter(|rule| rule.status == SafetyStatus::Blocked).map(|rule| rule.confidence).max();
    said.rule().map(|rule| rule.confidence).or_else(weakest).unwrap_or(Confidence::C)
}

/// The sources of what holds or may hold; of an allowed drug those of its rules.
fn sources(said: &SafetyAnswer) -> Vec<CitationId> {
    let mut sources: Vec<CitationId> = Vec::new();
    let verdicts = said.verdicts;
    let spoken = [verdicts.holding, verdicts.deciding, verdicts.listed];
    sources.extend(said.rule().map(|rule| rule.source(said.product)));
    sources.extend(spoken.into_iter().flat_map(|set| set.of(&RULES)).map(|rule| rule.source(said.product)));
    if sources.is_empty() {
        sources.extend(said.rules().map(|rule| rule.source(said.product)));
    }
    let reads = |of: fn(Condition) -> bool| said.rules().any(|rule| of(rule.condition));
    if said.read.renal == RenalSource::CockcroftGault && reads(|c| c == Condition::CreatinineClearance) {
        sources.push(ids::COCKCROFT1976);
    }
    if said.read.calcium_was_corrected && reads(Condition::is_calcium) {
        sources.push(ids::PAYNE1973);
    }
    let mut once: Vec<CitationId> = Vec::new();
    for source in sources {
        if !once.contains(&source) {
            once.push(source);
        }
    }
    once
}

/// Every source behind it.
pub(crate) fn cited(answer: &Answer<'_>) -> Vec<CitationId> {
    answer.safety.iter().flat_map(sources).collect()
}
