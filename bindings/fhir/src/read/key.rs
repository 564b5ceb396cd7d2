//! Identifiers as numbers: a set of a million of them stays small.

use std::hash::Hasher as _;

/// A kind of record and its identifier, as 64 bits. The same text gives the same key in every run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key(pub(super) u64);

impl Key {
    /// The key of a record.
    pub(super) fn of(kind: &str, id: &str) -> Self {
        Self::of_parts(&[kind.as_bytes(), id.as_bytes()])
    }

    /// The key of an identifier that is no id of a resource: a number of a ward, a number of an insurance.
    pub(super) fn of_identifier(system: &str, value: &str) -> Self {
        Self::of_parts(&[b"identifier", system.trim().as_bytes(), value.trim().as_bytes()])
    }

    /// The key of bytes.
    pub(super) fn of_parts(parts: &[&[u8]]) -> Self {
        // The default hasher has fixed keys where it is made by `new`.
        #[expect(deprecated, reason = "the one hasher of the library whose keys may be left as they are")]
        let mut hasher = std::hash::SipHasher::new();
        for part in parts {
            hasher.write_usize(part.len());
            hasher.write(part);
        }
        Self(hasher.finish())
    }
}
