//! A set of lumbar vertebrae.

use core::fmt;

use super::choice::Vertebra;

/// Some of L1 to L4, in anatomical order.
///
/// ```
/// use osteon::document::{Vertebra, Vertebrae};
/// let set = Vertebrae::from_iter([Vertebra::L3, Vertebra::L1, Vertebra::L4]);
/// assert_eq!(set.to_string(), "L1,L3-L4");
/// assert_eq!(set.len(), 3);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Vertebrae(u8);

impl Vertebrae {
    /// No vertebra.
    pub const NONE: Self = Self(0);
    /// L1 to L4.
    pub const L1_L4: Self = Self(0b1111);
    /// L2 to L4.
    pub const L2_L4: Self = Self(0b1110);

    /// The set of one vertebra.
    #[must_use]
    pub const fn one(vertebra: Vertebra) -> Self {
        Self(1 << vertebra as u8)
    }

    /// The set whose bits 0 to 3 are L1 to L4.
    #[must_use]
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits & 0b1111)
    }

    /// Bits 0 to 3 are L1 to L4.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// How many vertebrae.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the vertebra is in the set.
    #[must_use]
    pub const fn contains(self, vertebra: Vertebra) -> bool {
        self.0 & Self::one(vertebra).0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the sets share a vertebra.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The vertebrae, from L1 downwards.
    pub fn iter(self) -> impl Iterator<Item = Vertebra> {
        Vertebra::ALL.iter().copied().filter(move |&v| self.contains(v))
    }
}

impl FromIterator<Vertebra> for Vertebrae {
    fn from_iter<I: IntoIterator<Item = Vertebra>>(iter: I) -> Self {
        iter.into_iter().fold(Self::NONE, |set, v| set.union(Self::one(v)))
    }
}

impl fmt::Display for Vertebrae {
    /// As reports write it: `L1-L4`, `L2`, `L1,L3-L4`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first: Option<Vertebra> = None;
        let mut last: Option<Vertebra> = None;
        let mut written = false;
        let mut flush = |first: Vertebra, last: Vertebra, f: &mut fmt::Formatter<'_>| {
            if written {
                f.write_str(",")?;
            }
            written = true;
            if first == last { write!(f, "{first}") } else { write!(f, "{first}-{last}") }
        };
        for v in self.iter() {
            match (first, last) {
                (Some(_), Some(end)) if end as u8 + 1 == v as u8 => last = Some(v),
                (Some(start), Some(end)) => {
                    flush(start, end, f)?;
                    (first, last) = (Some(v), Some(v));
                }
                _ => (first, last) = (Some(v), Some(v)),
            }
        }
        match (first, last) {
            (Some(start), Some(end)) => flush(start, end, f),
            _ => Ok(()),
        }
    }
}

/// No set of vertebrae is written like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotVertebrae;

impl fmt::Display for NotVertebrae {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("vertebrae are written L1-L4, L2 or L1,L3-L4")
    }
}

impl core::error::Error for NotVertebrae {}

impl core::str::FromStr for Vertebrae {
    type Err = NotVertebrae;

    /// As reports write it: `L1-L4`, `L2`, `L1,L3-L4`, in any case.
    ///
    /// ```
    /// use osteon::document::Vertebrae;
    /// assert_eq!("l1-L4".parse(), Ok(Vertebrae::L1_L4));
    /// assert_eq!("L2, L3-L4".parse(), Ok(Vertebrae::L2_L4));
    /// assert!("T12".parse::<Vertebrae>().is_err() && "L4-L1".parse::<Vertebrae>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, NotVertebrae> {
        let one = |name: &str| {
            Vertebra::ALL
                .iter()
                .copied()
                .find(|v| v.as_str().eq_ignore_ascii_case(name.trim()))
                .ok_or(NotVertebrae)
        };
        let mut set = Self::NONE;
        for part in text.split(',') {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (first, last) = (one(first)?, one(last)?);
            if first > last {
                return Err(NotVertebrae);
            }
            set = Vertebra::ALL
                .iter()
                .copied()
                .filter(|&v| v >= first && v <= last)
                .map(Self::one)
                .fold(set, Self::union);
        }
        Ok(set)
    }
}

impl serde::Serialize for Vertebrae {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> serde::Deserialize<'de> for Vertebrae {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List;
        impl<'de> serde::de::Visitor<'de> for List {
            type Value = Vertebrae;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of L1, L2, L3, L4")
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Vertebrae, A::Error> {
                let mut set = Vertebrae::NONE;
                while let Some(vertebra) = seq.next_element::<Vertebra>()? {
                    set = set.union(Vertebrae::one(vertebra));
                }
                Ok(set)
            }
        }
        deserializer.deserialize_seq(List)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Vertebrae {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Vertebrae".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <Vec<Vertebra>>::json_schema(generator)
    }
}
