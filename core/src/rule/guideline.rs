//! A guideline as data: whom it speaks of, rules of which the first that holds decides, and what is added.

use crate::citation::{CitationId, Confidence};
use crate::document::guidance::{Recommendation, Tier};

use super::condition::When;
use super::fact::Fact;

/// What a rule leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The guideline's own word for the group, in `snake_case`.
    pub category: Option<&'static str>,
    /// The recommendation.
    pub recommendation: Recommendation,
    /// Recommended beside.
    pub also: &'static [Recommendation],
    /// Which kind of drug comes first.
    pub tier: Option<Tier>,
}

impl Outcome {
    /// A recommendation without a category.
    #[must_use]
    pub const fn of(recommendation: Recommendation) -> Self {
        Self { category: None, recommendation, also: &[], tier: None }
    }

    /// A category and a recommendation.
    #[must_use]
    pub const fn in_category(category: &'static str, recommendation: Recommendation) -> Self {
        Self { category: Some(category), recommendation, also: &[], tier: None }
    }

    /// With something recommended beside.
    #[must_use]
    pub const fn also(self, also: &'static [Recommendation]) -> Self {
        Self { also, ..self }
    }

    /// With a kind of drug that comes first.
    #[must_use]
    pub const fn tier(self, tier: Tier) -> Self {
        Self { tier: Some(tier), ..self }
    }
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Id: guideline, outcome, condition, as `nogg2024.very_high.t_le_-3.5`.
    pub id: &'static str,
    /// When it holds.
    pub when: When,
    /// What it leads to.
    pub then: Outcome,
    /// Where it is published.
    pub citation: CitationId,
    /// How far its wording is trusted.
    pub confidence: Confidence,
}

/// A recommendation that is made beside the decision wherever its condition holds.
#[derive(Debug)]
pub struct Addition {
    /// Id.
    pub id: &'static str,
    /// When it holds.
    pub when: When,
    /// What is recommended beside.
    pub also: Recommendation,
    /// Where it is published.
    pub citation: CitationId,
    /// How far its wording is trusted.
    pub confidence: Confidence,
}

/// A part of the population that a guideline speaks of: all of them must hold.
#[derive(Debug)]
pub struct Population {
    /// Id.
    pub id: &'static str,
    /// When the person belongs to it.
    pub when: When,
    /// Why a person who does not is outside.
    pub outside: &'static str,
}

/// Something to know about an answer, where its condition holds.
#[derive(Debug)]
pub struct Remark {
    /// Code.
    pub code: &'static str,
    /// When it is said.
    pub when: When,
    /// The sentence.
    pub text: &'static str,
}

/// How a guideline's rules were seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Held against the paper, or a reading of it that clinicians reviewed.
    Checked,
    /// Recalled, and not yet held against the paper: every answer says so first.
    NotYetVerified,
}

/// A guideline.
#[derive(Debug)]
pub struct Guideline {
    /// Id in every face.
    pub id: &'static str,
    /// Its name in full.
    pub name: &'static str,
    /// ISO codes of the countries whose national set it belongs to; none for an international one.
    pub countries: &'static [&'static str],
    /// ISO codes of the countries whose FRAX model its thresholds take; none where it uses no FRAX.
    pub frax: &'static [&'static str],
    /// Year, or year and month, of publication.
    pub published: &'static str,
    /// Day on which the rules were last held against their source.
    pub checked_on: Option<&'static str>,
    /// What replaced it, where that is known.
    pub superseded_by: Option<&'static str>,
    /// How its rules were seen.
    pub seen: Seen,
    /// The same in words: through which reading of the paper.
    pub verification: &'static str,
    /// The paper.
    pub citation: CitationId,
    /// Whom it speaks of.
    pub population: &'static [Population],
    /// Its rules: the first that holds decides. The last holds always.
    pub rules: &'static [Rule],
    /// What is added wherever it holds.
    pub additions: &'static [Addition],
    /// What to know.
    pub remarks: &'static [Remark],
}

impl Guideline {
    /// Every condition of the guideline that may change its answer.
    pub fn conditions(&self) -> impl Iterator<Item = &'static When> + use<> {
        let population = self.population.iter().map(|part| &part.when);
        let rules = self.rules.iter().map(|rule| &rule.when);
        population.chain(rules).chain(self.additions.iter().map(|addition| &addition.when))
    }

    /// Its own words for groups, each once, in the order of its rules: codes of columns count along them.
    #[must_use]
    pub fn categories(&self) -> Vec<&'static str> {
        each_once(self.rules.iter().filter_map(|rule| rule.then.category))
    }

    /// The fields of the patient document that answer its facts, each once, in the order in which its conditions ask
    /// for them: bits of columns count along them.
    ///
    /// ```
    /// let nogg = osteon::guideline::from_id("nogg2024").unwrap();
    /// assert!(nogg.fields().contains(&"frax.mof_percent"));
    /// ```
    #[must_use]
    pub fn fields(&self) -> Vec<&'static str> {
        each_once(self.facts().into_iter().map(Fact::field))
    }
}

fn each_once(words: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut all = Vec::new();
    for word in words {
        if !all.contains(&word) {
            all.push(word);
        }
    }
    all
}
