//! Which drugs may be given.

use osteon::document::Analyte;
use osteon::document::assessment::InputValue;
use osteon::document::guidance::{Safety, SafetyRule, SafetyStatus};
use osteon::safety::{Condition, RULES};

use super::{Speaker, sentence};
use crate::catalogue::args;
use crate::page::Line;

/// More lines than these of drugs that cannot be answered become one.
const LINES_OF_UNKNOWN: usize = 2;

impl<'a> Speaker<'a> {
    fn all_safety(&self) -> &'a [Safety] {
        self.assessment.safety.as_deref().unwrap_or_default()
    }

    fn drug_and_route(&self, safety: &Safety) -> String {
        let drug = self.drug(safety.drug);
        match safety.route {
            Some(route) => format!("{drug} ({})", self.name("route", route.as_str())),
            None => drug,
        }
    }

    /// What is seen, with no more figures than a laboratory prints.
    fn result(&self, value: f64) -> String {
        let decimals = match value.abs() {
            above if above >= 100.0 => 0,
            above if above >= 10.0 => 1,
            _ => 2,
        };
        self.words.language().at_most(value, decimals)
    }

    /// What the rule says, with its limit: `clearance below 35 mL/min`.
    fn rule_says(&self, rule: &SafetyRule) -> Option<String> {
        if !self.words.has("safety", &rule.rule) {
            return None;
        }
        let mut numbers = rule.values.iter().filter_map(|value| match value {
            InputValue::Number(number) => Some(*number),
            _ => None,
        });
        let limit = numbers.next_back().map(|limit| self.number(limit)).unwrap_or_default();
        let unit = rule.values.iter().find_map(|value| match value {
            InputValue::Text(unit) => Some(self.words.coded("unit", unit, unit, &args! {})),
            _ => None,
        });
        let limit = match unit {
            Some(unit) if !unit.is_empty() => format!("{limit} {unit}"),
            _ => limit,
        };
        Some(self.words.coded("safety", &rule.rule, &rule.reason, &args! { "limit" => limit }))
    }

    /// The reason; in a language that has its own words for it, with the limit and what was seen.
    fn why(&self, rule: &SafetyRule) -> String {
        if rule.status == SafetyStatus::Unknown {
            return self.open(rule);
        }
        let Some(says) = self.rule_says(rule) else { return rule.reason.clone() };
        let by = if rule.reason.contains("by Cockcroft and Gault") {
            format!(" {}", self.word("by-cockcroft-gault"))
        } else {
            String::new()
        };
        match rule.values.as_slice() {
            [InputValue::Number(seen), InputValue::Number(_), ..] => {
                format!("{says} ({}{by})", self.result(*seen))
            }
            _ if rule.reason.contains("by an estimated filtration rate") => {
                format!("{says} ({})", self.word("by-estimated-filtration"))
            }
            _ => says,
        }
    }

    /// Why without the advice: `calcium below 2.1 mmol/L (2.05)`.
    fn why_in_short(&self, rule: &SafetyRule) -> String {
        let why = self.why(rule);
        let Some((short, advice)) = why.split_once(self.words.language().colon()) else { return why };
        // What was seen stands at the end, after the advice.
        let seen = advice.strip_suffix(')').and_then(|advice| advice.rsplit_once(" ("));
        seen.map_or_else(|| short.to_owned(), |(_, seen)| format!("{short} ({seen})"))
    }

    fn condition(&self, condition: Condition) -> String {
        let id = condition.label().replace(' ', "_");
        self.words.coded("condition", &id, condition.label(), &args! {})
    }

    /// A rule that cannot be answered: what is not known of it, and when it would matter.
    fn open(&self, rule: &SafetyRule) -> String {
        let Some(known) = RULES.iter().find(|known| known.id == rule.rule) else {
            return rule.reason.clone();
        };
        let state = self.word(if is_too_old(rule) { "state-too-old" } else { "state-unknown" });
        let condition = self.with(&self.condition(known.condition), &state);
        let Some(says) = says_in_english(rule).filter(|_| !rule.values.is_empty()) else { return condition };
        let says = self.rule_says(rule).unwrap_or_else(|| says.to_owned());
        let message = if known.status == SafetyStatus::Blocked { "open-blocks" } else { "open-cautions" };
        let then = self.words.say(message, &args! { "why" => says });
        format!("{condition}{}{then}", self.separator())
    }

    /// The tests to order and the questions to ask, as two sentences.
    fn needs<'n>(&self, needs: impl IntoIterator<Item = &'n String>) -> String {
        let (mut order, mut ask): (Vec<String>, Vec<String>) = Default::default();
        for need in needs {
            let list = if Analyte::from_key(need).is_some() { &mut order } else { &mut ask };
            let name = self.test(need);
            if !list.contains(&name) {
                list.push(name);
            }
        }
        let said = [("to-order", order), ("to-ask", ask)].into_iter().filter(|(_, list)| !list.is_empty());
        let said: Vec<String> = said
            .map(|(message, list)| self.words.say(message, &args! { "list" => self.list(&list) }))
            .collect();
        said.join(" ")
    }

    /// By verdict, the gravest first; drugs of one verdict and reason together. No drug is left out.
    pub(crate) fn safety(&self) -> Vec<Line> {
        self.verdicts(false)
    }

    /// The same without sources and details, and of what blocks only that it does.
    pub(crate) fn safety_in_short(&self) -> Vec<Line> {
        self.verdicts(true).into_iter().map(|line| Line::new(line.text)).collect()
    }

    fn verdicts(&self, in_short: bool) -> Vec<Line> {
        const ORDER: [SafetyStatus; 4] =
            [SafetyStatus::Blocked, SafetyStatus::Caution, SafetyStatus::Unknown, SafetyStatus::Allowed];
        let mut lines = Vec::new();
        for status in ORDER {
            let of_status: Vec<&Safety> =
                self.all_safety().iter().filter(|safety| safety.status == status).collect();
            let mut groups: Vec<(String, Vec<&Safety>)> = Vec::new();
            for safety in &of_status {
                let why = self.verdict_because(safety, in_short);
                match groups.iter_mut().find(|(known, _)| *known == why) {
                    Some((_, drugs)) => drugs.push(safety),
                    None => groups.push((why, vec![safety])),
                }
            }
            if status == SafetyStatus::Unknown && groups.len() > LINES_OF_UNKNOWN {
                lines.push(self.all_unknown(&of_status));
                continue;
            }
            lines.extend(groups.iter().map(|(why, drugs)| self.one_verdict(status, drugs, why)));
        }
        lines
    }

    fn verdict_because(&self, safety: &Safety, in_short: bool) -> String {
        let why = match safety.status {
            SafetyStatus::Allowed => String::new(),
            // Every reason that blocks, those first that nothing corrects.
            SafetyStatus::Blocked => {
                let others = safety.others.iter().filter(|other| other.status == SafetyStatus::Blocked);
                let mut all: Vec<SafetyRule> =
                    core::iter::once(decides(safety)).chain(others.cloned()).collect();
                all.sort_by_key(can_be_corrected);
                let several = all.len() > 1 && in_short;
                let say = |rule| if several { self.why_in_short(rule) } else { self.why(rule) };
                let all: Vec<String> = all.iter().map(say).collect();
                all.join(self.separator())
            }
            _ => self.why(&decides(safety)),
        };
        let why = sentence(&why);
        let needs = self.needs(&safety.needs);
        [why, needs].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn one_verdict(&self, status: SafetyStatus, drugs: &[&Safety], why: &str) -> Line {
        let verdict = self.name("safety-status", status.as_str());
        let sources = drugs.iter().flat_map(|safety| safety.sources.iter());
        let drugs: Vec<String> = drugs.iter().map(|safety| self.drug_and_route(safety)).collect();
        let message = if why.is_empty() { "safety-line-alone" } else { "safety-line" };
        let args = args! { "verdict" => verdict, "drugs" => self.list(&drugs), "why" => why };
        Line::new(self.words.say(message, &args)).from(sources)
    }

    /// The drugs that cannot be answered, in one line with all that they need; each limit once below.
    fn all_unknown(&self, drugs: &[&Safety]) -> Line {
        let mut why = self.needs(drugs.iter().flat_map(|safety| &safety.needs));
        let mut old: Vec<String> = Vec::new();
        let mut limits: Vec<(String, Vec<String>)> = Vec::new();
        for safety in drugs {
            let first = decides(safety);
            for rule in core::iter::once(&first).chain(&safety.others) {
                if rule.status != SafetyStatus::Unknown {
                    continue;
                }
                let known = RULES.iter().find(|known| known.id == rule.rule);
                let condition = known.map(|known| self.condition(known.condition));
                if let Some(condition) = condition.filter(|one| is_too_old(rule) && !old.contains(one)) {
                    old.push(condition);
                }
                if rule.values.is_empty() {
                    continue;
                }
                let said = self.open(rule);
                let drug = self.drug_and_route(safety);
                match limits.iter_mut().find(|(known, _)| *known == said) {
                    Some((_, drugs)) => drugs.push(drug),
                    None => limits.push((said, vec![drug])),
                }
            }
        }
        if !old.is_empty() {
            let old = self.words.say("too-old", &args! { "list" => self.list(&old) });
            why = format!("{why} {old}");
        }
        let could = |status| self.all_safety().iter().any(|safety| safety.status == status);
        let cleared = could(SafetyStatus::Allowed) || could(SafetyStatus::Caution);
        let below = limits.into_iter().map(|(said, drugs)| {
            let drugs = self.list(&drugs);
            Line::new(sentence(&self.words.say("safety-other", &args! { "drugs" => drugs, "why" => said })))
        });
        let mut line = self.one_verdict(SafetyStatus::Unknown, drugs, &why).below(below);
        if !cleared {
            let names: Vec<String> = drugs.iter().map(|safety| self.drug_and_route(safety)).collect();
            let args = args! { "drugs" => self.list(&names), "why" => why };
            line.text = self.words.say("safety-none-cleared", &args);
        }
        line
    }

    /// The other rules that caution, or that would block or caution what another rule blocks already.
    pub(crate) fn other_safety(&self) -> Vec<Line> {
        let mut lines: Vec<(String, Vec<String>)> = Vec::new();
        for safety in self.all_safety() {
            for other in &safety.others {
                let said_already = match safety.status {
                    SafetyStatus::Blocked => other.status == SafetyStatus::Blocked,
                    _ => other.status == SafetyStatus::Unknown,
                };
                // Whether it is answered changes nothing for a drug that is blocked.
                if said_already || other.status == SafetyStatus::Unknown {
                    continue;
                }
                let verdict = self.name("safety-status", other.status.as_str());
                let said = self.with(&verdict, &self.why(other));
                let drug = self.drug_and_route(safety);
                match lines.iter_mut().find(|(known, _)| *known == said) {
                    Some((_, drugs)) => drugs.push(drug),
                    None => lines.push((said, vec![drug])),
                }
            }
        }
        let line = |(why, drugs): (String, Vec<String>)| {
            let drugs = self.list(&drugs);
            Line::new(sentence(&self.words.say("safety-other", &args! { "drugs" => drugs, "why" => why })))
        };
        lines.into_iter().map(line).collect()
    }

    /// A test or a field, whichever a rule needs.
    pub(crate) fn test(&self, need: &str) -> String {
        if self.words.has("test", need) { self.name("test", need) } else { self.field(need) }
    }
}

/// The rule that decides, as the others are written.
fn decides(safety: &Safety) -> SafetyRule {
    SafetyRule {
        rule: safety.rule.clone(),
        status: safety.status,
        reason: safety.reason.clone(),
        values: safety.values.clone(),
    }
}

fn is_too_old(rule: &SafetyRule) -> bool {
    rule.reason.contains("the result is too old")
}

/// What the engine says that the rule asks, where it has a limit.
fn says_in_english(rule: &SafetyRule) -> Option<&str> {
    rule.reason.split_once("it matters: ").map(|(_, says)| says)
}

/// Whether what blocks can be corrected: that comes last.
fn can_be_corrected(rule: &SafetyRule) -> bool {
    RULES.iter().find(|known| known.id == rule.rule).is_some_and(|known| known.correctable)
}
