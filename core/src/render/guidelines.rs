//! Writes `guidelines[]` and `disagreements[]` out.

use crate::citation::CitationId;
use crate::document::assessment::{self, InputValue, Reason};
use crate::document::guidance as doc;
use crate::document::guidance::Recommendation;
use crate::document::options::Switch;
use crate::engine::Answer;
use crate::evidence::Evidence;
use crate::guideline::GuidelineAnswer;
use crate::risk::supplied_frax;
use crate::rule::{Change, Fact, Limit, Seen, Taken, View, When};

pub(super) fn guidelines(answer: &Answer<'_>) -> Vec<doc::Guideline> {
    let evidence = answer.evidence();
    answer.guidelines.iter().map(|said| guideline(said, &evidence)).collect()
}

fn guideline(said: &GuidelineAnswer, evidence: &Evidence<'_>) -> doc::Guideline {
    let g = said.guideline;
    let view = View::of(evidence);
    let applies = said.applies();
    let would_change = if applies { g.would_change(&view) } else { Vec::new() };
    let frax_used = applies && !g.frax.is_empty() && evidence.frax.is_usable(g.frax);
    let assumed = if frax_used { frax_assumed(said, evidence) } else { Vec::new() };
    let trace = evidence.setup.options.trace != Some(Switch::Off);
    doc::Guideline {
        guideline: g.id.to_owned(),
        name: g.name.to_owned(),
        flags: flags(said, evidence, &view, &would_change),
        applicable: said.decision.applies,
        published: g.published.to_owned(),
        checked_on: g.checked_on.map(str::to_owned),
        superseded_by: g.superseded_by.map(str::to_owned),
        category: said.said.category.map(str::to_owned),
        recommendation: said.said.recommendation,
        also: said.also(),
        tier: said.said.tier,
        could_be: said.could_be(),
        could_be_categories: said.could_be_categories().into_iter().map(str::to_owned).collect(),
        fired: g.fired(said.decision).map(str::to_owned).collect(),
        missing: said.missing(evidence).into_iter().map(str::to_owned).collect(),
        would_change: would_change.iter().map(|change| would(said, change, &view)).collect(),
        assumed,
        verified: g.seen == Seen::Checked,
        verification: g.verification.to_owned(),
        sources: sources(said).into_iter().map(|id| id.id().to_owned()).collect(),
        trace: (trace && applies).then(|| g.trace(&view)),
    }
}

fn value(taken: Taken) -> InputValue {
    match taken {
        Taken::Flag(value) => InputValue::Flag(value),
        Taken::Number(value) => InputValue::Number(value),
    }
}

fn seen(fact: Fact, view: &View<'_>) -> Option<InputValue> {
    match fact {
        Fact::Flag(flag) => view.flag(flag).map(InputValue::Flag),
        Fact::Quantity(quantity) => view.quantity(quantity).known().map(InputValue::Number),
    }
}

fn would(said: &GuidelineAnswer, change: &Change, view: &View<'_>) -> doc::WouldChange {
    let g = said.guideline;
    let then = g.read(change.decision);
    let facts: Vec<doc::FactChange> = change
        .facts
        .iter()
        .map(|(fact, answer)| doc::FactChange {
            fact: fact.id().to_owned(),
            field: fact.field().to_owned(),
            from: seen(*fact, view),
            to: answer.limit.map_or_else(|| value(answer.taken), |(_, limit)| InputValue::Number(limit)),
            comparison: answer.limit.map(|(comparison, _)| comparison.as_str().to_owned()),
        })
        .collect();
    let mut text = String::new();
    for (index, (fact, answer)) in change.facts.iter().enumerate() {
        if index > 0 {
            text.push_str(" and ");
        }
        match (answer.limit, answer.taken) {
            (Some((comparison, limit)), _) => {
                text.push_str(&format!("{} {} {limit}", fact.label(), comparison.as_str()));
            }
            (None, Taken::Flag(false)) => text.push_str(&format!("no {}", fact.label())),
            (None, Taken::Flag(true)) => text.push_str(fact.label()),
            (None, Taken::Number(number)) => text.push_str(&format!("{} of {number}", fact.label())),
        }
    }
    let also: Vec<Recommendation> =
        g.also(change.decision).filter(|also| *also != then.recommendation).collect();
    text.push_str(": ");
    text.push_str(then.recommendation.as_str());
    for one in &also {
        text.push_str(", also ");
        text.push_str(one.as_str());
    }
    doc::WouldChange {
        facts,
        category: then.category.map(str::to_owned),
        recommendation: then.recommendation,
        also,
        text,
    }
}

