//! Codes as they are written: with or without a dot, in either case, with a dagger, a star or an extension sign.

/// A code without what is only typography.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    characters: [u8; Self::LONGEST],
    length: usize,
}

impl Written {
    /// Codes of ICD-10 and CCAM have at most seven; what CCAM writes after them (activity, phase) says nothing here.
    const LONGEST: usize = 8;
    /// The place of the encounter in a code of ICD-10-CM.
    const ENCOUNTER: usize = 6;

    /// Letters and digits, in capitals.
    pub(crate) fn of(code: &str) -> Self {
        let mut written = Self { characters: [0; Self::LONGEST], length: 0 };
        let plain = code.bytes().filter(u8::is_ascii_alphanumeric);
        for (place, byte) in written.characters.iter_mut().zip(plain) {
            *place = byte.to_ascii_uppercase();
            written.length += 1;
        }
        written
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.characters.get(..self.length).unwrap_or_default()
    }

    /// Whether it begins so.
    pub(crate) fn begins(&self, pattern: &str) -> bool {
        let code = self.as_bytes();
        pattern.len() <= code.len()
            && pattern.bytes().zip(code).all(|(asked, &byte)| asked == b'?' || asked == byte)
    }

    /// Whether the 7th character is there and says the first encounter.
    pub(crate) fn is_first_encounter(&self) -> bool {
        matches!(self.as_bytes().get(Self::ENCOUNTER), Some(b'A' | b'B' | b'C'))
    }

    /// Whether the 7th character is there and says another encounter than the first (ICD-10-CM: A, B, C).
    pub(crate) fn is_later_encounter(&self) -> bool {
        let seventh = self.as_bytes().get(Self::ENCOUNTER);
        seventh.is_some_and(|byte| byte.is_ascii_alphabetic() && !matches!(byte, b'A' | b'B' | b'C'))
    }
}
