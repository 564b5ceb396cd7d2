//! What a page is made of, before it is HTML or text.

pub(crate) mod html;
pub(crate) mod text;

/// A sentence with the ids of its sources.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) sources: Vec<String>,
    /// Lines that belong below it.
    pub(crate) below: Vec<Line>,
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
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// Sentences, one after another.
    Lines(Vec<Line>),
    /// A list of sentences.
    List(Vec<Line>),
    /// Columns and rows.
    Table { head: Vec<String>, rows: Vec<Vec<String>> },
    /// Sources: id and full citation.
    Sources(Vec<(String, String)>),
    /// A drawing, with what it shows in words.
    Drawing { svg: String, caption: String },
}

/// A section.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// Name for the style sheet.
    pub(crate) class: &'static str,
    pub(crate) title: String,
    pub(crate) blocks: Vec<Block>,
}

/// A document: what must be on its first page, and the rest.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) title: String,
    pub(crate) first: Vec<Section>,
    pub(crate) rest: Vec<Section>,
    pub(crate) foot: Vec<String>,
}
