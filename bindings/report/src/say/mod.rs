//! What is said of each part of an assessment, in one language.

mod access;
mod change;
mod course;
mod diagnosis;
mod guideline;
mod person;
mod risk;
mod safety;
mod scores;
mod sources;
mod triage;

use jiff::civil::Date;
use osteon::document::assessment::{Assumed, InputValue, Reason};
use osteon::document::{Assessment, Drug, Patient, Region, Side};
use osteon::error::{Code, Refusal};
use osteon::rule::Fact;

use crate::catalogue::{Catalogue, args};
use crate::page::Line;

pub(crate) use scores::printed;

/// One person's documents, and the words to speak of them.
pub(crate) struct Speaker<'a> {
    pub(crate) patient: &'a Patient,
    pub(crate) assessment: &'a Assessment,
    pub(crate) words: &'a Catalogue,
    facts: Vec<Fact>,
}

impl<'a> Speaker<'a> {
    pub(crate) fn new(patient: &'a Patient, assessment: &'a Assessment, words: &'a Catalogue) -> Self {
        Self { patient, assessment, words, facts: facts() }
    }

    /// Day of the assessment, where one is known.
    pub(crate) fn assessed_on(&self) -> Option<Date> {
        self.patient.assessed_on.or(self.assessment.engine.options.as_of)
    }

    /// Age at the assessment, years.
    pub(crate) fn age(&self) -> Option<f64> {
        let by_birth = || Some(years_between(self.patient.birth_date?, self.assessed_on()?));
        self.patient.age_years.or_else(by_birth)
    }

    /// Age on another day, years.
    pub(crate) fn age_at(&self, date: Date) -> Option<f64> {
        if let Some(birth) = self.patient.birth_date {
            return Some(years_between(birth, date));
        }
        // Without a day of assessment the age is taken to be that at the latest scan.
        let now = self.assessed_on().or_else(|| {
            self.patient.scans.as_deref().unwrap_or_default().iter().filter_map(|s| s.date).max()
        })?;
        Some(self.age()? - years_between(date, now))
    }

    pub(crate) fn fixed(&self, value: f64, decimals: usize) -> String {
        self.words.language().fixed(value, decimals)
    }

    pub(crate) fn number(&self, value: f64) -> String {
        self.words.language().number(value)
    }

    pub(crate) fn word(&self, id: &str) -> String {
        self.words.word(id)
    }

    pub(crate) fn name(&self, kind: &str, id: &str) -> String {
        self.words.name(kind, id)
    }

