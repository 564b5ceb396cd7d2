//! What each guideline says, by which rule, by what margin, and what would change it.

use osteon::document::assessment::InputValue;
use osteon::document::guidance::{
    FactChange, Guideline, PredicateTrace, Recommendation, RuleTrace, WouldChange,
};

use super::{Speaker, sentence, within};
use crate::catalogue::args;
use crate::page::Line;

/// Said beside the recommendation.
const ALREADY_TREATED: &str = "already_treated";
/// Changes that a report names; an explanation names as many.
const CHANGES_NAMED: usize = 4;

impl<'a> Speaker<'a> {
    fn guidelines(&self) -> &'a [Guideline] {
        self.assessment.guidelines.as_deref().unwrap_or_default()
    }

    /// The country whose guidelines come first: the person's, else that of the options.
    pub(crate) fn country(&self) -> Option<&'a str> {
        let of_options = self.assessment.engine.options.guideline_country.as_deref();
        self.patient.country.as_deref().or(of_options)
    }

    pub(crate) fn is_national(&self, guideline: &str) -> bool {
        let known = osteon::guideline::from_id(guideline);
        known.zip(self.country()).is_some_and(|(known, country)| {
            known.countries.iter().any(|other| other.eq_ignore_ascii_case(country))
        })
    }

    /// Those of the country that speak of the person, or may.
    pub(crate) fn national(&self) -> Vec<&'a Guideline> {
        let speaks = |guideline: &&Guideline| {
            guideline.applicable != Some(false) && self.is_national(&guideline.guideline)
        };
        self.guidelines().iter().filter(speaks).collect()
    }

    /// The others that speak of the person, or may.
    pub(crate) fn others(&self) -> Vec<&'a Guideline> {
        let speaks = |guideline: &&Guideline| {
            guideline.applicable != Some(false) && !self.is_national(&guideline.guideline)
        };
        self.guidelines().iter().filter(speaks).collect()
    }

    /// Those that do not speak of the person, with the reason.
    pub(crate) fn outside(&self) -> Vec<Line> {
        let outside = self.guidelines().iter().filter(|guideline| guideline.applicable == Some(false));
        outside
            .map(|guideline| {
                let why = guideline.flags.iter().find(|flag| flag.code == "outside_population");
                let text = why.map_or_else(
                    || self.word("outside-population"),
                    |why| self.outside_reason(&guideline.guideline, &why.text),
                );
                Line::new(self.with(&self.title(guideline), &sentence(&text)))
            })
            .collect()
    }

    /// Which part of the population the person is outside of.
    fn outside_reason(&self, guideline: &str, text: &str) -> String {
        let known = osteon::guideline::from_id(guideline);
        let part = known.and_then(|known| known.population.iter().find(|part| part.outside == text));
        let id = part.map_or(guideline, |part| part.id);
        self.words.coded("outside", id, text, &args! {})
    }

    /// Its title, in the language where the catalogue has it.
    pub(crate) fn title(&self, guideline: &Guideline) -> String {
        self.words.coded("guideline", &guideline.guideline, &guideline.name, &args! {})
    }

    /// Its name in few words.
    pub(crate) fn short_name(&self, id: &str) -> String {
        self.words.coded("guideline-short", id, id, &args! {})
    }

    /// The category, where it holds: none while it is open whether the guideline speaks, or which it is.
    pub(crate) fn category_said(&self, guideline: &Guideline) -> Option<String> {
        let open = guideline.recommendation == Recommendation::Undetermined;
        let says = guideline.applicable.is_some() && !open && guideline.could_be_categories.len() < 2;
        Some(self.name("category", guideline.category.as_deref().filter(|_| says)?))
    }

    pub(crate) fn recommendation(&self, recommendation: Recommendation) -> String {
        self.name("recommendation", recommendation.as_str())
    }

    /// The recommendation with what stands beside it.
    pub(crate) fn recommended(&self, first: Recommendation, also: &[Recommendation]) -> String {
        let mut text = self.recommendation(first);
        if !also.is_empty() {
            let also: Vec<String> = also.iter().map(|one| self.recommendation(*one)).collect();
            text = self.words.say("also", &args! { "first" => text, "also" => self.list(&also) });
        }
        text
    }

    /// What it recommends, in one sentence with its reason.
    pub(crate) fn guideline(&self, guideline: &Guideline) -> Line {
        let mut text = self.recommended(guideline.recommendation, &guideline.also);
        if let Some(category) = self.category_said(guideline) {
            text.push_str(&format!(" ({category})"));
        }
        if let Some(tier) = guideline.tier {
            text.push_str(&format!(", {}", self.name("tier", tier.as_str())));
        }
        text.push('.');
        let why = self.because(guideline);
        if !why.is_empty() {
            text.push_str(&format!(" {}", self.words.say("because", &args! { "why" => why })));
        }
        if let Some(treated) = guideline.flags.iter().find(|flag| flag.code == ALREADY_TREATED) {
            let treated = self.words.coded("guideline-flag", &treated.code, &treated.text, &args! {});
            text.push_str(&format!(" {}", sentence(&treated)));
        }
        Line::new(self.with(&self.title(guideline), &text)).from(&guideline.sources)
    }

    /// What must be known first, what is missing, and what would change it.
    pub(crate) fn guideline_details(&self, guideline: &Guideline) -> Vec<Line> {
        let mut lines: Vec<Line> = guideline
            .flags
            .iter()
            .filter(|flag| flag.code != ALREADY_TREATED)
            .map(|flag| {
                let by = guideline.superseded_by.as_deref().unwrap_or_default();
                let by = self.words.coded("superseded", &guideline.guideline, by, &args! {});
                let args = args! { "by" => by, "verification" => guideline.verification.as_str() };
                Line::new(sentence(&self.words.coded("guideline-flag", &flag.code, &flag.text, &args)))
            })
            .collect();
        lines.extend(self.cannot_be_said(guideline));
        lines.extend(guideline.assumed.iter().map(|assumed| self.assumed(assumed)));
        lines.extend(
            guideline.would_change.iter().take(CHANGES_NAMED).map(|change| self.would_change(change)),
        );
        lines
    }

    /// Why it cannot be said, and what it could be.
    pub(crate) fn cannot_be_said(&self, guideline: &Guideline) -> Option<Line> {
        if guideline.missing.is_empty() {
            return None;
        }
        let could_be: Vec<String> = guideline.could_be.iter().map(|one| self.recommendation(*one)).collect();
        let missing = self.fields(&guideline.missing);
        let undetermined = guideline.recommendation == Recommendation::Undetermined;
        let message = match (undetermined, could_be.is_empty()) {
            (true, false) => "cannot-be-said-could-be",
            (true, true) => "cannot-be-said",
            (false, false) => "missing-could-be",
            (false, true) => "missing",
        };
        let args = args! { "missing" => missing, "list" => self.either(&could_be) };
        Some(Line::new(self.words.say(message, &args)))
    }

    fn either(&self, items: &[String]) -> String {
        match items {
            [most @ .., last] if !most.is_empty() => {
                self.words.say("list-or", &args! { "most" => most.join(", "), "last" => last.as_str() })
            }
            _ => items.concat(),
        }
    }

    fn would_change(&self, change: &WouldChange) -> Line {
        let facts: Vec<String> = change.facts.iter().map(|fact| within(&self.fact_change(fact))).collect();
        let mut then = self.recommended(change.recommendation, &change.also);
        let decided = change.recommendation != Recommendation::Undetermined;
        if let Some(category) = change.category.as_ref().filter(|_| decided) {
            then.push_str(&format!(" ({})", self.name("category", category)));
        }
        Line::new(sentence(
            &self.words.say("would-change", &args! { "facts" => self.list(&facts), "then" => then }),
        ))
    }

    fn fact_change(&self, change: &FactChange) -> String {
        let fact = self.fact(&change.fact);
        match (&change.to, change.comparison.as_deref()) {
            (InputValue::Flag(true), _) => self.words.say("change-to-yes", &args! { "fact" => fact }),
            (InputValue::Flag(false), _) => self.words.say("change-to-no", &args! { "fact" => fact }),
            (to, comparison) => {
                let to = format!("{}{}", self.value(to), self.unit(&change.fact));
                let comparison = comparison.map_or("=", sign);
                self.words.say("change-to", &args! { "fact" => fact, "comparison" => comparison, "to" => to })
            }
        }
    }

    /// What held of the rules behind the answer.
    pub(crate) fn because(&self, guideline: &Guideline) -> String {
        let trace = guideline.trace.as_deref().unwrap_or_default();
        let mut seen: Vec<String> = Vec::new();
        for rule in trace.iter().filter(|rule| guideline.fired.contains(&rule.rule)) {
            for predicate in rule.predicates.iter().filter(|predicate| predicate.holds == Some(true)) {
                let said = self.seen(predicate);
                if !seen.contains(&said) {
                    seen.push(said);
                }
            }
        }
        let decided = guideline.recommendation != Recommendation::Undetermined;
        if seen.is_empty() && decided && !guideline.fired.is_empty() && guideline.missing.is_empty() {
            return self.word("no-rule-holds");
        }
        seen.join(self.separator())
    }

    /// Every rule with what it saw and its margins.
    pub(crate) fn rules(&self, guideline: &Guideline) -> Vec<Line> {
        let trace = guideline.trace.as_deref().unwrap_or_default();
        let asks = |rule: &&RuleTrace| !rule.predicates.is_empty();
        trace.iter().filter(asks).map(|rule| self.rule(rule)).collect()
    }

    fn rule(&self, rule: &RuleTrace) -> Line {
        let verdict = self.word(match rule.holds {
            Some(true) => "rule-holds",
            Some(false) => "rule-does-not-hold",
            None => "rule-open",
        });
        let seen: Vec<String> =
            rule.predicates.iter().map(|predicate| self.seen_with_margin(predicate)).collect();
        Line::new(self.words.say(
            "rule",
            &args! { "id" => rule.rule.as_str(), "verdict" => verdict, "seen" => seen.join(self.separator()) },
        ))
    }

    fn seen_value(&self, predicate: &PredicateTrace) -> String {
        match (&predicate.value, predicate.not_measured) {
            (Some(value), _) => format!("{}{}", self.value(value), self.unit(&predicate.fact)),
            (None, true)
                if self.fact_of(&predicate.fact).is_some_and(|fact| fact.field().starts_with("scans")) =>
            {
                self.word("not-measured")
            }
            (None, _) => self.word("unknown"),
        }
    }

    fn seen(&self, predicate: &PredicateTrace) -> String {
        let fact = self.fact(&predicate.fact);
        match &predicate.value {
            Some(InputValue::Flag(true)) => fact,
            Some(InputValue::Flag(false)) => self.words.say("fact-is-not", &args! { "fact" => fact }),
            None => {
                let limit = self.limit(predicate);
                self.words.say("asks-limit-met", &args! { "fact" => fact, "limit" => limit })
            }
            _ => {
                let limit = self.limit(predicate);
                self.words.say(
                    "fact-of",
                    &args! { "fact" => fact, "value" => self.seen_value(predicate), "limit" => limit },
                )
            }
        }
    }

    fn limit(&self, predicate: &PredicateTrace) -> String {
        match &predicate.threshold {
            InputValue::Number(limit) => {
                format!(
                    "{} {}{}",
                    sign(&predicate.comparison),
                    self.number(*limit),
                    self.unit(&predicate.fact)
                )
            }
            _ => self.word("no-limit-at-this-age"),
        }
    }

    fn seen_with_margin(&self, predicate: &PredicateTrace) -> String {
        let fact = self.fact(&predicate.fact);
        let value = self.seen_value(predicate);
        match (&predicate.threshold, predicate.margin) {
            (InputValue::Flag(asked), _) => {
                let asked = self.yes_no(Some(*asked));
                self.words.say("asks-flag", &args! { "fact" => fact, "value" => value, "asked" => asked })
            }
            (_, Some(margin)) => {
                let side = match margin {
                    above if above > 0.0 => "above",
                    below if below < 0.0 => "below",
                    _ => "at",
                };
                let margin = format!("{}{}", self.number(margin.abs()), self.unit(&predicate.fact));
                let limit = self.limit(predicate);
                self.words.say(
                    "asks-margin",
                    &args! {
                        "fact" => fact, "value" => value, "limit" => limit, "margin" => margin, "side" => side
                    },
                )
            }
            (_, None) => {
                let limit = self.limit(predicate);
                let message = match (&predicate.value, predicate.holds, predicate.not_measured) {
                    (None, Some(true), _) => "asks-limit-met",
                    (None, Some(false), false) => "asks-limit-missed",
                    _ => "asks-limit",
                };
                self.words.say(message, &args! { "fact" => fact, "value" => value, "limit" => limit })
            }
        }
    }

    /// What guidelines of one country say otherwise, each with the limits that make it so; the person's country
    /// alone where it has guidelines.
    pub(crate) fn disagreements(&self, national_only: bool) -> Vec<Line> {
        let find = |id: &String| self.guidelines().iter().find(|guideline| guideline.guideline == *id);
        let points = self.assessment.disagreements.iter().filter(|point| {
            !national_only
                || self.country().is_none()
                || point.guidelines.iter().all(|id| self.is_national(id))
        });
        points
            .map(|point| {
                let said: Vec<String> =
                    point.guidelines.iter().filter_map(find).map(|one| self.position(one)).collect();
                Line::new(sentence(&if said.len() > 1 {
                    said.join(self.separator())
                } else {
                    point.text.clone()
                }))
            })
            .collect()
    }

    /// What one guideline says, and by what.
    fn position(&self, guideline: &Guideline) -> String {
        let said = self.recommended(guideline.recommendation, &guideline.also);
        let because = self.because(guideline);
        let because = if because.is_empty() { because } else { format!(" ({because})") };
        self.with(&self.short_name(&guideline.guideline), &format!("{said}{because}"))
    }
}

fn sign(comparison: &str) -> &str {
    match comparison {
        "<=" => "≤",
        ">=" => "≥",
        other => other,
    }
}