fn flags(
    said: &GuidelineAnswer,
    evidence: &Evidence<'_>,
    view: &View<'_>,
    changes: &[Change],
) -> Vec<Reason> {
    let g = said.guideline;
    let mut flags = Vec::new();
    let mut flag = |code: &str, text: String| flags.push(Reason { code: code.to_owned(), text });
    if let Some(by) = g.superseded_by {
        flag("superseded", format!("superseded by {by}"));
    }
    if g.seen == Seen::NotYetVerified {
        flag("not_yet_verified", format!("not yet verified against the paper: {}", g.verification));
    }
    if let Some(part) = said.decision.outside.and_then(|index| g.population.get(usize::from(index))) {
        flag("outside_population", part.outside.to_owned());
        return flags;
    }
    if evidence.on_treatment == Some(true) {
        flag("already_treated", "eligibility; already treated".to_owned());
    }
    if !g.frax.is_empty()
        && evidence.person.document.frax.is_some()
        && !evidence.frax.is_usable(g.frax)
        && let Err(refusal) = supplied_frax::usable(evidence.person, g.frax.first().copied())
    {
        flag("frax_not_used", format!("the supplied probability was not used: {}", refusal.limit));
    }
    if interpolates(said, view, changes) {
        flag(
            "approximate_threshold",
            "the threshold lies between two published ages and is approximate".to_owned(),
        );
    }
    for remark in g.remarks.iter().filter(|remark| remark.when.holds(view) == Some(true)) {
        flag(remark.code, remark.text.to_owned());
    }
    flags
}

/// Whether the answer hangs on a limit that was drawn between two published ages.
fn interpolates(said: &GuidelineAnswer, view: &View<'_>, changes: &[Change]) -> bool {
    let hangs =
        |fact: Fact| changes.iter().any(|change| change.facts.iter().any(|(other, _)| *other == fact));
    let mut any = false;
    for condition in said.guideline.conditions() {
        condition.for_each(&mut |predicate| {
            if let When::Is(quantity, _, limit @ Limit::ByAge(_)) = predicate {
                let drawn = limit.here(view).is_some_and(|here| here.interpolated);
                any |= drawn && view.quantity(quantity).known().is_some() && hangs(Fact::Quantity(quantity));
            }
        });
    }
    any
}

fn frax_assumed(said: &GuidelineAnswer, evidence: &Evidence<'_>) -> Vec<assessment::Assumed> {
    let read = supplied_frax::read_into(evidence.person, said.guideline.frax.first().copied());
    read.into_iter()
        .map(|read| assessment::Assumed {
            field: read.field.to_owned(),
            read_as: read.read_as.to_owned(),
            effect: read.effect,
        })
        .collect()
}

fn sources(said: &GuidelineAnswer) -> Vec<CitationId> {
    let g = said.guideline;
    if !said.applies() {
        return Vec::new();
    }
    let mut sources = vec![g.citation];
    let fired: Vec<&str> = g.fired(said.decision).collect();
    let rules = g.rules.iter().map(|rule| (rule.id, rule.citation));
    let additions = g.additions.iter().map(|addition| (addition.id, addition.citation));
    for (_, citation) in rules.chain(additions).filter(|(id, _)| fired.contains(id)) {
        if !sources.contains(&citation) {
            sources.push(citation);
        }
    }
    for condition in g.conditions() {
        condition.for_each(&mut |predicate| {
            if let When::Is(_, _, Limit::ByAge(table)) = predicate
                && !sources.contains(&table.citation)
            {
                sources.push(table.citation);
            }
        });
    }
    sources
}

/// Every source behind `guidelines[]`.
pub(crate) fn cited(answer: &Answer<'_>) -> Vec<CitationId> {
    answer.guidelines.iter().flat_map(sources).collect()
}

/// Points on which guidelines of one country disagree about this person.
pub(super) fn disagreements(answer: &Answer<'_>) -> Vec<doc::Disagreement> {
    let mut points = Vec::new();
    let said: Vec<&GuidelineAnswer> = answer
        .guidelines
        .iter()
        .filter(|said| said.decision.applies == Some(true) && said.said.decided)
        .collect();
    for (index, one) in said.iter().enumerate() {
        for other in said.iter().skip(index + 1) {
            let (a, b) = (one.guideline, other.guideline);
            let same_country = a.countries.iter().any(|country| b.countries.contains(country));
            if !same_country || one.said.recommendation == other.said.recommendation {
                continue;
            }
            let say = |said: &GuidelineAnswer| {
                let rule = said.guideline.fired(said.decision).next();
                let rule = said.guideline.rules.iter().find(|r| Some(r.id) == rule);
                let because = rule.map_or(String::new(), |rule| format!(" ({})", rule.when.describe()));
                format!("{} says {}{because}", said.guideline.id, said.said.recommendation)
            };
            points.push(doc::Disagreement {
                guidelines: vec![a.id.to_owned(), b.id.to_owned()],
                text: format!("{}; {}", say(one), say(other)),
            });
        }
    }
    points
}