    /// `a, b and c`.
    pub(crate) fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => {
                self.words.say("list", &args! { "most" => most.join(", "), "last" => last.as_str() })
            }
        }
    }

    /// What stands between two parts of a sentence.
    pub(crate) fn separator(&self) -> &'static str {
        self.words.language().separator()
    }

    /// Reasons as sentences of their own.
    pub(crate) fn sentences<'r>(
        &self,
        kind: &str,
        reasons: impl IntoIterator<Item = &'r Reason>,
    ) -> Vec<Line> {
        let say = |reason: &Reason| sentence(&self.words.coded(kind, &reason.code, &reason.text, &args! {}));
        reasons.into_iter().map(|reason| Line::new(say(reason))).collect()
    }

    /// `text: more`, in the punctuation of the language.
    pub(crate) fn with(&self, text: &str, more: &str) -> String {
        self.words.say("with", &args! { "text" => text, "more" => more })
    }

    pub(crate) fn region(&self, region: Region, side: Option<Side>, vertebrae: Option<&str>) -> String {
        let mut name = self.name("region", region.as_str());
        if let Some(vertebrae) = vertebrae {
            name.push(' ');
            name.push_str(vertebrae);
        }
        if let Some(side) = side {
            name.push_str(&format!(" ({})", self.name("side", side.as_str())));
        }
        name
    }

    pub(crate) fn drug(&self, drug: Drug) -> String {
        self.name("drug", drug.as_str())
    }

    /// A day, or that it is not known.
    pub(crate) fn day(&self, date: Option<Date>) -> String {
        date.map_or_else(|| self.word("no-date"), |date| self.words.date(date))
    }

    pub(crate) fn yes_no(&self, value: Option<bool>) -> String {
        self.word(match value {
            Some(true) => "yes",
            Some(false) => "no",
            None => "unknown",
        })
    }

    pub(crate) fn value(&self, value: &InputValue) -> String {
        match value {
            InputValue::Flag(value) => self.yes_no(Some(*value)),
            InputValue::Number(number) => self.number(*number),
            InputValue::Text(text) => self.words.coded("value", text, text, &args! {}),
        }
    }

    /// The fact with this id, where a guideline of this build asks for it.
    pub(crate) fn fact_of(&self, id: &str) -> Option<Fact> {
        self.facts.iter().copied().find(|fact| fact.id() == id)
    }

    pub(crate) fn fact(&self, id: &str) -> String {
        fact_name(self.words, &self.facts, id)
    }

    /// The unit of a fact, with a space before it; empty where it has none.
    pub(crate) fn unit(&self, id: &str) -> String {
        match self.fact_of(id) {
            Some(Fact::Quantity(quantity)) if !matches!(quantity.unit, "" | "SD") => {
                format!(" {}", self.words.coded("unit", quantity.unit, quantity.unit, &args! {}))
            }
            _ => String::new(),
        }
    }

    /// A field of the patient document in words.
    pub(crate) fn field(&self, field: &str) -> String {
        field_name(self.words, &self.facts, field)
    }

    pub(crate) fn fields(&self, fields: &[String]) -> String {
        let mut named: Vec<String> = Vec::new();
        for field in fields {
            let name = self.field(field);
            if !named.contains(&name) {
                named.push(name);
            }
        }
        self.list(&named)
    }

    pub(crate) fn refusal(&self, refusal: &Refusal) -> String {
        let why = self.words.coded("refusal", refusal.code.as_str(), &refusal.limit, &args! {});
        match refusal.code {
            Code::OutsidePopulation | Code::NotPublished | Code::NotUsable => why,
            _ => format!("{why} ({})", self.field(&refusal.field)),
        }
    }

    pub(crate) fn assumed(&self, assumed: &Assumed) -> Line {
        let read = self.words.coded("value", &assumed.read_as, &assumed.read_as, &args! {});
        let effect = self.words.coded("effect", &assumed.field, &assumed.effect, &args! {});
        Line::new(self.words.say(
            "assumed",
            &args! { "field" => self.field(&assumed.field), "read" => read, "effect" => effect },
        ))
    }

    /// The sources of these that the document lists.
    pub(crate) fn listed<'s>(&self, sources: &[&'s str]) -> Vec<&'s str> {
        sources.iter().copied().filter(|id| self.assessment.citations.contains_key(*id)).collect()
    }
}

fn fact_name(words: &Catalogue, facts: &[Fact], id: &str) -> String {
    let known = facts.iter().find(|fact| fact.id() == id);
    let label = known.map_or_else(|| id.replace('_', " "), |fact| fact.label().to_owned());
    words.coded("fact", id, &label, &args! {})
}

/// A field of the patient document in words.
pub(crate) fn field_name(words: &Catalogue, facts: &[Fact], field: &str) -> String {
    if words.has("field", field) {
        return words.name("field", field);
    }
    if let Some(test) = field.strip_prefix("labs.").or(Some(field)).filter(|test| words.has("test", test)) {
        return words.name("test", test);
    }
    let asks = facts.iter().find(|fact| fact.field() == field);
    let last = || field.rsplit('.').next().unwrap_or(field);
    asks.map_or_else(|| words.name("field", last()), |fact| fact_name(words, facts, fact.id()))
}

/// With a capital at its head and a stop at its end.
pub(crate) fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return String::new() };
    let mut sentence: String = first.to_uppercase().chain(characters).collect();
    if !sentence.ends_with(['.', '?', '!', ':']) {
        sentence.push('.');
    }
    sentence
}

/// With a small letter at its head, to stand within a sentence; abbreviations stay.
pub(crate) fn within(text: &str) -> String {
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return String::new() };
    let abbreviation = characters.clone().next().is_some_and(char::is_uppercase);
    if abbreviation { text.to_owned() } else { first.to_lowercase().chain(characters).collect() }
}

fn years_between(from: Date, to: Date) -> f64 {
    const DAYS_A_YEAR: f64 = 365.25;
    from.until(to).map_or(f64::NAN, |span| f64::from(span.get_days()) / DAYS_A_YEAR)
}

/// Every fact that a guideline of this build asks for, each once.
pub(crate) fn facts() -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for guideline in osteon::guideline::all() {
        let remarks = guideline.remarks.iter().map(|remark| &remark.when);
        for condition in guideline.conditions().chain(remarks) {
            condition.for_each(&mut |predicate| {
                if let Some(fact) = predicate.fact().filter(|fact| !facts.contains(fact)) {
                    facts.push(fact);
                }
            });
        }
    }
    facts
}
