//! The columns of the guidelines: what each says, whether it could say, and what it missed.

use osteon::Answer;
use osteon::document::guidance::{Recommendation, Tier};
use osteon::evidence::Evidence;
use osteon::guideline::{self, GuidelineAnswer, Guidelines};
use osteon::rule::{Guideline, Seen};

use crate::written::{AnswerCells, ColumnKind, list};

/// What a column shows of a guideline's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shows {
    Category,
    Recommendation,
    Also,
    Tier,
    /// One of `STATUS`.
    Status,
    CouldBe,
    Missing,
    Verified,
}

/// Whether a guideline could say.
const STATUS: [&str; 3] = ["answered", "undetermined", "not_applicable"];

const SHOWN: [Shows; 8] = [
    Shows::Category,
    Shows::Recommendation,
    Shows::Also,
    Shows::Tier,
    Shows::Status,
    Shows::CouldBe,
    Shows::Missing,
    Shows::Verified,
];

/// A column of one guideline.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GuidelineColumn {
    guideline: &'static Guideline,
    shows: Shows,
}

impl PartialEq for GuidelineColumn {
    fn eq(&self, other: &Self) -> bool {
        self.guideline.id == other.guideline.id && self.shows == other.shows
    }
}

impl Eq for GuidelineColumn {}

/// The columns of the guidelines asked for.
pub(crate) fn columns(asked: Guidelines) -> impl Iterator<Item = GuidelineColumn> {
    let guidelines = guideline::all().iter().copied().filter(move |guideline| asked.has(guideline));
    guidelines.flat_map(|guideline| SHOWN.map(|shows| GuidelineColumn { guideline, shows }))
}

impl GuidelineColumn {
    pub(crate) fn name(self) -> String {
        let what = match self.shows {
            Shows::Category => "category",
            Shows::Recommendation => "recommendation",
            Shows::Also => "also",
            Shows::Tier => "tier",
            Shows::Status => "status",
            Shows::CouldBe => "could_be",
            Shows::Missing => "missing",
            Shows::Verified => "verified",
        };
        format!("{}_{what}", self.guideline.id)
    }

    /// What its cells are.
    pub(crate) fn kind(self) -> ColumnKind {
        match self.shows {
            Shows::Category => {
                let mut words = Vec::new();
                for word in self.guideline.rules.iter().filter_map(|rule| rule.then.category) {
                    if !words.contains(&word) {
                        words.push(word);
                    }
                }
                ColumnKind::Word(words)
            }
            Shows::Recommendation => ColumnKind::Word(Recommendation::KEYS.to_vec()),
            Shows::Tier => ColumnKind::Word(Tier::KEYS.to_vec()),
            Shows::Status => ColumnKind::Word(STATUS.to_vec()),
            Shows::Also | Shows::CouldBe | Shows::Missing => ColumnKind::Text,
            Shows::Verified => ColumnKind::Truth,
        }
    }

    /// Writes what an answer says.
    pub(crate) fn write<W: AnswerCells>(
        self,
        answer: &Answer<'_>,
        evidence: &Evidence<'_>,
        cell: &mut String,
        out: &mut W,
    ) -> Result<(), W::Error> {
        let same = |said: &&GuidelineAnswer| said.guideline.id == self.guideline.id;
        let said = answer.guidelines.iter().find(same);
        let words = |all: Vec<Recommendation>| all.into_iter().map(Recommendation::as_str).collect();
        let listed: Vec<&str> = match self.shows {
            Shows::Category => return out.word(said.and_then(|said| said.said.category).unwrap_or_default()),
            Shows::Recommendation => {
                return out.word(said.map_or("", |said| said.said.recommendation.as_str()));
            }
            Shows::Tier => return out.word(said.and_then(|said| said.said.tier).map_or("", Tier::as_str)),
            Shows::Status => return out.word(said.map_or("", GuidelineAnswer::status)),
            Shows::Verified => return out.truth(said.map(|said| said.guideline.seen == Seen::Checked)),
            Shows::Also => said.map_or_else(Vec::new, |said| words(said.also())),
            Shows::CouldBe => said.map_or_else(Vec::new, |said| words(said.could_be())),
            Shows::Missing => said.map_or_else(Vec::new, |said| said.missing(evidence)),
        };
        list(cell, listed.into_iter().map(|word| [word]));
        out.text(cell)
    }
}
