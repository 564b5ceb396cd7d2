//! Which drugs may be given, and which are licensed and paid for.

use osteon::document::assessment::InputValue;
use osteon::document::guidance::{Safety, SafetyStatus};

use super::{Speaker, sentence};
use crate::catalogue::args;
use crate::page::Line;

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

    /// The reason; in a language that has its own words for it, with the limit and what was seen.
    fn why(&self, rule: &str, status: SafetyStatus, reason: &str, values: &[InputValue]) -> String {
        if !self.words.has("safety", rule) {
            return reason.to_owned();
        }
        let numbers = values.iter().filter(|value| matches!(value, InputValue::Number(_)));
        let numbers: Vec<String> = numbers.map(|value| self.value(value)).collect();
        let unit = values.iter().find_map(|value| match value {
            InputValue::Text(unit) => Some(self.words.coded("unit", unit, unit, &args! {})),
            _ => None,
        });
        let limit = numbers.last().cloned().unwrap_or_default();
        let limit =
            unit.filter(|unit| !unit.is_empty()).map_or(limit.clone(), |unit| format!("{limit} {unit}"));
        let why = self.words.coded("safety", rule, reason, &args! { "limit" => limit });
        match (status, numbers.as_slice()) {
            (SafetyStatus::Unknown, _) => self.words.say("safety-open", &args! { "why" => why }),
            (_, [seen, _]) => format!("{why} ({seen})"),
            _ => why,
        }
    }

    /// By verdict, the gravest first; drugs of one verdict and reason together.
    pub(crate) fn safety(&self) -> Vec<Line> {
        const ORDER: [SafetyStatus; 4] =
            [SafetyStatus::Blocked, SafetyStatus::Caution, SafetyStatus::Unknown, SafetyStatus::Allowed];
        let mut lines = Vec::new();
        for status in ORDER {
            let mut groups: Vec<(String, Vec<String>, Vec<String>)> = Vec::new();
            for safety in self.all_safety().iter().filter(|safety| safety.status == status) {
                let mut why = match status {
                    SafetyStatus::Allowed => String::new(),
                    _ => self.why(&safety.rule, status, &safety.reason, &safety.values),
                };
                if !safety.needs.is_empty() {
                    let needs: Vec<String> = safety.needs.iter().map(|need| self.test(need)).collect();
                    let needs = self.words.say("needs", &args! { "list" => self.list(&needs) });
                    why = if why.is_empty() { needs } else { format!("{why}{}{needs}", self.separator()) };
                }
                let drug = self.drug_and_route(safety);
                match groups.iter_mut().find(|(known, ..)| *known == why) {
                    Some((_, drugs, sources)) => {
                        drugs.push(drug);
                        sources.extend(safety.sources.iter().cloned());
                    }
                    None => groups.push((why, vec![drug], safety.sources.clone())),
                }
            }
            for (why, drugs, sources) in groups {
                let verdict = self.name("safety-status", status.as_str());
                let drugs = self.list(&drugs);
                let message = if why.is_empty() { "safety-line-alone" } else { "safety-line" };
                let why = sentence(&why);
                let args = args! { "verdict" => verdict, "drugs" => drugs, "why" => why };
                lines.push(Line::new(self.words.say(message, &args)).from(sources));
            }
        }
        lines
    }

    /// The other rules that caution, block or cannot be answered.
    pub(crate) fn other_safety(&self) -> Vec<Line> {
        let mut lines: Vec<(String, Vec<String>)> = Vec::new();
        for safety in self.all_safety() {
            for other in &safety.others {
                let verdict = self.name("safety-status", other.status.as_str());
                let why = self.why(&other.rule, other.status, &other.reason, &other.values);
                let said = self.with(&verdict, &why);
                let drug = self.drug_and_route(safety);
                match lines.iter_mut().find(|(known, _)| *known == said) {
                    Some((_, drugs)) => drugs.push(drug),
                    None => lines.push((said, vec![drug])),
                }
            }
        }
        lines
            .into_iter()
            .map(|(why, drugs)| {
                let drugs = self.list(&drugs);
                Line::new(self.words.say("safety-other", &args! { "drugs" => drugs, "why" => why }))
            })
            .collect()
    }

    /// A test or a field, whichever a rule needs.
    pub(crate) fn test(&self, need: &str) -> String {
        if self.words.has("test", need) { self.name("test", need) } else { self.field(need) }
    }

    pub(crate) fn access(&self) -> Vec<Line> {
        let access = self.assessment.access.iter().flatten();
        access
            .map(|access| {
                let status = self.name("access-status", access.status.as_str());
                let text = self.words.coded("access", &access.rule, &access.text, &args! {});
                let drug = self.drug(access.drug);
                let args = args! {
                    "drug" => drug, "jurisdiction" => access.jurisdiction.as_str(), "status" => status, "text" => text
                };
                Line::new(self.words.say("access-line", &args)).from(&access.sources)
            })
            .collect()
    }
}
