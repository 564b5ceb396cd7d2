//! Vertebral levels, as documents write them.

/// A vertebra by its part of the spine and its number there, counted from the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VertebralLevel {
    /// C1-C7.
    Cervical(u8),
    /// T1-T12.
    Thoracic(u8),
    /// L1-L5.
    Lumbar(u8),
}

impl VertebralLevel {
    /// The level that a text names, such as `T12`, `Th 12`, `D12` or `BWK 12`; `None` where it names none,
    /// or several.
    ///
    /// ```
    /// use osteon::facts::VertebralLevel;
    /// assert_eq!(VertebralLevel::parse("LWK 1"), Some(VertebralLevel::Lumbar(1)));
    /// assert_eq!(VertebralLevel::parse("T12-L2"), None);
    /// assert_eq!(VertebralLevel::parse("L9"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (name, number) = text.split_at_checked(text.find(|c: char| c.is_ascii_digit())?)?;
        let number: u8 = number.parse().ok()?;
        let is = |names: &[&str]| names.iter().any(|known| name.trim().eq_ignore_ascii_case(known));
        match number {
            1..=12 if is(&["T", "TH", "D", "BWK"]) => Some(Self::Thoracic(number)),
            1..=5 if is(&["L", "LWK"]) => Some(Self::Lumbar(number)),
            1..=7 if is(&["C", "HWK"]) => Some(Self::Cervical(number)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        use VertebralLevel as V;
        for (text, level) in [
            ("T12", V::Thoracic(12)),
            (" th 4 ", V::Thoracic(4)),
            ("d1", V::Thoracic(1)),
            ("Bwk12", V::Thoracic(12)),
            ("L1", V::Lumbar(1)),
            ("lwk 5", V::Lumbar(5)),
            ("C7", V::Cervical(7)),
            ("HWK 2", V::Cervical(2)),
        ] {
            assert_eq!(V::parse(text), Some(level), "{text}");
        }
        for text in [
            "",
            " ",
            "foo",
            "T",
            "12",
            "L9",
            "L6",
            "L0",
            "T13",
            "C8",
            "S1",
            "T12-L2",
            "T12,L1",
            "T12 L1",
            "T-12",
            "T12.",
            "T300",
            "\u{ff34}12",
            "T\u{b2}",
        ] {
            assert_eq!(V::parse(text), None, "{text}");
        }
    }
}
