//! Words of a text, in English and French, and what they say.

use crate::document::Vertebrae;

use super::tables::{PHRASES, Says};

/// The longest text that is the name of a number, in bytes; a longer one is a report, and names nothing.
const LONGEST_NAME: usize = 400;

/// The words of a text: letters and digits, in lower case and without accents.
pub(super) fn words(text: &str) -> Vec<String> {
    if text.len() > LONGEST_NAME {
        return Vec::new();
    }
    let plain: String = text.chars().flat_map(char::to_lowercase).map(without_accent).collect();
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn without_accent(c: char) -> char {
    match c {
        'à' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        _ => c,
    }
}

/// What a text says, from left to right; of phrases that begin at one word the longest.
pub(super) fn said(text: &str) -> Vec<Says> {
    let words = words(text);
    let mut rest = words.as_slice();
    let mut said = Vec::new();
    while !rest.is_empty() {
        let here = PHRASES.iter().find(|phrase| {
            rest.get(..phrase.words.len())
                .is_some_and(|start| start.iter().zip(phrase.words).all(|(word, wanted)| word == wanted))
        });
        said.extend(here.map(|phrase| phrase.says));
        rest = rest.get(here.map_or(1, |phrase| phrase.words.len())..).unwrap_or_default();
    }
    said
}

/// Lumbar vertebrae that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NamedVertebrae {
    /// None.
    None,
    /// These.
    These(Vertebrae),
    /// Some, and it cannot be said which.
    Unclear,
}

/// The vertebrae of a text such as `lumbar spine L2-L4`; `L2-4` is the same.
pub(super) fn vertebrae(text: &str) -> NamedVertebrae {
    let mut found = NamedVertebrae::None;
    if text.len() > LONGEST_NAME {
        return found;
    }
    let text = text.replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}'], "-");
    let pieces = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    for piece in pieces.map(|piece| piece.trim_matches('-')) {
        let mut letters = piece.chars();
        let is_level = letters.next().is_some_and(|c| c.eq_ignore_ascii_case(&'l'))
            && letters.next().is_some_and(|c| c.is_ascii_digit());
        if !is_level {
            continue;
        }
        let full = match piece.split_once('-') {
            Some((first, last)) if last.starts_with(|c: char| c.is_ascii_digit()) => {
                format!("{first}-L{last}")
            }
            _ => piece.to_owned(),
        };
        found = match (found, full.parse::<Vertebrae>()) {
            (NamedVertebrae::None, Ok(set)) => NamedVertebrae::These(set),
            (NamedVertebrae::These(before), Ok(set)) if before == set => found,
            _ => NamedVertebrae::Unclear,
        };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::part::Part;
    use super::super::tables::Quantity;
    use super::*;
    use crate::document::Side;

    fn parts(text: &str) -> Vec<Part> {
        let part = |says| match says {
            Says::Part(part) => Some(part),
            _ => None,
        };
        said(text).into_iter().filter_map(part).collect()
    }

    #[test]
    fn regions_in_words() {
        for (text, expected) in [
            ("Femoral neck", &[Part::FemoralNeck][..]),
            ("DMO du col fémoral gauche", &[Part::FemoralNeck]),
            ("neck of left femur", &[Part::FemoralNeck, Part::Femur]),
            ("Total Hip", &[Part::TotalHip]),
            ("hanche totale droite", &[Part::TotalHip]),
            ("Rachis lombaire (L1-L4)", &[Part::LumbarSpine]),
            ("AP Spine", &[Part::LumbarSpine]),
            ("Radius 33%", &[Part::Radius33]),
            ("1/3 radius", &[Part::Radius33]),
            ("Avant-bras", &[Part::Forearm]),
            ("DXA Femur-L T-score BMD", &[Part::Femur]),
            ("DXA Hip-L ArMass BMD", &[Part::Hip]),
            ("DXA [T-score] Bone density", &[]),
            ("", &[]),
            (&format!("{} femoral neck", "word ".repeat(100)), &[]),
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
    }

    #[test]
    fn sides_and_quantities_in_words() {
        assert_eq!(
            said("Femur-L T-score BMD"),
            [
                Says::Part(Part::Femur),
                Says::Side(Side::Left),
                Says::Quantity(Quantity::TScore),
                Says::Quantity(Quantity::Bmd)
            ]
        );
        assert_eq!(said("score T à droite").last(), Some(&Says::Side(Side::Right)));
    }

    #[test]
    fn vertebrae_in_words() {
        use NamedVertebrae as N;
        assert_eq!(vertebrae("lumbar spine (L1-L4)"), N::These(Vertebrae::L1_L4));
        assert_eq!(vertebrae("L2\u{2013}4"), N::These(Vertebrae::L2_L4));
        assert_eq!(vertebrae("Femur-L left"), N::None);
        assert_eq!(vertebrae(&"L1-L4 ".repeat(100)), N::None);
        assert_eq!(vertebrae("L1-L9"), N::Unclear);
        assert_eq!(vertebrae("L1-L4 and L2-L4"), N::Unclear);
    }
}
