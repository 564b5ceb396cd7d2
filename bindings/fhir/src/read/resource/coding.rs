//! The types that fields are made of: words, codes, quantities, periods, references.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use osteon::fls::{Code, CodeSystem};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// Words, borrowed where the file has them without escapes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Text<'a>(pub(in crate::read) Cow<'a, str>);

impl Text<'_> {
    pub(in crate::read) fn as_str(&self) -> &str {
        self.0.trim()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words")
            }
            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Words)
    }
}

/// A list, or the one element that stands in its place; `null` is none.
#[derive(Clone, Debug)]
pub(in crate::read) struct Many<T>(pub(in crate::read) Vec<T>);

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for List<T> {
            type Value = Many<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Many<T>, A::Error> {
                let mut all = Vec::new();
                while let Some(one) = list.next_element::<Option<T>>()? {
                    all.extend(one);
                }
                Ok(Many(all))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Many<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(|one| Many(vec![one]))
            }
            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Many<T>, E> {
                T::deserialize(serde::de::value::BorrowedStrDeserializer::new(text))
                    .map(|one| Many(vec![one]))
            }
            fn visit_unit<E: Error>(self) -> Result<Many<T>, E> {
                Ok(Many(Vec::new()))
            }
        }
        deserializer.deserialize_any(List(PhantomData))
    }
}

/// An object, and not a list that happens to have its fields in their order.
#[derive(Clone, Debug)]
pub(in crate::read) struct Object<T>(pub(in crate::read) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Fields<T> {
            type Value = Object<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Object<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Object)
            }
        }
        deserializer.deserialize_map(Fields(PhantomData))
    }
}

/// A code of a system.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::read) struct Coding<'a> {
    #[serde(borrow)]
    pub(in crate::read) system: Option<Text<'a>>,
    #[serde(borrow)]
    pub(in crate::read) version: Option<Text<'a>>,
    #[serde(borrow)]
    pub(in crate::read) code: Option<Text<'a>>,
    #[serde(borrow)]
    pub(in crate::read) display: Option<Text<'a>>,
}

impl Coding<'_> {
    /// The code in its system; a version may say whose ICD-10 it is.
    pub(in crate::read) fn code(&self) -> Option<Code> {
        let code = self.code.as_ref().map(Text::as_str).filter(|code| !code.is_empty())?;
        let mut system =
            self.system.as_ref().map_or(CodeSystem::Other, |uri| CodeSystem::from_uri(uri.as_str()));
        if system == CodeSystem::Icd10Who {
            let version =
                self.version.as_ref().map(|text| text.as_str().to_ascii_lowercase()).unwrap_or_default();
            if ["fr", "cim", "pmsi", "atih"].iter().any(|word| version.contains(word)) {
                system = CodeSystem::Cim10Fr;
            }
        }
        Some(Code::new(system, code))
    }
}

/// Codes that say one thing, or the one word that older versions have in its place.
#[derive(Clone, Debug, Default)]
pub(in crate::read) struct Concept<'a> {
    pub(in crate::read) coding: Vec<Coding<'a>>,
    pub(in crate::read) text: Option<Text<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ConceptFields<'a> {
    #[serde(borrow)]
    coding: Option<Many<Object<Coding<'a>>>>,
    #[serde(borrow)]
    text: Option<Text<'a>>,
    // A class of R4 is a coding without the list around it.
    #[serde(borrow)]
    system: Option<Text<'a>>,
    #[serde(borrow)]
    code: Option<Text<'a>>,
    #[serde(borrow)]
    display: Option<Text<'a>>,
}

impl<'de: 'a, 'a> Deserialize<'de> for Concept<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Concept<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("codes")
            }
            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Concept<'de>, E> {
                let code = Some(Text(Cow::Borrowed(text)));
                Ok(Concept { coding: vec![Coding { code, ..Coding::default() }], text: None })
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Concept<'de>, E> {
                let code = Some(Text(Cow::Owned(text.to_owned())));
                Ok(Concept { coding: vec![Coding { code, ..Coding::default() }], text: None })
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Concept<'de>, A::Error> {
                let fields = ConceptFields::deserialize(MapAccessDeserializer::new(map))?;
                let mut coding: Vec<Coding<'_>> =
                    fields.coding.unwrap_or_default().0.into_iter().map(|Object(one)| one).collect();
                if fields.code.is_some() {
                    let ConceptFields { system, code, display, .. } = fields;
                    coding.push(Coding { system, version: None, code, display });
                }
                Ok(Concept { coding, text: fields.text })
            }
        }
        deserializer.deserialize_any(Any)
    }
}

