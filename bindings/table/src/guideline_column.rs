//! The columns of the guidelines: what each says, whether it could say, and what it missed.

use osteon::Answer;
use osteon::document::guidance::{Recommendation, Tier};
use osteon::evidence::Evidence;
use osteon::guideline::{self, GuidelineAnswer, Guidelines};
use osteon::rule::{Guideline, Seen};

/// What a column shows of a guideline's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shows {
    Category,
    Recommendation,
    Also,
    Tier,
    /// `answered`, `undetermined` or `not_applicable`.
    Status,
    CouldBe,
    Missing,
    Verified,
}

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

    /// The words of the cell; none where it is empty.
    pub(crate) fn words(self, answer: &Answer<'_>, evidence: &Evidence<'_>) -> Vec<&'static str> {
        let same = |said: &&GuidelineAnswer| said.guideline.id == self.guideline.id;
        let Some(said) = answer.guidelines.iter().find(same) else { return Vec::new() };
        let words = |all: Vec<Recommendation>| all.into_iter().map(Recommendation::as_str).collect();
        match self.shows {
            Shows::Category => said.said.category.into_iter().collect(),
            Shows::Recommendation => vec![said.said.recommendation.as_str()],
            Shows::Also => words(said.also()),
            Shows::Tier => said.said.tier.map(Tier::as_str).into_iter().collect(),
            Shows::Status => vec![said.status()],
            Shows::CouldBe => words(said.could_be()),
            Shows::Missing => said.missing(evidence),
            Shows::Verified => vec![if said.guideline.seen == Seen::Checked { "true" } else { "false" }],
        }
    }
}
