//! The trace: every rule with what it saw, its limit and the margin.

use crate::document::assessment::InputValue;
use crate::document::guidance::{PredicateTrace, RuleTrace};
use crate::evidence::Seen;
use crate::quantity::Compared;

use super::condition::When;
use super::fact::View;
use super::guideline::Guideline;

impl Guideline {
    /// Every part of the population, rule and addition, with what it saw.
    #[must_use]
    pub fn trace(&self, view: &View<'_>) -> Vec<RuleTrace> {
        let population = self.population.iter().map(|part| (part.id, &part.when));
        let rules = self.rules.iter().map(|rule| (rule.id, &rule.when));
        let additions = self.additions.iter().map(|addition| (addition.id, &addition.when));
        population
            .chain(rules)
            .chain(additions)
            .map(|(id, when)| RuleTrace {
                rule: id.to_owned(),
                when: when.describe(),
                holds: when.holds(view),
                predicates: predicates(when, view),
            })
            .collect()
    }
}

fn predicates(when: &When, view: &View<'_>) -> Vec<PredicateTrace> {
    let mut all = Vec::new();
    when.for_each(&mut |predicate| {
        let holds = predicate.holds(view);
        let entry = match predicate {
            When::Yes(flag) | When::No(flag) => PredicateTrace {
                fact: flag.id.to_owned(),
                value: view.flag(flag).map(InputValue::Flag),
                comparison: "is".to_owned(),
                threshold: InputValue::Flag(matches!(predicate, When::Yes(_))),
                margin: None,
                holds,
                not_measured: false,
            },
            When::Is(quantity, comparison, limit) => {
                let seen = view.quantity(quantity);
                let here = limit.here(view);
                // Of a limit with two readings the one that is certain on this side.
                let limit = here.map(|here| if holds == Some(false) { here.low } else { here.high });
                let margin = seen.known().zip(limit).map(|(value, limit)| value - limit);
                PredicateTrace {
                    fact: quantity.id.to_owned(),
                    value: seen.known().map(InputValue::Number),
                    comparison: comparison.as_str().to_owned(),
                    threshold: limit
                        .map_or_else(|| InputValue::Text("none at this age".to_owned()), InputValue::Number),
                    margin: margin.map(|margin| Compared::exact(margin).to_f64()),
                    holds,
                    not_measured: seen == Seen::NotMeasured,
                }
            }
            When::All(_) | When::Any(_) | When::NoneOf(_) | When::Cell(..) => return,
        };
        all.push(entry);
    });
    all
}
