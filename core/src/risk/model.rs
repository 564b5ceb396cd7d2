//! The registry of risk models: `data/risk/models.csv`, one row for each model and outcome.

use crate::citation::{CitationId, Confidence};
use crate::document::Sex;
use crate::document::choice::choice;

choice! {
    /// What a model predicts; each model has its own outcome, and none is ever turned into another.
    pub enum Outcome {
        /// Any osteoporotic or low-trauma fracture, as the model's paper defines it.
        Any = "any",
        Hip = "hip",
        /// Major osteoporotic fracture: clinical spine, hip, forearm, humerus.
        Mof = "mof",
        Vertebral = "vertebral",
        Nonvertebral = "nonvertebral",
        VertebralOrHip = "vertebral_or_hip",
        /// Any clinical fracture.
        AnyClinical = "any_clinical",
        /// Low bone density at DXA: a reason to measure, no fracture risk.
        LowBoneDensity = "low_bone_density",
        Death = "death",
    }
}

impl Outcome {
    /// The outcome in words, where a document has no catalogue of its own.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Any => "any osteoporotic fracture",
            Self::Hip => "hip fracture",
            Self::Mof => "major osteoporotic fracture",
            Self::Vertebral => "vertebral fracture",
            Self::Nonvertebral => "non-vertebral fracture",
            Self::VertebralOrHip => "vertebral or hip fracture",
            Self::AnyClinical => "any clinical fracture",
            Self::LowBoneDensity => "low bone density at DXA",
            Self::Death => "death",
        }
    }
}

choice! {
    /// How the numbers behind an outcome were seen.
    pub enum Verification {
        /// In print: the paper, another that reproduces its table, the guideline; or the publisher's own program.
        PublishedSource = "published_source",
        /// In two or more independent transcriptions that agree.
        TwoTranscriptions = "two_transcriptions",
        /// In one transcription; the paper is still to be read.
        OneTranscription = "one_transcription",
        /// Recalled, and corroborated by a second consideration.
        Recalled = "recalled",
        /// Transcriptions differ; the value of most of them, or of the one with a page reference, is taken.
        Disputed = "disputed",
        /// Nothing is published for it; a choice of this project.
        OwnChoice = "own_choice",
        /// Taken in from elsewhere; no number of ours is in it.
        Supplied = "supplied",
    }
}

impl Verification {
    /// Whether the numbers may be used without being marked; `None` where there are none of ours.
    #[must_use]
    pub const fn verified(self) -> Option<bool> {
        match self {
            Self::PublishedSource | Self::TwoTranscriptions => Some(true),
            Self::OneTranscription | Self::Recalled | Self::Disputed | Self::OwnChoice => Some(false),
            Self::Supplied => None,
        }
    }
}

/// What a model says of one outcome.
#[derive(Clone, Copy, Debug)]
pub struct ModelOutcome {
    /// The outcome.
    pub outcome: Outcome,
    /// The sex that this row speaks of; both where `None`.
    pub sex: Option<Sex>,
    /// The horizons that the model has, in words.
    pub horizon: &'static str,
    /// Those that are fixed, in years; none where the caller chooses, or where there is no horizon.
    pub years: &'static [u8],
    /// What it gives, separated by `;`: `percent`, `reconciled_percent`, `points`, `category`, `at_cut_off`.
    pub gives: &'static str,
    /// Whom it speaks of.
    pub population: &'static str,
    /// Source.
    pub citation: CitationId,
    /// How far its numbers are trusted.
    pub confidence: Confidence,
    /// How its numbers were seen.
    pub verification: Verification,
}

impl ModelOutcome {
    /// Whether it gives this.
    #[must_use]
    pub fn gives(&self, what: &str) -> bool {
        self.gives.split(';').any(|given| given == what)
    }

    /// Whether the caller chooses the horizon.
    #[must_use]
    pub fn horizon_is_chosen(&self) -> bool {
        self.years.is_empty() && self.horizon.contains("years")
    }
}

