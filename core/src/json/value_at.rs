//! The value at a path of a document, for a refusal to show.

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// The text at a path such as `scans[0].date`, where the document can be read that far and it is no list or object.
pub(super) fn value_at(json: &[u8], path: &str) -> Option<String> {
    let keys: Vec<&str> = path.split(['.', '[', ']']).filter(|key| !key.is_empty()).collect();
    let mut reader = serde_json::Deserializer::from_slice(json);
    let found = At(&keys).deserialize(&mut reader).ok()?;
    reader.end().ok()?;
    found
}

/// The value behind these keys and indices. Of a key that is given twice it is the last, as it is for serde's `Value`,
/// which would be far more code.
#[derive(Clone, Copy)]
struct At<'k>(&'k [&'k str]);

impl<'de> DeserializeSeed<'de> for At<'_> {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<String>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl At<'_> {
    fn text<T: serde::Serialize>(self, value: T) -> Option<String> {
        self.0.is_empty().then(|| super::to_string(&value))
    }
}

impl<'de> Visitor<'de> for At<'_> {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Option<String>, E> {
        Ok(self.text(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Option<String>, E> {
        Ok(self.text(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Option<String>, E> {
        Ok(self.text(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Option<String>, E> {
        Ok(self.text(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Option<String>, E> {
        Ok(self.text(value))
    }

    fn visit_unit<E: Error>(self) -> Result<Option<String>, E> {
        Ok(self.text(()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Option<String>, A::Error> {
        let place = self.0.split_first().and_then(|(key, rest)| Some((key.parse::<usize>().ok()?, rest)));
        let mut found = None;
        for index in 0.. {
            let there = match place {
                Some((place, rest)) if place == index => {
                    items.next_element_seed(At(rest))?.map(|value| found = value).is_some()
                }
                _ => items.next_element::<IgnoredAny>()?.is_some(),
            };
            if !there {
                break;
            }
        }
        Ok(found)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<String>, A::Error> {
        let mut found = None;
        while let Some(key) = map.next_key::<String>()? {
            match self.0.split_first() {
                Some((wanted, rest)) if *wanted == key => found = map.next_value_seed(At(rest))?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(found)
    }
}
