//! Cells that hold a list: entries separated by `;` or `|`, and `none` for "asked, none".

use crate::document::{Section, Vertebra};
use crate::error::{Code, nearest};

use super::cell::{Fault, trimmed};

/// The entries of a cell; blank ones are skipped.
pub fn entries(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    // Separators are of one byte: no character need be decoded.
    let next = move || {
        let text = rest?;
        let Some(at) = text.bytes().position(is_separator) else { return rest.take() };
        rest = text.get(at + 1..);
        text.get(..at)
    };
    core::iter::from_fn(next).map(trimmed).filter(|entry| !entry.is_empty())
}

const fn is_separator(byte: u8) -> bool {
    matches!(byte, b';' | b'|')
}

/// Whether a cell says "asked, none".
#[must_use]
pub fn is_none(text: &str) -> bool {
    text.eq_ignore_ascii_case("none")
}

/// `none` beside entries, or a cell of separators only.
pub(super) fn fault_of_list(text: &str) -> Option<Fault> {
    // One entry: most cells have no more.
    if !text.bytes().any(is_separator) && !trimmed(text).is_empty() {
        return None;
    }
    let mut count = 0;
    let mut none = false;
    for entry in entries(text) {
        count += 1;
        none |= is_none(entry);
    }
    if none && count > 1 {
        return Some(Fault::new(Code::Contradiction, "none beside entries: write one or the other"));
    }
    (count == 0).then(|| Fault::new(Code::WrongType, "separators only: write none, or leave the cell empty"))
}

/// One of a closed set with the nearest spelling; the whole list only where it is short.
pub(super) fn key<T>(
    text: &str,
    keys: &'static [&'static str],
    from_key: fn(&str) -> Option<T>,
) -> Result<T, Fault> {
    let other_case = || keys.iter().find(|key| key.eq_ignore_ascii_case(text)).and_then(|key| from_key(key));
    from_key(text).or_else(other_case).ok_or_else(|| {
        let near = nearest(text, keys).map_or(String::new(), |near| format!("did you mean {near}? "));
        Fault::new(Code::NotAChoice, format!("{near}allowed: {}", keys.join(", ")))
    })
}

/// Reads `complete`: the sections in which everything was asked, as a set of bits; `refuse` gets
/// every entry that is none, with the fault.
pub fn sections(text: &str, mut refuse: impl FnMut(&str, Fault)) -> Sections {
    let mut sections = Sections::default();
    if let Some(fault) = fault_of_list(text) {
        refuse(text, fault);
        return sections;
    }
    for entry in entries(text).filter(|entry| !is_none(entry)) {
        match key(entry, Section::KEYS, Section::from_key) {
            Ok(section) => sections.insert(section),
            Err(fault) => refuse(entry, fault),
        }
    }
    sections
}

/// A set of sections of the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sections(u8);

impl Sections {
    /// Adds a section.
    pub fn insert(&mut self, section: Section) {
        self.0 |= 1 << section as u8;
    }

    /// Whether a section is in the set.
    #[must_use]
    pub const fn contains(self, section: Section) -> bool {
        self.0 & (1 << section as u8) != 0
    }

    /// Those that are not in `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The sections, in the order of the document.
    pub fn iter(self) -> impl Iterator<Item = Section> {
        Section::ALL.iter().copied().filter(move |&section| self.contains(section))
    }
}

/// Spinal levels such as `T12;L1`, upper case as the document writes them.
#[must_use]
pub fn levels(text: &str) -> Vec<String> {
    entries(text).filter(|entry| !is_none(entry)).map(str::to_ascii_uppercase).collect()
}

/// The vertebra of a column such as `bmd_l1`.
pub(super) fn vertebra(text: &str) -> Option<Vertebra> {
    Vertebra::ALL.iter().copied().find(|vertebra| vertebra.as_str().eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_either_separator() {
        let read: Vec<_> = entries(" a ; b|c;;").collect();
        assert_eq!(read, ["a", "b", "c"]);
    }

    #[test]
    fn sections_are_a_closed_set() {
        let mut refused = Vec::new();
        let read = sections("fractures|History;labz", |entry, fault| {
            refused.push((entry.to_owned(), fault.limit));
        });
        assert_eq!(read.iter().collect::<Vec<_>>(), [Section::Fractures, Section::History]);
        assert_eq!(refused.len(), 1);
        assert!(refused[0].1.contains("did you mean labs?"), "{refused:?}");
    }

    #[test]
    fn none_stands_alone() {
        assert!(fault_of_list("none").is_none());
        assert_eq!(fault_of_list("none; pelvis").unwrap().code, Code::Contradiction);
        assert_eq!(fault_of_list(" ; ").unwrap().code, Code::WrongType);
    }
}
