//! What a page is made of, before it is HTML or text; a face that draws its own page reads it as JSON.

pub(crate) mod html;
pub(crate) mod text;

use serde::Serialize;

/// A sentence with the ids of its sources.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ReportLine"))]
#[non_exhaustive]
pub struct Line {
    /// The sentence.
    pub text: String,
    /// Ids of the citations of the assessment that it rests on.
    pub sources: Vec<String>,
    /// Sentences that belong below it.
    pub below: Vec<Line>,
}

impl Line {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub(crate) fn from<S: AsRef<str>>(mut self, sources: impl IntoIterator<Item = S>) -> Self {
        for source in sources {
            let source = source.as_ref();
            if !self.sources.iter().any(|known| known == source) {
                self.sources.push(source.to_owned());
            }
        }
        self
    }

    pub(crate) fn below(mut self, lines: impl IntoIterator<Item = Line>) -> Self {
        self.below.extend(lines);
        self
    }
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ReportBlock"))]
#[serde(tag = "kind", content = "holds", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Block {
    /// Sentences, one after another.
    Lines(Vec<Line>),
    /// A list of sentences.
    List(Vec<Line>),
    /// Columns and rows.
    Table {
        /// What each column holds.
        head: Vec<String>,
        /// As many cells each as the head has.
        rows: Vec<Vec<String>>,
    },
    /// Sources: the id of each and its full citation.
    Sources(Vec<(String, String)>),
    /// A drawing.
    Drawing {
        /// An SVG element without script, style sheet or link.
        svg: String,
        /// What it shows, in words.
        caption: String,
    },
}

/// A section.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ReportSection"))]
#[non_exhaustive]
pub struct Section {
    /// What it is about, in words for a style sheet, the same in every language: `scores half`, `diagnosis`.
    pub class: &'static str,
    /// Its heading.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A document: what must be on its first page, and the rest.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Report"))]
#[non_exhaustive]
pub struct Document {
    /// Its heading.
    pub title: String,
    /// What fits on a first page.
    pub first: Vec<Section>,
    /// Everything, in full.
    pub rest: Vec<Section>,
    /// Whom it serves, and by which engine.
    pub foot: Vec<String>,
}