/// A risk model.
///
/// ```
/// use osteon::risk::Model;
/// let model = Model::from_id("van_geel2006").unwrap();
/// assert_eq!(model.outcomes[0].horizon, "5 years");
/// assert!(Model::from_id("frax").is_none());
/// ```
#[derive(Debug)]
pub struct Model {
    /// Id in every face.
    pub id: &'static str,
    /// Place in the registry of all models, those behind a feature too.
    pub place: u8,
    /// Name in full.
    pub name: &'static str,
    /// Its outcomes.
    pub outcomes: &'static [ModelOutcome],
}

impl Model {
    /// Every model of this build, in the order of the registry.
    #[must_use]
    pub fn all() -> &'static [&'static Self] {
        models::MODELS
    }

    /// The model with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<&'static Self> {
        Self::all().iter().copied().find(|model| model.id == id)
    }

    /// What it says of an outcome, for a sex.
    #[must_use]
    pub fn outcome(&self, outcome: Outcome, sex: Sex) -> Option<&'static ModelOutcome> {
        self.outcomes.iter().find(|row| row.outcome == outcome && row.sex.is_none_or(|only| only == sex))
    }
}

impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl Eq for Model {}

/// The rows of `data/risk/models.csv`, one constant a model.
pub mod models {
    use super::{Model, ModelOutcome, Outcome, Verification};
    use crate::citation::{Confidence, ids};
    use crate::document::Sex;
    include!(concat!(env!("OUT_DIR"), "/models.rs"));
}

/// The models that an engine is asked for; all of them by default.
///
/// ```
/// use osteon::risk::{Model, Models};
/// let asked = Models::parse("ost, dvo2023")?;
/// assert!(asked.has(Model::from_id("ost").unwrap()) && !asked.has(Model::from_id("orai").unwrap()));
/// assert!(Models::parse("osto").unwrap_err().to_string().contains("ost"));
/// assert!(Models::parse("frax").unwrap_err().to_string().contains("did you mean supplied_frax"));
/// assert!(Models::parse("").is_err());
/// # Ok::<(), osteon::error::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Models(u64);

impl Default for Models {
    fn default() -> Self {
        Self(u64::MAX)
    }
}

impl Models {
    /// Reads ids separated by commas; `all` is every model.
    ///
    /// # Errors
    /// An id that is no model of this build, with the nearest that is.
    pub fn parse(list: &str) -> Result<Self, crate::error::Refusal> {
        use crate::error::{Code, Refusal, nearest};
        let ids: Vec<&str> = Model::all().iter().map(|model| model.id).collect();
        let mut asked = 0;
        for id in list.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            if id == "all" {
                return Ok(Self::default());
            }
            let Some(model) = Model::from_id(id) else {
                let limit = if id.starts_with("qfracture") && cfg!(not(feature = "qfracture")) {
                    "this build is without the feature qfracture".to_owned()
                } else {
                    // `frax` is part of `supplied_frax`, and nearer to it than any slip of the pen.
                    let part = ids.iter().copied().find(|known| id.len() > 2 && known.contains(id));
                    let near = part
                        .or_else(|| nearest(id, &ids))
                        .map_or(String::new(), |near| format!("did you mean {near}? "));
                    format!("{near}models: {}", ids.join(", "))
                };
                return Err(Refusal::new(Code::UnknownId, "models", id.to_owned(), limit));
            };
            asked |= 1 << model.place;
        }
        if asked == 0 {
            let limit = format!("name some of {}, or all", ids.join(", "));
            return Err(Refusal::new(Code::Missing, "models", "", limit));
        }
        Ok(Self(asked))
    }

    /// Whether a model is asked for.
    #[must_use]
    pub const fn has(self, model: &Model) -> bool {
        self.0 & (1 << model.place) != 0
    }
}
