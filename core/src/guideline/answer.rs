//! What one guideline says of one person, before it is written out.

use crate::document::guidance::Recommendation;
use crate::evidence::Evidence;
use crate::rule::{Decision, Guideline, Said, View};

/// What one guideline says of one person.
#[derive(Clone, Copy, Debug)]
pub struct GuidelineAnswer {
    /// The guideline.
    pub guideline: &'static Guideline,
    /// Which of its rules may decide, and which hold.
    pub decision: Decision,
    /// What follows.
    pub said: Said,
}

impl GuidelineAnswer {
    pub(super) fn of(guideline: &'static Guideline, evidence: &Evidence<'_>) -> Self {
        let view = View::of(evidence);
        let decision = guideline.decide(&view);
        Self { guideline, decision, said: guideline.say(decision, &view) }
    }

    /// Whether it speaks of this person.
    #[must_use]
    pub const fn applies(&self) -> bool {
        !matches!(self.decision.applies, Some(false))
    }

    /// What is recommended beside, each once; the step that answers an unknown among it.
    #[must_use]
    pub fn also(&self) -> Vec<Recommendation> {
        let mut also: Vec<Recommendation> = Vec::new();
        for one in self.guideline.also(self.decision).chain(self.said.next) {
            if one != self.said.recommendation && !also.contains(&one) {
                also.push(one);
            }
        }
        also
    }

    /// The fields of the patient document whose answer could change this one, each once; none outside the
    /// population.
    #[must_use]
    pub fn missing(&self, evidence: &Evidence<'_>) -> Vec<&'static str> {
        let mut fields: Vec<&'static str> = Vec::new();
        if !self.applies() {
            return fields;
        }
        for fact in self.guideline.missing(&View::of(evidence)) {
            if !fields.contains(&fact.field()) {
                fields.push(fact.field());
            }
        }
        fields
    }

    /// `answered`, `undetermined` or `not_applicable`.
    #[must_use]
    pub const fn status(&self) -> &'static str {
        match (self.decision.applies, self.said.decided) {
            (Some(false), _) => "not_applicable",
            (Some(true), true) => "answered",
            _ => "undetermined",
        }
    }

    /// The recommendations that remain possible, mildest first; empty where one does.
    #[must_use]
    pub fn could_be(&self) -> Vec<Recommendation> {
        let outside = self.decision.applies.is_none().then_some(Recommendation::NotApplicable);
        let possible = self.guideline.possible(self.decision).map(|outcome| outcome.recommendation);
        let mut all: Vec<Recommendation> = possible.chain(outside).collect();
        all.sort_unstable();
        all.dedup();
        if all.len() > 1 { all } else { Vec::new() }
    }

    /// The categories that remain possible, in the order of the rules; empty where one does.
    #[must_use]
    pub fn could_be_categories(&self) -> Vec<&'static str> {
        let mut all: Vec<&str> = Vec::new();
        for category in self.guideline.possible(self.decision).filter_map(|outcome| outcome.category) {
            if !all.contains(&category) {
                all.push(category);
            }
        }
        if all.len() > 1 { all } else { Vec::new() }
    }
}
