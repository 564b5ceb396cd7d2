//! The list of sources: `data/citations.toml`, compiled in.

/// A source, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CitationId(u16);

/// A full citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Short name, unique.
    pub id: &'static str,
    /// The citation in full.
    pub text: &'static str,
    /// Digital object identifier; empty where none was seen.
    pub doi: &'static str,
    /// Where it can be read; empty where nothing better than the DOI is known.
    pub url: &'static str,
}

impl CitationId {
    /// Every source, in the order of the list.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..generated::CITATIONS.len()).filter_map(|index| u16::try_from(index).ok().map(Self))
    }

    /// The source with this short name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|citation| citation.id() == id)
    }

    /// The short name.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.citation().id
    }

    /// The full citation.
    ///
    /// ```
    /// use osteon::citation::ids;
    /// assert!(ids::WHO1994.citation().text.contains("Technical Report Series 843"));
    /// ```
    #[must_use]
    pub fn citation(self) -> &'static Citation {
        // Ids are only made here and by the build, which counts the same list.
        static NONE: Citation = Citation { id: "", text: "", doi: "", url: "" };
        generated::CITATIONS.get(usize::from(self.0)).unwrap_or(&NONE)
    }
}

/// How far a number is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Seen in a source, an implementation or a report, or recomputed from public data.
    A,
    /// As `A`, from one place or with a step of inference.
    AMinus,
    /// Recalled, and corroborated by an independent check.
    B,
    /// As `B`, with a weaker check.
    BMinus,
    /// Recalled, with a hint that it holds.
    CPlus,
    /// Recalled only.
    C,
}

impl Confidence {
    /// The spelling in documents and data files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::AMinus => "A-",
            Self::B => "B",
            Self::BMinus => "B-",
            Self::CPlus => "C+",
            Self::C => "C",
        }
    }

    /// Whether the number may stand behind a score without being marked.
    #[must_use]
    pub const fn is_verified(self) -> bool {
        matches!(self, Self::A | Self::AMinus | Self::B | Self::BMinus)
    }
}

mod generated {
    use super::{Citation, CitationId};
    include!(concat!(env!("OUT_DIR"), "/citations.rs"));
}

pub use generated::ids;

/// Version of the compiled-in data: the date of the data and a hash of every file.
pub const DATA_VERSION: &str = generated::DATA_VERSION;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_their_list_agree() {
        assert_eq!(CitationId::from_id("looker1998"), Some(ids::LOOKER1998));
        assert!(CitationId::all().all(|citation| citation.citation().text.len() > 20));
        assert_eq!(CitationId::from_id("nobody1900"), None);
    }
}
