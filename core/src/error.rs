//! Refusals: what was refused, where, why, and the limit it broke.

use core::fmt;
use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Declares the refusal codes; number, name and meaning are stated once.
macro_rules! codes {
    ($($(#[$meta:meta])* $Variant:ident = $number:literal, $key:literal;)+) => {
        /// Why something was refused. The numbers are the same in every face and are never reused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        #[repr(u16)]
        pub enum Code {
            $($(#[$meta])* #[serde(rename = $key)] $Variant = $number,)+
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// Its place in [`Code::ALL`].
            pub(crate) const fn place(self) -> u8 {
                enum Place {
                    $($Variant,)+
                }
                match self {
                    $(Self::$Variant => Place::$Variant as u8,)+
                }
            }

            /// The number of this code in every face.
            #[must_use]
            pub const fn number(self) -> u16 {
                self as u16
            }

            /// The name of this code in every face.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$Variant => $key),+ }
            }
        }
    };
}

codes! {
    /// Not a document at all.
    Syntax = 101, "syntax";
    /// A key that the document does not have.
    UnknownKey = 102, "unknown_key";
    /// Text in a number, a number for a bool, and the like.
    WrongType = 103, "wrong_type";
    /// Not one of the values of a closed set.
    NotAChoice = 104, "not_a_choice";
    /// NaN or infinite.
    NotFinite = 105, "not_finite";
    /// Not a date.
    NotADate = 106, "not_a_date";
    /// A value that a mapping neither maps nor lists as missing.
    NotMapped = 107, "not_mapped";
    /// Outside the limits.
    OutOfRange = 201, "out_of_range";
    /// Outside the limits, and right in another unit.
    UnitSlip = 202, "unit_slip";
    /// A date before birth.
    BeforeBirth = 203, "before_birth";
    /// An order of dates that cannot be.
    DateOrder = 204, "date_order";
    /// A required field is not there.
    Missing = 301, "missing";
    /// Two fields that contradict each other.
    Contradiction = 401, "contradiction";
    /// An id that is not known.
    UnknownId = 501, "unknown_id";
    /// The model does not speak of such a person.
    OutsidePopulation = 601, "outside_population";
    /// A supplied value that must not be used, with the reason.
    NotUsable = 602, "not_usable";
    /// Nothing was published for it.
    NotPublished = 603, "not_published";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Words of a refusal. Those that are always the same are not copied: most refusals of a model cost nothing.
pub type Words = Cow<'static, str>;

/// What may stand as the value of a refusal.
pub trait Shown {
    /// In words.
    fn shown(self) -> Words;
}

impl Shown for &'static str {
    fn shown(self) -> Words {
        Words::Borrowed(self)
    }
}

impl Shown for String {
    fn shown(self) -> Words {
        Words::Owned(self)
    }
}

impl Shown for &String {
    fn shown(self) -> Words {
        Words::Owned(self.clone())
    }
}

impl Shown for Words {
    fn shown(self) -> Words {
        self
    }
}

impl Shown for bool {
    fn shown(self) -> Words {
        Words::Borrowed(if self { "true" } else { "false" })
    }
}

macro_rules! shown_as_displayed {
    ($($Type:ty),+) => {
        $(impl Shown for $Type {
            fn shown(self) -> Words {
                Words::Owned(self.to_string())
            }
        })+
    };
}
shown_as_displayed!(f64, u8, u16, u32, u64, usize, i32, i64, jiff::civil::Date, crate::document::Vertebrae);

/// One value refused.
///
/// `Display` is a sentence that names the field, the value, the limit and, where there is one, the
/// slip: `height_cm: 1.65 is outside 100-230 cm; that looks like metres: write 165`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Refusal {
    /// Why.
    pub code: Code,
    /// The path of the field, such as `scans[0].regions[2].bmd_g_cm2`.
    pub field: Words,
    /// The value, as given.
    pub value: Words,
    /// What it should have been.
    pub limit: Words,
    /// The slip that it looks like, with the way out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slip: Option<Words>,
}

impl Refusal {
    /// A refusal without a slip.
    #[must_use]
    pub fn new(code: Code, field: impl Into<Words>, value: impl Shown, limit: impl Into<Words>) -> Self {
        Self { code, field: field.into(), value: value.shown(), limit: limit.into(), slip: None }
    }

    /// The same with the slip that it looks like.
    #[must_use]
    pub fn with_slip(mut self, slip: impl Into<Words>) -> Self {
        self.slip = Some(slip.into());
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, field, value, limit, slip } = self;
        match code {
            Code::Missing => write!(f, "{field}: missing; {limit}")?,
            Code::OutOfRange | Code::UnitSlip => write!(f, "{field}: {value} is outside {limit}")?,
            Code::UnknownKey => write!(f, "{field}: unknown key; {limit}")?,
            _ if value.is_empty() => write!(f, "{field}: {limit}")?,
            _ => write!(f, "{field}: {value}: {limit}")?,
        }
        slip.as_ref().map_or(Ok(()), |slip| write!(f, "; {slip}"))
    }
}

impl core::error::Error for Refusal {}

impl From<Refusal> for Code {
    fn from(refusal: Refusal) -> Self {
        refusal.code
    }
}

/// The longest word, in bytes, that is compared with all that there are: no name is as long, and the work grows with it.
const LONGEST_WORD: usize = 64;

/// The key of `keys` nearest to `key`, if one is near enough to be meant.
#[must_use]
pub fn nearest<'k>(key: &str, keys: &[&'k str]) -> Option<&'k str> {
    if key.len() > LONGEST_WORD {
        return None;
    }
    let near = |candidate: &&str| edit_distance(key, candidate);
    keys.iter()
        .map(|candidate| (near(candidate), *candidate))
        .min()
        .filter(|&(distance, candidate)| distance <= 2.max(candidate.len() / 3))
        .map(|(_, candidate)| candidate)
}