impl Concept<'_> {
    /// Its codes, each once.
    pub(in crate::read) fn codes(&self) -> Vec<Code> {
        let mut codes: Vec<Code> = Vec::with_capacity(self.coding.len());
        for code in self.coding.iter().filter_map(Coding::code) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    }

    /// The first code, whatever its system: for closed sets of FHIR.
    pub(in crate::read) fn word(&self) -> Option<&str> {
        self.coding.iter().find_map(|coding| coding.code.as_ref()).or(self.text.as_ref()).map(Text::as_str)
    }

    /// What it is called in words.
    pub(in crate::read) fn display(&self) -> &str {
        let first = self.coding.iter().find_map(|coding| coding.display.as_ref());
        first.or(self.text.as_ref()).map_or("", Text::as_str)
    }
}

/// A number with its unit.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::read) struct Quantity<'a> {
    #[serde(borrow)]
    pub(in crate::read) value: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(in crate::read) comparator: Option<Text<'a>>,
    #[serde(borrow)]
    pub(in crate::read) unit: Option<Text<'a>>,
    #[serde(borrow)]
    pub(in crate::read) code: Option<Text<'a>>,
}

impl Quantity<'_> {
    /// The number as it is written; quotes around it are no part of it.
    pub(in crate::read) fn written(&self) -> &str {
        self.value.map_or("", |value| value.get().trim().trim_matches('"').trim())
    }

    /// The number.
    pub(in crate::read) fn number(&self) -> Option<f64> {
        self.written().parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// The unit in words, or its code where there are none.
    pub(in crate::read) fn unit(&self) -> &str {
        let words = self.unit.as_ref().map(Text::as_str).filter(|unit| !unit.is_empty());
        words.or(self.code.as_ref().map(Text::as_str)).unwrap_or_default()
    }

    /// Days, where it is a length of time.
    pub(in crate::read) fn days(&self) -> Option<u32> {
        let unit =
            self.code.as_ref().or(self.unit.as_ref()).map(Text::as_str).unwrap_or("d").to_ascii_lowercase();
        let days_each = match unit.as_str() {
            "d" | "day" | "days" | "jour" | "jours" | "" => 1.0,
            "wk" | "week" | "weeks" => 7.0,
            "mo" | "month" | "months" => 365.25 / 12.0,
            "a" | "year" | "years" => 365.25,
            _ => return None,
        };
        let days = (self.number()? * days_each).round();
        (0.0..=36_525.0).contains(&days).then_some(days as u32)
    }
}

/// From when to when.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::read) struct Between<'a> {
    #[serde(borrow)]
    pub(in crate::read) start: Option<Text<'a>>,
    #[serde(borrow)]
    pub(in crate::read) end: Option<Text<'a>>,
}

/// An identifier that is no id of a resource.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::read) struct Identifier<'a> {
    #[serde(borrow)]
    pub(in crate::read) system: Option<Text<'a>>,
    #[serde(borrow)]
    pub(in crate::read) value: Option<Text<'a>>,
}

/// A reference.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::read) struct Reference<'a> {
    #[serde(borrow)]
    pub(in crate::read) reference: Option<Text<'a>>,
    #[serde(borrow)]
    pub(in crate::read) identifier: Option<Identifier<'a>>,
    #[serde(borrow)]
    pub(in crate::read) display: Option<Text<'a>>,
}

impl Reference<'_> {
    /// What it points at.
    pub(in crate::read) fn target(&self) -> Option<crate::read::reference::Target<'_>> {
        use crate::read::reference::{Target, target};
        let by_id = self.reference.as_ref().and_then(|text| target(text.as_str()));
        by_id.or_else(|| {
            let identifier = self.identifier.as_ref()?;
            let value = identifier.value.as_ref().map(Text::as_str).filter(|value| !value.is_empty())?;
            let system = identifier.system.as_ref().map_or("", Text::as_str);
            Some(Target::Identifier { system, value })
        })
    }

    /// The id that it ends in; empty where it is none.
    pub(in crate::read) fn id(&self) -> &str {
        match self.target() {
            Some(crate::read::reference::Target::Id { id, .. }) => id,
            _ => "",
        }
    }
}