/// A name that nobody knows, as a refusal shows it: of a long one the beginning.
pub(crate) fn shortened(name: &str) -> Cow<'_, str> {
    const MOST: usize = 64;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => Cow::Owned(format!("{}\u{2026}", name.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(name),
    }
}

/// Levenshtein distance, ignoring case.
fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().map(|c| c.to_ascii_lowercase()).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().map(|c| c.to_ascii_lowercase()).enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, &cb) in row.iter_mut().skip(1).zip(&b) {
            let cost = diagonal + usize::from(ca != cb);
            diagonal = *cell;
            left = cost.min(left + 1).min(*cell + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_key() {
        let keys = ["height_cm", "weight_kg", "bmi_kg_m2"];
        assert_eq!(nearest("heigth_cm", &keys), Some("height_cm"));
        assert_eq!(nearest("Weight", &keys), Some("weight_kg"));
        assert_eq!(nearest("zzz", &keys), None);
        let long = "height_cm".repeat(8);
        assert_eq!(nearest(&long, &[&long]), None);
        assert_eq!(nearest(&long[..64], &[&long[..63]]), Some(&long[..63]));
        assert_eq!(edit_distance("kitten", "sitting"), 3);
        assert_eq!(edit_distance("", "abc"), 3);
    }

    #[test]
    fn long_names_are_shown_by_their_beginning() {
        assert_eq!(shortened(&"\u{e9}".repeat(64)), "\u{e9}".repeat(64));
        assert_eq!(shortened(&"\u{e9}".repeat(65)), format!("{}\u{2026}", "\u{e9}".repeat(64)));
    }

    #[test]
    fn every_code_knows_its_place() {
        for (place, code) in Code::ALL.iter().enumerate() {
            assert_eq!(usize::from(code.place()), place, "{code:?}");
        }
    }

    #[test]
    fn numbers_are_unique() {
        let mut numbers: Vec<u16> = Code::ALL.iter().map(|code| code.number()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), Code::ALL.len());
    }
}
